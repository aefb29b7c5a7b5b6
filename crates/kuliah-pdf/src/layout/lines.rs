//! A measured paragraph into lines of runs.

use std::ops::Range;
use std::rc::Rc;

use super::inline::Attributes;
use super::line_break::{ALWAYS, Edge, Ending, Flex, Item, Widths, break_lines};
use super::measure::{SHRINK, STRETCH};
use super::overhang;
use super::paragraph::{Paragraph, Set};
use crate::font::Fonts;
use crate::page::{Glyph, GlyphText, Mark, Run};

/// A line of text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Line {
    /// Glyphs and the height of each run above the baseline.
    pub runs: Vec<(Run, f32)>,
    /// Width of what is seen.
    pub width: f32,
    /// Footnotes whose marks stand in it.
    pub notes: Vec<usize>,
    /// Whether it ends in a hyphen that the word itself has not.
    pub hyphen: bool,
}

impl Line {
    /// Moves it to the right.
    pub(crate) fn shift(&mut self, by: f32) {
        for (run, _) in &mut self.runs {
            run.x += by;
        }
    }
}

/// How much wider or narrower the letters of a line may be, so that its spaces need not. Nobody
/// sees so little.
const FLEX: Flex = Flex {
    wider: 0.03,
    narrower: 0.02,
};
/// How much a space may shrink when nothing else helps.
const LEAST_SPACE: f32 = 0.7;
/// Loose edge that counts as a ratio of 1, as a part of the line.
const RAGGED: f32 = 0.22;

/// Sets a paragraph in lines, from `left`.
pub(crate) fn set_lines(
    fonts: &Fonts<'_>,
    paragraph: &Paragraph,
    left: f32,
    widths: Widths,
    justified: bool,
) -> Vec<Line> {
    let edge = if justified {
        Edge::Justified(FLEX)
    } else {
        Edge::Ragged(RAGGED * widths.rest.max(60.0))
    };
    let breaks = break_lines(&paragraph.items, widths, edge);
    let mut out = Vec::with_capacity(breaks.len());
    let mut start = 0;
    for end in breaks {
        let width = if out.is_empty() {
            widths.first
        } else {
            widths.rest
        };
        let builder = LineBuilder { fonts, paragraph };
        out.push(builder.line(start, end.at, left, width, justified));
        start = end.at + 1;
    }
    out
}

struct LineBuilder<'a> {
    fonts: &'a Fonts<'a>,
    paragraph: &'a Paragraph,
}

