//! The faces, bundled ones and the lecturer's own: which one shows a piece of text.
//!
//! No font of the system is ever used, so that a document looks the same everywhere.

mod face;
mod file;
mod order;
mod words;

use std::ops::Range;

use kuliah_theme::Figures;
use unicode_segmentation::UnicodeSegmentation;

use self::face::Face;
pub(crate) use self::face::Shaped;
pub use self::file::{FontFault, FontFile};

/// A face by what it is for.
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
    /// The bundled face, by its place in [`FaceId::ALL`], where the lecturer's own one has taken
    /// its part; it shows what the own one lacks.
    Bundled(usize),
}

impl FaceId {
    /// Every part that a face can have.
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
            Self::Bundled(at) => BUNDLED.get(at).copied().unwrap_or("B9"),
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

    /// Where to look for a glyph that this face lacks.
    fn fallbacks(self) -> [Self; 2] {
        let heading = if self.is_bold() {
            Self::SansBold
        } else {
            Self::Sans
        };
        [heading, Self::Code]
    }
}

/// Resources of the bundled faces behind the lecturer's own ones.
const BUNDLED: [&str; 9] = ["B0", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8"];

/// A stretch of text and the face that shows it; `None` when none does.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) struct Stretch {
    pub range: Range<usize>,
    pub face: Option<FaceId>,
}

/// All faces.
pub(crate) struct Fonts<'f> {
    text: Face<'f>,
    text_italic: Face<'f>,
    text_bold: Face<'f>,
    text_bold_italic: Face<'f>,
    sans: Face<'f>,
    sans_italic: Face<'f>,
    sans_bold: Face<'f>,
    sans_bold_italic: Face<'f>,
    code: Face<'f>,
    /// Bundled faces in whose place the lecturer's own stand, by their place in [`FaceId::ALL`].
    replaced: Vec<(usize, Face<'f>)>,
}

macro_rules! bundled {
    ($file:literal, $name:literal) => {
        Face::bundled(include_bytes!(concat!("../../fonts/", $file)), $name)
    };
}

impl<'f> Fonts<'f> {
    /// The faces; those of running text show figures as asked for.
    ///
    /// # Errors
    ///
    /// [`FontFault`] when a bundled face cannot be read, which means a damaged program, or one of
    /// the lecturer's own.
    pub(crate) fn new(own: &'f [(FaceId, FontFile)], figures: Figures) -> Result<Self, FontFault> {
        let mut fonts = Self::bundled()?;
        for (id, file) in own {
            let (Some(at), face) = (FaceId::ALL.iter().position(|it| it == id), file.face()?)
            else {
                continue;
            };
            let bundled = std::mem::replace(fonts.face_mut(*id), face);
            fonts.replaced.push((at, bundled));
        }
        if figures == Figures::OldStyle {
            for id in [
                FaceId::Text,
                FaceId::TextItalic,
                FaceId::TextBold,
                FaceId::TextBoldItalic,
            ] {
                fonts.face_mut(id).use_old_style_figures();
            }
        }
        Ok(fonts)
    }

