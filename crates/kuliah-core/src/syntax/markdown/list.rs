//! Lists: with a heading as title, with a paragraph that leads to them, or alone.

use kuliah_source::Span;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{self, StrDeserializer};

use super::super::Node;
use super::builder::{Blocks, Builder};
use super::fields::Fields;
use super::heading::Heading;
use super::inline_text::InlineText;
use super::reader::{Block, List};
use super::{attributes, citation, refusal};
use crate::model::ListKind;

/// Whether a class is a kind of list.
pub(super) fn is_list_kind(class: &str) -> bool {
    let word: StrDeserializer<'_, value::Error> = class.into_deserializer();
    ListKind::deserialize(word).is_ok()
}

/// Whether a list comes next, with at most one paragraph before it.
pub(super) fn list_follows(blocks: &Blocks) -> bool {
    match blocks.front() {
        Some(Block::List(_)) => true,
        Some(Block::Paragraph(line)) => {
            line.image.is_none() && matches!(blocks.get(1), Some(Block::List(_)))
        }
        _ => false,
    }
}

impl Builder<'_> {
    /// `### Title [@key] {#id .kind}`, at most one paragraph, a list.
    pub(super) fn titled_list(
        &mut self,
        mut heading: Heading,
        kind: InlineText,
        blocks: &mut Blocks,
    ) -> Node {
        let mut fields = Fields::default();
        fields.optional("id", heading.attributes.take_id());
        fields.text("kind", kind);
        heading.attributes.refuse(self.parse);
        let (title, cite) = match citation::trailing(&heading.text) {
            Some((title, cite)) => (title, Some(cite)),
            None => (heading.text, None),
        };
        if !title.is_empty() {
            fields.text("title", title);
        }
        if let Some(cite) = cite {
            fields.node("cite", cite);
        }
        if let Some(Block::Paragraph(_)) = blocks.front()
            && let Some(Block::Paragraph(line)) = blocks.pop_front()
        {
            let (lead, attributes) = attributes::split(&line.text);
            attributes.refuse(self.parse);
            fields.text("lead", lead);
        }
        match blocks.pop_front() {
            Some(Block::List(list)) => {
                let node = self.list(fields, list);
                Node {
                    span: heading.span.to(node.span),
                    ..node
                }
            }
            other => {
                // `list_follows` saw to it that there is one.
                blocks.extend(other);
                Node::tagged("list", fields.into_node_from(heading.span))
            }
        }
    }

    /// Builds a list below what was read of it so far.
    pub(super) fn list(&mut self, mut fields: Fields, list: List) -> Node {
        fields.ordered(list.ordered, list.span);
        let items = self.items(list.items);
        fields.list("items", items, list.span);
        Node::tagged("list", fields.into_node_from(list.span))
    }

    fn items(&mut self, items: Vec<(Vec<Block>, Span)>) -> Vec<Node> {
        items
            .into_iter()
            .map(|(blocks, span)| self.item(blocks, span))
            .collect()
    }

    /// One paragraph, and one list below it at most.
    fn item(&mut self, blocks: Vec<Block>, span: Span) -> Node {
        let mut text = None;
        let mut sub = None;
        for block in blocks {
            match block {
                Block::Paragraph(line) if text.is_none() && sub.is_none() => {
                    self.refuse_image(line.image.as_ref());
                    text = Some(line.text);
                }
                Block::List(list) if sub.is_none() => {
                    let mut fields = Fields::default();
                    fields.ordered(list.ordered, list.span);
                    let items = self.items(list.items);
                    fields.list("items", items, list.span);
                    sub = Some(fields.into_node(list.span));
                }
                other => self.report(refusal::ITEM.at(other.span())),
            }
        }
        let mut fields = Fields::default();
        if let Some(text) = text {
            let (term, text) = term(text);
            fields.optional("term", term);
            fields.text("text", text);
        }
        if let Some(sub) = sub {
            fields.node("sub", sub);
        }
        fields.into_node(span)
    }
}

/// Cuts the term off `**Term:** text` or `**Term**: text`.
fn term(text: InlineText) -> (Option<InlineText>, InlineText) {
    let found = text.value.strip_prefix("**").and_then(|rest| {
        let length = rest.find("**").filter(|length| *length > 0)?;
        let end = 2 + length;
        let behind = text.value.get(end + 2..)?;
        let inside = rest.get(..length)?;
        let (term, start) = match (
            inside.trim_end().strip_suffix(':'),
            behind.strip_prefix(':'),
        ) {
            (Some(term), _) => (2..2 + term.len(), end + 2),
            (None, Some(_)) => (2..end, end + 3),
            (None, None) => return None,
        };
        Some((text.part(term), text.behind(start)))
    });
    match found {
        Some((term, rest)) if !term.is_empty() && !rest.is_empty() => (Some(term), rest),
        _ => (None, text),
    }
}
