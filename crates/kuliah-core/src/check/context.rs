//! What a rule may read, and where it reports to.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use kuliah_source::Span;

use super::CheckOptions;
use super::passage::{Passage, passages};
use super::typed_citation::{self, Typed};
use crate::markup::Inline;
use crate::model::{
    Audience, Block, CitationKey, Course, ItemList, Reference, ReferenceKind, Section, Visit,
    each_inline, walk, walk_blocks,
};
use crate::{Markup, Spanned};

/// A place that others may refer to.
#[derive(Debug, Copy, Clone)]
pub(crate) struct Target {
    /// Where its id is written; where it itself is, when the id was made from its title.
    pub(crate) span: Span,
    /// Whether it has words or a number to be referred to by.
    pub(crate) has_title: bool,
    /// Whether it is in the students' copy.
    pub(crate) for_students: bool,
}

/// What a rule may read.
pub(crate) struct Context<'a> {
    /// The course under check.
    pub(crate) course: &'a Course,
    /// What the check is asked for.
    pub(crate) options: &'a CheckOptions<'a>,
    /// Every inline text, in reading order, and whether it is in the students' copy.
    pub(crate) markups: Vec<(&'a Markup, bool)>,
    /// Every text as readers see it, in reading order.
    pub(crate) passages: Vec<Passage<'a>>,
    /// Every block in reading order, those within others too.
    pub(crate) blocks: Vec<&'a Spanned<Block>>,
    /// Every id in reading order, with what it names.
    pub(crate) targets: Vec<(&'a str, Target)>,
    /// The texts in which `{count}` counts items.
    counting: BTreeSet<*const Markup>,
    /// Read when the first rule asks for them.
    typed_citations: OnceCell<Vec<Typed<'a>>>,
    kinds: OnceCell<BTreeMap<&'a CitationKey, ReferenceKind>>,
}

/// How many texts a course has at first guess.
const USUAL_TEXTS: usize = 256;

impl<'a> Context<'a> {
    pub(super) fn new(course: &'a Course, options: &'a CheckOptions<'a>) -> Self {
        let mut gather = Gather {
            markups: Vec::with_capacity(USUAL_TEXTS),
            counting: BTreeSet::new(),
        };
        walk(course, &mut gather);
        let blocks = course.blocks();
        let hidden = hidden(course);
        let markups = gather
            .markups
            .into_iter()
            .map(|it| (it, !hidden.markups.contains(&std::ptr::from_ref(it))))
            .collect();
        Self {
            course,
            options,
            markups,
            passages: passages(course),
            targets: targets(course, &blocks, &hidden.ids),
            blocks,
            counting: gather.counting,
            typed_citations: OnceCell::new(),
            kinds: OnceCell::new(),
        }
    }

    /// The citations that were typed by hand, in reading order.
    pub(crate) fn typed_citations(&self) -> &[Typed<'a>] {
        self.typed_citations
            .get_or_init(|| typed_citation::find(self))
    }

    /// Calls `with` at every inline of every text, with the text and whether students see it.
    pub(crate) fn each_inline(&self, mut with: impl FnMut(&'a Markup, &'a Inline, bool)) {
        for &(markup, for_students) in &self.markups {
            each_inline(markup.inlines(), &mut |inline| {
                with(markup, inline, for_students);
            });
        }
    }

    /// The keys of the references.
    pub(crate) fn keys(&self) -> BTreeSet<&'a CitationKey> {
        self.references().map(|reference| &*reference.id).collect()
    }

    /// What sort of work a key stands for; `None` for an unknown key.
    pub(crate) fn kind_of(&self, key: &CitationKey) -> Option<ReferenceKind> {
        let kinds = self.kinds.get_or_init(|| {
            let works = self.references();
            works.map(|work| (&*work.id, work.kind)).collect()
        });
        kinds.get(key).copied()
    }

    /// The references.
    pub(crate) fn references(&self) -> impl Iterator<Item = &'a Reference> {
        self.course.references.iter().map(|reference| &**reference)
    }

    /// Whether a text introduces a list, so that `{count}` has something to count.
    pub(crate) fn introduces_list(&self, markup: &Markup) -> bool {
        self.counting.contains(&std::ptr::from_ref(markup))
    }

    /// The sections.
    pub(crate) fn sections(&self) -> impl Iterator<Item = &'a Spanned<Section>> {
        self.course.sections.iter()
    }

    /// The lists, those below items not apart.
    pub(crate) fn lists(&self) -> impl Iterator<Item = &'a ItemList> {
        self.blocks.iter().filter_map(|block| match &***block {
            Block::List(list) => Some(list),
            _ => None,
        })
    }
}

struct Gather<'a> {
    markups: Vec<&'a Markup>,
    counting: BTreeSet<*const Markup>,
}

impl<'a> Visit<'a> for Gather<'a> {
    fn markup(&mut self, markup: &'a Markup) {
        self.markups.push(markup);
    }

    fn block(&mut self, block: &'a Spanned<Block>) {
        if let Block::List(list) = &**block {
            let texts = [list.title.as_ref(), list.lead.as_ref()];
            self.counting
                .extend(texts.into_iter().flatten().map(std::ptr::from_ref));
        }
    }
}

/// Blocks that students do not get, with all that is in them.
struct Hidden<'a> {
    markups: BTreeSet<*const Markup>,
    ids: BTreeSet<&'a str>,
    outside: bool,
}

impl<'a> Visit<'a> for Hidden<'a> {
    fn markup(&mut self, markup: &'a Markup) {
        if !self.outside {
            self.markups.insert(std::ptr::from_ref(markup));
        }
    }

    fn block(&mut self, block: &'a Spanned<Block>) {
        if !self.outside {
            self.ids.extend(block.id().map(|id| id.as_str()));
            return;
        }
        let inside = match &**block {
            Block::Note(note) if !Audience::Student.sees(note.audience) => &note.content,
            Block::Exercise(exercise) => &exercise.answer,
            _ => return,
        };
        self.outside = false;
        walk_blocks(inside, self);
        self.outside = true;
    }
}

fn hidden(course: &Course) -> Hidden<'_> {
    let mut hidden = Hidden {
        markups: BTreeSet::new(),
        ids: BTreeSet::new(),
        outside: true,
    };
    walk(course, &mut hidden);
    hidden
}

fn targets<'a>(
    course: &'a Course,
    blocks: &[&'a Spanned<Block>],
    hidden: &BTreeSet<&str>,
) -> Vec<(&'a str, Target)> {
    let mut out = Vec::new();
    for section in &course.sections {
        let target = Target {
            span: section.id.span(),
            has_title: section.title.is_some(),
            for_students: true,
        };
        out.push((section.id.as_str(), target));
        for role in &section.roles {
            let target = Target {
                span: role.id.span(),
                has_title: true,
                for_students: true,
            };
            out.push((role.id.as_str(), target));
        }
    }
    for block in blocks {
        if let Some(id) = block.id() {
            let target = Target {
                span: id.span(),
                has_title: has_title(block),
                for_students: !hidden.contains(id.as_str()),
            };
            out.push((id.as_str(), target));
        }
    }
    out
}

fn has_title(block: &Block) -> bool {
    match block {
        Block::List(list) => list.title.is_some(),
        Block::Table(table) => table.caption.is_some(),
        Block::Figure(figure) => figure.caption.is_some(),
        Block::Code(code) => code.caption.is_some(),
        Block::Exercise(_) | Block::Section(_) => true,
        Block::Prose(_) | Block::Quote(_) | Block::Note(_) | Block::Definitions(_) => false,
    }
}
