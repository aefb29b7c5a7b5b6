//! `citation/quote-without-locator`.

use kuliah_source::{Message, Span};

use crate::Markup;
use crate::bytes::has_any;
use crate::check::{Context, Sink, declare_rule};
use crate::markup::{CitationForm, Inline, InlineKind};
use crate::model::{Block, CitationKey, ReferenceKind};

declare_rule! {
    /// ## What it finds
    ///
    /// A quotation that is set apart, or one of forty words and more between quotation marks, cited
    /// without the page it is on. Works that have no pages, such as films and pages on the web, are
    /// left alone.
    ///
    /// ## Why it matters
    ///
    /// Students cannot look the words up, and styles ask for the page of every quotation.
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
    /// > Pemungkin membantu klien menghadapi tekanan.
    /// > [@barker1978]
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
    /// > Pemungkin membantu klien menghadapi tekanan.
    /// > [@barker1978, hlm. 5]
    /// ```
    "citation/quote-without-locator", Warning, since "0.1.0", origin Check, check check,
}

/// Words from which on APA (7th edition, 8.27) calls a quotation a long one.
const LONG: usize = 40;

/// How far behind a quotation its citation may stand, in bytes.
const FAR: usize = 4;

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for block in &cx.blocks {
        if let Block::Quote(quote) = &***block {
            let has_locator = quote.cite.iter().any(|it| it.locator.is_some());
            let first = quote.cite.iter().find(|it| has_pages(cx, &it.key));
            if let Some(citation) = first.filter(|_| !has_locator) {
                report(citation.key.span(), &citation.key, sink);
            }
        }
    }
    for &(markup, _) in &cx.markups {
        in_text(cx, markup, sink);
    }
}

/// Citations right behind a long quotation in running text.
fn in_text(cx: &Context<'_>, markup: &Markup, sink: &mut Sink<'_>) {
    let source = markup.source();
    let ends: Vec<usize> = long_quotations(source);
    if ends.is_empty() {
        return;
    }
    for Inline { kind, range } in markup.inlines() {
        let InlineKind::Citation(group) = kind else {
            continue;
        };
        let before = ends.partition_point(|end| *end <= range.start);
        let end = before.checked_sub(1).and_then(|it| ends.get(it));
        let is_behind = end.is_some_and(|end| range.start - end <= FAR);
        let has_locator = group.items.iter().any(|it| it.locator.is_some());
        let item = group.items.iter().find(|it| has_pages(cx, &it.key));
        if let Some(item) = item
            && is_behind
            && !has_locator
            && group.form != CitationForm::Narrative
        {
            report(markup.span(item.range.clone()), &item.key, sink);
        }
    }
}

/// Where each quotation of forty words and more ends.
fn long_quotations(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    // The first byte of each mark.
    if !has_any(text, [b'"', 0xe2]) {
        return ends;
    }
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('“', _) | ('"', None) => open = Some(at),
            ('”' | '"', Some(start)) => {
                let words = text.get(start..at).unwrap_or_default();
                if words.split_whitespace().count() >= LONG {
                    ends.push(at + c.len_utf8());
                }
                open = None;
            }
            _ => {}
        }
    }
    ends
}

/// Whether a work is of a type that has pages.
fn has_pages(cx: &Context<'_>, key: &CitationKey) -> bool {
    let kind = cx.kind_of(key);
    !matches!(
        kind,
        None | Some(
            ReferenceKind::Webpage
                | ReferenceKind::Post
                | ReferenceKind::PostWeblog
                | ReferenceKind::MotionPicture
                | ReferenceKind::Broadcast
                | ReferenceKind::Song
                | ReferenceKind::Speech
                | ReferenceKind::Interview
                | ReferenceKind::PersonalCommunication
                | ReferenceKind::Software
                | ReferenceKind::Dataset
                | ReferenceKind::Performance
        )
    )
}

fn report(span: Span, key: &CitationKey, sink: &mut Sink<'_>) {
    let message = Message::new("citation/quote-without-locator").with("key", key.as_str());
    let finding = sink.report(span, message);
    let help = Message::new("citation/quote-without-locator.help").with("key", key.as_str());
    finding.help = Some(help);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_quotations_are_told_by_their_words() {
        let long = format!("Kata “{}” [@a]", "kata ".repeat(40).trim());
        assert_eq!(long_quotations(&long).len(), 1);
        let short = format!("Kata “{}” [@a]", "kata ".repeat(39).trim());
        assert!(long_quotations(&short).is_empty());
        assert!(long_quotations("\"a\" b \"c").is_empty());
    }
}
