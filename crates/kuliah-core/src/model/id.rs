//! Names by which parts of a course refer to each other.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A text that is no id or key.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct IdError {
    text: String,
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no id", self.text.escape_debug())
    }
}

impl std::error::Error for IdError {}

/// The longest id, in characters.
const MAX_ID: usize = 64;

fn is_id(text: &str) -> bool {
    text.len() <= MAX_ID
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize,
        )]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": "^[a-z][a-z0-9-]*$", "maxLength": MAX_ID })
            }
        }

        impl $name {
            /// Checks an id: a small letter, then small letters, digits and hyphens; at most 64.
            ///
            /// # Errors
            ///
            /// When the text is none.
            pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
                let text = text.into();
                if is_id(&text) { Ok(Self(text)) } else { Err(IdError { text }) }
            }

            /// The id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// Names a section.
    SectionId
}
id! {
    /// Names a role.
    RoleId
}
id! {
    /// Names a block: a list, table, figure, exercise, listing or subsection.
    BlockId
}

/// Names a reference, as in `@key`.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CitationKey(String);

impl JsonSchema for CitationKey {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "CitationKey".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[A-Za-z0-9]([A-Za-z0-9_:.#$%&+?<>~/-]*[A-Za-z0-9])?$",
            "maxLength": 128
        })
    }
}

impl CitationKey {
    /// Checks a key: ASCII letters, digits and `_:.#$%&+?<>~/-`, a letter or digit at both
    /// ends; at most 128 characters.
    ///
    /// # Errors
    ///
    /// When the text is none.
    pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
        let text = text.into();
        let ends = |c: char| c.is_ascii_alphanumeric();
        let fits = text.len() <= 128
            && text.starts_with(ends)
            && text.ends_with(ends)
            && text.chars().all(Self::allows);
        if fits {
            Ok(Self(text))
        } else {
            Err(IdError { text })
        }
    }

    /// Whether a key may hold the character.
    pub(crate) fn allows(c: char) -> bool {
        c.is_ascii_alphanumeric() || "_:.#$%&+?<>~/-".contains(c)
    }

    /// The key as written, without `@`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for CitationKey {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl From<CitationKey> for String {
    fn from(key: CitationKey) -> Self {
        key.0
    }
}

impl fmt::Display for CitationKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The id made from a title: lower case, runs of anything but `a-z0-9` as one hyphen.
///
/// It begins with a letter; `None` when nothing is left.
pub(crate) fn slug(title: &str) -> Option<String> {
    let mut out = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() >= MAX_ID {
            break;
        }
    }
    let out = out
        .trim_start_matches(|c: char| !c.is_ascii_lowercase())
        .trim_end_matches('-');
    (!out.is_empty()).then(|| out.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_small_and_plain() {
        assert!(RoleId::new("peran-2").is_ok());
        for text in ["", "2a", "Peran", "a b", "é", "-a"] {
            assert!(RoleId::new(text).is_err(), "{text}");
        }
        assert!(RoleId::new("a".repeat(65)).is_err());
    }

    #[test]
    fn keys_end_in_a_letter_or_digit() {
        assert!(CitationKey::new("doi:10.1000/x_y-1").is_ok());
        for text in ["", "a.", "@a", "a b", "_a", "ä"] {
            assert!(CitationKey::new(text).is_err(), "{text}");
        }
    }

    #[test]
    fn titles_make_ids() {
        assert_eq!(
            slug("Deskripsi Singkat").as_deref(),
            Some("deskripsi-singkat")
        );
        assert_eq!(
            slug("  2. Peran & “Fungsi”!").as_deref(),
            Some("peran-fungsi")
        );
        assert_eq!(slug("中文"), None);
        assert!(slug(&"a ".repeat(100)).is_some_and(|it| RoleId::new(it).is_ok()));
    }
}
