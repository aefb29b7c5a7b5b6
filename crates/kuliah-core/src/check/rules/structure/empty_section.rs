//! `structure/empty-section`.

use kuliah_source::{Message, Span};

use crate::check::{Context, Sink, declare_rule};
use crate::model::Block;

declare_rule! {
    /// ## What it finds
    ///
    /// A section, role or part with a title and nothing under it.
    ///
    /// ## Why it matters
    ///
    /// A heading with nothing below it looks like a page that went missing.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// # Materi
    ///
    /// Teks.
    ///
    /// # Rangkuman
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// # Materi
    ///
    /// Teks.
    ///
    /// # Rangkuman
    ///
    /// Teks.
    /// ```
    "structure/empty-section", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for section in cx.sections() {
        if section.content.is_empty() && section.roles.is_empty() {
            let place = section
                .title
                .as_ref()
                .map_or(section.span(), crate::markup::Markup::whole);
            report(place, "structure/empty-section", sink);
        }
        for role in section.roles.iter().filter(|role| role.content.is_empty()) {
            report(role.name.whole(), "structure/empty-section.role", sink);
        }
    }
    for block in &cx.blocks {
        if let Block::Section(part) = &***block
            && part.content.is_empty()
        {
            report(part.title.whole(), "structure/empty-section.part", sink);
        }
    }
}

fn report(span: Span, key: &'static str, sink: &mut Sink<'_>) {
    let finding = sink.report(span, Message::new(key));
    finding.help = Some(Message::new("structure/empty-section.help"));
}
