//! Documents that no course makes are files too, and lose nothing unsaid.

use kuliah_doc::{
    Alignment, AnchorKind, Block, BlockKind, CalloutKind, Code, Definition, ExportError, Exporter,
    Inline, Marker, Row, Table,
};

use super::document::{assets, rich};
use super::tree::{
    anchored, block, callout, caption, item, link, list, paragraph, reference, safe, section, text,
    words,
};
use super::{export, findings, open, with};
use crate::Docx;

fn row(cells: usize) -> Row {
    Row {
        cells: (1..=cells).map(|it| words(&format!("sel{it}"))).collect(),
    }
}

fn table(columns: usize, head: usize, rows: &[usize]) -> Block {
    block(BlockKind::Table(Table {
        caption: None,
        columns: vec![Alignment::Center; columns],
        head: row(head),
        rows: rows.iter().map(|&it| row(it)).collect(),
    }))
}

#[test]
fn empty_blocks_are_files() {
    let code = |lines: Vec<_>| {
        block(BlockKind::Code(Code {
            language: None,
            lines,
            caption: Some(caption("", 0, Vec::new())),
        }))
    };
    open(&with(vec![
        paragraph(Vec::new()),
        list(Marker::Decimal, Vec::new()),
        list(
            Marker::Decimal,
            vec![item(Vec::new()), item(vec![table(1, 1, &[])])],
        ),
        list(
            Marker::Bullet,
            vec![item(vec![list(Marker::Bullet, vec![item(Vec::new())])])],
        ),
        block(BlockKind::Definitions(Vec::new())),
        block(BlockKind::Definitions(vec![Definition {
            term: Vec::new(),
            blocks: Vec::new(),
        }])),
        code(Vec::new()),
        code(vec![safe(""), safe(""), safe("")]),
        callout(CalloutKind::Answer, "", Vec::new()),
        block(BlockKind::WriteIn { lines: 0 }),
        block(BlockKind::WriteIn { lines: 255 }),
        block(BlockKind::Bibliography(Vec::new())),
        section(0, Some(0), "", "", Vec::new()),
        section(255, Some(u32::MAX), "", "", Vec::new()),
        block(BlockKind::Contents),
        paragraph(vec![
            Inline::Emphasis(Vec::new()),
            Inline::Footnote {
                number: 9,
                content: Vec::new(),
            },
            Inline::Footnote {
                number: 0,
                content: vec![table(1, 1, &[1])],
            },
            Inline::Break,
        ]),
        block(BlockKind::Contents),
    ]));
}

#[test]
fn uneven_tables_are_filled_up() {
    let package = open(&with(vec![
        table(0, 0, &[]),
        table(3, 3, &[]),
        table(1, 0, &[0, 0]),
        table(2, 2, &[1, 3, 0]),
        table(63, 63, &[63]),
    ]));
    let texts = package.texts();
    assert_eq!(texts.iter().filter(|it| *it == "sel3").count(), 4);
}

#[test]
fn a_table_too_wide_for_word_keeps_its_cells() {
    let document = with(vec![table(70, 70, &[70])]);
    let texts = open(&document).texts();
    assert_eq!(texts.iter().filter(|it| it.starts_with("sel")).count(), 140);
    assert_eq!(findings(&document), ["export/not-shown.columns"]);
}

#[test]
fn every_finding_stands_at_its_block_and_says_what_to_do() {
    let mut sources = kuliah_source::SourceMap::new();
    let file = sources.add("kuliah.md", "tabel");
    let span = kuliah_source::Span::new(file, 0..5);
    let mut wide = table(70, 70, &[]);
    wide.span = span;
    let mut nowhere = paragraph(vec![
        reference(AnchorKind::Table, "tidak-ada", "Tabel 9"),
        link("https://a.id:angka/", "tautan"),
    ]);
    nowhere.span = span;
    let found = export(&with(vec![wide, nowhere])).diagnostics;
    assert_eq!(found.len(), 3);
    for finding in found {
        assert_eq!(finding.span(), span);
        assert!(finding.help.is_some(), "{finding:?}");
    }
}

#[test]
fn a_photograph_that_lies_on_its_side_is_reported() {
    // A picture of one pixel with the note "turn by 90 degrees" before its size.
    let mut photo = b"\xff\xd8\xff\xe1\0\x22Exif\0\0II\x2a\0\x08\0\0\0\x01\0".to_vec();
    photo.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0");
    photo.extend(b"\xff\xc0\0\x11\x08\x10\0\0\x10\x03\x01\x11\0\x02\x11\0\x03\x11\0");
    photo.extend([0; 32]);
    let mut assets = assets();
    assets.insert("foto.jpg".to_owned(), photo);
    let figure = kuliah_doc::Figure {
        source: kuliah_doc::AssetPath::new("foto.jpg").expect("a path"),
        alt: Some(safe("Pasar")),
        caption: None,
    };
    let document = with(vec![block(BlockKind::Figure(figure))]);
    let exported = Docx::default().export(&document, &assets);
    let found = exported.expect("an export").diagnostics;
    let keys: Vec<_> = found.iter().map(|it| it.message.key()).collect();
    assert_eq!(keys, ["export/not-shown.orientation"]);
}

