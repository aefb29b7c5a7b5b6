//! `schema/bad-format`.

use kuliah_source::Message;

use crate::check::{Context, Sink, declare_rule};
use crate::markup::{Problem, ProblemKind};
use crate::synonyms;

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
    for &(markup, _) in &cx.markups {
        let wrong = |it: &&Problem| it.kind == ProblemKind::Language;
        for problem in markup.problems().iter().filter(wrong) {
            let range = problem.range.clone();
            let written = markup.source().get(range.clone()).unwrap_or_default();
            let message = Message::new("schema/bad-format.span-lang").with("text", written);
            let finding = sink.report(markup.span(range), message);
            finding.help = Some(match synonyms::language(written) {
                Some(near) => Message::new("schema/bad-format.help-date-near").with("near", near),
                None => Message::new("schema/bad-format.help-lang"),
            });
        }
    }
}
