//! `syntax/limit-exceeded`.

use crate::check::problems;
use crate::check::{Context, Sink, declare_rule};
use crate::markup::ProblemKind;

declare_rule! {
    /// ## What it finds
    ///
    /// A file of more than 8 MiB, values or blocks nested more than 64 deep, more than 250,000
    /// values in one file.
    ///
    /// ## Why it matters
    ///
    /// Time and memory stay bounded whatever a file holds. No handout comes near these limits.
    "syntax/limit-exceeded", Error, since "0.1.0", origin Parse, proof true, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    problems::report(cx, sink, |kind| match kind {
        ProblemKind::Depth => Some((
            "syntax/limit-exceeded.marks",
            "syntax/limit-exceeded.marks.help",
        )),
        _ => None,
    });
}
