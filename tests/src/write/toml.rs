//! TOML: sections and references as tables of their own, the rest inline.

use serde_json::Value;

/// Writes a mapping.
pub(super) fn write(value: &Value) -> String {
    let mut out = String::new();
    let mut tables = String::new();
    for (key, value) in value.as_object().into_iter().flatten() {
        if !matches!(key.as_str(), "sections" | "references") {
            out.push_str(&format!("{key} = {}\n", inline(value)));
            continue;
        }
        for table in value.as_array().into_iter().flatten() {
            tables.push_str(&format!("\n[[{key}]]\n"));
            for (key, value) in table.as_object().into_iter().flatten() {
                tables.push_str(&format!("{key} = {}\n", inline(value)));
            }
        }
    }
    out + &tables
}

fn inline(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let entries = map
                .iter()
                .map(|(key, value)| format!("{key} = {}", inline(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        Value::String(text) => scalar(text),
        other => other.to_string(),
    }
}

/// A text in quotation marks of each kind; texts of even and odd length take turns.
fn scalar(text: &str) -> String {
    let is_plain = !text.contains(|c: char| c.is_control());
    if is_plain && !text.contains('\'') && text.len().is_multiple_of(2) {
        return format!("'{text}'");
    }
    if text.contains('\n') && text.len().is_multiple_of(2) {
        let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
        return format!("\"\"\"\n{}\"\"\"", escaped.replace('\t', "\\t"));
    }
    // The escapes of JSON are escapes of TOML.
    Value::from(text).to_string()
}
