//! Why citations could not be formatted.

use std::fmt;

/// Why [`format()`](crate::format()) gave no text.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum CiteError {
    /// A citation names a key that no reference has.
    UnknownKey {
        /// The key.
        key: String,
        /// The position of the request, from 0.
        request: usize,
    },
    /// Two references have the same key.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A citation of nothing.
    EmptyRequest {
        /// The position of the request, from 0.
        request: usize,
    },
    /// A style or locale that cannot be read.
    BrokenStyle {
        /// Its name.
        name: &'static str,
        /// What the reader said.
        detail: String,
    },
}

impl fmt::Display for CiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey { key, .. } => write!(f, "no reference has the key `{key}`"),
            Self::DuplicateKey { key } => write!(f, "two references have the key `{key}`"),
            Self::EmptyRequest { .. } => f.write_str("a citation names no reference"),
            Self::BrokenStyle { name, detail } => {
                write!(f, "the citation style `{name}` cannot be read: {detail}")
            }
        }
    }
}

impl std::error::Error for CiteError {}
