//! Lines of a source file as they are shown under a finding, safe and short.

use std::ops::Range;

use kuliah::SourceFile;

use super::escape;
use super::place::Place;

/// How many bytes are shown before and behind a spot, and of a spot at the most.
const REACH: usize = 300;

/// What a finding points at, within one line.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(super) struct Spot {
    /// The line, from 1.
    pub(super) line: usize,
    /// The bytes of the file.
    range: Range<usize>,
}

impl Spot {
    /// The first line of a place: more would bury the finding.
    pub(super) fn of(place: &Place<'_>) -> Self {
        let line = place.from.line;
        let whole = line_of(place.file, line);
        let start = place.start.clamp(whole.start, whole.end);
        Self {
            line,
            range: start..place.end.clamp(start, whole.end),
        }
    }
}

/// Lines of a file, escaped.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Excerpt {
    /// The number of the first line.
    pub(super) first_line: usize,
    /// The lines; those that are far from every spot are left empty.
    pub(super) text: String,
    /// Where the spots are in it, in the order given.
    pub(super) spots: Vec<Range<usize>>,
}

/// Cuts out the lines of some spots.
pub(super) fn excerpt(file: &SourceFile, spots: &[Spot]) -> Excerpt {
    let lines = || spots.iter().map(|spot| spot.line);
    let first = lines().min().unwrap_or(1);
    let last = lines().max().unwrap_or(first);
    let mut out = Excerpt {
        first_line: first,
        text: String::new(),
        spots: vec![0..0; spots.len()],
    };
    for line in first..=last {
        if line > first {
            out.text.push('\n');
        }
        if lines().any(|it| it.abs_diff(line) <= 1) {
            push_line(&mut out, file, line, spots);
        }
    }
    out
}

fn push_line(out: &mut Excerpt, file: &SourceFile, line: usize, spots: &[Spot]) {
    let whole = line_of(file, line);
    let shown = window(file.text(), &whole, line, spots);
    let safe = |range: Range<usize>| escape(file.text().get(range).unwrap_or_default());
    if shown.start > whole.start {
        out.text.push('…');
    }
    let base = out.text.len();
    for (spot, place) in spots.iter().zip(&mut out.spots) {
        if spot.line == line {
            // What is before a spot is escaped the same way whatever follows.
            let at = |offset: usize| base + safe(shown.start..offset.min(shown.end)).len();
            *place = at(spot.range.start)..at(spot.range.end);
        }
    }
    out.text.push_str(&safe(shown.clone()));
    if shown.end < whole.end {
        out.text.push('…');
    }
}

/// The part of a line that is shown.
fn window(text: &str, whole: &Range<usize>, line: usize, spots: &[Spot]) -> Range<usize> {
    let here = || spots.iter().filter(|spot| spot.line == line);
    let from = here().map(|spot| spot.range.start).min();
    let from = from.unwrap_or(whole.start);
    let until = here().map(|spot| spot.range.end).max().unwrap_or(from);
    let start = text.floor_char_boundary(from.saturating_sub(REACH));
    let end = text.ceil_char_boundary(until.min(from + REACH) + REACH);
    start.max(whole.start)..end.min(whole.end)
}

/// The bytes of a line; a byte order mark is no part of the first.
fn line_of(file: &SourceFile, line: usize) -> Range<usize> {
    let range = file.lines().line_range(file.text(), line);
    let range = range.unwrap_or(file.text().len()..file.text().len());
    if range.start == 0 && file.text().starts_with('\u{feff}') {
        return '\u{feff}'.len_utf8()..range.end.max('\u{feff}'.len_utf8());
    }
    range
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kuliah::{FileId, SourceMap, Span};

    use super::super::Sources;
    use super::*;

    fn cut<const N: usize>(text: &str, ranges: [(usize, usize); N]) -> (Excerpt, Vec<String>) {
        let mut map = SourceMap::new();
        map.add("a.md", text);
        let sources = Sources::new(&map, Path::new(""));
        let places = ranges.into_iter().map(|(start, end)| {
            let span = Span::new(FileId::FIRST, start..end);
            sources.place(span).expect("a place")
        });
        let spots: Vec<_> = places.map(|place| Spot::of(&place)).collect();
        let excerpt = excerpt(map.file(FileId::FIRST).expect("a file"), &spots);
        let covered = excerpt.spots.iter();
        let covered =
            covered.map(|range| excerpt.text.get(range.clone()).expect("a spot").to_owned());
        let covered = covered.collect();
        (excerpt, covered)
    }

    #[test]
    fn spots_move_with_what_is_escaped_before_them() {
        let text = "satu\n\u{202e}##[\tdua tiga\n";
        let start = text.find("dua").expect("a word");
        let (excerpt, covered) = cut(text, [(start, start + 3)]);
        assert_eq!(excerpt.text, "<U+202E>##<U+005B>    dua tiga");
        assert_eq!(excerpt.first_line, 2);
        assert_eq!(covered, ["dua"]);
    }

    #[test]
    fn a_place_of_many_lines_is_shown_by_its_first() {
        let (excerpt, covered) = cut("satu\r\ndua\r\ntiga", [(2, 12)]);
        assert_eq!(excerpt.text, "satu");
        assert_eq!(covered, ["tu"]);
    }

    #[test]
    fn far_lines_are_left_empty() {
        let (excerpt, covered) = cut("a\nb\nc\nd\ne\nf", [(10, 11), (0, 1)]);
        assert_eq!(excerpt.text, "a\nb\n\n\ne\nf");
        assert_eq!(covered, ["f", "a"]);
    }

    #[test]
    fn long_lines_are_cut_around_the_spot() {
        let text = format!("{}é@x{}", "é".repeat(5_000), "b".repeat(5_000));
        let start = text.find('@').expect("an at");
        let (excerpt, covered) = cut(&text, [(start, start + 2)]);
        assert!(excerpt.text.len() < 3 * REACH);
        assert!(excerpt.text.starts_with('…') && excerpt.text.ends_with('…'));
        assert_eq!(covered, ["@x"]);
    }

    #[test]
    fn a_long_spot_is_cut_too() {
        let text = "é".repeat(5_000);
        let (excerpt, covered) = cut(&text, [(0, text.len())]);
        assert!(excerpt.text.len() < 4 * REACH);
        assert!(!covered[0].is_empty());
    }

    #[test]
    fn the_end_of_a_file_and_an_empty_file_have_a_spot() {
        assert_eq!(cut("", [(0, 0)]).0.text, "");
        let (excerpt, covered) = cut("satu\n", [(5, 5)]);
        assert_eq!((excerpt.first_line, covered), (2, vec![String::new()]));
    }

    #[test]
    fn a_byte_order_mark_is_not_shown() {
        let (excerpt, covered) = cut("\u{feff}satu", [(0, 4)]);
        assert_eq!(excerpt.text, "satu");
        assert_eq!(covered, ["s"]);
    }
}
