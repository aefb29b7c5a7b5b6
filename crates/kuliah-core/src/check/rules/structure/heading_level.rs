//! `structure/heading-level`.

use kuliah_source::{Message, Span};

use crate::check::{Context, Sink, declare_rule};
use crate::model::Block;

declare_rule! {
    /// ## What it finds
    ///
    /// A role, or a part with a heading, that stands before any section, so that it belongs to one
    /// without a title.
    ///
    /// ## Why it matters
    ///
    /// Its heading is printed one level below nothing, and the table of contents has a gap.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// ---
    /// format: 1
    /// title: Peran
    /// ---
    /// ## Fasilitator {.role}
    ///
    /// Teks.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ---
    /// format: 1
    /// title: Peran
    /// ---
    /// # Materi {.roles}
    ///
    /// ## Fasilitator
    ///
    /// Teks.
    /// ```
    "structure/heading-level", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for section in cx.sections().filter(|section| section.title.is_none()) {
        if let Some(role) = section.roles.first() {
            report(role.name.whole(), "structure/heading-level.role", sink);
        }
        let part = section.content.iter().find_map(|block| match &**block {
            Block::Section(part) => Some(&part.title),
            _ => None,
        });
        if let Some(title) = part {
            report(title.whole(), "structure/heading-level.part", sink);
        }
    }
}

fn report(span: Span, key: &'static str, sink: &mut Sink<'_>) {
    let finding = sink.report(span, Message::new(key));
    finding.help = Some(Message::new("structure/heading-level.help"));
}
