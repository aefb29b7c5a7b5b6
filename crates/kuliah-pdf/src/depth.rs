//! The deepest nesting that is set; what is deeper would exhaust the stack of a small thread.

use kuliah_doc::{Block, Document, ExportError, Inline, Visit, walk_block, walk_inlines};

/// Blocks and inlines within each other; checked courses stay far below it.
const DEEPEST: usize = 96;

/// Refuses a document that is nested too deep.
///
/// # Errors
///
/// [`ExportError::Invalid`].
pub(crate) fn check(document: &Document) -> Result<(), ExportError> {
    let mut depth = Depth {
        now: 0,
        exceeded: false,
    };
    kuliah_doc::walk_document(&mut depth, document);
    if depth.exceeded {
        let what = format!("blocks or inlines are nested more than {DEEPEST} deep");
        return Err(ExportError::Invalid(what));
    }
    Ok(())
}

struct Depth {
    now: usize,
    exceeded: bool,
}

impl Depth {
    fn enter(&mut self, go_on: impl FnOnce(&mut Self)) {
        if self.now >= DEEPEST {
            self.exceeded = true;
            return;
        }
        self.now += 1;
        go_on(self);
        self.now -= 1;
    }
}

impl Visit for Depth {
    fn block(&mut self, block: &Block) {
        self.enter(|it| walk_block(it, block));
    }

    fn inline(&mut self, inline: &Inline) {
        self.enter(|it| match inline {
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Span { content, .. }
            | Inline::Link { content, .. }
            | Inline::Reference { content, .. } => walk_inlines(it, content),
            Inline::Footnote { content, .. } => content.iter().for_each(|block| it.block(block)),
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        });
    }
}
