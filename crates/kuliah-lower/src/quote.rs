//! Quotations.

use kuliah_core::model::Quote;
use kuliah_doc::{Block, BlockKind};

use crate::document::Lowering;
use crate::origin::Origin;
use crate::place::Place;
use crate::text::filled;

impl Lowering<'_> {
    /// A quotation; of one without words, the source.
    pub(crate) fn quote(
        &mut self,
        quote: &Quote,
        from: &Origin,
        place: Place,
        out: &mut Vec<Block>,
    ) {
        let mut paragraphs = Vec::with_capacity(quote.text.len());
        for text in &quote.text {
            paragraphs.extend(filled(self.inlines(text, place.counts)));
        }
        let citation = filled(self.citations.list(&quote.cite));
        let kind = if paragraphs.is_empty() {
            citation.map(BlockKind::Paragraph)
        } else {
            let own = self.language();
            Some(BlockKind::Quote(kuliah_doc::Quote {
                language: quote.lang.clone().filter(|language| language != own),
                paragraphs,
                citation,
            }))
        };
        out.extend(kind.map(|kind| from.block(kind)));
    }
}
