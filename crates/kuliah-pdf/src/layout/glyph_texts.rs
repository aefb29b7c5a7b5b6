//! What each glyph stands for, for the file as a whole.

use std::collections::BTreeMap;

use crate::font::{FaceId, Fonts};
use crate::page::GlyphText;

/// The text that each glyph of each face stands for.
///
/// A file has room for one text a glyph. The first one seen is kept; a glyph that
/// stands for something else elsewhere is painted with its words beside it.
#[derive(Debug, Default)]
pub(crate) struct GlyphTexts {
    faces: BTreeMap<FaceId, Vec<Option<GlyphText>>>,
}

impl GlyphTexts {
    /// Keeps the space and the hyphens to themselves, whatever comes first.
    pub(crate) fn new(fonts: &Fonts<'_>) -> Self {
        let mut texts = Self::default();
        for id in fonts.ids() {
            let face = fonts.face(id);
            for c in [' ', '-'] {
                if let Some(glyph) = face.glyph(c) {
                    texts.claim(id, glyph, GlyphText::One(c));
                }
            }
            if let Some(hyphen) = face.soft_hyphen.filter(|it| !it.shared) {
                texts.claim(id, hyphen.id, GlyphText::One('\u{ad}'));
            }
        }
        texts
    }

    /// The text a glyph is painted with.
    pub(crate) fn get(&self, face: FaceId, id: u16) -> Option<&GlyphText> {
        self.faces.get(&face)?.get(usize::from(id))?.as_ref()
    }

    /// Whether a glyph may be painted with this text alone.
    pub(crate) fn claim(&mut self, face: FaceId, id: u16, text: GlyphText) -> bool {
        let texts = self.faces.entry(face).or_default();
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
