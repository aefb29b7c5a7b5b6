//! Tables: cells into column widths, rows into strips, rules between them.
//!
//! A row is one strip a line, so that a row taller than a page can be parted.

use kuliah_doc::{Alignment, Caption, Inline, Row, Table};

use super::flow::{HeadId, Keep, Strip};
use super::inline::{Attributes, Part};
use super::line_break::Widths;
use super::lines::{Line, set_lines};
use super::paragraph::{Paragraph, Spacing};
use super::text::{Setting, line_strip};
use super::{Layout, Room};
use crate::font::FaceId;
use crate::number::length;
use crate::page::{Artifact, Colour, Item, Mark};
use crate::style::{self, Style, Type};
use crate::tags::{Attribute, ElementId};

/// A row with more lines may be parted.
const WHOLE_ROW: usize = 14;
/// A head with more lines is not repeated.
const REPEATED_HEAD: usize = 8;
/// Of the text's width: a table that needs more is stretched to the whole.
const NEARLY_FULL: f32 = 0.72;

/// A row whose cells are measured.
struct Measured {
    cells: Vec<Paragraph>,
    kind: Type,
}

/// Where a column stands.
#[derive(Debug, Copy, Clone, PartialEq)]
struct Column {
    left: f32,
    width: f32,
    alignment: Alignment,
}

impl<'a> Layout<'a> {
    pub(crate) fn table(&mut self, table: &'a Table, room: Room) {
        let rows = std::iter::once(&table.head).chain(&table.rows);
        let count = rows.map(|it| it.cells.len()).max().unwrap_or(0);
        let count = count.max(table.columns.len());
        if count == 0 {
            return;
        }
        self.flush_label(room);
        let element = self.tree.block("Table", room.parent);
        // The caption comes first, though what is in the cells says how wide it is.
        let caption = table.caption.as_ref();
        let caption = caption.map(|it| self.caption_parts(it, element, room));
        let head = self.measure_row(&table.head, true, count, element, room);
        let body: Vec<Measured> = table
            .rows
            .iter()
            .map(|row| self.measure_row(row, false, count, element, room))
            .collect();
        let mut rows: Vec<Measured> = std::iter::once(head).chain(body).collect();
        let wide = self.style.columns > 1 && room.is_top() && !fits(&rows, count, room, self.style);
        let room = if wide {
            let width = self.style.measure;
            Room { width, ..room }
        } else {
            room
        };
        self.flow.widen(wide);
        self.flow.space(self.style.around_display);
        if let Some(parts) = caption {
            self.set_caption(&parts, room);
            self.flow.keep(Keep::Bound);
            self.flow.space(self.style.caption_gap);
        }
        let columns = place_columns(&rows, &table.columns, count, room, self.style.cell_gap);
        self.fit(&mut rows, &columns);
        let start = self.flow.strips.len();
        self.push_rows(rows, &columns, room);
        self.flow.keep_short(start, self.style.height * style::KEPT);
        self.flow.widen(false);
        self.flow
            .space(self.style.around_display + 2.0 * self.style.unit);
    }

    fn measure_row(
        &mut self,
        row: &'a Row,
        head: bool,
        count: usize,
        table: ElementId,
        room: Room,
    ) -> Measured {
        let element = self.tree.block("TR", table);
        let kind = if head {
            self.style.cell_head
        } else {
            self.style.cell
        };
        let mut cells = Vec::with_capacity(count);
        let nothing: &[Inline] = &[];
        let contents = row.cells.iter().map(Vec::as_slice);
        // Every row needs as many cells as there are columns, empty ones too.
        for content in contents.chain(std::iter::repeat(nothing)).take(count) {
            let cell = self.tree.block(if head { "TH" } else { "TD" }, element);
            if head && let Some(it) = self.tree.get_mut(cell) {
                it.attribute = Some(Attribute::Scope("Column"));
            }
            let attributes = Attributes {
                size: kind.size,
                columns: true,
                ..room.text(cell)
            };
            let attributes = if head {
                Attributes {
                    face: FaceId::SansBold,
                    ..room.sans(cell, kind)
                }
            } else {
                attributes
            };
            let parts = self.parts(content, attributes);
            let paragraph = self.setter.measure(&parts, Spacing::Ragged);
            self.report_missing(&paragraph.missing);
            cells.push(paragraph);
        }
        Measured { cells, kind }
    }

    /// Breaks up what is wider than its column, and says so.
    fn fit(&mut self, rows: &mut [Measured], columns: &[Column]) {
        let mut wide = Vec::new();
        for row in rows {
            for (cell, column) in row.cells.iter_mut().zip(columns) {
                wide.extend(cell.split_wide(column.width));
            }
        }
        self.report_overfull(&wide);
    }

