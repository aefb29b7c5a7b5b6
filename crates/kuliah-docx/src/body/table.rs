//! Tables: caption above, a head row that every page repeats, columns as wide as
//! their text asks for.

use docx_rs::{AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType};
use kuliah_doc::{Alignment, Anchor, ExportError, Inline, Row, inline_text};

use super::inline::Look;
use super::{Piece, Place, TableText, Writer, keep, signed, wide};
use crate::page::{CELL_PADDING, Twips};
use crate::{finding, marker, style};

/// The most columns that Word opens.
const MOST_COLUMNS: usize = 63;
/// A column asks for no more than that many characters.
const LONG: usize = 48;

impl Writer<'_> {
    pub(super) fn table(
        &mut self,
        table: &kuliah_doc::Table,
        anchor: Option<&Anchor>,
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        if let Some(caption) = &table.caption {
            let caption = self.caption(caption, anchor, style::TABLE_CAPTION, place)?;
            out.push(caption);
        } else {
            self.open(anchor);
        }
        let rows = || std::iter::once(&table.head).chain(&table.rows);
        let cells = rows().map(|row| row.cells.len()).max().unwrap_or(0);
        let asked = table.columns.len().max(cells);
        if asked == 0 {
            return Ok(());
        }
        if asked > MOST_COLUMNS {
            let finding = finding::columns(self.span, asked, MOST_COLUMNS);
            self.findings.push(finding);
        }
        let columns = asked.min(MOST_COLUMNS);
        let grid = widths(rows(), columns, place.width, self.design.character);
        let shape = Shape {
            columns: &table.columns,
            grid: &grid,
        };
        let kept = keep::rows(rows(), &grid, self.design.character);
        let head = self.row(&table.head, &shape, RowKind::Head)?;
        let mut built = vec![marker::set_head(head)];
        let last = table.rows.len().saturating_sub(1);
        for (index, row) in table.rows.iter().enumerate() {
            let kind = if kept && index < last {
                RowKind::WithNext
            } else {
                RowKind::Plain
            };
            built.push(self.row(row, &shape, kind)?);
        }
        let text = TableText {
            title: table_title(table),
            description: table_description(table),
        };
        self.push_table(style::TABLE, text, built, &grid, place, out);
        Ok(())
    }

    fn row(
        &mut self,
        row: &Row,
        shape: &Shape<'_>,
        kind: RowKind,
    ) -> Result<TableRow, ExportError> {
        let mut cells = Vec::with_capacity(shape.grid.len());
        let last = shape.grid.len().saturating_sub(1);
        for (index, &width) in shape.grid.iter().enumerate() {
            let mut cell = TableCell::new().width(wide(width), WidthType::Dxa);
            // What lies beyond the last column that Word opens goes into it.
            let end = if index == last {
                row.cells.len()
            } else {
                index + 1
            };
            let mut contents = row.cells.get(index..end).unwrap_or_default().iter();
            let mut next = Some(contents.next().map_or(&[][..], Vec::as_slice));
            while let Some(content) = next {
                cell = cell.add_paragraph(self.cell(content, shape, index, kind)?);
                next = contents.next().map(Vec::as_slice);
            }
            cells.push(cell);
        }
        Ok(TableRow::new(cells).cant_split())
    }

    fn cell(
        &mut self,
        content: &[Inline],
        shape: &Shape<'_>,
        column: usize,
        kind: RowKind,
    ) -> Result<Paragraph, ExportError> {
        let (style, look) = match kind {
            RowKind::Head => (style::TABLE_HEADING, Look::HEAVY),
            RowKind::WithNext | RowKind::Plain => (style::TABLE_TEXT, Look::PLAIN),
        };
        let mut paragraph = self
            .filled(|writer, children| writer.inlines(content, &look, children))?
            .style(style.id);
        if kind == RowKind::WithNext {
            paragraph = paragraph.keep_next(true);
        }
        let alignment = shape.columns.get(column).copied().unwrap_or_default();
        Ok(match alignment {
            Alignment::Start => paragraph,
            Alignment::Center => paragraph.align(AlignmentType::Center),
            Alignment::End => paragraph.align(AlignmentType::Right),
        })
    }

    /// Writes a table; what keeps it apart from the next one is added to the whole text.
    pub(super) fn push_table(
        &mut self,
        style: &str,
        text: TableText,
        rows: Vec<TableRow>,
        grid: &[Twips],
        place: Place,
        out: &mut Vec<Piece>,
    ) {
        let style = marker::numbered(style, self.tables.len());
        self.tables.push(text);
        let width = grid.iter().sum();
        let mut table = Table::new(rows)
            .style(style)
            .set_grid(grid.iter().map(|&it| wide(it)).collect())
            .width(wide(width), WidthType::Dxa)
            .layout(TableLayoutType::Fixed);
        if place.left > 0 {
            table = table.indent(signed(place.left));
        }
        out.push(Piece::Table(Box::new(table)));
    }
}

