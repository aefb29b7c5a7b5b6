//! Files against the standards they claim, as `page_validation` judges them, and what readers of
//! the options get.

use std::collections::BTreeMap;

use kuliah_doc::{Assets, Document, ExportError, Exporter, NoAssets};
use kuliah_theme::Theme;
use lopdf::{Dictionary, Object, ObjectId};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

use super::build::{WORDS, document, everything, odd, paragraph, section};
use crate::{Attachment, FontFile, NoteLines, Pdf, PdfOptions, Sheets};

use ValidationProfile::{PdfA2a, PdfA3a, PdfUa1};

/// Rules of a standard that a file breaks.
fn broken(bytes: &[u8], profile: ValidationProfile) -> Vec<String> {
    let options = ValidationOptions::default().profile(profile);
    let report = validate_pdf_bytes(bytes, &options).expect("a verdict");
    let failures = report.failures.iter().map(|it| format!("{it:?}"));
    let failures: Vec<String> = failures.collect();
    assert_eq!(failures.is_empty(), report.is_compliant);
    failures
}

fn assert_valid(bytes: &[u8], archive: ValidationProfile) {
    for profile in [PdfUa1, archive] {
        assert_eq!(broken(bytes, profile), Vec::<String>::new(), "{profile:?}");
    }
}

fn export(options: PdfOptions, document: &Document, assets: &dyn Assets) -> Vec<u8> {
    let exported = Pdf::with_options(options).export(document, assets);
    exported.expect("exported").bytes
}

fn open(bytes: &[u8]) -> lopdf::Document {
    lopdf::Document::load_mem(bytes).expect("a PDF")
}

fn follow<'a>(file: &'a lopdf::Document, dictionary: &'a Dictionary, path: &[&str]) -> &'a Object {
    let (first, rest) = path.split_first().expect("a path");
    let (_, object) = file
        .dereference(dictionary.get(first.as_bytes()).expect("the key"))
        .expect("there");
    if rest.is_empty() {
        object
    } else {
        follow(file, object.as_dict().expect("a dictionary"), rest)
    }
}

#[test]
fn documents_of_every_kind_conform() {
    let (document, assets) = everything();
    assert_valid(&export(PdfOptions::new(), &document, &assets), PdfA2a);
    assert_valid(&export(PdfOptions::new(), &odd(), &NoAssets), PdfA2a);
    let empty = super::build::document("Uji", Vec::new());
    assert_valid(&export(PdfOptions::new(), &empty, &NoAssets), PdfA2a);
}

/// A file with one thing wrong, by what is done to its catalogue.
fn spoilt(bytes: &[u8], spoil: impl Fn(&mut lopdf::Document, ObjectId)) -> Vec<u8> {
    let mut file = open(bytes);
    let catalog = file.trailer.get(b"Root").and_then(Object::as_reference);
    spoil(&mut file, catalog.expect("a catalogue"));
    let mut out = Vec::new();
    file.save_to(&mut out).expect("saved");
    out
}

fn without(bytes: &[u8], key: &str) -> Vec<u8> {
    spoilt(bytes, |file, catalog| {
        let catalog = file.get_dictionary_mut(catalog).expect("a dictionary");
        catalog.remove(key.as_bytes()).expect("it was there");
    })
}

#[test]
fn the_judge_sees_faults() {
    let (document, assets) = everything();
    let bytes = export(PdfOptions::new(), &document, &assets);
    assert_valid(&spoilt(&bytes, |_, _| {}), PdfA2a);
    for key in ["Lang", "ViewerPreferences", "Metadata"] {
        assert!(!broken(&without(&bytes, key), PdfUa1).is_empty(), "{key}");
    }
    for key in ["MarkInfo", "OutputIntents", "StructTreeRoot", "Metadata"] {
        assert!(!broken(&without(&bytes, key), PdfA2a).is_empty(), "{key}");
    }
    let no_fonts = spoilt(&bytes, |file, _| {
        for object in file.objects.values_mut() {
            if let Ok(it) = object.as_dict_mut() {
                it.remove(b"FontFile2");
            }
        }
    });
    assert!(!broken(&no_fonts, PdfUa1).is_empty());
    let no_words = spoilt(&bytes, |file, _| {
        for object in file.objects.values_mut() {
            if let Ok(it) = object.as_dict_mut() {
                it.remove(b"ToUnicode");
                it.remove(b"Alt");
            }
        }
    });
    assert!(!broken(&no_words, PdfUa1).is_empty());
}

