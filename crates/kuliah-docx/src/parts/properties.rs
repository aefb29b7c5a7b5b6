//! The properties of the file: who wrote what, when, in which language.

use kuliah_doc::{Metadata, SafeText};

use crate::package::Part;
use crate::xml::Element;

const CORE: [(&str, &str); 5] = [
    (
        "xmlns:cp",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    ),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:dcmitype", "http://purl.org/dc/dcmitype/"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
];
const EXTENDED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
const CUSTOM: &str = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
const VARIANT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
/// The one set of custom properties (ISO/IEC 29500-1, 22.3).
const CUSTOM_SET: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/// Writes the core and the extended properties, and the rights where they are given.
pub(super) fn parts(metadata: &Metadata, language: &str) -> Vec<Part> {
    let mut parts = vec![
        Part {
            name: "docProps/core.xml".to_owned(),
            content_type: Some("application/vnd.openxmlformats-package.core-properties+xml"),
            bytes: core(metadata, language).to_part(),
        },
        Part {
            name: "docProps/app.xml".to_owned(),
            content_type: Some(
                "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            ),
            bytes: extended().to_part(),
        },
    ];
    parts.extend(metadata.rights.as_ref().map(|rights| Part {
        name: "docProps/custom.xml".to_owned(),
        content_type: Some("application/vnd.openxmlformats-officedocument.custom-properties+xml"),
        bytes: custom(rights).to_part(),
    }));
    parts
}

fn core(metadata: &Metadata, language: &str) -> Element {
    let authors = join(&metadata.authors);
    let day = metadata
        .date
        .map_or_else(|| "1980-01-01".to_owned(), |it| it.to_string());
    let time = |name| {
        Element::new(name)
            .with("xsi:type", "dcterms:W3CDTF")
            .text(format!("{day}T00:00:00Z"))
    };
    let mut root = Element::new("cp:coreProperties");
    root.attributes = CORE.map(|(k, v)| (k.to_owned(), v.to_owned())).into();
    root.push(Element::new("dc:title").text(metadata.title.as_str()));
    root.push(Element::new("dc:creator").text(&*authors));
    if let Some(description) = &metadata.description {
        root.push(Element::new("dc:subject").text(description.as_str()));
        root.push(Element::new("dc:description").text(description.as_str()));
    }
    if !metadata.keywords.is_empty() {
        root.push(Element::new("cp:keywords").text(join(&metadata.keywords)));
    }
    root.push(Element::new("dc:language").text(language));
    root.push(Element::new("cp:lastModifiedBy").text(authors));
    root.push(time("dcterms:created"));
    root.push(time("dcterms:modified"));
    root
}

/// Counts of pages and words are left out: they would be guesses.
fn extended() -> Element {
    Element::new("Properties")
        .with("xmlns", EXTENDED)
        .child(Element::new("Application").text("Kuliah"))
}

/// The core properties have no place for the terms of use.
fn custom(rights: &SafeText) -> Element {
    let value = Element::new("vt:lpwstr").text(rights.as_str());
    let property = Element::new("property")
        .with("fmtid", CUSTOM_SET)
        .with("pid", "2")
        .with("name", "Rights")
        .child(value);
    Element::new("Properties")
        .with("xmlns", CUSTOM)
        .with("xmlns:vt", VARIANT)
        .child(property)
}

fn join(texts: &[SafeText]) -> String {
    let texts: Vec<_> = texts.iter().map(SafeText::as_str).collect();
    texts.join(", ")
}