    fn push_rows(&mut self, rows: Vec<Measured>, columns: &[Column], room: Room) {
        let left = room.left;
        let right = columns.last().map_or(room.right(), |it| it.left + it.width);
        let last = rows.len() - 1;
        let mut head_id = None;
        for (index, row) in rows.into_iter().enumerate() {
            let mut strips = self.row_strips(&row, columns, room);
            let count = strips.len();
            for (line, strip) in strips.iter_mut().enumerate() {
                strip.keep = row_keep(index, last, line, count);
                strip.head = if index > 1 || line > 0 { head_id } else { None };
            }
            if index == 0
                && let Some(first) = strips.first_mut()
            {
                rule(
                    first,
                    false,
                    [left, right],
                    style::TABLE_RULE,
                    self.style.ink,
                );
            }
            if let Some(end) = strips.last_mut() {
                let (weight, colour) = match index {
                    _ if index == last => (style::TABLE_RULE, self.style.ink),
                    0 => (style::HEAD_RULE, self.style.ink),
                    _ => (style::ROW_RULE, self.style.hair),
                };
                rule(end, true, [left, right], weight, colour);
            }
            if index == 0 && count <= REPEATED_HEAD {
                head_id = Some(HeadId(self.heads.len()));
                self.heads.push(strips.iter().map(repeated).collect());
            }
            for strip in strips {
                self.flow.push(strip);
            }
        }
    }

    fn row_strips(&self, row: &Measured, columns: &[Column], room: Room) -> Vec<Strip> {
        let fonts = self.setter.fonts;
        let mut lines: Vec<Line> = Vec::new();
        for (cell, column) in row.cells.iter().zip(columns) {
            if cell.is_empty() {
                continue;
            }
            let widths = Widths {
                first: column.width,
                rest: column.width,
            };
            let set = set_lines(fonts, cell, column.left, widths, false);
            for (index, mut line) in set.into_iter().enumerate() {
                align(&mut line, *column);
                match lines.get_mut(index) {
                    Some(beside) => {
                        beside.runs.extend(line.runs);
                        beside.notes.extend(line.notes);
                    }
                    None => lines.push(line),
                }
            }
        }
        if lines.is_empty() {
            lines.push(Line::default());
        }
        let mut strips: Vec<Strip> = lines
            .into_iter()
            .map(|line| Strip {
                frame: room.frame,
                ..line_strip(line, row.kind)
            })
            .collect();
        if let Some(first) = strips.first_mut() {
            first.height += self.style.cell_pad;
            let items = std::mem::take(&mut first.items).into_iter();
            first.items = items.map(|it| it.raised(-self.style.cell_pad)).collect();
        }
        if let Some(last) = strips.last_mut() {
            last.height += self.style.cell_pad;
        }
        strips
    }

    /// "Tabel 1." and the words of a caption.
    pub(crate) fn caption(&mut self, caption: &'a Caption, parent: ElementId, room: Room) {
        let parts = self.caption_parts(caption, parent, room);
        self.set_caption(&parts, room);
    }

    fn caption_parts(&mut self, caption: &'a Caption, parent: ElementId, room: Room) -> Vec<Part> {
        let owner = self.tree.block("Caption", parent);
        let grey = Attributes {
            colour: self.style.grey,
            ..room.sans(owner, self.style.caption)
        };
        let bold = Attributes {
            face: FaceId::SansBold,
            ..grey
        };
        let label = format!("{} {}. ", caption.label, caption.number);
        let mut parts = vec![Part::Text(label, bold)];
        parts.extend(self.parts(&caption.content, grey));
        parts
    }

    fn set_caption(&mut self, parts: &[Part], room: Room) {
        let lines = self.lines(parts, room, Setting::RAGGED);
        self.push_lines(lines, self.style.caption, room);
    }
}

/// Whether a table can be set in a room without breaking words.
fn fits(rows: &[Measured], count: usize, room: Room, style: &Style) -> bool {
    let mut least = vec![0.0_f32; count];
    for row in rows {
        for (width, cell) in least.iter_mut().zip(&row.cells) {
            *width = width.max(cell.least_width(false));
        }
    }
    least.iter().sum::<f32>() + style.cell_gap * length(count - 1) <= room.width
}

