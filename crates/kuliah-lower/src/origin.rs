//! Where a block comes from.

use kuliah_doc::{Block, BlockKind, NodePath};
use kuliah_source::Span;

/// Where its author wrote it, and the node of the course that it is.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    pub(crate) span: Span,
    pub(crate) node: NodePath,
}

impl Origin {
    pub(crate) fn new(span: Span, node: NodePath) -> Self {
        Self { span, node }
    }

    /// What stands under a key of the node.
    pub(crate) fn key(&self, name: &str) -> Self {
        Self::new(self.span, self.node.key(name))
    }

    /// The same node, written at another place.
    pub(crate) fn at(self, span: Span) -> Self {
        Self { span, ..self }
    }

    /// A block that came from here.
    pub(crate) fn block(&self, kind: BlockKind) -> Block {
        Block::new(self.span, kind).from_node(self.node.clone())
    }
}
