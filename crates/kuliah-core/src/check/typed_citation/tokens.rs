//! Words, numbers and signs of a text, each with its place.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(super) enum Kind {
    Word,
    Number,
    Comma,
    Semicolon,
    Colon,
    Open,
    Close,
    Other,
}

/// A word, number or sign.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

/// Words whose full stop is their own.
const SHORT: [&str; 9] = ["al", "dkk", "hal", "hlm", "pp", "bab", "cf", "ed", "bdk"];

/// The usual length of a token with the blank behind it.
const USUAL_LENGTH: usize = 5;

/// Parts a text into tokens; white space is left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / USUAL_LENGTH);
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        let (kind, length) = match c {
            c if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            c if c.is_ascii_digit() => (Kind::Number, number_length(rest)),
            c if c.is_alphabetic() => (Kind::Word, word_length(rest)),
            '&' => (Kind::Word, 1),
            ',' => (Kind::Comma, 1),
            ';' => (Kind::Semicolon, 1),
            ':' => (Kind::Colon, 1),
            '(' => (Kind::Open, 1),
            ')' => (Kind::Close, 1),
            c => (Kind::Other, c.len_utf8()),
        };
        let range = at..at + length;
        at = range.end;
        out.push(Token { kind, range });
    }
    out
}

/// Digits, and the letter of a year such as `2005a`.
fn number_length(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut behind = text.get(digits..).unwrap_or_default().chars();
    let letter = behind.next().is_some_and(|c| c.is_ascii_lowercase());
    let ends = !behind.next().is_some_and(char::is_alphanumeric);
    digits + usize::from(letter && ends)
}

/// Letters, digits, and the hyphens and apostrophes between them; the full stop of an initial
/// and of a shortened word.
fn word_length(text: &str) -> usize {
    let letters = text.bytes().position(|b| !b.is_ascii_alphanumeric());
    let letters = letters.unwrap_or(text.len());
    let next = text.as_bytes().get(letters);
    let is_over = next.is_none_or(|b| b.is_ascii() && !matches!(b, b'-' | b'\''));
    let end = if is_over {
        letters
    } else {
        joined_length(text)
    };
    let word = text.get(..end).unwrap_or_default();
    let has_stop = text.as_bytes().get(end) == Some(&b'.');
    let is_short =
        || word.chars().count() == 1 || SHORT.iter().any(|it| it.eq_ignore_ascii_case(word));
    end + usize::from(has_stop && is_short())
}

/// Letters, digits, and the hyphens and apostrophes between them.
fn joined_length(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '-' | '\'' | '’')
            && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !c.is_alphanumeric() && !joins {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_parted() {
        let text = "E. O’Brien-Smith, dkk. (2005a; hlm. 5)";
        let words: Vec<_> = tokens(text)
            .iter()
            .filter_map(|it| text.get(it.range.clone()))
            .collect();
        let expected = [
            "E.",
            "O’Brien-Smith",
            ",",
            "dkk.",
            "(",
            "2005a",
            ";",
            "hlm.",
            "5",
            ")",
        ];
        assert_eq!(words, expected);
    }
}
