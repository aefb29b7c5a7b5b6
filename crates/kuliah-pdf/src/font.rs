//! The bundled faces: which one shows a piece of text, and with which glyphs.
//!
//! No font of the system is ever used, so that a document looks the same everywhere.

use std::cell::OnceCell;
use std::error::Error;
use std::fmt;
use std::ops::Range;

use kuliah_theme::Figures;
use rustybuzz::ttf_parser::{GlyphId, Tag};
use rustybuzz::{Direction, Feature, ShapePlan, UnicodeBuffer};
use unicode_segmentation::UnicodeSegmentation;

use crate::number::units;

/// A bundled face.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) enum FaceId {
    Text,
    TextItalic,
    TextBold,
    TextBoldItalic,
    Sans,
    SansItalic,
    SansBold,
    SansBoldItalic,
    Code,
}

impl FaceId {
    /// Every face.
    pub(crate) const ALL: [Self; 9] = [
        Self::Text,
        Self::TextItalic,
        Self::TextBold,
        Self::TextBoldItalic,
        Self::Sans,
        Self::SansItalic,
        Self::SansBold,
        Self::SansBoldItalic,
        Self::Code,
    ];

    /// The name of its resource in the file.
    pub(crate) fn resource(self) -> &'static str {
        match self {
            Self::Text => "T0",
            Self::TextItalic => "T1",
            Self::TextBold => "T2",
            Self::TextBoldItalic => "T3",
            Self::Sans => "S0",
            Self::SansItalic => "S1",
            Self::SansBold => "S2",
            Self::SansBoldItalic => "S3",
            Self::Code => "C0",
        }
    }

    /// The face of the same kind with these properties; program text has one face only.
    pub(crate) fn styled(self, bold: bool, italic: bool) -> Self {
        match (self, bold, italic) {
            (Self::Code, _, _) => self,
            (it, false, false) if it.is_sans() => Self::Sans,
            (it, false, true) if it.is_sans() => Self::SansItalic,
            (it, true, false) if it.is_sans() => Self::SansBold,
            (it, true, true) if it.is_sans() => Self::SansBoldItalic,
            (_, false, false) => Self::Text,
            (_, false, true) => Self::TextItalic,
            (_, true, false) => Self::TextBold,
            (_, true, true) => Self::TextBoldItalic,
        }
    }

    pub(crate) fn is_bold(self) -> bool {
        use FaceId::{SansBold, SansBoldItalic, TextBold, TextBoldItalic};
        matches!(self, TextBold | TextBoldItalic | SansBold | SansBoldItalic)
    }

    pub(crate) fn is_italic(self) -> bool {
        use FaceId::{SansBoldItalic, SansItalic, TextBoldItalic, TextItalic};
        matches!(
            self,
            TextItalic | TextBoldItalic | SansItalic | SansBoldItalic
        )
    }

    pub(crate) fn is_sans(self) -> bool {
        use FaceId::{Sans, SansBold, SansBoldItalic, SansItalic};
        matches!(self, Sans | SansItalic | SansBold | SansBoldItalic)
    }

    /// Where to look for a glyph, in order.
    fn fallbacks(self) -> [Self; 3] {
        let bold = self.is_bold();
        let heading = if bold { Self::SansBold } else { Self::Sans };
        [self, heading, Self::Code]
    }
}

/// A face that cannot be read; the bundled ones can, so this means a damaged program.
#[derive(Debug)]
pub(crate) struct FontError(pub &'static str);

impl fmt::Display for FontError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the bundled font {} cannot be used", self.0)
    }
}

impl Error for FontError {}

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

/// One face.
pub(crate) struct Face {
    /// The whole file.
    pub bytes: &'static [u8],
    /// Its `PostScript` name.
    pub name: &'static str,
    /// Of the line: above and below the baseline, in thousandths of the em.
    pub ascent: i16,
    /// See `ascent`; negative.
    pub descent: i16,
    /// Width of the space, in thousandths of the em.
    pub space: f32,
    /// A glyph that U+00AD has for itself, and its width; `None` when it shares the hyphen's.
    ///
    /// Only with a glyph of its own does a hyphen at a line's end read as U+00AD.
    pub soft_hyphen: Option<(u16, f32)>,
    shaper: rustybuzz::Face<'static>,
    features: Vec<Feature>,
    plan: OnceCell<ShapePlan>,
}

