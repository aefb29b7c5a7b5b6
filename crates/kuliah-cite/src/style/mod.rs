//! Citation styles: those that are shipped, and those that are read from a `.csl` file.

pub(crate) mod ask;
mod check;
pub(crate) mod cut;
pub(crate) mod data;
pub(crate) mod facts;
mod indonesian;
mod instead;
mod layouts;
pub(crate) mod rewrite;
pub(crate) mod variant;
mod weight;

use std::sync::Arc;

use crate::CiteError;

pub use check::{MAX_STYLE_BYTES, StyleError};
use data::{Parsed, Shipped};
pub(crate) use facts::Facts;

/// A citation style.
///
/// The shipped ones are read when they are first used; making one costs nothing.
#[derive(Debug, Clone)]
pub struct Style {
    source: Source,
}

#[derive(Debug, Clone)]
enum Source {
    Shipped(&'static Shipped),
    Own(Arc<Parsed>),
}

impl Style {
    /// The shipped style of this name, see [`style_names`].
    pub fn by_name(name: &str) -> Option<Self> {
        let shipped = data::STYLES.iter().find(|it| it.name == name)?;
        Some(Self {
            source: Source::Shipped(shipped),
        })
    }

    /// Reads the text of a `.csl` file.
    ///
    /// # Errors
    ///
    /// See [`StyleError`].
    pub fn from_csl(text: &str) -> Result<Self, StyleError> {
        check::read(text).map(|style| Self {
            source: Source::Own(Arc::new(Parsed::new(style))),
        })
    }

    /// The name of a shipped style; `None` for one from a file.
    pub fn name(&self) -> Option<&'static str> {
        match &self.source {
            Source::Shipped(shipped) => Some(shipped.name),
            Source::Own(_) => None,
        }
    }

    /// Whether citations stand in notes.
    ///
    /// # Errors
    ///
    /// [`CiteError::BrokenStyle`] when a shipped style cannot be read.
    pub fn is_note(&self) -> Result<bool, CiteError> {
        Ok(self.parsed()?.facts.note)
    }

    pub(crate) fn parsed(&self) -> Result<&Parsed, CiteError> {
        match &self.source {
            Source::Shipped(shipped) => shipped.read(),
            Source::Own(style) => Ok(style),
        }
    }
}

impl PartialEq for Style {
    fn eq(&self, other: &Self) -> bool {
        match (&self.source, &other.source) {
            (Source::Shipped(a), Source::Shipped(b)) => a.name == b.name,
            (Source::Own(a), Source::Own(b)) => a.style == b.style,
            _ => false,
        }
    }
}

impl Eq for Style {}

/// The names of the shipped styles, in alphabetical order.
pub fn style_names() -> impl Iterator<Item = &'static str> {
    data::STYLES.iter().map(|it| it.name)
}

/// The name of the style of courses in this language (a BCP 47 tag) that name none: `apa-id` for
/// Indonesian, else `apa`.
pub fn default_style(language: &str) -> Style {
    let name = if data::is_indonesian(language) {
        "apa-id"
    } else {
        "apa"
    };
    Style::by_name(name).unwrap_or(Style {
        source: Source::Shipped(&data::STYLES[0]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_styles_agree() {
        for name in style_names() {
            assert_eq!(Style::by_name(name).and_then(|it| it.name()), Some(name));
        }
        assert_eq!(Style::by_name("turabian"), None);
        assert!(style_names().is_sorted());
    }

    #[test]
    fn every_style_can_be_read() {
        for name in style_names() {
            let style = Style::by_name(name).expect("shipped");
            assert_eq!(style.is_note(), Ok(name == "chicago-notes"), "{name}");
        }
    }

    #[test]
    fn the_language_chooses_the_style() {
        for language in ["id", "ID", "id-ID", "id-Latn-ID"] {
            assert_eq!(default_style(language).name(), Some("apa-id"), "{language}");
        }
        for language in ["en", "en-GB", "idu", "", "jv"] {
            assert_eq!(default_style(language).name(), Some("apa"), "{language}");
        }
    }
}
