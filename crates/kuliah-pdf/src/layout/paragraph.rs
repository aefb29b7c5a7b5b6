//! A measured paragraph: what its lines are made of, whatever their width.

use std::ops::Range;
use std::rc::Rc;

use super::inline::Attributes;
use super::line_break::{ALWAYS, Ending, Item, NEVER};
use crate::font::FaceId;
use crate::page::{Glyph, GlyphText};

/// A glyph of a paragraph, not yet in a line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Set {
    pub glyph: Glyph,
    pub face: FaceId,
    /// Which of the paragraph's attributes it has.
    pub attributes: u32,
    /// The words it stands for, where they are not its own.
    pub actual: Option<Rc<str>>,
}

/// A measured paragraph; its lines may still have any width.
#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    pub items: Vec<Item>,
    /// The glyphs of each item; none for penalties.
    pub spans: Vec<Range<usize>>,
    pub glyphs: Vec<Set>,
    pub attributes: Vec<Attributes>,
    /// Characters no face has.
    pub missing: Vec<char>,
}

/// How a text is set for the line breaker.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) enum Spacing {
    /// Spaces that stretch and shrink.
    Justified,
    /// Spaces of one width.
    Ragged,
}

/// A break within something that is wider than its line.
const WITHIN: f32 = 5_000.0;
/// Room made beforehand; longer paragraphs are rare, and some of them a single word.
const MOST_ITEMS: usize = 4_096;
/// What is wider than so many lines begins a line of its own and fills one after the other: to
/// weigh all its clusters against each other would take long and look no better.
const HUGE: f32 = 2.0;

impl Paragraph {
    /// Makes room for a text of so many bytes: a glyph for each, and a few of them to an item.
    pub(crate) fn reserve(&mut self, length: usize) {
        self.glyphs.reserve(length);
        let items = (length / 2).min(MOST_ITEMS);
        self.items.reserve(items);
        self.spans.reserve(items);
    }

    /// The width of a glyph in points.
    pub(crate) fn advance(&self, set: &Set) -> f32 {
        let size = self.attributes_of(set).map_or(0.0, |it| it.size);
        set.glyph.advance * size / 1000.0
    }

    /// How a glyph is set, and whose it is.
    pub(crate) fn attributes_of(&self, set: &Set) -> Option<&Attributes> {
        self.attributes.get(set.attributes as usize)
    }

    /// Whether nothing would be painted.
    pub(crate) fn is_empty(&self) -> bool {
        self.glyphs.is_empty()
    }

    /// Width of the widest line when lines end only where they must.
    pub(crate) fn natural_width(&self) -> f32 {
        self.widest(|cost| cost <= ALWAYS, false)
    }

    /// Width of the widest piece when lines end wherever they may.
    pub(crate) fn least_width(&self, hyphens: bool) -> f32 {
        self.widest(|cost| cost < NEVER && (hyphens || cost < 50.0), true)
    }

    fn widest(&self, ends_line: impl Fn(f32) -> bool, at_spaces: bool) -> f32 {
        let (mut widest, mut width) = (0.0_f32, 0.0);
        for item in &self.items {
            match *item {
                Item::Glue { .. } if at_spaces => width = 0.0,
                Item::Box { width: more, .. } | Item::Glue { width: more, .. } => width += more,
                Item::Penalty {
                    width: hyphen,
                    cost,
                    ..
                } if ends_line(cost) => {
                    widest = widest.max(width + hyphen);
                    width = 0.0;
                }
                Item::Penalty { .. } => {}
            }
            widest = widest.max(width);
        }
        widest
    }