impl Face {
    fn new(bytes: &'static [u8], name: &'static str) -> Result<Self, FontError> {
        let shaper = rustybuzz::Face::from_slice(bytes, 0).ok_or(FontError(name))?;
        if shaper.units_per_em() != 1000 {
            return Err(FontError(name));
        }
        let glyph = |c: char| shaper.glyph_index(c);
        let width = |id: GlyphId| f32::from(shaper.glyph_hor_advance(id).unwrap_or(0));
        let soft_hyphen = glyph('\u{ad}')
            .filter(|it| Some(*it) != glyph('-'))
            .map(|it| (it.0, width(it)));
        Ok(Self {
            bytes,
            name,
            ascent: shaper.ascender(),
            descent: shaper.descender(),
            space: glyph(' ').map_or(250.0, width),
            soft_hyphen,
            shaper,
            features: Vec::new(),
            plan: OnceCell::new(),
        })
    }

    /// The glyph of a character.
    pub(crate) fn glyph(&self, c: char) -> Option<u16> {
        self.shaper.glyph_index(c).map(|it| it.0)
    }

    /// The width a glyph has by itself.
    pub(crate) fn advance(&self, id: u16) -> f32 {
        f32::from(self.shaper.glyph_hor_advance(GlyphId(id)).unwrap_or(0))
    }

    fn covers(&self, c: char) -> bool {
        // Every bundled face has the printable ASCII characters; a test holds that true.
        (' '..='~').contains(&c) || is_invisible(c) || self.shaper.glyph_index(c).is_some()
    }

    fn shape(&self, text: &str, start: usize, out: &mut Vec<Shaped>) {
        let plan = self.plan.get_or_init(|| {
            let script = Some(rustybuzz::script::LATIN);
            let features = &self.features;
            ShapePlan::new(&self.shaper, Direction::LeftToRight, script, None, features)
        });
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(rustybuzz::script::LATIN);
        let shaped = rustybuzz::shape_with_plan(&self.shaper, plan, buffer);
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        out.extend(glyphs.map(|(info, position)| Shaped {
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            cluster: start + info.cluster as usize,
            advance: units(position.x_advance),
            offset: (units(position.x_offset), units(position.y_offset)),
        }));
    }
}

/// Characters that never show; every face "has" them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// A stretch of text and the face that shows it; `None` when none does.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) struct Stretch {
    pub range: Range<usize>,
    pub face: Option<FaceId>,
}

/// All bundled faces.
pub(crate) struct Fonts {
    text: Face,
    text_italic: Face,
    text_bold: Face,
    text_bold_italic: Face,
    sans: Face,
    sans_italic: Face,
    sans_bold: Face,
    sans_bold_italic: Face,
    code: Face,
}

macro_rules! bundled {
    ($file:literal, $name:literal) => {
        Face::new(include_bytes!(concat!("../fonts/", $file)), $name)
    };
}

impl Fonts {
    /// The faces; those of running text show figures as asked for.
    pub(crate) fn new(figures: Figures) -> Result<Self, FontError> {
        let mut fonts = Self::bundled()?;
        if figures == Figures::OldStyle {
            let old_style = Feature::new(Tag::from_bytes(b"onum"), 1, ..);
            for face in [
                &mut fonts.text,
                &mut fonts.text_italic,
                &mut fonts.text_bold,
                &mut fonts.text_bold_italic,
            ] {
                face.features.push(old_style);
            }
        }
        Ok(fonts)
    }

    fn bundled() -> Result<Self, FontError> {
        Ok(Self {
            text: bundled!("STIXTwoText_400Regular.ttf", "STIXTwoText-Regular")?,
            text_italic: bundled!("STIXTwoText_400Regular_Italic.ttf", "STIXTwoText-Italic")?,
            text_bold: bundled!("STIXTwoText_700Bold.ttf", "STIXTwoText-Bold")?,
            text_bold_italic: bundled!("STIXTwoText_700Bold_Italic.ttf", "STIXTwoText-BoldItalic")?,
            sans: bundled!("SourceSans3_400Regular.ttf", "SourceSans3-Regular")?,
            sans_italic: bundled!("SourceSans3_400Regular_Italic.ttf", "SourceSans3-Italic")?,
            sans_bold: bundled!("SourceSans3_600SemiBold.ttf", "SourceSans3-SemiBold")?,
            sans_bold_italic: bundled!(
                "SourceSans3_600SemiBold_Italic.ttf",
                "SourceSans3-SemiBoldItalic"
            )?,
            code: bundled!("SourceCodePro_400Regular.ttf", "SourceCodePro-Regular")?,
        })
    }

