//! `typography/straight-quote`.

use std::ops::Range;

use kuliah_source::{Fix, Message, Safety};

use crate::check::passage::{Part, Passage};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// Words between straight double quotation marks. Code is left alone, and so are inches and
    /// seconds.
    ///
    /// ## Why it matters
    ///
    /// Straight marks are a typewriter's; printed books have “these”. The program prints what you
    /// write and turns none into the other.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Istilah "pemungkin" dipakai juga.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Istilah “pemungkin” dipakai juga.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: it changes the two marks, never the words between them.
    "typography/straight-quote", Info, since "0.1.0", origin Check, fix Safe, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| it.part != Part::Reference) {
        for range in pairs(&passage.text) {
            report(passage, range, sink);
        }
    }
}

/// The stretches between two straight marks, the marks included.
fn pairs(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    if !text.contains('"') {
        return out;
    }
    let mut open = None;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let next = text.get(at + 1..).filter(|_| c == '"');
        let is_closed = next.is_some_and(|it| it.starts_with(char::is_alphanumeric));
        match (open, c) {
            (Some(start), '"') if !before.is_some_and(char::is_whitespace) && !is_closed => {
                out.push(start..at + 1);
                open = None;
            }
            (None, '"') if is_closed && !before.is_some_and(char::is_alphanumeric) => {
                open = Some(at);
            }
            _ => {}
        }
        before = Some(c);
    }
    out
}

fn report(passage: &Passage<'_>, range: Range<usize>, sink: &mut Sink<'_>) {
    let message = Message::new("typography/straight-quote");
    let finding = sink.report(passage.span(range.clone()), message);
    finding.help = Some(Message::new("typography/straight-quote.help"));
    let opening = passage.edit(range.start..range.start + 1, "“");
    let closing = passage.edit(range.end - 1..range.end, "”");
    finding.fix = opening.zip(closing).map(|(opening, closing)| Fix {
        title: Message::new("typography/straight-quote.fix"),
        edits: vec![opening, closing],
        safety: Safety::Safe,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_words_are_a_pair() {
        let text = "a \"b c\", (\"d\")";
        let found: Vec<_> = pairs(text)
            .into_iter()
            .filter_map(|it| text.get(it))
            .collect();
        assert_eq!(found, ["\"b c\"", "\"d\""]);
    }

    #[test]
    fn inches_are_no_pair() {
        assert!(pairs("layar 14\" dan 17\"").is_empty());
        assert!(pairs("layar 14\"x dan 17\"").is_empty());
    }
}