/// Column widths: all as wide as their text if that fits; else each as wide as its longest
/// word, and the rest shared in proportion to what the columns lack.
fn place_columns(
    rows: &[Measured],
    alignments: &[Alignment],
    count: usize,
    room: Room,
    gap: f32,
) -> Vec<Column> {
    let widest = |measure: &dyn Fn(&Paragraph) -> f32| -> Vec<f32> {
        let mut widths = vec![0.0_f32; count];
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(&row.cells) {
                // A hair more, so that rounding never breaks what just fits.
                *width = width.max(measure(cell) + 0.1);
            }
        }
        widths
    };
    let gaps = gap * length(count - 1);
    let free = (room.width - gaps).max(room.width * 0.25);
    let most = widest(&Paragraph::natural_width);
    let total: f32 = most.iter().sum();
    let widths = if total <= free {
        stretch(most, total, free)
    } else {
        let whole = widest(&|it| it.least_width(false));
        let least = if whole.iter().sum::<f32>() <= free {
            whole
        } else {
            widest(&|it| it.least_width(true))
        };
        share(&least, &most, free)
    };
    let gap = if gaps > room.width * 0.75 {
        room.width * 0.75 / length(count)
    } else {
        gap
    };
    let alignments = alignments
        .iter()
        .copied()
        .chain(std::iter::repeat(Alignment::Start));
    let mut left = room.left;
    let columns = widths.into_iter().zip(alignments);
    columns
        .map(|(width, alignment)| {
            let column = Column {
                left,
                width,
                alignment,
            };
            left += width + gap;
            column
        })
        .collect()
}

/// Widens columns that nearly fill the text so that they do.
fn stretch(mut widths: Vec<f32>, total: f32, free: f32) -> Vec<f32> {
    if total >= free * NEARLY_FULL {
        let more = (free - total) / length(widths.len());
        for width in &mut widths {
            *width += more;
        }
    }
    widths
}

/// Narrow columns get all they need; the others share the rest in proportion to what they lack.
fn share(least: &[f32], most: &[f32], free: f32) -> Vec<f32> {
    let total: f32 = least.iter().sum();
    if total > free {
        // Not even the syllables fit: the columns shrink alike, and words are broken anywhere.
        return least.iter().map(|it| it * free / total).collect();
    }
    let mut columns: Vec<(usize, f32, f32)> = least
        .iter()
        .zip(most)
        .enumerate()
        .map(|(at, (least, most))| (at, *least, *most))
        .collect();
    columns.sort_by(|a, b| a.2.total_cmp(&b.2).then(a.0.cmp(&b.0)));
    let mut widths = least.to_vec();
    let (mut free, mut needed) = (free, total);
    let mut rest = columns.as_slice();
    while let Some((&(at, least, most), others)) = rest.split_first() {
        let fair = free / length(rest.len());
        if most > fair || free - most < needed - least {
            break;
        }
        if let Some(width) = widths.get_mut(at) {
            *width = most;
        }
        free -= most;
        needed -= least;
        rest = others;
    }
    let lack: f32 = rest.iter().map(|(_, least, most)| most - least).sum();
    let part = (free - needed) / lack.max(1.0);
    for &(at, least, most) in rest {
        if let Some(width) = widths.get_mut(at) {
            *width = least + (most - least) * part;
        }
    }
    widths
}

fn align(line: &mut Line, column: Column) {
    let free = (column.width - line.width).max(0.0);
    let shift = match column.alignment {
        Alignment::Start => 0.0,
        Alignment::Center => free / 2.0,
        Alignment::End => free,
    };
    for (run, _) in &mut line.runs {
        run.x += shift;
    }
}

/// The head stays with the first row, the last two rows with each other, and a row whole.
fn row_keep(row: usize, last: usize, line: usize, lines: usize) -> Keep {
    if line + 1 == lines {
        return match row {
            _ if row == last => Keep::Free,
            0 => Keep::Bound,
            _ if row + 1 == last => Keep::Group,
            _ => Keep::Free,
        };
    }
    let edge = line == 0 || line + 2 == lines;
    match (row, edge) {
        (0, _) | (_, true) => Keep::Bound,
        _ if lines <= WHOLE_ROW => Keep::Group,
        _ => Keep::Free,
    }
}

fn rule(strip: &mut Strip, below: bool, ends: [f32; 2], weight: f32, colour: Colour) {
    let [left, right] = ends;
    strip.items.push(Item::Rule {
        left,
        right,
        y: if below { -strip.height } else { 0.0 },
        weight,
        colour,
    });
}

/// The same strip as decoration: its words were read on the page where the table begins.
fn repeated(strip: &Strip) -> Strip {
    let items = strip.items.iter().cloned().map(|mut item| {
        if let Item::Text { run, .. } = &mut item {
            run.mark = Mark::Artifact(Artifact::Pagination);
            run.link = None;
        }
        item
    });
    Strip {
        height: strip.height,
        items: items.collect(),
        frame: strip.frame,
        ..Strip::default()
    }
}