    pub(crate) fn face(&self, id: FaceId) -> &Face {
        match id {
            FaceId::Text => &self.text,
            FaceId::TextItalic => &self.text_italic,
            FaceId::TextBold => &self.text_bold,
            FaceId::TextBoldItalic => &self.text_bold_italic,
            FaceId::Sans => &self.sans,
            FaceId::SansItalic => &self.sans_italic,
            FaceId::SansBold => &self.sans_bold,
            FaceId::SansBoldItalic => &self.sans_bold_italic,
            FaceId::Code => &self.code,
        }
    }

    /// Cuts a text where its face changes: the wanted one, else that of headings, else that
    /// of program text, one grapheme cluster at a time.
    pub(crate) fn stretches(&self, wanted: FaceId, text: &str) -> Vec<Stretch> {
        if text.chars().all(|c| self.face(wanted).covers(c)) {
            return vec![Stretch {
                range: 0..text.len(),
                face: Some(wanted),
            }];
        }
        let mut out: Vec<Stretch> = Vec::new();
        for (start, cluster) in text.grapheme_indices(true) {
            let covers = |it: &FaceId| cluster.chars().all(|c| self.face(*it).covers(c));
            let face = wanted.fallbacks().into_iter().find(covers);
            let end = start + cluster.len();
            match out.last_mut() {
                // Each missing cluster stays by itself: it becomes one box with its own words.
                Some(last) if last.face == face && face.is_some() => last.range.end = end,
                _ => out.push(Stretch {
                    range: start..end,
                    face,
                }),
            }
        }
        out
    }

    /// Shapes a text in one face; clusters count from `start`.
    pub(crate) fn shape(&self, face: FaceId, text: &str, start: usize, out: &mut Vec<Shaped>) {
        self.face(face).shape(text, start, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_has_ascii_and_the_box_is_somewhere() {
        let fonts = Fonts::new(Figures::Lining).expect("bundled");
        for id in FaceId::ALL {
            let face = &fonts.face(id).shaper;
            assert!((' '..='~').all(|c| face.glyph_index(c).is_some()), "{id:?}");
        }
        assert!(fonts.sans.covers('□'));
    }

    #[test]
    fn the_serif_faces_have_a_hyphen_of_their_own_for_line_ends() {
        let fonts = Fonts::new(Figures::Lining).expect("bundled");
        for id in FaceId::ALL {
            let own = fonts.face(id).soft_hyphen.is_some();
            assert_eq!(own, !id.is_sans(), "{id:?}");
        }
    }

    #[test]
    fn old_style_figures_are_other_glyphs() {
        let shaped = |figures| {
            let fonts = Fonts::new(figures).expect("bundled");
            let mut out = Vec::new();
            fonts.shape(FaceId::Text, "1998 a", 0, &mut out);
            out.into_iter().map(|it| it.id).collect::<Vec<_>>()
        };
        let (lining, old_style) = (shaped(Figures::Lining), shaped(Figures::OldStyle));
        assert!(lining[..4].iter().zip(&old_style).all(|(a, b)| a != b));
        assert_eq!(lining[4..], old_style[4..]);
    }

    #[test]
    fn a_missing_glyph_is_looked_for_in_the_other_faces() {
        let fonts = Fonts::new(Figures::Lining).expect("bundled");
        let faces: Vec<_> = fonts
            .stretches(FaceId::Text, "a≤中中b")
            .into_iter()
            .map(|it| (it.range, it.face))
            .collect();
        assert_eq!(
            faces,
            [
                (0..1, Some(FaceId::Text)),
                (1..4, Some(FaceId::Sans)),
                (4..7, None),
                (7..10, None),
                (10..11, Some(FaceId::Text)),
            ]
        );
    }
}
