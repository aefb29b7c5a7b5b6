//! Citations outside running text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::CitationKey;
use super::widen::{or_number, or_text};
use crate::Spanned;

/// A citation outside running text: of a whole list, or of a quotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(transform = or_text)]
#[non_exhaustive]
pub struct Citation {
    /// Key of the reference.
    pub key: Spanned<CitationKey>,
    /// Place in the source, such as `511` or `511-513`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(transform = or_number, length(min = 1))]
    pub locator: Option<String>,
    /// What the locator counts.
    #[serde(default, skip_serializing_if = "LocatorLabel::is_page")]
    pub label: LocatorLabel,
}

impl Citation {
    /// A citation without locator.
    pub fn new(key: CitationKey) -> Self {
        Self {
            key: key.into(),
            locator: None,
            label: LocatorLabel::Page,
        }
    }
}

/// What a locator counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum LocatorLabel {
    /// Pages.
    #[default]
    Page,
    /// Chapters.
    Chapter,
    /// Sections.
    Section,
    /// Articles of a law.
    ArticleLocator,
    /// Paragraphs.
    Paragraph,
    /// Verses.
    Verse,
    /// Volumes.
    Volume,
    /// Figures.
    Figure,
    /// Tables.
    Table,
    /// Lines.
    Line,
    /// Notes.
    Note,
    /// Appendices.
    Appendix,
}

impl LocatorLabel {
    /// Reads the name used in sources, such as `page`, `chapter` or `verse`.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "page" => Self::Page,
            "chapter" => Self::Chapter,
            "section" => Self::Section,
            "article-locator" => Self::ArticleLocator,
            "paragraph" => Self::Paragraph,
            "verse" => Self::Verse,
            "volume" => Self::Volume,
            "figure" => Self::Figure,
            "table" => Self::Table,
            "line" => Self::Line,
            "note" => Self::Note,
            "appendix" => Self::Appendix,
            _ => return None,
        })
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    fn is_page(&self) -> bool {
        *self == Self::Page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_has_the_name_that_sources_use() {
        let mut labels = Vec::new();
        for name in [
            "page",
            "chapter",
            "section",
            "article-locator",
            "paragraph",
            "verse",
            "volume",
            "figure",
            "table",
            "line",
            "note",
            "appendix",
        ] {
            let label = LocatorLabel::from_name(name).expect(name);
            assert!(!labels.contains(&label), "{name}");
            let written = serde_json::to_value(label).expect("a name");
            assert_eq!(written, name);
            labels.push(label);
        }
        assert_eq!(LocatorLabel::from_name("pages"), None);
    }
}
