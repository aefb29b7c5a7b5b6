//! What each glyph stands for, for the file as a whole.

use crate::font::{Face, FaceId, Fonts};
use crate::page::GlyphText;

/// The text that each glyph of each face stands for.
///
/// A file has room for one text a glyph. The first one seen is kept; a glyph that
/// stands for something else elsewhere is painted with its words beside it.
pub(crate) struct GlyphTexts<'a> {
    fonts: &'a Fonts<'a>,
    /// By glyph, for each face; a document shows a handful of faces.
    faces: Vec<(FaceId, Vec<Option<GlyphText>>)>,
}

impl<'a> GlyphTexts<'a> {
    /// Texts of glyphs of which none was seen yet.
    pub(crate) fn new(fonts: &'a Fonts<'a>) -> Self {
        Self {
            fonts,
            faces: Vec::new(),
        }
    }

    /// The text a glyph is painted with.
    pub(crate) fn get(&self, face: FaceId, id: u16) -> Option<&GlyphText> {
        let (_, texts) = self.faces.iter().find(|it| it.0 == face)?;
        texts.get(usize::from(id))?.as_ref()
    }

    /// Whether a glyph may be painted with this text alone.
    pub(crate) fn claim(&mut self, face: FaceId, id: u16, text: GlyphText) -> bool {
        let place = self.faces.iter().position(|it| it.0 == face);
        let place = place.unwrap_or_else(|| {
            self.faces.push((face, reserved(self.fonts.face(face))));
            self.faces.len() - 1
        });
        let Some((_, texts)) = self.faces.get_mut(place) else {
            return false;
        };
        let index = usize::from(id);
        if texts.len() <= index {
            texts.resize(index + 1, None);
        }
        match texts.get_mut(index) {
            Some(Some(known)) => *known == text,
            Some(slot) => {
                *slot = Some(text);
                true
            }
            None => false,
        }
    }
}

/// The space and the hyphens are kept to themselves, whatever comes first.
fn reserved(face: &Face<'_>) -> Vec<Option<GlyphText>> {
    let plain = [' ', '-'].map(|c| (face.glyph(c), c));
    let hyphen = face.soft_hyphen.filter(|it| !it.shared);
    let own = plain
        .into_iter()
        .chain([(hyphen.map(|it| it.id), '\u{ad}')]);
    let mut texts = Vec::new();
    for (id, c) in own {
        let Some(index) = id.map(usize::from) else {
            continue;
        };
        if texts.len() <= index {
            texts.resize(index + 1, None);
        }
        if let Some(text @ None) = texts.get_mut(index) {
            *text = Some(GlyphText::One(c));
        }
    }
    texts
}
