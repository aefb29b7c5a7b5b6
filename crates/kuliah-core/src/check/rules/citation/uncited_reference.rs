//! `citation/uncited-reference`.

use std::collections::BTreeSet;

use kuliah_source::Message;

use crate::check::typed_citation::Typed;
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A reference that the text never cites.
    ///
    /// ## Why it matters
    ///
    /// A reference list is a promise that each work was used. Cite the work where it was, or take it out.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: suharto2014, type: book, title: Judul, author: "Suharto, Edi", issued: 2014}
    /// ---
    /// # Materi
    ///
    /// Teks tanpa sitiran.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: suharto2014, type: book, title: Judul, author: "Suharto, Edi", issued: 2014}
    /// ---
    /// # Materi
    ///
    /// Advokasi adalah keberpihakan [@suharto2014].
    /// ```
    "citation/uncited-reference", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let citations = cx.course.citations();
    let mut cited: BTreeSet<_> = citations.iter().map(|citation| citation.key).collect();
    // One that was typed by hand is cited too, and another rule speaks of it.
    cited.extend(
        cx.typed_citations()
            .iter()
            .flat_map(Typed::works)
            .map(|work| &*work.id),
    );
    for reference in cx.references().filter(|it| !cited.contains(&*it.id)) {
        let message = Message::new("citation/uncited-reference").with("key", reference.id.as_str());
        let finding = sink.report(reference.id.span(), message);
        let help = Message::new("citation/uncited-reference.help");
        finding.help = Some(help.with("key", reference.id.as_str()));
    }
}
