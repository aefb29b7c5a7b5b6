//! The schemas, generated from the types that files are read into.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::check::ProfileFile;
use crate::config::ConfigFile;
use crate::model::{COURSE_SCHEMA_ID, Course};

/// The JSON Schema (draft 2020-12) of a course.
pub fn course_schema() -> Value {
    named(of::<Course>(), COURSE_SCHEMA_ID)
}

/// The JSON Schema (draft 2020-12) of a configuration.
pub fn config_schema() -> Value {
    named(of::<ConfigFile>(), "urn:kuliah:schema:config:1")
}

/// The JSON Schema (draft 2020-12) of a profile.
pub fn profile_schema() -> Value {
    named(of::<ProfileFile>(), "urn:kuliah:schema:profile:1")
}

/// Gives a schema its address, and lets files give it.
fn named(mut schema: Value, id: &str) -> Value {
    let Value::Object(map) = &mut schema else {
        return schema;
    };
    let mut out = Map::new();
    if let Some(value) = map.shift_remove("$schema") {
        out.insert("$schema".to_owned(), value);
    }
    out.insert("$id".to_owned(), json!(id));
    out.append(map);
    if let Some(Value::Object(properties)) = out.get_mut("properties") {
        let address = json!({
            "description": "Address of this schema; for editors, ignored by the program.",
            "type": "string"
        });
        properties.shift_insert(0, "$schema".to_owned(), address);
    }
    Value::Object(out)
}

fn of<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .with_transform(RecursiveTransform(strict))
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// Takes out what schemars adds and a course file must not have.
fn strict(schema: &mut Schema) {
    // Not a format of the standard; a strict validator refuses it.
    let format = schema.get("format").and_then(Value::as_str);
    if format.is_some_and(|it| it.starts_with("uint") || it.starts_with("int")) {
        schema.remove("format");
    }
    // `date:` with nothing behind it is no date.
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|it| it != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            schema.insert("type".to_owned(), one);
        }
    }
    if let Some(Value::Array(branches)) = schema.get_mut("anyOf") {
        branches.retain(|it| it.get("type").is_none_or(|it| it != "null"));
        if let [Value::Object(one)] = branches.as_slice() {
            let one = one.clone();
            schema.remove("anyOf");
            for (name, value) in one {
                schema.insert(name, value);
            }
        }
    }
    if schema.get("default").is_some_and(Value::is_null) {
        schema.remove("default");
    }
    // The one key of a block means what the block means.
    if let Some(description) = schema.get("description").cloned()
        && let Some(Value::Object(properties)) = schema.get_mut("properties")
        && properties.len() == 1
    {
        for (_, property) in properties.iter_mut() {
            if let Value::Object(property) = property
                && !property.contains_key("$ref")
            {
                property
                    .entry("description")
                    .or_insert_with(|| description.clone());
            }
        }
    }
    // Numbers have the bounds that the model states, not those of their storage.
    for (bound, storage) in [("minimum", [0, 0]), ("maximum", [255, 65535])] {
        let value = schema.get(bound).and_then(Value::as_i64);
        if value.is_some_and(|it| storage.contains(&it)) {
            schema.remove(bound);
        }
    }
}
