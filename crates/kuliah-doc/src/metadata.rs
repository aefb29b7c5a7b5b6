//! What is known of a document as a whole, and the fixed words it needs.

use std::fmt;

use oxilangtag::LanguageTag;

use crate::SafeText;

/// A language, as a BCP 47 tag such as `id` or `en-GB`.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct Language(String);

/// A text that is no language tag.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct LanguageError;

impl fmt::Display for LanguageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a language tag of BCP 47")
    }
}

impl std::error::Error for LanguageError {}

impl Language {
    /// Reads a well-formed tag of BCP 47.
    ///
    /// # Errors
    ///
    /// When the text is no such tag.
    pub fn new(tag: &str) -> Result<Self, LanguageError> {
        LanguageTag::parse_and_normalize(tag)
            .map(|tag| Self(tag.into_inner()))
            .map_err(|_| LanguageError)
    }

    /// Indonesian.
    pub fn indonesian() -> Self {
        Self("id".to_owned())
    }

    /// The whole tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone, without script and region: `en` of `en-GB`.
    pub fn primary(&self) -> &str {
        self.0
            .split_once('-')
            .map_or(&self.0, |(primary, _)| primary)
    }
}

/// A calendar day.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A day of the Gregorian calendar; `None` when there is no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=last)
            .contains(&day)
            .then_some(Self { year, month, day })
            .filter(|_| (1..=9999).contains(&year))
    }

    /// Reads `YYYY-MM-DD`; `None` when the text is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next()?;
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())?
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let narrow = |it: u16| u8::try_from(it).ok();
        parts.next().is_none().then_some(())?;
        Self::new(year, narrow(month)?, narrow(day)?)
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Date {
    /// `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// What a file says about itself, for its own metadata.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Metadata {
    /// The title as plain text; never empty.
    pub title: SafeText,
    /// A line of description; `None` when there is none.
    pub description: Option<SafeText>,
    /// The authors' names.
    pub authors: Vec<SafeText>,
    /// Search words.
    pub keywords: Vec<SafeText>,
    /// Terms of use as plain text.
    pub rights: Option<SafeText>,
    /// The language of the text as a whole.
    pub language: Language,
    /// Day of issue; exporters that need a date and find none use 1980-01-01.
    pub date: Option<Date>,
}

/// The fixed words a page needs, in the document's language.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Labels {
    /// Heading of the table of contents: "Daftar Isi".
    pub contents: SafeText,
    /// Before the page number: "Halaman".
    pub page: SafeText,
    /// Between page number and number of pages: "dari".
    pub page_of: SafeText,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_normalised_and_checked() {
        assert_eq!(Language::new("EN-gb").expect("a tag").as_str(), "en-GB");
        assert_eq!(Language::new("en-GB").expect("a tag").primary(), "en");
        assert!(Language::new("bahasa indonesia").is_err());
    }

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert_eq!(
            Date::parse("2024-02-29").expect("leap").to_string(),
            "2024-02-29"
        );
        for text in [
            "2023-02-29",
            "2018-13-01",
            "29-12-2018",
            "2018-1-2",
            "2018-12-29-1",
            "",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
