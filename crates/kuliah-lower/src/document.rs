//! The document as a whole: what its parts share while they are lowered, and their order.

use kuliah_core::model::Course;
use kuliah_doc::{
    Block, BlockKind, Document, Heading, Labels, Language, NodePath, SafeText, Visit, walk_block,
};
use kuliah_source::Span;

use crate::LowerOptions;
use crate::citation::Citations;
use crate::labels::Words;
use crate::numbers::{Numbers, Siblings};
use crate::place::{Counts, Place};
use crate::target::Targets;
use crate::text::text;

/// What lowering knows of the course, and how far it has counted.
///
/// Its methods are called in reading order, so that footnotes are numbered in it.
pub(crate) struct Lowering<'a> {
    pub(crate) course: &'a Course,
    pub(crate) words: &'static Words,
    pub(crate) numbers: &'a Numbers,
    pub(crate) citations: &'a Citations<'a>,
    pub(crate) targets: &'a Targets<'a>,
    /// Footnotes so far.
    footnotes: u32,
}

impl<'a> Lowering<'a> {
    pub(crate) fn new(
        course: &'a Course,
        numbers: &'a Numbers,
        citations: &'a Citations<'a>,
        targets: &'a Targets<'a>,
    ) -> Self {
        Self {
            course,
            words: Words::of(&course.lang),
            numbers,
            citations,
            targets,
            footnotes: 0,
        }
    }

    /// The whole document.
    pub(crate) fn document(mut self, options: &LowerOptions) -> Document {
        let front = self.front();
        let place = Place::top(Counts::of_course(self.course));
        let mut siblings = Siblings::default();
        let mut blocks = Vec::new();
        let sections = NodePath::root().key("sections");
        for (index, section) in self.course.sections.iter().enumerate() {
            let node = sections.item(index);
            self.section(section, &node, place, &mut siblings, &mut blocks);
        }
        blocks.extend(self.bibliography());
        if options.contents && headings(&blocks) >= 2 {
            blocks.insert(0, Block::new(Span::DETACHED, BlockKind::Contents));
        }
        Document {
            metadata: self.metadata(),
            labels: self.labels(),
            numbering: options.numbering.clone(),
            front,
            blocks,
        }
    }

    /// The number of the next footnote.
    pub(crate) fn next_footnote(&mut self) -> u32 {
        self.footnotes = self.footnotes.saturating_add(1);
        self.footnotes
    }

    /// The language of the text as a whole.
    pub(crate) fn language(&self) -> &'a Language {
        &self.course.lang
    }

    fn labels(&self) -> Labels {
        Labels {
            contents: SafeText::lossy(self.words.contents),
            page: SafeText::lossy(self.words.page),
            page_of: SafeText::lossy(self.words.page_of),
        }
    }

    /// The reference list under its heading, which bears no number; `None` without references.
    fn bibliography(&self) -> Option<Block> {
        let entries = self.citations.entries();
        if entries.is_empty() {
            return None;
        }
        let list = Block::new(Span::DETACHED, BlockKind::Bibliography(entries));
        let section = kuliah_doc::Section {
            heading: Heading {
                level: 1,
                number: None,
                content: vec![text(self.words.references)],
            },
            blocks: vec![list],
        };
        Some(Block::new(Span::DETACHED, BlockKind::Section(section)))
    }
}

/// How many headings there are; counting may stop from the two on that matter.
fn headings(blocks: &[Block]) -> usize {
    struct Count(usize);

    impl Visit for Count {
        fn block(&mut self, block: &Block) {
            self.0 += usize::from(matches!(block.kind, BlockKind::Section(_)));
            if self.0 < 2 {
                walk_block(self, block);
            }
        }
    }

    let mut count = Count(0);
    for block in blocks {
        count.block(block);
    }
    count.0
}
