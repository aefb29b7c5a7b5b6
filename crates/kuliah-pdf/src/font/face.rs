//! One face: the glyphs of a text, and where they stand.

use std::borrow::Cow;
use std::cell::OnceCell;

use rustybuzz::ttf_parser::{GlyphId, Tag, name_id};
use rustybuzz::{Direction, Feature, ShapePlan, UnicodeBuffer};

use super::file::FontFault;
use super::order::is_set_as_written;
use super::words::Words;
use crate::number::units;

/// A glyph as shaped.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Shaped {
    pub id: u16,
    /// Byte offset of its cluster in the shaped text.
    pub cluster: usize,
    /// In thousandths of the em.
    pub advance: f32,
    pub offset: (f32, f32),
}

/// The hyphen at the end of a line.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct SoftHyphen {
    pub id: u16,
    /// In thousandths of the em.
    pub advance: f32,
    /// Whether it is the glyph of the plain hyphen too, so that it cannot say by itself that it
    /// is none.
    pub shared: bool,
}

/// One face.
pub(crate) struct Face<'f> {
    /// The whole file.
    pub bytes: &'f [u8],
    /// Its `PostScript` name.
    pub name: Cow<'static, str>,
    /// Of the line: above and below the baseline, in units of the face.
    pub ascent: i16,
    /// See `ascent`; negative.
    pub descent: i16,
    /// Width of the space, in thousandths of the em.
    pub space: f32,
    /// What ends a line within a word; `None` when words are not broken in this face.
    pub soft_hyphen: Option<SoftHyphen>,
    /// A unit of the face in thousandths of the em.
    unit: f32,
    /// Whether it has every printable ASCII character.
    has_ascii: bool,
    shaper: rustybuzz::Face<'f>,
    features: Vec<Feature>,
    words: OnceCell<Words>,
    /// For text whose figures stand one below the other.
    columns: OnceCell<Words>,
}

impl<'f> Face<'f> {
    /// A bundled face, of which a test holds true what need not be looked for every time.
    pub(super) fn bundled(bytes: &'f [u8], name: &'static str) -> Result<Self, FontFault> {
        let mut face = Self::new(bytes)?;
        face.name = Cow::Borrowed(name);
        face.has_ascii = true;
        // The hyphen of the heading faces is not known from a plain one; they break no word.
        face.soft_hyphen = face.soft_hyphen.filter(|it| !it.shared);
        Ok(face)
    }

    /// A face of the lecturer's own.
    pub(super) fn own(bytes: &'f [u8]) -> Result<Self, FontFault> {
        let mut face = Self::new(bytes)?;
        face.name = Cow::Owned(face.postscript_name());
        face.has_ascii = (' '..='~').all(|c| face.glyph(c).is_some());
        Ok(face)
    }

    fn new(bytes: &'f [u8]) -> Result<Self, FontFault> {
        let shaper = rustybuzz::Face::from_slice(bytes, 0).ok_or(FontFault::Broken)?;
        let unit = 1000.0 / units(shaper.units_per_em());
        let mut face = Self {
            bytes,
            name: Cow::Borrowed(""),
            ascent: shaper.ascender(),
            descent: shaper.descender(),
            space: 0.0,
            soft_hyphen: None,
            unit,
            has_ascii: false,
            shaper,
            features: Vec::new(),
            words: OnceCell::new(),
            columns: OnceCell::new(),
        };
        let glyph = |c| face.glyph(c).ok_or(FontFault::Lacks(c));
        let (space, hyphen) = (glyph(' ')?, glyph('-')?);
        let id = face.glyph('\u{ad}').unwrap_or(hyphen);
        face.space = face.advance(space);
        face.soft_hyphen = Some(SoftHyphen {
            id,
            advance: face.advance(id),
            shared: id == hyphen,
        });
        Ok(face)
    }

    /// The name in the file, cut down to letters, figures and hyphens.
    fn postscript_name(&self) -> String {
        let names = self.shaper.names().into_iter();
        let mut names = names.filter(|it| it.name_id == name_id::POST_SCRIPT_NAME);
        let name = names.find_map(|it| it.to_string()).unwrap_or_default();
        let letters = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
        let name: String = name.chars().filter(letters).take(63).collect();
        if name.is_empty() {
            "Own".to_owned()
        } else {
            name
        }
    }

    pub(super) fn use_old_style_figures(&mut self) {
        let old_style = Feature::new(Tag::from_bytes(b"onum"), 1, ..);
        self.features.push(old_style);
    }

    /// The glyph of a character.
    pub(crate) fn glyph(&self, c: char) -> Option<u16> {
        // The first glyph of a face is the one for what it lacks.
        let id = self.shaper.glyph_index(c).map(|it| it.0);
        id.filter(|it| *it != 0)
    }

    fn raw_advance(&self, id: u16) -> f32 {
        f32::from(self.shaper.glyph_hor_advance(GlyphId(id)).unwrap_or(0))
    }

    /// The width a glyph has by itself, in thousandths of the em.
    pub(crate) fn advance(&self, id: u16) -> f32 {
        self.raw_advance(id) * self.unit
    }

    /// The same as the writer puts it into the file: without its fraction.
    pub(crate) fn written_width(&self, id: u16) -> f32 {
        let em = units(self.shaper.units_per_em());
        (self.raw_advance(id) * 1000.0 / em).trunc()
    }

    /// Whether it shows a text with all that it is made of.
    pub(crate) fn covers_all(&self, text: &str) -> bool {
        text.chars().all(|c| self.covers(c))
    }

    fn covers(&self, c: char) -> bool {
        (self.has_ascii && (' '..='~').contains(&c))
            || is_invisible(c)
            || (is_set_as_written(c) && self.glyph(c).is_some())
    }

    /// Shapes a text; clusters count from `start`.
    pub(crate) fn shape(&self, text: &str, start: usize, out: &mut Vec<Shaped>) {
        let words = self.words.get_or_init(|| self.words_with(&self.features));
        words.shape(
            text,
            start,
            |it, out| self.shape_word(&words.plan, it, out),
            out,
        );
    }

    /// The same, where figures stand one below the other: lining ones of one width, if the face
    /// has them.
    pub(crate) fn shape_columns(&self, text: &str, start: usize, out: &mut Vec<Shaped>) {
        let words = self.columns.get_or_init(|| {
            let features = [b"lnum", b"tnum"].map(|it| Feature::new(Tag::from_bytes(it), 1, ..));
            self.words_with(&features)
        });
        words.shape(
            text,
            start,
            |it, out| self.shape_word(&words.plan, it, out),
            out,
        );
    }

    fn words_with(&self, features: &[Feature]) -> Words {
        let script = Some(rustybuzz::script::LATIN);
        let direction = Direction::LeftToRight;
        Words::new(ShapePlan::new(
            &self.shaper,
            direction,
            script,
            None,
            features,
        ))
    }

    fn shape_word(&self, plan: &ShapePlan, text: &str, out: &mut Vec<Shaped>) {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(rustybuzz::script::LATIN);
        let shaped = rustybuzz::shape_with_plan(&self.shaper, plan, buffer);
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let thousandths = |value| units(value) * self.unit;
        out.extend(glyphs.map(|(info, position)| Shaped {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            cluster: info.cluster as usize,
            advance: thousandths(position.x_advance),
            offset: (
                thousandths(position.x_offset),
                thousandths(position.y_offset),
            ),
        }));
    }
}

/// Characters that never show; every face "has" them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}
