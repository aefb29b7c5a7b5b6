//! The types of values, in words for authors.

use jsonschema::error::TypeKind;
use kuliah_source::{Arg, Message};

use crate::syntax::{Data, Node};

/// The names of the types a schema asks for, in words for authors.
pub(super) fn type_names(kind: &TypeKind) -> Vec<String> {
    let types: Vec<_> = match kind {
        TypeKind::Single(one) => vec![*one],
        TypeKind::Multiple(set) => set.iter().collect(),
    };
    types
        .iter()
        .map(|it| word_for(&it.to_string()).to_owned())
        .collect()
}

/// The name of a type, as the key of its words ends.
fn word_for(json_type: &str) -> &'static str {
    match json_type {
        "string" => "text",
        "integer" => "integer",
        "number" => "number",
        "array" => "list",
        "object" => "map",
        "boolean" => "bool",
        _ => "nothing",
    }
}

/// The words for what an author wrote.
pub(super) fn found_word(node: &Node) -> Message {
    Message::new(match &node.data {
        Data::Null => "schema/wrong-type.nothing",
        Data::Bool(_) => "schema/wrong-type.bool",
        Data::Int(_) | Data::Float(_) => "schema/wrong-type.number",
        Data::Str(_) => "schema/wrong-type.text",
        Data::Seq(_) => "schema/wrong-type.list",
        Data::Map(_) => "schema/wrong-type.map",
    })
}

/// The words for a type; what is no type is said as it is.
fn type_phrase(name: &str) -> Arg {
    Arg::from(Message::new(match name {
        "bool" => "schema/wrong-type.bool",
        "integer" => "schema/wrong-type.integer",
        "list" => "schema/wrong-type.list",
        "map" => "schema/wrong-type.map",
        "nothing" => "schema/wrong-type.nothing",
        "number" => "schema/wrong-type.number",
        "text" => "schema/wrong-type.text",
        other => return Arg::from(other),
    }))
}

/// One type or another.
pub(super) fn any_of(types: &[String]) -> Arg {
    let mut phrases = types.iter().map(|it| type_phrase(it));
    let first = phrases.next().unwrap_or_else(|| Arg::from(""));
    phrases.fold(first, |before, next| {
        let or = Message::new("schema/wrong-type.or");
        Arg::from(or.with("first", before).with("next", next))
    })
}
