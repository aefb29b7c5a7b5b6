//! `citation/unlisted-work`.

use kuliah_source::Message;

use crate::check::typed_citation::{Typed, Verdict, fold};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A citation typed by hand of a work that is not in the references. Years in brackets behind
    /// events, laws, places and the like are no citations; in doubt nothing is said.
    ///
    /// ## Why it matters
    ///
    /// Students cannot look the work up.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Menurut Barker (1978), pemungkin membantu klien.
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
    "citation/unlisted-work", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let unlisted = |it: &&Typed<'_>| matches!(it.verdict, Verdict::Unlisted);
    for typed in cx.typed_citations().iter().filter(unlisted) {
        let message = Message::new("citation/unlisted-work").with("words", typed.written.as_str());
        let finding = sink.report(typed.span(), message);
        let help = Message::new("citation/unlisted-work.help").with("key", key_for(typed));
        finding.help = Some(help);
    }
}

/// A key for the work: the last word of the first name, and the year.
fn key_for(typed: &Typed<'_>) -> String {
    let name = typed
        .names
        .first()
        .map(|name| fold(name))
        .unwrap_or_default();
    let word = name
        .rsplit(' ')
        .find(|word| word.len() > 1)
        .unwrap_or("karya");
    let year = typed.year.as_ref().map(|(year, _)| year.to_string());
    word.to_owned() + &year.unwrap_or_default()
}
