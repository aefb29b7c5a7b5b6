//! Text within a block.

use kuliah_source::{Language, LinkTarget};

use crate::{Anchor, Block, SafeText};

/// A piece of running text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Text without markup.
    Text(SafeText),
    /// Stressed text; shown in italics.
    Emphasis(Vec<Inline>),
    /// Important text; shown in bold.
    Strong(Vec<Inline>),
    /// Program text; shown in the code face, never hyphenated.
    Code(SafeText),
    /// Words of another language than their surroundings.
    Span {
        /// Their language.
        language: Language,
        /// The words.
        content: Vec<Inline>,
    },
    /// A link out of the document.
    Link {
        /// Where to.
        target: LinkTarget,
        /// What is shown; never empty.
        content: Vec<Inline>,
    },
    /// A reference to a place in the document: a heading, table, figure or bibliography entry.
    Reference {
        /// Where to; lowering makes sure that it exists.
        target: Anchor,
        /// What is shown; never empty.
        content: Vec<Inline>,
    },
    /// A footnote, where its mark stands.
    Footnote {
        /// Its number, from 1 in document order.
        number: u32,
        /// Its text.
        content: Vec<Block>,
    },
    /// A line end within the paragraph.
    Break,
}
