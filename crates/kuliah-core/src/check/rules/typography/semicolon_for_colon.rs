//! `typography/semicolon-for-colon`.

use std::ops::Range;

use kuliah_source::{Message, Safety};
use memchr::memchr;

use crate::check::passage::{Part, Passage};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A semicolon where a word has announced what follows: "meliputi;", "yaitu;", "sebagai
    /// berikut;", "antara lain;", "namely;", "the following;"; and at the end of a sentence that
    /// introduces a list.
    ///
    /// ## Why it matters
    ///
    /// A semicolon parts, a colon opens. Readers take the sentence to be over, and students copy
    /// what their handout does.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Tugasnya meliputi; mencari, memilih, dan merujuk.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Tugasnya meliputi: mencari, memilih, dan merujuk.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: it puts a colon for the semicolon.
    "typography/semicolon-for-colon", Warning, since "0.1.0", origin Check, fix Safe, check check,
}

/// What announces what follows, in small letters.
const ANNOUNCING: [&str; 14] = [
    "adalah",
    "antara lain",
    "berikut",
    "berikut ini",
    "following",
    "ialah",
    "include",
    "includes",
    "including",
    "meliputi",
    "mencakup",
    "namely",
    "yaitu",
    "yakni",
];

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| it.part != Part::Reference) {
        let found = found(&passage.text);
        let is_said = !found.is_empty();
        for (announcing, sign) in found {
            let message = Message::new("typography/semicolon-for-colon").with("word", announcing);
            report(passage, message, sign, sink);
        }
        if !is_said
            && let Some(sign) = last_sign(&passage.text)
            && cx.introduces_list(passage.markup())
        {
            let message = Message::new("typography/semicolon-for-colon.list");
            report(passage, message, sign, sink);
        }
    }
}

/// The semicolon that a text ends in.
fn last_sign(text: &str) -> Option<Range<usize>> {
    let at = text.trim_end().strip_suffix(';')?.len();
    Some(at..at + 1)
}

/// What announces, and the semicolon behind it.
fn found(text: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut out = Vec::new();
    if memchr(b';', text.as_bytes()).is_none() {
        return out;
    }
    for (at, sign) in text.match_indices(';') {
        let end = at + sign.len();
        let before = text
            .get(..at)
            .unwrap_or_default()
            .trim_end_matches([' ', '\u{a0}']);
        let behind = text.get(end..).unwrap_or_default();
        if behind.is_empty() || behind.starts_with(char::is_whitespace) {
            let ends = |words: &&&str| ends_in(before, words);
            out.extend(ANNOUNCING.iter().find(ends).map(|words| (*words, at..end)));
        }
    }
    out
}

/// Whether a text ends in some words of ASCII, whatever the case of their letters.
fn ends_in(text: &str, words: &str) -> bool {
    let start = text.len().checked_sub(words.len());
    let parts = start.and_then(|at| text.split_at_checked(at));
    parts.is_some_and(|(before, end)| {
        end.eq_ignore_ascii_case(words)
            && !before.ends_with(|c: char| c.is_alphanumeric() || c == '-')
    })
}

fn report(passage: &Passage<'_>, message: Message, sign: Range<usize>, sink: &mut Sink<'_>) {
    let finding = sink.report(passage.span(sign.clone()), message);
    finding.help = Some(Message::new("typography/semicolon-for-colon.help"));
    let title = Message::new("typography/semicolon-for-colon.fix");
    finding.fix = passage.fix(sign, ":", Safety::Safe, title);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<usize> {
        found(text).into_iter().map(|(_, it)| it.start).collect()
    }

    #[test]
    fn a_semicolon_behind_an_announcement_is_found() {
        assert_eq!(places("Meliputi; satu; dua"), [8]);
        assert_eq!(places("sebagai berikut ini ; satu"), [20]);
        assert_eq!(places("Namely;"), [6]);
    }

    #[test]
    fn other_semicolons_part() {
        for text in [
            "satu; dua",
            "teradalah; dua",
            "yaitu: satu; dua",
            "yaitu;dua",
            "yaitu",
            ";",
        ] {
            assert!(places(text).is_empty(), "{text}");
        }
    }
}
