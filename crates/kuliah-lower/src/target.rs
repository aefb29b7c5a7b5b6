//! What references in the text may lead to, and the words they show.

use std::collections::{BTreeMap, BTreeSet};

use kuliah_core::model::{Block, Course, Section, Visit, walk_blocks};
use kuliah_core::{Markup, Spanned};
use kuliah_doc::{Anchor, AnchorKind, BlockKind, Document, Inline, Visit as VisitDocument};
use kuliah_doc::{walk_block, walk_document, walk_inlines};

use crate::labels::Words;
use crate::numbers::Numbers;
use crate::place::Counts;

/// A place that references may lead to.
pub(crate) struct Target<'a> {
    /// Its name in the document.
    pub(crate) anchor: Anchor,
    /// What a reference without words of its own shows.
    pub(crate) name: Name<'a>,
}

/// What a reference without words of its own shows.
#[derive(Copy, Clone)]
pub(crate) enum Name<'a> {
    /// A title.
    Title(&'a Markup, Counts),
    /// A word and a number: "Tabel 1".
    Numbered(&'static str, u32),
    /// Nothing; the check reports such references.
    None,
}

/// Every place that references may lead to, by its id.
pub(crate) struct Targets<'a>(BTreeMap<&'a str, Target<'a>>);

impl<'a> Targets<'a> {
    pub(crate) fn of(course: &'a Course, numbers: &Numbers) -> Self {
        let mut gather = Gather {
            words: Words::of(&course.lang),
            numbers,
            counts: Counts::of_course(course),
            found: BTreeMap::new(),
        };
        for section in &course.sections {
            gather.section(section, Counts::of_course(course));
        }
        Self(gather.found)
    }

    /// The place with an id; `None` when the document has no such place.
    pub(crate) fn get(&self, id: &str) -> Option<&Target<'a>> {
        self.0.get(id)
    }

    /// Takes out places that turned out not to be in the document.
    pub(crate) fn forget(&mut self, missing: &BTreeSet<Anchor>) {
        self.0.retain(|_, target| !missing.contains(&target.anchor));
    }
}

struct Gather<'a, 'n> {
    words: &'static Words,
    numbers: &'n Numbers,
    counts: Counts,
    found: BTreeMap<&'a str, Target<'a>>,
}

impl<'a> Gather<'a, '_> {
    fn section(&mut self, section: &'a Section, counts: Counts) {
        self.counts = counts.in_section(section);
        let name = match &section.title {
            Some(title) => Name::Title(title, self.counts),
            None => Name::None,
        };
        self.add(section.id.as_str(), section_anchor(section), name);
        walk_blocks(&section.content, self);
        for role in &section.roles {
            let id = role.id.as_str();
            let name = Name::Title(&role.name, self.counts);
            self.add(id, Anchor::new(AnchorKind::Section, id), name);
            walk_blocks(&role.content, self);
        }
    }

    fn add(&mut self, id: &'a str, anchor: Anchor, name: Name<'a>) {
        self.found.entry(id).or_insert(Target { anchor, name });
    }

    fn name(&self, block: &'a Block) -> Name<'a> {
        let label = match block {
            Block::Section(part) => return Name::Title(&part.title, self.counts),
            Block::List(list) => {
                return match &list.title {
                    Some(title) => Name::Title(title, self.counts.in_list(list)),
                    None => Name::None,
                };
            }
            Block::Table(_) => self.words.table,
            Block::Figure(_) => self.words.figure,
            Block::Code(_) => self.words.code,
            Block::Exercise(_) => self.words.exercise,
            _ => return Name::None,
        };
        match self.numbers.get(block) {
            Some(number) => Name::Numbered(label, number),
            None => Name::None,
        }
    }
}

impl<'a> Visit<'a> for Gather<'a, '_> {
    fn block(&mut self, block: &'a Spanned<Block>) {
        if let (Some(id), Some(anchor)) = (block.id(), block_anchor(block)) {
            self.add(id.as_str(), anchor, self.name(block));
        }
    }
}

/// The name of a block in the document; `None` for one without id.
pub(crate) fn block_anchor(block: &Block) -> Option<Anchor> {
    let kind = match block {
        Block::Section(_) => AnchorKind::Section,
        Block::List(_) => AnchorKind::List,
        Block::Table(_) => AnchorKind::Table,
        Block::Figure(_) => AnchorKind::Figure,
        Block::Code(_) => AnchorKind::Code,
        Block::Exercise(_) => AnchorKind::Exercise,
        _ => AnchorKind::Block,
    };
    block.id().map(|id| Anchor::new(kind, id.as_str()))
}

/// The name of a section in the document.
///
/// A section without title has no heading to bear it: its first block does, or lends its own.
pub(crate) fn section_anchor(section: &Section) -> Anchor {
    let id = section.id.as_str();
    if section.title.is_some() {
        return Anchor::new(AnchorKind::Section, id);
    }
    let lent = match (section.content.first(), section.roles.first()) {
        (Some(block), _) => block_anchor(block),
        (None, Some(role)) => Some(Anchor::new(AnchorKind::Section, role.id.as_str())),
        (None, None) => None,
    };
    lent.unwrap_or_else(|| Anchor::new(AnchorKind::Block, id))
}

/// The names that a document refers to and does not have.
pub(crate) fn dangling(document: &Document) -> BTreeSet<Anchor> {
    let mut names = Names::default();
    walk_document(&mut names, document);
    names.used.difference(&names.given).cloned().collect()
}

#[derive(Default)]
struct Names {
    given: BTreeSet<Anchor>,
    used: BTreeSet<Anchor>,
}

impl VisitDocument for Names {
    fn block(&mut self, block: &kuliah_doc::Block) {
        self.given.extend(block.anchor.clone());
        if let BlockKind::Bibliography(entries) = &block.kind {
            self.given
                .extend(entries.iter().map(|entry| entry.anchor.clone()));
        }
        walk_block(self, block);
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Reference { target, content } => {
                self.used.insert(target.clone());
                walk_inlines(self, content);
            }
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Span { content, .. }
            | Inline::Link { content, .. } => walk_inlines(self, content),
            Inline::Footnote { content, .. } => {
                for block in content {
                    self.block(block);
                }
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}
