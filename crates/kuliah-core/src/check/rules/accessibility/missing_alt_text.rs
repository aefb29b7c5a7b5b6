//! `accessibility/missing-alt-text`.

use kuliah_source::Message;

use crate::check::{Context, Sink, declare_rule};
use crate::model::Block;

declare_rule! {
    /// ## What it finds
    ///
    /// A picture without words for those who cannot see it.
    ///
    /// ## Why it matters
    ///
    /// A blind student hears nothing where the others see the point of the page. PDF/UA-1 and
    /// the accessibility rules of universities ask for it.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: Peran
    /// sections:
    ///   - title: Materi
    ///     content:
    ///       - figure: {src: peran.png}
    /// ```
    ///
    /// ## Instead
    ///
    /// ```yaml,silent
    /// format: 1
    /// title: Peran
    /// sections:
    ///   - title: Materi
    ///     content:
    ///       - figure:
    ///           src: peran.png
    ///           alt: Mediator berdiri di antara dua kelompok yang berselisih
    /// ```
    "accessibility/missing-alt-text", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for block in &cx.blocks {
        if let Block::Figure(figure) = &***block
            && figure.alt.as_deref().is_none_or(|it| it.trim().is_empty())
        {
            let message = Message::new("accessibility/missing-alt-text");
            let finding = sink.report(figure.src.span(), message.with("path", figure.src.as_str()));
            finding.help = Some(Message::new("accessibility/missing-alt-text.help"));
        }
    }
}
