//! YAML, in each style of scalar and collection.

use serde_json::Value;

/// Writes a mapping.
pub(super) fn write(value: &Value) -> String {
    let mut out = String::new();
    entries(value, 0, &mut out);
    out
}

/// Writes the entries of a mapping, each on a line of its own.
pub(super) fn entries(value: &Value, indent: usize, out: &mut String) {
    for (key, value) in value.as_object().into_iter().flatten() {
        out.push_str(&" ".repeat(indent));
        out.push_str(key);
        out.push(':');
        node(value, indent, out);
    }
}

/// Writes what follows a key or a dash.
fn node(value: &Value, indent: usize, out: &mut String) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            out.push('\n');
            entries(value, indent + 2, out);
        }
        // Lists within lists, as the rows of tables, are written as JSON, which is YAML too.
        Value::Array(items) if !items.is_empty() && !items.iter().any(Value::is_array) => {
            out.push('\n');
            for item in items {
                out.push_str(&" ".repeat(indent + 2));
                out.push('-');
                node(item, indent + 2, out);
            }
        }
        Value::String(text) => {
            out.push(' ');
            out.push_str(&scalar(text, indent + 2));
            out.push('\n');
        }
        other => out.push_str(&format!(" {other}\n")),
    }
}

/// A text in the first style that can hold it; texts of even and odd length take turns.
fn scalar(text: &str, indent: usize) -> String {
    let even = text.len().is_multiple_of(2);
    let has_controls = text.contains(|c: char| c.is_control() && c != '\n');
    let blank_ends = text.trim() != text || text.contains(" \n") || text.contains("\n ");
    if text.contains('\n') && !has_controls && !blank_ends {
        let line_end = format!("\n{}", " ".repeat(indent));
        return format!("|-{line_end}{}", text.replace('\n', &line_end));
    }
    if is_plain(text) && even {
        return text.to_owned();
    }
    if !text.contains('\n') && !has_controls && even {
        return format!("'{}'", text.replace('\'', "''"));
    }
    // The escapes of JSON are escapes of YAML.
    Value::from(text).to_string()
}

/// Whether a text may stand without quotation marks and stays text.
fn is_plain(text: &str) -> bool {
    let words = ["true", "false", "null"];
    text.starts_with(char::is_alphabetic)
        && text.trim_end() == text
        && !text.contains(['\n', '\t', '#'])
        && !text.contains(": ")
        && !text.ends_with(':')
        && !words.contains(&text.to_lowercase().as_str())
}

/// Puts every shorthand in the place of its canonical form.
pub(super) fn shorten(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.iter_mut().for_each(shorten);
            items.iter_mut().for_each(shorten_item);
        }
        Value::Object(map) => {
            map.values_mut().for_each(shorten);
            for (name, value) in map.iter_mut() {
                shorten_field(name, value);
            }
        }
        _ => {}
    }
}

/// A text in the place of `{prose: text}` and the like.
fn shorten_item(item: &mut Value) {
    let only = item.as_object().filter(|it| it.len() == 1);
    for name in ["prose", "text", "key", "name"] {
        if let Some(Value::String(text)) = only.and_then(|it| it.get(name)) {
            *item = Value::from(text.as_str());
            return;
        }
    }
}

/// One value in the place of a list of one, a text in that of a quotation or note.
fn shorten_field(name: &str, value: &mut Value) {
    let may_be_any = ["cite", "aliases", "authors", "author", "editor"].contains(&name);
    let may_be_text = ["content", "answer", "text"].contains(&name);
    if let Some([only]) = value.as_array().map(Vec::as_slice)
        && (may_be_any || (may_be_text && only.is_string()))
    {
        *value = only.clone();
    }
    let inner = match name {
        "quote" if value.as_object().is_some_and(|it| it.len() == 1) => value.get("text"),
        "note" if value.get("audience") == Some(&Value::from("all")) => value.get("content"),
        _ => None,
    };
    if let Some(Value::String(text)) = inner {
        *value = Value::from(text.as_str());
    }
}
