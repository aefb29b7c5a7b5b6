//! The entries of a mapping, in the making.

use kuliah_source::Span;

use super::super::{Data, Key, Node};
use super::inline_text::InlineText;

/// Entries of a mapping that the source writes without keys: each key stands where its
/// value does.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<(Key, Node)>);

impl Fields {
    /// Adds a value.
    pub(super) fn node(&mut self, name: &str, node: Node) {
        self.0.push((Key::new(name, node.span), node));
    }

    /// Adds a text.
    pub(super) fn text(&mut self, name: &str, text: InlineText) {
        self.node(name, text.into_node());
    }

    /// Adds a text, if there is one.
    pub(super) fn optional(&mut self, name: &str, text: Option<InlineText>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// Adds a word that stands for what is written at a place.
    pub(super) fn named(&mut self, name: &str, word: &str, span: Span) {
        self.node(name, named(word, span));
    }

    /// Adds a list; an empty one stands at `span`.
    pub(super) fn list(&mut self, name: &str, items: Vec<Node>, span: Span) {
        let span = extent(&items).unwrap_or(span);
        self.node(name, Node::new(Data::Seq(items), span));
    }

    /// Adds a list, unless it is empty.
    pub(super) fn filled(&mut self, name: &str, items: Vec<Node>) {
        if let Some(first) = items.first().map(|it| it.span) {
            self.list(name, items, first);
        }
    }

    /// Adds `ordered: true` when it is.
    pub(super) fn ordered(&mut self, ordered: bool, span: Span) {
        if ordered {
            self.node("ordered", Node::new(Data::Bool(true), span.at_start()));
        }
    }

    /// Makes a mapping.
    pub(super) fn into_node(self, span: Span) -> Node {
        Node::new(Data::Map(self.0), span)
    }

    /// Makes a mapping that reaches over all its entries.
    pub(super) fn into_node_from(self, span: Span) -> Node {
        let span = self
            .0
            .iter()
            .fold(span, |span, (_, node)| span.to(node.span));
        self.into_node(span)
    }
}

/// A word that stands for what is written at a place.
pub(super) fn named(word: &str, span: Span) -> Node {
    Node::mapped(word, super::super::TextMap::default(), span)
}

/// The place over all values.
fn extent(items: &[Node]) -> Option<Span> {
    items.iter().map(|it| it.span).reduce(Span::to)
}
