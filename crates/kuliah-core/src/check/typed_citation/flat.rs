//! The words of inline text in one run, each with its place: a citation typed by hand may
//! cross marks, as in `Parsons *et al.* (1994)`.

use std::ops::Range;

use crate::Markup;
use crate::bytes::has_byte;
use crate::markup::{Inline, InlineKind};
use crate::syntax::TextMap;

/// Stands for what is no words: a citation, a link, code, a footnote.
pub(super) const BARRIER: char = '\u{fffc}';

/// The words of a text, marks left out.
#[derive(Debug)]
pub(super) struct Flat {
    /// The words.
    pub(super) text: String,
    runs: Vec<Run>,
}

/// Words that stand in the source as they stand here.
#[derive(Debug)]
struct Run {
    /// Where they begin here.
    here: usize,
    /// Where they begin in the source of the markup.
    there: usize,
    /// Which mark they stand in.
    mark: usize,
}

/// The words of a text, and those of each of its footnotes.
pub(super) fn flats(markup: &Markup) -> Vec<Flat> {
    let mut out = Vec::new();
    gather(markup, markup.inlines(), &mut out);
    out.retain(|flat| has_byte(&flat.text, |b| b.is_ascii_digit() || b == b','));
    out
}

fn gather(markup: &Markup, inlines: &[Inline], out: &mut Vec<Flat>) {
    let mut flat = Flat {
        text: String::with_capacity(markup.source().len()),
        runs: Vec::with_capacity(inlines.len()),
    };
    let mut marks = 0;
    flat.push_all(markup, inlines, 0, &mut marks, out);
    out.push(flat);
}

impl Flat {
    fn push_all(
        &mut self,
        markup: &Markup,
        inlines: &[Inline],
        mark: usize,
        marks: &mut usize,
        out: &mut Vec<Self>,
    ) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => self.push(markup, text, &inline.range, mark),
                InlineKind::Emphasis(content)
                | InlineKind::Strong(content)
                | InlineKind::Span { content, .. } => {
                    *marks += 1;
                    self.push_all(markup, content, *marks, marks, out);
                }
                InlineKind::Break => self.text.push(' '),
                InlineKind::Footnote(content) => {
                    gather(markup, content, out);
                    self.text.push(BARRIER);
                }
                InlineKind::Code(_)
                | InlineKind::Reference { .. }
                | InlineKind::Link { .. }
                | InlineKind::Citation(_)
                | InlineKind::Count(_) => self.text.push(BARRIER),
            }
        }
    }

    fn push(&mut self, markup: &Markup, text: &str, range: &Range<usize>, mark: usize) {
        let source = markup.source();
        let written = source.get(range.clone()).unwrap_or_default();
        let here = self.text.len();
        if written == text {
            let there = range.start;
            self.runs.push(Run { here, there, mark });
        } else {
            let map = TextMap::follow(text, written, range.start);
            if map.pieces().is_empty() {
                // Such as an entity: the place of its words cannot be told.
                self.text.push(BARRIER);
                return;
            }
            let runs = map.pieces().iter().map(|&(value, there)| Run {
                here: here + value as usize,
                there: there as usize,
                mark,
            });
            self.runs.extend(runs);
        }
        self.text.push_str(text);
    }

    /// The words at a place.
    pub(super) fn get(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    fn run_at(&self, at: usize) -> Option<&Run> {
        let next = self.runs.partition_point(|run| run.here <= at);
        self.runs.get(next.checked_sub(1)?)
    }

    /// A place here as a place in the source of the markup.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let place = |at: usize| self.run_at(at).map_or(0, |run| run.there + at - run.here);
        let start = place(range.start);
        let end = range.end.checked_sub(1).map_or(start, |it| place(it) + 1);
        start..end.max(start)
    }

    /// Whether both ends of a place stand in the same mark, so that it can be replaced.
    pub(super) fn is_balanced(&self, range: &Range<usize>) -> bool {
        let last = range.end.saturating_sub(1);
        match (self.run_at(range.start), self.run_at(last)) {
            (Some(first), Some(last)) => first.mark == last.mark,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_stepped_over_and_places_kept() {
        let markup = Markup::new("Menurut Parsons *et al.* (1994) \\& lain `Kode (1990)`");
        let flats = flats(&markup);
        let flat = flats.first().expect("one");
        assert!(
            flat.text
                .starts_with("Menurut Parsons et al. (1994) & lain ")
        );
        let range = 8..29;
        assert_eq!(flat.get(&range), "Parsons et al. (1994)");
        let source = flat.source(&range);
        let written = markup.source().get(source);
        assert_eq!(written, Some("Parsons *et al.* (1994)"));
        assert!(flat.is_balanced(&range) && !flat.is_balanced(&(8..20)));
        assert!(!flat.text.contains("Kode"));
    }

    #[test]
    fn footnotes_are_texts_of_their_own() {
        let markup = Markup::new("Teks^[Barker (1978) berkata.] (1990)");
        let texts: Vec<_> = flats(&markup).into_iter().map(|it| it.text).collect();
        assert_eq!(texts.len(), 2);
        assert!(texts.contains(&"Barker (1978) berkata.".to_owned()));
    }
}
