//! `footnotes.xml`: the two separators, then the notes.

use crate::marker;
use crate::style;
use crate::xml::{Element, Node};

/// Takes the notes out of the document that holds them.
pub(super) fn part(scratch: Element) -> Element {
    let mut root = Element::new("w:footnotes");
    root.attributes = scratch.attributes;
    root.push(separator("-1", "separator"));
    root.push(separator("0", "continuationSeparator"));
    for (index, mut blocks) in bodies(scratch.children).into_iter().enumerate() {
        mark(&mut blocks);
        let mut note = Element::new("w:footnote").with("w:id", (index + 1).to_string());
        note.children = blocks.into_iter().map(Node::Element).collect();
        root.push(note);
    }
    root
}

fn separator(id: &str, kind: &str) -> Element {
    let spacing = Element::new("w:spacing")
        .with("w:after", "0")
        .with("w:line", "240")
        .with("w:lineRule", "auto");
    let line = Element::new("w:r").child(Element::new(format!("w:{kind}")));
    let paragraph = Element::new("w:p")
        .child(Element::new("w:pPr").child(spacing))
        .child(line);
    Element::new("w:footnote")
        .with("w:type", kind)
        .with("w:id", id)
        .child(paragraph)
}

/// The blocks of each note, the marks between them taken away.
fn bodies(document: Vec<Node>) -> Vec<Vec<Element>> {
    let mut notes: Vec<Vec<Element>> = Vec::new();
    let body = document.into_iter().filter_map(|node| match node {
        Node::Element(body) => Some(body.children),
        Node::Text(_) => None,
    });
    for node in body.flatten() {
        let Node::Element(block) = node else {
            continue;
        };
        if paragraph_style(&block).is_some_and(marker::is_note) {
            notes.push(Vec::new());
        } else if block.name != "w:sectPr"
            && let Some(note) = notes.last_mut()
        {
            note.push(block);
        }
    }
    notes
}

fn paragraph_style(block: &Element) -> Option<&str> {
    block.find("w:pPr")?.find("w:pStyle")?.get("w:val")
}

/// Opens a note with its number; a note that opens with a table gets a paragraph for it.
fn mark(blocks: &mut Vec<Element>) {
    if blocks.first().is_none_or(|block| block.name != "w:p") {
        let style = Element::new("w:pStyle").with("w:val", style::FOOTNOTE.id);
        let properties = Element::new("w:pPr").child(style);
        blocks.insert(0, Element::new("w:p").child(properties));
    }
    let Some(first) = blocks.first_mut() else {
        return;
    };
    let look = Element::new("w:rStyle").with("w:val", style::NOTE_MARK);
    let number = Element::new("w:r")
        .child(Element::new("w:rPr").child(look))
        .child(Element::new("w:footnoteRef"));
    let blank = Element::new("w:t").with("xml:space", "preserve").text(" ");
    let blank = Element::new("w:r").child(blank);
    let at = usize::from(first.find("w:pPr").is_some());
    first
        .children
        .splice(at..at, [Node::Element(number), Node::Element(blank)]);
}
