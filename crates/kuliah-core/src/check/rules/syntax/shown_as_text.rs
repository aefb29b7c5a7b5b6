//! `syntax/shown-as-text`.

use crate::check::problems;
use crate::check::{Context, Sink, declare_rule};
use crate::markup::ProblemKind;

declare_rule! {
    /// ## What it finds
    ///
    /// HTML, formulas between dollar signs, and attributes such as `{.class}` where they say nothing.
    /// They are printed as they are written.
    ///
    /// ## Why it matters
    ///
    /// A student sees `<b>` or `$x^2$` instead of what was meant. Formulas are not part of format 1.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Hasilnya <b>penting</b>.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Hasilnya **penting**.
    /// ```
    "syntax/shown-as-text", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    problems::report(cx, sink, |kind| match kind {
        ProblemKind::Html => Some((
            "syntax/shown-as-text.html",
            "syntax/shown-as-text.html.help",
        )),
        ProblemKind::Formula => Some((
            "syntax/shown-as-text.formula",
            "syntax/shown-as-text.formula.help",
        )),
        ProblemKind::Attribute => Some((
            "syntax/shown-as-text.attribute",
            "syntax/shown-as-text.attribute.help",
        )),
        ProblemKind::UnknownCount => Some((
            "syntax/shown-as-text.count",
            "syntax/shown-as-text.count.help",
        )),
        _ => None,
    });
}
