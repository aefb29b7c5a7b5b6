//! `reference/unknown-target`.

use std::collections::BTreeMap;

use kuliah_source::{Edit, Fix, Message, Safety};

use crate::check::{Context, Sink, declare_rule, nearest};
use crate::markup::InlineKind;

declare_rule! {
    /// ## What it finds
    ///
    /// A reference within the text to an id that is not there, that has no title to show, or that is
    /// only in the lecturer's copy.
    ///
    /// ## Why it matters
    ///
    /// The link would lead nowhere.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Lihat [peran mediator](#mediatr).
    ///
    /// ## Mediator {#mediator}
    ///
    /// Teks.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Lihat [peran mediator](#mediator).
    ///
    /// ## Mediator {#mediator}
    ///
    /// Teks.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Unsafe: the nearest id is only most likely the one that was meant.
    "reference/unknown-target", Error, since "0.1.0", origin Check, fix Unsafe, proof true, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let targets: BTreeMap<_, _> = cx.targets.iter().copied().collect();
    cx.each_inline(|markup, inline, for_students| {
        let InlineKind::Reference {
            target: id,
            content,
        } = &inline.kind
        else {
            return;
        };
        let span = markup.span(inline.range.clone());
        match targets.get(id.as_str()) {
            Some(target) if for_students && !target.for_students => {
                let message =
                    Message::new("reference/unknown-target.hidden").with("id", id.as_str());
                let finding = sink.report(span, message);
                finding.help = Some(Message::new("reference/unknown-target.hidden-help"));
            }
            Some(target) if content.is_empty() && !target.has_title => {
                let message =
                    Message::new("reference/unknown-target.no-title").with("id", id.as_str());
                let finding = sink.report(span, message);
                finding.help = Some(Message::new("reference/unknown-target.no-title-help"));
            }
            Some(_) => {}
            None => {
                let message = Message::new("reference/unknown-target").with("id", id.as_str());
                let finding = sink.report(span, message);
                let Some(near) = nearest(id, targets.keys().copied()) else {
                    finding.help = Some(Message::new("reference/unknown-target.help"));
                    return;
                };
                finding.help =
                    Some(Message::new("reference/unknown-target.help-near").with("near", near));
                // The id stands last in the source of the link, behind `#`.
                let written = markup
                    .source()
                    .get(inline.range.clone())
                    .unwrap_or_default();
                let Some(at) = written.rfind(id.as_str()).filter(|_| !span.is_detached()) else {
                    return;
                };
                let start = inline.range.start + at;
                finding.fix = Some(Fix {
                    title: Message::new("reference/unknown-target.fix").with("near", near),
                    edits: vec![Edit {
                        span: markup.span(start..start + id.len()),
                        text: near.to_owned(),
                    }],
                    safety: Safety::Unsafe,
                });
            }
        }
    });
}
