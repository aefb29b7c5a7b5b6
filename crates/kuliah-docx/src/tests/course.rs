//! The course that a file carries along, and the bookmarks that lead back to it.

use kuliah_doc::{Document, ExportError, Exporter, NodePath};

use super::document::{assets, rich};
use super::reader::{Package, all};
use super::tree::{item, list, paragraph, section, words};
use super::{references, with};
use crate::{COURSE_NAMESPACE, Docx, DocxOptions, Embed, blocks_digest, source_bookmarks};

const ITEM: &str = "customXml/item1.xml";

fn carrying(document: &Document, json: &str) -> Package {
    let docx = Docx::new(DocxOptions::new().embed(Embed::new(json)));
    let exported = docx.export(document, &assets()).expect("an export");
    let package = Package::open(&exported.bytes);
    references::check(&package);
    package
}

fn sectioned() -> Document {
    let path = |keys: &[&str]| {
        let step = |path: NodePath, key: &&str| match key.parse() {
            Ok(index) => path.item(index),
            Err(_) => path.key(key),
        };
        keys.iter().fold(NodePath::root(), step)
    };
    let first = paragraph(words("satu")).from_node(path(&["sections", "0", "content", "0"]));
    let bullet =
        paragraph(words("dua")).from_node(path(&["sections", "0", "content", "1", "items", "0"]));
    let bullets = list(kuliah_doc::Marker::Bullet, vec![item(vec![bullet])])
        .from_node(path(&["sections", "0", "content", "1"]));
    let part = section(1, Some(1), "Materi", "materi", vec![first, bullets]);
    with(vec![part.from_node(path(&["sections", "0"]))])
}

#[test]
fn blocks_bear_bookmarks_for_their_nodes() {
    let document = sectioned();
    let package = carrying(&document, "{}");
    let text = package.part("word/document.xml");
    let names: Vec<_> = all(&text, "w:bookmarkStart")
        .into_iter()
        .filter_map(|it| it.get("w:name"))
        .filter(|it| it.starts_with("src_"))
        .collect();
    assert_eq!(names, ["src_s0", "src_s0_c0", "src_s0_c1", "src_s0_c1_i0"]);
    let listed = package.part(ITEM);
    let nodes: Vec<_> = all(&listed, "node")
        .into_iter()
        .map(|it| (it.get("bookmark"), it.get("pointer")))
        .collect();
    assert_eq!(nodes.len(), names.len());
    assert!(nodes.contains(&(Some("src_s0_c1_i0"), Some("/sections/0/content/1/items/0"))));
    let bookmarks = source_bookmarks(&document);
    assert!(bookmarks.values().map(String::as_str).eq(names));
}

#[test]
fn the_course_is_carried_word_for_word() {
    let json = "{\n  \"title\": \"A & B <c> 'd' \u{fffe}\\u0001\ttab\"\n}\n";
    let package = carrying(&rich(), json);
    let item = package.part(ITEM);
    assert_eq!(item.name, "course");
    assert_eq!(item.get("xmlns"), Some(COURSE_NAMESPACE));
    assert_eq!(item.get("version"), Some("1"));
    let digest = format!("sha256:{}", blocks_digest(&rich()));
    assert_eq!(item.get("blocks"), Some(digest.as_str()));
    let carried = item.find("json").map(|it| it.children.clone());
    let wanted = json.replace('\u{fffe}', "\\ufffe");
    assert_eq!(carried, Some(vec![crate::xml::Node::Text(wanted)]));
}

#[test]
fn the_digest_is_that_of_the_texts_a_line_each() {
    let mut document = with(vec![paragraph(words("isi"))]);
    document.front = kuliah_doc::FrontMatter {
        title: words("Judul"),
        subtitle: None,
        authors: Vec::new(),
        facts: Vec::new(),
    };
    // printf 'Judul\nisi\n' | sha256sum
    assert_eq!(
        blocks_digest(&document),
        "64d1dbc07efbec73b9d4a82c033f866ad26d8b2db020dc8972d929910627dffd"
    );
}

#[test]
fn without_a_course_there_is_neither_part_nor_bookmark() {
    let package = super::open(&sectioned());
    assert!(!package.parts.contains_key(ITEM));
    assert!(!package.source("word/document.xml").contains("src_"));
    let json = Embed::new(vec![0xff]);
    let refused = Docx::new(DocxOptions::new().embed(json)).export(&rich(), &assets());
    assert!(matches!(refused, Err(ExportError::Invalid(_))));
}
