//! `settings.xml`: compatibility, footnotes, languages.

use super::fill;
use crate::language;

const SETTINGS: &str = include_str!("settings.xml");

/// Writes the part for a document in that language.
pub(super) fn part(language: &str) -> Vec<u8> {
    let (decimal, list) = if language::has_decimal_point(language) {
        (".", ",")
    } else {
        (",", ";")
    };
    fill(
        SETTINGS,
        &[("language", language), ("decimal", decimal), ("list", list)],
    )
}
