//! How a Word file asks for its pages: what is short stays whole, and no empty paragraph is there for
//! the space it takes.

use kuliah::{Audience, Format, format};
use kuliah_tests::docx::parts;
use kuliah_tests::example::examples;
use roxmltree::{Document, Node};

fn word() -> &'static Format {
    format("docx").expect("a format")
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn has(node: Node<'_, '_>, name: &str) -> bool {
    node.descendants().any(|it| is(&it, name))
}

/// The style of a paragraph.
fn style<'a>(paragraph: Node<'a, '_>) -> &'a str {
    let style = paragraph.descendants().find(|it| is(it, "pStyle"));
    let value = style.and_then(|it| it.attributes().find(|it| it.name() == "val"));
    value.map_or("", |it| it.value())
}

fn is_gap(node: Option<Node<'_, '_>>) -> bool {
    node.is_some_and(|it| is(&it, "p") && !has(it, "r") && style(it) == "Gap")
}

#[test]
fn short_tables_and_exercises_stay_whole() {
    let (mut kept, mut boxes) = (0, 0);
    for example in examples() {
        let exported = example.export(Audience::Student, word());
        let text = text(&exported.bytes);
        let file = Document::parse(&text).expect("well-formed");
        for table in file.descendants().filter(|it| is(it, "tbl")) {
            let rows: Vec<_> = table.children().filter(|it| is(it, "tr")).collect();
            let style = table.descendants().find(|it| is(it, "tblStyle"));
            let style = style.and_then(|it| it.attributes().find(|it| it.name() == "val"));
            if style.is_some_and(|it| it.value().starts_with("Callout")) {
                boxes += rows.iter().filter(|it| has(**it, "cantSplit")).count() / 2;
                continue;
            }
            for row in rows.iter().skip(1).rev().skip(1) {
                let mut paragraphs = row.descendants().filter(|it| is(it, "p"));
                assert!(paragraphs.all(|it| has(it, "keepNext")), "{}", example.name);
                kept += 1;
            }
        }
    }
    assert!(kept >= 8 && boxes >= 6, "{kept} rows, {boxes} boxes");
}

#[test]
fn empty_paragraphs_only_part_tables() {
    for example in examples() {
        let exported = example.export(Audience::Lecturer, word());
        let text = text(&exported.bytes);
        let file = Document::parse(&text).expect("well-formed");
        for paragraph in file.descendants().filter(|it| is(it, "p")) {
            if has(paragraph, "r") || has(paragraph, "hyperlink") || style(paragraph) == "WriteIn" {
                continue;
            }
            assert!(
                is_gap(Some(paragraph)),
                "{}: {:?}",
                example.name,
                style(paragraph)
            );
            let before = paragraph.prev_sibling_element();
            let after = paragraph.next_sibling_element();
            assert!(before.is_some_and(|it| is(&it, "tbl")), "{}", example.name);
            let needed = after.is_none_or(|it| is(&it, "tbl") || is(&it, "sectPr"));
            assert!(needed, "{}", example.name);
        }
    }
}

/// The main part of a file.
fn text(bytes: &[u8]) -> String {
    let mut parts = parts(bytes).into_iter();
    let part = parts.find(|(name, _)| name == "word/document.xml");
    String::from_utf8(part.expect("a main part").1).expect("UTF-8")
}