impl LineBuilder<'_> {
    fn line(&self, start: usize, end: usize, left: f32, width: f32, justified: bool) -> Line {
        let mut sets = self.glyphs(start, end);
        let mut line = Line::default();
        let hyphen = self.hyphen(end, &sets);
        line.hyphen = hyphen.is_some();
        sets.extend(hyphen);
        let (mut before, mut after) = (0.0, 0.0);
        if justified && let (Some(first), Some(last)) = (sets.first(), sets.last()) {
            before = overhang::left(first.glyph.text) * self.paragraph.advance(first);
            after = overhang::right(last.glyph.text) * self.paragraph.advance(last);
        }
        let natural: f32 = sets.iter().map(|it| self.paragraph.advance(it)).sum();
        let missing = before + width + after - natural;
        let loose = missing > 0.0 && (!justified || self.is_forced(end));
        let stretch = if loose {
            1.0
        } else {
            self.fill(&mut sets, missing, natural, justified)
        };
        line.width = stretch
            * sets
                .iter()
                .map(|it| self.paragraph.advance(it))
                .sum::<f32>();
        if line.hyphen || end + 1 == self.paragraph.items.len() {
            // Nothing: the word goes on, or the paragraph ends.
        } else if let Some(space) = self.space_at_end(end, &sets) {
            sets.push(space);
        }
        self.runs(&sets, left - before, stretch, &mut line);
        line
    }

    /// Glyphs from the first box behind a break to the next break.
    fn glyphs(&self, start: usize, end: usize) -> Vec<Set> {
        let items = self.paragraph.items.get(start..end).unwrap_or_default();
        let spans = self.paragraph.spans.get(start..end).unwrap_or_default();
        let mut seen = start == 0;
        let mut span: Option<Range<usize>> = None;
        for (item, glyphs) in items.iter().zip(spans) {
            seen |= matches!(item, Item::Box { .. });
            if seen && !glyphs.is_empty() {
                let from = span.as_ref().map_or(glyphs.start, |it| it.start);
                span = Some(from..glyphs.end);
            }
        }
        let sets = span.and_then(|it| self.paragraph.glyphs.get(it));
        let mut sets = sets.unwrap_or_default().to_vec();
        // Blanks before a forced line end were taken out of the items, not of the glyphs.
        while sets.last().is_some_and(is_space) {
            sets.pop();
        }
        // The last glyph's kerning is towards a glyph that is on the next line now.
        if let Some(last) = sets.last_mut() {
            last.glyph.advance = self.fonts.face(last.face).advance(last.glyph.id);
        }
        sets
    }

    fn is_forced(&self, end: usize) -> bool {
        let item = self.paragraph.items.get(end);
        matches!(item, Some(Item::Penalty { cost, .. }) if *cost <= ALWAYS)
    }

    fn hyphen(&self, end: usize, sets: &[Set]) -> Option<Set> {
        let Some(Item::Penalty {
            ending: Ending::Hyphen,
            ..
        }) = self.paragraph.items.get(end)
        else {
            return None;
        };
        let last = sets.last()?;
        let hyphen = self.fonts.face(last.face).soft_hyphen?;
        Some(Set {
            glyph: Glyph {
                id: hyphen.id,
                advance: hyphen.advance,
                offset: (0.0, 0.0),
                text: GlyphText::One('\u{ad}'),
            },
            face: last.face,
            attributes: last.attributes,
            actual: hyphen.shared.then(|| Rc::from("\u{ad}")),
        })
    }

    /// The blank that keeps the words of two lines apart when they are read or copied.
    fn space_at_end(&self, end: usize, sets: &[Set]) -> Option<Set> {
        match self.paragraph.items.get(end) {
            // The line ends at a space, which is there already, in its own style.
            Some(Item::Glue { .. }) => {
                let span = self.paragraph.spans.get(end)?;
                return self.paragraph.glyphs.get(span.start).cloned();
            }
            Some(Item::Penalty { .. }) if !self.is_forced(end) => return None,
            _ => {}
        }
        let last = sets.last()?;
        let mut shaped = Vec::new();
        self.fonts.shape(last.face, " ", 0, &mut shaped);
        let space = shaped.first()?;
        Some(Set {
            glyph: Glyph {
                id: space.id,
                advance: space.advance,
                offset: (0.0, 0.0),
                text: GlyphText::One(' '),
            },
            face: last.face,
            attributes: last.attributes,
            actual: None,
        })
    }

    /// Shares what a line lacks, or has too much, among letters and spaces; gives how wide the
    /// letters are drawn.
    fn fill(&self, sets: &mut [Set], missing: f32, natural: f32, justified: bool) -> f32 {
        let spaces: f32 = sets
            .iter()
            .filter(|it| is_space(it))
            .map(|it| self.paragraph.advance(it))
            .sum();
        let (space, flex) = if missing > 0.0 {
            (STRETCH, FLEX.wider)
        } else {
            (SHRINK, FLEX.narrower)
        };
        let flex = if justified { flex } else { 0.0 };
        let all = spaces * space + natural * flex;
        // A tenth of a percent is finer than any eye; the spaces make up for the rest.
        let stretch = if all > 0.0 {
            1.0 + ((missing / all).clamp(-1.0, 1.0) * flex * 1000.0).round() / 1000.0
        } else {
            1.0
        };
        if spaces > 0.0 {
            let missing = (natural + missing) / stretch - natural;
            let factor = (1.0 + missing / spaces).max(LEAST_SPACE);
            for set in sets.iter_mut().filter(|it| is_space(it)) {
                set.glyph.advance *= factor;
            }
        }
        stretch
    }

    fn runs(&self, sets: &[Set], left: f32, stretch: f32, line: &mut Line) {
        let mut x = left;
        for (index, set) in sets.iter().enumerate() {
            let Some(attributes) = self.paragraph.attributes_of(set) else {
                continue;
            };
            if let Some(note) = attributes.note
                && line.notes.last() != Some(&note)
            {
                line.notes.push(note);
            }
            let mark = match &set.actual {
                Some(words) => Mark::Actual(attributes.owner, words.clone()),
                None => Mark::Element(attributes.owner),
            };
            match line.runs.last_mut() {
                Some((run, rise)) if joins(run, *rise, set, attributes, &mark) => {
                    run.glyphs.push(set.glyph);
                }
                _ => line.runs.push((
                    Run {
                        face: set.face,
                        size: attributes.size,
                        colour: attributes.colour,
                        x,
                        stretch,
                        glyphs: {
                            let mut glyphs = Vec::with_capacity(sets.len() - index);
                            glyphs.push(set.glyph);
                            glyphs
                        },
                        mark,
                        link: attributes.link,
                    },
                    attributes.rise,
                )),
            }
            x += self.paragraph.advance(set) * stretch;
        }
        // Lines are kept until their page is written.
        for (run, _) in &mut line.runs {
            run.glyphs.shrink_to_fit();
        }
    }
}

fn is_space(set: &Set) -> bool {
    set.actual.is_none() && set.glyph.text == GlyphText::One(' ')
}

fn joins(run: &Run, rise: f32, set: &Set, attributes: &Attributes, mark: &Mark) -> bool {
    let same_words = match (&run.mark, mark) {
        (Mark::Element(a), Mark::Element(b)) => a == b,
        // The glyphs of one cluster share their words; those of the next have a copy.
        (Mark::Actual(a, words), Mark::Actual(b, more)) => a == b && Rc::ptr_eq(words, more),
        _ => false,
    };
    same_words
        && run.face == set.face
        && (run.size - attributes.size).abs() < f32::EPSILON
        && (rise - attributes.rise).abs() < f32::EPSILON
        && run.colour == attributes.colour
        && run.link == attributes.link
}
