//! The inside of a bracketed citation.

use std::ops::Range;

use super::locator::{split_locator, split_suffix};
use super::{CitationForm, CitationGroup, InlineCitation};
use crate::model::{CitationKey, LocatorLabel};

/// Reads `@key, hlm. 5; lihat @other`; `None` when a part holds no key.
///
/// `base` is where the text begins in the markup.
pub(super) fn group(text: &str, base: usize) -> Option<CitationGroup> {
    let mut items = Vec::new();
    let mut start = base;
    let mut form = CitationForm::Parenthetical;
    for part in text.split(';') {
        let (item, year_only) = item(part, start)?;
        if year_only {
            form = CitationForm::Year;
        }
        items.push(item);
        start += part.len() + 1;
    }
    // `[-@a; @b]` mixes two forms, which no style can show.
    (form == CitationForm::Parenthetical || items.len() == 1)
        .then_some(CitationGroup { form, items })
}

fn item(text: &str, base: usize) -> Option<(InlineCitation, bool)> {
    let at = key_sign(text)?;
    let length = key_length(text.get(at + 1..)?);
    let range = at + 1..at + 1 + length;
    let key = CitationKey::new(text.get(range.clone())?).ok()?;
    let before = text.get(..at)?;
    let (before, year_only) = match before.strip_suffix('-') {
        Some(before) => (before, true),
        None => (before, false),
    };
    let rest = text.get(range.end..)?.trim();
    let (locator, label, suffix) = behind(rest);
    let item = InlineCitation {
        prefix: before.trim().to_owned(),
        key,
        range: base + range.start..base + range.end,
        locator,
        label,
        suffix,
    };
    Some((item, year_only))
}

/// What follows a key: locator, its label, and words.
fn behind(rest: &str) -> (Option<String>, LocatorLabel, String) {
    let Some(listed) = rest.strip_prefix(',') else {
        return (None, LocatorLabel::Page, rest.to_owned());
    };
    let (label, counted) = split_locator(listed);
    if label.is_none() && !counted.starts_with(|c: char| c.is_ascii_digit()) {
        return (None, LocatorLabel::Page, format!(", {}", listed.trim()));
    }
    let (locator, suffix) = split_suffix(counted);
    let label = label.and_then(LocatorLabel::from_name).unwrap_or_default();
    let suffix = if suffix.is_empty() {
        String::new()
    } else {
        format!(", {suffix}")
    };
    (Some(locator.to_owned()), label, suffix)
}

/// Reads the locator in the brackets behind a citation in running text: `@key [hlm. 5]`.
pub(super) fn narrative_locator(text: &str) -> Option<(String, LocatorLabel)> {
    let (label, counted) = split_locator(text);
    let plausible = label.is_some() || counted.starts_with(|c: char| c.is_ascii_digit());
    let label = label.and_then(LocatorLabel::from_name).unwrap_or_default();
    (plausible && !counted.is_empty()).then(|| (counted.to_owned(), label))
}

/// Where a key's `@` stands: not behind a letter or digit, which makes a mail address.
fn key_sign(text: &str) -> Option<usize> {
    text.match_indices('@')
        .map(|(at, _)| at)
        .find(|&at| starts_key(text, at))
}

/// Whether the `@` at an offset begins a key.
pub(super) fn starts_key(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|it| it.chars().next_back());
    let after = text.get(at + 1..).and_then(|it| it.chars().next());
    !before.is_some_and(|c| c.is_alphanumeric() || c == '@')
        && after.is_some_and(|c| c.is_ascii_alphanumeric())
}

/// The length of the key a text begins with, without final punctuation.
pub(super) fn key_length(text: &str) -> usize {
    let end = text
        .find(|c: char| !CitationKey::allows(c))
        .unwrap_or(text.len());
    let key = text.get(..end).unwrap_or_default();
    key.trim_end_matches(|c: char| !c.is_ascii_alphanumeric())
        .len()
}

/// The range of the key behind an `@`.
pub(super) fn key_range(text: &str, at: usize) -> Range<usize> {
    let length = key_length(text.get(at + 1..).unwrap_or_default());
    at + 1..at + 1 + length
}
