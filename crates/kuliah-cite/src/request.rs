//! What a citation asks for.

/// A citation: one or more references named at one place of the text.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct CiteRequest {
    /// The references, in the order of the author; never empty.
    pub items: Vec<CiteItem>,
    /// How they are named.
    pub form: Form,
}

impl CiteRequest {
    /// A citation of these references.
    pub fn new(form: Form, items: Vec<CiteItem>) -> Self {
        Self { items, form }
    }
}

/// How a citation stands in its sentence.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// All in brackets, `[@key]`: "(Barker, 1978)".
    #[default]
    Parenthetical,
    /// The names as words of the sentence, `@key`: "Barker (1978)".
    Narrative,
    /// The year alone, `[-@key]`: "(1978)".
    Year,
}

/// A reference within a citation.
#[derive(Debug, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct CiteItem {
    /// The key of the reference.
    pub key: String,
    /// The place in the work, its word taken off: `(Page, "511-513")`.
    pub locator: Option<(LocatorKind, String)>,
    /// Text before it, such as "lihat"; a blank is put behind it.
    pub prefix: String,
    /// Text behind it; a blank is put before it unless it opens with punctuation.
    pub suffix: String,
}

impl CiteItem {
    /// A reference without locator and further text.
    pub fn new(key: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            ..Self::default()
        }
    }

    /// The same with a place in the work.
    #[must_use]
    pub fn at(mut self, kind: LocatorKind, place: impl Into<String>) -> Self {
        self.locator = Some((kind, place.into()));
        self
    }

    /// The same with text before it.
    #[must_use]
    pub fn with_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// The same with text behind it.
    #[must_use]
    pub fn with_suffix(mut self, suffix: impl Into<String>) -> Self {
        self.suffix = suffix.into();
        self
    }
}

/// What a locator counts.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq, Hash)]
#[non_exhaustive]
pub enum LocatorKind {
    /// Pages: "hlm. 5", "p. 5".
    #[default]
    Page,
    /// Chapters: "Bab 2", "Chapter 2".
    Chapter,
    /// Sections: "Bagian 2", "Section 2".
    Section,
    /// Paragraphs; in `apa-id` the *pasal* of a law: "ps. 5", "para. 5".
    Paragraph,
    /// Verses: "Ayat 3", "Verse 3".
    Verse,
}
