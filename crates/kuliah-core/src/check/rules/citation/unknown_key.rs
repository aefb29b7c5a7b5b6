//! `citation/unknown-key`.

use kuliah_source::{Edit, Fix, Message, Safety};

use crate::check::{Context, Sink, declare_rule, nearest};

declare_rule! {
    /// ## What it finds
    ///
    /// A citation whose key is in no reference.
    ///
    /// ## Why it matters
    ///
    /// Readers cannot find the work, and the reference list would have a hole.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Menurut @barker1978, pemungkin membantu klien.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: barker1978, type: book, title: Judul, author: "Barker, R.", issued: 1978}
    /// ---
    /// # Materi
    ///
    /// Menurut @barker1978, pemungkin membantu klien.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Unsafe: the nearest key is only most likely the one that was meant.
    "citation/unknown-key", Error, since "0.1.0", origin Check, fix Unsafe, proof true, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let keys = cx.keys();
    for citation in cx.course.citations() {
        if keys.contains(citation.key) {
            continue;
        }
        let key = citation.key.as_str();
        let message = Message::new("citation/unknown-key").with("key", key);
        let finding = sink.report(citation.span, message);
        let Some(near) = nearest(key, keys.iter().map(|it| it.as_str())) else {
            finding.help = Some(Message::new("citation/unknown-key.help").with("key", key));
            continue;
        };
        finding.help = Some(Message::new("citation/unknown-key.help-near").with("near", near));
        if !citation.span.is_detached() {
            finding.fix = Some(Fix {
                title: Message::new("citation/unknown-key.fix").with("near", near),
                edits: vec![Edit {
                    span: citation.span,
                    text: near.to_owned(),
                }],
                safety: Safety::Unsafe,
            });
        }
    }
}
