//! All headings and names of a document, found before anything is set.
//!
//! The table of contents and references look ahead, so they need them first.

use kuliah_doc::{Block, BlockKind, Section, Visit, walk_block};

use super::inline::Links;
use crate::page::PlaceId;

/// A section that layout will come to.
#[derive(Debug, Copy, Clone)]
pub(crate) struct Found<'a> {
    pub section: &'a Section,
    /// How many sections it is in, itself included.
    pub depth: usize,
    pub place: PlaceId,
}

/// The sections in the order in which layout comes to them.
#[derive(Debug, Default)]
pub(crate) struct Sections<'a> {
    found: Vec<Found<'a>>,
    next: usize,
}

impl<'a> Sections<'a> {
    /// Names every anchor, and gives every section a place.
    pub(crate) fn collect(blocks: &'a [Block], links: &mut Links) -> Self {
        let mut sections = Self::default();
        sections.find(blocks, 1, links);
        let mut names = Names { links };
        for block in blocks {
            names.block(block);
        }
        sections
    }

    fn find(&mut self, blocks: &'a [Block], depth: usize, links: &mut Links) {
        for block in blocks {
            match &block.kind {
                BlockKind::Section(section) => {
                    let place = links.new_place();
                    self.found.push(Found {
                        section,
                        depth,
                        place,
                    });
                    self.find(&section.blocks, depth + 1, links);
                }
                BlockKind::List(list) => {
                    for item in &list.items {
                        self.find(&item.blocks, depth, links);
                    }
                }
                BlockKind::Definitions(definitions) => {
                    for definition in definitions {
                        self.find(&definition.blocks, depth, links);
                    }
                }
                BlockKind::Callout(callout) => self.find(&callout.blocks, depth, links),
                _ => {}
            }
        }
    }

    /// The place of a section that layout is at; `None` for one in a footnote.
    pub(crate) fn arrive(&mut self, section: &Section) -> Option<PlaceId> {
        let found = self.found.get(self.next)?;
        if !std::ptr::eq(found.section, section) {
            return None;
        }
        self.next += 1;
        Some(found.place)
    }

    /// The sections down to a depth.
    pub(crate) fn down_to(&self, depth: usize) -> Vec<Found<'a>> {
        let listed = self.found.iter().filter(|it| it.depth <= depth);
        listed.copied().collect()
    }
}

struct Names<'l> {
    links: &'l mut Links,
}

impl Visit for Names<'_> {
    fn block(&mut self, block: &Block) {
        if let Some(anchor) = &block.anchor {
            self.links.name(anchor);
        }
        if let BlockKind::Bibliography(entries) = &block.kind {
            for entry in entries {
                self.links.name(&entry.anchor);
            }
        }
        walk_block(self, block);
    }
}
