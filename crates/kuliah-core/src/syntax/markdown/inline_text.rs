//! A line of text as it will stand in the tree, and where its parts were written.

use std::ops::Range;

use kuliah_source::Span;

use super::super::{Node, TextMap};

/// Inline Markdown, cut out of the source.
#[derive(Debug, Clone)]
pub(super) struct InlineText {
    pub(super) value: String,
    pub(super) map: TextMap,
    pub(super) span: Span,
}

impl InlineText {
    /// A part of the text, less the blanks around it; an empty one where there is none.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let written = self.value.get(range.clone()).unwrap_or_default();
        let start = range.start + (written.len() - written.trim_start().len());
        let value = written.trim();
        let range = start..start + value.len();
        Self {
            value: value.to_owned(),
            map: self.map.part(&range),
            span: self.map.span(range, self.span),
        }
    }

    /// The text up to an offset.
    pub(super) fn before(&self, end: usize) -> Self {
        self.part(0..end)
    }

    /// The text from an offset on.
    pub(super) fn behind(&self, start: usize) -> Self {
        self.part(start..self.value.len())
    }

    /// The place of a part in the file.
    pub(super) fn span_of(&self, range: Range<usize>) -> Span {
        self.map.span(range, self.span)
    }

    /// Whether nothing is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.value.is_empty()
    }

    /// Makes a text node.
    pub(super) fn into_node(self) -> Node {
        Node::mapped(self.value, self.map, self.span)
    }
}
