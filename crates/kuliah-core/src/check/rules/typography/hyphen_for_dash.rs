//! `typography/hyphen-for-dash`.

use std::ops::Range;

use kuliah_source::{Message, Safety};
use memchr::memchr;

use crate::check::passage::{OBJECT, Part, Passage};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A hyphen where print has a dash: between two numbers that make a range ("511-513") and,
    /// with blanks around it, between words. Dates, telephone and book numbers, codes and
    /// subtractions are left alone.
    ///
    /// ## Why it matters
    ///
    /// A hyphen joins, a dash parts or spans: "511–513" is read as "511 to 513".
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Lihat halaman 511-513 - terutama tabelnya.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Lihat halaman 511–513 – terutama tabelnya.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: it puts the dash in the hyphen's place.
    "typography/hyphen-for-dash", Info, since "0.1.0", origin Check, fix Safe, check check,
}

/// Words before a number that is no range.
const NUMBERS: [&str; 16] = [
    "ext", "fax", "hp", "isbn", "issn", "kode", "nidn", "nik", "nip", "no", "nomor", "number",
    "pukul", "tel", "telp", "wa",
];

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| it.part != Part::Reference) {
        for range in found(&passage.text) {
            report(passage, range, sink);
        }
    }
}

/// The hyphens that stand for a dash.
fn found(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    if memchr(b'-', text.as_bytes()).is_none() {
        return out;
    }
    let mut before = "";
    let mut start = 0;
    let mut hyphen: Option<usize> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if !c.is_whitespace() && c != OBJECT {
            continue;
        }
        let chunk = text.get(start..at).unwrap_or_default();
        if let Some(place) = hyphen.take()
            && is_words(before)
            && is_words(chunk)
        {
            out.push(place..place + 1);
        }
        if chunk == "-" && c == ' ' {
            hyphen = Some(start);
        } else {
            let is_number = || NUMBERS.contains(&label(before).as_str());
            out.extend(range_hyphen(chunk).filter(|_| !is_number()).map(|it| {
                let place = start + it;
                place..place + 1
            }));
            before = chunk;
        }
        if c == OBJECT || c == '\n' {
            before = "";
            hyphen = None;
        }
        start = at + c.len_utf8();
    }
    out
}

fn label(word: &str) -> String {
    word.trim_end_matches(['.', ':']).to_lowercase()
}

/// Whether a chunk ends or begins in a word, so that no subtraction is meant.
fn is_words(chunk: &str) -> bool {
    let letters = chunk.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1
}

/// Where the hyphen stands in a range such as "511-513", signs around it aside.
fn range_hyphen(chunk: &str) -> Option<usize> {
    if !chunk.bytes().any(|b| b == b'-') {
        return None;
    }
    let is_outer = |c: char| "()[]“”\"'.,;:?!".contains(c);
    let offset = chunk.len() - chunk.trim_start_matches(is_outer).len();
    let (first, last) = chunk.trim_matches(is_outer).split_once('-')?;
    let is_number = |it: &str| {
        (1..=4).contains(&it.len())
            && it.bytes().all(|b| b.is_ascii_digit())
            && (it.len() == 1 || !it.starts_with('0'))
    };
    if !is_number(first) || !is_number(last) {
        return None;
    }
    let (low, high): (u16, u16) = (first.parse().ok()?, last.parse().ok()?);
    (low < high).then_some(offset + first.len())
}

fn report(passage: &Passage<'_>, range: Range<usize>, sink: &mut Sink<'_>) {
    let message = Message::new("typography/hyphen-for-dash");
    let finding = sink.report(passage.span(range.clone()), message);
    finding.help = Some(Message::new("typography/hyphen-for-dash.help"));
    let title = Message::new("typography/hyphen-for-dash.fix");
    finding.fix = passage.fix(range, "–", Safety::Safe, title);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<usize> {
        found(text).into_iter().map(|it| it.start).collect()
    }

    #[test]
    fn ranges_and_hyphens_between_words_are_found() {
        assert_eq!(places("hlm. 511-513, (2-4)"), [8, 16]);
        assert_eq!(places("satu - dua"), [5]);
        for (text, place) in [("satu - dua", 5..6), ("hlm. 51-53", 7..8)] {
            assert_eq!(found(text), [place], "{text}");
        }
    }

    #[test]
    fn other_hyphens_are_hyphens() {
        for text in [
            "2018-12-29 0812-3456 021-555 COVID-19 PKS-304 24-7 5 - 3 a - b",
            "ISSN 1234-5678 No. 12-13 sama-sama - ",
            "- satu",
        ] {
            assert_eq!(places(text), Vec::<usize>::new(), "{text}");
        }
    }

    #[test]
    fn long_numbers_and_numbers_that_fall_are_no_range() {
        assert_eq!(places("12345-12346"), [0; 0]);
        assert_eq!(places("513-511 dan 7-7"), [0; 0]);
        assert_eq!(places("01-02"), [0; 0]);
        assert_eq!(places("0-9"), [1]);
    }
}
