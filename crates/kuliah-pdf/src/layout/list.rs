//! Lists, and terms with what they mean.

use kuliah_doc::{Block, BlockKind, Definition, ExportError, List, Marker};

use super::flow::Keep;
use super::inline::Attributes;
use super::text::Setting;
use super::{Layout, Room};
use crate::font::FaceId;
use crate::tags::Attribute;

impl<'a> Layout<'a> {
    pub(crate) fn list(&mut self, list: &'a List, room: Room) -> Result<(), ExportError> {
        if list.items.is_empty() {
            return Ok(());
        }
        let element = self.tree.block("L", room.parent);
        let numbering = match (list.marker, room.lists) {
            (Marker::Decimal, _) => "Decimal",
            (Marker::Bullet, 0) => "Disc",
            (Marker::Bullet, _) => "Circle",
        };
        if let Some(it) = self.tree.get_mut(element) {
            it.attribute = Some(Attribute::ListNumbering(numbering));
        }
        let widest = self.widest_label(list, room);
        let indent = self.style.list_indent.max(widest + self.style.label_gap);
        let inside = Room {
            lists: room.lists + 1,
            ..room.indented(indent, 0.0)
        };
        if room.lists > 0 {
            // A list within a list is as close to its item as items are to each other.
            self.flow.tighten(self.style.between_items);
        }
        self.flow.space(self.style.between_items);
        let count = list.items.len();
        for (index, item) in list.items.iter().enumerate() {
            if !item.span.is_detached() {
                self.span = item.span;
            }
            let li = self.tree.block("LI", element);
            let label = self.tree.block("Lbl", li);
            let body = self.tree.block("LBody", li);
            self.item_label(list.marker, index + 1, room.text(label), inside);
            self.item_body(&item.blocks, inside.within(body))?;
            self.flush_label(inside);
            // The first two items stay together, and so do the last two.
            if count > 1 && (index == 0 || index + 2 == count) {
                self.flow.keep(Keep::Group);
            }
            self.flow.space(self.style.between_items);
        }
        if room.lists == 0 {
            self.flow.space(self.style.after_paragraph);
        }
        Ok(())
    }

    fn widest_label(&mut self, list: &List, room: Room) -> f32 {
        match list.marker {
            Marker::Bullet => 0.0,
            Marker::Decimal => {
                let widest = format!("{}.", list.items.len());
                self.setter.line(&widest, room.text(room.parent), 0.0).width
            }
        }
    }

    fn item_label(&mut self, marker: Marker, number: usize, at: Attributes, room: Room) {
        let text = match (marker, room.lists) {
            (Marker::Decimal, _) => format!("{number}."),
            (Marker::Bullet, 1) => "•".to_owned(),
            (Marker::Bullet, _) => "–".to_owned(),
        };
        let colour = match marker {
            Marker::Decimal => self.style.ink,
            Marker::Bullet => self.style.accent,
        };
        let at = Attributes {
            colour,
            columns: true,
            ..at
        };
        let mut line = self.setter.label(&text, at, room.left);
        let shift = line.width + self.style.label_gap;
        for (run, _) in &mut line.runs {
            run.x -= shift;
        }
        self.flow.label(line.runs);
    }

    /// An item of one paragraph holds its words itself.
    fn item_body(&mut self, blocks: &'a [Block], room: Room) -> Result<(), ExportError> {
        if let [only] = blocks
            && let BlockKind::Paragraph(content) = &only.kind
        {
            if let Some(anchor) = &only.anchor
                && let Some(place) = self.links.place(anchor)
            {
                self.flow.place(place);
            }
            self.paragraph_of(content, room.parent, room);
            return Ok(());
        }
        self.blocks(blocks, room)
    }

    pub(crate) fn definitions(
        &mut self,
        definitions: &'a [Definition],
        room: Room,
    ) -> Result<(), ExportError> {
        if definitions.is_empty() {
            return Ok(());
        }
        let list = self.tree.block("L", room.parent);
        if let Some(it) = self.tree.get_mut(list) {
            it.attribute = Some(Attribute::ListNumbering("None"));
        }
        self.flow.space(self.style.between_items);
        for definition in definitions {
            let item = self.tree.block("LI", list);
            let term = self.tree.block("Lbl", item);
            let body = self.tree.block("LBody", item);
            let bold = Attributes {
                face: FaceId::TextBold,
                ..room.text(term)
            };
            self.text(&definition.term, bold, room.kind, room, Setting::RAGGED);
            self.flow.keep(Keep::Bound);
            let inside = room.indented(self.style.meaning_indent, 0.0);
            self.item_body(&definition.blocks, inside.within(body))?;
            self.flow.space(self.style.after_paragraph);
        }
        Ok(())
    }
}
