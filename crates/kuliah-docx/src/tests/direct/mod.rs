//! A second writer of the text, which builds the canonical tree itself: no docx-rs, no
//! markers, no canonicaliser.
//!
//! It proves what the other way must come to, byte for byte, and is the way out should
//! docx-rs no longer be kept.

mod block;
mod inline;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use kuliah_doc::{Assets, Document};

use crate::design::Design;
use crate::lists::Lists;
use crate::media::Media;
use crate::name::Places;
use crate::outline::Outline;
use crate::page::{LEAST, Twips};
use crate::schema::NAMESPACES;
use crate::story::{Relations, Story};
use crate::style::Style;
use crate::xml::{Element, Node};

/// Writes `w:document` without the properties of its section.
pub(super) fn text(document: &Document, assets: &dyn Assets, sources: bool) -> Element {
    let design = Design::default();
    let mut direct = Direct {
        document,
        assets,
        design: &design,
        sources,
        places: Places::of(document),
        story: Story::Body,
        pending: Vec::new(),
        placed: BTreeSet::new(),
        headings: 0,
        notes: 0,
        drawings: 0,
        outline: Outline::new(),
        sequences: BTreeMap::new(),
        media: Media::default(),
        lists: Lists::new(),
        body: Relations::default(),
        note: Relations::default(),
        late: 0,
    };
    let mut body = Element::new("w:body");
    for element in direct.all() {
        body.push(element);
    }
    let mut root = Element::new("w:document");
    root.attributes = NAMESPACES.map(|(k, v)| (k.to_owned(), v.to_owned())).into();
    root.child(body)
}

/// Where a block stands.
#[derive(Copy, Clone)]
struct Place {
    left: Twips,
    width: Twips,
    style: Style,
    lists: usize,
    callouts: usize,
}

impl Place {
    fn new(width: Twips, style: Style) -> Self {
        Self {
            left: 0,
            width,
            style,
            lists: 0,
            callouts: 0,
        }
    }

    fn set_in(self, by: Twips, style: Style) -> Self {
        let by = by.min(self.width.saturating_sub(LEAST));
        Self {
            left: self.left + by,
            width: self.width - by,
            style,
            ..self
        }
    }
}

struct Direct<'a> {
    document: &'a Document,
    assets: &'a dyn Assets,
    design: &'a Design,
    sources: bool,
    places: Places,
    story: Story,
    pending: Vec<String>,
    placed: BTreeSet<String>,
    headings: usize,
    notes: usize,
    drawings: usize,
    outline: Outline,
    sequences: BTreeMap<String, u32>,
    media: Media,
    lists: Lists,
    body: Relations,
    note: Relations,
    /// Nothing but a count: notes on notes are not part of the text.
    late: usize,
}

impl Direct<'_> {
    fn relations(&mut self) -> &mut Relations {
        match self.story {
            Story::Body => &mut self.body,
            Story::Notes => &mut self.note,
        }
    }

    /// A paragraph with these properties; pending bookmarks open and close in it.
    fn paragraph(
        &mut self,
        properties: Vec<Element>,
        fill: impl FnOnce(&mut Self, &mut Vec<Element>),
    ) -> Element {
        let names = std::mem::take(&mut self.pending);
        let mut children = Vec::new();
        let first = self.placed.len() + 1;
        let mut next = first;
        for name in names {
            if self.placed.insert(name.clone()) {
                children.push(
                    Element::new("w:bookmarkStart")
                        .with("w:id", next.to_string())
                        .with("w:name", name),
                );
                next += 1;
            }
        }
        fill(self, &mut children);
        for id in first..next {
            children.push(Element::new("w:bookmarkEnd").with("w:id", id.to_string()));
        }
        let mut paragraph = Element::new("w:p");
        if !properties.is_empty() {
            paragraph.push(bag("w:pPr", properties));
        }
        paragraph
            .children
            .extend(children.into_iter().map(Node::Element));
        paragraph
    }
}

fn bag(name: &str, children: Vec<Element>) -> Element {
    let children = children.into_iter().map(Node::Element).collect();
    Element {
        children,
        ..Element::new(name)
    }
}

fn value(name: &str, value: impl Into<String>) -> Element {
    Element::new(name).with("w:val", value)
}

/// The style of a paragraph, and its indent where the place asks for another.
fn styled(style: Style, place: Place) -> Vec<Element> {
    let mut out = vec![value("w:pStyle", style.id)];
    let left = place.left + style.shift;
    if left != style.left {
        out.push(indent(left, style.hanging));
    }
    out
}

fn indent(left: Twips, hanging: Twips) -> Element {
    let indent = Element::new("w:ind").with("w:left", left.to_string());
    if hanging > 0 {
        indent.with("w:hanging", hanging.to_string())
    } else {
        indent
    }
}

fn in_list(list: usize, level: usize) -> Element {
    Element::new("w:numPr")
        .child(value("w:ilvl", level.to_string()))
        .child(value("w:numId", list.to_string()))
}

/// Puts a property before the indent, where the schema has it.
fn before_indent(properties: &mut Vec<Element>, property: Element) {
    let at = properties.iter().position(|it| it.name == "w:ind");
    properties.insert(at.unwrap_or(properties.len()), property);
}
