//! The numbers of captions, exercises and headings.

use std::collections::BTreeMap;
use std::ptr;

use kuliah_core::model::{Block, Course, Visit, walk};
use kuliah_core::{Markup, Spanned, typed_label};
use kuliah_doc::Numbering;

/// The numbers of captioned blocks and exercises, counted over the whole course in reading order.
///
/// They are known before lowering, since a text may name a table that stands behind it.
pub(crate) struct Numbers {
    /// Blocks by where they are in memory: most have no id.
    of_block: BTreeMap<*const Block, u32>,
}

impl Numbers {
    pub(crate) fn of(course: &Course) -> Self {
        let mut counters = Counters::default();
        walk(course, &mut counters);
        Self {
            of_block: counters.of_block,
        }
    }

    /// The number of a block of the same course; `None` for one that has none.
    pub(crate) fn get(&self, block: &Block) -> Option<u32> {
        self.of_block.get(&ptr::from_ref(block)).copied()
    }
}

#[derive(Default)]
struct Counters {
    of_block: BTreeMap<*const Block, u32>,
    tables: u32,
    figures: u32,
    listings: u32,
    exercises: u32,
}

impl<'a> Visit<'a> for Counters {
    fn block(&mut self, block: &'a Spanned<Block>) {
        let counter = match &**block {
            Block::Table(table) if table.caption.is_some() => &mut self.tables,
            Block::Figure(figure) if figure.caption.is_some() => &mut self.figures,
            Block::Code(code) if code.caption.is_some() => &mut self.listings,
            Block::Exercise(_) => &mut self.exercises,
            _ => return,
        };
        *counter = counter.saturating_add(1);
        self.of_block.insert(ptr::from_ref(&**block), *counter);
    }
}

/// Counts the numbered headings that stand side by side.
#[derive(Debug, Default)]
pub(crate) struct Siblings {
    last: u32,
}

impl Siblings {
    /// The number of the next heading.
    ///
    /// `None` below the levels that are numbered, and where its author typed a letter or number
    /// before the title: that stands, and the program's own would double it.
    pub(crate) fn number(&mut self, level: u8, title: &Markup) -> Option<u32> {
        let numbered = usize::from(level) <= Numbering::handout().levels.len();
        if !numbered || typed_label(&title.plain_text(), None).is_some() {
            return None;
        }
        self.last = self.last.saturating_add(1);
        Some(self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_labels_are_not_doubled_and_do_not_count() {
        let mut siblings = Siblings::default();
        let mut number = |level, title| siblings.number(level, &Markup::new(title));
        assert_eq!(number(1, "Pengantar"), Some(1));
        assert_eq!(number(1, "B. Deskripsi"), None);
        assert_eq!(number(1, "**C.** Materi"), None);
        assert_eq!(number(1, "Penutup"), Some(2));
        assert_eq!(number(4, "Rincian"), None);
    }
}
