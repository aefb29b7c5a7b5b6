//! Shorthands in the schema: what else may stand where the canonical form stands.
//!
//! `desugar` rewrites each of them before decoding, so that the model stays plain.

use schemars::{Schema, json_schema};
use serde_json::{Value, json};

/// Lets `other` stand where `schema` stands; descriptions stay on the outside, where editors
/// look for them.
fn widen(schema: &mut Schema, other: &Value) {
    let mut own = std::mem::take(schema);
    let outer = ["title", "description", "default", "examples"].map(|it| (it, own.remove(it)));
    *schema = json_schema!({ "anyOf": [other, own] });
    for (name, value) in outer {
        if let Some(value) = value {
            schema.insert(name.into(), value);
        }
    }
}

/// A text in place of an object or list.
pub(super) fn or_text(schema: &mut Schema) {
    widen(schema, &json!({ "type": "string", "pattern": "\\S" }));
}

/// A whole number in place of a text.
pub(super) fn or_number(schema: &mut Schema) {
    widen(schema, &json!({ "type": "integer" }));
}

/// A date in words, or a year, in place of a date.
pub(super) fn or_text_or_year(schema: &mut Schema) {
    or_text(schema);
    if let Some(Value::Array(branches)) = schema.get_mut("anyOf") {
        branches.insert(0, json!({ "type": "integer" }));
    }
}

/// One value in place of a list.
pub(super) fn or_one(schema: &mut Schema) {
    let item = schema.get("items").cloned().unwrap_or(Value::Bool(true));
    widen(schema, &item);
}

/// No `id`: one is made from the title.
pub(super) fn id_is_optional(schema: &mut Schema) {
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| name != "id");
    }
    if schema.get("required").is_some_and(|it| *it == json!([])) {
        schema.remove("required");
    }
}
