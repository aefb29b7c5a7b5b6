//! What must hold for every file: whatever is referred to is there, once.

use std::collections::{BTreeMap, BTreeSet};

use kuliah_doc::{AnchorKind, Block, BlockKind, Inline};

use super::reader::{Package, all, value};
use super::tree::{anchored, block, link, paragraph, reference, section, text, words};
use super::{open, with};
use crate::xml::Element;

const STORIES: [&str; 6] = [
    "word/document.xml",
    "word/footnotes.xml",
    "word/header1.xml",
    "word/header2.xml",
    "word/footer1.xml",
    "word/footer2.xml",
];

/// Checks parts, relationships, bookmarks, styles, lists, fields and tables.
pub(super) fn check(package: &Package) {
    for name in package.names.iter().filter(|it| !it.contains("media/")) {
        package.part(name);
        assert!(!package.source(name).contains("&apos;"), "{name}");
    }
    let stories: Vec<_> = STORIES.iter().map(|name| package.part(name)).collect();
    relationships(package, &stories);
    bookmarks(&stories);
    styles(package, &stories);
    for story in &stories {
        fields(story);
        for cell in all(story, "w:tc") {
            let last = cell.elements().last().expect("content");
            assert_eq!(last.name, "w:p");
        }
        for table in all(story, "w:tbl") {
            assert!(!all(table, "w:tblHeader").is_empty());
            let grid = all(table.find("w:tblGrid").expect("a grid"), "w:gridCol").len();
            for row in table.elements().filter(|it| it.name == "w:tr") {
                let cells = row.elements().filter(|it| it.name == "w:tc").count();
                assert_eq!(cells, grid);
            }
        }
    }
}

fn relationships(package: &Package, stories: &[Element]) {
    for (name, story) in STORIES.iter().zip(stories) {
        let rels = name.replace("word/", "word/_rels/") + ".rels";
        let known: BTreeMap<_, _> = if package.parts.contains_key(&rels) {
            let root = package.part(&rels);
            let ids = root.elements().map(|it| {
                let get = |name| it.get(name).expect("an attribute").to_owned();
                (get("Id"), (get("Target"), it.get("TargetMode").is_some()))
            });
            let count = root.elements().count();
            let ids: BTreeMap<_, _> = ids.collect();
            assert_eq!(ids.len(), count, "an id twice in {rels}");
            ids
        } else {
            BTreeMap::new()
        };
        for (target, external) in known.values() {
            let part = match target.strip_prefix("../") {
                Some(part) => part.to_owned(),
                None => format!("word/{target}"),
            };
            assert!(*external || package.parts.contains_key(&part), "{part}");
        }
        let mut used = Vec::new();
        attributes(story, "r:", &mut used);
        for id in used {
            assert!(known.contains_key(&id), "{id} in {name}");
        }
    }
}

fn attributes(element: &Element, prefix: &str, out: &mut Vec<String>) {
    let found = element
        .attributes
        .iter()
        .filter(|(name, _)| name.starts_with(prefix));
    out.extend(found.map(|(_, value)| value.clone()));
    for child in element.elements() {
        attributes(child, prefix, out);
    }
}

fn bookmarks(stories: &[Element]) {
    let (mut names, mut ids, mut ends) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for story in stories {
        for start in all(story, "w:bookmarkStart") {
            let get = |name| start.get(name).expect("an attribute").to_owned();
            assert!(names.insert(get("w:name").to_lowercase()), "{start:?}");
            assert!(ids.insert(get("w:id")), "{start:?}");
        }
        ends.extend(
            all(story, "w:bookmarkEnd")
                .iter()
                .filter_map(|it| it.get("w:id")),
        );
    }
    assert!(ids.iter().map(String::as_str).eq(ends));
    for story in stories {
        for link in all(story, "w:hyperlink") {
            if let Some(anchor) = link.get("w:anchor") {
                assert!(names.contains(&anchor.to_lowercase()), "{anchor}");
            }
        }
        for code in instructions(story) {
            if let Some(rest) = code.strip_prefix("REF ") {
                let name = rest.split(' ').next().unwrap_or_default();
                assert!(names.contains(name), "{name}");
            }
        }
    }
}

fn instructions(story: &Element) -> Vec<String> {
    let all = all(story, "w:instrText").into_iter();
    all.map(|it| {
        it.children
            .iter()
            .filter_map(text_of)
            .collect::<String>()
            .trim()
            .to_owned()
    })
    .collect()
}

fn text_of(node: &crate::xml::Node) -> Option<&str> {
    match node {
        crate::xml::Node::Text(text) => Some(text),
        crate::xml::Node::Element(_) => None,
    }
}

