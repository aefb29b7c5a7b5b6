//! Documents for the tests.

use kuliah_doc::{
    Alignment, Anchor, AnchorKind, AssetPath, Block, BlockKind, Callout, CalloutKind, Caption,
    Code, Definition, Document, Entry, Fact, Figure, FrontMatter, Heading, Inline, Labels,
    Language, LinkTarget, List, ListItem, Marker, Metadata, Numbering, Quote, Row, SafeText,
    Section, Table,
};
use kuliah_source::{FileId, Span};
use std::collections::BTreeMap;

pub(crate) fn safe(words: &str) -> SafeText {
    SafeText::new(words).expect("allowed")
}

pub(crate) fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(safe(words))]
}

pub(crate) fn block(kind: BlockKind) -> Block {
    Block::new(Span::DETACHED, kind)
}

pub(crate) fn at(range: std::ops::Range<usize>, kind: BlockKind) -> Block {
    Block::new(Span::new(FileId::FIRST, range), kind)
}

pub(crate) fn paragraph(words: &str) -> Block {
    block(BlockKind::Paragraph(text(words)))
}

pub(crate) fn section(level: u8, number: Option<u32>, title: &str, blocks: Vec<Block>) -> Block {
    block(BlockKind::Section(Section {
        heading: Heading {
            level,
            number,
            content: text(title),
        },
        blocks,
    }))
}

pub(crate) fn item(blocks: Vec<Block>) -> ListItem {
    ListItem {
        span: Span::DETACHED,
        blocks,
    }
}

pub(crate) fn list(marker: Marker, items: Vec<ListItem>) -> Block {
    block(BlockKind::List(List { marker, items }))
}

pub(crate) fn row(cells: &[&str]) -> Row {
    Row {
        cells: cells.iter().map(|it| text(it)).collect(),
    }
}

pub(crate) fn table(caption: Option<Caption>, rows: Vec<Row>) -> Block {
    block(BlockKind::Table(Table {
        caption,
        columns: vec![Alignment::Start, Alignment::Center, Alignment::End],
        head: row(&["Peran", "Tugas", "Jam"]),
        rows,
    }))
}

pub(crate) fn caption(label: &str, words: &str) -> Caption {
    Caption {
        label: safe(label),
        number: 1,
        content: text(words),
    }
}

pub(crate) fn footnote(number: u32, words: &str) -> Inline {
    Inline::Footnote {
        number,
        content: vec![paragraph(words)],
    }
}

pub(crate) fn document(title: &str, blocks: Vec<Block>) -> Document {
    Document {
        metadata: Metadata {
            title: safe(title),
            description: None,
            authors: vec![safe("Penulis")],
            keywords: Vec::new(),
            rights: None,
            language: Language::indonesian(),
            date: None,
        },
        labels: Labels {
            contents: safe("Daftar Isi"),
            page: safe("Halaman"),
            page_of: safe("dari"),
        },
        numbering: Numbering::handout(),
        front: FrontMatter {
            title: text(title),
            subtitle: None,
            authors: Vec::new(),
            facts: Vec::new(),
        },
        blocks,
    }
}

pub(crate) const WORDS: &str = "Pekerja sosial sering melakukan peran mediator dalam berbagai \
    kegiatan pertolongannya, terutama saat terdapat perbedaan yang mencolok dan mengarah pada \
    konflik antar berbagai pihak yang terlibat di dalamnya.";