#[test]
fn footnotes_on_footnotes_follow_them() {
    let note = |content| Inline::Footnote { number: 1, content };
    let inner = note(vec![paragraph(words("lebih dalam"))]);
    let outer = note(vec![
        paragraph(vec![text("dalam"), inner]),
        paragraph(words("lagi")),
    ]);
    let document = with(vec![paragraph(vec![text("luar"), outer])]);
    let texts = open(&document).texts();
    assert!(texts.ends_with(&["dalam", "lagi", "lebih dalam"].map(str::to_owned)));
    assert_eq!(findings(&document), ["export/not-shown.nested-footnote"]);
}

#[test]
fn what_leads_nowhere_is_said() {
    let long = format!("https://a.id/{}", "x".repeat(3_000));
    let document = with(vec![paragraph(vec![
        reference(AnchorKind::Table, "tidak-ada", "Tabel 9"),
        link("https://a.id:angka/", "tautan"),
        link(&long, "panjang"),
    ])]);
    assert!(
        open(&document)
            .texts()
            .contains(&"Tabel 9tautanpanjang".to_owned())
    );
    assert_eq!(
        findings(&document),
        [
            "export/not-shown.reference",
            "export/not-shown.link",
            "export/not-shown.link"
        ]
    );
}

#[test]
fn the_rich_document_is_shown_entirely() {
    assert_eq!(export(&rich()).diagnostics, []);
}

#[test]
fn one_name_twice_is_one_bookmark() {
    let twice = || anchored(AnchorKind::Block, "a", BlockKind::Paragraph(words("x")));
    open(&with(vec![twice(), twice(), table(1, 1, &[1])]));
}

#[test]
fn callouts_within_callouts_lose_their_box_in_the_end() {
    let mut inner = paragraph(words("inti"));
    for _ in 0..40 {
        inner = callout(CalloutKind::Exercise, "kotak", vec![inner]);
    }
    let document = with(vec![inner]);
    let texts = open(&document).texts();
    assert_eq!(texts.iter().filter(|it| *it == "kotak").count(), 40);
    assert_eq!(findings(&document).len(), 35);
}

fn nested(depth: usize, wrap: impl Fn(Block) -> Block) -> kuliah_doc::Document {
    let start = paragraph(words("inti"));
    with(vec![(0..depth).fold(start, |inner, _| wrap(inner))])
}

#[test]
fn deep_nesting_is_written_or_refused() {
    type Wrap<'a> = (usize, &'a dyn Fn(Block) -> Block);
    let wraps: [Wrap<'_>; 5] = [
        (120, &|inner| {
            list(
                Marker::Decimal,
                vec![item(vec![paragraph(words("x")), inner])],
            )
        }),
        (120, &|inner| section(1, Some(1), "x", "x", vec![inner])),
        (120, &|inner| {
            block(BlockKind::Definitions(vec![Definition {
                term: words("x"),
                blocks: vec![inner],
            }]))
        }),
        (120, &|inner| callout(CalloutKind::Note, "x", vec![inner])),
        (60, &|inner| {
            paragraph(vec![Inline::Footnote {
                number: 1,
                content: vec![inner],
            }])
        }),
    ];
    for (depth, wrap) in wraps {
        open(&nested(depth, wrap));
        let refused = Docx::default().export(&nested(400, wrap), &assets());
        assert!(matches!(refused, Err(ExportError::Invalid(_))));
    }
}

#[test]
fn marks_within_marks_are_written_or_refused() {
    let marked = |depth| {
        let start = vec![text("inti")];
        let wrap = |inner: Vec<Inline>, level| {
            vec![match level % 3 {
                0 => Inline::Emphasis(inner),
                1 => Inline::Strong(inner),
                _ => reference_to(inner),
            }]
        };
        with(vec![paragraph((0..depth).fold(start, wrap))])
    };
    open(&marked(120));
    let refused = Docx::default().export(&marked(400), &assets());
    assert!(matches!(refused, Err(ExportError::Invalid(_))));
}

fn reference_to(content: Vec<Inline>) -> Inline {
    Inline::Reference {
        target: kuliah_doc::Anchor::new(AnchorKind::Section, "x"),
        content,
    }
}
