//! The styles and locales that are built in, each read at its first use.

use std::sync::OnceLock;

use citationberg::{IndependentStyle, Locale, LocaleCode};
use serde::de::DeserializeOwned;

use super::Facts;
use super::ask::Questions;
use crate::CiteError;

/// A style that is built in.
#[derive(Debug)]
pub(crate) struct Shipped {
    /// The name authors write.
    pub(crate) name: &'static str,
    /// The style in CBOR.
    cbor: &'static [u8],
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
            cbor: include_bytes!(concat!("../../data/compiled/", $name, ".cbor")),
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

/// The words of both languages in CBOR.
const BRITISH: &[u8] = include_bytes!("../../data/compiled/locale-en-GB.cbor");
const ENGLISH: &[u8] = include_bytes!("../../data/compiled/locale-en-US.cbor");
const INDONESIAN: &[u8] = include_bytes!("../../data/compiled/locale-id-ID.cbor");

impl Shipped {
    pub(crate) fn read(&self) -> Result<&Parsed, CiteError> {
        let read = self.cell.get_or_init(|| read(self.cbor).map(Parsed::new));
        read.as_ref().map_err(|detail| CiteError::BrokenStyle {
            name: self.name,
            detail: detail.clone(),
        })
    }
}

/// Reads a style or locale.
///
/// The types of `citationberg` try one variant after another, and each that does not fit is an
/// error. Most readers put such errors into words, which takes two thirds of their time; this one
/// does not.
fn read<T: DeserializeOwned>(cbor: &[u8]) -> Result<T, String> {
    minicbor_serde::from_slice(cbor).map_err(|error| error.to_string())
}

pub(crate) fn is_indonesian(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    primary.eq_ignore_ascii_case("id")
}

/// The locale of a language in a style: `id-ID` for Indonesian, else `en-US`, or `en-GB` where the
/// language says so, or the style is British and the language does not say `en-US`.
pub(crate) fn locale_code(language: &str, style: &IndependentStyle) -> LocaleCode {
    let is = |tag: &str| language.replace('_', "-").eq_ignore_ascii_case(tag);
    let code = if is_indonesian(language) {
        "id-ID"
    } else if is("en-GB") || (!is("en-US") && is_british(style)) {
        "en-GB"
    } else {
        "en-US"
    };
    LocaleCode(code.to_owned())
}

/// Whether a style is made for British English: it says so, or changes words of that alone.
fn is_british(style: &IndependentStyle) -> bool {
    if let Some(code) = &style.default_locale {
        return code.0 == "en-GB";
    }
    let codes = || style.locale.iter().filter_map(|it| it.lang.as_ref());
    codes().any(|it| it.0 == "en-GB") && !codes().any(|it| matches!(&*it.0, "en" | "en-US"))
}

/// The words of a locale that [`locale_code`] gives; each file has all of them, so that one is
/// enough.
pub(crate) fn locale(code: &LocaleCode) -> Result<&'static [Locale], CiteError> {
    static BRITISH_READ: OnceLock<Result<Locale, String>> = OnceLock::new();
    static ENGLISH_READ: OnceLock<Result<Locale, String>> = OnceLock::new();
    static INDONESIAN_READ: OnceLock<Result<Locale, String>> = OnceLock::new();
    let (cell, name, cbor) = match &*code.0 {
        "id-ID" => (&INDONESIAN_READ, "id-ID", INDONESIAN),
        "en-GB" => (&BRITISH_READ, "en-GB", BRITISH),
        _ => (&ENGLISH_READ, "en-US", ENGLISH),
    };
    cell.get_or_init(|| read(cbor))
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
        for code in ["id-ID", "en-GB", "en-US"] {
            let code = LocaleCode(code.to_owned());
            let read = locale(&code).expect("readable");
            assert_eq!(read[0].lang, Some(code));
        }
    }

    #[test]
    fn a_british_style_has_british_words_unless_the_language_is_american() {
        let code = |style: &str, language: &str| {
            let found = STYLES.iter().find(|it| it.name == style);
            let style = &found.expect("a style").read().expect("readable").style;
            locale_code(language, style).0
        };
        for (style, language, expected) in [
            ("harvard", "en", "en-GB"),
            ("harvard", "en-US", "en-US"),
            ("harvard", "id", "id-ID"),
            ("apa", "en", "en-US"),
            ("apa", "en-GB", "en-GB"),
            ("vancouver", "en", "en-US"),
        ] {
            assert_eq!(code(style, language), expected, "{style}, {language}");
        }
    }

    #[test]
    fn styles_and_locales_add_less_than_half_a_megabyte_to_the_program() {
        let styles: usize = STYLES.iter().map(|it| it.cbor.len()).sum();
        let all = styles + BRITISH.len() + ENGLISH.len() + INDONESIAN.len();
        assert!((100_000..500_000).contains(&all), "{all} bytes");
    }
}
