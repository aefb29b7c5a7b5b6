//! `list/term-separator`.

use std::ops::Range;

use kuliah_source::Message;

use crate::Spanned;
use crate::check::{Context, Sink, declare_rule};
use crate::markup::InlineKind;
use crate::model::Item;

declare_rule! {
    /// ## What it finds
    ///
    /// A list of terms in which one item parts its term from the text in another way than the
    /// others: `**Keadilan** - …` beside `**Informasi:** …`, or a term that is not bold.
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
    "list/term-separator", Warning, since "0.1.0", origin Check, check check,
}

/// The most words of a term that is not bold.
const MOST_WORDS: usize = 4;

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for list in cx.all_lists() {
        check_list(list, sink);
    }
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
    let is_short = (1..=MOST_WORDS).contains(&term.split_whitespace().count());
    let is_plain = term
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
    let behind = source.get(at..)?;
    let length = if behind.starts_with(" - ") {
        2
    } else {
        behind.chars().next()?.len_utf8()
    };
    let is_parted = behind.get(length..)?.starts_with(' ');
    (is_short && is_plain && is_parted).then(|| 0..at + length)
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
