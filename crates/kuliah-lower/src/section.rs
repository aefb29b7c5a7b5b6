//! Sections, roles and parts: headings and what is under them.

use kuliah_core::model::{Role, Section, Subsection};
use kuliah_core::{Markup, Spanned};
use kuliah_doc::{Anchor, AnchorKind, Block, BlockKind, Heading, Inline, NodePath};

use crate::block::place_of;
use crate::document::Lowering;
use crate::numbers::Siblings;
use crate::origin::Origin;
use crate::place::Place;
use crate::target::section_anchor;
use crate::text::{filled, or_dash, text};

/// A heading and where it stands.
pub(crate) struct Titled {
    /// What it is the heading of, and where its words are written.
    pub(crate) from: Origin,
    /// Its name.
    pub(crate) anchor: Option<Anchor>,
    /// Its number among its siblings.
    pub(crate) number: Option<u32>,
    /// Its words.
    pub(crate) content: Vec<Inline>,
}

impl Titled {
    /// Puts the heading over what is under it; where no heading may stand, before it in bold.
    pub(crate) fn over(self, blocks: Vec<Block>, place: Place, out: &mut Vec<Block>) {
        let content = or_dash(self.content);
        let Some(level) = place.heading() else {
            let title = BlockKind::Paragraph(vec![Inline::Strong(content)]);
            out.push(self.from.block(title).anchored(self.anchor));
            out.extend(blocks);
            return;
        };
        let section = kuliah_doc::Section {
            heading: Heading {
                level,
                number: self.number,
                content,
            },
            blocks,
        };
        out.push(
            self.from
                .block(BlockKind::Section(section))
                .anchored(self.anchor),
        );
    }
}

impl Lowering<'_> {
    /// A section; the blocks of one without title stand where it stands.
    pub(crate) fn section(
        &mut self,
        section: &Spanned<Section>,
        node: &NodePath,
        place: Place,
        siblings: &mut Siblings,
        out: &mut Vec<Block>,
    ) {
        let place = place.in_section(section);
        let anchor = section_anchor(section);
        let Some(title) = &section.title else {
            let start = out.len();
            self.parts(section, node, place, siblings, out);
            if let Some(first) = out.get_mut(start) {
                first.anchor.get_or_insert(anchor);
            }
            return;
        };
        let titled = Titled {
            from: Origin::new(place_of(title, section.span()), node.clone()),
            anchor: Some(anchor),
            number: number(place, title, siblings),
            content: self.inlines(title, place.counts),
        };
        let mut blocks = Vec::new();
        self.parts(
            section,
            node,
            place.below(),
            &mut Siblings::default(),
            &mut blocks,
        );
        titled.over(blocks, place, out);
    }

    /// The content of a section and its roles, which are numbered together.
    fn parts(
        &mut self,
        section: &Section,
        node: &NodePath,
        place: Place,
        siblings: &mut Siblings,
        out: &mut Vec<Block>,
    ) {
        self.blocks(&section.content, &node.key("content"), place, siblings, out);
        let roles = node.key("roles");
        for (index, role) in section.roles.iter().enumerate() {
            self.role(role, roles.item(index), place, siblings, out);
        }
    }

    fn role(
        &mut self,
        role: &Spanned<Role>,
        node: NodePath,
        place: Place,
        siblings: &mut Siblings,
        out: &mut Vec<Block>,
    ) {
        let titled = Titled {
            from: Origin::new(place_of(&role.name, role.span()), node),
            anchor: Some(Anchor::new(AnchorKind::Section, role.id.as_str())),
            number: number(place, &role.name, siblings),
            content: self.role_title(role, place),
        };
        let mut blocks = Vec::new();
        self.blocks(
            &role.content,
            &titled.from.node.key("content"),
            place.below(),
            &mut Siblings::default(),
            &mut blocks,
        );
        titled.over(blocks, place, out);
    }

    /// "Fasilitator (pemungkin, enabler)".
    fn role_title(&mut self, role: &Role, place: Place) -> Vec<Inline> {
        let mut title = or_dash(self.inlines(&role.name, place.counts));
        let mut before = " (";
        for alias in &role.aliases {
            if let Some(alias) = filled(self.inlines(alias, place.counts)) {
                title.push(text(before));
                title.extend(alias);
                before = ", ";
            }
        }
        if before != " (" {
            title.push(text(")"));
        }
        title
    }

    /// A part of a section or role.
    pub(crate) fn subsection(
        &mut self,
        part: &Subsection,
        from: &Origin,
        place: Place,
        siblings: &mut Siblings,
        out: &mut Vec<Block>,
    ) {
        let titled = Titled {
            from: from.clone().at(place_of(&part.title, from.span)),
            anchor: part
                .id
                .as_ref()
                .map(|id| Anchor::new(AnchorKind::Section, id.as_str())),
            number: number(place, &part.title, siblings),
            content: self.inlines(&part.title, place.counts),
        };
        let mut blocks = Vec::new();
        self.blocks(
            &part.content,
            &from.node.key("section").key("content"),
            place.below(),
            &mut Siblings::default(),
            &mut blocks,
        );
        titled.over(blocks, place, out);
    }
}

fn number(place: Place, title: &Markup, siblings: &mut Siblings) -> Option<u32> {
    siblings.number(place.heading()?, title)
}
