//! Lists: their title, lead, source and items.

use kuliah_core::Spanned;
use kuliah_core::model::{Item, ItemList};
use kuliah_doc::{
    Anchor, AnchorKind, Block, BlockKind, Inline, List, ListItem, Marker, NodePath, SafeText,
    inline_text,
};

use crate::block::place_of;
use crate::document::Lowering;
use crate::origin::Origin;
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
        from: &Origin,
        place: Place,
        out: &mut Vec<Block>,
    ) {
        let counts = place.counts.in_list(list);
        let own = from.key("list");
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
                let from = own.key("lead").at(place_of(lead, from.span));
                blocks.push(from.block(BlockKind::Paragraph(content)));
            }
            _ => title = title.map(|title| cited(title, std::mem::take(&mut citation))),
        }
        let on_items = anchor.clone().filter(|_| title.is_none());
        let as_list = if title.is_none() { from } else { &own };
        let items = self.items(&list.items, list.ordered, as_list, &own.node, place);
        blocks.extend(items.map(|block| block.anchored(on_items)));
        let below = filled(citation);
        blocks.extend(below.map(|it| own.key("cite").block(BlockKind::Paragraph(it))));
        let Some(content) = title else {
            out.extend(blocks);
            return;
        };
        let titled = Titled {
            from: from.clone().at(list
                .title
                .as_ref()
                .map_or(from.span, |title| place_of(title, from.span))),
            anchor,
            number: None,
            content,
        };
        titled.over(blocks, place, out);
    }

    /// The items as one block that comes `from` somewhere; `None` when there are none.
    ///
    /// `node` is the list they are the items of.
    fn items(
        &mut self,
        items: &[Spanned<Item>],
        ordered: bool,
        from: &Origin,
        node: &NodePath,
        place: Place,
    ) -> Option<Block> {
        let node = node.key("items");
        let items: Vec<_> = items
            .iter()
            .enumerate()
            .map(|(index, item)| self.item(item, node.item(index), place))
            .collect();
        let marker = if ordered {
            Marker::Decimal
        } else {
            Marker::Bullet
        };
        (!items.is_empty()).then(|| from.block(BlockKind::List(List { marker, items })))
    }

    /// "**Term:** text", and the list below it.
    fn item(&mut self, item: &Spanned<Item>, node: NodePath, place: Place) -> ListItem {
        let from = Origin::new(item.span(), node);
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
        let words = from.clone().at(place_of(&item.text, from.span));
        let mut blocks = vec![words.block(paragraph)];
        if let Some(sub) = &item.sub {
            let own = from.key("sub");
            blocks.extend(self.items(&sub.items, sub.ordered, &own, &own.node, place));
        }
        ListItem {
            span: from.span,
            blocks,
        }
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
