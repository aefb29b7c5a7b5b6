//! `citation/duplicate-reference`.

use std::collections::BTreeMap;

use kuliah_source::Message;

use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A citation key that two references share.
    ///
    /// ## Why it matters
    ///
    /// A citation could mean either work.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: a, type: book, title: Satu}
    ///   - {id: a, type: book, title: Dua}
    /// ---
    /// # Materi
    ///
    /// Teks [@a].
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: a, type: book, title: Satu}
    ///   - {id: b, type: book, title: Dua}
    /// ---
    /// # Materi
    ///
    /// Teks [@a; @b].
    /// ```
    "citation/duplicate-reference", Error, since "0.1.0", origin Check, proof true, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut first = BTreeMap::new();
    for reference in cx.references() {
        let Some(&earlier) = first.get(&*reference.id) else {
            first.insert(&*reference.id, reference.id.span());
            continue;
        };
        let message =
            Message::new("citation/duplicate-reference").with("key", reference.id.as_str());
        let finding = sink.report(reference.id.span(), message);
        finding.labels.push(kuliah_source::Label {
            span: earlier,
            message: Some(Message::new("citation/duplicate-reference.first")),
        });
        finding.help = Some(Message::new("citation/duplicate-reference.help"));
    }
}
