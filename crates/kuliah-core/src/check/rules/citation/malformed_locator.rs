//! `citation/malformed-locator`.

use std::ops::Range;

use kuliah_source::{Edit, Fix, Message, Safety, Span};

use crate::Markup;
use crate::check::typed_citation::Typed;
use crate::check::{Context, Sink, declare_rule};
use crate::markup::locator::{loose_locator, split_locator};
use crate::markup::{CitationForm, Inline, InlineCitation, InlineKind};
use crate::model::{Block, ItemList};

declare_rule! {
    /// ## What it finds
    ///
    /// A page that is not written as one: no comma before it (`[@key hlm. 5]`), no full stop in
    /// `hlm`, round brackets behind `@key`, a semicolon as in "(1989;511)", a word within a
    /// `locator`, a range that runs backwards.
    ///
    /// ## Why it matters
    ///
    /// Such a page is printed as any other words, not as the style has it, and a semicolon begins
    /// another work.
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
    /// Pemungkin membantu klien [@barker1978 hlm. 5].
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
    /// Pemungkin membantu klien [@barker1978, hlm. 5].
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: the same page is written as citations have it. Where the page itself is in doubt, as
    /// in a range that runs backwards, there is no fix.
    "citation/malformed-locator", Warning, since "0.1.0", origin Check, fix Safe, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let language = cx.course.lang.primary();
    for &(markup, _) in &cx.markups {
        in_inlines(markup, markup.inlines(), language, sink);
    }
    for typed in cx.typed_citations() {
        in_typed(typed, language, sink);
    }
    for block in &cx.blocks {
        let citations = match &***block {
            Block::Quote(quote) => &quote.cite,
            Block::List(ItemList { cite, .. }) => cite,
            _ => continue,
        };
        for citation in citations {
            if let Some(locator) = &citation.locator {
                in_data(locator, citation.key.span(), sink);
            }
        }
    }
}

fn in_inlines(markup: &Markup, inlines: &[Inline], language: &str, sink: &mut Sink<'_>) {
    for (at, inline) in inlines.iter().enumerate() {
        match &inline.kind {
            InlineKind::Citation(group) => {
                for item in &group.items {
                    in_citation(markup, item, language, sink);
                }
                if group.form == CitationForm::Narrative
                    && let Some(Inline {
                        kind: InlineKind::Text(_),
                        range,
                    }) = inlines.get(at + 1)
                {
                    behind_key(markup, range, language, sink);
                }
            }
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Span { content, .. }
            | InlineKind::Footnote(content) => in_inlines(markup, content, language, sink),
            _ => {}
        }
    }
}

/// A page that was read as words, or that cannot be one.
fn in_citation(markup: &Markup, item: &InlineCitation, language: &str, sink: &mut Sink<'_>) {
    if let Some(locator) = &item.locator {
        in_data(locator, markup.span(item.range.clone()), sink);
        return;
    }
    let words = item.suffix.trim_start_matches(',').trim();
    let Some((label, number)) = loose_locator(words) else {
        return;
    };
    // The words of the suffix follow the key, blanks aside.
    let source = markup.source();
    let behind = source.get(item.range.end..).unwrap_or_default();
    let Some(found) = behind.find(words) else {
        return;
    };
    let range = item.range.end..item.range.end + found + words.len();
    let place = range.end - words.len()..range.end;
    let text = format!(", {}", written(label, number, words, language));
    report(markup, place, range, text, sink);
}

/// `@key (hlm. 5)` and `@key [hlm 5]`.
fn behind_key(markup: &Markup, text: &Range<usize>, language: &str, sink: &mut Sink<'_>) {
    let written_text = markup.source().get(text.clone()).unwrap_or_default();
    let trimmed = written_text.trim_start();
    let start = text.start + written_text.len() - trimmed.len();
    let close = match trimmed.chars().next() {
        Some('(') => ')',
        Some('[') => ']',
        _ => return,
    };
    let Some(inner) = trimmed.get(1..).and_then(|it| it.split_once(close)) else {
        return;
    };
    let words = inner.0.trim();
    // A number alone in round brackets may well be a year or the number of a sentence.
    let Some((Some(label), number)) = loose_locator(words) else {
        return;
    };
    let range = start..start + inner.0.len() + 2;
    let text = format!("[{}]", written(Some(label), number, words, language));
    report(markup, range.clone(), range, text, sink);
}

