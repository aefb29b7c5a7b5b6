//! JSON: checked strictly, then read by the YAML front end, of which it is a subset.

use kuliah_source::{LineIndex, Message};
use serde::de::IgnoredAny;

use super::limits::{Limits, exceeded};
use super::{Data, Node, Parse, Source, Style, error, yaml};

/// Reads JSON; `None` when it is broken.
pub(super) fn parse(source: Source<'_>, limits: &Limits, parse: &mut Parse) -> Option<Node> {
    if let Err(broken) = serde_json::from_str::<IgnoredAny>(source.text) {
        let at = offset(source.text, broken.line(), broken.column());
        let span = source.span(at..at);
        let reason = broken.to_string();
        let finding = if reason.starts_with("recursion limit") {
            exceeded("depth", limits.depth, limits.depth + 1, span)
        } else {
            // The place is ours to print.
            let reason = reason.split(" at line ").next().unwrap_or_default();
            let (key, help) = words_for(reason, source.text, at);
            error("syntax/parse", span, Message::new(key)).help(Message::new(help))
        };
        parse.diagnostics.push(finding);
        return None;
    }
    let mut root = yaml::parse(source, limits, parse)?;
    numbers(&mut root);
    Some(root)
}

/// What is wrong and what to do, in place of the words of the parser.
fn words_for(reason: &str, text: &str, at: usize) -> (&'static str, &'static str) {
    let begins = |starts: &[&str]| starts.iter().any(|it| reason.starts_with(it));
    if begins(&["expected value", "key must be", "trailing comma"]) && ends_with_comma(text, at) {
        return ("syntax/parse.json-comma", "syntax/parse.help-comma");
    }
    if begins(&["EOF"]) {
        ("syntax/parse.json-end", "syntax/parse.json-end.help")
    } else if begins(&["control character"]) {
        ("syntax/parse.json-tab", "syntax/parse.json-tab.help")
    } else if begins(&["expected `,`", "expected `:`"]) {
        let (before, here) = text.split_at_checked(at).unwrap_or_default();
        let is_number = before.ends_with(|c: char| c.is_ascii_digit());
        if here.starts_with([']', '}']) {
            ("syntax/parse.bracket", "syntax/parse.bracket.help")
        } else if is_number && here.starts_with(['-', '/', '.', ':']) {
            ("syntax/parse.number", "syntax/parse.number.help")
        } else {
            (
                "syntax/parse.json-separator",
                "syntax/parse.json-separator.help",
            )
        }
    } else if begins(&["key must be"]) {
        ("syntax/parse.json-key", "syntax/parse.json-key.help")
    } else if begins(&["expected value", "expected ident"]) {
        ("syntax/parse.value", "syntax/parse.value.help")
    } else if begins(&["invalid number", "number out of range"]) {
        ("syntax/parse.number", "syntax/parse.number.help")
    } else if begins(&["invalid escape"]) {
        ("syntax/parse.backslash", "syntax/parse.backslash.help")
    } else if begins(&["trailing characters"]) {
        ("syntax/parse.json-behind", "syntax/parse.json-behind.help")
    } else {
        ("syntax/parse.json", "syntax/parse.help-json")
    }
}

/// Whether a bracket or another comma stands at a place, right behind a comma.
fn ends_with_comma(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end();
    let here = text.get(at..).unwrap_or_default();
    before.ends_with(',') && here.starts_with([']', '}', ','])
}

/// Numbers that the YAML front end keeps as text (`1e3`) are numbers in JSON.
fn numbers(node: &mut Node) {
    match &mut node.data {
        Data::Str(text) if text.style == Style::Plain => {
            if let Ok(number) = text.value.parse::<f64>() {
                node.data = Data::Float(number);
            }
        }
        Data::Seq(items) => items.iter_mut().for_each(numbers),
        Data::Map(entries) => entries.iter_mut().for_each(|(_, it)| numbers(it)),
        _ => {}
    }
}

/// The byte offset of a line and a column that counts bytes, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = LineIndex::new(text)
        .line_range(text, line)
        .map_or(text.len(), |range| range.start);
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use kuliah_source::FileId;

    use super::super::Syntax;
    use super::*;

    fn read(text: &str) -> Parse {
        super::super::parse(FileId::FIRST, text, Syntax::Json, &Limits::default())
    }

    #[test]
    fn a_column_within_a_character_stands_for_its_start() {
        let text = "{\n\"é\": 1";
        assert_eq!(offset(text, 2, 2), 3);
        assert_eq!(offset(text, 2, 3), 3);
        assert_eq!(offset(text, 2, 4), 5);
        assert_eq!(offset(text, 9, 9), text.len());
    }

    #[test]
    fn a_trailing_comma_is_refused_with_its_place() {
        let text = "{\n  \"title\": \"x\",\n}\n";
        let parse = read(text);
        let finding = parse.diagnostics.first().expect("a finding");
        assert_eq!(finding.rule.as_str(), "syntax/parse");
        assert_eq!(finding.span().start(), text.rfind('}').expect("there"));
    }

    #[test]
    fn values_read_as_serde_json_reads_them() {
        let text =
            r#"{"a": [1, -2.5, 1e3, true, null, "x\u00e9\/\n\ud835\udcb3"], "b": {}, "c":	"tab"}"#;
        let tree = read(text).tree.expect("a tree");
        let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
        assert_eq!(tree.root.to_value(), value);
    }

    #[test]
    fn long_keys_and_deep_nesting_are_no_trouble() {
        let long = format!("{{\"{}\": 1}}", "k".repeat(5000));
        assert!(read(&long).diagnostics.is_empty());
        let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
        assert_eq!(
            read(&deep).diagnostics.first().map(|it| it.rule.as_str()),
            Some("syntax/limit-exceeded")
        );
    }
}
