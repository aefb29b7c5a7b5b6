//! The pictures in headers and footers of a template.

use super::archive::{Archive, shown};
use super::{TemplateError, reading};
use crate::xml::Element;

/// A picture of a template.
#[derive(Debug)]
pub(crate) struct Picture {
    source: String,
    /// Its extension.
    pub(crate) extension: &'static str,
    /// Its content type.
    pub(crate) content_type: &'static str,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// The pictures so far, each part once.
#[derive(Debug, Default)]
pub(super) struct Pictures(Vec<Picture>);

/// Extension, content type and first bytes of what Word shows.
const KINDS: [(&str, &str, &[u8]); 8] = [
    ("png", "image/png", b"\x89PNG\r\n\x1a\n"),
    ("jpeg", "image/jpeg", b"\xff\xd8\xff"),
    ("gif", "image/gif", b"GIF8"),
    ("bmp", "image/bmp", b"BM"),
    ("tiff", "image/tiff", b"II*\0"),
    ("tiff", "image/tiff", b"MM\0*"),
    ("emf", "image/x-emf", b"\x01\0\0\0"),
    ("wmf", "image/x-wmf", b"\xd7\xcd\xc6\x9a"),
];

impl Pictures {
    /// The number of the picture in a part, from 0.
    ///
    /// # Errors
    ///
    /// When the part is missing or no picture that Word shows.
    pub(super) fn add(
        &mut self,
        archive: &mut Archive<'_>,
        part: &str,
    ) -> Result<usize, TemplateError> {
        if let Some(known) = self.0.iter().position(|it| it.source == part) {
            return Ok(known);
        }
        let missing = || TemplateError::Missing(shown(part));
        let bytes = archive.read(part)?.ok_or_else(missing)?;
        let kind = KINDS.iter().find(|(_, _, first)| bytes.starts_with(first));
        let (extension, content_type, bytes) = match kind {
            Some(&(extension, content_type, _)) => (extension, content_type, bytes),
            None => ("svg", "image/svg+xml", drawing(part, &bytes)?),
        };
        self.0.push(Picture {
            source: part.to_owned(),
            extension,
            content_type,
            bytes,
        });
        Ok(self.0.len() - 1)
    }

    pub(super) fn into_all(self) -> Vec<Picture> {
        self.0
    }
}

impl Picture {
    /// The file of the picture below `word/`.
    pub(crate) fn file(&self, index: usize) -> String {
        format!("media/template{}.{}", index + 1, self.extension)
    }
}

/// An SVG drawing that neither runs anything nor fetches anything.
fn drawing(part: &str, bytes: &[u8]) -> Result<Vec<u8>, TemplateError> {
    let unsupported = || TemplateError::Unsupported(format!("the picture `{}`", shown(part)));
    let root = reading::read(part, bytes, "svg").map_err(|_| unsupported())?;
    if is_still(&root) {
        Ok(root.to_part())
    } else {
        Err(unsupported())
    }
}

fn is_still(element: &Element) -> bool {
    let active = ["script", "foreignObject", "iframe", "use", "style"];
    let fetches = |(name, value): &(String, String)| {
        let name = name.rsplit(':').next().unwrap_or(name);
        let outward = name.starts_with("on") || name == "href" && !value.starts_with('#');
        outward || value.contains("url(") && !value.contains("url(#")
    };
    !active.contains(&element.name.as_str())
        && !element.attributes.iter().any(fetches)
        && element.elements().all(is_still)
}
