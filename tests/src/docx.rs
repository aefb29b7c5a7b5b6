//! The text of a DOCX file, paragraph by paragraph.

use std::io::{Cursor, Read};

use roxmltree::{Document, Node};

/// The text of each paragraph that has any, footnotes last; without the labels that Word counts
/// and the table of contents.
///
/// A line of program text and each side of a tab in a row of facts stand alone.
pub fn texts(bytes: &[u8]) -> Vec<String> {
    let mut out = Vec::new();
    for part in ["word/document.xml", "word/footnotes.xml"] {
        let Some((_, text)) = parts(bytes).into_iter().find(|(name, _)| name == part) else {
            continue;
        };
        let text = String::from_utf8(text).expect("UTF-8");
        let file = Document::parse(&text).expect("well-formed");
        let notes = file.descendants().filter(|it| is(*it, "footnote"));
        let separators: Vec<_> = notes
            .filter(|it| attribute(*it, "type").is_some())
            .collect();
        let paragraphs = file.descendants().filter(|it| is(*it, "p"));
        for paragraph in paragraphs {
            if !separators
                .iter()
                .any(|it| paragraph.ancestors().any(|up| up == *it))
            {
                out.extend(lines(paragraph));
            }
        }
    }
    out
}

/// The parts of a file, decompressed.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut out = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a sound part");
        out.push((part.name().to_owned(), bytes));
    }
    out
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let mut all = node.attributes();
    all.find(|it| it.name() == name).map(|it| it.value())
}

fn lines(paragraph: Node<'_, '_>) -> Vec<String> {
    let style = paragraph.descendants().find(|it| is(*it, "pStyle"));
    let style = style
        .and_then(|it| attribute(it, "val"))
        .unwrap_or_default();
    if style.starts_with("TOC") {
        return Vec::new();
    }
    let mut text = String::new();
    for node in paragraph.descendants() {
        match node.tag_name().name() {
            "t" => text.push_str(node.text().unwrap_or_default()),
            "br" if style == "SourceCode" => text.push('\n'),
            "tab" if style == "Fact" && is_in_run(node) => text.push('\n'),
            "br" => text.push(' '),
            "tab" if is_in_run(node) => text.push(' '),
            _ => {}
        }
    }
    let lines = text.split('\n').map(|line| line.trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Tabs of a paragraph's properties are places on the ruler.
fn is_in_run(node: Node<'_, '_>) -> bool {
    node.parent().is_some_and(|it| is(it, "r"))
}
