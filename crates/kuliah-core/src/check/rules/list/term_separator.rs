//! `list/term-separator`.

use std::ops::Range;

use kuliah_source::{Edit, Fix, Message, Safety};

use crate::Spanned;
use crate::check::{Context, Sink, declare_rule};
use crate::markup::InlineKind;
use crate::model::Item;

declare_rule! {
    /// ## What it finds
    ///
    /// A list of terms in which one item parts its term from the text in another way than the
    /// others: `**Keadilan** - …` beside `**Informasi:** …`, or a term that is not bold. Where no
    /// term is bold, a blank before the colon of some: `Keadilan : …` beside `Informasi: …`.
    ///
    /// ## Why it matters
    ///
    /// A term with a colon becomes data: it is set bold, and other programs can list the terms.
    /// With a hyphen it is only text, and the printed list is uneven.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// - **Keterbukaan:** beragam pandangan didengar
    /// - **Keadilan** - posisi dapat dibandingkan
    /// - **Informasi:** pandangan disajikan berdampingan
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// - **Keterbukaan:** beragam pandangan didengar
    /// - **Keadilan:** posisi dapat dibandingkan
    /// - **Informasi:** pandangan disajikan berdampingan
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: it takes out the blank before a colon. No other sign is put in the place of one.
    "list/term-separator", Warning, since "0.1.0", origin Check, fix Safe, check check,
}

/// The most words of a term that is not bold.
const MOST_WORDS: usize = 4;

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for list in cx.all_lists() {
        check_list(list, sink);
        check_blanks(list, sink);
    }
}

/// Reports the blank before a colon where most terms, none of them bold, have none.
fn check_blanks(items: &[Spanned<Item>], sink: &mut Sink<'_>) {
    let plain = items.iter().filter(|item| item.term.is_none());
    let blanks: Vec<_> = plain
        .filter_map(|item| Some((item, plain_term(item)?)))
        .collect();
    let without = blanks.iter().filter(|(_, blank)| blank.is_empty()).count();
    if without < 2 || without * 2 <= items.len() {
        return;
    }
    for (item, blank) in blanks.iter().filter(|(_, blank)| !blank.is_empty()) {
        let sign = blank.start..blank.end + 1;
        let message = Message::new("list/term-separator.blank");
        let finding = sink.report(item.text.span(sign), message);
        finding.help = Some(Message::new("list/term-separator.blank-help"));
        finding.fix = item.text.place(blank.clone()).map(|span| Fix {
            title: Message::new("list/term-separator.fix"),
            edits: vec![Edit {
                span,
                text: String::new(),
            }],
            safety: Safety::Safe,
        });
    }
}

/// The blanks between a term that is not bold and its colon, of which there may be none.
fn plain_term(item: &Item) -> Option<Range<usize>> {
    let source = item.text.source();
    let at = source.find(':')?;
    let term = source.get(..at)?.trim_end();
    let is_parted = source.get(at + 1..)?.starts_with(' ');
    (is_term(term) && is_parted).then_some(term.len()..at)
}

fn check_list(items: &[Spanned<Item>], sink: &mut Sink<'_>) {
    let terms = items.iter().filter(|it| it.term.is_some()).count();
    // Half of the items and two at least, or there is no custom to depart from.
    if terms < 2 || terms * 2 < items.len() {
        return;
    }
    for item in items.iter().filter(|it| it.term.is_none()) {
        if let Some(range) = other_separator(item) {
            let written = item.text.source().get(range.clone()).unwrap_or_default();
            let message = Message::new("list/term-separator").with("words", written);
            let finding = sink.report(item.text.span(range), message);
            finding.help = Some(Message::new("list/term-separator.help"));
        }
    }
}

/// The term of an item and the sign behind it, where it is none of the model's.
fn other_separator(item: &Item) -> Option<Range<usize>> {
    let source = item.text.source();
    if let Some(first) = item.text.inlines().first()
        && matches!(first.kind, InlineKind::Strong(_))
    {
        let behind = source.get(first.range.end..)?;
        let sign = behind.trim_start().chars().next()?;
        let length = behind.len() - behind.trim_start().len() + sign.len_utf8();
        return is_sign(sign).then(|| 0..first.range.end + length);
    }
    let at = source
        .find([':', '–', '—', '='])
        .or_else(|| source.find(" - "))?;
    let term = source.get(..at)?.trim_end();
    let behind = source.get(at..)?;
    let length = if behind.starts_with(" - ") {
        2
    } else {
        behind.chars().next()?.len_utf8()
    };
    let is_parted = behind.get(length..)?.starts_with(' ');
    (is_term(term) && is_parted).then(|| 0..at + length)
}

/// Whether words are few and plain enough for a term.
fn is_term(words: &str) -> bool {
    let is_plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-');
    (1..=MOST_WORDS).contains(&words.split_whitespace().count()) && words.chars().all(is_plain)
}

fn is_sign(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '=' | ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        let item = Item::new(text);
        let range = other_separator(&item)?;
        item.text.source().get(range).map(str::to_owned)
    }

    #[test]
    fn other_signs_behind_a_term_are_seen() {
        assert_eq!(found("**Adil** - sama").as_deref(), Some("**Adil** -"));
        assert_eq!(found("Adil : sama").as_deref(), Some("Adil :"));
        assert_eq!(found("Adil – sama").as_deref(), Some("Adil –"));
    }

    #[test]
    fn blanks_before_a_colon_are_seen() {
        let blank = |text: &str| plain_term(&Item::new(text));
        assert_eq!(blank("Adil : sama"), Some(4..5));
        assert_eq!(blank("Perwakilan luas: semua"), Some(15..15));
        assert_eq!(blank("Pukul 10 : 30"), None);
        assert_eq!(blank("Ada lima kata di depan : ini"), None);
    }

    #[test]
    fn ordinary_text_has_no_term() {
        for text in [
            "Mulai pukul 10:30 dan seterusnya",
            "**Adil** bagi semua",
            "Ada lima kata di depan titik dua: ini",
            "Sama-sama",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
