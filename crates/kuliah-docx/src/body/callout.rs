//! Callouts: a table of one column, the title its head row, so that everything fits in.

use docx_rs::{TableCell, TableRow, WidthType};
use kuliah_doc::{Callout, CalloutKind, ExportError, inline_text};

use super::inline::Look;
use super::{Piece, Place, TableText, Writer, keep, wide};
use crate::page::CALLOUT_PADDING;
use crate::style::Style;
use crate::{finding, marker, style};

/// Callouts within that many others are set without a box.
const MOST_BOXES: usize = 5;

impl Writer<'_> {
    pub(super) fn callout(
        &mut self,
        callout: &Callout,
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        let (table, title_style) = styles(callout.kind);
        let title = |writer: &mut Self, place| {
            writer.paragraph(title_style, place, |writer, children| {
                writer.inlines(&callout.title, &Look::HEAVY, children)
            })
        };
        if place.callouts >= MOST_BOXES {
            let finding = finding::callout_box(self.span);
            self.findings.push(finding);
            out.push(title(self, place)?);
            return self.blocks(&callout.blocks, place, out);
        }
        let inner = Place {
            callouts: place.callouts + 1,
            ..place.cell(
                place.width.saturating_sub(2 * CALLOUT_PADDING),
                style::CALLOUT,
            )
        };
        let head = vec![title(self, inner)?];
        let mut content = Vec::new();
        self.blocks(&callout.blocks, inner, &mut content)?;
        if content.is_empty() {
            content.push(self.paragraph(style::CALLOUT, inner, |_, _| Ok(()))?);
        }
        let width = wide(place.width);
        let under = TableRow::new(vec![cell(content, width)]);
        let kept = keep::blocks(&callout.blocks, inner.width, self.design.character);
        let rows = vec![
            marker::set_head(TableRow::new(vec![cell(head, width)]).cant_split()),
            if kept { under.cant_split() } else { under },
        ];
        let text = TableText {
            title: inline_text(&callout.title),
            description: None,
        };
        self.push_table(table, text, rows, &[place.width], place, out);
        Ok(())
    }
}

fn cell(content: Vec<Piece>, width: usize) -> TableCell {
    let cell = TableCell::new().width(width, WidthType::Dxa);
    content.into_iter().fold(cell, |cell, piece| match piece {
        Piece::Paragraph(paragraph) => cell.add_paragraph(*paragraph),
        Piece::Table(table) => cell.add_table(*table),
    })
}

/// The styles of the box and of its title.
pub(crate) fn styles(kind: CalloutKind) -> (&'static str, Style) {
    let (table, title) = match kind {
        CalloutKind::Note => ("CalloutNote", "CalloutNoteTitle"),
        CalloutKind::Student => ("CalloutStudent", "CalloutStudentTitle"),
        CalloutKind::Lecturer => ("CalloutLecturer", "CalloutLecturerTitle"),
        CalloutKind::Exercise => ("CalloutExercise", "CalloutExerciseTitle"),
        CalloutKind::Answer => ("CalloutAnswer", "CalloutAnswerTitle"),
    };
    let title = Style {
        id: title,
        ..style::CALLOUT
    };
    (table, title)
}
