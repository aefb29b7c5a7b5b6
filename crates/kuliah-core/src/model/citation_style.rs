//! The citation style a course asks for.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// The shipped styles, as authors name them.
const SHIPPED: [&str; 8] = [
    "apa",
    "apa-id",
    "chicago-author-date",
    "chicago-notes",
    "harvard",
    "ieee",
    "mla",
    "vancouver",
];

/// A citation style: one that is shipped, or a `.csl` file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CitationStyle {
    name: String,
    /// What the file holds; it is no part of the course's data.
    #[serde(skip)]
    definition: Option<String>,
}

impl CitationStyle {
    /// A shipped style, or the path of a `.csl` file; the check says when it is neither.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            definition: None,
        }
    }

    /// The names of the shipped styles.
    pub fn shipped() -> &'static [&'static str] {
        &SHIPPED
    }

    /// The name or path in sources.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The path of its file; `None` for a shipped style.
    pub fn path(&self) -> Option<&str> {
        (!SHIPPED.contains(&self.name.as_str())).then_some(self.name.as_str())
    }

    /// What its file holds, once it was read.
    pub fn definition(&self) -> Option<&str> {
        self.definition.as_deref()
    }

    /// Remembers what its file holds.
    pub fn define(&mut self, text: impl Into<String>) {
        self.definition = Some(text.into());
    }
}

impl JsonSchema for CitationStyle {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CitationStyle".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                { "enum": SHIPPED },
                { "type": "string", "pattern": "\\.csl$" }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_is_not_shipped() {
        assert_eq!(CitationStyle::new("mla").path(), None);
        assert_eq!(CitationStyle::new("gaya/x.csl").path(), Some("gaya/x.csl"));
    }
}
