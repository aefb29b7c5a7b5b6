//! Properties of the file and languages of the text.

use kuliah_doc::{Inline, Language};

use super::document::rich;
use super::reader::all;
use super::tree::{paragraph, words};
use super::{open, with};

#[test]
fn each_property_is_there_once() {
    let core = open(&rich()).part("docProps/core.xml");
    let names: Vec<_> = core.elements().map(|it| it.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "dc:title",
            "dc:creator",
            "dc:subject",
            "dc:description",
            "cp:keywords",
            "dc:language",
            "cp:lastModifiedBy",
            "dcterms:created",
            "dcterms:modified"
        ]
    );
    let source = open(&rich()).source("docProps/core.xml");
    assert!(source.contains("<dc:creator>Penulis Pertama, Penulis Kedua</dc:creator>"));
    assert!(source.contains(">2026-09-01T00:00:00Z</dcterms:created>"));
}

#[test]
fn without_a_day_the_first_of_1980_stands() {
    let mut document = rich();
    document.metadata.date = None;
    document.metadata.rights = None;
    let package = open(&document);
    let core = package.source("docProps/core.xml");
    assert!(core.contains(">1980-01-01T00:00:00Z</dcterms:modified>"));
    assert!(!package.parts.contains_key("docProps/custom.xml"));
}

#[test]
fn the_terms_of_use_are_kept() {
    let custom = open(&rich()).source("docProps/custom.xml");
    assert!(custom.contains("<vt:lpwstr>CC BY-SA 4.0</vt:lpwstr>"));
}

#[test]
fn languages_have_regions() {
    let span = |tag: &str| Inline::Span {
        language: Language::new(tag).expect("a tag"),
        content: words("x"),
    };
    let tags = ["en", "ar", "ja", "en-GB"];
    let mut document = with(vec![paragraph(tags.map(span).into())]);
    document.metadata.language = Language::new("en").expect("a tag");
    let package = open(&document);
    let text = package.part("word/document.xml");
    let shown: Vec<_> = all(&text, "w:lang")
        .iter()
        .map(|it| it.attributes.clone())
        .collect();
    let pairs = |pairs: &[(&str, &str)]| -> Vec<_> {
        pairs
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
            .collect()
    };
    assert_eq!(
        shown,
        [
            pairs(&[("w:val", "en-US")]),
            pairs(&[("w:val", "ar-SA"), ("w:bidi", "ar-SA")]),
            pairs(&[("w:val", "ja-JP"), ("w:eastAsia", "ja-JP")]),
            pairs(&[("w:val", "en-GB")]),
        ]
    );
    assert!(
        package
            .source("word/styles.xml")
            .contains(r#"<w:lang w:val="en-US""#)
    );
    assert!(
        package
            .source("docProps/core.xml")
            .contains("<dc:language>en-US<")
    );
    assert!(
        package
            .source("word/settings.xml")
            .contains(r#"<w:decimalSymbol w:val="."/>"#)
    );
}

#[test]
fn a_quotation_speaks_its_own_language() {
    let text = open(&rich()).part("word/document.xml");
    let runs = all(&text, "w:r");
    let english = runs.iter().filter(|run| {
        let language = run.find("w:rPr").and_then(|it| it.find("w:lang"));
        language.and_then(|it| it.get("w:val")) == Some("en-US")
    });
    assert_eq!(english.count(), 3);
}
