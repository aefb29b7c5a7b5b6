//! `accessibility/vague-link-text`.

use kuliah_source::Message;

use crate::check::{Context, Sink, declare_rule};
use crate::markup::{Inline, InlineKind};
use crate::model::each_inline;

declare_rule! {
    /// ## What it finds
    ///
    /// Links whose words do not say where they lead: "klik di sini", "link ini", "here".
    ///
    /// ## Why it matters
    ///
    /// Screen readers list the links of a page without the text around them, and on paper there
    /// is nothing to click.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Untuk kamus daring, klik [di sini](https://kbbi.kemdikbud.go.id).
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Buka [kamus daring KBBI](https://kbbi.kemdikbud.go.id).
    /// ```
    "accessibility/vague-link-text", Warning, since "0.1.0", origin Check, check check,
}

/// Words that say nothing of where a link leads.
const VAGUE: [&str; 36] = [
    "baca lebih lanjut",
    "baca selengkapnya",
    "berikut",
    "berikut ini",
    "click",
    "click here",
    "di sini",
    "disini",
    "download",
    "here",
    "info lebih lanjut",
    "ini",
    "klik",
    "klik di sini",
    "klik disini",
    "laman ini",
    "lanjut",
    "learn more",
    "lebih lanjut",
    "lihat",
    "lihat di sini",
    "lihat selengkapnya",
    "link",
    "link ini",
    "more",
    "read more",
    "selengkapnya",
    "sini",
    "situs ini",
    "tautan",
    "tautan ini",
    "the link",
    "this",
    "this link",
    "this page",
    "unduh",
];

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    cx.each_inline(|markup, inline, _| {
        let (InlineKind::Link { content, .. } | InlineKind::Reference { content, .. }) =
            &inline.kind
        else {
            return;
        };
        let words = words(content);
        let plain = words.trim_matches(|c: char| !c.is_alphanumeric());
        if VAGUE.contains(&plain.to_lowercase().as_str()) {
            let message = Message::new("accessibility/vague-link-text").with("words", plain);
            let finding = sink.report(markup.span(inline.range.clone()), message);
            finding.help = Some(Message::new("accessibility/vague-link-text.help"));
        }
    });
}

fn words(content: &[Inline]) -> String {
    let mut out = String::new();
    each_inline(content, &mut |inline| {
        if let InlineKind::Text(text) | InlineKind::Code(text) = &inline.kind {
            out.push_str(text);
        }
    });
    out
}
