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
    pub attributes: usize,
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

impl Paragraph {
    /// Makes room for a text of so many bytes: a glyph for each, and a few of them to an item.
    pub(crate) fn reserve(&mut self, length: usize) {
        self.glyphs.reserve(length);
        self.items.reserve(length / 2);
        self.spans.reserve(length / 2);
    }

    /// The width of a glyph in points.
    pub(crate) fn advance(&self, set: &Set) -> f32 {
        let size = self
            .attributes
            .get(set.attributes)
            .map_or(0.0, |it| it.size);
        set.glyph.advance * size / 1000.0
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
            let too_wide = boxes.sum::<f32>() > line;
            if too_wide {
                wide.push(self.text_of(piece));
            }
            for (item, span) in piece {
                match item {
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

    fn push_clusters(&mut self, span: Range<usize>) {
        let start = span.start;
        for at in span {
            let Some(set) = self.glyphs.get(at) else {
                return;
            };
            let follows = set.glyph.text == GlyphText::Nothing || set.glyph.offset != (0.0, 0.0);
            let width = self.advance(set);
            if at > start && !follows {
                self.items.push(Item::Penalty {
                    width: 0.0,
                    cost: WITHIN,
                    ending: Ending::Plain,
                });
                self.spans.push(at..at);
            }
            self.items.push(Item::Box {
                width,
                left: 0.0,
                right: 0.0,
            });
            self.spans.push(at..at + 1);
        }
    }
}
