//! The faces, bundled ones and the lecturer's own: which one shows a piece of text.
//!
//! No font of the system is ever used, so that a document looks the same everywhere.

mod face;
mod file;
mod order;
mod words;

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use kuliah_theme::Figures;
use unicode_segmentation::UnicodeSegmentation;

pub(crate) use self::face::{Face, Shaped};
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
    Bundled(u8),
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

    /// Its place in [`FaceId::ALL`].
    fn place(self) -> usize {
        match self {
            Self::Text => 0,
            Self::TextItalic => 1,
            Self::TextBold => 2,
            Self::TextBoldItalic => 3,
            Self::Sans => 4,
            Self::SansItalic => 5,
            Self::SansBold => 6,
            Self::SansBoldItalic => 7,
            Self::Code => 8,
            Self::Bundled(place) => usize::from(place),
        }
    }

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
            Self::Bundled(at) => BUNDLED.get(usize::from(at)).copied().unwrap_or("B9"),
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

/// Bundled faces by their place in [`FaceId::ALL`], each read when it is first asked for: a
/// document hardly needs all of them.
type Bundled = [OnceCell<Option<Rc<Face<'static>>>>; 9];

thread_local! {
    /// Bundled faces with lining and with old-style figures, for all documents that a thread
    /// writes. With the faces the words are kept that they have shaped; since a word is always
    /// shaped alike, no document shows what was written before it.
    static SHARED: [Rc<Bundled>; 2] = Default::default();
}

/// All faces.
pub(crate) struct Fonts<'f> {
    /// Stands in for a bundled face that cannot be read, which would mean a damaged program.
    text: Rc<Face<'static>>,
    bundled: Rc<Bundled>,
    /// The lecturer's own faces, by the same place.
    own: Vec<(usize, Face<'f>)>,
    figures: Figures,
}

macro_rules! bundled {
    ($file:literal) => {
        include_bytes!(concat!("../../fonts/", $file))
    };
}

/// Bundled faces and their names, in the order of [`FaceId::ALL`].
const FILES: [(&[u8], &str); 9] = [
    (
        bundled!("STIXTwoText_400Regular.ttf"),
        "STIXTwoText-Regular",
    ),
    (
        bundled!("STIXTwoText_400Regular_Italic.ttf"),
        "STIXTwoText-Italic",
    ),
    (bundled!("STIXTwoText_700Bold.ttf"), "STIXTwoText-Bold"),
    (
        bundled!("STIXTwoText_700Bold_Italic.ttf"),
        "STIXTwoText-BoldItalic",
    ),
    (
        bundled!("SourceSans3_400Regular.ttf"),
        "SourceSans3-Regular",
    ),
    (
        bundled!("SourceSans3_400Regular_Italic.ttf"),
        "SourceSans3-Italic",
    ),
    (
        bundled!("SourceSans3_600SemiBold.ttf"),
        "SourceSans3-SemiBold",
    ),
    (
        bundled!("SourceSans3_600SemiBold_Italic.ttf"),
        "SourceSans3-SemiBoldItalic",
    ),
    (
        bundled!("SourceCodePro_400Regular.ttf"),
        "SourceCodePro-Regular",
    ),
];

impl<'f> Fonts<'f> {
    /// The faces; those of running text show figures as asked for.
    ///
    /// # Errors
    ///
    /// [`FontFault`] when the bundled face of running text cannot be read, which means a damaged
    /// program, or one of the lecturer's own.
    pub(crate) fn new(own: &'f [(FaceId, FontFile)], figures: Figures) -> Result<Self, FontFault> {
        let bundled = SHARED.with(|[lining, old_style]| {
            let old = figures == Figures::OldStyle;
            Rc::clone(if old { old_style } else { lining })
        });
        let text = read(&bundled, 0, figures).cloned();
        let own = own.iter().map(|(id, file)| {
            let face = file.face()?;
            Ok((id.place(), with_figures(face, *id, figures)))
        });
        Ok(Self {
            text: text.ok_or(FontFault::Broken)?,
            own: own.collect::<Result<_, FontFault>>()?,
            bundled,
            figures,
        })
    }

    pub(crate) fn face(&self, id: FaceId) -> &Face<'f> {
        let own = self.own.iter().find(|(place, _)| *place == id.place());
        match (id, own) {
            (FaceId::Bundled(_), _) | (_, None) => self.bundled(id.place()),
            (_, Some((_, face))) => face,
        }
    }

    fn bundled(&self, place: usize) -> &Face<'f> {
        read(&self.bundled, place, self.figures).unwrap_or(&self.text)
    }

    /// The face itself and the bundled one that it stands in place of.
    fn with_replaced(&self, id: FaceId) -> impl Iterator<Item = FaceId> {
        let mut own = self.own.iter();
        let replaced = own.any(|(place, _)| *place == id.place());
        let place = u8::try_from(id.place()).ok().filter(|_| replaced);
        let replaced = place.map(FaceId::Bundled);
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

/// A bundled face; `None` for a damaged one.
fn read(bundled: &Bundled, place: usize, figures: Figures) -> Option<&Rc<Face<'static>>> {
    let (bytes, name) = FILES.get(place)?;
    let id = FaceId::ALL.get(place)?;
    let face = bundled.get(place)?.get_or_init(|| {
        let face = Face::bundled(bytes, name).ok()?;
        Some(Rc::new(with_figures(face, *id, figures)))
    });
    face.as_ref()
}

/// The face of running text with figures of this kind; other faces have the ones they have.
fn with_figures(mut face: Face<'_>, id: FaceId, figures: Figures) -> Face<'_> {
    if figures == Figures::OldStyle && id.place() < FaceId::Sans.place() {
        face.use_old_style_figures();
    }
    face
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_has_ascii_and_the_box_is_somewhere() {
        let fonts = Fonts::new(&[], Figures::Lining).expect("bundled");
        for (id, (_, name)) in FaceId::ALL.into_iter().zip(FILES) {
            let face = fonts.face(id);
            assert_eq!(face.name, name);
            assert!((' '..='~').all(|c| face.glyph(c).is_some()), "{id:?}");
        }
        assert!(fonts.face(FaceId::Sans).covers_all("□"));
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
    fn a_word_too_long_for_one_is_shaped_in_pieces_between_clusters() {
        let fonts = Fonts::new(&[], Figures::Lining).expect("bundled");
        // The accents straddle the edges of pieces.
        let word = "q\u{301}".repeat(2_000);
        let mut out = Vec::new();
        fonts.shape(FaceId::Text, &word, 0, &mut out);
        let mut clusters: Vec<_> = out.iter().map(|it| it.cluster).collect();
        clusters.dedup();
        assert!(clusters.iter().copied().eq((0..2_000).map(|it| it * 3)));
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
