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

/// One work of a group: `lihat @key, hlm. 5`, with the one it was read in.
fn item(text: &str, base: usize) -> Option<(InlineCitation, bool)> {
    let Some((first, at)) = second_hand(text) else {
        return one(text, base);
    };
    let (mut item, year_only) = one(first, base)?;
    let (via, false) = one(text.get(at..)?, base + at)? else {
        return None;
    };
    item.via = Some(Box::new(via));
    Some((item, year_only))
}

/// Words between a work and the one it was read in; the longest of equal ends first.
const SECOND_HAND: [&str; 10] = [
    "sebagaimana dikutip dalam",
    "dikutip dalam",
    "as cited in",
    "quoted in",
    "cited in",
    "qtd. in",
    "dalam",
    "dlm.",
    "via",
    "in",
];

/// Parts `@a, hlm. 5 dalam @b` into what stands before those words, and the place of the second
/// key's sign.
fn second_hand(text: &str) -> Option<(&str, usize)> {
    let first = key_sign(text)?;
    let behind = first + 1 + key_length(text.get(first + 1..)?);
    let found = text
        .get(behind..)?
        .match_indices('@')
        .map(|(at, _)| behind + at);
    let at = found.into_iter().find(|&at| starts_key(text, at))?;
    let before = text.get(..at)?.trim_end();
    let start = SECOND_HAND.iter().find_map(|words| {
        let start = before.len().checked_sub(words.len())?;
        let (left, right) = before.split_at_checked(start)?;
        let apart = left.ends_with([' ', ',']) && left.len() >= behind;
        (right.eq_ignore_ascii_case(words) && apart).then_some(left)
    })?;
    Some((start.trim_end().trim_end_matches(','), at))
}

fn one(text: &str, base: usize) -> Option<(InlineCitation, bool)> {
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
        via: None,
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

/// What stands in the brackets behind a citation in running text.
pub(super) struct Behind {
    pub(super) locator: Option<String>,
    pub(super) label: LocatorLabel,
    pub(super) via: Option<Box<InlineCitation>>,
}

/// Reads the brackets behind a citation in running text: `@key [hlm. 5]`, `@key [dalam @other]`.
///
/// `base` is where the text begins in the markup.
pub(super) fn narrative_behind(text: &str, base: usize) -> Option<Behind> {
    let mut via = None;
    let mut place = text;
    if let Some(at) = key_sign(text) {
        let before = text.get(..at)?.trim_end();
        let left = SECOND_HAND.iter().find_map(|words| {
            let start = before.len().checked_sub(words.len())?;
            let (left, right) = before.split_at_checked(start)?;
            let apart = left.is_empty() || left.ends_with([' ', ',']);
            (right.eq_ignore_ascii_case(words) && apart).then_some(left)
        })?;
        let (other, false) = one(text.get(at..)?, base + at)? else {
            return None;
        };
        via = Some(Box::new(other));
        place = left.trim_end().trim_end_matches(',');
        if place.trim().is_empty() {
            let label = LocatorLabel::default();
            let locator = None;
            return Some(Behind {
                locator,
                label,
                via,
            });
        }
    }
    let (label, counted) = split_locator(place);
    let plausible = label.is_some() || counted.starts_with(|c: char| c.is_ascii_digit());
    let label = label.and_then(LocatorLabel::from_name).unwrap_or_default();
    (plausible && !counted.is_empty()).then(|| Behind {
        locator: Some(counted.to_owned()),
        label,
        via,
    })
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

#[cfg(test)]
mod tests {
    use crate::Markup;
    use crate::markup::InlineKind;

    /// The locator of the citation that a text begins with, and the text behind it.
    fn read(text: &str) -> (Option<String>, String) {
        let markup = Markup::new(text);
        let first = markup.inlines().first().expect("one");
        let InlineKind::Citation(group) = &first.kind else {
            panic!("{text} begins with no citation");
        };
        let locator = group.items.first().and_then(|it| it.locator.clone());
        let behind = text.get(first.range.end..).unwrap_or_default();
        (locator, behind.to_owned())
    }

    #[test]
    fn brackets_behind_a_key_hold_a_place_where_they_begin_as_one() {
        let place = |number: &str| (Some(number.to_owned()), " a".to_owned());
        assert_eq!(read("@d2000 [5] a"), place("5"));
        assert_eq!(read("@d2000 [hlm. 5] a"), place("5"));
        assert_eq!(read("@d2000 [hlm. iv] a"), place("iv"));
        let none = (None, " [lihat] a".to_owned());
        assert_eq!(read("@d2000 [lihat] a"), none);
    }
}
