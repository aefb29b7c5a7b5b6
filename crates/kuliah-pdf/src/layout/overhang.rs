//! What stands at the edge of a line and looks too light there hangs over it a little, so that
//! the edge looks straight.

use crate::page::GlyphText;

/// The part of a hyphen that hangs over the right edge.
pub(crate) const HYPHEN: f32 = 0.6;

/// The part of a glyph that hangs over the right edge.
pub(crate) fn right(text: GlyphText) -> f32 {
    match character(text) {
        '-' | '\u{ad}' => HYPHEN,
        '.' | ',' => 0.6,
        ':' | ';' => 0.4,
        '”' | '’' | '"' | '\'' => 0.5,
        '–' => 0.3,
        '!' | '?' | ')' | ']' | '—' => 0.15,
        _ => 0.0,
    }
}

/// The part of a glyph that hangs over the left edge.
pub(crate) fn left(text: GlyphText) -> f32 {
    match character(text) {
        '“' | '‘' | '"' | '\'' => 0.5,
        '(' | '[' => 0.15,
        _ => 0.0,
    }
}

fn character(text: GlyphText) -> char {
    match text {
        GlyphText::One(c) => c,
        GlyphText::Nothing | GlyphText::Many(_) => char::REPLACEMENT_CHARACTER,
    }
}
