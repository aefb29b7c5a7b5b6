//! `schema/bad-format`.

use crate::check::problems;
use crate::check::{Context, Sink, declare_rule};
use crate::markup::ProblemKind;

declare_rule! {
    /// ## What it finds
    ///
    /// A date, language, mail address, id or citation key that is not written as it must be.
    ///
    /// ## Why it matters
    ///
    /// Dates are year-month-day so that they mean the same everywhere; ids become addresses within
    /// the files.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: Peran
    /// date: 29-12-2018
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    ///
    /// ## Instead
    ///
    /// ```yaml,silent
    /// format: 1
    /// title: Peran
    /// date: 2018-12-29
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    "schema/bad-format", Error, since "0.1.0", origin Schema, proof true, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    problems::report(cx, sink, |kind| match kind {
        ProblemKind::Language => {
            Some(("schema/bad-format.span-lang", "schema/bad-format.help-lang"))
        }
        _ => None,
    });
}
