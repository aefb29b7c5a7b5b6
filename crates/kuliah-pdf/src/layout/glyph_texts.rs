//! What each glyph stands for, for the file as a whole.

use std::collections::BTreeMap;

use crate::font::{Face, FaceId, Fonts};
use crate::page::GlyphText;

/// The text that each glyph of each face stands for.
///
/// A file has room for one text a glyph. The first one seen is kept; a glyph that
/// stands for something else elsewhere is painted with its words beside it.
pub(crate) struct GlyphTexts<'a> {
    fonts: &'a Fonts<'a>,
    faces: BTreeMap<FaceId, Vec<Option<GlyphText>>>,
}

impl<'a> GlyphTexts<'a> {
    /// Texts of glyphs of which none was seen yet.
    pub(crate) fn new(fonts: &'a Fonts<'a>) -> Self {
        Self {
            fonts,
            faces: BTreeMap::new(),
        }
    }

    /// The text a glyph is painted with.
    pub(crate) fn get(&self, face: FaceId, id: u16) -> Option<&GlyphText> {
        self.faces.get(&face)?.get(usize::from(id))?.as_ref()
    }

    /// Whether a glyph may be painted with this text alone.
    pub(crate) fn claim(&mut self, face: FaceId, id: u16, text: GlyphText) -> bool {
        let texts = self.faces.entry(face);
        let texts = texts.or_insert_with(|| reserved(self.fonts.face(face)));
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
