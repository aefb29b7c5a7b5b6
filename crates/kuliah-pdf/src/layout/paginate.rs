//! Strips into pages, page by page; only now are the numbers known that running heads and the
//! table of contents show.

use super::bands::Sheet;
use super::flow::{Frame, FrameId, Strip};
use super::measure::Typesetter;
use super::split::{Slice, Splitter, height};
use super::{Heading, LaidOut, Paginated, running};
use crate::page::{Area, Artifact, Item, LinkArea, Page, Position};
use crate::style::{self, Style};
use crate::tags::{Attribute, StructureTree};
use kuliah_doc::Document;
use kuliah_theme::{CoverKind, NewPage, Row, Slot};

/// Breaks a laid out document into pages.
pub(crate) fn paginate(laid_out: &mut LaidOut<'_>, document: &Document) -> Paginated {
    let sheets = Splitter {
        style: laid_out.style,
        strips: &laid_out.strips,
        notes: &laid_out.notes,
        heads: &laid_out.heads,
    }
    .split();
    let mut painter = Painter {
        document,
        style: laid_out.style,
        setter: &mut laid_out.setter,
        tree: &mut laid_out.tree,
        notes: &mut laid_out.notes,
        heads: &laid_out.heads,
        frames: &laid_out.frames,
        headings: &laid_out.headings,
        positions: vec![
            Position {
                page: 0,
                top: laid_out.style.page_height,
            };
            laid_out.places
        ],
    };
    painter.find_places(&sheets, &laid_out.strips);
    let mut pages = Vec::with_capacity(sheets.len());
    let mut section = None;
    for (number, sheet) in sheets.iter().enumerate() {
        let strips = laid_out.strips.as_mut_slice();
        let page = painter.page(number, sheets.len(), sheet, strips, &mut section);
        pages.push(page);
    }
    Paginated {
        count: pages.len(),
        pages,
        positions: painter.positions,
        size: [laid_out.style.page_width, laid_out.style.page_height],
    }
}

struct Painter<'p, 'f> {
    document: &'p Document,
    style: &'p Style,
    setter: &'p mut Typesetter<'f>,
    tree: &'p mut StructureTree,
    notes: &'p mut [Vec<Strip>],
    heads: &'p [Vec<Strip>],
    frames: &'p [Frame],
    headings: &'p [Heading],
    positions: Vec<Position>,
}

/// A column that is being filled.
#[derive(Default)]
struct Column {
    /// How far it is from the left edge of the text.
    shift: f32,
    /// Tints and upright rules, which lie under everything else.
    under: Vec<(FrameId, f32, f32)>,
    items: Vec<Item>,
}

impl Painter<'_, '_> {
    /// Notes where every place stands, before anything refers to it.
    fn find_places(&mut self, sheets: &[Sheet], strips: &[Strip]) {
        let mut positions = std::mem::take(&mut self.positions);
        for (page, slice) in pages_and_slices(sheets) {
            let mut top = self.text_top(slice);
            for strip in strips.get(slice.strips.clone()).unwrap_or_default() {
                found(strip, Position { page, top }, &mut positions);
                top -= strip.height;
            }
            let mut top = self.notes_top(slice);
            for (note, range) in &slice.notes {
                let strips = self.notes.get(*note).and_then(|it| it.get(range.clone()));
                for strip in strips.unwrap_or_default() {
                    found(strip, Position { page, top }, &mut positions);
                    top -= strip.height;
                }
            }
        }
        self.positions = positions;
    }

    fn top(&self, slice: &Slice) -> f32 {
        self.style.page_height - self.style.top - slice.top
    }

    fn text_top(&self, slice: &Slice) -> f32 {
        let head = slice.head.and_then(|it| self.heads.get(it));
        self.top(slice) - head.map_or(0.0, |it| height(it))
    }

    fn notes_top(&self, slice: &Slice) -> f32 {
        let foot = self.style.page_height - self.style.top - slice.foot;
        let notes = slice.notes.iter().map(|(note, range)| {
            let strips = self.notes.get(*note).and_then(|it| it.get(range.clone()));
            strips.map_or(0.0, height)
        });
        foot + notes.sum::<f32>()
    }