/// Every kind of block and of inline.
#[expect(clippy::too_many_lines, reason = "one list of everything")]
pub(crate) fn everything() -> (Document, BTreeMap<String, Vec<u8>>) {
    let english = Language::new("en").expect("a tag");
    let link = Inline::Link {
        target: LinkTarget::new("https://contoh.id/a/b?c=d").expect("allowed"),
        content: text("https://contoh.id/a/b?c=d"),
    };
    let inlines = vec![
        Inline::Text(safe("Teks fi ﬁ Ω, ")),
        Inline::Emphasis(text("tegas")),
        Inline::Strong(vec![Inline::Emphasis(text(" kuat"))]),
        Inline::Code(safe(" x  = 1")),
        Inline::Span {
            language: english.clone(),
            content: text(" education and facilitation"),
        },
        Inline::Break,
        link,
        footnote(1, "Catatan kaki pertama."),
        Inline::Reference {
            target: Anchor::new(AnchorKind::Entry, "kunci"),
            content: text(" (Penulis, 1994)"),
        },
        Inline::Text(safe(" dan 漢字 di akhir.")),
    ];
    let quote = Quote {
        language: Some(english),
        paragraphs: vec![text("First paragraph."), text("Second paragraph.")],
        citation: Some(text("(Penulis, 1994)")),
    };
    let entry = |label: Option<&str>, key: &str| Entry {
        anchor: Anchor::new(AnchorKind::Entry, key),
        label: label.map(safe),
        content: text("Penulis. (1994). Judul buku."),
    };
    let callout = |kind, blocks| {
        block(BlockKind::Callout(Callout {
            kind,
            title: text("Judul kotak"),
            blocks,
        }))
    };
    let nested = item(vec![
        paragraph("Butir dengan daftar:"),
        list(
            Marker::Decimal,
            vec![item(vec![paragraph("satu")]), item(vec![paragraph(WORDS)])],
        ),
    ]);
    let parts = vec![
        block(BlockKind::Contents),
        section(
            1,
            Some(1),
            "Bagian pertama",
            vec![
                at(3..9, BlockKind::Paragraph(inlines)),
                section(
                    2,
                    Some(1),
                    "Anak bagian",
                    vec![
                        block(BlockKind::Quote(quote)),
                        list(Marker::Bullet, vec![item(vec![paragraph("butir")]), nested]),
                        section(
                            3,
                            None,
                            "Cucu bagian",
                            vec![section(4, None, "Cicit", vec![])],
                        ),
                    ],
                ),
                block(BlockKind::Definitions(vec![Definition {
                    term: text("Istilah"),
                    blocks: vec![paragraph("Artinya."), paragraph("Lagi.")],
                }])),
            ],
        ),
        table(
            Some(caption("Tabel", "Sebuah tabel")),
            vec![
                row(&["a", "b", "1"]),
                Row {
                    cells: vec![text("c"), vec![], vec![footnote(2, "Dari sel.")]],
                },
            ],
        ),
        block(BlockKind::Figure(Figure {
            source: AssetPath::new("gambar.png").expect("safe"),
            alt: Some(safe("Sebuah gambar")),
            caption: Some(caption("Gambar", "Keterangan")),
        })),
        block(BlockKind::Code(Code {
            language: Some(safe("rust")),
            lines: vec![
                safe("fn main() {"),
                safe(""),
                safe("    let x = 1;"),
                safe("}"),
            ],
            caption: Some(caption("Kode", "Sebuah program")),
        })),
        callout(
            CalloutKind::Exercise,
            vec![
                paragraph("Kerjakan."),
                block(BlockKind::WriteIn { lines: 3 }),
                callout(CalloutKind::Answer, vec![paragraph("Jawab.")]),
            ],
        ),
        callout(CalloutKind::Note, vec![paragraph("Catatan.")]),
        callout(
            CalloutKind::Student,
            vec![list(Marker::Bullet, vec![item(vec![paragraph("x")])])],
        ),
        callout(CalloutKind::Lecturer, vec![paragraph("Untuk dosen.")]),
        block(BlockKind::Bibliography(vec![entry(None, "kunci")])),
        block(BlockKind::Bibliography(vec![entry(Some("[1]"), "lain")])),
    ];
    let mut document = document("Semua jenis", parts);
    document.front.subtitle = Some(text("Anak judul"));
    document.front.authors = vec![text("Penulis, Lembaga")];
    document.front.facts = vec![Fact {
        label: safe("Kode"),
        value: text("KPS 1"),
    }];
    (document, BTreeMap::from([("gambar.png".to_owned(), png())]))
}

