//! Styled parts into glyphs, and into the boxes, glue and penalties of the line breaker.

use std::ops::Range;
use std::rc::Rc;

use super::glyph_texts::GlyphTexts;
use super::hyphenate::{Hyphenator, Offer, Rules};
use super::inline::{Attributes, Part};
use super::line_break::{Ending, Item, NEVER, Widths};
use super::lines::{Line, set_lines};
use super::overhang;
use super::paragraph::{Paragraph, Set, Spacing};
use crate::font::{FaceId, Fonts, Shaped};
use crate::page::{Glyph, GlyphText, Run};

/// Stretch of a space, as a part of its width.
pub(super) const STRETCH: f32 = 0.45;
/// Shrink of a space; more would look tight in print.
pub(super) const SHRINK: f32 = 0.25;
/// Shown for characters that no face has.
const MISSING: &str = "□";
/// The faces, and what their glyphs stand for so far.
pub(crate) struct Typesetter<'a> {
    pub fonts: &'a Fonts<'a>,
    pub texts: GlyphTexts<'a>,
    hyphenator: Hyphenator,
}

impl<'a> Typesetter<'a> {
    pub(crate) fn new(fonts: &'a Fonts<'a>) -> Self {
        Self {
            fonts,
            texts: GlyphTexts::new(fonts),
            hyphenator: Hyphenator::default(),
        }
    }

    /// Measures parts.
    pub(crate) fn measure(&mut self, parts: &[Part], spacing: Spacing) -> Paragraph {
        let mut builder = Builder {
            fonts: self.fonts,
            texts: &mut self.texts,
            hyphenator: &mut self.hyphenator,
            spacing,
            out: Paragraph::default(),
            open: 0,
            blank: true,
            shaped: Vec::new(),
        };
        let lengths = parts.iter().map(|it| match it {
            Part::Text(text, _) => text.len(),
            Part::Break => 1,
        });
        builder.out.reserve(lengths.sum());
        for part in parts {
            match part {
                Part::Text(text, attributes) => builder.text(text, *attributes),
                Part::Break => builder.line_end(),
            }
        }
        builder.finish()
    }

    /// Sets a label: a line with a blank behind it, which keeps it apart from what it labels
    /// when both are read or copied. Its width is that of the label alone.
    pub(crate) fn label(&mut self, text: &str, attributes: Attributes, left: f32) -> Line {
        let mut line = self.line(text, attributes, left);
        if let Some((run, _)) = line.runs.last_mut() {
            self.push_blank(run);
        }
        line
    }

    /// Ends a run in a blank.
    pub(crate) fn push_blank(&self, run: &mut Run) {
        let mut shaped = Vec::new();
        self.fonts.shape(run.face, " ", 0, &mut shaped);
        run.glyphs.extend(shaped.first().map(|it| Glyph {
            id: it.id,
            advance: it.advance,
            offset: (0.0, 0.0),
            text: GlyphText::One(' '),
        }));
    }

    /// Sets a text on one line, however long.
    pub(crate) fn line(&mut self, text: &str, attributes: Attributes, left: f32) -> Line {
        let parts = [Part::Text(text.to_owned(), attributes)];
        let paragraph = self.measure(&parts, Spacing::Ragged);
        let widths = Widths {
            first: f32::MAX,
            rest: f32::MAX,
        };
        let mut lines = set_lines(self.fonts, &paragraph, left, widths, false).into_iter();
        lines.next().unwrap_or_default()
    }
}

struct Builder<'b, 'f> {
    fonts: &'f Fonts<'f>,
    texts: &'b mut GlyphTexts<'f>,
    hyphenator: &'b mut Hyphenator,
    spacing: Spacing,
    out: Paragraph,
    /// First glyph of the box not yet closed.
    open: usize,
    /// Whether a further blank would be one too many.
    blank: bool,
    shaped: Vec<Shaped>,
}

/// A piece of text as it is shaped: blanks joined, break offers of the author's taken out.
struct Clean {
    text: String,
    offers: Vec<Offer>,
    /// Offsets of spaces that no line may end at.
    fixed: Vec<usize>,
}

/// The text of a cluster, spread over its glyphs: a character each, or all of it with the first.
enum ClusterTexts<'t> {
    Spread(std::str::Chars<'t>),
    First(Option<GlyphText>),
}

