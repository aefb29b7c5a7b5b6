//! Where each column ends: down it until something does not fit, then back to the last strip
//! that lets go of the next one.
//!
//! `bands` puts columns together to pages.

use std::collections::VecDeque;
use std::ops::Range;

use super::flow::{Keep, Strip};
use crate::style::Style;

/// Going back may leave this part of a column empty; beyond it, weaker holds are given up.
const EMPTY: f32 = 0.25;
/// Of the column: footnotes that are longer go on over the next one.
const LONG_NOTE: f32 = 0.25;
/// Of the column: what footnotes left over from the one before may take while text remains.
const CARRIED: f32 = 0.6;

/// What stands in a column, or across all columns, from an upper edge down.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Slice {
    pub strips: Range<usize>,
    /// The table head repeated at the top.
    pub head: Option<usize>,
    /// Footnotes, and which strips of each.
    pub notes: Vec<(usize, Range<usize>)>,
    /// Which column, from 0.
    pub column: u8,
    /// From the upper edge of the text down to where it begins.
    pub top: f32,
    /// From the upper edge of the text down to where its footnotes end.
    pub foot: f32,
}

/// Footnotes that wait for a place: which, and from which of its strips on.
pub(crate) type Waiting = VecDeque<(usize, usize)>;

/// A column that was filled.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Filled {
    pub slice: Slice,
    /// Height of all that stands in it.
    pub height: f32,
    /// Whether something was torn that holds together, or is too high.
    pub torn: bool,
}

/// Strips that are to be shared out among pages.
pub(crate) struct Splitter<'a> {
    pub style: &'a Style,
    pub strips: &'a [Strip],
    pub notes: &'a [Vec<Strip>],
    pub heads: &'a [Vec<Strip>],
}

impl Splitter<'_> {
    /// Fills a column of a height with the strips from `from` on, up to `until` at most.
    pub(crate) fn fill(
        &self,
        from: usize,
        until: usize,
        high: f32,
        waiting: &mut Waiting,
    ) -> Filled {
        let mut room = high;
        let more = from < until;
        let head = self.strips.get(from).filter(|_| more);
        let head = head.and_then(|it| it.head).map(|it| it.0);
        let head_height = head
            .and_then(|it| self.heads.get(it))
            .map_or(0.0, |it| height(it));
        room -= head_height;
        let mut notes = Vec::new();
        let limit = if more { room * CARRIED } else { room };
        let mut used = self.place_notes(waiting, limit, &mut notes);
        if used > 0.0 {
            used += self.over_notes();
        }
        let (end, torn) = self.end(from, until, room - used, used > 0.0);
        self.collect_notes(from..end, waiting);
        let text = self.strips.get(from..end).map_or(0.0, height);
        let above = if used > 0.0 { 0.0 } else { self.over_notes() };
        let left = room - text - used - above;
        let late = self.place_notes(waiting, left.max(0.0), &mut notes);
        if late > 0.0 {
            used += above + late;
        }
        Filled {
            height: head_height + text + used,
            torn,
            slice: Slice {
                strips: from..end,
                head,
                notes,
                column: 0,
                top: 0.0,
                foot: 0.0,
            },
        }
    }

    /// The first strip from `at` on that is no mere space.
    pub(crate) fn skip_blanks(&self, at: usize) -> usize {
        let rest = self.strips.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|it| it.blank).count()
    }

    /// Where the column ends that begins at a strip, and whether it ends badly.
    fn end(&self, at: usize, until: usize, room: f32, has_notes: bool) -> (usize, bool) {
        // Height down to each strip, the strip included.
        let mut heights: Vec<f32> = Vec::new();
        let (mut text, mut foot) = (0.0, 0.0);
        let mut too_high = false;
        let strips = self.strips.get(at..until).unwrap_or_default();
        for (index, strip) in strips.iter().enumerate() {
            let notes = self.notes_height(strip);
            let above = if has_notes || foot > 0.0 || notes <= 0.0 {
                0.0
            } else {
                self.over_notes()
            };
            let all = text + strip.height + foot + notes + above;
            // A long footnote may go on over the page, if some of it fits here.
            let part = self.style.note.leading * 3.0 + above;
            let long = notes > room * LONG_NOTE && text + strip.height + foot + part <= room;
            if index > 0 && all > room && !long {
                break;
            }
            text += strip.height;
            heights.push(text);
            foot += notes + above;
            if all > room {
                too_high = !long;
                break;
            }
        }
        let (end, torn) = self.go_back(at, until, &heights, room);
        (end, torn || too_high)
    }

    /// The last place at or before the end of what fits where the column may end.
    fn go_back(&self, at: usize, until: usize, heights: &[f32], room: f32) -> (usize, bool) {
        let limit = at + heights.len();
        if limit >= until {
            return (limit, false);
        }
        let full = heights.last().copied().unwrap_or(0.0);
        let mut best = None;
        for firmness in [Keep::Free, Keep::Group, Keep::Hyphen] {
            let last = (0..heights.len()).rev().find(|&index| {
                let strip = self.strips.get(at + index);
                strip.is_some_and(|it| !it.blank && it.keep <= firmness)
            });
            let Some(index) = last else {
                continue;
            };
            best = Some(at + index + 1);
            let used = heights.get(index).copied().unwrap_or(0.0);
            if full - used <= room * EMPTY {
                break;
            }
        }
        (best.unwrap_or(limit), best.is_none())
    }

    /// Height of all footnotes that a strip brings along, those in footnotes too.
    pub(crate) fn notes_height(&self, strip: &Strip) -> f32 {
        let notes = strip.notes.iter().filter_map(|it| self.notes.get(*it));
        notes
            .flatten()
            .map(|it| it.height + self.notes_height(it))
            .sum()
    }

    fn collect_notes(&self, strips: Range<usize>, out: &mut Waiting) {
        for strip in self.strips.get(strips).unwrap_or_default() {
            self.collect_notes_of(strip, out);
        }
    }

    fn collect_notes_of(&self, strip: &Strip, out: &mut Waiting) {
        for &note in &strip.notes {
            out.push_back((note, 0));
            for inner in self.notes.get(note).into_iter().flatten() {
                self.collect_notes_of(inner, out);
            }
        }
    }

    /// The rule over the footnotes and the space around it.
    pub(crate) fn over_notes(&self) -> f32 {
        self.style.notes_above + self.style.notes_below
    }

    /// Takes footnotes from the queue while they fit; gives their height.
    fn place_notes(
        &self,
        queue: &mut Waiting,
        room: f32,
        out: &mut Vec<(usize, Range<usize>)>,
    ) -> f32 {
        let mut used = 0.0;
        while let Some((note, from)) = queue.pop_front() {
            let strips = self.notes.get(note).map_or(&[][..], Vec::as_slice);
            let mut to = from;
            for strip in strips.iter().skip(from) {
                // On an empty page something has to be placed, whatever its height.
                let forced = out.is_empty() && to == from && room >= self.style.height * CARRIED;
                if used + strip.height > room && !forced {
                    break;
                }
                used += strip.height;
                to += 1;
            }
            if to > from {
                out.push((note, from..to));
            }
            if to < strips.len() {
                queue.push_front((note, to));
                break;
            }
        }
        used
    }
}

/// The height of strips one below the other.
pub(crate) fn height(strips: &[Strip]) -> f32 {
    strips.iter().map(|it| it.height).sum()
}