    fn bundled() -> Result<Self, FontFault> {
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
            replaced: Vec::new(),
        })
    }

    pub(crate) fn face(&self, id: FaceId) -> &Face<'f> {
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
            FaceId::Bundled(at) => {
                let found = self.replaced.iter().find(|(it, _)| *it == at);
                found.map_or(&self.sans, |(_, face)| face)
            }
        }
    }

    fn face_mut(&mut self, id: FaceId) -> &mut Face<'f> {
        match id {
            FaceId::Text | FaceId::Bundled(_) => &mut self.text,
            FaceId::TextItalic => &mut self.text_italic,
            FaceId::TextBold => &mut self.text_bold,
            FaceId::TextBoldItalic => &mut self.text_bold_italic,
            FaceId::Sans => &mut self.sans,
            FaceId::SansItalic => &mut self.sans_italic,
            FaceId::SansBold => &mut self.sans_bold,
            FaceId::SansBoldItalic => &mut self.sans_bold_italic,
            FaceId::Code => &mut self.code,
        }
    }

    /// Every face there is, the replaced ones last.
    pub(crate) fn ids(&self) -> impl Iterator<Item = FaceId> {
        let replaced = self.replaced.iter().map(|(at, _)| FaceId::Bundled(*at));
        FaceId::ALL.into_iter().chain(replaced)
    }

    /// The face itself and the bundled one that it stands in place of.
    fn with_replaced(&self, id: FaceId) -> impl Iterator<Item = FaceId> {
        let at = FaceId::ALL.iter().position(|it| *it == id);
        let replaced = self.replaced.iter().find(|(it, _)| Some(*it) == at);
        let replaced = replaced.map(|(at, _)| FaceId::Bundled(*at));
        std::iter::once(id).chain(replaced)
    }

    /// The face that shows a cluster: the wanted one, else that of headings, else that of program
    /// text, each with the bundled one behind it; `None` when none has all of it.
    pub(crate) fn face_for(&self, wanted: FaceId, cluster: &str) -> Option<FaceId> {
        let all = std::iter::once(wanted).chain(wanted.fallbacks());
        let mut all = all.flat_map(|it| self.with_replaced(it));
        all.find(|it| self.face(*it).covers_all(cluster))
    }

    /// Cuts a text where its face changes, one grapheme cluster at a time.
    pub(crate) fn stretches(&self, wanted: FaceId, text: &str) -> Vec<Stretch> {
        if self.face(wanted).covers_all(text) {
            return vec![Stretch {
                range: 0..text.len(),
                face: Some(wanted),
            }];
        }
        let mut out: Vec<Stretch> = Vec::new();
        for (start, cluster) in text.grapheme_indices(true) {
            let face = self.face_for(wanted, cluster);
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
        let fonts = Fonts::new(&[], Figures::Lining).expect("bundled");
        for id in FaceId::ALL {
            let face = fonts.face(id);
            assert!((' '..='~').all(|c| face.glyph(c).is_some()), "{id:?}");
        }
        assert!(fonts.sans.covers_all("□"));
    }

    #[test]
    fn the_serif_faces_have_a_hyphen_of_their_own_for_line_ends() {
        let fonts = Fonts::new(&[], Figures::Lining).expect("bundled");
        for id in FaceId::ALL {
            let own = fonts.face(id).soft_hyphen.is_some();
            assert_eq!(own, !id.is_sans(), "{id:?}");
        }
    }

    #[test]
    fn a_word_comes_out_the_same_the_second_time() {
        let fonts = Fonts::new(&[], Figures::Lining).expect("bundled");
        let shaped = |text: &str, start| {
            let mut out = Vec::new();
            fonts.shape(FaceId::Text, text, start, &mut out);
            out
        };
        let twice = shaped("efisien efisien ", 7);
        let (first, second) = twice.split_at(twice.len() / 2);
        let moved = |it: &Shaped| Shaped {
            cluster: it.cluster + "efisien ".len(),
            ..*it
        };
        assert!(first.iter().map(moved).eq(second.iter().copied()));
        assert_eq!(first.first().map(|it| it.cluster), Some(7));
        let long = format!("{} a", "tak".repeat(40));
        assert_eq!(shaped(&long, 0), shaped(&long, 0));
        assert_eq!(
            shaped(&long, 0).last().map(|it| it.cluster),
            Some(long.len() - 1)
        );
    }

    #[test]
    fn old_style_figures_are_other_glyphs() {
        let shaped = |figures| {
            let fonts = Fonts::new(&[], figures).expect("bundled");
            let mut out = Vec::new();
            fonts.shape(FaceId::Text, "1998 a", 0, &mut out);
            out.into_iter().map(|it| it.id).collect::<Vec<_>>()
        };
        let (lining, old_style) = (shaped(Figures::Lining), shaped(Figures::OldStyle));
        assert!(lining[..4].iter().zip(&old_style).all(|(a, b)| a != b));
        assert_eq!(lining[4..], old_style[4..]);
        // Where figures stand one below the other they are lining all the same, of one width.
        let fonts = Fonts::new(&[], Figures::OldStyle).expect("bundled");
        let mut columns = Vec::new();
        let face = fonts.face(FaceId::Text);
        face.shape_columns("1998 a", 0, &mut columns);
        let ids: Vec<_> = columns.iter().map(|it| it.id).collect();
        assert_eq!(ids, lining);
        assert!(
            columns[..4]
                .iter()
                .all(|it| (it.advance - columns[0].advance).abs() < 0.01)
        );
    }

    #[test]
    fn a_missing_glyph_is_looked_for_in_the_other_faces() {
        let fonts = Fonts::new(&[], Figures::Lining).expect("bundled");
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
