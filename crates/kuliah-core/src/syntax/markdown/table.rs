//! Pipe tables.

use std::ops::Range;

use kuliah_source::Span;
use pulldown_cmark::{Alignment, Event, Tag};

use super::super::{Data, Node};
use super::builder::{Blocks, Builder};
use super::fields::{Fields, named};
use super::inline_text::InlineText;
use super::reader::Reader;
use super::refusal;

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    align: Vec<Alignment>,
    head: Vec<InlineText>,
    rows: Vec<(Vec<InlineText>, Span)>,
    /// A last row `: Caption`: without a blank line before it, the caption is read as a row.
    caption: Option<InlineText>,
    pub(super) span: Span,
}

impl Reader<'_, '_> {
    /// Reads a table whose start was taken.
    pub(super) fn table(&mut self, align: &[Alignment], span: Span) -> Table {
        let mut table = Table {
            align: align.to_vec(),
            head: Vec::new(),
            rows: Vec::new(),
            caption: None,
            span,
        };
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => table.head = self.cells(range),
                Event::Start(Tag::TableRow) => self.row(&mut table, range),
                _ => break,
            }
        }
        table
    }

    fn row(&mut self, table: &mut Table, range: Range<usize>) {
        let span = self.trimmed(range.clone());
        let written = self.source.text.get(range.clone()).unwrap_or_default();
        let is_bare = !written.contains('|');
        let is_caption = is_bare && written.trim_start().starts_with(": ");
        let is_text = is_bare && !is_caption && table.align.len() > 1;
        if is_text || table.caption.is_some() {
            self.report(refusal::TABLE_ROW.at(span));
        }
        let mut cells = self.cells(range);
        if is_caption && table.caption.is_none() && !cells.is_empty() {
            table.caption = Some(cells.remove(0));
        } else {
            table.rows.push((cells, span));
        }
    }

    fn cells(&mut self, row: Range<usize>) -> Vec<InlineText> {
        let written = self.source.text.get(row.clone()).unwrap_or_default();
        let row_end = row.start + written.trim_end().len();
        let mut end = row.start;
        let mut cells = Vec::new();
        while let Some((event, range)) = self.events.next() {
            let Event::Start(Tag::TableCell) = event else {
                break;
            };
            end = range.end.min(row_end);
            let at = (range.start + 1).min(end);
            let cell = self.cell();
            cells.push(cell.unwrap_or_else(|| self.nothing(at)));
            self.events.skip_block();
        }
        // Cells beyond the last of the head are left out by the parser.
        let rest = self.source.text.get(end..row_end).unwrap_or_default();
        let cut = rest.strip_prefix('|').unwrap_or(rest);
        if !cut.trim().is_empty() {
            let start = row_end - cut.trim_start().len();
            self.report(refusal::TABLE_CELLS.at(self.source.span(start..row_end)));
        }
        cells
    }
}

impl Builder<'_> {
    /// A table, with the caption that follows it.
    pub(super) fn table(&mut self, table: Table, blocks: &mut Blocks) -> Node {
        let span = table.span;
        let mut fields = Fields::default();
        let caption = match table.caption {
            Some(row) => Some(row.behind(1)),
            None => Self::caption_below(blocks),
        };
        self.caption(&mut fields, caption);
        if table.align.iter().any(|it| *it != Alignment::None) {
            let align = table.align.iter().map(|it| match it {
                Alignment::Center => named("center", span),
                Alignment::Right => named("end", span),
                Alignment::None | Alignment::Left => named("start", span),
            });
            fields.list("align", align.collect(), span);
        }
        let head: Vec<_> = table.head.into_iter().map(InlineText::into_node).collect();
        fields.filled("head", head);
        let rows = table.rows.into_iter().map(|(cells, span)| {
            let cells = cells.into_iter().map(InlineText::into_node).collect();
            Node::new(Data::Seq(cells), span)
        });
        fields.list("rows", rows.collect(), span);
        Node::tagged("table", fields.into_node_from(span))
    }
}