    /// Offers breaks between all clusters of what is wider than a line.
    ///
    /// Returns the text of the pieces that have no better place to break.
    pub(crate) fn split_wide(&mut self, line: f32) -> Vec<String> {
        if self.least_width(true) <= line {
            return Vec::new();
        }
        let mut wide = Vec::new();
        let items = std::mem::take(&mut self.items);
        let spans = std::mem::take(&mut self.spans);
        let pairs: Vec<_> = items.into_iter().zip(spans).collect();
        // Pieces between places where a line may end.
        for piece in pairs.split_inclusive(|(item, _)| match item {
            Item::Glue { .. } => true,
            Item::Penalty { cost, .. } => *cost < NEVER,
            Item::Box { .. } => false,
        }) {
            let boxes = piece.iter().map(|(item, _)| match item {
                Item::Box { width, .. } => *width,
                _ => 0.0,
            });
            let width = boxes.sum::<f32>();
            let too_wide = width > line;
            if too_wide {
                wide.push(self.text_of(piece));
            }
            let huge = width > line * HUGE && self.begin_line();
            for (item, span) in piece {
                match item {
                    Item::Box { .. } if huge => self.push_full_lines(span.clone(), line),
                    Item::Box { .. } if too_wide => self.push_clusters(span.clone()),
                    _ => {
                        self.items.push(*item);
                        self.spans.push(span.clone());
                    }
                }
            }
        }
        wide
    }

    fn text_of(&self, piece: &[(Item, Range<usize>)]) -> String {
        let mut out = String::new();
        for (_, span) in piece {
            for set in self.glyphs.get(span.clone()).unwrap_or_default() {
                match &set.actual {
                    Some(words) => out.push_str(words),
                    None => set.glyph.text.push_to(&mut out),
                }
            }
        }
        out.trim().to_owned()
    }

    /// Fills the line and ends it.
    pub(crate) fn end_line(&mut self, end: usize) {
        // Blanks at a line's end are in nobody's way, but they would stretch it.
        while let Some(Item::Glue { .. }) = self.items.last() {
            self.items.pop();
            self.spans.pop();
        }
        self.push_penalty(NEVER, end);
        self.items.push(Item::Glue {
            width: 0.0,
            stretch: 1e5,
            shrink: 0.0,
        });
        self.spans.push(end..end);
        self.push_penalty(ALWAYS, end);
    }

    /// Ends the line at the blank before, if there is one; whether what comes begins a line.
    fn begin_line(&mut self) -> bool {
        match (self.items.last(), self.spans.last()) {
            (Some(Item::Glue { .. }), Some(span)) => {
                let end = span.end;
                self.end_line(end);
                true
            }
            (Some(Item::Penalty { cost, .. }), _) => *cost <= ALWAYS,
            (last, _) => last.is_none(),
        }
    }

    fn push_penalty(&mut self, cost: f32, at: usize) {
        self.items.push(Item::Penalty {
            width: 0.0,
            cost,
            ending: Ending::Plain,
        });
        self.spans.push(at..at);
    }

    fn push_box(&mut self, width: f32, span: Range<usize>) {
        self.items.push(Item::Box {
            width,
            left: 0.0,
            right: 0.0,
        });
        self.spans.push(span);
    }

    /// A box for each cluster, and a place to break between them.
    fn push_clusters(&mut self, span: Range<usize>) {
        let start = span.start;
        for at in span {
            let Some(set) = self.glyphs.get(at) else {
                return;
            };
            let (width, follows) = (self.advance(set), follows(set));
            if at > start && !follows {
                self.push_penalty(WITHIN, at);
            }
            self.push_box(width, at..at + 1);
        }
    }

    /// A box for each line that the clusters fill, and a place to break between the lines.
    fn push_full_lines(&mut self, span: Range<usize>, line: f32) {
        let (mut from, mut width) = (span.start, 0.0);
        for at in span.clone() {
            let Some(set) = self.glyphs.get(at) else {
                return;
            };
            let advance = self.advance(set);
            if at > from && width + advance > line && !follows(set) {
                self.push_box(width, from..at);
                self.push_penalty(WITHIN, at);
                (from, width) = (at, 0.0);
            }
            width += advance;
        }
        self.push_box(width, from..span.end);
    }
}

/// Whether a glyph belongs to the cluster of the one before.
fn follows(set: &Set) -> bool {
    set.glyph.text == GlyphText::Nothing || set.glyph.offset != (0.0, 0.0)
}
