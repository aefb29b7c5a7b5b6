//! Title, authors and the identity block.

use super::flow::{Keep, Strip};
use super::inline::Attributes;
use super::lines::Line;
use super::text::{Setting, line_strip};
use super::{Layout, Room};
use crate::font::FaceId;
use crate::page::{Colour, Item};
use crate::style;
use crate::tags::Attribute;
use kuliah_doc::Fact;

/// The widest column of labels, as a part of the measure.
const LABELS: f32 = 0.36;

impl<'a> Layout<'a> {
    pub(crate) fn front(&mut self, room: Room) {
        let front = &self.document.front;
        let title = self.tree.block("H1", room.parent);
        if let Some(it) = self.tree.get_mut(title) {
            it.title = Some(kuliah_doc::inline_text(&front.title));
        }
        let bold = Attributes {
            face: FaceId::SansBold,
            colour: self.style.accent,
            ..room.sans(title, self.style.title)
        };
        self.text(&front.title, bold, self.style.title, room, Setting::RAGGED);
        if let Some(subtitle) = &front.subtitle {
            self.flow.space(3.0);
            let owner = self.top_paragraph();
            let grey = Attributes {
                colour: self.style.grey,
                ..room.sans(owner, self.style.subtitle)
            };
            self.text(subtitle, grey, self.style.subtitle, room, Setting::RAGGED);
        }
        self.flow.space(7.0);
        for author in &front.authors {
            let owner = self.top_paragraph();
            let attributes = room.sans(owner, self.style.author);
            self.text(author, attributes, self.style.author, room, Setting::RAGGED);
        }
        self.level_rule(8.0, style::TABLE_RULE, self.style.accent, room);
        self.flow.space(5.0);
        if !front.facts.is_empty() {
            self.facts(&front.facts, room);
            self.level_rule(5.0, style::ROW_RULE, self.style.hair, room);
        }
        self.flow.space(14.0);
    }

    fn level_rule(&mut self, above: f32, weight: f32, colour: Colour, room: Room) {
        self.flow.keep(Keep::Bound);
        self.flow.space(above);
        self.flow.push(Strip {
            height: weight,
            items: vec![Item::Rule {
                left: room.left,
                right: room.right(),
                y: -weight,
                weight,
                colour,
            }],
            ..Strip::default()
        });
    }

    /// Labels in one column, values in the next, as wide as the widest label asks for.
    fn facts(&mut self, facts: &'a [Fact], room: Room) {
        let list = self.tree.block("L", room.parent);
        if let Some(it) = self.tree.get_mut(list) {
            it.attribute = Some(Attribute::ListNumbering("None"));
        }
        let mut rows = Vec::with_capacity(facts.len());
        for fact in facts {
            let item = self.tree.block("LI", list);
            let label = self.tree.block("Lbl", item);
            let body = self.tree.block("LBody", item);
            let grey = Attributes {
                colour: self.style.grey,
                ..room.sans(label, self.style.fact)
            };
            let parts = [super::inline::Part::Text(fact.label.to_string(), grey)];
            let narrow = Room {
                width: room.width * LABELS,
                ..room
            };
            let lines = self.lines(&parts, narrow, Setting::RAGGED);
            rows.push((lines, body));
        }
        let widest = rows.iter().flat_map(|(lines, _)| lines);
        let widest = widest.map(|it| it.width).fold(0.0, f32::max);
        let indent = widest + 16.0;
        let beside = Room {
            left: room.left + indent,
            width: room.width - indent,
            ..room
        };
        for (fact, (labels, body)) in facts.iter().zip(rows) {
            let attributes = Attributes {
                size: self.style.fact.size + 0.5,
                ..beside.text(body)
            };
            let parts = self.parts(&fact.value, attributes);
            let values = self.lines(&parts, beside, Setting::RAGGED);
            for line in side_by_side(labels, values) {
                self.flow.push(line_strip(line, self.style.fact));
            }
        }
    }
}

/// Lines of two columns as one.
pub(crate) fn side_by_side(left: Vec<Line>, right: Vec<Line>) -> Vec<Line> {
    let mut out = left;
    for (index, line) in right.into_iter().enumerate() {
        match out.get_mut(index) {
            Some(beside) => {
                beside.runs.extend(line.runs);
                beside.notes.extend(line.notes);
            }
            None => out.push(line),
        }
    }
    out
}
