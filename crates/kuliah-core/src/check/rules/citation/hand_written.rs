//! `citation/hand-written`.

use kuliah_source::{Fix, Message, Safety};

use crate::Markup;
use crate::check::typed_citation::{Typed, Verdict, texts::is_bibliography};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A citation typed by hand, such as "Barker (1978)" or "(Suharto, 2005: 97)", of a work that is
    /// in the references; and a reference list that is typed as a section of its own.
    ///
    /// ## Why it matters
    ///
    /// The program cannot tell that the work is cited, cannot link to it, and cannot write it in
    /// the style of the rest. With its key it does all of that.
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
    /// Selanjutnya barker (1978) memberikan definisi.
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
    /// Selanjutnya @barker1978 memberikan definisi.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe. There is a fix only where names and year fit one work of the references and no other,
    /// nothing but a page stands with them, and the sentence around stays as it is. The same work is
    /// cited at the same page; how it is written is then up to the style.
    "citation/hand-written", Warning, since "0.1.0", origin Check, fix Safe, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for typed in cx.typed_citations() {
        if let Verdict::Listed { work, other } = &typed.verdict {
            let other = other.map(|it| it.id.as_str());
            report(typed, work.id.as_str(), other, sink);
        }
    }
    let lists = cx.sections().filter(|section| is_bibliography(section));
    for section in lists.filter(|section| !section.content.is_empty()) {
        let span = section.title.as_ref().map_or(section.span(), Markup::whole);
        let finding = sink.report(span, Message::new("citation/hand-written.list"));
        finding.help = Some(Message::new("citation/hand-written.list-help"));
    }
}

fn report(typed: &Typed<'_>, key: &str, other: Option<&str>, sink: &mut Sink<'_>) {
    let message = Message::new("citation/hand-written").with("words", typed.written.as_str());
    let finding = sink.report(typed.span(), message);
    if let Some(other) = other {
        let help = Message::new("citation/hand-written.help-several");
        finding.help = Some(help.with("key", key).with("other", other));
        return;
    }
    let written = typed.conversion.as_ref().map(|(_, text)| text.clone());
    let written = written.unwrap_or_else(|| format!("[@{key}]"));
    let help = Message::new("citation/hand-written.help").with("written", written.as_str());
    finding.help = Some(help);
    finding.fix = typed.edit().map(|edit| Fix {
        title: Message::new("citation/hand-written.fix").with("written", written),
        edits: vec![edit],
        safety: Safety::Safe,
    });
}
