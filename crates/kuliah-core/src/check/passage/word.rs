//! The words of a text.

use std::ops::Range;

use kuliah_source::Language;

use super::{OBJECT, Stretch, is_indonesian};
use crate::bytes::has_byte;
use crate::check::function_words::{Tongue, tongue};
use crate::check::sieve;

/// A word: letters and digits, with hyphens and apostrophes inside.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word<'a> {
    /// Where it stands in the text.
    pub(crate) range: Range<usize>,
    /// Its language.
    pub(crate) language: &'a Language,
    /// Whether that is Indonesian.
    pub(crate) is_indonesian: bool,
    /// The language it is known to be of, whatever it is marked as.
    pub(crate) tongue: Option<Tongue>,
    /// Whether it is emphasised or between quotation marks: a term, a title, or words of
    /// somebody else.
    pub(crate) is_set_apart: bool,
    /// Whether nothing but blanks stands between the word before and this one.
    pub(crate) is_next: bool,
    /// The [`start`] of the text from the word on; 0 near its end.
    pub(crate) start: u32,
}

impl Word<'_> {
    /// Whether two words are of one length, which is the quickest way to tell that they differ.
    pub(crate) fn is_as_long_as(&self, other: &Self) -> bool {
        self.range.len() == other.range.len()
    }
}

/// Whether a text without blanks is an address of a page, mailbox or file.
pub(crate) fn is_address(text: &str) -> bool {
    let signs = text.bytes().fold(0, |signs, b| signs | class(b));
    may_be_address(text, signs) && is_address_behind(text.trim_start_matches(OPENING))
}

/// What may stand before an address.
const OPENING: [char; 5] = ['(', '[', '<', '"', '“'];

/// Whether a text with such signs in it may be an address.
fn may_be_address(text: &str, signs: u8) -> bool {
    signs & OF_ADDRESS != 0
        || signs & DOT != 0 && text.trim_start_matches(OPENING).starts_with("www.")
}

fn is_address_behind(text: &str) -> bool {
    text.contains("://")
        || text.starts_with("www.")
        || text.starts_with("mailto:")
        || text
            .split_once('@')
            .is_some_and(|(_, host)| host.contains('.'))
        || text.contains('/') && text.contains(['.', '\\', '~'])
}

/// A blank of ASCII.
const BLANK: u8 = 1;
/// A sign that stands in every address but those that begin with `www.`.
const OF_ADDRESS: u8 = 2;
/// A full stop.
const DOT: u8 = 4;
/// Any other sign of ASCII.
const OTHER: u8 = 8;
/// A part of a character that is none of ASCII.
const FOREIGN: u8 = 16;

/// What a byte is; letters and digits of ASCII are nothing of these.
const fn class(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => 0,
        b' ' | b'\t'..=b'\r' => BLANK,
        b'/' | b':' | b'@' => OF_ADDRESS,
        b'.' => DOT,
        128.. => FOREIGN,
        _ => OTHER,
    }
}

/// The usual length of a word with the blank behind it.
const USUAL_LENGTH: usize = 6;

/// Finds the words of a text. `stretches` are sorted, outer before inner.
pub(super) fn words<'a>(
    text: &str,
    stretches: &[Stretch<'a>],
    language: &'a Language,
) -> Vec<Word<'a>> {
    let quoted = quotations(text);
    let mut out = Vec::with_capacity(text.len() / USUAL_LENGTH);
    let mut marks = Marks {
        stretches,
        next: 0,
        open: Vec::new(),
    };
    let mut quotation = 0;
    let mut end = None;
    let is_outer_indonesian = is_indonesian(language);
    each_range(text, |range| {
        let start = range.start;
        let is_next = end.is_some_and(|it| is_blank(text.as_bytes(), it, start));
        end = Some(range.end);
        let rest = text.get(start..).unwrap_or_default();
        while quoted.get(quotation).is_some_and(|it| it.end <= start) {
            quotation += 1;
        }
        let is_quoted = quoted.get(quotation).is_some_and(|it| it.start <= start);
        marks.go_to(start);
        let own = marks.open.iter().rev().find_map(|it| it.language);
        let is_emphasised = marks.open.iter().any(|it| it.language.is_none());
        let tongue = tongue(rest.get(..range.len()).unwrap_or_default());
        out.push(Word {
            range,
            tongue,
            language: own.unwrap_or(language),
            is_indonesian: own.map_or(is_outer_indonesian, is_indonesian),
            is_set_apart: is_quoted || is_emphasised,
            is_next,
            start: sieve::start(rest).unwrap_or(0),
        });
    });
    out
}

