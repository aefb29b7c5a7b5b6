//! The styles and locales that are built in, each read at its first use.

use std::sync::OnceLock;

use citationberg::{IndependentStyle, Locale, LocaleCode};

use super::Facts;
use super::ask::Questions;
use crate::CiteError;

/// A style that is built in.
#[derive(Debug)]
pub(crate) struct Shipped {
    /// The name authors write.
    pub(crate) name: &'static str,
    json: &'static str,
    cell: OnceLock<Result<Parsed, String>>,
}

/// A style, and what is true of it.
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) style: IndependentStyle,
    pub(crate) facts: Facts,
    pub(crate) questions: Questions,
}

impl Parsed {
    pub(crate) fn new(style: IndependentStyle) -> Self {
        let facts = Facts::of(&style);
        let questions = Questions::of(&style);
        Self {
            style,
            facts,
            questions,
        }
    }
}

macro_rules! styles {
    ($($name:literal),* $(,)?) => {
        [$(Shipped {
            name: $name,
            json: include_str!(concat!("../../data/compiled/", $name, ".json")),
            cell: OnceLock::new(),
        }),*]
    };
}

/// All styles, by name.
pub(crate) static STYLES: [Shipped; 8] = styles![
    "apa",
    "apa-id",
    "chicago-author-date",
    "chicago-notes",
    "harvard",
    "ieee",
    "mla",
    "vancouver",
];

impl Shipped {
    pub(crate) fn read(&self) -> Result<&Parsed, CiteError> {
        let read = self.cell.get_or_init(|| {
            let style = serde_json::from_str(self.json).map_err(|error| error.to_string());
            style.map(Parsed::new)
        });
        read.as_ref().map_err(|detail| CiteError::BrokenStyle {
            name: self.name,
            detail: detail.clone(),
        })
    }
}

pub(crate) fn is_indonesian(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    primary.eq_ignore_ascii_case("id")
}

/// The locale of a language: `id-ID` for Indonesian, else `en-US`.
pub(crate) fn locale_code(language: &str) -> LocaleCode {
    LocaleCode(
        if is_indonesian(language) {
            "id-ID"
        } else {
            "en-US"
        }
        .to_owned(),
    )
}

/// The words of a language; each file has all of them, so that one is enough.
pub(crate) fn locale(language: &str) -> Result<&'static [Locale], CiteError> {
    static ENGLISH: OnceLock<Result<Locale, String>> = OnceLock::new();
    static INDONESIAN: OnceLock<Result<Locale, String>> = OnceLock::new();
    let (cell, name, json) = if is_indonesian(language) {
        let json = include_str!("../../data/compiled/locale-id-ID.json");
        (&INDONESIAN, "id-ID", json)
    } else {
        let json = include_str!("../../data/compiled/locale-en-US.json");
        (&ENGLISH, "en-US", json)
    };
    cell.get_or_init(|| serde_json::from_str(json).map_err(|error| error.to_string()))
        .as_ref()
        .map(std::slice::from_ref)
        .map_err(|detail| CiteError::BrokenStyle {
            name,
            detail: detail.clone(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_locale_can_be_read() {
        for language in ["id", "en"] {
            let read = locale(language).expect("readable");
            assert_eq!(read[0].lang, Some(locale_code(language)));
        }
    }
}
