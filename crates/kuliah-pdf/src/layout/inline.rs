//! Inline text into styled parts: faces, owners, links, languages.

use std::collections::BTreeMap;

use kuliah_doc::{Anchor, Inline};

use super::Layout;
use super::hyphenate::Rules;
use crate::font::FaceId;
use crate::page::{Colour, Link, LinkId, Mark, PlaceId, Run, Target};
use crate::style;
use crate::tags::ElementId;

/// How a piece of text looks and whose it is.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Attributes {
    pub face: FaceId,
    pub size: f32,
    /// Above the baseline, in points.
    pub rise: f32,
    pub colour: Colour,
    pub owner: ElementId,
    pub link: Option<LinkId>,
    /// The footnote whose mark this is.
    pub note: Option<usize>,
    pub rules: Rules,
    /// Whether figures stand one below the other: lining, all of one width, whatever the theme
    /// says for running text.
    pub columns: bool,
}

impl Attributes {
    /// A run in this style, without glyphs.
    pub(crate) fn run(self, x: f32) -> Run {
        Run {
            face: self.face,
            size: self.size,
            colour: self.colour,
            x,
            stretch: 1.0,
            glyphs: Vec::new(),
            mark: Mark::Element(self.owner),
            link: self.link,
        }
    }
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Part {
    /// Text in one style.
    Text(String, Attributes),
    /// A line end.
    Break,
}

/// Links and the places they lead to.
#[derive(Debug, Default)]
pub(crate) struct Links {
    pub all: Vec<Link>,
    places: BTreeMap<Anchor, PlaceId>,
    next_place: usize,
}

impl Links {
    /// A place without a name.
    pub(crate) fn new_place(&mut self) -> PlaceId {
        self.next_place += 1;
        PlaceId(self.next_place - 1)
    }

    /// Names a new place; of several with one name the first counts.
    pub(crate) fn name(&mut self, anchor: &Anchor) {
        if !self.places.contains_key(anchor) {
            let place = self.new_place();
            self.places.insert(anchor.clone(), place);
        }
    }

    /// The place with a name.
    pub(crate) fn place(&self, anchor: &Anchor) -> Option<PlaceId> {
        self.places.get(anchor).copied()
    }

    /// How many places there are.
    pub(crate) fn places(&self) -> usize {
        self.next_place
    }

    pub(crate) fn add(&mut self, target: Target, element: ElementId, contents: String) -> LinkId {
        self.all.push(Link {
            target,
            element,
            contents,
        });
        LinkId(self.all.len() - 1)
    }
}

impl<'a> Layout<'a> {
    /// Styled parts of inline text; footnotes are put aside for the end.
    pub(crate) fn parts(&mut self, inlines: &'a [Inline], base: Attributes) -> Vec<Part> {
        let mut out = Vec::new();
        self.push_parts(inlines, base, &mut out);
        out
    }

    fn push_parts(&mut self, inlines: &'a [Inline], at: Attributes, out: &mut Vec<Part>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => push_text(out, text.as_str(), at),
                Inline::Break => out.push(Part::Break),
                Inline::Code(text) => {
                    let owner = self.tree.inline("Code", at.owner);
                    push_text(out, text.as_str(), code(at, owner));
                }
                Inline::Emphasis(content) => {
                    // Emphasis within italics stands upright, as printers have it.
                    let face = at.face.styled(at.face.is_bold(), !at.face.is_italic());
                    self.push_parts(content, Attributes { face, ..at }, out);
                }
                Inline::Strong(content) => {
                    let face = at.face.styled(true, at.face.is_italic());
                    self.push_parts(content, Attributes { face, ..at }, out);
                }
                Inline::Span { language, content } => {
                    let owner = self.tree.inline("Span", at.owner);
                    if let Some(element) = self.tree.get_mut(owner) {
                        element.language = Some(language.as_str().to_owned());
                    }
                    let rules = match at.rules {
                        Rules::Whole | Rules::Code if at.face.is_sans() => at.rules,
                        _ => Rules::of(language),
                    };
                    self.push_parts(content, Attributes { owner, rules, ..at }, out);
                }
                Inline::Link { target, content } => {
                    let to = Target::Address(target.as_str().to_owned());
                    let at = self.linked(at, Some(to), target.as_str().to_owned());
                    self.push_parts(content, at, out);
                }
                Inline::Reference { target, content } => {
                    let to = self.links.place(target).map(Target::Place);
                    let at = self.linked(at, to, kuliah_doc::inline_text(content));
                    self.push_parts(content, at, out);
                }
                Inline::Footnote { number, content } => self.note_mark(*number, content, at, out),
            }
        }
    }

    /// The same style inside a link; a link within a link stays part of the outer one.
    fn linked(&mut self, at: Attributes, target: Option<Target>, contents: String) -> Attributes {
        let (Some(target), None) = (target, at.link) else {
            return at;
        };
        let owner = self.tree.inline("Link", at.owner);
        let link = Some(self.links.add(target, owner, contents));
        Attributes {
            owner,
            link,
            colour: self.style.accent,
            ..at
        }
    }

    fn note_mark(
        &mut self,
        number: u32,
        content: &'a [kuliah_doc::Block],
        at: Attributes,
        out: &mut Vec<Part>,
    ) {
        let (note, place) = self.add_note(number, content);
        let reference = self.tree.inline("Reference", at.owner);
        let inside = Attributes {
            owner: reference,
            link: None,
            ..at
        };
        let marked = self.linked(inside, Some(Target::Place(place)), number.to_string());
        let attributes = Attributes {
            size: at.size * style::MARK_SIZE,
            rise: at.rise + at.size * style::MARK_RISE,
            note: Some(note),
            rules: Rules::Whole,
            ..marked
        };
        out.push(Part::Text(number.to_string(), attributes));
    }
}

fn code(at: Attributes, owner: ElementId) -> Attributes {
    Attributes {
        face: FaceId::Code,
        size: at.size * style::INLINE_CODE,
        owner,
        rules: Rules::Code,
        ..at
    }
}

fn push_text(out: &mut Vec<Part>, text: &str, at: Attributes) {
    match out.last_mut() {
        Some(Part::Text(before, same)) if *same == at => before.push_str(text),
        _ if text.is_empty() => {}
        _ => out.push(Part::Text(text.to_owned(), at)),
    }
}
