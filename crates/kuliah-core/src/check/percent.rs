//! Numbers of percent in a text.

use std::ops::Range;

use crate::bytes::{has_byte, has_pair};

/// A share of a whole, in hundredths of a percent.
pub(crate) type Hundredths = u64;

/// The whole: 100 %.
pub(crate) const WHOLE: Hundredths = 10_000;

/// A number of percent in a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Percent {
    /// Where it stands, sign or word included.
    pub(crate) range: Range<usize>,
    /// How much it is; `None` for one that is an end of a range or a bound, as in "10–20 %" and
    /// "≥ 75 %".
    pub(crate) share: Option<Hundredths>,
}

/// Whether a text may hold a number of percent, which is quick to tell.
pub(crate) fn may_hold_percent(text: &str) -> bool {
    has_byte(text, |it| it == b'%')
        || has_byte(text, |it| it.is_ascii_digit())
            && has_pair(text, |one, two| one == b'r' && matches!(two, b's' | b'c'))
}

/// The numbers of percent in a text: a number with `%`, "persen", "percent" or "per cent" behind it.
pub(crate) fn percents(text: &str) -> Vec<Percent> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(first_digit).map(|it| at + it) {
        let rest = text.get(start..).unwrap_or_default();
        let length = number_length(rest);
        at = start + length;
        let behind = text.get(at..).unwrap_or_default();
        let Some(sign) = sign_length(behind) else {
            continue;
        };
        let before = text.get(..start).unwrap_or_default();
        let after = behind.get(sign..).unwrap_or_default();
        let number = rest.get(..length).unwrap_or_default();
        let is_bound = is_bound(before, after);
        at += sign;
        out.push(Percent {
            range: start..at,
            share: hundredths(number).filter(|_| !is_bound),
        });
    }
    out
}

/// The share that a text is, when it is nothing else: "20", "12,5 %".
pub(crate) fn share_alone(text: &str) -> Option<Hundredths> {
    let text = text.trim();
    let length = number_length(text);
    let behind = text.get(length..)?;
    let is_whole = behind.is_empty() || sign_length(behind) == Some(behind.len());
    hundredths(text.get(..length)?).filter(|_| is_whole)
}

/// A share as it is written: as few digits as it takes, with a comma or a full stop in it.
pub(crate) fn written(share: Hundredths, with_comma: bool) -> String {
    let mut out = (share / 100).to_string();
    let part = share % 100;
    if part != 0 {
        out.push(if with_comma { ',' } else { '.' });
        out.push_str(format!("{part:02}").trim_end_matches('0'));
    }
    out
}

fn first_digit(text: &str) -> Option<usize> {
    text.bytes().position(|it| it.is_ascii_digit())
}

/// The length of the number that a text begins with.
fn number_length(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    let behind = text.get(whole..).unwrap_or_default();
    let part = behind.strip_prefix([',', '.']).map_or(0, digits);
    if part == 0 { whole } else { whole + 1 + part }
}

/// The length of a sign or word for percent that a text begins with, the blank before it included.
fn sign_length(text: &str) -> Option<usize> {
    let unit = text.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let blanks = text.len() - unit.len();
    if unit.starts_with('%') {
        return Some(blanks + 1);
    }
    let is_word = |word: &&str| {
        let behind = unit.strip_prefix(*word).map(|it| it.chars().next());
        behind.is_some_and(|next| !next.is_some_and(char::is_alphanumeric))
    };
    let word = ["persen", "percent", "per cent"].into_iter().find(is_word);
    word.filter(|_| blanks > 0).map(|word| blanks + word.len())
}

/// Whether what stands around a number makes it an end of a range or a bound.
fn is_bound(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    let is_dash = |c: char| matches!(c, '-' | '–' | '—' | '−');
    let stem = before.trim_end_matches(is_dash);
    let is_end = stem.len() < before.len()
        && stem
            .trim_end()
            .ends_with(|c: char| c.is_ascii_digit() || c == '%');
    let behind = after.trim_start();
    let is_begin = behind.starts_with(is_dash)
        && first_digit(behind.trim_start_matches(is_dash).trim_start()) == Some(0);
    is_end || is_begin || before.ends_with(['<', '>', '≤', '≥', '=', '±', '~', '≈'])
}

/// How much a number is; `None` beyond a million and with more than two digits behind the comma.
fn hundredths(number: &str) -> Option<Hundredths> {
    let (whole, part) = number.split_once([',', '.']).unwrap_or((number, ""));
    let part = match part.len() {
        0 => 0,
        1 => 10 * part.parse::<Hundredths>().ok()?,
        2 => part.parse().ok()?,
        _ => return None,
    };
    let whole: Hundredths = whole.parse().ok().filter(|it| *it <= 1_000_000)?;
    Some(whole * 100 + part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(text: &str) -> Vec<(&str, Option<Hundredths>)> {
        percents(text)
            .into_iter()
            .map(|it| (text.get(it.range).unwrap_or_default(), it.share))
            .collect()
    }

    #[test]
    fn a_number_with_a_sign_or_word_behind_it_is_a_share() {
        assert_eq!(
            shares("Tugas 20%, UTS 12,5 %, UAS 40 persen, quiz 7.25 percent"),
            [
                ("20%", Some(2_000)),
                ("12,5 %", Some(1_250)),
                ("40 persen", Some(4_000)),
                ("7.25 percent", Some(725)),
            ]
        );
        assert_eq!(shares("20 persentase, 5persen, 3 tugas, % saja"), []);
    }

    #[test]
    fn ends_of_ranges_and_bounds_are_no_shares() {
        for text in ["10–20%", "10% – 20%", "≥ 75%", "> 80 %", "5-10 persen"] {
            let found = shares(text);
            assert!(!found.is_empty(), "{text}");
            assert!(found.iter().all(|(_, share)| share.is_none()), "{text}");
        }
        assert_eq!(shares("Tugas - 20%"), [("20%", Some(2_000))]);
        assert_eq!(shares("1,234 %"), [("1,234 %", None)]);
    }

    #[test]
    fn a_text_that_is_a_share_and_nothing_else() {
        assert_eq!(share_alone(" 20 "), Some(2_000));
        assert_eq!(share_alone("12,5 %"), Some(1_250));
        for text in ["", "%", "20 jam", "dua", "20% UTS", "3.000.000"] {
            assert_eq!(share_alone(text), None, "{text}");
        }
    }

    #[test]
    fn a_share_is_written_with_as_few_digits_as_it_takes() {
        assert_eq!(written(9_500, true), "95");
        assert_eq!(written(9_950, true), "99,5");
        assert_eq!(written(9_905, false), "99.05");
    }

    #[test]
    fn texts_with_a_share_may_hold_one() {
        assert!(
            may_hold_percent("5%") && may_hold_percent("5 persen") && may_hold_percent("5 percent")
        );
        assert!(!may_hold_percent("lima persen") && !may_hold_percent("5 jam"));
    }
}
