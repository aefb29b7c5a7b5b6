//! How headings are numbered.

use crate::SafeText;

/// How a number is written.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub enum NumberFormat {
    /// A, B, … Z, AA, BB, … as Word counts.
    UpperLetter,
    /// 1, 2, …
    Decimal,
    /// a, b, … z, aa, bb, … as Word counts.
    LowerLetter,
    /// i, ii, iii, …
    LowerRoman,
}

impl NumberFormat {
    /// Writes a number from 1; 0 gives an empty text.
    pub fn write(self, number: u32) -> String {
        match self {
            Self::Decimal if number > 0 => number.to_string(),
            Self::UpperLetter => letters(number, b'A'),
            Self::LowerLetter => letters(number, b'a'),
            Self::LowerRoman => roman(number),
            Self::Decimal => String::new(),
        }
    }
}

fn letters(number: u32, first: u8) -> String {
    let Some(index) = number.checked_sub(1) else {
        return String::new();
    };
    let letter = char::from(first + u8::try_from(index % 26).unwrap_or(0));
    // Word repeats the letter: Z, AA, BB. Beyond 780 it would run on for lines.
    let times = (index / 26 + 1).min(30) as usize;
    std::iter::repeat_n(letter, times).collect()
}

fn roman(mut number: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut out = String::new();
    for (value, text) in STEPS {
        while number >= value && out.len() < 30 {
            out.push_str(text);
            number -= value;
        }
    }
    out
}

/// How the headings of each level are numbered; level 1 is first.
///
/// A heading's label is its own number alone, followed by a full stop ("A.", "1.", "a."),
/// and each level counts anew under the level above it.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Numbering {
    /// One format a level. Deeper levels are not numbered.
    pub levels: Vec<NumberFormat>,
}

impl Numbering {
    /// A. 1. a. as Indonesian handouts have it.
    pub fn handout() -> Self {
        Self {
            levels: vec![
                NumberFormat::UpperLetter,
                NumberFormat::Decimal,
                NumberFormat::LowerLetter,
            ],
        }
    }

    /// The label of a heading, such as "A."; `None` when its level is not numbered.
    pub fn label(&self, level: u8, number: u32) -> Option<SafeText> {
        let format = self.levels.get(usize::from(level).checked_sub(1)?)?;
        Some(SafeText::lossy(&format!("{}.", format.write(number))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let write = |format: NumberFormat, n| format.write(n);
        assert_eq!(write(NumberFormat::UpperLetter, 1), "A");
        assert_eq!(write(NumberFormat::UpperLetter, 28), "BB");
        assert_eq!(write(NumberFormat::LowerRoman, 14), "xiv");
        assert_eq!(write(NumberFormat::Decimal, 12), "12");
    }

    #[test]
    fn levels_beyond_the_scheme_have_no_label() {
        let scheme = Numbering::handout();
        assert_eq!(
            scheme.label(2, 3).map(|it| it.to_string()).as_deref(),
            Some("3.")
        );
        assert_eq!(scheme.label(4, 1), None);
        assert_eq!(scheme.label(0, 1), None);
    }
}
