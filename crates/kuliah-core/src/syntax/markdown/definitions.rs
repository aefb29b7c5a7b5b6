//! Definition lists: a term, and below it `: ` and what it means.

use kuliah_source::Span;
use pulldown_cmark::{Event, Tag};

use super::super::{Data, Node};
use super::builder::{Builder, Scope};
use super::fields::Fields;
use super::line::Line;
use super::reader::{Block, Reader};

/// A term and what is said of it.
#[derive(Debug)]
pub(super) struct Definition {
    term: Option<Line>,
    content: Vec<Block>,
    span: Span,
}

impl Reader<'_, '_> {
    /// Reads a definition list whose start was taken.
    pub(super) fn definition_list(&mut self, span: Span) -> Block {
        let mut entries: Vec<Definition> = Vec::new();
        while let Some((event, range)) = self.events.next() {
            let span = self.trimmed(range);
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    let term = self.line(None);
                    self.events.skip_block();
                    let content = Vec::new();
                    entries.push(Definition {
                        term,
                        content,
                        span,
                    });
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let blocks = self.blocks();
                    if let Some(entry) = entries.last_mut() {
                        entry.content.extend(blocks);
                        entry.span = entry.span.to(span);
                    }
                }
                _ => break,
            }
        }
        Block::Definitions { entries, span }
    }
}

impl Builder<'_> {
    /// A definition list, or a figure with its caption below: the two are written alike.
    pub(super) fn definitions(
        &mut self,
        mut entries: Vec<Definition>,
        span: Span,
        scope: Scope,
    ) -> Node {
        if let [only] = entries.as_mut_slice()
            && let [Block::Paragraph(caption)] = only.content.as_slice()
            && let Some(image) = only.term.as_mut().and_then(|term| term.image.take())
        {
            let caption = caption.text.clone();
            return self.figure(image, Some(caption));
        }
        let items = entries.into_iter().map(|entry| {
            let mut fields = Fields::default();
            if let Some(term) = entry.term {
                self.refuse_image(term.image.as_ref());
                fields.text("term", term.text);
            }
            let content = self.inside(entry.content, scope);
            fields.list("content", content, entry.span);
            fields.into_node(entry.span)
        });
        let items = items.collect();
        Node::tagged("definitions", Node::new(Data::Seq(items), span))
    }
}
