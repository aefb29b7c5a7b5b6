//! Walking a course in reading order.

use kuliah_source::Span;

use super::block::Block;
use super::citation::Citation;
use super::course::Course;
use super::id::CitationKey;
use super::list::{Item, ItemList};
use crate::markup::{CitationForm, Inline, InlineCitation, InlineKind};
use crate::{Markup, Spanned};

/// What is done at each part of a course; the default does nothing.
pub trait Visit<'a> {
    /// At inline text.
    fn markup(&mut self, _: &'a Markup) {}

    /// At a block, before what is in it.
    fn block(&mut self, _: &'a Spanned<Block>) {}

    /// At a citation of a list or quotation.
    fn citation(&mut self, _: &'a Spanned<Citation>) {}
}

/// Visits a course in reading order.
pub fn walk<'a>(course: &'a Course, visit: &mut impl Visit<'a>) {
    visit.markup(&course.title);
    optional(course.subtitle.as_ref(), visit);
    for section in &course.sections {
        optional(section.title.as_ref(), visit);
        walk_blocks(&section.content, visit);
        for role in &section.roles {
            visit.markup(&role.name);
            role.aliases.iter().for_each(|alias| visit.markup(alias));
            walk_blocks(&role.content, visit);
        }
    }
    optional(course.rights.as_ref(), visit);
    for reference in &course.references {
        visit.markup(&reference.title);
        optional(reference.container_title.as_ref(), visit);
        optional(reference.collection_title.as_ref(), visit);
    }
}

/// Visits blocks and what is in them, in reading order.
pub fn walk_blocks<'a>(blocks: &'a [Spanned<Block>], visit: &mut impl Visit<'a>) {
    for block in blocks {
        visit.block(block);
        walk_block(block, visit);
    }
}

fn walk_block<'a>(block: &'a Block, visit: &mut impl Visit<'a>) {
    match block {
        Block::Prose(text) => visit.markup(text),
        Block::Quote(quote) => {
            quote.text.iter().for_each(|text| visit.markup(text));
            quote.cite.iter().for_each(|it| visit.citation(it));
        }
        Block::List(list) => {
            optional(list.title.as_ref(), visit);
            list.cite.iter().for_each(|it| visit.citation(it));
            optional(list.lead.as_ref(), visit);
            walk_items(&list.items, visit);
        }
        Block::Table(table) => {
            optional(table.caption.as_ref(), visit);
            let rows = table.rows.iter().flat_map(|row| row.iter());
            table
                .head
                .iter()
                .chain(rows)
                .for_each(|cell| visit.markup(cell));
        }
        Block::Figure(figure) => optional(figure.caption.as_ref(), visit),
        Block::Note(note) => walk_blocks(&note.content, visit),
        Block::Exercise(exercise) => {
            optional(exercise.title.as_ref(), visit);
            walk_blocks(&exercise.content, visit);
            walk_blocks(&exercise.answer, visit);
        }
        Block::Section(section) => {
            visit.markup(&section.title);
            walk_blocks(&section.content, visit);
        }
        Block::Code(code) => optional(code.caption.as_ref(), visit),
        Block::Definitions(definitions) => {
            for definition in definitions {
                visit.markup(&definition.term);
                walk_blocks(&definition.content, visit);
            }
        }
    }
}

fn walk_items<'a>(items: &'a [Spanned<Item>], visit: &mut impl Visit<'a>) {
    for item in items {
        optional(item.term.as_ref(), visit);
        visit.markup(&item.text);
        if let Some(sub) = &item.sub {
            walk_items(&sub.items, visit);
        }
    }
}

fn optional<'a>(markup: Option<&'a Markup>, visit: &mut impl Visit<'a>) {
    if let Some(markup) = markup {
        visit.markup(markup);
    }
}

/// Calls `with` at every inline, outer before inner.
pub fn each_inline<'a>(inlines: &'a [Inline], with: &mut impl FnMut(&'a Inline)) {
    for inline in inlines {
        with(inline);
        match &inline.kind {
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Span { content, .. }
            | InlineKind::Reference { content, .. }
            | InlineKind::Link { content, .. }
            | InlineKind::Footnote(content) => each_inline(content, with),
            InlineKind::Text(_)
            | InlineKind::Code(_)
            | InlineKind::Citation(_)
            | InlineKind::Count(_)
            | InlineKind::Break => {}
        }
    }
}

/// A citation and where it stands.
#[derive(Debug, Copy, Clone, PartialEq)]
pub struct FoundCitation<'a> {
    /// The key of the reference.
    pub key: &'a CitationKey,
    /// Where the key is written; detached for a course made in code.
    pub span: Span,
    /// The place in the source, such as `511-513`.
    pub locator: Option<&'a str>,
    /// How it is shown.
    pub form: CitationForm,
}

pub(super) fn citations(course: &Course) -> Vec<FoundCitation<'_>> {
    struct Collect<'a>(Vec<FoundCitation<'a>>);

    impl<'a> Visit<'a> for Collect<'a> {
        fn markup(&mut self, markup: &'a Markup) {
            each_inline(markup.inlines(), &mut |inline| {
                let InlineKind::Citation(group) = &inline.kind else {
                    return;
                };
                let read_in =
                    |item: &'a InlineCitation| std::iter::once(item).chain(item.via.as_deref());
                self.0.extend(
                    group
                        .items
                        .iter()
                        .flat_map(read_in)
                        .map(|item| FoundCitation {
                            key: &item.key,
                            span: markup.span(item.range.clone()),
                            locator: item.locator.as_deref(),
                            form: group.form,
                        }),
                );
            });
        }

        fn citation(&mut self, citation: &'a Spanned<Citation>) {
            self.0.push(FoundCitation {
                key: &citation.key,
                span: citation.key.span(),
                locator: citation.locator.as_deref(),
                form: CitationForm::Parenthetical,
            });
        }
    }

    let mut collect = Collect(Vec::new());
    walk(course, &mut collect);
    collect.0
}

struct Blocks<'a>(Vec<&'a Spanned<Block>>);

impl<'a> Visit<'a> for Blocks<'a> {
    fn block(&mut self, block: &'a Spanned<Block>) {
        self.0.push(block);
    }
}

pub(super) fn blocks(course: &Course) -> Vec<&Spanned<Block>> {
    let mut blocks = Blocks(Vec::new());
    walk(course, &mut blocks);
    blocks.0
}

pub(super) fn lists(content: &[Spanned<Block>]) -> Vec<&ItemList> {
    let mut blocks = Blocks(Vec::new());
    walk_blocks(content, &mut blocks);
    blocks
        .0
        .into_iter()
        .filter_map(|block| match &**block {
            Block::List(list) => Some(list),
            _ => None,
        })
        .collect()
}
