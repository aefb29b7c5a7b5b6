//! The way back from an entry of the reference list to the text.
//!
//! Nothing is printed for it: the names at the start of an entry lead to the block that cites the
//! work first. So the list looks as the style has it, in print and on screen.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use kuliah_doc::{Anchor, AnchorKind, Block, BlockKind, Inline, Visit, walk_block, walk_inline};

use crate::text::text;

/// Links every entry that is cited to its first citation.
pub(crate) fn link_back(blocks: &mut [Block]) {
    let mut marks = Marks::default();
    marks.blocks(blocks);
    entries(blocks, &marks.first);
}

/// The blocks that cite works first.
#[derive(Default)]
struct Marks {
    first: BTreeMap<String, Anchor>,
}

impl Marks {
    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &mut Block) {
        let mut found = Found::default();
        match &block.kind {
            BlockKind::Section(section) => section
                .heading
                .content
                .iter()
                .for_each(|it| found.inline(it)),
            BlockKind::Definitions(definitions) => {
                definitions
                    .iter()
                    .flat_map(|it| &it.term)
                    .for_each(|it| found.inline(it));
            }
            BlockKind::Callout(callout) => callout.title.iter().for_each(|it| found.inline(it)),
            BlockKind::List(_) | BlockKind::Bibliography(_) => {}
            BlockKind::Paragraph(_)
            | BlockKind::Quote(_)
            | BlockKind::Table(_)
            | BlockKind::Figure(_)
            | BlockKind::Code(_)
            | BlockKind::WriteIn { .. }
            | BlockKind::Contents => walk_block(&mut found, block),
        }
        for key in found.0 {
            if let Entry::Vacant(free) = self.first.entry(key) {
                // No id of an author holds a colon.
                let name = || Anchor::new(AnchorKind::Block, format!("cite:{}", free.key()));
                let anchor = block.anchor.get_or_insert_with(name).clone();
                free.insert(anchor);
            }
        }
        match &mut block.kind {
            BlockKind::Section(section) => self.blocks(&mut section.blocks),
            BlockKind::Callout(callout) => self.blocks(&mut callout.blocks),
            BlockKind::List(list) => {
                list.items
                    .iter_mut()
                    .for_each(|item| self.blocks(&mut item.blocks));
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    self.blocks(&mut definition.blocks);
                }
            }
            _ => {}
        }
    }
}

/// The keys that are cited, in reading order.
#[derive(Default)]
struct Found(Vec<String>);

impl Visit for Found {
    fn inline(&mut self, inline: &Inline) {
        if let Inline::Reference { target, .. } = inline
            && target.kind() == AnchorKind::Entry
        {
            self.0.push(target.key().to_owned());
        }
        walk_inline(self, inline);
    }
}

fn entries(blocks: &mut [Block], first: &BTreeMap<String, Anchor>) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Section(section) => entries(&mut section.blocks, first),
            BlockKind::Bibliography(list) => {
                for entry in list {
                    if let Some(anchor) = first.get(entry.anchor.key()) {
                        link(entry, anchor);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Makes the start of an entry, up to its date or title, a link.
fn link(entry: &mut kuliah_doc::Entry, target: &Anchor) {
    if entry.content.is_empty() {
        return;
    }
    let linked = |content| Inline::Reference {
        target: target.clone(),
        content: vec![content],
    };
    match entry.content.remove(0) {
        Inline::Text(words) => {
            let words = words.as_str();
            let end = words.find(" (").or_else(|| sentence_end(words));
            let end = end.unwrap_or_else(|| words.trim_end_matches([',', ' ']).len());
            let (start, rest) = words.split_at_checked(end).unwrap_or((words, ""));
            if !rest.is_empty() {
                entry.content.insert(0, text(rest));
            }
            entry.content.insert(0, linked(text(start)));
        }
        // A link leads where it leads.
        other @ (Inline::Link { .. } | Inline::Reference { .. } | Inline::Footnote { .. }) => {
            entry.content.insert(0, other);
        }
        other => entry.content.insert(0, linked(other)),
    }
}

/// The first full stop behind a word; behind a letter it belongs to a name.
fn sentence_end(words: &str) -> Option<usize> {
    let mut ends = words.match_indices(". ").map(|(at, _)| at);
    ends.find(|at| {
        let (before, _) = words.split_at_checked(*at).unwrap_or_default();
        let word = before.rsplit([' ', '.', '-']).next();
        word.is_some_and(|it| it.chars().nth(1).is_some())
    })
}
