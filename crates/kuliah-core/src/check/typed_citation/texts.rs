//! The texts in which citations may be typed: all but titles of the course and its references,
//! and but a reference list that was typed itself.

use std::collections::BTreeSet;

use super::words::is_bibliography_title;
use crate::Markup;
use crate::model::{Block, Course, Section, Visit, walk, walk_blocks};

/// A text in which citations may be typed.
pub(super) struct Text<'a> {
    pub(super) markup: &'a Markup,
    /// Whether it is a title, in which years stand for other reasons too.
    pub(super) is_title: bool,
}

/// The texts of a course in which citations may be typed, in reading order.
pub(super) fn texts(course: &Course) -> Vec<Text<'_>> {
    let mut gather = Gather::default();
    for section in &course.sections {
        if !is_bibliography(section) {
            gather
                .titles
                .extend(section.title.as_ref().map(std::ptr::from_ref));
            walk_blocks(&section.content, &mut gather);
            for role in &section.roles {
                gather.titles.insert(&raw const role.name);
                walk_blocks(&role.content, &mut gather);
            }
        }
    }
    let inside: BTreeSet<_> = gather
        .markups
        .iter()
        .map(|it| std::ptr::from_ref(*it))
        .collect();
    let mut all = Gather::default();
    walk(course, &mut all);
    let wanted = |it: &&Markup| {
        let place = std::ptr::from_ref(*it);
        inside.contains(&place) || gather.titles.contains(&place)
    };
    let markups = all.markups.into_iter().filter(wanted);
    markups
        .map(|markup| Text {
            markup,
            is_title: gather.titles.contains(&std::ptr::from_ref(markup)),
        })
        .collect()
}

/// Whether a section is a list of works, typed by hand.
pub(crate) fn is_bibliography(section: &Section) -> bool {
    let title = section.title.as_ref().map(Markup::plain_text);
    title.is_some_and(|title| is_bibliography_title(&title))
}

#[derive(Default)]
struct Gather<'a> {
    markups: Vec<&'a Markup>,
    titles: BTreeSet<*const Markup>,
}

impl<'a> Visit<'a> for Gather<'a> {
    fn markup(&mut self, markup: &'a Markup) {
        self.markups.push(markup);
    }

    fn block(&mut self, block: &'a crate::Spanned<Block>) {
        let title = match &**block {
            Block::List(list) => list.title.as_ref(),
            Block::Exercise(exercise) => exercise.title.as_ref(),
            Block::Section(part) => Some(&part.title),
            _ => None,
        };
        self.titles.extend(title.map(std::ptr::from_ref));
    }
}
