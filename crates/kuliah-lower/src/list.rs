//! Lists: their title, lead, source and items.

use kuliah_core::Spanned;
use kuliah_core::model::{Item, ItemList};
use kuliah_doc::{Anchor, AnchorKind};
use kuliah_doc::{Block, BlockKind, Inline, List, ListItem, Marker, SafeText, inline_text};
use kuliah_source::Span;

use crate::block::place_of;
use crate::document::Lowering;
use crate::place::Place;
use crate::section::Titled;
use crate::text::{filled, or_dash, text, trim_end};

impl Lowering<'_> {
    /// A list with what introduces it.
    ///
    /// Its source ends the lead, else the title, else stands below the items. A title is a heading
    /// without number.
    pub(crate) fn item_list(
        &mut self,
        list: &ItemList,
        span: Span,
        place: Place,
        out: &mut Vec<Block>,
    ) {
        let counts = place.counts.in_list(list);
        let anchor = list
            .id
            .as_ref()
            .map(|id| Anchor::new(AnchorKind::List, id.as_str()));
        let mut citation = self.citations.list(&list.cite);
        let mut title = match &list.title {
            Some(title) => filled(self.inlines(title, counts)),
            None => None,
        };
        let lead = match &list.lead {
            Some(lead) => filled(self.inlines(lead, counts)),
            None => None,
        };
        let mut blocks = Vec::new();
        match (lead, &list.lead) {
            (Some(content), Some(lead)) => {
                let content = cited(content, std::mem::take(&mut citation));
                let paragraph = BlockKind::Paragraph(content);
                blocks.push(Block::new(place_of(lead, span), paragraph));
            }
            _ => title = title.map(|title| cited(title, std::mem::take(&mut citation))),
        }
        let on_items = anchor.clone().filter(|_| title.is_none());
        let items = self.items(&list.items, list.ordered, span, place);
        blocks.extend(items.map(|block| block.anchored(on_items)));
        let below = filled(citation);
        blocks.extend(below.map(|it| Block::new(span, BlockKind::Paragraph(it))));
        let Some(content) = title else {
            out.extend(blocks);
            return;
        };
        let titled = Titled {
            span: list
                .title
                .as_ref()
                .map_or(span, |title| place_of(title, span)),
            anchor,
            number: None,
            content,
        };
        titled.over(blocks, place, out);
    }

    /// The items as one block; `None` when there are none.
    fn items(
        &mut self,
        items: &[Spanned<Item>],
        ordered: bool,
        span: Span,
        place: Place,
    ) -> Option<Block> {
        let items: Vec<_> = items.iter().map(|item| self.item(item, place)).collect();
        let marker = if ordered {
            Marker::Decimal
        } else {
            Marker::Bullet
        };
        (!items.is_empty()).then(|| Block::new(span, BlockKind::List(List { marker, items })))
    }

    /// "**Term:** text", and the list below it.
    fn item(&mut self, item: &Spanned<Item>, place: Place) -> ListItem {
        let span = item.span();
        let mut content = Vec::new();
        if let Some(term) = &item.term
            && let Some(mut term) = filled(self.inlines(term, place.counts))
        {
            trim_end(&mut term);
            if !inline_text(&term).ends_with([':', '?', '!', '.']) {
                term.push(text(":"));
            }
            content.push(Inline::Strong(term));
        }
        if let Some(words) = filled(self.inlines(&item.text, place.counts)) {
            if !content.is_empty() {
                content.push(text(" "));
            }
            content.extend(words);
        }
        let paragraph = BlockKind::Paragraph(or_dash(content));
        let mut blocks = vec![Block::new(place_of(&item.text, span), paragraph)];
        if let Some(sub) = &item.sub {
            blocks.extend(self.items(&sub.items, sub.ordered, span, place));
        }
        ListItem { span, blocks }
    }
}

/// Puts a citation at the end of a sentence, before the sign that ends it.
fn cited(mut sentence: Vec<Inline>, citation: Vec<Inline>) -> Vec<Inline> {
    if citation.is_empty() {
        return sentence;
    }
    trim_end(&mut sentence);
    let end = take_end(&mut sentence);
    trim_end(&mut sentence);
    sentence.push(text(" "));
    sentence.extend(citation);
    sentence.extend(end.map(|sign| text(sign.encode_utf8(&mut [0; 4]))));
    sentence
}

/// Takes a final colon or full stop off.
fn take_end(sentence: &mut Vec<Inline>) -> Option<char> {
    let Some(Inline::Text(words)) = sentence.last_mut() else {
        return None;
    };
    let sign = words
        .as_str()
        .chars()
        .next_back()
        .filter(|c| matches!(c, ':' | '.'))?;
    let rest = words.as_str().strip_suffix(sign).unwrap_or_default();
    if rest.is_empty() {
        sentence.pop();
    } else {
        *words = SafeText::lossy(rest);
    }
    Some(sign)
}
