//! Lists, nested as deep as they come.

use docx_rs::{IndentLevel, NumberingId};
use kuliah_doc::{BlockKind, ExportError, Inline, List, ListItem, Marker};

use super::inline::Look;
use super::{Piece, Place, Writer, boxed, indented};
use crate::lists::BULLETS;
use crate::outline::LEVELS;
use crate::page::{STEP, Twips};
use crate::style;

/// The list that an item belongs to.
#[derive(Debug, Copy, Clone)]
struct Mark {
    style: &'static str,
    list: usize,
    level: usize,
    /// Whether the style alone says the list.
    by_style: bool,
}

impl Writer<'_> {
    pub(super) fn list(
        &mut self,
        list: &List,
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        if list.items.is_empty() {
            return Ok(());
        }
        let mark = self.mark(list.marker, place.lists);
        list.items
            .iter()
            .try_for_each(|item| self.item(item, mark, place, out))
    }

    fn mark(&mut self, marker: Marker, depth: usize) -> Mark {
        match marker {
            Marker::Bullet => Mark {
                style: style::LIST_BULLET,
                list: BULLETS,
                level: depth % LEVELS,
                by_style: depth.is_multiple_of(LEVELS),
            },
            Marker::Decimal => {
                let (list, level) = self.lists.numbered(self.story, depth);
                Mark {
                    style: style::LIST_NUMBER,
                    list,
                    level,
                    by_style: false,
                }
            }
        }
    }

    fn item(
        &mut self,
        item: &ListItem,
        mark: Mark,
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        self.span = item.span;
        let inner = Place {
            lists: place.lists + 1,
            ..place.set_in(STEP, style::LIST_TEXT)
        };
        let (content, rest) = match item.blocks.split_first() {
            Some((first, rest)) if let BlockKind::Paragraph(content) = &first.kind => {
                self.span = first.span;
                self.open_source(first);
                self.open(first.anchor.as_ref());
                (content.as_slice(), rest)
            }
            // Something else comes first: the mark stands on a line of its own.
            _ => (&[][..], item.blocks.as_slice()),
        };
        out.push(self.marked(content, mark, inner)?);
        self.blocks(rest, inner, out)
    }

    /// The paragraph that bears the mark of an item.
    fn marked(
        &mut self,
        content: &[Inline],
        mark: Mark,
        place: Place,
    ) -> Result<Piece, ExportError> {
        let mut paragraph = self
            .filled(|writer, children| writer.inlines(content, &Look::PLAIN, children))?
            .style(mark.style);
        if !mark.by_style {
            let list = NumberingId::new(mark.list);
            paragraph = paragraph.numbering(list, IndentLevel::new(mark.level));
        }
        if place.left != default_left(mark.level) {
            paragraph = indented(paragraph, place.left, STEP.min(place.left));
        }
        Ok(boxed(paragraph))
    }
}

/// Where the text of a level starts, as the definitions of lists have it.
pub(crate) fn default_left(level: usize) -> Twips {
    (1..=level).fold(STEP, |left, _| left + STEP)
}
