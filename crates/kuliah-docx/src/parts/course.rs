//! The course that a file carries along, so that it can be read back after it was edited.
//!
//! It is a custom XML part, which Word and LibreOffice keep when they save a file:
//!
//! ```xml
//! <course xmlns="urn:kuliah:course" version="1" blocks="sha256:…">
//!   <json>{"format": 1, …}</json>
//!   <nodes>
//!     <node bookmark="src_s0_r2_c3" pointer="/sections/0/roles/2/content/3"/>
//!   </nodes>
//! </course>
//! ```

use std::fmt::Write as _;

use kuliah_doc::{Document, ExportError, block_texts};
use sha2::{Digest, Sha256};

use crate::options::Embed;
use crate::package::{Part, Relationship, relationships};
use crate::xml::Element;

/// The namespace of the part that carries the course.
pub const COURSE_NAMESPACE: &str = "urn:kuliah:course";
/// The version of its form; another one when a reader of this one would read it wrongly.
const VERSION: &str = "1";
/// The name under which programs ask for the part: one for all files, since each has one.
const ITEM: &str = "{6B756C69-6168-4D01-8F00-636F75727365}";
const DATA_STORE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

/// The SHA-256 of what the blocks of a document say, as 64 small hexadecimal digits.
///
/// It runs over the texts of [`block_texts`], in their order, each in UTF-8 and each followed
/// by one line feed (U+000A). Who reads the blocks of an edited file the same way can tell
/// whether anything was changed at all.
pub fn blocks_digest(document: &Document) -> String {
    let mut digest = Sha256::new();
    for text in block_texts(document) {
        digest.update(text.as_bytes());
        digest.update(b"\n");
    }
    let bytes = digest.finalize();
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The part, what it says of itself, and the relationship between the two.
///
/// # Errors
///
/// [`ExportError::Invalid`] when the JSON is not UTF-8.
pub(super) fn parts(
    embed: &Embed,
    document: &Document,
    sources: &[(String, String)],
) -> Result<Vec<Part>, ExportError> {
    let json = std::str::from_utf8(&embed.json)
        .map_err(|_| ExportError::Invalid("the course to carry along is not UTF-8".to_owned()))?;
    let mut nodes = Element::new("nodes");
    for (bookmark, pointer) in sources {
        nodes.push(
            Element::new("node")
                .with("bookmark", bookmark.as_str())
                .with("pointer", pointer.as_str()),
        );
    }
    let course = Element::new("course")
        .with("xmlns", COURSE_NAMESPACE)
        .with("version", VERSION)
        .with("blocks", format!("sha256:{}", blocks_digest(document)))
        .child(Element::new("json").text(plain(json)))
        .child(nodes);
    let schema = Element::new("ds:schemaRef").with("ds:uri", COURSE_NAMESPACE);
    let properties = Element::new("ds:datastoreItem")
        .with("ds:itemID", ITEM)
        .with("xmlns:ds", DATA_STORE)
        .child(Element::new("ds:schemaRefs").child(schema));
    let relation = Relationship::to_part("rId1", "customXmlProps", "itemProps1.xml");
    let properties_type = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
    Ok(vec![
        Part {
            name: "customXml/item1.xml".to_owned(),
            content_type: None,
            bytes: course.to_part(),
        },
        Part {
            name: "customXml/itemProps1.xml".to_owned(),
            content_type: Some(properties_type),
            bytes: properties.to_part(),
        },
        relationships("customXml/_rels/item1.xml.rels", &[relation]),
    ])
}

/// JSON without the few characters that XML cannot hold.
///
/// They stand only in strings, where an escape says the same (RFC 8259, section 7).
fn plain(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if matches!(c, '\u{fffe}' | '\u{ffff}') {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}
