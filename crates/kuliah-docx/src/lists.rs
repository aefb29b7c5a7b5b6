//! The lists of a document, as `numbering.xml` defines them.

use std::collections::BTreeMap;

use crate::outline::{HEADINGS, LEVELS, Start};
use crate::story::Story;

/// The list that every bulleted list belongs to.
pub(crate) const BULLETS: usize = 2;
/// The list behind the style List Number.
pub(crate) const NUMBERS: usize = 3;
/// Lists of the document itself start here; smaller ones belong to styles.
const FIRST: usize = 101;

/// A list that starts to count at a number of its own.
#[derive(Debug, Copy, Clone)]
pub(crate) struct Instance {
    /// The definition it follows.
    pub(crate) definition: usize,
    /// Where it starts.
    pub(crate) start: Start,
}

/// Hands out the lists of a document.
///
/// Word counts by definition and level, not by list. So two lists that are open at
/// the same time must never share both: the level is the nesting of the list, each
/// nine levels have a definition of their own, and so have the footnotes.
#[derive(Debug)]
pub(crate) struct Lists {
    next: usize,
    definitions: BTreeMap<(Story, usize), usize>,
    instances: Vec<Instance>,
}

impl Lists {
    /// No list yet.
    pub(crate) fn new() -> Self {
        Self {
            next: FIRST,
            definitions: BTreeMap::from([((Story::Body, 0), NUMBERS)]),
            instances: Vec::new(),
        }
    }

    /// A new numbered list within `depth` others; gives the list and its level, from 0.
    pub(crate) fn numbered(&mut self, story: Story, depth: usize) -> (usize, usize) {
        let fresh = NUMBERS + self.definitions.len();
        let family = (story, depth / LEVELS);
        let definition = *self.definitions.entry(family).or_insert(fresh);
        let list = self.reserve();
        let level = depth % LEVELS;
        let start = Start {
            list,
            level,
            number: 1,
        };
        self.instances.push(Instance { definition, start });
        (list, level)
    }

    /// A number for a list that [`add_heading`](Self::add_heading) may be given.
    pub(crate) fn reserve(&mut self) -> usize {
        let list = self.next;
        self.next += 1;
        list
    }

    /// A list of headings that starts anew.
    pub(crate) fn add_heading(&mut self, start: Start) {
        self.instances.push(Instance {
            definition: HEADINGS,
            start,
        });
    }

    /// The definitions of numbered lists.
    pub(crate) fn definitions(&self) -> impl Iterator<Item = usize> {
        NUMBERS..NUMBERS + self.definitions.len()
    }

    /// The lists, in the order they were handed out.
    pub(crate) fn instances(&self) -> &[Instance] {
        &self.instances
    }
}