#[test]
fn an_attachment_comes_out_as_it_went_in_and_makes_it_pdf_a_3() {
    let (document, assets) = everything();
    // The checksums of some of these end in a CR, which some readers would swallow.
    for length in (0..1_400).step_by(97) {
        let source: Vec<u8> = WORDS.bytes().cycle().take(length).collect();
        let attachment = Attachment::new("naskah – sumber.md", "text/markdown", source.clone());
        let attachment = attachment.expect("allowed");
        let options = PdfOptions::new().with_attachment(attachment);
        let bytes = export(options, &document, &assets);
        if length == 0 || length > 1_300 {
            assert_valid(&bytes, PdfA3a);
        }
        let file = open(&bytes);
        let catalog = file.catalog().expect("a catalogue");
        let listed = follow(&file, catalog, &["AF"]).as_array().expect("a list");
        let (_, specification) = file.dereference(&listed[0]).expect("there");
        let specification = specification.as_dict().expect("a dictionary");
        let relationship = follow(&file, specification, &["AFRelationship"]);
        assert_eq!(relationship.as_name().expect("a name"), b"Source");
        let stream = follow(&file, specification, &["EF", "UF"]);
        let stream = stream.as_stream().expect("a stream");
        let content = if stream.dict.has(b"Filter") {
            stream.decompressed_content().expect("deflated")
        } else {
            stream.content.clone()
        };
        assert!(content == source, "{length}");
        let size = follow(&file, &stream.dict, &["Params", "Size"]);
        assert_eq!(
            size.as_i64().expect("a number"),
            i64::try_from(length).expect("small")
        );
    }
}

#[test]
fn sheets_conform_and_links_and_labels_go_along() {
    let parts = (1..=6).map(|number| {
        let text = (0..12).map(|_| paragraph(WORDS)).collect();
        section(1, Some(number), "Bagian", text)
    });
    let mut document = document("Uji", parts.collect());
    let (every, assets) = everything();
    document.blocks.extend(every.blocks);
    let pages = open(&export(PdfOptions::new(), &document, &assets))
        .get_pages()
        .len();
    for (number, lines) in [(2, NoteLines::Below), (3, NoteLines::Beside)] {
        let sheets = Sheets::new(number, lines).expect("2 or 3");
        let bytes = export(PdfOptions::new().with_sheets(sheets), &document, &assets);
        assert_valid(&bytes, PdfA2a);
        let file = open(&bytes);
        let number = usize::from(number);
        assert_eq!(file.get_pages().len(), pages.div_ceil(number));
        let catalog = file.catalog().expect("a catalogue");
        let labels = follow(&file, catalog, &["PageLabels", "Nums"]);
        let labels = labels.as_array().expect("a list");
        assert_eq!(labels.len(), 2 * pages.div_ceil(number));
        let first = labels[1]
            .as_dict()
            .expect("a label")
            .get(b"P")
            .expect("a prefix");
        let first = lopdf::decode_text_string(first).expect("text");
        assert_eq!(first, format!("1–{number}"));
    }
}

fn own(path: &str) -> PdfOptions {
    let theme = format!("base = \"handout\"\n[fonts.text]\nregular = \"{path}\"\n");
    PdfOptions::new().with_theme(Theme::from_toml(&theme).expect("a theme"))
}

const CODE: &[u8] = include_bytes!("../../fonts/SourceCodePro_400Regular.ttf");

fn base_fonts(bytes: &[u8]) -> Vec<String> {
    let file = open(bytes);
    let fonts = file.objects.values().filter_map(|it| it.as_dict().ok());
    let names = fonts.filter_map(|it| it.get(b"FontName").and_then(Object::as_name).ok());
    names
        .map(|it| String::from_utf8_lossy(it).into_owned())
        .collect()
}

#[test]
fn a_font_of_the_lecturers_own_is_used_with_the_bundled_one_behind_it() {
    let (document, mut assets) = everything();
    assets.insert("huruf.ttf".to_owned(), CODE.to_vec());
    let bytes = export(own("huruf.ttf"), &document, &assets);
    assert_valid(&bytes, PdfA2a);
    assert!(
        base_fonts(&bytes)
            .iter()
            .any(|it| it.ends_with("+SourceCodePro-Regular"))
    );
    let text = open(&bytes).extract_text(&[1]).expect("text");
    assert!(text.contains("tegas"), "{text}");
    let file = FontFile::new(CODE.to_vec()).expect("sound");
    let missing = file.lacks(&document);
    assert!(
        missing.contains(&'漢') && !missing.contains(&'a'),
        "{missing:?}"
    );
}

#[test]
fn a_font_that_cannot_be_used_is_named() {
    let document = document("Uji", vec![paragraph("x")]);
    let files = BTreeMap::from([("huruf.ttf".to_owned(), b"no font".to_vec())]);
    let error = Pdf::with_options(own("huruf.ttf")).export(&document, &files);
    let Err(ExportError::Asset { path, .. }) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(path.as_str(), "huruf.ttf");
}

#[test]
fn a_picture_without_description_or_caption_is_called_by_its_file() {
    let (_, assets) = everything();
    let figure = kuliah_doc::Figure {
        source: kuliah_doc::AssetPath::new("gambar.png").expect("safe"),
        alt: None,
        caption: None,
    };
    let figure = super::build::block(kuliah_doc::BlockKind::Figure(figure));
    let document = document("Uji", vec![figure]);
    let bytes = export(PdfOptions::new(), &document, &assets);
    assert_valid(&bytes, PdfA2a);
    let file = open(&bytes);
    let mut elements = file.objects.values().filter_map(|it| it.as_dict().ok());
    let alt = elements.find_map(|it| it.get(b"Alt").ok()).expect("an Alt");
    assert_eq!(alt.as_str().expect("text"), b"gambar.png");
}
