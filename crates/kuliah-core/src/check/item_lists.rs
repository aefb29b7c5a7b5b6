//! The lists of a course, those below items too.

use kuliah_source::Span;

use super::Context;
use crate::model::Item;
use crate::{Markup, Spanned};

impl<'a> Context<'a> {
    /// The items of every list, those of lists below items too.
    pub(crate) fn all_lists(&self) -> Vec<&'a [Spanned<Item>]> {
        let mut out = Vec::new();
        for list in self.lists() {
            gather(&list.items, &mut out);
        }
        out
    }
}

fn gather<'a>(items: &'a [Spanned<Item>], out: &mut Vec<&'a [Spanned<Item>]>) {
    out.push(items);
    for sub in items.iter().filter_map(|item| item.sub.as_ref()) {
        gather(&sub.items, out);
    }
}

/// The place of an item's words: from its term to the end of its text, without what is below.
pub(crate) fn words_span(item: &Item) -> Span {
    match &item.term {
        Some(term) => term.whole().to(item.text.whole()),
        None => item.text.whole(),
    }
}

/// The last character of a text and its place in the file, where it can be told.
pub(crate) fn last_character(markup: &Markup) -> Option<(char, Span)> {
    let last = markup.source().chars().next_back()?;
    let end = markup.source().len();
    let span = markup.place(end - last.len_utf8()..end)?;
    Some((last, span))
}

#[cfg(test)]
mod tests {
    use kuliah_source::Language;

    use crate::check::{CheckOptions, Context};
    use crate::model::Item;
    use crate::model::{Block, Course, ItemList, ListKind, Section, SectionId, SubList};

    #[test]
    fn lists_below_items_are_lists_too() {
        let mut item = Item::new("a");
        item.sub = Some(SubList::new(["b", "c"]));
        let list = ItemList::new(ListKind::Plain, [item, Item::new("d")]);
        let id = SectionId::new("x").expect("an id");
        let course = Course::new("Judul", Language::indonesian())
            .section(Section::new(id, "Materi").content([Block::List(list)]));
        let options = CheckOptions::default();
        let context = Context::new(&course, &options);
        let lengths: Vec<_> = context.all_lists().iter().map(|it| it.len()).collect();
        assert_eq!(lengths, [2, 2]);
    }
}