/// Whether there are blanks between two places and nothing else.
fn is_blank(text: &[u8], from: usize, to: usize) -> bool {
    if to == from + 1 {
        return text.get(from) == Some(&b' ');
    }
    let between = text.get(from..to).unwrap_or_default();
    let between = std::str::from_utf8(between).unwrap_or_default();
    !between.is_empty() && between.chars().all(|c| matches!(c, ' ' | '\u{a0}'))
}

/// The stretches that are open at a place, which only goes forward.
struct Marks<'s, 'a> {
    stretches: &'s [Stretch<'a>],
    next: usize,
    open: Vec<&'s Stretch<'a>>,
}

impl Marks<'_, '_> {
    fn go_to(&mut self, at: usize) {
        if self.stretches.is_empty() {
            return;
        }
        self.open.retain(|it| it.range.end > at);
        while let Some(stretch) = self.stretches.get(self.next)
            && stretch.range.start <= at
        {
            self.next += 1;
            if stretch.range.end > at {
                self.open.push(stretch);
            }
        }
    }
}

/// Gives the place of every word; addresses hold none.
fn each_range(text: &str, mut found: impl FnMut(Range<usize>)) {
    let mut start = 0;
    let mut signs = 0;
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        let class = class(byte);
        if class == BLANK {
            between_blanks(text, start..at, signs, &mut found);
            start = at + 1;
            signs = 0;
        } else {
            signs |= class;
        }
    }
    between_blanks(text, start..text.len(), signs, &mut found);
}

/// The words of a chunk in which some signs are.
fn between_blanks(
    text: &str,
    range: Range<usize>,
    signs: u8,
    found: &mut impl FnMut(Range<usize>),
) {
    if range.is_empty() {
        return;
    }
    if signs == 0 {
        found(range);
        return;
    }
    let chunk = text.get(range.clone()).unwrap_or_default();
    if signs & FOREIGN != 0 {
        in_parts(chunk, range.start, found);
    } else if !(may_be_address(chunk, signs) && is_address(chunk)) {
        in_ascii(chunk.as_bytes(), range.start, found);
    }
}

/// The words of a chunk that may hold blanks other than those of ASCII.
fn in_parts(chunk: &str, offset: usize, found: &mut impl FnMut(Range<usize>)) {
    let mut start = 0;
    let is_break = |c: char| c.is_whitespace() || c == OBJECT;
    for (at, sign) in chunk.match_indices(is_break).chain([(chunk.len(), "")]) {
        let part = chunk.get(start..at).unwrap_or_default();
        if !is_address(part) {
            in_chunk(part, offset + start, found);
        }
        start = at + sign.len();
    }
}

/// As [`in_chunk`], where a letter is a byte.
fn in_ascii(chunk: &[u8], offset: usize, found: &mut impl FnMut(Range<usize>)) {
    let mut start = None;
    for (at, b) in chunk.iter().enumerate() {
        let is_part = b.is_ascii_alphanumeric()
            || start.is_some()
                && matches!(b, b'-' | b'\'')
                && chunk.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
        match (start, is_part) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found(offset + from..offset + at);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        found(offset + from..offset + chunk.len());
    }
}

