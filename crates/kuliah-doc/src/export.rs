//! What an exporter is.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use kuliah_source::Diagnostic;

use crate::Document;

/// A format that the document tree can be written in.
pub trait Exporter: Sync {
    /// The format's name on the command line, which is its file extension too: `pdf`.
    fn name(&self) -> &'static str;

    /// Writes a document; equal documents and assets give equal bytes.
    ///
    /// # Errors
    ///
    /// When the document cannot be written at all. What can be shown only in part
    /// comes back in [`Exported::diagnostics`].
    fn export(&self, document: &Document, assets: &dyn Assets) -> Result<Exported, ExportError>;
}

/// A finished file.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported {
    /// The file, byte for byte.
    pub bytes: Vec<u8>,
    /// What the format could not show, at the author's place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why nothing was written.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// An asset could not be had or used.
    Asset {
        /// Which.
        path: AssetPath,
        /// Why.
        source: AssetError,
    },
    /// The library that writes the format failed.
    Backend(Box<dyn Error + Send + Sync>),
    /// The document breaks an invariant of the tree; says which.
    Invalid(String),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asset { path, .. } => write!(f, "cannot use `{path}`"),
            Self::Backend(_) => f.write_str("the format's writer failed"),
            Self::Invalid(what) => write!(f, "the document cannot be written: {what}"),
        }
    }
}

impl Error for ExportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Asset { source, .. } => Some(source),
            Self::Backend(error) => Some(&**error),
            Self::Invalid(_) => None,
        }
    }
}

/// The path of a file named by a course: relative, downward, with `/` between its parts.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct AssetPath(String);

impl AssetPath {
    /// Checks a path, the same way on every system: no root, drive, scheme, backslash,
    /// control character, `..`, and nothing empty.
    ///
    /// # Errors
    ///
    /// [`AssetError::Unsafe`].
    pub fn new(path: &str) -> Result<Self, AssetError> {
        let bad = |c: char| c.is_control() || c == '\\' || c == ':';
        let part_ok = |part: &str| !part.is_empty() && part != "..";
        if path.is_empty() || path.contains(bad) || !path.split('/').all(part_ok) {
            return Err(AssetError::Unsafe);
        }
        Ok(Self(path.to_owned()))
    }

    /// The path as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AssetPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a file named by a course could not be had.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum AssetError {
    /// The path leads, or could lead, out of the project.
    Unsafe,
    /// There is no such file.
    NotFound,
    /// It is larger than this many bytes.
    TooLarge(u64),
    /// It is there but could not be read or used; says why.
    Unreadable(String),
}

impl fmt::Display for AssetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsafe => f.write_str("the path leads out of the project"),
            Self::NotFound => f.write_str("no such file"),
            Self::TooLarge(limit) => write!(f, "larger than {limit} bytes"),
            Self::Unreadable(why) => f.write_str(why),
        }
    }
}

impl Error for AssetError {}

/// Where the files come from that a course names.
pub trait Assets: Sync {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// See [`AssetError`].
    fn read(&self, path: &AssetPath) -> Result<Cow<'_, [u8]>, AssetError>;
}

/// No files at all.
#[derive(Debug, Copy, Clone, Default)]
pub struct NoAssets;

impl Assets for NoAssets {
    fn read(&self, _: &AssetPath) -> Result<Cow<'_, [u8]>, AssetError> {
        Err(AssetError::NotFound)
    }
}

impl Assets for std::collections::BTreeMap<String, Vec<u8>> {
    fn read(&self, path: &AssetPath) -> Result<Cow<'_, [u8]>, AssetError> {
        self.get(path.as_str())
            .map(|bytes| Cow::Borrowed(bytes.as_slice()))
            .ok_or(AssetError::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_below_the_project() {
        assert!(AssetPath::new("gambar/peran kerja.png").is_ok());
        for path in [
            "",
            "/etc/passwd",
            "../a",
            "a/../../b",
            "a//b",
            "C:a",
            "a\\b",
            "file:///x",
        ] {
            assert_eq!(AssetPath::new(path), Err(AssetError::Unsafe), "{path}");
        }
    }
}
