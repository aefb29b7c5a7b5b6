//! Languages by their tags.

use std::fmt;

use oxilangtag::LanguageTag;
use serde::{Deserialize, Serialize};

/// A language, as a BCP 47 tag such as `id` or `en-GB`.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
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
        // Asked for every word of a course; most tags are two letters and nothing else.
        if self.0.len() == 2 {
            return &self.0;
        }
        self.0
            .split_once('-')
            .map_or(&self.0, |(primary, _)| primary)
    }
}

impl TryFrom<String> for Language {
    type Error = LanguageError;

    fn try_from(tag: String) -> Result<Self, LanguageError> {
        Self::new(&tag)
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
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
}