fn in_chunk(chunk: &str, offset: usize, found: &mut impl FnMut(Range<usize>)) {
    let mut start = None;
    let mut chars = chunk.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let is_inner = start.is_some()
            && matches!(c, '-' | '\'' | '’')
            && next.is_some_and(char::is_alphanumeric);
        match (start, c.is_alphanumeric() || is_inner) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found(offset + from..offset + at);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        found(offset + from..offset + chunk.len());
    }
}

/// What stands between quotation marks, sorted and without overlap.
fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    // The first byte of each mark.
    if !has_byte(text, |b| matches!(b, b'"' | 0xe2 | 0xc2)) {
        return out;
    }
    let mut open: Option<(char, usize)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (Some(('“', start)), '”') | (Some(('"', start)), '"') | (Some(('«', start)), '»') =>
            {
                out.push(start..at);
                open = None;
            }
            (None, '“' | '"' | '«') => open = Some((c, at)),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, stretches: &[Stretch<'static>]) -> Vec<(&'t str, bool)> {
        let language = Language::indonesian();
        words(text, stretches, &language)
            .into_iter()
            .map(|it| (text.get(it.range).unwrap_or_default(), it.is_set_apart))
            .collect()
    }

    #[test]
    fn hyphens_and_apostrophes_are_within_words() {
        assert_eq!(
            found("prinsip-prinsip Jum'at - e-mail, 2,5", &[]),
            [
                ("prinsip-prinsip", false),
                ("Jum'at", false),
                ("e-mail", false),
                ("2", false),
                ("5", false)
            ]
        );
    }

    #[test]
    fn texts_of_ascii_have_the_words_of_others() {
        let text = "re-cek, (dua) Jum'at -x y- 'z' a/b.c 2,5\tsatu--dua\nakhir.";
        let ranges = |text: &str| {
            let mut out = Vec::new();
            each_range(text, |range| out.push(range));
            out
        };
        for chunk in text.split_whitespace() {
            let mut other = Vec::new();
            in_parts(chunk, 0, &mut |range| other.push(range));
            assert_eq!(ranges(chunk), other);
        }
        let parted = ranges("satu\u{a0}dua\u{fffc}tiga");
        assert_eq!(parted, [0..4, 6..9, 12..16]);
    }

    #[test]
    fn a_word_is_next_where_only_blanks_part_it_from_the_one_before() {
        let language = Language::indonesian();
        let next: Vec<_> = words("a b\u{a0} c, d", &[], &language)
            .iter()
            .map(|it| it.is_next)
            .collect();
        assert_eq!(next, [false, true, true, false]);
    }

    #[test]
    fn addresses_hold_no_words() {
        assert_eq!(
            found("a https://b.id/c (www.d.id) e@f.id data/g.csv h", &[]),
            [("a", false), ("h", false)]
        );
        assert!(!is_address("dan/atau"));
    }

    #[test]
    fn quoted_and_emphasised_words_are_set_apart() {
        let emphasis = Stretch {
            range: 0..4,
            language: None,
        };
        assert_eq!(
            found("satu “dua” \"tiga\" empat", &[emphasis]),
            [
                ("satu", true),
                ("dua", true),
                ("tiga", true),
                ("empat", false)
            ]
        );
    }

    #[test]
    fn an_open_quotation_mark_sets_nothing_apart() {
        assert_eq!(found("“satu dua", &[]), [("satu", false), ("dua", false)]);
    }

    #[test]
    fn the_innermost_language_counts() {
        let (english, dutch) = (Language::new("en"), Language::new("nl"));
        let (english, dutch) = (english.expect("a tag"), dutch.expect("a tag"));
        let indonesian = Language::indonesian();
        let stretch = |range, language| Stretch {
            range,
            language: Some(language),
        };
        let stretches = [stretch(2..7, &english), stretch(4..5, &dutch)];
        let tags: Vec<_> = words("a b c d e", &stretches, &indonesian)
            .iter()
            .map(|it| it.language.primary())
            .collect();
        assert_eq!(tags, ["id", "en", "nl", "en", "id"]);
    }
}
