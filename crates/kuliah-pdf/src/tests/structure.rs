//! What is read aloud, in which order.

use kuliah_doc::{BlockKind, Document, block_texts};

use super::build::{block, document, everything, footnote, odd, paragraph, section, text};
use super::{Set, set, set_with};
use crate::page::{Item, Mark};
use crate::tags::{ElementId, Kid, Owner, ROOT};

/// The text of the structure tree, without what is generated: bullets, marks of notes, contents.
pub(super) fn spoken(set: &Set, contents: &str) -> String {
    let mut out = String::new();
    speak(set, ROOT, "", contents, &mut out);
    normal(&out)
}

fn normal(text: &str) -> String {
    let words = text.replace('\u{ad}', "");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn speak(set: &Set, id: ElementId, parent: &str, contents: &str, out: &mut String) {
    let element = set.tree.get(id).expect("an element");
    let mut inner = String::new();
    for kid in &element.kids {
        match kid {
            Kid::Element(kid) => speak(set, *kid, element.tag, contents, &mut inner),
            Kid::Content { page, id } => inner.push_str(&content(set, *page, *id)),
            Kid::Link { .. } => {}
        }
    }
    let generated = match (parent, element.tag) {
        (_, "TOC" | "Reference") | ("Note", "Lbl") => true,
        (_, "P") => normal(&inner) == contents,
        (_, "Lbl") => matches!(inner.trim(), "•" | "–"),
        _ => false,
    };
    if generated {
        return;
    }
    let inline = matches!(element.tag, "Span" | "Link" | "Code");
    out.push_str(if inline { "" } else { " " });
    out.push_str(&inner);
    out.push_str(if inline { "" } else { " " });
}

fn content(set: &Set, page: usize, number: usize) -> String {
    let sequence = set.sequences[page].iter().find(|it| match &it.owner {
        Owner::Element { id, .. } => *id == number,
        Owner::Artifact(_) => false,
    });
    let mut out = String::new();
    for item in &set.paginated.pages[page].items[sequence.expect("a sequence").items.clone()] {
        if let Item::Text { run, .. } = item {
            match &run.mark {
                Mark::Actual(_, words) => out.push_str(words),
                _ => out.push_str(&run.text()),
            }
        }
    }
    out
}

fn written(document: &Document) -> String {
    normal(&block_texts(document).join(" "))
}

#[test]
fn the_structure_says_the_document_in_order() {
    let (document, assets) = everything();
    let set = set_with(&document, &assets);
    assert_eq!(spoken(&set, "Daftar Isi"), written(&document));
}

#[test]
fn the_order_holds_over_many_pages_and_notes() {
    let long = |number: u32| {
        let mut content = text(&super::build::WORDS.repeat(7));
        content.push(footnote(number, super::build::WORDS));
        content.extend(text(" akhir."));
        block(BlockKind::Paragraph(content))
    };
    let parts = (1..9).map(|it| section(1, Some(it), "Bagian", vec![long(it), paragraph("x")]));
    let document = document("Uji", parts.collect());
    let set = set(&document);
    assert!(set.paginated.pages.len() > 3);
    let (said, written) = (spoken(&set, ""), written(&document));
    let differs = said.chars().zip(written.chars()).position(|(a, b)| a != b);
    let around = |text: &str, at: usize| {
        text.chars()
            .skip(at.saturating_sub(30))
            .take(60)
            .collect::<String>()
    };
    if let Some(at) = differs {
        panic!("{:?} is not {:?}", around(&said, at), around(&written, at));
    }
    assert_eq!(said.len(), written.len());
}

#[test]
fn even_odd_documents_are_said_in_order() {
    let document = odd();
    let said = spoken(&set(&document), "Daftar Isi");
    // Blanks within a code line and joiners between words are no words of their own.
    let strip = |it: &str| {
        it.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    let written = strip(&written(&document));
    assert_eq!(strip(&said).len(), written.len());
    assert_eq!(strip(&said), written);
}

#[test]
fn no_heading_level_is_skipped_and_notes_have_names() {
    let (document, assets) = everything();
    let set = set_with(&document, &assets);
    let tags: Vec<_> = set.tree.iter().map(|(_, it)| it.tag).collect();
    let headings: Vec<_> = tags.iter().filter(|it| it.starts_with('H')).collect();
    assert_eq!(headings, [&"H1", &"H2", &"H3", &"H4", &"H5"]);
    let notes = set.tree.iter().filter(|(_, it)| it.tag == "Note");
    let names: Vec<_> = notes.filter_map(|(_, it)| it.id.clone()).collect();
    assert_eq!(names, ["note-1", "note-2"]);
}

#[test]
fn an_element_holds_blocks_or_words_but_not_both() {
    let (document, assets) = everything();
    let set = set_with(&document, &assets);
    let inline = |id: &ElementId| {
        let tag = set.tree.get(*id).expect("an element").tag;
        matches!(tag, "Span" | "Link" | "Code" | "Reference" | "BibEntry")
    };
    for (_, element) in set.tree.iter() {
        let words = element
            .kids
            .iter()
            .any(|it| matches!(it, Kid::Content { .. }));
        let blocks = element
            .kids
            .iter()
            .any(|it| matches!(it, Kid::Element(id) if !inline(id)));
        assert!(!(words && blocks), "{element:?}");
    }
}