/// A page behind a semicolon, in a citation typed by hand that stays as it is.
fn in_typed(typed: &Typed<'_>, language: &str, sink: &mut Sink<'_>) {
    let Some((locator, range)) = typed.locator.as_ref().filter(|(it, _)| it.sign == ';') else {
        return;
    };
    if typed.conversion.is_some() {
        return;
    }
    let number = locator.number.as_str();
    let text = format!(", {}", written(locator.label, number, number, language));
    report(typed.markup, range.clone(), range.clone(), text, sink);
}

/// A locator as citations have it; one that has its word already keeps it.
fn written(label: Option<&str>, number: &str, words: &str, language: &str) -> String {
    if let (Some(_), _) = split_locator(words) {
        return words.to_owned();
    }
    let word = match (label, language) {
        (Some("page") | None, "id" | "ms") => "hlm.",
        (Some("page") | None, _) if number.contains(['-', '–', ',']) => "pp.",
        (Some("page") | None, _) => "p.",
        (Some(_), _) => return words.to_owned(),
    };
    format!("{word} {number}")
}

/// Reports the words at a place; the fix puts a text for what stands at `range`.
fn report(
    markup: &Markup,
    place: Range<usize>,
    range: Range<usize>,
    text: String,
    sink: &mut Sink<'_>,
) {
    let shown = markup.source().get(place.clone()).unwrap_or_default();
    let message = Message::new("citation/malformed-locator").with("words", shown);
    let finding = sink.report(markup.span(place), message);
    let span = markup.span(range);
    let right = text.trim_start_matches([',', ' ']).to_owned();
    let help = Message::new("citation/malformed-locator.help").with("right", text.as_str());
    finding.help = Some(help);
    // In YAML without quotation marks a bracket may begin a list.
    let starts_list = markup.is_bare() && text.contains('[');
    let fits = !(span.is_detached() || starts_list);
    finding.fix = fits.then(|| Fix {
        title: Message::new("citation/malformed-locator.fix").with("right", right),
        edits: vec![Edit { span, text }],
        safety: Safety::Safe,
    });
}

/// A locator that is data: the program writes the word, and a range runs forwards.
fn in_data(locator: &str, span: Span, sink: &mut Sink<'_>) {
    let (key, help) = if split_locator(locator).0.is_some() {
        (
            "citation/malformed-locator.word",
            "citation/malformed-locator.word-help",
        )
    } else if is_backwards(locator) {
        (
            "citation/malformed-locator.range",
            "citation/malformed-locator.range-help",
        )
    } else {
        return;
    };
    let finding = sink.report(span, Message::new(key).with("words", locator));
    finding.help = Some(Message::new(help));
}

/// Whether a range of pages ends before it begins, or not at all; `511-13` is short for
/// `511-513`.
fn is_backwards(locator: &str) -> bool {
    let Some((first, last)) = locator.split_once(['-', '–']) else {
        return false;
    };
    let last = last.trim_matches(['-', '–', ' ']);
    match (first.trim().parse::<u32>(), last.parse::<u32>()) {
        (Ok(from), Ok(to)) => to < from && last.len() >= first.trim().len(),
        (Ok(_), Err(_)) => last.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_run_forwards() {
        for good in ["511-513", "511-13", "511", "xii", "5, 7", "A1-A2", "10--12"] {
            assert!(!is_backwards(good), "{good}");
        }
        for bad in ["513-511", "98–12", "511-", "5 – "] {
            assert!(is_backwards(bad), "{bad}");
        }
    }

    #[test]
    fn a_word_that_is_right_is_kept() {
        assert_eq!(written(Some("chapter"), "2", "bab 2", "id"), "bab 2");
        assert_eq!(written(Some("page"), "5", "hlm 5", "id"), "hlm 5");
        assert_eq!(written(Some("page"), "5", "hlmn 5", "id"), "hlm. 5");
        assert_eq!(written(None, "5-7", "5-7", "en"), "pp. 5-7");
    }
}
