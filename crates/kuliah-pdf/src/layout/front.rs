//! Title, authors and the identity block.

use kuliah_doc::{AssetPath, ExportError, Fact};
use kuliah_source::Message;
use kuliah_theme::{Alignment, CoverKind, NewPage};

use super::display::pixels;
use super::flow::{Keep, Strip};
use super::inline::{Attributes, Part};
use super::lines::Line;
use super::split::height;
use super::text::{Setting, line_strip};
use super::{Layout, NOT_SHOWN, Room};
use crate::font::FaceId;
use crate::page::{Area, Colour, Item};
use crate::style;
use crate::tags::Attribute;

/// The widest column of labels, as a part of the measure.
const LABELS: f32 = 0.36;

/// Where the title begins on a cover page, as a part of the text's height.
const COVER_TITLE: f32 = 0.28;

impl<'a> Layout<'a> {
    /// The front as the theme has it: above the text, or on a page of its own.
    pub(crate) fn front(&mut self, room: Room) -> Result<(), ExportError> {
        let room = Room {
            width: self.style.measure,
            ..room
        };
        self.flow.widen(true);
        if self.style.cover.kind == CoverKind::Page {
            self.cover_page(room)?;
            self.flow.new_page(NewPage::Always);
        } else {
            self.institution(room)?;
            self.titles(room);
            self.identity(room);
            self.flow.space(14.0 * self.style.unit);
        }
        self.flow.widen(false);
        Ok(())
    }

    /// Institution at the head, title in the upper half, the identity block at the foot.
    fn cover_page(&mut self, room: Room) -> Result<(), ExportError> {
        self.institution(room)?;
        if self.flow.strips.is_empty() {
            // Something has to hold the space open above the first line of the document.
            self.flow.push(Strip::default());
        }
        let above = height(&self.flow.strips);
        let below = self.style.height * COVER_TITLE - above;
        self.flow.pad(below.max(24.0 * self.style.unit));
        self.titles(room);
        let identity = self.flow.strips.len();
        self.flow.space(24.0 * self.style.unit);
        self.identity(room);
        let free = self.style.height - height(&self.flow.strips);
        // What is left stands above the identity block.
        if let Some(space) = self.flow.strips.get_mut(identity)
            && free > 0.0
        {
            space.height += free;
        }
        Ok(())
    }

    /// Logo and name of the institution.
    fn institution(&mut self, room: Room) -> Result<(), ExportError> {
        let cover = &self.style.cover;
        if let Some(logo) = &cover.logo {
            self.logo(logo, cover.logo_height, room)?;
        }
        for (index, name) in cover.institution.iter().enumerate() {
            let owner = self.top_paragraph();
            let kind = if index == 0 {
                self.style.subtitle
            } else {
                self.style.author
            };
            let attributes = Attributes {
                face: FaceId::Sans.styled(index == 0, false),
                ..room.sans(owner, kind)
            };
            let parts = [Part::Text(name.clone(), attributes)];
            let lines = self.lines(&parts, room, self.cover_setting());
            self.push_lines(lines, kind, room);
        }
        if cover.logo.is_some() || !cover.institution.is_empty() {
            self.flow.space(18.0 * self.style.unit);
        }
        Ok(())
    }

    /// The logo is decoration: its words are the institution's name, which stands below it.
    fn logo(&mut self, logo: &AssetPath, high: f32, room: Room) -> Result<(), ExportError> {
        let element = self.tree.block("Figure", room.parent);
        if let Some(it) = self.tree.get_mut(element) {
            let name = self.style.cover.institution.first();
            it.alt = Some(name.cloned().unwrap_or_else(|| "Logo".to_owned()));
        }
        let id = self.pictures.add(logo, self.assets)?;
        if let Some(why) = self.pictures.get(id).and_then(|it| it.image.as_ref().err()) {
            let message = Message::new(why.key()).with("path", logo.as_str());
            self.report(NOT_SHOWN, message, "export/not-shown.help");
        }
        let Some([width, height]) = self.pictures.size(id) else {
            return Ok(());
        };
        let ratio = pixels(width) / pixels(height).max(1.0);
        let high = high.min(room.width / ratio.max(f32::EPSILON));
        let width = high * ratio;
        let left = match self.style.cover.align {
            Alignment::Center => room.left + (room.width - width) / 2.0,
            _ => room.left,
        };
        let area = Area {
            left,
            bottom: -high,
            right: left + width,
            top: 0.0,
        };
        self.flow.push(Strip {
            height: high,
            items: vec![Item::Picture {
                picture: id,
                area,
                element,
            }],
            keep: Keep::Bound,
            ..Strip::default()
        });
        self.flow.space(10.0 * self.style.unit);
        Ok(())
    }

