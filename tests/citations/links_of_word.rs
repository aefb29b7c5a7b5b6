//! Links of citations in Word files.

use std::collections::BTreeMap;

use kuliah_tests::docx::parts;
use kuliah_tests::same::squeezed;
use roxmltree::{Document, Node};

use crate::{Cited, Links};

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let mut all = node.attributes();
    all.find(|it| it.name() == name).map(|it| it.value())
}

fn all<'a, 'b>(node: Node<'a, 'b>, name: &'static str) -> impl Iterator<Item = Node<'a, 'b>> {
    node.descendants().filter(move |it| is(*it, name))
}

fn text(node: Node<'_, '_>) -> String {
    all(node, "t").filter_map(|it| it.text()).collect()
}

fn style<'a>(paragraph: Node<'a, '_>) -> &'a str {
    let style = all(paragraph, "pStyle").next();
    style
        .and_then(|it| attribute(it, "val"))
        .unwrap_or_default()
}

/// The parts of a file that are text.
struct Word(BTreeMap<String, String>);

impl Word {
    fn of(cited: &Cited) -> Self {
        let parts = parts(&cited.export("docx")).into_iter();
        let text = parts.filter_map(|(name, bytes)| Some((name, String::from_utf8(bytes).ok()?)));
        Self(text.collect())
    }

    fn part(&self, name: &str) -> Document<'_> {
        let text = self.0.get(name).map_or("<none/>", String::as_str);
        Document::parse(text).expect("well-formed")
    }
}

/// The place of every bookmark of a part.
fn bookmarks<'a>(part: &'a Document<'_>) -> BTreeMap<&'a str, usize> {
    let all = all(part.root(), "bookmarkStart");
    let named = all.filter_map(|it| Some((attribute(it, "name")?, it.range().start)));
    named.collect()
}

#[test]
fn every_citation_leads_to_its_entry() {
    for cited in Cited::all() {
        let word = Word::of(&cited);
        let body = word.part("word/document.xml");
        let entries = all(body.root(), "p").filter(|it| style(*it) == "Bibliography");
        let entries: Vec<_> = entries.collect();
        let links = Links::of(cited.handout.document());
        assert_eq!(entries.len(), links.entries.len(), "{}", cited.name);
        let mut of_name = BTreeMap::new();
        for (index, entry) in entries.iter().enumerate() {
            for mark in all(*entry, "bookmarkStart") {
                of_name.insert(attribute(mark, "name").expect("a name"), index);
            }
        }
        let mut found = Vec::new();
        for name in ["word/document.xml", "word/footnotes.xml"] {
            let part = word.part(name);
            for link in all(part.root(), "hyperlink") {
                let anchor = attribute(link, "anchor").unwrap_or_default();
                if let Some(index) = of_name.get(anchor) {
                    found.push((squeezed(&text(link)), *index));
                }
            }
        }
        found.sort();
        assert_eq!(found, links.places(), "{}", cited.name);
    }
}

#[test]
fn every_entry_leads_back_to_its_first_citation() {
    for cited in Cited::all() {
        let word = Word::of(&cited);
        let body = word.part("word/document.xml");
        let notes = word.part("word/footnotes.xml");
        let marks = bookmarks(&body);
        // Where each bookmark is led to first: in the text, or by the mark of a note.
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        let mut at = |anchor: &str, place: usize| {
            let known = first.entry(anchor.to_owned()).or_insert(place);
            *known = place.min(*known);
        };
        for link in all(body.root(), "hyperlink") {
            at(
                attribute(link, "anchor").unwrap_or_default(),
                link.range().start,
            );
        }
        for mark in all(body.root(), "footnoteReference") {
            let mut of_note = all(notes.root(), "footnote");
            let note = of_note.find(|it| attribute(*it, "id") == attribute(mark, "id"));
            for link in all(note.expect("the note"), "hyperlink") {
                at(
                    attribute(link, "anchor").unwrap_or_default(),
                    mark.range().start,
                );
            }
        }
        for entry in all(body.root(), "p").filter(|it| style(*it) == "Bibliography") {
            let own = all(entry, "bookmarkStart").next().expect("a bookmark");
            let own = attribute(own, "name").expect("a name");
            let back = all(entry, "hyperlink").find_map(|it| attribute(it, "anchor"));
            let back = back.unwrap_or_else(|| panic!("{}: {}", cited.name, text(entry)));
            let (block, first) = (marks[back], first[own]);
            assert!(block < first, "{}: {}", cited.name, text(entry));
            // The bookmark is that of the very block: no text stands between, but within a table.
            let paragraphs = all(body.root(), "p").filter(|it| style(*it) != "Bibliography");
            let between = paragraphs
                .filter(|it| !it.ancestors().any(|up| is(up, "tbl")))
                .filter(|it| it.range().start > block && it.range().end < first);
            assert_eq!(between.count(), 0, "{}: {}", cited.name, text(entry));
        }
    }
}

#[test]
fn addresses_are_live() {
    for cited in Cited::all() {
        let word = Word::of(&cited);
        let body = word.part("word/document.xml");
        let relations = word.part("word/_rels/document.xml.rels");
        for entry in all(body.root(), "p").filter(|it| style(*it) == "Bibliography") {
            let id = all(entry, "hyperlink").find_map(|it| attribute(it, "id"));
            let id = id.unwrap_or_else(|| panic!("{}: {}", cited.name, text(entry)));
            let mut all = all(relations.root(), "Relationship");
            let relation = all
                .find(|it| attribute(*it, "Id") == Some(id))
                .expect("a relation");
            assert_eq!(attribute(relation, "TargetMode"), Some("External"));
            let address = attribute(relation, "Target").unwrap_or_default();
            let is_known = address.starts_with("https://doi.org/10.1234/")
                || address == "https://contoh.example/bagan";
            assert!(is_known, "{}: {address}", cited.name);
        }
    }
}
