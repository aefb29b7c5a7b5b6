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
            let (key, help) = words_for(reason);
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
fn words_for(reason: &str) -> (&'static str, &'static str) {
    match reason {
        it if it.starts_with("trailing comma") => {
            ("syntax/parse.json-comma", "syntax/parse.help-comma")
        }
        it if it.starts_with("EOF") => ("syntax/parse.json-end", "syntax/parse.json-end.help"),
        it if it.starts_with("expected `,`") || it.starts_with("expected `:`") => (
            "syntax/parse.json-separator",
            "syntax/parse.json-separator.help",
        ),
        it if it.starts_with("key must be") => {
            ("syntax/parse.json-key", "syntax/parse.json-key.help")
        }
        _ => ("syntax/parse.json", "syntax/parse.help-json"),
    }
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