    fn page(
        &mut self,
        number: usize,
        count: usize,
        sheet: &Sheet,
        strips: &mut [Strip],
        section: &mut Option<usize>,
    ) -> Page {
        let first = sheet.first().and_then(|it| strips.get(it.strips.start));
        let opens = first.and_then(|it| it.heading);
        let before = opens.and_then(|it| self.part(it)).or(*section);
        let (mut items, mut over) = (Vec::new(), Vec::new());
        for slice in sheet {
            let column = self.column(slice, strips, section);
            items.extend(self.under(&column));
            over.extend(column.items);
        }
        items.append(&mut over);
        let links = Self::link_areas(&items);
        let opens_part = opens.is_some_and(|it| self.part(it) == Some(it));
        items.extend(self.running([number, count], opens_part, before));
        Page { items, links }
    }

    fn column(
        &mut self,
        slice: &Slice,
        strips: &mut [Strip],
        section: &mut Option<usize>,
    ) -> Column {
        let mut column = Column {
            shift: f32::from(slice.column) * self.style.column_step,
            ..Column::default()
        };
        let mut top = self.top(slice);
        let head = slice.head.and_then(|it| self.heads.get(it));
        for strip in head.map_or(&[][..], Vec::as_slice) {
            top -= self.put(strip.clone(), top, &mut column);
        }
        for strip in strips.get_mut(slice.strips.clone()).unwrap_or_default() {
            if let Some(part) = strip.heading.and_then(|it| self.part(it)) {
                *section = Some(part);
            }
            top -= self.put(std::mem::take(strip), top, &mut column);
        }
        self.put_notes(slice, &mut column);
        column
    }

    /// The heading of the top level that a heading belongs to.
    fn part(&self, heading: usize) -> Option<usize> {
        let upto = self.headings.get(..=heading)?;
        // Sub-headings are few between two headings of the top level.
        upto.iter().rposition(|it| it.depth == 1)
    }

    /// Puts a strip into a column; gives its height.
    fn put(&mut self, strip: Strip, top: f32, column: &mut Column) -> f32 {
        self.extend_frames(&strip, top, column);
        for item in strip.items {
            let item = item.moved(column.shift, top);
            if let Item::Picture { element, area, .. } = &item
                && let Some(it) = self.tree.get_mut(*element)
            {
                let bounds = [area.left, area.bottom, area.right, area.top];
                it.attribute = Some(Attribute::Bounds(bounds));
            }
            column.items.push(item);
        }
        if let Some(entry) = &strip.page_reference {
            let page = self.positions.get(entry.place.0).map_or(0, |it| it.page);
            let y = top - self.style.contents.leading * style::BASELINE;
            let items = running::page_number(self.setter, self.style, entry, page + 1, y);
            let items = items.into_iter();
            column
                .items
                .extend(items.map(|it| it.moved(column.shift, 0.0)));
        }
        strip.height
    }

    /// Grows the frames around a strip; an outer one keeps its distance from the inner.
    fn extend_frames(&self, strip: &Strip, top: f32, column: &mut Column) {
        let (mut top, mut bottom) = (top, top - strip.height);
        let mut next = strip.frame;
        while let Some(id) = next {
            match column.under.iter_mut().rev().find(|(it, ..)| *it == id) {
                Some((_, upper, lower)) => {
                    *upper = upper.max(top);
                    *lower = lower.min(bottom);
                }
                None => column.under.push((id, top, bottom)),
            }
            top += self.style.frame_pad;
            bottom -= self.style.frame_pad;
            next = self.frames.get(id.0).and_then(|it| it.outer);
        }
    }

    fn put_notes(&mut self, slice: &Slice, column: &mut Column) {
        if slice.notes.is_empty() {
            return;
        }
        let mut top = self.notes_top(slice);
        let left = self.style.left + column.shift;
        column.items.push(Item::Rule {
            left,
            right: left + style::NOTES_RULE,
            y: top + self.style.notes_below,
            weight: style::HEAD_RULE,
            colour: self.style.grey,
        });
        for (note, range) in &slice.notes {
            let strips = self.notes.get_mut(*note);
            let strips = strips.and_then(|it| it.get_mut(range.clone()));
            let strips = strips.unwrap_or_default().iter_mut();
            let strips: Vec<Strip> = strips.map(std::mem::take).collect();
            for strip in strips {
                top -= self.put(strip, top, column);
            }
        }
    }