    fn cover_setting(&self) -> Setting {
        Setting {
            centred: self.style.cover.align == Alignment::Center,
            ..Setting::RAGGED
        }
    }

    fn titles(&mut self, room: Room) {
        let front = &self.document.front;
        let style = self.style;
        let setting = self.cover_setting();
        let title = self.tree.block("H1", room.parent);
        if let Some(it) = self.tree.get_mut(title) {
            it.title = Some(kuliah_doc::inline_text(&front.title));
        }
        let bold = Attributes {
            face: FaceId::SansBold,
            colour: style.accent,
            ..room.sans(title, style.title)
        };
        self.text(&front.title, bold, style.title, room, setting);
        if let Some(subtitle) = &front.subtitle {
            self.flow.space(3.0 * style.unit);
            let owner = self.top_paragraph();
            let grey = Attributes {
                colour: style.grey,
                ..room.sans(owner, style.subtitle)
            };
            self.text(subtitle, grey, style.subtitle, room, setting);
        }
        self.flow.space(7.0 * style.unit);
        if style.cover.kind == CoverKind::Page {
            self.level_rule(16.0 * style.unit, style::TABLE_RULE, style.accent, room);
            self.flow.space(16.0 * style.unit);
        }
        for author in &front.authors {
            let owner = self.top_paragraph();
            let attributes = room.sans(owner, style.author);
            self.text(author, attributes, style.author, room, setting);
        }
    }

    /// The rows of the identity block, between rules where the theme has them.
    fn identity(&mut self, room: Room) {
        let front = &self.document.front;
        let style = self.style;
        match style.cover.kind {
            CoverKind::Block => {
                self.level_rule(8.0 * style.unit, style::TABLE_RULE, style.accent, room);
            }
            _ if front.facts.is_empty() => return,
            CoverKind::Page => {
                self.level_rule(0.0, style::ROW_RULE, style.hair, room);
            }
            _ => {}
        }
        self.flow.space(5.0 * style.unit);
        if front.facts.is_empty() {
            return;
        }
        self.facts(&front.facts, room);
        if style.cover.kind == CoverKind::Block {
            self.level_rule(5.0 * style.unit, style::ROW_RULE, style.hair, room);
        }
    }

    fn level_rule(&mut self, above: f32, weight: f32, colour: Colour, room: Room) {
        self.flow.keep(Keep::Bound);
        self.flow.space(above);
        let strip = Self::level_strip(weight, colour, room);
        self.flow.push(strip);
    }

    /// A rule as wide as a room.
    pub(crate) fn level_strip(weight: f32, colour: Colour, room: Room) -> Strip {
        Strip {
            height: weight,
            items: vec![Item::Rule {
                left: room.left,
                right: room.right(),
                y: -weight,
                weight,
                colour,
            }],
            ..Strip::default()
        }
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
            let parts = [Part::Text(fact.label.to_string(), grey)];
            let narrow = Room {
                width: room.width * LABELS,
                ..room
            };
            let lines = self.lines(&parts, narrow, Setting::RAGGED);
            rows.push((lines, body));
        }
        let widest = rows.iter().flat_map(|(lines, _)| lines);
        let widest = widest.map(|it| it.width).fold(0.0, f32::max);
        let indent = widest + 16.0 * self.style.unit;
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
