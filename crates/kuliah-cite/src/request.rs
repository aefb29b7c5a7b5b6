//! What a citation asks for.

/// A citation: one or more references named at one place of the text.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct CiteRequest {
    /// The references, in the order of the author; never empty.
    pub items: Vec<CiteItem>,
    /// How they are named.
    pub form: Form,
    /// The number of the note it stands in, or will make in a style of notes; 0 when that does not
    /// matter.
    pub note: u32,
    /// Whether it stands in a note of the author, so that it makes none of its own.
    pub in_note: bool,
}

impl CiteRequest {
    /// A citation of these references.
    pub fn new(form: Form, items: Vec<CiteItem>) -> Self {
        Self {
            items,
            form,
            note: 0,
            in_note: false,
        }
    }

    /// The same with the number of its note, and whether that note is the author's.
    #[must_use]
    pub fn in_note(mut self, number: u32, of_author: bool) -> Self {
        self.note = number;
        self.in_note = of_author;
        self
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
    /// The work in which this one was read: "Barker, 1978, as cited in Suharto, 2014".
    pub via: Option<Box<CiteItem>>,
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

    /// The same as read in another work.
    #[must_use]
    pub fn cited_in(mut self, other: Self) -> Self {
        self.via = Some(Box::new(other));
        self
    }
}

/// What a locator counts; the words are those of the style and the language.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq, Ord, PartialOrd, Hash)]
#[non_exhaustive]
pub enum LocatorKind {
    /// Pages: "hlm. 5", "p. 5".
    #[default]
    Page,
    /// Chapters: "Bab 2", "Chapter 2".
    Chapter,
    /// Sections: "Bagian 2", "Section 2".
    Section,
    /// Articles of a law: "Pasal 5", "art. 5".
    Article,
    /// Paragraphs: "par. 5", "para. 5".
    Paragraph,
    /// Verses: "Ayat 3", "Verse 3".
    Verse,
    /// Volumes: "vol. 2".
    Volume,
    /// Figures.
    Figure,
    /// Tables.
    Table,
    /// Numbered lines.
    Line,
    /// Notes.
    Note,
    /// Appendices.
    Appendix,
}
