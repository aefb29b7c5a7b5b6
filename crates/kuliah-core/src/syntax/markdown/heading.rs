//! Headings below a section: a titled list, an exercise or a subsection.

use kuliah_source::{Diagnostic, Message, Span};
use pulldown_cmark::HeadingLevel;

use super::super::{Node, error};
use super::attributes::Attributes;
use super::builder::{Blocks, Builder, Scope};
use super::fields::Fields;
use super::inline_text::InlineText;
use super::list::{is_list_kind, list_follows};
use super::reader::Reader;
use super::{attributes, refusal};

/// A heading of level 1 to 4.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) level: u8,
    /// The text, less the attributes.
    pub(super) text: InlineText,
    pub(super) attributes: Attributes,
    pub(super) span: Span,
}

impl Reader<'_, '_> {
    /// Reads a heading whose start was taken; `None`, and a finding, below level 4.
    pub(super) fn heading(&mut self, level: HeadingLevel, span: Span) -> Option<Heading> {
        let text = self.plain_line();
        self.events.skip_block();
        let start = span.start() - self.source.base;
        let written = self.source.text.get(start..).unwrap_or_default();
        if !written.starts_with('#') {
            self.report(refusal::UNDERLINED_HEADING.at(span));
        }
        let level = level as u8;
        if level > 4 {
            self.report(refusal::HEADING.at(span));
            return None;
        }
        let text = text.unwrap_or_else(|| self.nothing(span.end() - self.source.base));
        let (text, attributes) = attributes::split(&text);
        Some(Heading {
            level,
            text,
            attributes,
            span,
        })
    }
}

impl Builder<'_> {
    /// Builds what a heading stands for.
    pub(super) fn heading(
        &mut self,
        mut heading: Heading,
        blocks: &mut Blocks,
        scope: Scope,
    ) -> Option<Node> {
        if heading.level > 1 {
            if heading
                .attributes
                .take_class(|it| it == "exercise")
                .is_some()
            {
                return Some(self.exercise(heading, blocks));
            }
            if let Some(kind) = list_kind(&mut heading.attributes, blocks) {
                if list_follows(blocks) {
                    return Some(self.titled_list(heading, kind, blocks));
                }
                self.report(missing_list(&kind.value, heading.span));
                return Some(self.subsection(heading, blocks));
            }
        }
        if scope.closed && heading.level <= scope.level {
            self.report(refusal::HEADING_IN_BLOCK.at(heading.span));
            return None;
        }
        if heading.level > scope.level + 1 {
            self.report(refusal::HEADING_LEVEL.at(heading.span));
        }
        Some(self.subsection(heading, blocks))
    }

    fn subsection(&mut self, mut heading: Heading, blocks: &mut Blocks) -> Node {
        let mut fields = Fields::default();
        fields.optional("id", heading.attributes.take_id());
        heading.attributes.refuse(self.parse);
        fields.text("title", heading.text);
        let content = self.content(blocks, Scope::below(heading.level));
        fields.list("content", content, heading.span);
        Node::tagged("section", fields.into_node_from(heading.span))
    }
}

/// The class that makes a heading the title of a list.
///
/// A class that is no kind of list is taken for one before a list, so that the schema can
/// name the right ones.
fn list_kind(attributes: &mut Attributes, blocks: &Blocks) -> Option<InlineText> {
    let known = attributes.take_class(is_list_kind);
    if known.is_some() || !list_follows(blocks) {
        return known;
    }
    attributes.take_class(|it| !matches!(it, "role" | "roles"))
}

/// The finding about a kind of list where no list follows.
pub(super) fn missing_list(kind: &str, span: Span) -> Diagnostic {
    let message = Message::new("schema/missing-key.list").with("kind", kind);
    error("schema/missing-key", span, message).help(Message::new("schema/missing-key.list.help"))
}
