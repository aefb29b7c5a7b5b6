//! Font files of the lecturer's own: which of them can be used, and what they lack.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;

use kuliah_doc::{Document, block_texts};
use rustybuzz::ttf_parser::{self, Tag};
use subsetter::GlyphRemapper;

use super::face::Face;

/// Why a font file cannot be used.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum FontFault {
    /// Not a TrueType or OpenType font, or a damaged one.
    Broken,
    /// Several fonts in one file; only one by itself can be used.
    Collection,
    /// A variable font; only one with fixed outlines can be used.
    Variable,
    /// Its maker does not allow that it is embedded in a document, or not a part of it.
    Forbidden,
    /// No text can be set without this character.
    Lacks(char),
}

impl fmt::Display for FontFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken => f.write_str("it is no TrueType or OpenType font, or a damaged one"),
            Self::Collection => {
                f.write_str("it is a collection of fonts; one font a file is wanted")
            }
            Self::Variable => {
                f.write_str("it is a variable font; one with fixed outlines is wanted")
            }
            Self::Forbidden => f.write_str("its maker does not allow that it is embedded"),
            Self::Lacks(c) => write!(f, "it lacks the character U+{:04X}", u32::from(*c)),
        }
    }
}

impl Error for FontFault {}

/// A font file that can be used.
///
/// Outlines may be those of TrueType or of `PostScript` (CFF).
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct FontFile {
    bytes: Vec<u8>,
}

impl FontFile {
    /// Looks a font file over.
    ///
    /// # Errors
    ///
    /// [`FontFault`] says why the file cannot be used.
    pub fn new(bytes: Vec<u8>) -> Result<Self, FontFault> {
        if ttf_parser::fonts_in_collection(&bytes).is_some() {
            return Err(FontFault::Collection);
        }
        let parsed = ttf_parser::Face::parse(&bytes, 0).map_err(|_| FontFault::Broken)?;
        if parsed.is_variable() {
            return Err(FontFault::Variable);
        }
        let allowed = embedding_bits(&parsed).is_none_or(allows_subset);
        if !allowed {
            return Err(FontFault::Forbidden);
        }
        if parsed.tables().glyf.is_none() && parsed.tables().cff.is_none() {
            return Err(FontFault::Broken);
        }
        let file = Self { bytes };
        file.try_subset()?;
        Ok(file)
    }

    /// Cuts it down on trial: a damaged one shows that here, not when a document is written.
    fn try_subset(&self) -> Result<(), FontFault> {
        let face = self.face()?;
        let mut remap = GlyphRemapper::new();
        for glyph in (' '..='~').filter_map(|c| face.glyph(c)) {
            remap.remap(glyph);
        }
        let subset = subsetter::subset(&self.bytes, 0, &remap).map_err(|_| FontFault::Broken)?;
        let mut warnings = Vec::new();
        let read = printpdf::ParsedFont::from_bytes(&subset, 0, &mut warnings);
        read.map(|_| ()).ok_or(FontFault::Broken)
    }

    pub(super) fn face(&self) -> Result<Face<'_>, FontFault> {
        Face::own(&self.bytes)
    }

    /// The characters of a document that the font lacks or that cannot be set, each once, in the
    /// order of their codes. Other faces stand in for them, as far as those have them.
    pub fn lacks(&self, document: &Document) -> Vec<char> {
        let Ok(face) = self.face() else {
            return Vec::new();
        };
        let texts = block_texts(document);
        let all: BTreeSet<char> = texts.iter().flat_map(|it| it.chars()).collect();
        let lacking = |c: &char| !c.is_control() && !face.covers_all(c.encode_utf8(&mut [0; 4]));
        all.into_iter().filter(lacking).collect()
    }
}

/// What the maker says about embedding (`fsType` of the `OS/2` table); `None` without a word.
fn embedding_bits(face: &ttf_parser::Face<'_>) -> Option<u16> {
    let table = face.raw_face().table(Tag::from_bytes(b"OS/2"))?;
    let bits = table.get(8..)?.first_chunk::<2>()?;
    Some(u16::from_be_bytes(*bits))
}

