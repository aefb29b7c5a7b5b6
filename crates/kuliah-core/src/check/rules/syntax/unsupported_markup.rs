//! `syntax/unsupported-markup`.

use crate::check::problems;
use crate::check::{Context, Sink, declare_rule};
use crate::markup::{CountScope, InlineKind, ProblemKind};
use kuliah_source::Message;

declare_rule! {
    /// ## What it finds
    ///
    /// Markup that a course has no place for: pictures within a sentence, headings of level five,
    /// horizontal rules, footnotes within footnotes, a paragraph behind a list within an item.
    ///
    /// ## Why it matters
    ///
    /// What the program cannot show it must not drop. The finding says what to write instead.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Teks dengan ![gambar](a.png) di tengah.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Teks tanpa gambar di tengah.
    /// ```
    "syntax/unsupported-markup", Error, since "0.1.0", origin Parse, proof true, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    problems::report(cx, sink, |kind| match kind {
        ProblemKind::Image => Some((
            "syntax/unsupported-markup.image",
            "syntax/unsupported-markup.image.help",
        )),
        ProblemKind::Citation => Some((
            "syntax/unsupported-markup.citation",
            "syntax/unsupported-markup.citation.help",
        )),
        ProblemKind::NestedFootnote => Some((
            "syntax/unsupported-markup.nested-footnote",
            "syntax/unsupported-markup.nested-footnote.help",
        )),
        _ => None,
    });
    let has_roles = cx.course.roles().next().is_some();
    cx.each_inline(|markup, inline, _| {
        let InlineKind::Count(count) = &inline.kind else {
            return;
        };
        let (key, help) = match count.scope {
            CountScope::Items if !cx.introduces_list(markup) => (
                "syntax/unsupported-markup.count-items",
                "syntax/unsupported-markup.count-items.help",
            ),
            CountScope::Roles if !has_roles => (
                "syntax/unsupported-markup.count-roles",
                "syntax/unsupported-markup.count-roles.help",
            ),
            _ => return,
        };
        let finding = sink.report(markup.span(inline.range.clone()), Message::new(key));
        finding.help = Some(Message::new(help));
    });
}
