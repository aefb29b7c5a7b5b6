//! Blocks into the sections of a course, and the roles of each.

use std::collections::VecDeque;

use kuliah_source::{Diagnostic, Span};

use super::super::{Node, Parse};
use super::brackets;
use super::fields::Fields;
use super::heading::Heading;
use super::image::Image;
use super::inline_text::InlineText;
use super::reader::Block;
use super::refusal;

/// Blocks that wait to be built.
pub(super) type Blocks = VecDeque<Block>;

/// What the blocks at hand stand in.
#[derive(Debug, Copy, Clone)]
pub(super) struct Scope {
    /// The level of the heading above.
    pub(super) level: u8,
    /// Whether every `##` is a role.
    pub(super) all_roles: bool,
    /// Whether they stand in a block that no heading ends, such as a note.
    pub(super) closed: bool,
}

impl Scope {
    /// The text below a heading inside a section.
    pub(super) fn below(level: u8) -> Self {
        Self {
            level,
            all_roles: false,
            closed: false,
        }
    }

    /// Whether a heading ends it.
    fn ends_at(self, heading: &Heading) -> bool {
        !self.closed && (heading.level <= self.level || self.is_role(heading))
    }

    /// Whether a heading is a role of the section.
    fn is_role(self, heading: &Heading) -> bool {
        let may_be = self.level == 1 && heading.level == 2;
        may_be && (self.all_roles || heading.attributes.has_class("role"))
    }
}

/// Builds nodes of blocks.
pub(super) struct Builder<'p> {
    pub(super) parse: &'p mut Parse,
}

impl<'p> Builder<'p> {
    /// Makes a builder.
    pub(super) fn new(parse: &'p mut Parse) -> Self {
        Self { parse }
    }

    /// Builds the sections of a course. What stands before the first `#` is a section
    /// without a title.
    pub(super) fn sections(&mut self, blocks: Vec<Block>) -> Vec<Node> {
        let mut blocks = Blocks::from(blocks);
        let mut sections = Vec::new();
        while let Some(start) = blocks.front().map(Block::span) {
            let heading = take_heading(&mut blocks, |heading| heading.level == 1);
            sections.push(self.section(heading, start, &mut blocks));
        }
        sections
    }

    fn section(&mut self, heading: Option<Heading>, start: Span, blocks: &mut Blocks) -> Node {
        let mut fields = Fields::default();
        let mut scope = Scope::below(1);
        if let Some(mut heading) = heading {
            fields.optional("id", heading.attributes.take_id());
            if !heading.text.is_empty() {
                fields.text("title", heading.text);
            }
            let roles = heading.attributes.take_class(|it| it == "roles");
            scope.all_roles = roles.is_some();
            fields.optional("kind", heading.attributes.take_class(|_| true));
            heading.attributes.refuse(self.parse);
        }
        let mut content = Vec::new();
        let mut roles = Vec::new();
        loop {
            if let Some(Block::Heading(heading)) = blocks.front()
                && heading.level > 1
                && !roles.is_empty()
                && !scope.is_role(heading)
            {
                let found = refusal::SECTION_AFTER_ROLE.at(heading.span);
                self.report(found);
            }
            content.extend(self.content(blocks, scope));
            let Some(role) = take_heading(blocks, |heading| scope.is_role(heading)) else {
                break;
            };
            roles.push(self.role(role, blocks));
        }
        fields.filled("content", content);
        fields.filled("roles", roles);
        fields.into_node_from(start)
    }

    /// `## Name (alias, alias) {#id}` and what follows it.
    fn role(&mut self, mut heading: Heading, blocks: &mut Blocks) -> Node {
        let mut fields = Fields::default();
        fields.optional("id", heading.attributes.take_id());
        heading.attributes.take_class(|it| it == "role");
        heading.attributes.refuse(self.parse);
        let (name, aliases) = aliases(&heading.text);
        fields.text("name", name);
        fields.filled("aliases", aliases);
        let content = self.content(blocks, Scope::below(heading.level));
        fields.filled("content", content);
        fields.into_node_from(heading.span)
    }

    /// Builds blocks up to the heading that ends the scope.
    pub(super) fn content(&mut self, blocks: &mut Blocks, scope: Scope) -> Vec<Node> {
        let mut content = Vec::new();
        loop {
            if let Some(Block::Heading(heading)) = blocks.front()
                && scope.ends_at(heading)
            {
                break;
            }
            let Some(block) = blocks.pop_front() else {
                break;
            };
            content.extend(match block {
                Block::Heading(heading) => self.heading(heading, blocks, scope),
                Block::Paragraph(line) => Some(self.paragraph(line, blocks)),
                Block::List(list) => Some(self.list(Fields::default(), list)),
                Block::Quote { blocks, span } => self.quote(blocks, span, scope),
                Block::Table(table) => Some(self.table(table, blocks)),
                Block::Code(code) => Some(self.code(code, blocks)),
                Block::Definitions { entries, span } => {
                    Some(self.definitions(entries, span, scope))
                }
            });
        }
        content
    }

    /// Builds the blocks inside a block, which no heading ends.
    pub(super) fn inside(&mut self, blocks: impl Into<Blocks>, scope: Scope) -> Vec<Node> {
        let closed = true;
        self.content(
            &mut blocks.into(),
            Scope {
                closed,
                all_roles: false,
                ..scope
            },
        )
    }

    /// Reports an image where text alone may stand.
    pub(super) fn refuse_image(&mut self, image: Option<&Image>) {
        if let Some(image) = image {
            self.report(refusal::IMAGE.at(image.span));
        }
    }

    /// Reports a fault.
    pub(super) fn report(&mut self, found: Diagnostic) {
        self.parse.diagnostics.push(found);
    }
}

/// Takes the next block if it is a heading that fits.
fn take_heading(blocks: &mut Blocks, fits: impl Fn(&Heading) -> bool) -> Option<Heading> {
    if !matches!(blocks.front(), Some(Block::Heading(heading)) if fits(heading)) {
        return None;
    }
    match blocks.pop_front() {
        Some(Block::Heading(heading)) => Some(heading),
        _ => None,
    }
}

/// `Name (alias, alias)`: the last bracket of a name holds the other names.
fn aliases(text: &InlineText) -> (InlineText, Vec<Node>) {
    let open = brackets::opening_of_last(&text.value, '(', ')')
        .filter(|&open| !text.before(open).is_empty());
    let Some(open) = open else {
        return (text.clone(), Vec::new());
    };
    let start = open + 1;
    let inner = text
        .value
        .get(start..text.value.len() - 1)
        .unwrap_or_default();
    let aliases: Vec<_> = brackets::split(inner, ',')
        .into_iter()
        .map(|range| text.part(start + range.start..start + range.end))
        .filter(|alias| !alias.is_empty())
        .map(InlineText::into_node)
        .collect();
    if aliases.is_empty() {
        return (text.clone(), aliases);
    }
    (text.before(open), aliases)
}
