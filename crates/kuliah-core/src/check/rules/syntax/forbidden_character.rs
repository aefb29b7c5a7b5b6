//! `syntax/forbidden-character`.

use crate::check::problems;
use crate::check::{Context, Sink, declare_rule};
use crate::markup::ProblemKind;

declare_rule! {
    /// ## What it finds
    ///
    /// Control characters and noncharacters, also written as escapes such as `\u0000`.
    ///
    /// ## Why it matters
    ///
    /// No PDF, Word or JSON file can hold them, and terminals may obey them. They usually come
    /// from copying out of another program.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: "Peran\u0007"
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    ///
    /// ## Instead
    ///
    /// ```yaml,silent
    /// format: 1
    /// title: "Peran"
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    "syntax/forbidden-character", Error, since "0.1.0", origin Parse, proof true, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    problems::report(cx, sink, |kind| match kind {
        ProblemKind::Forbidden => Some((
            "syntax/forbidden-character.escape",
            "syntax/forbidden-character.help",
        )),
        _ => None,
    });
}
