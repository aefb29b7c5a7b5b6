//! Faces cut down to the glyphs that are shown.

use std::collections::BTreeMap;
use std::fmt;

use kuliah_doc::ExportError;
use printpdf::ParsedFont;
use subsetter::GlyphRemapper;

use crate::backend;
use crate::font::{FaceId, Fonts};
use crate::page::{Item, Page};

/// A font that could not be subset or read back.
#[derive(Debug)]
struct FontWriteError {
    face: String,
    why: String,
}

impl fmt::Display for FontWriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the font {} cannot be embedded: {}", self.face, self.why)
    }
}

impl std::error::Error for FontWriteError {}

/// The glyphs that pages show, sorted.
pub(super) fn used_glyphs(pages: &[Page]) -> BTreeMap<FaceId, Vec<u16>> {
    let mut used: BTreeMap<FaceId, Vec<u16>> = BTreeMap::new();
    for item in pages.iter().flat_map(|it| &it.items) {
        if let Item::Text { run, .. } = item {
            let glyphs = used.entry(run.face).or_default();
            glyphs.extend(run.glyphs.iter().map(|it| it.id));
        }
    }
    for glyphs in used.values_mut() {
        glyphs.sort_unstable();
        glyphs.dedup();
    }
    used
}

/// Subsets a face before the writer sees the face: it would embed all of it.
pub(super) fn subset(
    fonts: &Fonts<'_>,
    id: FaceId,
    glyphs: &[u16],
    remap: &GlyphRemapper,
) -> Result<ParsedFont, ExportError> {
    let face = fonts.face(id);
    let fail = |why: String| {
        backend(FontWriteError {
            face: face.name.clone().into_owned(),
            why,
        })
    };
    let bytes = subsetter::subset(face.bytes, 0, remap).map_err(|it| fail(it.to_string()))?;
    let mut warnings = Vec::new();
    let font = ParsedFont::from_bytes(&bytes, 0, &mut warnings);
    let mut font = font.ok_or_else(|| fail("its subset cannot be read".to_owned()))?;
    font.font_name = Some(format!("{}+{}", tag(glyphs), face.name));
    font.font_metrics.ascent = face.ascent;
    font.font_metrics.descent = face.descent;
    Ok(font)
}

/// Six letters that name a set of glyphs (ISO 32000-1, 9.6.4).
fn tag(glyphs: &[u16]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in glyphs.iter().flat_map(|it| it.to_be_bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let letter = |at: u32| {
        let rest = (hash >> (at * 8)) % 26;
        char::from(b'A' + u8::try_from(rest).unwrap_or(0))
    };
    (0..6).map(letter).collect()
}