pub(crate) fn png() -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, 4, 2);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().expect("header");
    writer.write_image_data(&[9; 32]).expect("data");
    drop(writer);
    out
}

/// What a checked course never holds, but the types allow.
#[expect(clippy::too_many_lines, reason = "one list of everything")]
pub(crate) fn odd() -> Document {
    let long = "panjangsekali".repeat(400);
    let deep = (0..60).fold(paragraph("dalam"), |inner, depth| match depth % 3 {
        0 => list(Marker::Bullet, vec![item(vec![inner])]),
        1 => block(BlockKind::Callout(Callout {
            kind: CalloutKind::Note,
            title: vec![],
            blocks: vec![inner],
        })),
        _ => section(7, Some(0), "", vec![inner]),
    });
    let inline = (0..60).fold(Inline::Text(safe("dalam")), |inner, _| Inline::Link {
        target: LinkTarget::new("https://contoh.id").expect("allowed"),
        content: vec![inner],
    });
    let bare = |columns: usize, head: Vec<Vec<Inline>>, rows: Vec<Row>| {
        block(BlockKind::Table(Table {
            caption: None,
            columns: vec![Alignment::End; columns],
            head: Row { cells: head },
            rows,
        }))
    };
    let code = |lines: Vec<SafeText>| {
        block(BlockKind::Code(Code {
            language: None,
            lines,
            caption: None,
        }))
    };
    let in_note = vec![section(
        1,
        Some(1),
        "Dalam catatan",
        vec![bare(1, vec![], vec![])],
    )];
    let mut blocks = vec![
        block(BlockKind::Paragraph(vec![])),
        block(BlockKind::Paragraph(vec![Inline::Break, Inline::Break])),
        paragraph(" \u{a0}\u{ad} \u{200b}\u{2011}\u{202e}x\u{301}\u{feff} "),
        paragraph(&long),
        list(Marker::Bullet, vec![]),
        list(
            Marker::Decimal,
            vec![item(vec![block(BlockKind::Paragraph(vec![]))])],
        ),
        list(
            Marker::Bullet,
            vec![item(vec![bare(1, vec![], vec![]), code(vec![])])],
        ),
        list(
            Marker::Bullet,
            vec![item(vec![list(Marker::Bullet, vec![item(vec![])])])],
        ),
        bare(0, vec![], vec![]),
        bare(2, vec![], vec![]),
        bare(
            1,
            vec![],
            vec![Row { cells: vec![] }, row(&["a", &long, "c"])],
        ),
        bare(
            60,
            vec![],
            vec![Row {
                cells: vec![text("kata"); 60],
            }],
        ),
        code(vec![]),
        code(vec![
            safe(""),
            safe(&long),
            safe(&" ".repeat(500)),
            safe("漢"),
        ]),
        block(BlockKind::Definitions(vec![])),
        block(BlockKind::Definitions(vec![Definition {
            term: vec![],
            blocks: vec![],
        }])),
        block(BlockKind::Quote(Quote {
            language: None,
            paragraphs: vec![],
            citation: Some(text("sumber")),
        })),
        block(BlockKind::WriteIn { lines: 0 }),
        block(BlockKind::WriteIn { lines: 255 }),
        block(BlockKind::Bibliography(vec![])),
        block(BlockKind::Contents),
        block(BlockKind::Paragraph(vec![
            Inline::Footnote {
                number: 0,
                content: vec![],
            },
            Inline::Footnote {
                number: 9,
                content: in_note,
            },
            Inline::Reference {
                target: Anchor::new(AnchorKind::Figure, "tidak ada"),
                content: vec![],
            },
            inline,
        ])),
        section(0, Some(u32::MAX), &long, vec![]),
        deep,
    ];
    blocks.push(block(BlockKind::Contents).anchored(Some(Anchor::new(AnchorKind::Block, ""))));
    let mut document = document("", blocks);
    document.front.facts = vec![Fact {
        label: safe(&long),
        value: vec![],
    }];
    document
}
