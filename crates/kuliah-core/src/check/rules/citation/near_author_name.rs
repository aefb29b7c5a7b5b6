//! `citation/near-author-name`.

use kuliah_source::{Edit, Fix, Label, Message, Safety};

use crate::check::typed_citation::Verdict;
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// An author of a citation typed by hand who is spelled a little differently in the references:
    /// "Comton dan Glaway (1989)" for Compton and Galaway. Names alone, without a year, are
    /// looked at where two or more stand together.
    ///
    /// ## Why it matters
    ///
    /// Students look for the work under a name that nobody has.
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
    /// Selanjutnya Barkre (1978) memberikan definisi.
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
    /// Unsafe: another author may bear a name that is so much alike.
    "citation/near-author-name", Warning, since "0.1.0", origin Check, fix Unsafe, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for typed in cx.typed_citations() {
        let Verdict::Near { work, slips } = &typed.verdict else {
            continue;
        };
        for slip in slips {
            let span = typed.markup.span(slip.range.clone());
            let message = Message::new("citation/near-author-name")
                .with("name", slip.written.as_str())
                .with("right", slip.right.as_str());
            let finding = sink.report(span, message);
            finding.labels.push(Label {
                span: work.id.span(),
                message: Some(Message::new("citation/near-author-name.work")),
            });
            let help = Message::new("citation/near-author-name.help");
            let help = help.with("right", slip.right.as_str());
            finding.help = Some(help.with("key", work.id.as_str()));
            if !span.is_detached() {
                finding.fix = Some(Fix {
                    title: Message::new("citation/near-author-name.fix")
                        .with("right", slip.right.as_str()),
                    edits: vec![Edit {
                        span,
                        text: slip.right.clone(),
                    }],
                    safety: Safety::Unsafe,
                });
            }
        }
    }
}
