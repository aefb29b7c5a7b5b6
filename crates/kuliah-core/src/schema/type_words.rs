//! The types of values, in words for authors.

use jsonschema::JsonType;
use jsonschema::error::TypeKind;
use kuliah_source::{Arg, Message};

use super::instance::json_type;
use crate::syntax::Node;

/// What a schema asks for at a place.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(super) enum Wanted {
    /// A value of a type.
    Type(JsonType),
    /// One of some names.
    Names(Vec<String>),
}

impl Wanted {
    /// Any text.
    pub(super) const TEXT: Self = Self::Type(JsonType::String);
    /// A number without a fraction.
    pub(super) const WHOLE: Self = Self::Type(JsonType::Integer);

    /// In words.
    fn words(&self) -> Arg {
        match self {
            Self::Type(json_type) => Arg::from(Message::new(words_for(*json_type))),
            Self::Names(names) => Arg::from(names.join(", ")),
        }
    }
}

/// The types a schema asks for.
pub(super) fn wanted(kind: &TypeKind) -> Vec<Wanted> {
    match kind {
        TypeKind::Single(one) => vec![Wanted::Type(*one)],
        TypeKind::Multiple(set) => set.iter().map(Wanted::Type).collect(),
    }
}

fn words_for(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::String => "schema/wrong-type.text",
        JsonType::Integer => "schema/wrong-type.integer",
        JsonType::Number => "schema/wrong-type.number",
        JsonType::Array => "schema/wrong-type.list",
        JsonType::Object => "schema/wrong-type.map",
        JsonType::Boolean => "schema/wrong-type.bool",
        JsonType::Null => "schema/wrong-type.nothing",
    }
}

/// The words for what an author wrote.
pub(super) fn found_word(node: &Node) -> Message {
    Message::new(words_for(json_type(node)))
}

/// One or another, in words.
pub(super) fn any_of(wanted: &[Wanted]) -> Arg {
    let mut phrases = wanted.iter().map(Wanted::words);
    let first = phrases.next().unwrap_or_else(|| Arg::from(""));
    phrases.fold(first, |before, next| {
        let or = Message::new("schema/wrong-type.or");
        Arg::from(or.with("first", before).with("next", next))
    })
}
