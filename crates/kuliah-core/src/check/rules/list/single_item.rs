//! `list/single-item`.

use kuliah_source::Message;

use crate::check::item_lists::words_span;
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A list that has one item only.
    ///
    /// ## Why it matters
    ///
    /// A bullet or number promises more of its kind. The reader wonders whether an item got lost,
    /// and a screen reader announces "list with one item".
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Peran ini menuntut:
    ///
    /// - Kepekaan
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Peran ini menuntut kepekaan.
    /// ```
    "list/single-item", Info, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for list in cx.all_lists() {
        if let [item] = list {
            let finding = sink.report(words_span(item), Message::new("list/single-item"));
            finding.help = Some(Message::new("list/single-item.help"));
        }
    }
}
