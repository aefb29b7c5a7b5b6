//! Footnotes: put aside where their marks stand, set when the text is done.

use kuliah_doc::{Block, ExportError};

use super::flow::{Flow, Strip};
use super::hyphenate::Rules;
use super::inline::Attributes;
use super::{Layout, Room};
use crate::page::PlaceId;
use crate::tags::ROOT;
use kuliah_source::Span;

/// A footnote that is not yet set.
#[derive(Debug, Copy, Clone)]
pub(crate) struct Note<'a> {
    number: u32,
    content: &'a [Block],
    place: PlaceId,
    /// Where its mark stands in the author's file.
    span: Span,
}

impl<'a> Layout<'a> {
    /// Puts a footnote aside; gives its number in the document and its place.
    pub(crate) fn add_note(&mut self, number: u32, content: &'a [Block]) -> (usize, PlaceId) {
        let place = self.links.new_place();
        self.notes.push(Note {
            number,
            content,
            place,
            span: self.span,
        });
        (self.notes.len() - 1, place)
    }

    /// Sets all footnotes, those within footnotes last; they end the reading order.
    pub(crate) fn set_notes(&mut self, room: Room) -> Result<Vec<Vec<Strip>>, ExportError> {
        let mut out = Vec::new();
        while let Some(note) = self.notes.get(out.len()).copied() {
            self.span = note.span;
            let strips = self.note(note, out.len(), room)?;
            out.push(strips);
        }
        Ok(out)
    }

    fn note(
        &mut self,
        note: Note<'a>,
        index: usize,
        room: Room,
    ) -> Result<Vec<Strip>, ExportError> {
        let element = self.tree.block("Note", ROOT);
        if let Some(it) = self.tree.get_mut(element) {
            it.id = Some(format!("note-{}", index + 1));
        }
        let label = self.tree.block("Lbl", element);
        self.flow = Flow::default();
        self.flow.place(note.place);
        let inside = Room {
            kind: self.style.note,
            in_note: true,
            ..room.within(element).indented(self.style.note_indent, 0.0)
        };
        let attributes = Attributes {
            rules: Rules::Whole,
            ..inside.text(label)
        };
        let mark = self
            .setter
            .label(&note.number.to_string(), attributes, room.left);
        self.flow.label(mark.runs);
        self.blocks(note.content, inside)?;
        self.flush_label(inside);
        Ok(std::mem::take(&mut self.flow).finish())
    }
}
