//! The structure tree: who owns what is painted, in reading order.
//!
//! 1. Layout creates one element a block, in document order.
//! 2. An inline element joins its parent when its first glyph is painted, so that
//!    the words before it stay before it. An element holds either blocks, or text
//!    and inlines; never both.
//! 3. [`mark_pages`] walks the painted pages and numbers the marked sequences.

use crate::page::{Artifact, Mark, Page};
use std::ops::Range;
use std::rc::Rc;

/// An element of the tree, by number.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) struct ElementId(pub usize);

/// The whole document.
pub(crate) const ROOT: ElementId = ElementId(0);

/// What an element holds.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) enum Kid {
    /// Another element.
    Element(ElementId),
    /// A marked sequence of a page.
    Content { page: usize, id: usize },
    /// A link annotation of a page.
    Link { page: usize, index: usize },
}

/// An attribute that a tag needs.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Attribute {
    /// How the items of a list are marked: `Disc`, `Decimal`, `None`.
    ListNumbering(&'static str),
    /// What a head cell is the head of: `Column`.
    Scope(&'static str),
    /// Where a picture stands: left, lower, right and upper edge.
    Bounds([f32; 4]),
}

/// An element.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Element {
    pub tag: &'static str,
    pub parent: ElementId,
    pub kids: Vec<Kid>,
    /// Whether its parent already holds it.
    attached: bool,
    pub language: Option<String>,
    pub title: Option<String>,
    pub alt: Option<String>,
    /// A name of its own, as notes need one.
    pub id: Option<String>,
    pub attribute: Option<Attribute>,
}

/// All elements of a document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StructureTree {
    elements: Vec<Element>,
}

impl StructureTree {
    pub(crate) fn new() -> Self {
        let mut tree = Self {
            elements: Vec::new(),
        };
        tree.add("Document", ROOT, true);
        tree
    }

    fn add(&mut self, tag: &'static str, parent: ElementId, attached: bool) -> ElementId {
        let id = ElementId(self.elements.len());
        self.elements.push(Element {
            tag,
            parent,
            kids: Vec::new(),
            attached,
            language: None,
            title: None,
            alt: None,
            id: None,
            attribute: None,
        });
        id
    }

    /// Adds an element behind what its parent already holds.
    pub(crate) fn block(&mut self, tag: &'static str, parent: ElementId) -> ElementId {
        let id = self.add(tag, parent, true);
        self.push(parent, Kid::Element(id));
        id
    }

    /// Makes an element that joins its parent when it is first painted.
    pub(crate) fn inline(&mut self, tag: &'static str, parent: ElementId) -> ElementId {
        self.add(tag, parent, false)
    }

    fn push(&mut self, parent: ElementId, kid: Kid) {
        if let Some(element) = self.elements.get_mut(parent.0) {
            element.kids.push(kid);
        }
    }

    pub(crate) fn get(&self, id: ElementId) -> Option<&Element> {
        self.elements.get(id.0)
    }

    pub(crate) fn get_mut(&mut self, id: ElementId) -> Option<&mut Element> {
        self.elements.get_mut(id.0)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (ElementId, &Element)> {
        let ids = (0..).map(ElementId);
        ids.zip(&self.elements)
    }

    pub(crate) fn len(&self) -> usize {
        self.elements.len()
    }

    /// Whether the tree holds an element; inlines that were never painted are in no tree.
    pub(crate) fn is_attached(&self, id: ElementId) -> bool {
        self.get(id).is_some_and(|it| it.attached)
    }

    /// The tag of an element.
    pub(crate) fn tag(&self, id: ElementId) -> &'static str {
        self.get(id).map_or("Span", |it| it.tag)
    }

    fn attach(&mut self, id: ElementId) {
        let mut at = id;
        let mut path = Vec::new();
        while let Some(element) = self.elements.get_mut(at.0)
            && !element.attached
        {
            element.attached = true;
            path.push((element.parent, at));
            at = element.parent;
        }
        for (parent, kid) in path.into_iter().rev() {
            self.push(parent, Kid::Element(kid));
        }
    }
}

/// A stretch of a page's items with one owner.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sequence {
    pub owner: Owner,
    /// Which items of the page.
    pub items: Range<usize>,
}

/// The owner of a sequence.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) enum Owner {
    /// An element; `id` numbers the sequence within its page.
    Element {
        element: ElementId,
        id: usize,
        actual: Option<Rc<str>>,
    },
    /// Nobody.
    Artifact(Artifact),
}

/// Numbers the marked sequences of every page and hangs them into the tree.
///
/// Sequences never nest, and each one with words of its own stands alone: nested
/// `ActualText` makes some readers lose the rest of the paragraph.
pub(crate) fn mark_pages(pages: &[Page], tree: &mut StructureTree) -> Vec<Vec<Sequence>> {
    let mut out = Vec::with_capacity(pages.len());
    for (number, page) in pages.iter().enumerate() {
        let mut sequences: Vec<Sequence> = Vec::new();
        let mut next = 0;
        for (index, item) in page.items.iter().enumerate() {
            let mark = item.mark();
            if let Some(last) = sequences.last_mut()
                && continues(&last.owner, &mark)
            {
                last.items.end = index + 1;
                continue;
            }
            let owner = match mark {
                Mark::Artifact(kind) => Owner::Artifact(kind),
                Mark::Element(element) => number_sequence(tree, element, number, &mut next, None),
                Mark::Actual(element, words) => {
                    number_sequence(tree, element, number, &mut next, Some(words))
                }
            };
            sequences.push(Sequence {
                owner,
                items: index..index + 1,
            });
        }
        out.push(sequences);
    }
    out
}

fn continues(owner: &Owner, mark: &Mark) -> bool {
    match (owner, mark) {
        (Owner::Artifact(a), Mark::Artifact(b)) => a == b,
        (
            Owner::Element {
                element,
                actual: None,
                ..
            },
            Mark::Element(next),
        ) => element == next,
        _ => false,
    }
}

fn number_sequence(
    tree: &mut StructureTree,
    element: ElementId,
    page: usize,
    next: &mut usize,
    actual: Option<Rc<str>>,
) -> Owner {
    let id = *next;
    *next += 1;
    tree.attach(element);
    tree.push(element, Kid::Content { page, id });
    Owner::Element {
        element,
        id,
        actual,
    }
}

/// Hangs the link annotations of every page into the tree, behind the words of their links.
pub(crate) fn hang_links(pages: &[Page], links: &[crate::page::Link], tree: &mut StructureTree) {
    for (page, content) in pages.iter().enumerate() {
        for (index, area) in content.links.iter().enumerate() {
            if let Some(link) = links.get(area.link.0) {
                tree.push(link.element, Kid::Link { page, index });
            }
        }
    }
}
