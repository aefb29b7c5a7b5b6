//! A reference as its author would write it into a course: in YAML, JSON or TOML.

use std::fmt::Write as _;

use kuliah_core::syntax::Syntax;
use serde_json::{Map, Value, json};

use crate::bibliography::{INLINE, inline};

/// Fields that come first, in this order.
const FIRST: [&str; 6] = ["id", "type", "title", "author", "editor", "issued"];

/// The fields of a reference in the order and the short forms of a course.
pub(super) fn fields_of_course(reference: &Map<String, Value>) -> Vec<(String, Value)> {
    let rank = |name: &str| {
        let place = FIRST.iter().position(|it| *it == name);
        place.unwrap_or(FIRST.len())
    };
    let short = |(name, value): (&String, &Value)| (name.clone(), short(name, value));
    let mut fields: Vec<_> = reference.iter().map(short).collect();
    fields.sort_by_key(|(name, _)| (rank(name), name.clone()));
    fields
}

fn short(name: &str, value: &Value) -> Value {
    match (name, value) {
        (_, Value::String(text)) if INLINE.contains(&name) => inline(text).into(),
        ("author" | "editor" | "translator", Value::Array(names)) => {
            names.iter().map(short_name).collect()
        }
        ("issued" | "accessed", date) => short_date(date).unwrap_or_else(|| date.clone()),
        _ => value.clone(),
    }
}

/// `Family, Given`, or the name of an institution; other names keep their parts.
fn short_name(name: &Value) -> Value {
    let Value::Object(parts) = name else {
        return name.clone();
    };
    let part = |key: &str| parts.get(key).and_then(Value::as_str);
    match (parts.len(), part("family"), part("given"), part("literal")) {
        (2, Some(family), Some(given), _) if !format!("{family}{given}").contains(',') => {
            format!("{family}, {given}").into()
        }
        (1, _, _, Some(whole)) if !whole.contains(',') => whole.into(),
        _ => name.clone(),
    }
}

/// A year, or a day as `2014-05-02`.
fn short_date(date: &Value) -> Option<Value> {
    let dates = date.get("date-parts")?.as_array()?;
    let [Value::Array(parts)] = dates.as_slice() else {
        return None;
    };
    let parts: Option<Vec<i64>> = parts.iter().map(Value::as_i64).collect();
    match parts?.as_slice() {
        [year] => Some(json!(year)),
        [year @ 1000..=9999, month, day] => Some(format!("{year}-{month:02}-{day:02}").into()),
        _ => None,
    }
}

/// An item of a list in block style of YAML; lines after the first are indented like the first.
pub(super) fn yaml_item(reference: &Map<String, Value>, indent: &str) -> String {
    let mut out = String::new();
    for (place, (name, value)) in fields_of_course(reference).iter().enumerate() {
        let mark = if place == 0 { "- " } else { "  " };
        let value = flow(value, Syntax::Yaml);
        let _ = writeln!(out, "{indent}{mark}{name}: {value}");
    }
    out
}

/// A table of a list in TOML.
pub(super) fn toml_table(reference: &Map<String, Value>) -> String {
    let mut out = "[[references]]\n".to_owned();
    for (name, value) in fields_of_course(reference) {
        let _ = writeln!(out, "{name} = {}", flow(&value, Syntax::Toml));
    }
    out
}

/// A reference on one line.
pub(super) fn one_line(reference: &Map<String, Value>, syntax: Syntax) -> String {
    let fields = fields_of_course(reference);
    let fields = fields.iter().map(|(name, value)| pair(name, value, syntax));
    format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
}

fn pair(name: &str, value: &Value, syntax: Syntax) -> String {
    let value = flow(value, syntax);
    match syntax {
        Syntax::Toml => format!("{name} = {value}"),
        Syntax::Json => format!("\"{name}\": {value}"),
        _ => format!("{name}: {value}"),
    }
}

/// A value on one line.
fn flow(value: &Value, syntax: Syntax) -> String {
    match value {
        Value::Array(items) => {
            let items = items.iter().map(|it| flow(it, syntax));
            format!("[{}]", items.collect::<Vec<_>>().join(", "))
        }
        Value::Object(parts) => {
            let parts = parts.iter().map(|(name, value)| pair(name, value, syntax));
            format!("{{{}}}", parts.collect::<Vec<_>>().join(", "))
        }
        Value::String(text) if syntax == Syntax::Yaml && is_plain(text) => text.clone(),
        _ => quoted(value),
    }
}

/// Text in the quotation marks of JSON, which YAML and TOML read alike.
fn quoted(value: &Value) -> String {
    // DEL is the one control that JSON leaves as it is.
    value.to_string().replace('\u{7f}', "\\u007f")
}

/// Whether text needs no quotation marks in YAML: words of letters, which begin with one and mean
/// nothing else.
fn is_plain(text: &str) -> bool {
    let word =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '\'');
    let taken = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    text.starts_with(char::is_alphabetic)
        && text.chars().all(word)
        && !text.ends_with(' ')
        && !taken.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference() -> Map<String, Value> {
        let value = json!({
            "id": "a2014", "type": "book", "title": "Satu: <i>dua</i>", "publisher": "Refika",
            "author": [{"family": "Suharto", "given": "Edi"}, {"literal": "BPS"},
                {"family": "Beauvoir", "given": "Simone", "non-dropping-particle": "de"}],
            "issued": {"date-parts": [[2014]]}, "accessed": {"date-parts": [[2020, 1, 2]]}, "volume": "no",
        });
        value.as_object().cloned().expect("an object")
    }

    #[test]
    fn a_reference_is_written_as_authors_write_it() {
        assert_eq!(
            yaml_item(&reference(), "  "),
            "  - id: a2014\n    type: book\n    title: \"Satu: *dua*\"\n    author: [\"Suharto, Edi\", BPS, \
             {family: Beauvoir, given: Simone, non-dropping-particle: de}]\n    issued: 2014\n    \
             accessed: \"2020-01-02\"\n    publisher: Refika\n    volume: \"no\"\n"
        );
        let line = one_line(&reference(), Syntax::Json);
        assert!(
            line.starts_with("{\"id\": \"a2014\", \"type\": \"book\""),
            "{line}"
        );
        let table = toml_table(&reference());
        assert!(
            table.contains("author = [\"Suharto, Edi\", \"BPS\", {family = \"Beauvoir\""),
            "{table}"
        );
    }
}
