//! `list/duplicate-item`.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use kuliah_source::{Label, Message, Span};

use crate::check::item_lists::words_span;
use crate::check::sieve::shape;
use crate::check::{Context, Sink, declare_rule};
use crate::model::Item;
use crate::{Markup, Spanned};

declare_rule! {
    /// ## What it finds
    ///
    /// An item that stands in its list twice, capital letters and the punctuation at the end aside.
    ///
    /// ## Why it matters
    ///
    /// It was copied to be changed and then forgotten; students learn one thing twice and miss
    /// another.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// - Mengenali masalah
    /// - Menyusun rencana
    /// - Mengenali masalah
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// - Mengenali masalah
    /// - Menyusun rencana
    /// - Menilai hasil
    /// ```
    "list/duplicate-item", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for list in cx.all_lists() {
        if !may_hold_duplicates(list) {
            continue;
        }
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        for item in list {
            let span = words_span(item);
            match seen.entry(key(item)) {
                Entry::Occupied(first) => report(span, *first.get(), sink),
                Entry::Vacant(place) => {
                    place.insert(span);
                }
            }
        }
    }
}

/// Whether two items may be equal, told by the ends and lengths of their texts; of other letters
/// than those of ASCII that is not told beforehand.
fn may_hold_duplicates(list: &[Spanned<Item>]) -> bool {
    let texts = || list.iter().map(|item| stem(&item.text));
    let mut shapes: Vec<_> = texts().map(shape).collect();
    shapes.sort_unstable();
    !shapes.is_sorted_by(|one, next| one < next) || !texts().all(str::is_ascii)
}

/// What two equal items have in common. Items with others below them are equal only when
/// those are.
fn key(item: &Item) -> String {
    let mut key = item.term.as_ref().map(normal).unwrap_or_default();
    key.push('\n');
    key.push_str(&normal(&item.text));
    for below in item.sub.iter().flat_map(|sub| &sub.items) {
        key.push('\n');
        key.push_str(&self::key(below));
    }
    key
}

fn normal(markup: &Markup) -> String {
    stem(markup).to_lowercase()
}

/// A text less the punctuation at its end.
fn stem(markup: &Markup) -> &str {
    markup.source().trim_end_matches(['.', ';', ','])
}

fn report(span: Span, first: Span, sink: &mut Sink<'_>) {
    let finding = sink.report(span, Message::new("list/duplicate-item"));
    finding.labels.push(Label {
        span: first,
        message: Some(Message::new("list/duplicate-item.first")),
    });
    finding.help = Some(Message::new("list/duplicate-item.help"));
}
