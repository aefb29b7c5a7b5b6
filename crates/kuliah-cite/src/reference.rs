//! A work that can be cited, as a checked CSL-JSON object.

use std::fmt;

use citationberg::json::Item;
use serde_json::{Map, Value};

use crate::item::{drop_named_twice, make_item};

/// A work that can be cited.
///
/// It is made from a CSL-JSON object: `id`, `type` and `title`; `author`, `editor` and `translator`
/// as lists of names `{family, given, non-dropping-particle, suffix}` or `{literal}`; `issued` and
/// `accessed` as dates `{date-parts: [[year, month, day]]}` or `{literal}`; the other keys are text.
/// Text may hold the markup that [`parse_rich_text`](crate::parse_rich_text) names.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Reference {
    key: String,
    item: Item,
}

impl Reference {
    /// Checks a CSL-JSON object.
    ///
    /// Empty values count as absent. A month or day that no calendar has is left out. A date of
    /// access in words is not shown, since styles print that day in a phrase of their own.
    ///
    /// # Errors
    ///
    /// See [`ReferenceError`].
    pub fn new(fields: &Map<String, Value>) -> Result<Self, ReferenceError> {
        let (key, item) = make_item(fields)?;
        Ok(Self { key, item })
    }

    /// The key that citations name.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The same without a publisher, or name of a web site, that is the author.
    pub(crate) fn named_once(&self) -> Self {
        let mut once = self.clone();
        drop_named_twice(&mut once.item);
        once
    }

    pub(crate) fn item(&self) -> &Item {
        &self.item
    }
}

/// A value is not of the shape its key asks for.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) struct WrongShape;

/// Why an object is no reference.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum ReferenceError {
    /// `id` or `type` is absent or empty.
    Missing {
        /// The key.
        key: &'static str,
    },
    /// A type that CSL does not know.
    UnknownType {
        /// The type.
        found: String,
    },
    /// A key that is not among those a reference may have.
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A value that is no text, list of names or date, whichever the key asks for.
    WrongShape {
        /// The key.
        key: String,
    },
}

impl fmt::Display for ReferenceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { key } => write!(f, "the reference has no `{key}`"),
            Self::UnknownType { found } => write!(f, "`{found}` is no type of reference"),
            Self::UnknownKey { key } => write!(f, "a reference has no `{key}`"),
            Self::WrongShape { key } => write!(f, "the value of `{key}` has the wrong shape"),
        }
    }
}

impl std::error::Error for ReferenceError {}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn error(value: &Value) -> ReferenceError {
        Reference::new(value.as_object().expect("object")).expect_err("refused")
    }

    #[test]
    fn id_and_type_are_required() {
        assert_eq!(
            error(&json!({"type": "book"})),
            ReferenceError::Missing { key: "id" }
        );
        assert_eq!(
            error(&json!({"id": " ", "type": "book"})),
            ReferenceError::Missing { key: "id" }
        );
        assert_eq!(
            error(&json!({"id": "a"})),
            ReferenceError::Missing { key: "type" }
        );
    }

    #[test]
    fn unknown_types_keys_and_shapes_are_refused() {
        let unknown = ReferenceError::UnknownType {
            found: "buku".into(),
        };
        assert_eq!(error(&json!({"id": "a", "type": "buku"})), unknown);
        let unknown = ReferenceError::UnknownKey { key: "note".into() };
        assert_eq!(
            error(&json!({"id": "a", "type": "book", "note": "x"})),
            unknown
        );
        for (key, value) in [
            ("title", json!([])),
            ("author", json!("A")),
            ("issued", json!("1978")),
        ] {
            let shape = ReferenceError::WrongShape { key: key.into() };
            assert_eq!(
                error(&json!({"id": "a", "type": "book", key: value})),
                shape
            );
        }
    }

    #[test]
    fn empty_values_count_as_absent() {
        let full = json!({"id": "a", "type": "book", "title": "", "author": [{}], "issued": {}, "page": null});
        let bare = json!({"id": "a", "type": "book"});
        let make = |value: &Value| Reference::new(value.as_object().expect("object"));
        assert_eq!(make(&full), make(&bare));
    }
}
