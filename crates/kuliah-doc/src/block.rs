//! The document and its blocks.

use std::fmt;

use kuliah_source::Span;

use crate::{AssetPath, Inline, Labels, Language, Metadata, NodePath, Numbering, SafeText};

/// A whole document, ready for an exporter.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// For the file's own metadata.
    pub metadata: Metadata,
    /// The fixed words of the page.
    pub labels: Labels,
    /// How headings are numbered.
    pub numbering: Numbering,
    /// What stands above the text on the first page.
    pub front: FrontMatter,
    /// The text.
    pub blocks: Vec<Block>,
}

/// Title, authors and the identity block.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontMatter {
    /// The title; never empty.
    pub title: Vec<Inline>,
    /// A second line of the title.
    pub subtitle: Option<Vec<Inline>>,
    /// One line an author, as printed (name, affiliation, contact).
    pub authors: Vec<Vec<Inline>>,
    /// Rows of the identity block: course code, credits, semester and so on.
    pub facts: Vec<Fact>,
}

/// A row of the identity block.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What it is: "Kode".
    pub label: SafeText,
    /// Its value.
    pub value: Vec<Inline>,
}

/// A block, the place it came from, and the name others refer to it by.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Where its author wrote it; detached for what lowering made up.
    pub span: Span,
    /// The node of the course it came from; `None` for what lowering made up. No two blocks share
    /// one.
    pub node: Option<NodePath>,
    /// Its name; `None` when nothing can refer to it.
    pub anchor: Option<Anchor>,
    /// What it is.
    pub kind: BlockKind,
}

impl Block {
    /// A block without a name.
    pub fn new(span: Span, kind: BlockKind) -> Self {
        Self {
            span,
            node: None,
            anchor: None,
            kind,
        }
    }

    /// Tells the node of the course that the block came from.
    #[must_use]
    pub fn from_node(mut self, node: NodePath) -> Self {
        self.node = Some(node);
        self
    }

    /// Names the block.
    #[must_use]
    pub fn anchored(mut self, anchor: Option<Anchor>) -> Self {
        self.anchor = anchor;
        self
    }
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A heading and what is under it; the block's anchor names the heading.
    Section(Section),
    /// A paragraph; never empty.
    Paragraph(Vec<Inline>),
    /// Words of somebody else, set apart.
    Quote(Quote),
    /// A bulleted or numbered list.
    List(List),
    /// Terms and what they mean.
    Definitions(Vec<Definition>),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// Program text, set apart.
    Code(Code),
    /// A remark, exercise or answer, set apart.
    Callout(Callout),
    /// Empty lines to write on.
    WriteIn {
        /// How many, 1 to 255.
        lines: u8,
    },
    /// The table of contents: the exporter lists the document's headings, as deep as
    /// [`CONTENTS_LEVELS`], under [`Labels::contents`].
    Contents,
    /// The reference list; its heading is that of the section around it.
    Bibliography(Vec<Entry>),
}

/// How deep the table of contents goes: the parts of a course and the roles and parts in them.
pub const CONTENTS_LEVELS: u8 = 2;

/// A heading and what is under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The heading.
    pub heading: Heading,
    /// What is under it; sections in it are one level deeper.
    pub blocks: Vec<Block>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// Level from 1 (a part of the course) to 4; no level is ever skipped.
    pub level: u8,
    /// Its number among its siblings, from 1; `None` when it is not numbered.
    pub number: Option<u32>,
    /// The words; never empty.
    pub content: Vec<Inline>,
}

/// Words of somebody else.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// The language of the words, where it is not the document's.
    pub language: Option<Language>,
    /// The paragraphs; never empty.
    pub paragraphs: Vec<Vec<Inline>>,
    /// The source, as a citation; set after the last paragraph, in the document's language.
    pub citation: Option<Vec<Inline>>,
}

/// How the items of a list are marked.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub enum Marker {
    /// A bullet.
    Bullet,
    /// Numbers from 1.
    Decimal,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// How its items are marked.
    pub marker: Marker,
    /// The items; never empty.
    pub items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListItem {
    /// Where its author wrote it.
    pub span: Span,
    /// What it holds: a paragraph first, then at most one list and so on; never empty.
    pub blocks: Vec<Block>,
}

/// A term and what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// What it means; never empty.
    pub blocks: Vec<Block>,
}

/// The caption of a table, figure or listing.
#[derive(Debug, Clone, PartialEq)]
pub struct Caption {
    /// The word before the number: "Tabel", "Gambar", "Kode".
    pub label: SafeText,
    /// Its number among those of the same label, from 1.
    pub number: u32,
    /// The words.
    pub content: Vec<Inline>,
}

/// How a column is aligned.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
pub enum Alignment {
    /// At the start of the line.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the end of the line.
    End,
}

/// A table with a head row.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its caption, above it.
    pub caption: Option<Caption>,
    /// One alignment a column; at least one.
    pub columns: Vec<Alignment>,
    /// The head row: as many cells as there are columns.
    pub head: Row,
    /// The rows below: each as many cells as there are columns.
    pub rows: Vec<Row>,
}

/// A row of a table; a cell may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Vec<Inline>>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The image file.
    pub source: AssetPath,
    /// What it shows, for those who cannot see it; `None` when the author left it out.
    pub alt: Option<SafeText>,
    /// Its caption, below it.
    pub caption: Option<Caption>,
}

/// Program text.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    /// The programming language, such as `python`; kept as data.
    pub language: Option<SafeText>,
    /// The lines, blanks kept, tabs already turned into blanks; never empty.
    pub lines: Vec<SafeText>,
    /// Its caption, above it.
    pub caption: Option<Caption>,
}

/// What a callout is for.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub enum CalloutKind {
    /// A remark to everybody.
    Note,
    /// A remark to students.
    Student,
    /// A remark to lecturers; in no student copy.
    Lecturer,
    /// Something for students to do.
    Exercise,
    /// The answer to an exercise; in no student copy.
    Answer,
}

/// A remark, exercise or answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Callout {
    /// What it is for.
    pub kind: CalloutKind,
    /// Its label and title: "Catatan", "Latihan 1. Kasus pasar"; never empty.
    pub title: Vec<Inline>,
    /// What it holds; never empty. An answer stands inside its exercise.
    pub blocks: Vec<Block>,
}

/// An entry of the reference list.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its name; citations refer to it.
    pub anchor: Anchor,
    /// The number or letter before it, in styles that have one: `[1]`.
    pub label: Option<SafeText>,
    /// The entry as formatted; never empty.
    pub content: Vec<Inline>,
}

/// What an anchor names; the kinds are name spaces of their own.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum AnchorKind {
    /// A section, role or subsection: [`BlockKind::Section`].
    Section,
    /// A table.
    Table,
    /// A figure.
    Figure,
    /// A listing.
    Code,
    /// A list.
    List,
    /// An exercise.
    Exercise,
    /// Any other block.
    Block,
    /// An entry of the reference list.
    Entry,
}

/// A name for a place in the document; unique within it.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct Anchor {
    kind: AnchorKind,
    key: String,
}

impl Anchor {
    /// Names a place by an id of the course or the key of a reference.
    ///
    /// The key may hold any characters; exporters turn it into a name their format allows.
    pub fn new(kind: AnchorKind, key: impl Into<String>) -> Self {
        Self {
            kind,
            key: key.into(),
        }
    }

    /// What it names.
    pub fn kind(&self) -> AnchorKind {
        self.kind
    }

    /// The id or key.
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key)
    }
}
