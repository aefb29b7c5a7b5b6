//! The package: parts, their types and relationships, in one archive.
//!
//! Part names and relationships follow ISO/IEC 29500-2. Equal parts give equal
//! bytes: a fixed order, the time stamp 1980-01-01, one level of compression.

use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::xml::Element;

const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// Types by extension, for the parts that have none of their own.
const DEFAULTS: [(&str, &str); 4] = [
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    (
        "rels",
        "application/vnd.openxmlformats-package.relationships+xml",
    ),
    ("xml", "application/xml"),
];

/// A part of the package.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its name without the first stroke: `word/document.xml`.
    pub(crate) name: String,
    /// Its content type; `None` where its extension says it.
    pub(crate) content_type: Option<&'static str>,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// A relationship of a part.
#[derive(Debug)]
pub(crate) struct Relationship {
    id: String,
    kind: String,
    target: String,
    external: bool,
}

impl Relationship {
    /// To another part; `kind` is the end of an Office type, or a whole type.
    pub(crate) fn to_part(id: impl Into<String>, kind: &str, target: impl Into<String>) -> Self {
        let kind = if kind.contains(':') {
            kind.to_owned()
        } else {
            [OFFICE, kind].concat()
        };
        Self {
            id: id.into(),
            kind,
            target: target.into(),
            external: false,
        }
    }

    /// To an address out of the package.
    pub(crate) fn to_address(id: impl Into<String>, address: &str) -> Self {
        Self {
            external: true,
            ..Self::to_part(id, "hyperlink", address)
        }
    }
}

/// The relationships of a part, as a part of their own.
pub(crate) fn relationships(name: &str, relationships: &[Relationship]) -> Part {
    let mut root = Element::new("Relationships").with("xmlns", RELATIONSHIPS);
    for relationship in relationships {
        let mut element = Element::new("Relationship")
            .with("Id", &*relationship.id)
            .with("Type", &*relationship.kind)
            .with("Target", &*relationship.target);
        if relationship.external {
            element.set("TargetMode", "External");
        }
        root.push(element);
    }
    Part {
        name: name.to_owned(),
        content_type: None,
        bytes: root.to_part(),
    }
}

/// The content types of all parts; the first part of the package.
pub(crate) fn content_types(parts: &[Part]) -> Part {
    let mut root = Element::new("Types").with("xmlns", CONTENT_TYPES);
    for (extension, content_type) in DEFAULTS {
        root.push(
            Element::new("Default")
                .with("Extension", extension)
                .with("ContentType", content_type),
        );
    }
    for part in parts {
        if let Some(content_type) = part.content_type {
            root.push(
                Element::new("Override")
                    .with("PartName", format!("/{}", part.name))
                    .with("ContentType", content_type),
            );
        }
    }
    Part {
        name: "[Content_Types].xml".to_owned(),
        content_type: None,
        bytes: root.to_part(),
    }
}

/// Writes parts into an archive, in their order.
///
/// # Errors
///
/// When a part is too large for the format, or two have one name.
pub(crate) fn pack(parts: &[Part]) -> Result<Vec<u8>, ZipError> {
    // Without permissions, Word for Mac does not open the file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        archive.start_file(part.name.as_str(), options)?;
        archive.write_all(&part.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_parts_give_the_same_bytes() {
        let part = || Part {
            name: "word/a.xml".to_owned(),
            content_type: Some("application/x"),
            bytes: vec![b'a'; 5_000],
        };
        let pack = || pack(&[content_types(&[part()]), part()]).expect("an archive");
        assert_eq!(pack(), pack());
        assert!(pack().len() < 1_500);
    }

    #[test]
    fn addresses_are_marked_as_outside() {
        let link = Relationship::to_address("rIdL1", "https://a.id/?b&c");
        let part = relationships("_rels/.rels", &[link]);
        let text = String::from_utf8(part.bytes).expect("UTF-8");
        assert!(text.contains(r#"Target="https://a.id/?b&amp;c" TargetMode="External"/>"#));
    }
}
