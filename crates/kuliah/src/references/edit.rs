//! References put into the text of a file, which stays as it is but for what is put in.
//!
//! Nothing here is trusted: who calls reads the new text and compares what it holds.

use kuliah_core::syntax::{Data, Node, Syntax};
use serde_json::{Map, Value};

use super::entry::{one_line, toml_table, yaml_item};

type Fields = Map<String, Value>;

/// Puts references behind the entries of a `.bib` file; `entries` is their text.
pub(super) fn into_bib(text: &str, entries: &[String]) -> String {
    let new = entries.iter().map(|it| it.trim().replace("\r\n", "\n"));
    let new = new.collect::<Vec<_>>().join("\n\n") + "\n";
    let mut out = closed(text);
    if !out.trim().is_empty() {
        out.push_str(newline(text));
    }
    out + &with_newlines(&new, text)
}

/// Puts references at the end of a list in JSON.
pub(super) fn into_json_list(text: &str, list: &Node, references: &[Fields]) -> Option<String> {
    let lines: Vec<_> = references
        .iter()
        .map(|it| serde_json::to_string(it).unwrap_or_default())
        .collect();
    into_flow(text, list, &lines)
}

/// Puts references into a course, at the end of its `references`; `None` where no place is found.
pub(super) fn into_course(
    text: &str,
    root: &Node,
    syntax: Syntax,
    references: &[Fields],
) -> Option<String> {
    let list = root.get("references").map(|it| it.1);
    let written = list
        .and_then(|it| text.get(it.span.start()..))
        .unwrap_or_default();
    let is_flow = written.starts_with('[') && !written.starts_with("[[");
    let lines = |syntax| {
        references
            .iter()
            .map(|it| one_line(it, syntax))
            .collect::<Vec<_>>()
    };
    match (syntax, list) {
        (Syntax::Toml, Some(list)) if is_flow => into_flow(text, list, &lines(Syntax::Toml)),
        (Syntax::Toml, _) => {
            let tables: Vec<_> = references.iter().map(toml_table).collect();
            let new = with_newlines(&tables.join("\n"), text);
            Some(closed(text) + newline(text) + &new)
        }
        (_, Some(list)) if is_flow => {
            let inner = if syntax == Syntax::Json {
                Syntax::Json
            } else {
                Syntax::Yaml
            };
            into_flow(text, list, &lines(inner))
        }
        (Syntax::Json, _) => into_json_root(text, root, &lines(Syntax::Json)),
        (_, Some(list)) => into_block(text, list, references),
        (_, None) => {
            let new: String = references.iter().map(|it| yaml_item(it, "  ")).collect();
            let at = end_of_mapping(text, syntax)?;
            put(text, at, &format!("references:\n{new}"))
        }
    }
}

/// Puts items before the closing bracket of a list, laid out like the last item there is.
fn into_flow(text: &str, list: &Node, items: &[String]) -> Option<String> {
    let close = list.span.end().checked_sub(1)?;
    if text.get(close..=close)? != "]" {
        return None;
    }
    let Some(final_item) = list.items().last() else {
        return put(text, close, &items.join(", "));
    };
    let before = line_before(text, final_item.span.start())?;
    let joint = if before.trim().is_empty() {
        format!(",\n{before}")
    } else {
        ", ".to_owned()
    };
    let new = format!("{joint}{}", items.join(&joint));
    put(text, final_item.span.end(), &new)
}

/// Puts a list behind the last entry of the outermost object.
fn into_json_root(text: &str, root: &Node, items: &[String]) -> Option<String> {
    let Data::Map(fields) = &root.data else {
        return None;
    };
    let (key, value) = fields.last()?;
    let indent = line_before(text, key.span.start())?;
    let indent: String = indent.chars().take_while(|c| c.is_whitespace()).collect();
    let items = items.join(&format!(",\n{indent}{indent}"));
    let new = format!(",\n{indent}\"references\": [\n{indent}{indent}{items}\n{indent}]");
    put(text, value.span.end(), &new)
}

/// Puts items behind the last one of a list in block style.
fn into_block(text: &str, list: &Node, references: &[Fields]) -> Option<String> {
    let final_item = list.items().last()?;
    let before = line_before(text, final_item.span.start())?;
    let blanks = before.len() - before.trim_start().len();
    if !before.trim_start().starts_with('-') {
        return None;
    }
    let indent = before.get(..blanks)?;
    let new: String = references.iter().map(|it| yaml_item(it, indent)).collect();
    let written = text.get(..final_item.span.end())?.trim_end().len();
    match text.get(written..)?.find('\n') {
        Some(line) => put(text, written + line + 1, &new),
        None => Some(closed(text) + &with_newlines(&new, text)),
    }
}

/// Where another key of a YAML file, or of the front matter of a Markdown file, goes.
fn end_of_mapping(text: &str, syntax: Syntax) -> Option<usize> {
    if syntax == Syntax::Yaml {
        return text.ends_with('\n').then_some(text.len());
    }
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if number > 0 && matches!(line.trim_end(), "---" | "...") {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// What stands before a place on its line.
fn line_before(text: &str, at: usize) -> Option<&str> {
    let before = text.get(..at)?;
    let start = before.rfind('\n').map_or(0, |it| it + 1);
    before.get(start..)
}

/// The text, with an end to its last line.
fn closed(text: &str) -> String {
    let open = !text.is_empty() && !text.ends_with('\n');
    let end = if open { newline(text) } else { "" };
    format!("{text}{end}")
}

fn put(text: &str, at: usize, new: &str) -> Option<String> {
    let (before, behind) = text.split_at_checked(at)?;
    let new = with_newlines(new, text);
    Some(format!("{before}{new}{behind}"))
}

/// How lines end in a text.
fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

fn with_newlines(new: &str, text: &str) -> String {
    new.replace('\n', newline(text))
}
