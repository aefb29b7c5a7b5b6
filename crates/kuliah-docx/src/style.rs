//! The styles by their ids, and where their text starts.
//!
//! The definitions are in `parts/styles.rs`; a test holds the two together.

use crate::page::{STEP, Twips};

/// A paragraph style.
#[derive(Debug, Copy, Clone)]
pub(crate) struct Style {
    /// Its id.
    pub(crate) id: &'static str,
    /// Its own left indent.
    pub(crate) left: Twips,
    /// How far its text is set in from that of the blocks around it.
    pub(crate) shift: Twips,
    /// How far its first line hangs out to the left.
    pub(crate) hanging: Twips,
}

const fn flush(id: &'static str) -> Style {
    set_in(id, 0, 0)
}

const fn set_in(id: &'static str, left: Twips, shift: Twips) -> Style {
    Style {
        id,
        left,
        shift,
        hanging: 0,
    }
}

const fn hanging(id: &'static str, left: Twips) -> Style {
    Style {
        id,
        left,
        shift: left,
        hanging: left,
    }
}

pub(crate) const LOGO: Style = flush("Logo");
pub(crate) const INSTITUTION: Style = flush("Institution");
pub(crate) const TITLE: Style = flush("Title");
pub(crate) const SUBTITLE: Style = flush("Subtitle");
pub(crate) const AUTHOR: Style = flush("Author");
pub(crate) const FACT: Style = hanging("Fact", 2_000);
pub(crate) const BODY: Style = flush("BodyText");
pub(crate) const QUOTE: Style = set_in("Quote", STEP, STEP);
pub(crate) const LIST_BULLET: &str = "ListBullet";
pub(crate) const LIST_NUMBER: &str = "ListNumber";
pub(crate) const LIST_TEXT: Style = set_in("ListContinue", STEP, 0);
pub(crate) const TERM: Style = flush("DefinitionTerm");
pub(crate) const DEFINITION: Style = set_in("Definition", STEP, 0);
pub(crate) const TABLE_CAPTION: Style = flush("TableCaption");
pub(crate) const IMAGE_CAPTION: Style = flush("ImageCaption");
pub(crate) const FIGURE: Style = flush("Figure");
pub(crate) const TABLE_TEXT: Style = flush("TableText");
pub(crate) const TABLE_HEADING: Style = flush("TableHeading");
pub(crate) const GAP: Style = flush("Gap");
pub(crate) const CODE: Style = set_in("SourceCode", 85, 85);
pub(crate) const CALLOUT: Style = flush("CalloutText");
pub(crate) const WRITE_IN: Style = flush("WriteIn");
pub(crate) const BIBLIOGRAPHY: Style = hanging("Bibliography", 510);
pub(crate) const CONTENTS_HEADING: Style = flush("TOCHeading");
pub(crate) const FOOTNOTE: Style = flush("FootnoteText");
pub(crate) const HEADER: &str = "Header";
pub(crate) const FOOTER: &str = "Footer";

pub(crate) const STRONG: &str = "Strong";
pub(crate) const EMPHASIS: &str = "Emphasis";
pub(crate) const CODE_WORDS: &str = "VerbatimChar";
pub(crate) const LINK: &str = "Hyperlink";
pub(crate) const REFERENCE: &str = "CrossReference";
pub(crate) const FACT_LABEL: &str = "FactLabel";
pub(crate) const NOTE_MARK: &str = "FootnoteReference";

pub(crate) const TABLE: &str = "KuliahTable";

/// Space before the text of a fact, which is its tab stop too.
pub(crate) const FACT_TAB: Twips = FACT.left;
