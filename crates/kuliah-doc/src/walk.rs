//! Walking the tree in reading order.

use crate::{Block, BlockKind, Caption, Document, Inline};

/// What is done at each node; the default goes on into it.
pub trait Visit {
    /// At a block.
    fn block(&mut self, block: &Block) {
        walk_block(self, block);
    }

    /// At an inline.
    fn inline(&mut self, inline: &Inline) {
        walk_inline(self, inline);
    }
}

/// Visits the front matter and every block, in reading order.
pub fn walk_document<V: Visit + ?Sized>(visit: &mut V, document: &Document) {
    let front = &document.front;
    walk_inlines(visit, &front.title);
    walk_inlines(visit, front.subtitle.as_deref().unwrap_or_default());
    for author in &front.authors {
        walk_inlines(visit, author);
    }
    for fact in &front.facts {
        walk_inlines(visit, &fact.value);
    }
    blocks(visit, &document.blocks);
}

/// Visits what is inside a block, in reading order.
pub fn walk_block<V: Visit + ?Sized>(visit: &mut V, block: &Block) {
    match &block.kind {
        BlockKind::Section(section) => {
            walk_inlines(visit, &section.heading.content);
            blocks(visit, &section.blocks);
        }
        BlockKind::Paragraph(content) => walk_inlines(visit, content),
        BlockKind::Quote(quote) => {
            for paragraph in &quote.paragraphs {
                walk_inlines(visit, paragraph);
            }
            walk_inlines(visit, quote.citation.as_deref().unwrap_or_default());
        }
        BlockKind::List(list) => {
            for item in &list.items {
                blocks(visit, &item.blocks);
            }
        }
        BlockKind::Definitions(definitions) => {
            for definition in definitions {
                walk_inlines(visit, &definition.term);
                blocks(visit, &definition.blocks);
            }
        }
        BlockKind::Table(table) => {
            caption(visit, table.caption.as_ref());
            for row in std::iter::once(&table.head).chain(&table.rows) {
                for cell in &row.cells {
                    walk_inlines(visit, cell);
                }
            }
        }
        BlockKind::Figure(figure) => caption(visit, figure.caption.as_ref()),
        BlockKind::Code(code) => caption(visit, code.caption.as_ref()),
        BlockKind::Callout(callout) => {
            walk_inlines(visit, &callout.title);
            blocks(visit, &callout.blocks);
        }
        BlockKind::Bibliography(entries) => {
            for entry in entries {
                walk_inlines(visit, &entry.content);
            }
        }
        BlockKind::WriteIn { .. } | BlockKind::Contents => {}
    }
}

/// Visits inlines one after the other.
pub fn walk_inlines<V: Visit + ?Sized>(visit: &mut V, inlines: &[Inline]) {
    for inline in inlines {
        visit.inline(inline);
    }
}

/// Visits what is inside an inline, in reading order.
pub fn walk_inline<V: Visit + ?Sized>(visit: &mut V, inline: &Inline) {
    match inline {
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Span { content, .. }
        | Inline::Link { content, .. }
        | Inline::Reference { content, .. } => walk_inlines(visit, content),
        Inline::Footnote { content, .. } => blocks(visit, content),
        Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
    }
}

fn blocks<V: Visit + ?Sized>(visit: &mut V, blocks: &[Block]) {
    for block in blocks {
        visit.block(block);
    }
}

fn caption<V: Visit + ?Sized>(visit: &mut V, caption: Option<&Caption>) {
    if let Some(caption) = caption {
        walk_inlines(visit, &caption.content);
    }
}