impl<'t> ClusterTexts<'t> {
    fn new(text: &'t str, glyphs: usize) -> Self {
        // A single glyph says it all, be it one character or a ligature.
        if glyphs > 1 && text.chars().count() == glyphs {
            Self::Spread(text.chars())
        } else {
            Self::First(Some(GlyphText::new(text)))
        }
    }
}

impl Iterator for ClusterTexts<'_> {
    type Item = GlyphText;

    fn next(&mut self) -> Option<GlyphText> {
        match self {
            Self::Spread(chars) => chars.next().map(GlyphText::One),
            Self::First(text) => text.take(),
        }
    }
}

impl Builder<'_, '_> {
    fn text(&mut self, text: &str, attributes: Attributes) {
        let clean = self.clean(text, attributes.rules);
        let index = self.out.attributes.len();
        self.out.attributes.push(attributes);
        for stretch in self.fonts.stretches(attributes.face, &clean.text) {
            let Some(words) = clean.text.get(stretch.range.clone()) else {
                continue;
            };
            match stretch.face {
                Some(face) => {
                    self.shape(face, words, stretch.range.start, index, &clean);
                }
                None => self.missing(words, index),
            }
        }
        // A break offered behind the last letter still counts.
        if let Some(last) = clean.offers.last()
            && last.at == clean.text.len()
        {
            self.offer(*last, attributes);
        }
    }

    fn clean(&mut self, text: &str, rules: Rules) -> Clean {
        let mut clean = Clean {
            text: String::with_capacity(text.len()),
            offers: Vec::new(),
            fixed: Vec::new(),
        };
        let mut own = Vec::new();
        for c in text.chars() {
            let at = clean.text.len();
            let offer = |hyphen| Offer {
                at,
                cost: if hyphen { 50.0 } else { 0.0 },
                ending: if hyphen {
                    Ending::Hyphen
                } else {
                    Ending::Plain
                },
            };
            match c {
                ' ' if self.blank && rules != Rules::Code => continue,
                '\u{ad}' => own.push(offer(true)),
                '\u{200b}' => own.push(offer(false)),
                '\u{a0}' => {
                    clean.fixed.push(at);
                    clean.text.push(' ');
                }
                '\u{2010}' | '\u{2011}' => clean.text.push('-'),
                c => clean.text.push(c),
            }
            self.blank = c == ' ';
        }
        clean.offers = self.hyphenator.offers(&clean.text, rules);
        if !own.is_empty() {
            clean.offers.extend(own);
            clean.offers.sort_by_key(|it| it.at);
        }
        clean
    }

    fn shape(&mut self, face: FaceId, words: &str, start: usize, index: usize, clean: &Clean) {
        let mut shaped = std::mem::take(&mut self.shaped);
        shaped.clear();
        let columns = self.out.attributes.get(index).is_some_and(|it| it.columns);
        if columns {
            self.fonts
                .face(face)
                .shape_columns(words, start, &mut shaped);
        } else {
            self.fonts.shape(face, words, start, &mut shaped);
        }
        let end = start + words.len();
        let from = clean.offers.partition_point(|it| it.at < start);
        let mut offers = clean.offers.iter().skip(from).peekable();
        let mut at = 0;
        while let Some(first) = shaped.get(at) {
            let cluster = first.cluster;
            let rest = shaped.get(at..).unwrap_or_default();
            let count = rest.iter().take_while(|it| it.cluster == cluster).count();
            let next = rest.get(count).map_or(end, |it| it.cluster);
            let text = clean.text.get(cluster..next).unwrap_or_default();
            while let Some(offer) = offers.next_if(|it| it.at <= cluster) {
                // An offer inside a ligature is lost; the ligature is worth more.
                if offer.at == cluster
                    && let Some(attributes) = self.out.attributes.get(index).copied()
                {
                    self.offer(*offer, attributes);
                }
            }
            let glyphs = rest.get(..count).unwrap_or_default();
            if text == " " {
                self.close();
                self.cluster(face, index, glyphs, text);
                self.space(face, index, clean.fixed.binary_search(&cluster).is_err());
            } else {
                self.cluster(face, index, glyphs, text);
            }
            at += count;
        }
        self.shaped = shaped;
    }

