//! `typography/unbalanced`.

use kuliah_source::Message;

use crate::bytes::has_any;
use crate::check::passage::{Part, Passage};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A bracket or double quotation mark without its partner in the same paragraph, item or cell.
    /// Typed labels ("a)", "1)"), intervals ("[0, 1)") and quotations that go on in the next
    /// paragraph are left alone.
    ///
    /// ## Why it matters
    ///
    /// The reader looks for the other end in vain, and does not know what belongs to the remark.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Peran ini (lihat bab 3 penting bagi klien.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Peran ini (lihat bab 3) penting bagi klien.
    /// ```
    "typography/unbalanced", Warning, since "0.1.0", origin Check, check check,
}

/// The most marks that are open at once; those within are taken as alone.
const MOST_OPEN: usize = 64;

/// The most bytes between the brackets of an interval.
const LONGEST_INTERVAL: usize = 24;

/// A mark at a place.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
struct Mark {
    at: usize,
    sign: char,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, passage) in cx.passages.iter().enumerate() {
        if passage.part == Part::Reference {
            continue;
        }
        let next = cx.passages.get(at + 1);
        let goes_on = next.is_some_and(|it| it.text.starts_with(['“', '"', '«']));
        for mark in lone(&passage.text, goes_on) {
            report(passage, mark, sink);
        }
    }
}

/// The marks without partner, in order.
fn lone(text: &str, goes_on: bool) -> Vec<Mark> {
    let mut open: Vec<Mark> = Vec::new();
    let mut out = Vec::new();
    if !has_any(text, FIRST) {
        return out;
    }
    for (at, sign) in marks(text) {
        let mark = Mark { at, sign };
        let before = text.get(..at).unwrap_or_default().chars().next_back();
        let behind = text.get(at + sign.len_utf8()..).unwrap_or_default();
        let next = behind.chars().next();
        match sign {
            '(' | '[' | '{' | '“' | '«' if open.len() >= MOST_OPEN => out.push(mark),
            '(' | '[' | '{' | '“' | '«' if !is_smiley(before) => open.push(mark),
            ')' | ']' | '}' => close_bracket(text, mark, before, &mut open, &mut out),
            '”' | '»' => close_quote(mark, &mut open, &mut out),
            '"' if before.is_some_and(|c: char| c.is_ascii_digit()) && !is_open(&open, '"') => {}
            '"' if is_open(&open, '"') => close_quote(mark, &mut open, &mut out),
            '"' if next.is_some_and(|c| !c.is_whitespace()) => open.push(mark),
            '"' => out.push(mark),
            _ => {}
        }
    }
    if goes_on {
        open.retain(|it| !matches!(it.sign, '“' | '"' | '«'));
    }
    out.extend(open);
    out.sort_by_key(|it| it.at);
    out
}

/// The first byte of each mark.
const FIRST: [u8; 9] = *b"()[]{}\"\xe2\xc2";

/// The characters that are marks or begin as one does.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.bytes().enumerate();
    let first = bytes.filter(|(_, b)| FIRST.contains(b));
    first.filter_map(|(at, _)| Some((at, text.get(at..)?.chars().next()?)))
}

fn is_open(open: &[Mark], sign: char) -> bool {
    open.iter().any(|it| it.sign == sign)
}

/// Whether a bracket is the mouth of `:(`.
fn is_smiley(before: Option<char>) -> bool {
    matches!(before, Some(':' | ';'))
}

fn close_bracket(
    text: &str,
    mark: Mark,
    before: Option<char>,
    open: &mut Vec<Mark>,
    out: &mut Vec<Mark>,
) {
    let partner = match mark.sign {
        ')' => '(',
        ']' => '[',
        _ => '{',
    };
    let found = open.iter().rposition(|it| it.sign == partner);
    if let Some(at) = found {
        // What was opened within and is open still has no partner.
        out.extend(open.drain(at..).skip(1));
        return;
    }
    if let Some(last) = open.last()
        && matches!(last.sign, '(' | '[')
        && text.get(last.at + 1..mark.at).is_some_and(is_interval)
    {
        open.pop();
        return;
    }
    if !is_smiley(before) && !is_label(text, mark) {
        out.push(mark);
    }
}

fn close_quote(mark: Mark, open: &mut Vec<Mark>, out: &mut Vec<Mark>) {
    let partner = match mark.sign {
        '”' => '“',
        '»' => '«',
        sign => sign,
    };
    match open.iter().rposition(|it| it.sign == partner) {
        Some(at) => out.extend(open.drain(at..).skip(1)),
        None => out.push(mark),
    }
}

/// Whether a text is two numbers or letters with a sign between them: "0, 1" of "[0, 1)".
fn is_interval(text: &str) -> bool {
    text.len() <= LONGEST_INTERVAL
        && text.contains([',', ';'])
        && text
            .split([',', ';'])
            .all(|it| it.trim().chars().count() <= 6)
}

/// Whether a closing bracket stands behind a typed label: "a)", "1)", "iv)".
fn is_label(text: &str, mark: Mark) -> bool {
    let before = text.get(..mark.at).unwrap_or_default();
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let is_number = word.len() <= 2 && word.chars().all(|c| c.is_ascii_digit());
    let is_letter = word.chars().count() == 1;
    let is_roman = word.len() <= 4 && word.chars().all(|c| "ivx".contains(c));
    let outside = before.strip_suffix(word).unwrap_or_default();
    let is_first = outside.is_empty() || outside.ends_with(char::is_whitespace);
    !word.is_empty() && is_first && (is_number || is_letter || is_roman)
}

fn report(passage: &Passage<'_>, mark: Mark, sink: &mut Sink<'_>) {
    let opens = matches!(mark.sign, '(' | '[' | '{' | '“' | '«' | '"');
    let key = if opens {
        "typography/unbalanced"
    } else {
        "typography/unbalanced.closing"
    };
    let message = Message::new(key).with("sign", mark.sign.to_string());
    let span = passage.span(mark.at..mark.at + mark.sign.len_utf8());
    let finding = sink.report(span, message);
    finding.help = Some(Message::new("typography/unbalanced.help"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(text: &str) -> String {
        lone(text, false).into_iter().map(|it| it.sign).collect()
    }

    #[test]
    fn a_mark_without_partner_is_alone() {
        assert_eq!(signs("a (b c"), "(");
        assert_eq!(signs("1994) a"), ")");
        assert_eq!(signs("p[ekerja (b)"), "[");
        assert_eq!(signs("a “b c"), "“");
        assert_eq!(signs("a ”b"), "”");
        assert_eq!(signs("a \"b\" \"c"), "\"");
        assert_eq!(signs("(a [b) c"), "[");
    }

    #[test]
    fn pairs_and_what_needs_none_are_silent() {
        for text in [
            "(a [b] “c” {d}) \"e\" «f»",
            "a) satu b) dua 1) tiga iv) empat",
            "[0, 1) dan (0; 5]",
            "layar 14\" dan :) atau :(",
        ] {
            assert_eq!(signs(text), "", "{text}");
        }
    }

    #[test]
    fn a_quotation_may_go_on_in_the_next_paragraph() {
        assert_eq!(lone("“satu", true), []);
        assert_eq!(lone("“satu (dua", true).len(), 1);
    }
}
