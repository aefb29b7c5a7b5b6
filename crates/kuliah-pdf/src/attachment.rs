//! A file inside the file: the source that a handout was made of.

use std::error::Error;
use std::fmt;

/// What an attachment is to the document (ISO 19005-3, annex E).
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Relationship {
    /// The document was made of it.
    #[default]
    Source,
    /// Something the document shows, as data.
    Data,
    /// More on the subject.
    Supplement,
}

impl Relationship {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Source => "Source",
            Self::Data => "Data",
            Self::Supplement => "Supplement",
        }
    }
}

/// A file that goes along in the PDF, which becomes PDF/A-3a.
///
/// It is written as it is: whoever hands it over sees to it that it holds nothing which the
/// readers of this copy are not to see.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Attachment {
    name: String,
    media_type: String,
    bytes: Vec<u8>,
    relationship: Relationship,
}

impl Attachment {
    /// An attachment that the document was made of; `media_type` is such as `text/markdown`.
    ///
    /// # Errors
    ///
    /// [`AttachmentError`] when the name is no plain file name or the type no media type.
    pub fn new(
        name: impl Into<String>,
        media_type: impl Into<String>,
        bytes: Vec<u8>,
    ) -> Result<Self, AttachmentError> {
        let (name, media_type) = (name.into(), media_type.into());
        let plain = |c: char| !c.is_control() && !r#"/\:*?"<>|"#.contains(c);
        if name.trim_matches('.').is_empty() || !name.chars().all(plain) {
            return Err(AttachmentError::Name(name));
        }
        if !is_media_type(&media_type) {
            return Err(AttachmentError::MediaType(media_type));
        }
        Ok(Self {
            name,
            media_type,
            bytes,
            relationship: Relationship::default(),
        })
    }

    /// Says what it is to the document.
    #[must_use]
    pub fn with_relationship(mut self, relationship: Relationship) -> Self {
        self.relationship = relationship;
        self
    }

    /// The name that it is saved under.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its media type.
    pub fn media_type(&self) -> &str {
        &self.media_type
    }

    /// What is in it.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What it is to the document.
    pub fn relationship(&self) -> Relationship {
        self.relationship
    }
}

/// A type and a subtype (RFC 6838, 4.2), without parameters.
fn is_media_type(text: &str) -> bool {
    let good = |part: &str| {
        let mut bytes = part.bytes();
        bytes.next().is_some_and(|it| it.is_ascii_alphanumeric())
            && part.len() <= 127
            && bytes.all(|it| it.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&it))
    };
    text.split_once('/')
        .is_some_and(|(kind, subtype)| good(kind) && good(subtype))
}

/// Why a file cannot be attached.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum AttachmentError {
    /// No plain file name.
    Name(String),
    /// No media type.
    MediaType(String),
}

impl fmt::Display for AttachmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => write!(f, "`{}` is no plain file name", name.escape_debug()),
            Self::MediaType(it) => write!(f, "`{}` is no media type", it.escape_debug()),
        }
    }
}

impl Error for AttachmentError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_plain_file_name_and_a_type_a_media_type() {
        let attach = |name: &str, kind: &str| Attachment::new(name, kind, Vec::new());
        assert!(attach("kuliah ke-3.md", "text/markdown").is_ok());
        assert!(attach("a.json", "application/ld+json").is_ok());
        for name in ["", "..", "a/b", "a\\b", "a\nb", "c:d"] {
            let error = AttachmentError::Name(name.to_owned());
            assert_eq!(attach(name, "text/plain"), Err(error));
        }
        for kind in [
            "",
            "text",
            "text/",
            "/x",
            "text/a b",
            "text/x;charset=utf-8",
        ] {
            let error = AttachmentError::MediaType(kind.to_owned());
            assert_eq!(attach("a", kind), Err(error));
        }
    }
}