/// What a row is to the table.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
enum RowKind {
    /// The head; its style keeps it with the next row.
    Head,
    /// A row of a short table: no page ends behind it.
    WithNext,
    /// Any other.
    Plain,
}

/// What the cells of a table have in common.
struct Shape<'a> {
    columns: &'a [Alignment],
    grid: &'a [Twips],
}

/// Shares a width among columns: to each what its longest word needs, the rest by
/// the length of its longest cell.
pub(crate) fn widths<'a>(
    rows: impl Iterator<Item = &'a Row>,
    columns: usize,
    width: Twips,
    character: Twips,
) -> Vec<Twips> {
    let characters = |count: usize| {
        let count = Twips::try_from(count.min(LONG)).unwrap_or(0);
        count * character + 2 * CELL_PADDING
    };
    let mut least = vec![0; columns];
    let mut asked = vec![0; columns];
    for row in rows {
        let measured = least.iter_mut().zip(&mut asked).zip(&row.cells);
        for ((least, asked), cell) in measured {
            let text = inline_text(cell);
            let word = text.split_whitespace().map(|it| it.chars().count()).max();
            // Nobody knows the faces that the file will be opened with; some are wide.
            *least = characters(word.map_or(0, |it| it + it.div_ceil(4))).max(*least);
            *asked = characters(text.chars().count()).max(*asked);
        }
    }
    let even = width / Twips::try_from(columns).unwrap_or(Twips::MAX).max(1);
    let least: Vec<_> = least.into_iter().map(|it| it.min(even)).collect();
    let rest = u64::from(width.saturating_sub(least.iter().sum()));
    let wishes: Vec<_> = asked
        .iter()
        .zip(&least)
        .map(|(asked, least)| u64::from(asked.saturating_sub(*least)) + 1)
        .collect();
    let all = wishes.iter().sum::<u64>().max(1);
    let share = |wish| Twips::try_from(rest * wish / all).unwrap_or(0);
    let shares = wishes.into_iter().map(share);
    let mut grid: Vec<_> = least.iter().zip(shares).map(|(a, b)| a + b).collect();
    let rest = width.saturating_sub(grid.iter().sum());
    if let Some(last) = grid.last_mut() {
        *last += rest;
    }
    grid
}

pub(crate) fn table_title(table: &kuliah_doc::Table) -> String {
    let caption = table.caption.as_ref();
    let title = caption
        .map(|it| inline_text(&it.content))
        .unwrap_or_default();
    if title.trim().is_empty() {
        head_text(table)
    } else {
        title
    }
}

pub(crate) fn table_description(table: &kuliah_doc::Table) -> Option<String> {
    table
        .caption
        .as_ref()
        .map(|_| head_text(table))
        .filter(|it| !it.is_empty())
}

fn head_text(table: &kuliah_doc::Table) -> String {
    let cells = table.head.cells.iter().map(|cell| inline_text(cell));
    let filled: Vec<_> = cells.filter(|it| !it.trim().is_empty()).collect();
    filled.join(", ")
}

#[cfg(test)]
mod tests {
    use kuliah_doc::SafeText;

    use super::*;

    fn row(cells: &[&str]) -> Row {
        let cell = |text: &&str| vec![Inline::Text(SafeText::lossy(text))];
        Row {
            cells: cells.iter().map(cell).collect(),
        }
    }

    #[test]
    fn columns_share_the_whole_width() {
        let rows = [
            row(&["No", "Peran"]),
            row(&["1", "Menganalisis kebijakan dan dampaknya"]),
        ];
        let grid = widths(rows.iter(), 2, 8_000, 105);
        assert_eq!(grid.iter().sum::<u32>(), 8_000);
        let [narrow, broad] = grid[..] else {
            panic!("two columns")
        };
        assert!(narrow < 1_500 && broad > 6_000, "{grid:?}");
    }

    #[test]
    fn no_column_vanishes() {
        let long = "x".repeat(500);
        let rows = [row(&["", &long, &long])];
        let grid = widths(rows.iter(), 3, 3_000, 105);
        assert_eq!(grid.iter().sum::<u32>(), 3_000);
        assert!(grid.iter().all(|&it| it > 200), "{grid:?}");
        let empty = widths([].iter(), 63, 8_000, 105);
        assert_eq!(empty.iter().sum::<u32>(), 8_000);
    }
}