    /// Adds the glyphs of one cluster, with its text spread over them.
    fn cluster(&mut self, face: FaceId, index: usize, glyphs: &[Shaped], text: &str) {
        let mut texts = ClusterTexts::new(text, glyphs.len());
        let mut own = true;
        let attributes = u32::try_from(index).unwrap_or(u32::MAX);
        let from = self.out.glyphs.len();
        for glyph in glyphs {
            let text = texts.next().unwrap_or(GlyphText::Nothing);
            own &= text != GlyphText::Nothing && self.texts.claim(face, glyph.id, text);
            self.out.glyphs.push(Set {
                glyph: Glyph {
                    id: glyph.id,
                    advance: glyph.advance,
                    offset: glyph.offset,
                    text,
                },
                face,
                attributes,
                actual: None,
            });
        }
        if !own {
            let words: Rc<str> = Rc::from(text);
            for set in self.out.glyphs.iter_mut().skip(from) {
                set.actual = Some(words.clone());
            }
        }
    }

    fn missing(&mut self, words: &str, index: usize) {
        self.out.missing.extend(words.chars());
        let face = self.fonts.face_for(FaceId::Sans, MISSING);
        let face = face.unwrap_or(FaceId::Sans);
        let mut glyphs = Vec::new();
        self.fonts.shape(face, MISSING, 0, &mut glyphs);
        self.cluster(face, index, &glyphs, MISSING);
        let from = self.out.glyphs.len().saturating_sub(glyphs.len());
        for set in self.out.glyphs.iter_mut().skip(from) {
            set.actual = Some(words.into());
        }
        self.blank = false;
    }

    fn width(&self, glyphs: Range<usize>) -> f32 {
        let sets = self.out.glyphs.get(glyphs).unwrap_or_default();
        sets.iter().map(|it| self.out.advance(it)).sum()
    }

    /// Ends the open box.
    fn close(&mut self) {
        let end = self.out.glyphs.len();
        if self.open < end {
            let width = self.width(self.open..end);
            let (left, right) = self.overhangs(self.open..end);
            self.push(Item::Box { width, left, right }, self.open..end);
            self.open = end;
        }
    }

    /// What of the first and the last glyph may stand beyond the edge of a line.
    fn overhangs(&self, glyphs: Range<usize>) -> (f32, f32) {
        let sets = self.out.glyphs.get(glyphs).unwrap_or_default();
        match (self.spacing, sets.first(), sets.last()) {
            (Spacing::Justified, Some(first), Some(last)) => (
                self.out.advance(first) * overhang::left(first.glyph.text),
                self.out.advance(last) * overhang::right(last.glyph.text),
            ),
            _ => (0.0, 0.0),
        }
    }

    fn push(&mut self, item: Item, span: Range<usize>) {
        self.out.items.push(item);
        self.out.spans.push(span);
    }

    fn offer(&mut self, offer: Offer, attributes: Attributes) {
        let hyphen = self.fonts.face(attributes.face).soft_hyphen;
        let width = match (offer.ending, hyphen) {
            (Ending::Hyphen, None) => return,
            (Ending::Hyphen, Some(hyphen)) => {
                let seen = match self.spacing {
                    Spacing::Justified => 1.0 - overhang::HYPHEN,
                    Spacing::Ragged => 1.0,
                };
                seen * hyphen.advance * attributes.size / 1000.0
            }
            (Ending::Plain | Ending::OwnHyphen, _) => 0.0,
        };
        self.close();
        self.penalty(width, offer.cost, offer.ending);
    }

    fn penalty(&mut self, width: f32, cost: f32, ending: Ending) {
        let end = self.out.glyphs.len();
        let penalty = Item::Penalty {
            width,
            cost,
            ending,
        };
        self.push(penalty, end..end);
    }

    /// Makes glue of the space glyph just added.
    fn space(&mut self, face: FaceId, index: usize, breakable: bool) {
        let end = self.out.glyphs.len();
        let width = self.width(self.open..end);
        let size = self.out.attributes.get(index).map_or(0.0, |it| it.size);
        let em = self.fonts.face(face).space * size / 1000.0;
        let (stretch, shrink) = match self.spacing {
            Spacing::Justified => (em * STRETCH, em * SHRINK),
            Spacing::Ragged => (0.0, 0.0),
        };
        if !breakable {
            self.penalty(0.0, NEVER, Ending::Plain);
        }
        let glue = Item::Glue {
            width,
            stretch,
            shrink,
        };
        self.push(glue, self.open..end);
        self.open = end;
    }

    /// Fills the line and ends it.
    fn line_end(&mut self) {
        self.close();
        self.out.end_line(self.out.glyphs.len());
        self.blank = true;
    }

    fn finish(mut self) -> Paragraph {
        self.line_end();
        self.out
    }
}
