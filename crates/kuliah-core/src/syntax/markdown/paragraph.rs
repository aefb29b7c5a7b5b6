//! Paragraphs: prose, the lead of a list, a figure.

use super::super::Node;
use super::attributes::{self, Attributes};
use super::builder::{Blocks, Builder};
use super::fields::Fields;
use super::heading::missing_list;
use super::image::Image;
use super::inline_text::InlineText;
use super::line::Line;
use super::list::is_list_kind;
use super::reader::Block;
use super::refusal;

/// What begins the caption of a table or code block.
const CAPTION_MARK: &str = ": ";

impl Builder<'_> {
    /// Builds a paragraph, and the list it leads to.
    pub(super) fn paragraph(&mut self, line: Line, blocks: &mut Blocks) -> Node {
        if let Some(image) = line.image {
            return self.figure(image, None);
        }
        if line.text.value.starts_with(CAPTION_MARK) {
            self.report(refusal::CAPTION.at(line.text.span));
        }
        let (text, attributes) = attributes::split(&line.text);
        // Without a class or id the braces may well be words of the author's.
        let (text, attributes) = if attributes.has_name() {
            (text, attributes)
        } else {
            (line.text, Attributes::default())
        };
        if matches!(blocks.front(), Some(Block::List(_)))
            && (!attributes.is_empty() || ends_in_colon(&text.value))
            && let Some(Block::List(list)) = blocks.pop_front()
        {
            let fields = self.lead(text, attributes);
            return self.list(fields, list);
        }
        self.refuse_attributes(&attributes);
        Node::tagged("prose", text.into_node())
    }

    /// The fields of a list that its lead gives.
    fn lead(&mut self, text: InlineText, mut attributes: Attributes) -> Fields {
        let mut fields = Fields::default();
        fields.optional("id", attributes.take_id());
        fields.optional("kind", attributes.take_class(|_| true));
        attributes.refuse(self.parse);
        if !text.is_empty() {
            fields.text("lead", text);
        }
        fields
    }

    /// Reports attributes of a paragraph that no list follows.
    fn refuse_attributes(&mut self, attributes: &Attributes) {
        let Some(span) = attributes.span() else {
            return;
        };
        let kind = attributes.class().filter(|it| is_list_kind(it));
        self.report(match kind {
            Some(kind) => missing_list(kind, span),
            None => refusal::ATTRIBUTES.at(span),
        });
    }

    /// Builds a figure; `below` is a caption written below the image.
    pub(super) fn figure(&mut self, mut image: Image, below: Option<InlineText>) -> Node {
        let mut fields = Fields::default();
        fields.optional("id", image.attributes.take_id());
        image.attributes.refuse(self.parse);
        fields.optional("src", image.src);
        if !image.alt.is_empty() {
            fields.text("alt", image.alt);
        }
        match (image.caption, below) {
            (Some(caption), below) => {
                fields.text("caption", caption);
                if let Some(below) = below {
                    self.report(refusal::CAPTION.at(below.span));
                }
            }
            (None, below) => self.caption(&mut fields, below),
        }
        Node::tagged("figure", fields.into_node_from(image.span))
    }

    /// Adds a caption and the id behind it.
    pub(super) fn caption(&mut self, fields: &mut Fields, caption: Option<InlineText>) {
        let Some(caption) = caption else {
            return;
        };
        let (caption, mut attributes) = attributes::split(&caption);
        fields.optional("id", attributes.take_id());
        attributes.refuse(self.parse);
        if !caption.is_empty() {
            fields.text("caption", caption);
        }
    }

    /// Takes the paragraph `: Caption` that comes next.
    pub(super) fn caption_below(blocks: &mut Blocks) -> Option<InlineText> {
        let is_caption = match blocks.front() {
            Some(Block::Paragraph(line)) => line.text.value.starts_with(CAPTION_MARK),
            _ => false,
        };
        match is_caption.then(|| blocks.pop_front())? {
            Some(Block::Paragraph(line)) => Some(line.text.behind(1)),
            _ => None,
        }
    }
}

/// Whether a text ends in a colon, emphasis or not.
fn ends_in_colon(text: &str) -> bool {
    text.trim_end_matches(['*', '_']).ends_with(':')
}
