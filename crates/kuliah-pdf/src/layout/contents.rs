//! The table of contents: two levels of headings, leaders, page numbers.

use kuliah_theme::{CoverKind, NewPage};

use super::flow::{Keep, PageReference};
use super::inline::{Attributes, Part};
use super::lines::Line;
use super::sections::Found;
use super::text::{Setting, line_strip};
use super::{Layout, Room};
use crate::font::FaceId;
use crate::page::{Item, Target};
use crate::tags::ElementId;

/// Headings down to this depth are listed.
const DEPTH: usize = 2;
/// From the number of a heading to its words: the widest number's width, and this.
const AFTER_LABEL: f32 = 6.0;
/// At the right edge: the page number, and some leader before it.
pub(crate) const NUMBER_COLUMN: f32 = 18.0;
/// At least this much leader.
const LEADER: f32 = 24.0;

impl<'a> Layout<'a> {
    pub(crate) fn contents(&mut self, room: Room) {
        let listed = self.sections.down_to(DEPTH);
        if listed.is_empty() {
            return;
        }
        self.flush_label(room);
        let title = self.tree.block("P", room.parent);
        let bold = Attributes {
            face: FaceId::SansBold,
            colour: self.style.accent,
            ..room.sans(title, self.style.contents_title)
        };
        let label = self.document.labels.contents.to_string();
        let lines = self.lines(&[Part::Text(label, bold)], room, Setting::RAGGED);
        self.flow.space(self.style.around_display);
        self.push_lines(lines, self.style.contents_title, room);
        self.flow.keep(Keep::Bound);
        self.flow.space(3.0 * self.style.unit);
        let toc = self.tree.block("TOC", room.parent);
        let mut within = toc;
        let count = listed.len();
        let columns = self.label_columns(&listed, room);
        for (index, found) in listed.into_iter().enumerate() {
            if found.depth == 1 {
                within = toc;
            } else if within == toc {
                within = self.tree.block("TOC", toc);
            }
            self.entry_of_contents(found, within, columns, room);
            if count > 1 && (index == 0 || index + 2 == count) {
                self.flow.keep(Keep::Group);
            }
        }
        if self.style.cover.kind == CoverKind::Page {
            // Behind a cover, the contents have a page of their own.
            self.flow.new_page(NewPage::Always);
        }
        self.flow.space(16.0 * self.style.unit);
    }

    /// How wide the widest number of each level is.
    fn label_columns(&mut self, listed: &[Found<'a>], room: Room) -> [f32; DEPTH] {
        let mut widths = [0.0_f32; DEPTH];
        for found in listed {
            let Some(label) = self.heading_label(found.section) else {
                continue;
            };
            let attributes = room.sans(room.parent, self.style.contents);
            let width = self.setter.line(&label, attributes, 0.0).width + AFTER_LABEL;
            if let Some(widest) = widths.get_mut(found.depth - 1) {
                *widest = widest.max(width);
            }
        }
        widths
    }

    fn entry_of_contents(
        &mut self,
        found: Found<'a>,
        toc: ElementId,
        columns: [f32; DEPTH],
        room: Room,
    ) {
        let item = self.tree.block("TOCI", toc);
        let reference = self.tree.block("Reference", item);
        let owner = self.tree.block("Link", reference);
        let words = kuliah_doc::inline_text(&found.section.heading.content);
        let label = self.heading_label(found.section);
        let title = match &label {
            Some(label) => format!("{label} {words}"),
            None => words.clone(),
        };
        let link = Some(self.links.add(Target::Place(found.place), owner, title));
        let attributes = Attributes {
            link,
            ..room.sans(owner, self.style.contents)
        };
        let [first, second] = columns;
        let (from, column) = if found.depth == 1 {
            (0.0, first)
        } else {
            (first.max(12.0), second)
        };
        let indent = from + if label.is_some() { column } else { 0.0 };
        let inner = Room {
            left: room.left + indent,
            width: room.width - indent - NUMBER_COLUMN - LEADER,
            ..room
        };
        let mut lines = self.lines(&[Part::Text(words, attributes)], inner, Setting::RAGGED);
        if let (Some(label), Some(line)) = (label, lines.first_mut()) {
            let mut labelled = self.setter.label(&label, attributes, room.left + from);
            labelled.runs.append(&mut line.runs);
            line.runs = labelled.runs;
        }
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.into_iter().enumerate() {
            let from = right_edge(&line, inner.left);
            let mut strip = line_strip(line, self.style.contents);
            strip.frame = room.frame;
            if index < last {
                strip.keep = Keep::Bound;
            } else {
                // A blank between the words and the page number, for those who hear them.
                if let Some(Item::Text { run, .. }) = strip.items.last_mut() {
                    self.setter.push_blank(run);
                }
                strip.page_reference = Some(Box::new(PageReference {
                    place: found.place,
                    from,
                    style: attributes.run(room.right()),
                }));
            }
            self.flow.push(strip);
        }
    }
}

fn right_edge(line: &Line, left: f32) -> f32 {
    let edges = line.runs.iter().map(|(run, _)| run.x + run.inked_width());
    edges.fold(left, f32::max)
}