    /// Tints and bars, the outer frames first.
    fn under(&self, column: &Column) -> Vec<Item> {
        let mut sorted: Vec<_> = column.under.clone();
        // An outer frame is made before those in it.
        sorted.sort_by_key(|(id, ..)| *id);
        let mut items = Vec::new();
        for (id, top, bottom) in sorted {
            let Some(frame) = self.frames.get(id.0) else {
                continue;
            };
            let left = frame.left + column.shift;
            let area = Area {
                left,
                bottom: bottom - self.style.frame_pad,
                right: frame.right + column.shift,
                top: top + self.style.frame_pad,
            };
            if let Some(colour) = frame.fill {
                items.push(Item::Fill { area, colour });
            }
            if let Some(colour) = frame.bar {
                let right = left + style::BAR;
                items.push(Item::Fill {
                    area: Area { right, ..area },
                    colour,
                });
            }
        }
        items
    }

    /// One area a link and line.
    fn link_areas(items: &[Item]) -> Vec<LinkArea> {
        let mut out: Vec<LinkArea> = Vec::new();
        let mut last_y = 0.0;
        for item in items {
            let Item::Text { run, y } = item else {
                continue;
            };
            let Some(link) = run.link else {
                continue;
            };
            let right = run.x + run.inked_width();
            match out.last_mut() {
                Some(last) if last.link == link && f32::abs(last_y - y) < 0.01 => {
                    last.area.right = right;
                }
                _ => out.push(LinkArea {
                    link,
                    area: Area {
                        left: run.x,
                        bottom: y - 0.26 * run.size,
                        right,
                        top: y + 0.82 * run.size,
                    },
                }),
            }
            last_y = *y;
        }
        out
    }

    /// Running head and foot. A cover has neither, and no page has a head that says what its
    /// own first line says.
    fn running(&mut self, page: [usize; 2], opens_part: bool, section: Option<usize>) -> Vec<Item> {
        let running = self.style.running;
        let mut items = Vec::new();
        let [number, _] = page;
        if number == 0 && self.style.cover.kind == CoverKind::Page {
            return items;
        }
        let [first_level, ..] = self.style.headings;
        let opening = opens_part && first_level.new_page != NewPage::Never;
        if (number > 0 || running.first_head) && !opening {
            let y = self.style.page_height - self.style.head;
            items.extend(self.row(running.head, y, Artifact::Header, page, section));
            if running.rule {
                items.push(Item::Rule {
                    left: self.style.left,
                    right: self.style.left + self.style.measure,
                    y: y - 0.7 * self.style.running_text.size,
                    weight: style::ROW_RULE,
                    colour: self.style.hair,
                });
            }
        }
        let y = self.style.foot;
        items.extend(self.row(running.foot, y, Artifact::Footer, page, section));
        items
    }

    fn row(
        &mut self,
        row: Row,
        y: f32,
        kind: Artifact,
        page: [usize; 2],
        section: Option<usize>,
    ) -> Vec<Item> {
        let slots = [row.left, row.center, row.right];
        let [left, center, right] = slots.map(|it| self.slot(it, page, section));
        running::row(self.setter, self.style, [&left, &center, &right], y, kind)
    }

    /// What stands at a place of a running line.
    fn slot(&self, slot: Slot, [number, count]: [usize; 2], section: Option<usize>) -> String {
        let labels = &self.document.labels;
        let section = section.and_then(|it| self.headings.get(it));
        match slot {
            Slot::Title => self.document.metadata.title.to_string(),
            Slot::Section => section.map_or(String::new(), |it| it.text.clone()),
            Slot::Page => (number + 1).to_string(),
            Slot::PageOfPages => {
                format!("{} {} {} {count}", labels.page, number + 1, labels.page_of)
            }
            Slot::Institution => {
                let names = &self.style.cover.institution;
                names.first().cloned().unwrap_or_default()
            }
            _ => String::new(),
        }
    }
}

fn found(strip: &Strip, position: Position, positions: &mut [Position]) {
    for place in &strip.places {
        if let Some(it) = positions.get_mut(place.0) {
            *it = position;
        }
    }
}

fn pages_and_slices(sheets: &[Sheet]) -> impl Iterator<Item = (usize, &Slice)> {
    let pages = sheets.iter().enumerate();
    pages.flat_map(|(page, sheet)| sheet.iter().map(move |slice| (page, slice)))
}
