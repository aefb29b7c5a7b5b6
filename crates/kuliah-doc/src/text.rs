//! Text that every format can hold.

use std::fmt;

use kuliah_source::is_forbidden;

/// A character that no format may be given, and its byte offset in the text.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub struct Forbidden {
    /// The character.
    pub character: char,
    /// Where it stands, in bytes.
    pub offset: usize,
}

/// Text without control characters, noncharacters and line ends.
///
/// These are the characters of XML 1.0 (section 2.2) less C0, C1, the line ends
/// U+2028 and U+2029, and the noncharacters of Unicode (section 23.7). It is the
/// only text of the document tree, so no exporter can be handed anything else.
/// Line ends are [`Inline::Break`](crate::Inline::Break), never characters.
#[derive(Debug, Clone, Default, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct SafeText(String);

impl SafeText {
    /// Takes a text that holds nothing forbidden.
    ///
    /// # Errors
    ///
    /// Every forbidden character, in order.
    pub fn new(text: impl Into<String>) -> Result<Self, Vec<Forbidden>> {
        let text = text.into();
        let found: Vec<_> = forbidden(&text).collect();
        if found.is_empty() {
            Ok(Self(text))
        } else {
            Err(found)
        }
    }

    /// Takes any text: line ends and tabs become blanks, anything else forbidden U+FFFD.
    pub fn lossy(text: &str) -> Self {
        Self(text.chars().map(replacement).collect())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for SafeText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

fn forbidden(text: &str) -> impl Iterator<Item = Forbidden> {
    text.char_indices()
        .filter(|&(_, character)| is_forbidden(character))
        .map(|(offset, character)| Forbidden { character, offset })
}

fn replacement(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        c if is_forbidden(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_class_of_forbidden_character_is_found() {
        for c in [
            '\0', '\u{1b}', '\n', '\u{7f}', '\u{9b}', '\u{2028}', '\u{fdd0}', '\u{ffff}',
        ] {
            let found = SafeText::new(format!("a{c}b")).expect_err("forbidden");
            assert_eq!(
                found,
                [Forbidden {
                    character: c,
                    offset: 1
                }]
            );
        }
    }

    #[test]
    fn ordinary_text_passes_untouched() {
        let text = "Peran “pemungkin” — é 𝒳 \u{ad}\u{a0}";
        assert_eq!(SafeText::new(text).expect("allowed").as_str(), text);
    }

    #[test]
    fn lossy_keeps_words_apart() {
        assert_eq!(SafeText::lossy("a\nb\u{0}").as_str(), "a b\u{fffd}");
    }
}