fn styles(package: &Package, stories: &[Element]) {
    let styles = package.part("word/styles.xml");
    let ids: BTreeSet<_> = all(&styles, "w:style")
        .into_iter()
        .filter_map(|it| it.get("w:styleId"))
        .collect();
    for story in stories {
        for name in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
            for style in all(story, name) {
                let id = style.get("w:val").expect("a style");
                assert!(ids.contains(id), "{id}");
            }
        }
    }
    for style in all(&styles, "w:style") {
        for name in ["w:basedOn", "w:next", "w:link"] {
            let other = value(style, &[name]);
            assert!(other.is_none_or(|it| ids.contains(it)), "{other:?}");
        }
    }
}

fn fields(story: &Element) {
    let allowed = ["PAGE", "NUMPAGES", "TOC ", "REF ", "SEQ "];
    for code in instructions(story) {
        assert!(allowed.iter().any(|it| code.starts_with(it)), "{code}");
    }
    let mut open = 0;
    for mark in all(story, "w:fldChar") {
        assert_eq!(mark.get("w:dirty"), None);
        match mark.get("w:fldCharType") {
            Some("begin") => open += 1,
            Some("end") => open -= 1,
            _ => {}
        }
        assert!(open >= 0);
    }
    assert_eq!(open, 0);
}

#[test]
fn everything_the_rich_document_refers_to_is_there() {
    open(&super::rich());
}

#[test]
fn one_address_is_one_relationship() {
    let package = open(&with(vec![
        paragraph(vec![
            link("https://a.id/", "satu"),
            link("https://a.id/", "dua"),
        ]),
        paragraph(vec![link("https://b.id/", "tiga")]),
    ]));
    let rels = package.source("word/_rels/document.xml.rels");
    assert_eq!(rels.matches("TargetMode").count(), 2);
    assert!(!package.parts.contains_key("word/_rels/footnotes.xml.rels"));
}

#[test]
fn a_reference_is_a_field_only_where_it_repeats_a_number() {
    let kind = AnchorKind::Table;
    let package = open(&with(vec![
        table(1),
        paragraph(vec![
            reference(kind, "t", "Tabel 1"),
            reference(kind, "t", "tabel di atas"),
        ]),
    ]));
    let document = package.source("word/document.xml");
    assert_eq!(document.matches(" REF ref_tbl_t ").count(), 1);
    assert_eq!(document.matches(r#"w:anchor="ref_tbl_t""#).count(), 1);
}

fn table(number: u32) -> Block {
    let row = |cell: &str| kuliah_doc::Row {
        cells: vec![words(cell)],
    };
    anchored(
        AnchorKind::Table,
        "t",
        BlockKind::Table(kuliah_doc::Table {
            caption: Some(super::tree::caption("Tabel", number, words("Isi"))),
            columns: vec![kuliah_doc::Alignment::Start],
            head: row("kepala"),
            rows: vec![row("isi")],
        }),
    )
}

#[test]
fn a_sequence_that_jumps_says_so() {
    let package = open(&with(vec![table(1), table(2), table(7)]));
    let codes = instructions(&package.part("word/document.xml"));
    assert_eq!(
        codes,
        [
            r"SEQ Tabel \* ARABIC",
            r"SEQ Tabel \* ARABIC",
            r"SEQ Tabel \* ARABIC \r 7"
        ]
    );
}

#[test]
fn the_contents_link_to_every_heading() {
    let heading = |level, title: &str| {
        let kuliah_doc::Block { kind, .. } = section(level, None, title, "x", Vec::new());
        block(kind)
    };
    let package = open(&with(vec![
        heading(1, "satu"),
        block(BlockKind::Contents),
        paragraph(vec![Inline::Footnote {
            number: 1,
            content: vec![heading(1, "dalam catatan")],
        }]),
        heading(2, "dua"),
        heading(4, "terlalu dalam"),
    ]));
    let document = package.part("word/document.xml");
    let entries: Vec<_> = all(&document, "w:p")
        .into_iter()
        .filter(|it| value(it, &["w:pPr", "w:pStyle"]).is_some_and(|it| it.starts_with("TOC")))
        .filter_map(|it| it.descendant("w:hyperlink")?.get("w:anchor"))
        .collect();
    assert_eq!(entries, ["_Toc00000001", "_Toc00000002", "_Toc00000003"]);
}

#[test]
fn a_bookmark_without_a_paragraph_moves_on() {
    let empty = BlockKind::List(kuliah_doc::List {
        marker: kuliah_doc::Marker::Bullet,
        items: Vec::new(),
    });
    open(&with(vec![
        paragraph(vec![
            reference(AnchorKind::List, "kosong", "daftar"),
            text("."),
        ]),
        anchored(AnchorKind::List, "kosong", empty),
    ]));
}
