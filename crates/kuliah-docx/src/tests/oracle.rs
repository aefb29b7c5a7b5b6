//! What docx-rs and the canonicaliser make is what a writer without them makes.

use kuliah_doc::{Block, BlockKind, CalloutKind, Document, Exporter, Marker, NodePath};
use proptest::prelude::{Strategy, any, prop};
use proptest::test_runner::{Config, TestRunner};

use super::document::{assets, rich};
use super::reader::Package;
use super::tree::{
    block, callout, caption, item, language, link, list, paragraph, reference, safe, section, text,
    words,
};
use super::{direct, with};
use crate::{Docx, DocxOptions, Embed};

/// Writes a document both ways and compares, byte for byte.
pub(super) fn same(document: &Document) {
    for sources in [false, true] {
        let options = DocxOptions::new();
        let options = if sources {
            options.embed(Embed::new("{}"))
        } else {
            options
        };
        let exported = Docx::new(options).export(document, &assets());
        let package = Package::open(&exported.expect("an export").bytes);
        let written = package.part("word/document.xml");
        let section = super::reader::all(&written, "w:sectPr");
        let mut wanted = direct::text(document, &assets(), sources);
        crate::parts::gaps::set(&mut wanted);
        for body in wanted.elements_mut() {
            for it in &section {
                body.push((*it).clone());
            }
        }
        let wanted = String::from_utf8(wanted.to_part()).expect("UTF-8");
        let written = package.source("word/document.xml");
        let at = written
            .bytes()
            .zip(wanted.bytes())
            .position(|(a, b)| a != b);
        if let Some(at) = at {
            let around = |it: &str| {
                let bytes: Vec<_> = it.bytes().skip(at.saturating_sub(80)).take(240).collect();
                String::from_utf8_lossy(&bytes).into_owned()
            };
            panic!("{}\n{}", around(&written), around(&wanted));
        }
        assert_eq!(written.len(), wanted.len());
    }
}

fn inlines() -> impl Strategy<Value = Vec<kuliah_doc::Inline>> {
    use kuliah_doc::Inline;
    let leaf = (0..7_u8, "[a-z<&\"' ]{0,12}").prop_map(|(kind, it)| match kind {
        0 => Inline::Code(safe(&it)),
        1 => Inline::Break,
        2 => link("https://contoh.id/a?b&c", &it),
        3 => reference(kuliah_doc::AnchorKind::Section, "bagian", &it),
        4 => reference(kuliah_doc::AnchorKind::Table, "tabel", "Tabel 1"),
        _ => text(&it),
    });
    let inline = leaf.prop_recursive(3, 12, 3, |inner| {
        (0..5_u8, prop::collection::vec(inner, 0..3)).prop_map(|(kind, content)| match kind {
            0 => Inline::Emphasis(content),
            1 => Inline::Strong(content),
            2 => Inline::Span {
                language: language("ar"),
                content,
            },
            3 => Inline::Footnote {
                number: 1,
                content: vec![paragraph(content)],
            },
            _ => Inline::Span {
                language: language("ja"),
                content,
            },
        })
    });
    prop::collection::vec(inline, 0..4)
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let leaf = (0..7_u8, inlines(), any::<u8>()).prop_map(|(kind, content, number)| match kind {
        0 => block(BlockKind::WriteIn { lines: number % 4 }),
        1 => block(BlockKind::Contents),
        2 => {
            let table = kuliah_doc::Table {
                caption: Some(caption("Tabel", u32::from(number), content.clone())),
                columns: vec![kuliah_doc::Alignment::End; usize::from(number % 5)],
                head: kuliah_doc::Row {
                    cells: vec![content.clone(); usize::from(number % 4)],
                },
                rows: vec![kuliah_doc::Row {
                    cells: vec![content],
                }],
            };
            super::tree::anchored(
                kuliah_doc::AnchorKind::Table,
                "tabel",
                BlockKind::Table(table),
            )
        }
        3 => block(BlockKind::Code(kuliah_doc::Code {
            language: None,
            lines: vec![safe("baris"); usize::from(number % 20)],
            caption: None,
        })),
        4 => block(BlockKind::Quote(kuliah_doc::Quote {
            language: Some(language("en")),
            paragraphs: vec![content.clone(); usize::from(number % 3)],
            citation: Some(content),
        })),
        _ => paragraph(content),
    });
    let any_block = leaf.prop_recursive(4, 24, 4, |inner| {
        let inner = prop::collection::vec(inner, 0..4);
        (0..6_u8, inner, inlines(), any::<u8>()).prop_map(|(kind, inner, content, number)| {
            match kind {
                0 => list(Marker::Bullet, vec![item(inner)]),
                1 => list(
                    Marker::Decimal,
                    inner.into_iter().map(|it| item(vec![it])).collect(),
                ),
                2 => callout(CalloutKind::Exercise, "Latihan", inner),
                3 => block(BlockKind::Definitions(vec![kuliah_doc::Definition {
                    term: content,
                    blocks: inner,
                }])),
                _ => section(
                    number % 6,
                    Some(u32::from(number % 3)),
                    "Bagian",
                    "bagian",
                    inner,
                ),
            }
        })
    });
    prop::collection::vec(any_block, 0..5)
}

/// Every block by a node of its own, as a course would have it.
fn numbered(mut blocks: Vec<Block>) -> Vec<Block> {
    for (index, block) in blocks.iter_mut().enumerate() {
        block.node = Some(NodePath::root().key("blocks").item(index));
    }
    blocks
}

#[test]
fn generated_documents_are_the_same_without_docx_rs() {
    let config = Config {
        cases: 64,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    let run = runner.run(&blocks(), |blocks| {
        same(&with(numbered(blocks)));
        Ok(())
    });
    run.expect("the same");
}

#[test]
fn the_rich_document_is_the_same_without_docx_rs() {
    same(&rich());
    same(&with(vec![paragraph(words("isi"))]));
}
