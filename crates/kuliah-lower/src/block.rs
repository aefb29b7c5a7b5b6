//! Blocks: each kind to the file that lowers it.

use kuliah_core::model::Block;
use kuliah_core::{Markup, Spanned};
use kuliah_doc::{Block as Lowered, BlockKind};
use kuliah_source::Span;

use crate::document::Lowering;
use crate::numbers::Siblings;
use crate::place::Place;
use crate::text::filled;

impl Lowering<'_> {
    /// Blocks in reading order; headings among them count on from `siblings`.
    pub(crate) fn blocks(
        &mut self,
        blocks: &[Spanned<Block>],
        place: Place,
        siblings: &mut Siblings,
        out: &mut Vec<Lowered>,
    ) {
        for block in blocks {
            let span = block.span();
            match &**block {
                Block::Prose(markup) => self.paragraph(markup, span, place, out),
                Block::Quote(quote) => self.quote(quote, span, place, out),
                Block::List(list) => self.item_list(list, span, place, out),
                Block::Table(table) => {
                    let number = self.numbers.get(block);
                    self.table(table, number, span, place, out);
                }
                Block::Figure(figure) => {
                    let number = self.numbers.get(block);
                    self.figure(figure, number, span, place, out);
                }
                Block::Code(code) => {
                    let number = self.numbers.get(block);
                    self.code(code, number, span, place, out);
                }
                Block::Note(note) => self.note(note, span, place, out),
                Block::Exercise(exercise) => {
                    let number = self.numbers.get(block);
                    self.exercise(exercise, number, span, place, out);
                }
                Block::Section(part) => self.subsection(part, span, place, siblings, out),
                Block::Definitions(definitions) => {
                    self.definitions(definitions, span, place, out);
                }
            }
        }
    }

    /// Blocks that stand where no heading may.
    pub(crate) fn enclosed(&mut self, blocks: &[Spanned<Block>], place: Place) -> Vec<Lowered> {
        let mut out = Vec::new();
        self.blocks(blocks, place.enclosed(), &mut Siblings::default(), &mut out);
        out
    }

    /// A paragraph; nothing when it shows nothing.
    pub(crate) fn paragraph(
        &mut self,
        markup: &Markup,
        span: Span,
        place: Place,
        out: &mut Vec<Lowered>,
    ) {
        let content = filled(self.inlines(markup, place.counts));
        let span = place_of(markup, span);
        out.extend(content.map(|it| Lowered::new(span, BlockKind::Paragraph(it))));
    }
}

/// Where a text was written; where what holds it was, when that is not known.
pub(crate) fn place_of(markup: &Markup, around: Span) -> Span {
    match markup.whole() {
        Span::DETACHED => around,
        span => span,
    }
}
