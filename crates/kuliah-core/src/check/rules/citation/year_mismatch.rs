//! `citation/year-mismatch`.

use kuliah_source::{Label, Message};

use crate::check::typed_citation::Verdict;
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A citation typed by hand whose authors are in the references, with a work of another year.
    ///
    /// ## Why it matters
    ///
    /// Either the year is wrong, or the work is missing: in both cases students cannot find what is
    /// cited. It is reported where the words around leave no doubt that it is a citation, or where
    /// the two years differ by one digit.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: barker1978, type: document, title: Judul, author: "Barker, R.", issued: 1978}
    /// ---
    /// # Materi
    ///
    /// Menurut Barker (1987), pemungkin membantu klien.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: barker1978, type: document, title: Judul, author: "Barker, R.", issued: 1978}
    /// ---
    /// # Materi
    ///
    /// Menurut @barker1978, pemungkin membantu klien.
    /// ```
    "citation/year-mismatch", Error, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for typed in cx.typed_citations() {
        let (Verdict::OtherYear { work, year }, Some((written, place))) =
            (&typed.verdict, &typed.year)
        else {
            continue;
        };
        let message = Message::new("citation/year-mismatch")
            .with("words", typed.written.as_str())
            .with("year", year.to_string());
        let finding = sink.report(typed.markup.span(place.clone()), message);
        finding.labels.push(Label {
            span: work.id.span(),
            message: Some(
                Message::new("citation/year-mismatch.work").with("year", year.to_string()),
            ),
        });
        let help = Message::new("citation/year-mismatch.help").with("key", work.id.as_str());
        finding.help = Some(help.with("written", written.to_string()));
    }
}
