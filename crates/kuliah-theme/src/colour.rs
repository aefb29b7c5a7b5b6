//! Colours, and whether text in one can be read on another.

use crate::read::Reader;

/// Contrast that text must have on its ground: level AA of WCAG 2.2, success criterion 1.4.3.
///
/// The criterion lets large text off with 3:1; a theme asks the same of all text, since
/// every colour is also used for small text.
pub const LEAST_CONTRAST: f64 = 4.5;

/// A colour in sRGB, each part from 0 to 1.
#[derive(Debug, Copy, Clone, PartialEq)]
#[non_exhaustive]
pub struct Colour {
    /// Red.
    pub red: f32,
    /// Green.
    pub green: f32,
    /// Blue.
    pub blue: f32,
}

impl Colour {
    /// White: the paper.
    pub const WHITE: Self = Self::new(1.0, 1.0, 1.0);

    /// A colour of three parts from 0 to 1.
    pub const fn new(red: f32, green: f32, blue: f32) -> Self {
        Self { red, green, blue }
    }

    /// The colour with these parts from 0 to 255.
    pub fn from_bytes([red, green, blue]: [u8; 3]) -> Self {
        let part = |byte: u8| f32::from(byte) / 255.0;
        Self::new(part(red), part(green), part(blue))
    }

    /// Its parts from 0 to 255, rounded.
    pub fn to_bytes(self) -> [u8; 3] {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to what a byte holds"
        )]
        let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
        [byte(self.red), byte(self.green), byte(self.blue)]
    }

    /// Reads `#rrggbb`.
    pub(crate) fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self::from_bytes([red, green, blue]))
    }

    /// Relative luminance, from 0 for black to 1 for white.
    ///
    /// WCAG 2.2, definition of *relative luminance*: each part is made linear, `c / 12.92` up to
    /// 0.04045 and `((c + 0.055) / 1.055) ^ 2.4` above; then 0.2126 R + 0.7152 G + 0.0722 B.
    pub fn luminance(self) -> f64 {
        let linear = |part: f32| {
            let part = f64::from(part);
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast with another colour, from 1 to 21, whichever of the two is the text.
    ///
    /// WCAG 2.2, definition of *contrast ratio*: (L1 + 0.05) / (L2 + 0.05), the lighter first.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// The colours of a handout. The paper is white.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Colours {
    /// Text.
    pub ink: Colour,
    /// Headings, links, bullets.
    pub accent: Colour,
    /// Captions, running heads, labels.
    pub muted: Colour,
    /// Fine rules; no text.
    pub rule: Colour,
    /// Behind program text.
    pub code_ground: Colour,
    /// Behind a remark to everybody or to students.
    pub note_ground: Colour,
    /// What only lecturers see: its title and the bar beside it.
    pub lecturer: Colour,
    /// Behind what only lecturers see.
    pub lecturer_ground: Colour,
}

impl Colours {
    pub(crate) const BLANK: Self = Self {
        ink: Colour::new(0.0, 0.0, 0.0),
        accent: Colour::new(0.0, 0.0, 0.0),
        muted: Colour::new(0.0, 0.0, 0.0),
        rule: Colour::new(0.0, 0.0, 0.0),
        code_ground: Colour::WHITE,
        note_ground: Colour::WHITE,
        lecturer: Colour::new(0.0, 0.0, 0.0),
        lecturer_ground: Colour::WHITE,
    };

    pub(crate) fn read(&mut self, keys: &mut Reader<'_, '_>) {
        keys.colour("ink", &mut self.ink);
        keys.colour("accent", &mut self.accent);
        keys.colour("muted", &mut self.muted);
        keys.colour("rule", &mut self.rule);
        keys.colour("code-ground", &mut self.code_ground);
        keys.colour("note-ground", &mut self.note_ground);
        keys.colour("lecturer", &mut self.lecturer);
        keys.colour("lecturer-ground", &mut self.lecturer_ground);
    }

    /// The colours that text has, and the grounds it may stand on, with their keys.
    ///
    /// Every colour stands on paper and on both grounds of remarks; the lecturers' one only on
    /// paper and its own; program text is set in ink, and marked in the muted colour.
    pub(crate) fn pairs(&self) -> Vec<[(&'static str, Colour); 2]> {
        let paper = ("paper", Colour::WHITE);
        let code = ("code-ground", self.code_ground);
        let note = ("note-ground", self.note_ground);
        let lecturer_ground = ("lecturer-ground", self.lecturer_ground);
        let ink = ("ink", self.ink);
        let accent = ("accent", self.accent);
        let muted = ("muted", self.muted);
        let lecturer = ("lecturer", self.lecturer);
        vec![
            [ink, paper],
            [ink, code],
            [ink, note],
            [ink, lecturer_ground],
            [accent, paper],
            [accent, note],
            [accent, lecturer_ground],
            [muted, paper],
            [muted, code],
            [muted, note],
            [muted, lecturer_ground],
            [lecturer, paper],
            [lecturer, lecturer_ground],
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        let black = Colour::new(0.0, 0.0, 0.0);
        assert!((black.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        assert!((Colour::WHITE.contrast(Colour::WHITE) - 1.0).abs() < 1e-9);
        // #767676 is the lightest grey that passes on white, #777777 the first that does not.
        let grey = |hex| Colour::from_hex(hex).expect("a colour");
        assert!(grey("#767676").contrast(Colour::WHITE) >= LEAST_CONTRAST);
        assert!(grey("#777777").contrast(Colour::WHITE) < LEAST_CONTRAST);
    }

    #[test]
    fn hexadecimal_colours_come_back() {
        let colour = Colour::from_hex("#1a456B").expect("a colour");
        assert_eq!(colour.to_bytes(), [0x1a, 0x45, 0x6b]);
        for wrong in ["1a456b", "#1a456", "#1a456bb", "#1a456g", "#", "#é456b"] {
            assert_eq!(Colour::from_hex(wrong), None, "{wrong}");
        }
    }
}
