//! `typography/space-before-punctuation`.

use std::ops::Range;

use kuliah_source::{Message, Safety};

use crate::bytes::has_pair;
use crate::check::passage::{Part, Passage};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A blank before a full stop, comma, semicolon, colon, question or exclamation mark, or
    /// closing bracket. Ratios ("3 : 2"), dots that begin a name (".csv") and French are left
    /// alone.
    ///
    /// ## Why it matters
    ///
    /// The sign may end up alone at the beginning of a line.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Peran ini penting , terutama di desa (dan kota ).
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Peran ini penting, terutama di desa (dan kota).
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: it takes the blank out.
    "typography/space-before-punctuation", Warning, since "0.1.0", origin Check, fix Safe,
    check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| it.part != Part::Reference) {
        for range in found(passage) {
            report(passage, range, sink);
        }
    }
}

/// The blanks and the sign behind them.
fn found(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let text = &passage.text;
    let mut out = Vec::new();
    if !has_sign_behind_blank(text) {
        return out;
    }
    let mut blank: Option<usize> = None;
    for (at, c) in text.char_indices() {
        if matches!(c, ' ' | '\u{a0}') {
            blank.get_or_insert(at);
            continue;
        }
        if let Some(start) = blank.take()
            && start > 0
            && !is_french(passage, start)
            && is_misplaced(passage, start, at, c)
        {
            out.push(start..at + c.len_utf8());
        }
    }
    out
}

/// Signs with no blank before them.
const SIGNS: [u8; 8] = *b".,;!?)]:";

/// Whether a sign stands right behind what may be a blank.
fn has_sign_behind_blank(text: &str) -> bool {
    // A no-break space ends in the second of these.
    has_pair(text, |blank, sign| {
        let is_sign = SIGNS.iter().fold(0, |all, it| all | u8::from(sign == *it)) != 0;
        (blank == b' ' || blank == 0xa0) && is_sign
    })
}

/// Whether the word before a place is French, which has blanks there.
fn is_french(passage: &Passage<'_>, at: usize) -> bool {
    let behind = passage.words.partition_point(|it| it.range.end <= at);
    let before = behind.checked_sub(1).and_then(|it| passage.words.get(it));
    let language = before.map_or(passage.language, |it| it.language);
    language.primary() == "fr"
}

fn is_misplaced(passage: &Passage<'_>, blank: usize, at: usize, sign: char) -> bool {
    let before = passage.before(blank).chars().next_back();
    let behind = passage.from(at + sign.len_utf8()).chars().next();
    let is_free = behind.is_none_or(|c| c.is_whitespace() || "\"”’'),.;".contains(c));
    match sign {
        // A smiley.
        ':' | ';' if matches!(behind, Some(')' | '(')) => false,
        // An ellipsis may stand apart, and so may a row of dots to write on.
        '.' => is_free && behind != Some('.') && before != Some('.'),
        ',' | ';' | '!' | '?' => is_free,
        ')' | ']' => is_free && !matches!(before, Some('(' | '[')),
        ':' => is_free && !is_ratio(passage, blank, at),
        _ => false,
    }
}

/// Whether a colon stands between numbers or single letters: "3 : 2", "a : b".
fn is_ratio(passage: &Passage<'_>, blank: usize, at: usize) -> bool {
    let is_quantity = |word: Option<&str>| {
        word.is_some_and(|it| {
            let it = it.trim_end_matches(['.', ',', ';', '?']);
            it.chars().count() == 1 || it.chars().all(|c| c.is_ascii_digit() || ",.".contains(c))
        })
    };
    is_quantity(last_word(passage.before(blank)))
        && is_quantity(passage.from(at + 1).split_whitespace().next())
}

/// The last word of a text, looked for no further than a word is long.
fn last_word(text: &str) -> Option<&str> {
    text.rsplit(char::is_whitespace).next()
}

fn report(passage: &Passage<'_>, range: Range<usize>, sink: &mut Sink<'_>) {
    let sign = passage
        .slice(range.clone())
        .trim_start_matches([' ', '\u{a0}']);
    let message = Message::new("typography/space-before-punctuation").with("sign", sign);
    let finding = sink.report(passage.span(range.clone()), message);
    finding.help = Some(Message::new("typography/space-before-punctuation.help"));
    let title = Message::new("typography/space-before-punctuation.fix");
    finding.fix = passage.fix(range, sign, Safety::Safe, title);
}