/// Whether a part of the font may be embedded as outlines (OpenType 1.9.1, `fsType`); of several
/// permissions the most generous one holds.
fn allows_subset(bits: u16) -> bool {
    const RESTRICTED: u16 = 0x0002;
    const PRINT_OR_EDIT: u16 = 0x000c;
    const NO_SUBSET: u16 = 0x0100;
    const BITMAPS_ONLY: u16 = 0x0200;
    let embeddable = bits & RESTRICTED == 0 || bits & PRINT_OR_EDIT != 0;
    embeddable && bits & (NO_SUBSET | BITMAPS_ONLY) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERIF: &[u8] = include_bytes!("../../fonts/STIXTwoText_400Regular.ttf");

    /// The place of a table in a font file.
    fn table(bytes: &[u8], tag: [u8; 4]) -> usize {
        let records = bytes[12..].chunks_exact(16);
        let mut found = records.filter(|it| it[..4] == tag);
        let record = found.next().expect("the table");
        u32::from_be_bytes(record[8..12].try_into().expect("four bytes")) as usize
    }

    fn with_permissions(bits: u16) -> Vec<u8> {
        let mut bytes = SERIF.to_vec();
        let at = table(&bytes, *b"OS/2") + 8;
        bytes[at..at + 2].copy_from_slice(&bits.to_be_bytes());
        bytes
    }

    #[test]
    fn what_its_maker_forbids_is_not_embedded() {
        for bits in [0, 4, 8, 12] {
            assert!(FontFile::new(with_permissions(bits)).is_ok(), "{bits}");
        }
        for bits in [2, 0x100, 0x204] {
            let found = FontFile::new(with_permissions(bits));
            assert_eq!(found, Err(FontFault::Forbidden), "{bits}");
        }
    }

    #[test]
    fn what_is_no_single_font_is_refused() {
        assert_eq!(FontFile::new(Vec::new()), Err(FontFault::Broken));
        assert_eq!(FontFile::new(b"%PDF-1.7".to_vec()), Err(FontFault::Broken));
        let mut collection = b"ttcf\0\x01\0\0\0\0\0\x01\0\0\0\x10".to_vec();
        collection.extend(SERIF);
        assert_eq!(FontFile::new(collection), Err(FontFault::Collection));
    }

    #[test]
    fn a_font_without_a_space_sets_no_text() {
        let mut remap = GlyphRemapper::new();
        remap.remap(40);
        // A subset has no table of characters any more.
        let subset = subsetter::subset(SERIF, 0, &remap).expect("a subset");
        assert!(FontFile::new(subset).is_err());
    }

    /// A sequence without end that is always the same (Marsaglia's xorshift).
    fn noise(mut state: u64) -> impl Iterator<Item = usize> {
        std::iter::from_fn(move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state >> 20).ok()
        })
    }

    #[test]
    fn damaged_files_are_refused_or_used_but_never_break_anything() {
        let mut refused = 0;
        let mut noise = noise(0x9e37_79b9_7f4a_7c15);
        let mut next = move || noise.next().expect("endless");
        for round in 0..60 {
            let mut bytes = SERIF.to_vec();
            if round % 3 == 0 {
                bytes.truncate(next() % bytes.len());
            } else {
                // The directory of tables and what stands first are worth more blows.
                let reach = if round % 3 == 1 { 4_000 } else { bytes.len() };
                for _ in 0..8 {
                    let at = next() % reach;
                    bytes[at] ^= 1 << (next() % 8);
                }
            }
            let Ok(file) = FontFile::new(bytes) else {
                refused += 1;
                continue;
            };
            let face = file.face().expect("looked over");
            let mut out = Vec::new();
            face.shape("Efisien, \u{e9}\u{301} – 1998", 0, &mut out);
            assert!(out.iter().all(|it| it.advance.is_finite()));
        }
        assert!(refused > 10, "{refused}");
    }
}
