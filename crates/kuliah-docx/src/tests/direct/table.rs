//! Tables, and callouts, which are tables of one column.

use kuliah_doc::{Alignment, Anchor, Callout, Row, Table, inline_text};

use super::inline::Look;
use super::{Direct, Place, bag, styled, value};
use crate::body::oracle::{
    callout_styles, keeps_blocks, keeps_rows, table_description, table_title, widths,
};
use crate::page::{CALLOUT_PADDING, Twips};
use crate::style;
use crate::xml::Element;

type Out = Vec<Element>;

impl Direct<'_> {
    pub(super) fn table(&mut self, table: &Table, anchor: Option<&Anchor>, place: Place) -> Out {
        let mut out = Out::new();
        match &table.caption {
            Some(caption) => out.push(self.caption(caption, anchor, style::TABLE_CAPTION, place)),
            None => self.open(anchor),
        }
        let rows = || std::iter::once(&table.head).chain(&table.rows);
        let cells = rows().map(|it| it.cells.len()).max().unwrap_or(0);
        let asked = table.columns.len().max(cells);
        if asked == 0 {
            return out;
        }
        let character = self.design.character;
        let grid = widths(rows(), asked.min(63), place.width, character);
        let mut element = begin_table(style::TABLE, &grid, place);
        let title = table_title(table);
        say(&mut element, &title, table_description(table).as_deref());
        element.push(grid_of(&grid));
        let kept = keeps_rows(rows(), &grid, character);
        element.push(self.row(&table.head, &table.columns, &grid, (true, false)));
        for (index, row) in table.rows.iter().enumerate() {
            let with_next = kept && index + 1 < table.rows.len();
            element.push(self.row(row, &table.columns, &grid, (false, with_next)));
        }
        out.push(element);
        out
    }

    fn row(
        &mut self,
        row: &Row,
        columns: &[Alignment],
        grid: &[Twips],
        (head, with_next): (bool, bool),
    ) -> Element {
        let mut properties = vec![Element::new("w:cantSplit")];
        if head {
            properties.push(Element::new("w:tblHeader"));
        }
        let mut element = Element::new("w:tr").child(bag("w:trPr", properties));
        for (index, &width) in grid.iter().enumerate() {
            let last = index + 1 == grid.len();
            let end = if last { row.cells.len() } else { index + 1 };
            let contents = row.cells.get(index..end).unwrap_or_default();
            let empty = [Vec::new()];
            let contents = if contents.is_empty() {
                &empty[..]
            } else {
                contents
            };
            let mut cell = cell(width);
            for content in contents {
                let (style, look) = if head {
                    (style::TABLE_HEADING, Look::heavy())
                } else {
                    (style::TABLE_TEXT, Look::default())
                };
                let mut properties = vec![value("w:pStyle", style.id)];
                properties.extend(with_next.then(|| Element::new("w:keepNext")));
                properties.extend(match columns.get(index) {
                    Some(Alignment::Center) => Some(value("w:jc", "center")),
                    Some(Alignment::End) => Some(value("w:jc", "right")),
                    _ => None,
                });
                cell.push(self.paragraph(properties, |direct, children| {
                    direct.inlines(content, &look, children);
                }));
            }
            element.push(cell);
        }
        element
    }

    pub(super) fn callout(&mut self, callout: &Callout, place: Place) -> Out {
        let (table, title_style) = callout_styles(callout.kind);
        let look = Look::heavy();
        if place.callouts >= 5 {
            let mut out = vec![self.words(title_style, &callout.title, &look, place)];
            out.extend(self.blocks(&callout.blocks, place));
            return out;
        }
        let inner = Place {
            left: 0,
            width: place.width.saturating_sub(2 * CALLOUT_PADDING),
            style: style::CALLOUT,
            callouts: place.callouts + 1,
            ..place
        };
        let mut head = cell(place.width);
        head.push(self.words(title_style, &callout.title, &look, inner));
        let mut content = self.blocks(&callout.blocks, inner);
        if content.is_empty() {
            content.push(self.paragraph(styled(style::CALLOUT, inner), |_, _| ()));
        }
        let mut under = cell(place.width);
        for it in content {
            under.push(it);
        }
        let grid = [place.width];
        let mut element = begin_table(table, &grid, place);
        say(&mut element, &inline_text(&callout.title), None);
        element.push(grid_of(&grid));
        let marks = ["w:cantSplit", "w:tblHeader"].map(Element::new).into();
        element.push(Element::new("w:tr").child(bag("w:trPr", marks)).child(head));
        let kept = keeps_blocks(&callout.blocks, inner.width, self.design.character);
        let mut row = Element::new("w:tr");
        if kept {
            row.push(bag("w:trPr", vec![Element::new("w:cantSplit")]));
        }
        element.push(row.child(under));
        vec![element]
    }
}

fn cell(width: Twips) -> Element {
    let width = Element::new("w:tcW")
        .with("w:w", width.to_string())
        .with("w:type", "dxa");
    Element::new("w:tc").child(bag("w:tcPr", vec![width]))
}

fn begin_table(style: &str, grid: &[Twips], place: Place) -> Element {
    let length = |name: &str, length: Twips| {
        Element::new(name)
            .with("w:w", length.to_string())
            .with("w:type", "dxa")
    };
    let mut properties = vec![
        value("w:tblStyle", style),
        length("w:tblW", grid.iter().sum()),
    ];
    if place.left > 0 {
        properties.push(length("w:tblInd", place.left));
    }
    properties.push(Element::new("w:tblLayout").with("w:type", "fixed"));
    let look = [
        ("w:val", "0420"),
        ("w:firstRow", "1"),
        ("w:lastRow", "0"),
        ("w:firstColumn", "0"),
        ("w:lastColumn", "0"),
        ("w:noHBand", "0"),
        ("w:noVBand", "1"),
    ];
    let look = look.into_iter();
    properties.push(look.fold(Element::new("w:tblLook"), |it, (k, v)| it.with(k, v)));
    Element::new("w:tbl").child(bag("w:tblPr", properties))
}

/// What is said of a table to those who cannot see it.
fn say(table: &mut Element, title: &str, description: Option<&str>) {
    for properties in table.elements_mut() {
        properties.push(value("w:tblCaption", title));
        if let Some(description) = description {
            properties.push(value("w:tblDescription", description));
        }
    }
}

fn grid_of(grid: &[Twips]) -> Element {
    let column = |width: &Twips| Element::new("w:gridCol").with("w:w", width.to_string());
    bag("w:tblGrid", grid.iter().map(column).collect())
}
