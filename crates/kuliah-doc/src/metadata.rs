//! What is known of a document as a whole, and the fixed words it needs.

use kuliah_source::{Date, Language};

use crate::SafeText;

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
