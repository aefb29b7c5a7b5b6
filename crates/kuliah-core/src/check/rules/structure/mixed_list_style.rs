//! `structure/mixed-list-style`.

use kuliah_source::{Message, Span};

use crate::Spanned;
use crate::check::{Context, Sink, declare_rule};
use crate::model::{Block, ItemList, ListKind, Section};

declare_rule! {
    /// ## What it finds
    ///
    /// Lists that belong together, some numbered and some not: lists of the same kind in the roles
    /// of a section, or in sections side by side; or the one list with bullets among four and more
    /// lists of the roles of a section.
    ///
    /// ## Why it matters
    ///
    /// Numbers say that order or count matters. Where one role has them and the next has not,
    /// students look for a difference that is not there.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// # Materi {.roles}
    ///
    /// ## Fasilitator
    ///
    /// ### Tugas {.tasks}
    ///
    /// - Mendorong komunikasi
    ///
    /// ## Broker
    ///
    /// ### Tugas {.tasks}
    ///
    /// 1. Mengenali sumber
    ///
    /// ## Mediator
    ///
    /// ### Tugas {.tasks}
    ///
    /// 1. Mencari persamaan
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// # Materi {.roles}
    ///
    /// ## Fasilitator
    ///
    /// ### Tugas {.tasks}
    ///
    /// 1. Mendorong komunikasi
    ///
    /// ## Broker
    ///
    /// ### Tugas {.tasks}
    ///
    /// 1. Mengenali sumber
    ///
    /// ## Mediator
    ///
    /// ### Tugas {.tasks}
    ///
    /// 1. Mencari persamaan
    /// ```
    "structure/mixed-list-style", Warning, since "0.1.0", origin Check, check check,
}

const KINDS: [ListKind; 5] = [
    ListKind::Tasks,
    ListKind::Principles,
    ListKind::Techniques,
    ListKind::Models,
    ListKind::Aspects,
];

/// From how many lists on one that differs from all others is reported, whatever their kinds.
const MANY: usize = 4;

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let sections: Vec<_> = cx.sections().map(|it| it.content.as_slice()).collect();
    siblings(&sections, sink);
    for section in cx.sections() {
        let lists = lists(section);
        let mut any_kind_twice = false;
        for kind in KINDS {
            let same: Vec<_> = lists.iter().copied().filter(|it| it.kind == kind).collect();
            any_kind_twice |= same.len() > 1;
            for list in odd(&same) {
                report(list, sink);
            }
        }
        let one_is_odd = |odd: &Vec<&ItemList>| odd.len() == 1;
        if !any_kind_twice
            && lists.len() >= MANY
            && let Some([list]) = Some(odd(&lists)).filter(one_is_odd).as_deref()
        {
            report(list, sink);
        }
    }
}

/// Reports the odd lists of each kind in parts side by side, and does so for the parts of each.
///
/// Each part counts with the lists right below its heading: those further down belong to
/// other parts.
fn siblings(parts: &[&[Spanned<Block>]], sink: &mut Sink<'_>) {
    let mut lists: Vec<&ItemList> = Vec::new();
    for part in parts {
        let mut inner: Vec<&[Spanned<Block>]> = Vec::new();
        for block in *part {
            match &**block {
                Block::List(list) => lists.push(list),
                Block::Section(section) => inner.push(&section.content),
                _ => {}
            }
        }
        siblings(&inner, sink);
    }
    for kind in KINDS {
        let same: Vec<_> = lists.iter().copied().filter(|it| it.kind == kind).collect();
        for list in odd(&same) {
            report(list, sink);
        }
    }
}

/// The lists of a kind in the roles of a section.
fn lists(section: &Section) -> Vec<&ItemList> {
    let mut out = Vec::new();
    for role in &section.roles {
        out.extend(KINDS.into_iter().flat_map(|kind| role.lists(kind)));
    }
    out
}

/// The lists of the rarer style; where both are as frequent, those unlike the first.
fn odd<'a>(lists: &[&'a ItemList]) -> Vec<&'a ItemList> {
    let ordered = lists.iter().filter(|list| list.ordered).count();
    let usual = match ordered.cmp(&(lists.len() - ordered)) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => lists.first().is_some_and(|first| first.ordered),
    };
    lists
        .iter()
        .copied()
        .filter(|list| list.ordered != usual)
        .collect()
}

fn report(list: &ItemList, sink: &mut Sink<'_>) {
    let (key, help) = if list.ordered {
        (
            "structure/mixed-list-style.numbered",
            "structure/mixed-list-style.numbered-help",
        )
    } else {
        (
            "structure/mixed-list-style.bulleted",
            "structure/mixed-list-style.bulleted-help",
        )
    };
    let title = list.title.as_ref().or(list.lead.as_ref());
    let first = list.items.first().map_or(Span::DETACHED, Spanned::span);
    let span = title.map_or(first, crate::Markup::whole);
    let finding = sink.report(span, Message::new(key));
    finding.help = Some(Message::new(help));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarer_style_is_odd() {
        let bulleted = ItemList::new(ListKind::Tasks, ["Satu"]);
        let numbered = ItemList::new(ListKind::Tasks, ["Satu"]).ordered();
        let mixed = [&numbered, &bulleted, &numbered];
        assert_eq!(odd(&mixed).len(), 1);
        assert!(odd(&mixed).iter().all(|list| !list.ordered));
        assert!(odd(&[&bulleted, &bulleted]).is_empty() && odd(&[]).is_empty());
        assert!(odd(&[&bulleted, &numbered]).iter().all(|list| list.ordered));
    }
}
