//! The bytes of the file, read back.

use std::collections::BTreeMap;

use kuliah_doc::{AssetError, AssetPath, BlockKind, Date, ExportError, Exporter, Figure, NoAssets};

use super::build::{WORDS, block, document, everything, odd, paragraph, safe, section, text};
use crate::Pdf;

fn open(bytes: &[u8]) -> lopdf::Document {
    lopdf::Document::load_mem(bytes).expect("a PDF")
}

fn catalog_stream(file: &lopdf::Document, key: &[u8]) -> String {
    let id = file
        .catalog()
        .expect("a catalog")
        .get(key)
        .expect("the key");
    let stream = file
        .get_object(id.as_reference().expect("indirect"))
        .expect("there");
    String::from_utf8(stream.as_stream().expect("a stream").content.clone()).expect("UTF-8")
}

#[test]
fn equal_documents_give_equal_bytes_in_every_thread() {
    let (document, assets) = everything();
    let first = Pdf::new()
        .export(&document, &assets)
        .expect("exported")
        .bytes;
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    Pdf::new()
                        .export(&document, &assets)
                        .expect("exported")
                        .bytes
                })
            })
            .collect();
        for thread in threads {
            assert!(thread.join().expect("no panic") == first);
        }
    });
    let mut other = document.clone();
    other.blocks.push(paragraph("tambahan"));
    assert!(Pdf::new().export(&other, &assets).expect("exported").bytes != first);
}

#[test]
fn odd_documents_are_written_too() {
    let exported = Pdf::new().export(&odd(), &NoAssets).expect("exported");
    assert!(open(&exported.bytes).get_pages().len() > 1);
}

#[test]
fn nesting_has_an_end() {
    let mut deep = paragraph("dalam");
    for _ in 0..200 {
        deep = section(1, None, "x", vec![deep]);
    }
    let result = Pdf::new().export(&document("Uji", vec![deep]), &NoAssets);
    assert!(matches!(result, Err(ExportError::Invalid(_))));
}

#[test]
fn the_text_can_be_taken_out_again() {
    let words = "Efisien, aﬁksasi, “kutipan” – Ωmega ≤ 5 → ya";
    let bytes = Pdf::new().export(&document("Judul", vec![paragraph(words)]), &NoAssets);
    let bytes = bytes.expect("exported").bytes;
    let file = open(&bytes);
    let found: String = file.extract_text(&[1]).expect("text");
    let found: String = found.split_whitespace().collect::<Vec<_>>().join(" ");
    // A character that shares its glyph with others is there as one of them.
    let want = words.replace('ﬁ', "fi");
    assert!(found.replace('ﬁ', "fi").contains(&want), "{found}");
    assert!(found.contains("Judul") && found.contains("Halaman 1 dari 1"));
}

#[test]
fn markup_in_a_title_stays_a_title() {
    let title = "A & B </rdf:li>";
    let mut document = document(title, vec![]);
    document.metadata.description = Some(safe("<x>"));
    let bytes = Pdf::new()
        .export(&document, &NoAssets)
        .expect("exported")
        .bytes;
    let file = open(&bytes);
    let xmp = catalog_stream(&file, b"Metadata");
    assert!(xmp.contains("A &amp; B &lt;/rdf:li&gt;</rdf:li>"), "{xmp}");
    assert!(xmp.contains("&lt;x&gt;"));
    let info = file
        .trailer
        .get(b"Info")
        .and_then(lopdf::Object::as_reference)
        .expect("info");
    let info = file.get_dictionary(info).expect("a dictionary");
    assert_eq!(
        info.get(b"Title")
            .and_then(lopdf::Object::as_str)
            .expect("title"),
        title.as_bytes()
    );
}

#[test]
fn dates_are_those_of_the_document() {
    let mut document = document("Uji", vec![]);
    let xmp = |document: &kuliah_doc::Document| {
        let bytes = Pdf::new()
            .export(document, &NoAssets)
            .expect("exported")
            .bytes;
        catalog_stream(&open(&bytes), b"Metadata")
    };
    assert!(xmp(&document).contains("<xmp:CreateDate>1980-01-01T00:00:00Z<"));
    document.metadata.date = Date::new(2018, 12, 29);
    assert!(xmp(&document).contains("<xmp:ModifyDate>2018-12-29T00:00:00Z<"));
}

#[test]
fn a_missing_picture_is_an_error_that_names_it() {
    let figure = |name: &str| {
        block(BlockKind::Figure(Figure {
            source: AssetPath::new(name).expect("safe"),
            alt: None,
            caption: None,
        }))
    };
    let document = document("Uji", vec![figure("a.png")]);
    let missing = Pdf::new()
        .export(&document, &NoAssets)
        .expect_err("no file");
    assert!(
        matches!(missing, ExportError::Asset { path, source: AssetError::NotFound } if path.as_str() == "a.png")
    );
    let broken = BTreeMap::from([("a.png".to_owned(), b"x".to_vec())]);
    let broken = Pdf::new()
        .export(&document, &broken)
        .expect_err("no picture");
    assert!(matches!(
        broken,
        ExportError::Asset {
            source: AssetError::Unreadable(_),
            ..
        }
    ));
}

#[test]
fn the_outline_follows_the_headings() {
    let parts = vec![
        section(
            1,
            Some(1),
            "Zebra",
            vec![section(2, Some(1), "Anak", vec![paragraph(WORDS)])],
        ),
        section(1, Some(2), "Ayam", vec![]),
    ];
    let bytes = Pdf::new()
        .export(&document("Uji", parts), &NoAssets)
        .expect("exported")
        .bytes;
    let file = open(&bytes);
    let follow = |dictionary: &lopdf::Dictionary, key: &[u8]| {
        let id = dictionary
            .get(key)
            .and_then(lopdf::Object::as_reference)
            .expect("there");
        file.get_dictionary(id).expect("a dictionary").clone()
    };
    let title = |it: &lopdf::Dictionary| {
        let title = it
            .get(b"Title")
            .and_then(lopdf::Object::as_str)
            .expect("a title");
        String::from_utf8(title.to_vec()).expect("ASCII")
    };
    let outline = follow(file.catalog().expect("a catalog"), b"Outlines");
    let first = follow(&outline, b"First");
    assert_eq!(title(&first), "A. Zebra");
    assert_eq!(title(&follow(&first, b"First")), "1. Anak");
    assert_eq!(title(&follow(&first, b"Next")), "B. Ayam");
}

#[test]
fn a_file_without_headings_has_no_outline() {
    let bytes = Pdf::new().export(
        &document("Uji", vec![block(BlockKind::Paragraph(text("x")))]),
        &NoAssets,
    );
    let file = open(&bytes.expect("exported").bytes);
    assert!(file.catalog().expect("a catalog").get(b"Outlines").is_err());
}
