//! Blocks: what a section or role is made of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::citation::Citation;
use super::id::BlockId;
use super::list::ItemList;
use super::widen::{or_one, or_text};
use crate::{Markup, Spanned};
use kuliah_source::Language;

/// A block of content: one key, which says what it is.
// Not `#[non_exhaustive]` on purpose: a new block must break the lowering's `match`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(transform = or_text)]
pub enum Block {
    /// One paragraph; blank lines part it into several.
    Prose(Markup),
    /// Words of somebody else.
    Quote(Quote),
    /// A list of tasks, techniques and so on.
    List(ItemList),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// A remark set apart from the text.
    Note(Note),
    /// Something for students to do.
    Exercise(Exercise),
    /// A part with a title of its own.
    Section(Subsection),
    /// Program text.
    Code(Code),
    /// Terms and what they mean.
    Definitions(#[schemars(length(min = 1))] Vec<Spanned<Definition>>),
}

impl Block {
    /// A paragraph.
    pub fn prose(text: impl Into<Markup>) -> Self {
        Self::Prose(text.into())
    }

    /// The block's id, where it has one.
    pub fn id(&self) -> Option<&Spanned<BlockId>> {
        match self {
            Self::List(it) => it.id.as_ref(),
            Self::Table(it) => it.id.as_ref(),
            Self::Figure(it) => it.id.as_ref(),
            Self::Exercise(it) => it.id.as_ref(),
            Self::Section(it) => it.id.as_ref(),
            Self::Code(it) => it.id.as_ref(),
            Self::Prose(_) | Self::Quote(_) | Self::Note(_) | Self::Definitions(_) => None,
        }
    }
}

/// Makes blocks of values for the constructors.
pub(super) fn spanned(blocks: impl IntoIterator<Item = Block>) -> Vec<Spanned<Block>> {
    blocks.into_iter().map(Spanned::from).collect()
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(transform = or_text)]
#[non_exhaustive]
pub struct Quote {
    /// Paragraphs.
    #[schemars(length(min = 1), transform = or_text)]
    pub text: Vec<Markup>,
    /// Language, when it differs from the course.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(
        with = "String",
        regex(pattern = r"^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$")
    )]
    pub lang: Option<Language>,
    /// Sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(transform = or_one)]
    pub cite: Vec<Spanned<Citation>>,
}

impl Quote {
    /// A quotation of one paragraph.
    pub fn new(text: impl Into<Markup>) -> Self {
        Self {
            text: vec![text.into()],
            lang: None,
            cite: Vec::new(),
        }
    }
}

/// A part of a section or role with a title of its own; parts nest at most three deep.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct Subsection {
    /// Identifier for cross references; made from the title when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Spanned<BlockId>>,
    /// Title.
    pub title: Markup,
    /// Text, lists, tables and so on, in reading order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(transform = or_text)]
    pub content: Vec<Spanned<Block>>,
}

impl Subsection {
    /// A part with a title.
    pub fn new(title: impl Into<Markup>, content: impl IntoIterator<Item = Block>) -> Self {
        Self {
            id: None,
            title: title.into(),
            content: spanned(content),
        }
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct Table {
    /// Identifier for cross references.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Spanned<BlockId>>,
    /// Caption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Markup>,
    /// Alignment of the columns; those left out are at the start of the line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 64))]
    pub align: Vec<Align>,
    /// Head cells.
    #[schemars(with = "Vec<String>", length(min = 1, max = 64))]
    pub head: Vec<Markup>,
    /// Body rows, each with as many cells as the head.
    #[schemars(with = "Vec<Vec<String>>")]
    pub rows: Vec<Spanned<Vec<Markup>>>,
}

impl Table {
    /// A table with a head and no rows yet.
    pub fn new<M: Into<Markup>>(head: impl IntoIterator<Item = M>) -> Self {
        Self {
            id: None,
            caption: None,
            align: Vec::new(),
            head: head.into_iter().map(Into::into).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    #[must_use]
    pub fn row<M: Into<Markup>>(mut self, cells: impl IntoIterator<Item = M>) -> Self {
        let cells: Vec<Markup> = cells.into_iter().map(Into::into).collect();
        self.rows.push(cells.into());
        self
    }
}

/// Alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Align {
    /// At the start of the line.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the end of the line.
    End,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct Figure {
    /// Identifier for cross references.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Spanned<BlockId>>,
    /// PNG or JPEG file, relative to the course's folder.
    #[schemars(length(min = 1))]
    pub src: Spanned<String>,
    /// What the picture shows, for readers who cannot see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub alt: Option<String>,
    /// Caption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Markup>,
}

impl Figure {
    /// A picture and what it shows.
    pub fn new(src: impl Into<String>, alt: impl Into<String>) -> Self {
        Self {
            id: None,
            src: src.into().into(),
            alt: Some(alt.into()),
            caption: None,
        }
    }
}

/// A remark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(transform = or_text)]
#[non_exhaustive]
pub struct Note {
    /// Who gets to see it.
    #[serde(default)]
    pub audience: NoteAudience,
    /// The remark.
    #[schemars(length(min = 1), transform = or_text)]
    pub content: Vec<Spanned<Block>>,
}

impl Note {
    /// A remark.
    pub fn new(audience: NoteAudience, content: impl IntoIterator<Item = Block>) -> Self {
        Self {
            audience,
            content: spanned(content),
        }
    }
}

/// Who gets to see a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NoteAudience {
    /// Everybody.
    #[default]
    All,
    /// Readers of the students' copy.
    Student,
    /// Readers of the lecturer's copy; it is in no student copy.
    Lecturer,
}

/// Something for students to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct Exercise {
    /// Identifier for cross references.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Spanned<BlockId>>,
    /// Heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Markup>,
    /// The question.
    #[schemars(length(min = 1), transform = or_text)]
    pub content: Vec<Spanned<Block>>,
    /// The answer; it is in no student copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(transform = or_text)]
    pub answer: Vec<Spanned<Block>>,
    /// Empty lines to write on, 1 to 60.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 60))]
    pub lines: Option<u8>,
}

impl Exercise {
    /// A question without title and answer.
    pub fn new(content: impl IntoIterator<Item = Block>) -> Self {
        Self {
            id: None,
            title: None,
            content: spanned(content),
            answer: Vec::new(),
            lines: None,
        }
    }

    /// Sets the answer.
    #[must_use]
    pub fn answer(mut self, answer: impl IntoIterator<Item = Block>) -> Self {
        self.answer = spanned(answer);
        self
    }
}

/// Program text, kept letter for letter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct Code {
    /// Identifier for cross references.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Spanned<BlockId>>,
    /// Programming language, such as `python`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^\S+$"))]
    pub language: Option<String>,
    /// The text; line ends and blanks are kept.
    #[schemars(regex(pattern = r"\S"))]
    pub text: String,
    /// Caption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Markup>,
}

impl Code {
    /// Program text without caption.
    pub fn new(language: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id: None,
            language: Some(language.into()),
            text: text.into(),
            caption: None,
        }
    }
}

/// A term and what it means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct Definition {
    /// The term.
    pub term: Markup,
    /// What it means.
    #[schemars(length(min = 1), transform = or_text)]
    pub content: Vec<Spanned<Block>>,
}

impl Definition {
    /// A term and what it means.
    pub fn new(term: impl Into<Markup>, content: impl IntoIterator<Item = Block>) -> Self {
        Self {
            term: term.into(),
            content: spanned(content),
        }
    }
}
