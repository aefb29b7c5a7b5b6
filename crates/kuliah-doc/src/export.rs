//! What an exporter is.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use kuliah_source::{AssetPath, Diagnostic, UnsafePath};

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

impl From<UnsafePath> for AssetError {
    fn from(_: UnsafePath) -> Self {
        Self::Unsafe
    }
}

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
