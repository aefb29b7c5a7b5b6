//! The text of a file is the text of the document, block by block.

use kuliah_doc::{BlockKind, CalloutKind, Document, Inline, Marker, block_texts};

use super::document::rich;
use super::tree::{block, callout, item, list, paragraph, reference, safe, section, text, words};
use super::{open, with};

fn same(document: &Document) {
    let wanted: Vec<_> = block_texts(document)
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    assert_eq!(open(document).texts(), wanted);
}

#[test]
fn the_rich_document_is_all_there() {
    let texts = open(&rich()).texts();
    same(&rich());
    assert!(texts.len() > 80, "{}", texts.len());
    for wanted in [
        "A. Materi",
        "1. Tiga peran",
        "a. Peran pengawas",
        "Tabel 1. Peran auditor internal",
    ] {
        assert!(texts.iter().any(|it| it == wanted), "{wanted}");
    }
}

#[test]
fn a_document_of_a_title_alone_is_a_file() {
    let mut document = with(Vec::new());
    document.front.facts.clear();
    document.front.subtitle = None;
    document.front.authors.clear();
    same(&document);
}

#[test]
fn whatever_xml_could_trip_over_is_kept() {
    let nasty = "& < > \" ' ]]> <!-- --> {{language}} &amp; #1 %1. \u{fffd} 𝒳 é  dua   blank";
    let mut document = with(vec![
        section(1, Some(1), nasty, nasty, vec![paragraph(words(nasty))]),
        callout(CalloutKind::Note, nasty, vec![paragraph(words(nasty))]),
    ]);
    document.metadata.title = safe(nasty);
    document.metadata.authors = vec![safe(nasty)];
    document.metadata.keywords = vec![safe(nasty)];
    document.metadata.rights = Some(safe(nasty));
    document.metadata.description = Some(safe(nasty));
    document.labels.contents = safe(nasty);
    document.labels.page = safe(nasty);
    document.front.title = words(nasty);
    same(&document);
    let core = open(&document).source("docProps/core.xml");
    assert!(core.contains("<dc:title>&amp; &lt; &gt; &quot; ' ]]&gt;"));
}

#[test]
fn lists_count_anew_and_go_on_where_they_should() {
    let inner = || {
        list(
            Marker::Decimal,
            vec![
                item(vec![paragraph(words("x"))]),
                item(vec![paragraph(words("y"))]),
            ],
        )
    };
    let boxed = callout(CalloutKind::Note, "kotak", vec![inner()]);
    let note = Inline::Footnote {
        number: 1,
        content: vec![paragraph(words("catatan")), inner()],
    };
    let outer = list(
        Marker::Decimal,
        vec![
            item(vec![paragraph(words("satu")), inner(), inner()]),
            item(vec![paragraph(vec![text("dua"), note]), boxed]),
            item(vec![paragraph(words("tiga"))]),
        ],
    );
    same(&with(vec![outer, inner(), inner()]));
}

#[test]
fn lists_within_twenty_lists_keep_their_numbers() {
    let mut blocks = vec![paragraph(words("dasar"))];
    for depth in 0..20 {
        let marker = if depth % 3 == 0 {
            Marker::Bullet
        } else {
            Marker::Decimal
        };
        let mut first = vec![paragraph(words("butir"))];
        first.append(&mut blocks);
        let last = item(vec![paragraph(words("penutup"))]);
        blocks = vec![list(marker, vec![item(first), last])];
    }
    same(&with(blocks));
}

#[test]
fn a_quotation_ends_with_its_source() {
    let quote = |paragraphs: Vec<Vec<Inline>>, citation| {
        block(BlockKind::Quote(kuliah_doc::Quote {
            language: None,
            paragraphs,
            citation,
        }))
    };
    let source = || {
        Some(vec![reference(
            kuliah_doc::AnchorKind::Entry,
            "tidak-ada",
            "(X, 2020)",
        )])
    };
    let document = with(vec![
        quote(vec![words("satu"), words("dua")], source()),
        quote(Vec::new(), source()),
        quote(vec![words("tiga")], None),
    ]);
    same(&document);
}

#[test]
fn entries_show_their_labels() {
    let entry = |key: &str, label: &str| kuliah_doc::Entry {
        anchor: kuliah_doc::Anchor::new(kuliah_doc::AnchorKind::Entry, key),
        label: Some(safe(label)),
        content: words("Contoh, A. (2020)."),
    };
    let entries = vec![entry("a", "[1]"), entry("b", "[2]")];
    same(&with(vec![block(BlockKind::Bibliography(entries))]));
}
