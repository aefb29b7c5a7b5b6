//! Terms and what they mean.

use kuliah_core::Spanned;
use kuliah_core::model::Definition;
use kuliah_doc::{Block, BlockKind};

use crate::document::Lowering;
use crate::origin::Origin;
use crate::place::Place;
use crate::text::or_dash;

impl Lowering<'_> {
    /// A list of terms.
    pub(crate) fn definitions(
        &mut self,
        definitions: &[Spanned<Definition>],
        from: &Origin,
        place: Place,
        out: &mut Vec<Block>,
    ) {
        let mut lowered = Vec::with_capacity(definitions.len());
        let node = from.node.key("definitions");
        for (index, definition) in definitions.iter().enumerate() {
            let content = node.item(index).key("content");
            let term = or_dash(self.inlines(&definition.term, place.counts));
            let mut blocks = self.enclosed(&definition.content, &content, place);
            if blocks.is_empty() {
                let nothing = BlockKind::Paragraph(or_dash(Vec::new()));
                blocks.push(Block::new(definition.span(), nothing));
            }
            lowered.push(kuliah_doc::Definition { term, blocks });
        }
        if !lowered.is_empty() {
            out.push(from.block(BlockKind::Definitions(lowered)));
        }
    }
}
