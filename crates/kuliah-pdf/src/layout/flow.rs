//! The way down the pages: strips of lines, spaces and pictures, not yet on a page.

use kuliah_theme::NewPage;

use crate::page::{Colour, Item, PlaceId, Run};

/// How firmly a strip holds on to the next one; the later, the firmer.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) enum Keep {
    /// A page may end here.
    #[default]
    Free,
    /// Items of a list, rows of a table: given up first.
    Group,
    /// A line that ends in a hyphen: given up second.
    Hyphen,
    /// Headings, single lines of a paragraph: never given up.
    Bound,
}

/// A frame around strips, by number.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) struct FrameId(pub usize);

/// A tint behind strips and an upright rule beside them; it goes on over pages.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Frame {
    pub left: f32,
    pub right: f32,
    pub fill: Option<Colour>,
    pub bar: Option<Colour>,
    /// The frame around this one.
    pub outer: Option<FrameId>,
}

/// The head of a table that is repeated on further pages, by number.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) struct HeadId(pub usize);

/// An entry of the table of contents that lacks its page number.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PageReference {
    pub place: PlaceId,
    /// Right edge of the words.
    pub from: f32,
    /// A run in the style of the number, without glyphs.
    pub style: Run,
}

/// Something as wide as the text that is never cut; all `y` count from its upper edge.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Strip {
    pub height: f32,
    pub items: Vec<Item>,
    pub keep: Keep,
    /// Whether it is mere space, which no page opens with.
    pub blank: bool,
    /// Whether it is as wide as all columns.
    pub wide: bool,
    /// Whether a page begins here.
    pub new_page: NewPage,
    /// Places that begin here.
    pub places: Vec<PlaceId>,
    /// Footnotes whose marks stand here.
    pub notes: Vec<usize>,
    pub frame: Option<FrameId>,
    /// The table whose head is repeated when a page begins here.
    pub head: Option<HeadId>,
    /// The heading that begins here.
    pub heading: Option<usize>,
    pub page_reference: Option<Box<PageReference>>,
}

/// Strips in a row, with what waits for the next one.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub strips: Vec<Strip>,
    space: f32,
    pad: f32,
    wide: bool,
    new_page: NewPage,
    places: Vec<PlaceId>,
    /// Labels of list items, with the height of their baseline from that of the line.
    labels: Vec<(Run, f32)>,
}

impl Flow {
    /// Asks for space; of two spaces running the larger one counts.
    pub(crate) fn space(&mut self, height: f32) {
        self.space = self.space.max(height);
    }

    /// Asks for no more space than this.
    pub(crate) fn tighten(&mut self, height: f32) {
        self.space = self.space.min(height);
    }

    /// Asks for space that is added to all other.
    pub(crate) fn pad(&mut self, height: f32) {
        self.pad += height;
    }

    /// Marks a place at the next strip.
    pub(crate) fn place(&mut self, place: PlaceId) {
        self.places.push(place);
    }

    /// Sets a label beside the next line.
    pub(crate) fn label(&mut self, runs: Vec<(Run, f32)>) {
        self.labels.extend(runs);
    }

    /// Whether a label still waits for its line.
    pub(crate) fn has_label(&self) -> bool {
        !self.labels.is_empty()
    }

    /// The labels that wait for a line.
    pub(crate) fn take_labels(&mut self) -> Vec<(Run, f32)> {
        std::mem::take(&mut self.labels)
    }

    /// Makes what follows as wide as all columns, or no longer.
    pub(crate) fn widen(&mut self, wide: bool) {
        self.wide = wide;
    }

    /// Begins a page with the next strip.
    pub(crate) fn new_page(&mut self, new_page: NewPage) {
        if self.new_page == NewPage::Never {
            self.new_page = new_page;
        }
    }

    /// Adds a strip below the space asked for.
    pub(crate) fn push(&mut self, mut strip: Strip) {
        strip.wide = self.wide;
        strip.new_page = std::mem::take(&mut self.new_page);
        let space = std::mem::take(&mut self.space) + std::mem::take(&mut self.pad);
        if let Some(last) = self.strips.last()
            && space > 0.0
        {
            let blank = Strip {
                height: space,
                keep: last.keep,
                blank: true,
                // Between something wide and columns, the space is wide as well.
                wide: last.wide || strip.wide,
                ..Strip::default()
            };
            self.strips.push(blank);
        }
        strip.places.append(&mut self.places);
        self.strips.push(strip);
    }

    /// Holds the last strip to the next one at least this firmly.
    pub(crate) fn keep(&mut self, keep: Keep) {
        if let Some(last) = self.strips.last_mut() {
            last.keep = last.keep.max(keep);
        }
    }

    /// Keeps the strips from a number on together, unless they are higher than `most`.
    pub(crate) fn keep_short(&mut self, from: usize, most: f32) {
        let strips = self.strips.get_mut(from..).unwrap_or_default();
        let height: f32 = strips.iter().map(|it| it.height).sum();
        if height <= most
            && let Some((_, all)) = strips.split_last_mut()
        {
            for strip in all {
                strip.keep = strip.keep.max(Keep::Group);
            }
        }
    }

    /// Gives places that came after everything to the last strip.
    pub(crate) fn finish(mut self) -> Vec<Strip> {
        if let Some(last) = self.strips.last_mut() {
            last.places.append(&mut self.places);
        }
        self.strips
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(lines: usize) -> Flow {
        let mut flow = Flow::default();
        for _ in 0..lines {
            flow.push(Strip {
                height: 10.0,
                ..Strip::default()
            });
        }
        flow
    }

    fn keeps(flow: Flow) -> Vec<Keep> {
        flow.finish().iter().map(|it| it.keep).collect()
    }

    #[test]
    fn what_is_short_stays_together_up_to_its_last_line() {
        let mut short = flow(4);
        short.keep_short(1, 30.0);
        assert_eq!(
            keeps(short),
            [Keep::Free, Keep::Group, Keep::Group, Keep::Free]
        );
        let mut long = flow(4);
        long.keep_short(0, 30.0);
        assert_eq!(keeps(long), [Keep::Free; 4]);
    }
}
