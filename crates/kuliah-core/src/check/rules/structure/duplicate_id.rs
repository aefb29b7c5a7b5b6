//! `structure/duplicate-id`.

use std::collections::BTreeMap;

use kuliah_source::Message;

use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// An id that two sections, roles or blocks share.
    ///
    /// ## Why it matters
    ///
    /// A reference to it could lead to either.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// # Materi {#materi}
    ///
    /// Teks.
    ///
    /// # Latihan {#materi}
    ///
    /// Teks.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// # Materi {#materi}
    ///
    /// Teks.
    ///
    /// # Latihan {#latihan}
    ///
    /// Teks.
    /// ```
    "structure/duplicate-id", Error, since "0.1.0", origin Check, proof true, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut first = BTreeMap::new();
    for &(id, target) in &cx.targets {
        let Some(earlier) = first.insert(id, target.span) else {
            continue;
        };
        first.insert(id, earlier);
        let message = Message::new("structure/duplicate-id").with("id", id);
        let finding = sink.report(target.span, message);
        finding.labels.push(kuliah_source::Label {
            span: earlier,
            message: Some(Message::new("structure/duplicate-id.first")),
        });
        finding.help = Some(Message::new("structure/duplicate-id.help"));
    }
}
