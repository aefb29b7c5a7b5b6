//! Blocks: each kind to the file that lowers it.

use kuliah_core::model::Block;
use kuliah_core::{Markup, Spanned};
use kuliah_doc::{Block as Lowered, BlockKind, NodePath};
use kuliah_source::Span;

use crate::document::Lowering;
use crate::numbers::Siblings;
use crate::origin::Origin;
use crate::place::Place;
use crate::text::filled;

impl Lowering<'_> {
    /// Blocks in reading order, those of the array at `array`; headings among them count on from
    /// `siblings`.
    pub(crate) fn blocks(
        &mut self,
        blocks: &[Spanned<Block>],
        array: &NodePath,
        place: Place,
        siblings: &mut Siblings,
        out: &mut Vec<Lowered>,
    ) {
        for (index, block) in blocks.iter().enumerate() {
            let from = &Origin::new(block.span(), array.item(index));
            match &**block {
                Block::Prose(markup) => self.paragraph(markup, from, place, out),
                Block::Quote(quote) => self.quote(quote, from, place, out),
                Block::List(list) => self.item_list(list, from, place, out),
                Block::Table(table) => {
                    let number = self.numbers.get(block);
                    self.table(table, number, from, place, out);
                }
                Block::Figure(figure) => {
                    let number = self.numbers.get(block);
                    self.figure(figure, number, from, place, out);
                }
                Block::Code(code) => {
                    let number = self.numbers.get(block);
                    self.code(code, number, from, place, out);
                }
                Block::Note(note) => self.note(note, from, place, out),
                Block::Exercise(exercise) => {
                    let number = self.numbers.get(block);
                    self.exercise(exercise, number, from, place, out);
                }
                Block::Section(part) => self.subsection(part, from, place, siblings, out),
                Block::Definitions(definitions) => {
                    self.definitions(definitions, from, place, out);
                }
            }
        }
    }

    /// Blocks, those of the array at `array`, that stand where no heading may.
    pub(crate) fn enclosed(
        &mut self,
        blocks: &[Spanned<Block>],
        array: &NodePath,
        place: Place,
    ) -> Vec<Lowered> {
        let mut out = Vec::new();
        self.blocks(
            blocks,
            array,
            place.enclosed(),
            &mut Siblings::default(),
            &mut out,
        );
        out
    }

    /// A paragraph; nothing when it shows nothing.
    pub(crate) fn paragraph(
        &mut self,
        markup: &Markup,
        from: &Origin,
        place: Place,
        out: &mut Vec<Lowered>,
    ) {
        let content = filled(self.inlines(markup, place.counts));
        let from = from.clone().at(place_of(markup, from.span));
        out.extend(content.map(|it| from.block(BlockKind::Paragraph(it))));
    }
}

/// Where a text was written; where what holds it was, when that is not known.
pub(crate) fn place_of(markup: &Markup, around: Span) -> Span {
    match markup.whole() {
        Span::DETACHED => around,
        span => span,
    }
}
