//! Where each page ends: down the page until something does not fit, then back to the last strip
//! that lets go of the next one.

use std::collections::VecDeque;
use std::ops::Range;

use super::flow::{Keep, Strip};
use crate::style::Style;

/// Going back may leave this part of a page empty; beyond it, weaker holds are given up.
const EMPTY: f32 = 0.25;
/// Of the page: footnotes that are longer go on over the next page.
const LONG_NOTE: f32 = 0.25;
/// Of the page: what footnotes left over from the page before may take while text remains.
const CARRIED: f32 = 0.6;

/// What stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Slice {
    pub strips: Range<usize>,
    /// The table head repeated at the top.
    pub head: Option<usize>,
    /// Footnotes, and which strips of each.
    pub notes: Vec<(usize, Range<usize>)>,
}

/// Strips that are to be shared out among pages.
pub(crate) struct Splitter<'a> {
    pub style: &'a Style,
    pub strips: &'a [Strip],
    pub notes: &'a [Vec<Strip>],
    pub heads: &'a [Vec<Strip>],
}

impl Splitter<'_> {
    /// What stands on each page; there is one page at least.
    pub(crate) fn split(&self) -> Vec<Slice> {
        let mut out = Vec::new();
        let mut at = 0;
        let mut carried: VecDeque<(usize, usize)> = VecDeque::new();
        loop {
            at += self.rest(at).iter().take_while(|it| it.blank).count();
            let more = at < self.strips.len();
            if !more && carried.is_empty() && !out.is_empty() {
                return out;
            }
            let mut room = self.style.height;
            let head = self.strips.get(at).and_then(|it| it.head).map(|it| it.0);
            room -= head
                .and_then(|it| self.heads.get(it))
                .map_or(0.0, |it| height(it));
            let mut notes = Vec::new();
            let limit = if more { room * CARRIED } else { room };
            let mut used = self.place_notes(&mut carried, limit, &mut notes);
            if used > 0.0 {
                used += self.over_notes();
            }
            let end = self.end(at, room - used, used > 0.0);
            self.collect_notes(at..end, &mut carried);
            let text = self.strips.get(at..end).map_or(0.0, height);
            let above = if used > 0.0 { 0.0 } else { self.over_notes() };
            let left = room - text - used - above;
            self.place_notes(&mut carried, left.max(0.0), &mut notes);
            out.push(Slice {
                strips: at..end,
                head,
                notes,
            });
            at = end;
        }
    }

    fn rest(&self, at: usize) -> &[Strip] {
        self.strips.get(at..).unwrap_or_default()
    }

    /// Where the page ends that begins at a strip.
    fn end(&self, at: usize, room: f32, has_notes: bool) -> usize {
        // Height down to each strip, the strip included.
        let mut heights: Vec<f32> = Vec::new();
        let (mut text, mut foot) = (0.0, 0.0);
        for (index, strip) in self.rest(at).iter().enumerate() {
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
                break;
            }
        }
        self.go_back(at, &heights, room)
    }

    /// The last place at or before the end of what fits where the page may end.
    fn go_back(&self, at: usize, heights: &[f32], room: f32) -> usize {
        let limit = at + heights.len();
        if limit >= self.strips.len() {
            return limit;
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
        best.unwrap_or(limit)
    }

    /// Height of all footnotes that a strip brings along, those in footnotes too.
    fn notes_height(&self, strip: &Strip) -> f32 {
        let notes = strip.notes.iter().filter_map(|it| self.notes.get(*it));
        notes
            .flatten()
            .map(|it| it.height + self.notes_height(it))
            .sum()
    }

    fn collect_notes(&self, strips: Range<usize>, out: &mut VecDeque<(usize, usize)>) {
        for strip in self.strips.get(strips).unwrap_or_default() {
            self.collect_notes_of(strip, out);
        }
    }

    fn collect_notes_of(&self, strip: &Strip, out: &mut VecDeque<(usize, usize)>) {
        for &note in &strip.notes {
            out.push_back((note, 0));
            for inner in self.notes.get(note).into_iter().flatten() {
                self.collect_notes_of(inner, out);
            }
        }
    }

    /// The rule over the footnotes and the space around it.
    fn over_notes(&self) -> f32 {
        self.style.notes_above + self.style.notes_below
    }

    /// Takes footnotes from the queue while they fit; gives their height.
    fn place_notes(
        &self,
        queue: &mut VecDeque<(usize, usize)>,
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
