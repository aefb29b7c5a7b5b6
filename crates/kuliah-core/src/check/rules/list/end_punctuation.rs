//! `list/end-punctuation`.

use kuliah_source::{Edit, Fix, Message, Safety};

use crate::check::item_lists::last_character;
use crate::check::{Context, Sink, declare_rule};
use crate::model::Item;
use crate::{Markup, Spanned};

declare_rule! {
    /// ## What it finds
    ///
    /// Items that end otherwise than the others of their list: one with a full stop among many
    /// without. A list must be clear about its own way first: three items and three of four at
    /// the least. The last item may always end in a full stop, and an item of several sentences
    /// too.
    ///
    /// ## Why it matters
    ///
    /// It is the first thing a careful reader notices, and makes a list look put together from
    /// several sources.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// - Mengenali masalah
    /// - Menetapkan tujuan.
    /// - Menyusun pilihan
    /// - Menilai hasil
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// - Mengenali masalah
    /// - Menetapkan tujuan
    /// - Menyusun pilihan
    /// - Menilai hasil
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: it changes the punctuation at the end of the item and nothing else.
    "list/end-punctuation", Warning, since "0.1.0", origin Check, fix Safe, check check,
}

/// How an item ends.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
enum End {
    /// In a word.
    Bare,
    FullStop,
    Semicolon,
    Comma,
}

impl End {
    const ALL: [Self; 4] = [Self::Bare, Self::FullStop, Self::Semicolon, Self::Comma];

    fn sign(self) -> &'static str {
        match self {
            Self::Bare => "",
            Self::FullStop => ".",
            Self::Semicolon => ";",
            Self::Comma => ",",
        }
    }
}

/// The fewest items that make a way of their own.
const LEAST: usize = 3;

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for list in cx.all_lists() {
        check_list(list, sink);
    }
}

fn check_list(items: &[Spanned<Item>], sink: &mut Sink<'_>) {
    let ends: Vec<_> = items.iter().map(|item| end(item)).collect();
    let Some(way) = way(&ends) else {
        return;
    };
    for (at, (item, end)) in items.iter().zip(&ends).enumerate() {
        if let Some(end) = *end
            && !fits(end, way, at + 1 == items.len())
        {
            report(&item.text, end, way, sink);
        }
    }
}

/// How most items of a list end, if it is clear.
fn way(ends: &[Option<End>]) -> Option<End> {
    // The last item ends the sentence that the list may be, so it sets no example.
    let (_, before) = ends.split_last()?;
    let known = ends.iter().flatten().count();
    End::ALL.into_iter().find(|&way| {
        let examples = before.iter().filter(|&&it| it == Some(way)).count();
        let fitting = ends
            .iter()
            .enumerate()
            .filter(|&(at, end)| end.is_some_and(|it| fits(it, way, at + 1 == ends.len())));
        let fitting = fitting.count();
        examples >= LEAST - 1 && fitting >= LEAST && fitting * 4 >= known * 3
    })
}

/// Whether an item may end like this where the others have their way.
fn fits(end: End, way: End, is_last: bool) -> bool {
    let may_be_last = match way {
        End::FullStop => false,
        End::Bare => end == End::FullStop,
        End::Semicolon | End::Comma => matches!(end, End::FullStop | End::Bare),
    };
    end == way || is_last && may_be_last
}

/// How an item ends; `None` where it says nothing of the list: a question, an abbreviation,
/// several sentences, a colon before what is below.
fn end(item: &Item) -> Option<End> {
    let source = without_conjunction(item.text.source());
    let last = source.chars().next_back()?;
    match last {
        _ if item.sub.is_some() => None,
        ']' if source.contains(". [") => None,
        ';' => Some(End::Semicolon),
        ',' => Some(End::Comma),
        '.' if ends_in_abbreviation(source) || has_sentences(source) => None,
        '.' => Some(End::FullStop),
        // What the marks enclose may end in a sign of its own.
        '*' | '_' | '}' | '?' | '!' | ':' | '…' | '"' | '”' | '\'' | '’' => None,
        _ if has_sentences(source) => None,
        _ => Some(End::Bare),
    }
}

/// An item without the "dan" behind its semicolon, which leads to the last one.
fn without_conjunction(text: &str) -> &str {
    let ends = [
        " dan",
        " atau",
        " dan/atau",
        " serta",
        " and",
        " or",
        " and/or",
    ];
    let stem = ends.iter().find_map(|it| text.strip_suffix(it));
    stem.filter(|it| it.ends_with([';', ','])).unwrap_or(text)
}

/// Whether several sentences stand in an item.
fn has_sentences(text: &str) -> bool {
    let mut from = text;
    while let Some((before, behind)) = from.split_once(". ") {
        let is_start = behind.starts_with(|c: char| c.is_uppercase());
        if is_start && !is_abbreviation(before) {
            return true;
        }
        from = behind;
    }
    ["? ", "! "].iter().any(|it| text.contains(it))
}

fn ends_in_abbreviation(text: &str) -> bool {
    text.strip_suffix('.').is_some_and(is_abbreviation) || text.ends_with("..")
}

/// Whether a text ends in what is written with a full stop: "dll", "S.Pd", an initial.
fn is_abbreviation(text: &str) -> bool {
    let last = text
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or_default();
    let is_initial = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
    is_initial || last.contains('.') || SHORT.contains(&last.to_lowercase().as_str())
}

/// Abbreviations that end in a full stop.
const SHORT: [&str; 22] = [
    "al", "cet", "dkk", "dll", "dr", "dsb", "dst", "ed", "etc", "fig", "hal", "hlm", "inc", "jl",
    "jr", "mr", "mrs", "no", "pp", "prof", "tbk", "vol",
];

fn report(text: &Markup, end: End, way: End, sink: &mut Sink<'_>) {
    let Some((last, span)) = last_character(text) else {
        let finding = sink.report(text.whole(), message(end, way));
        finding.help = Some(help(way));
        return;
    };
    let finding = sink.report(span, message(end, way));
    finding.help = Some(help(way));
    // In some syntaxes a comma behind unquoted text means something else.
    if way == End::Comma {
        return;
    }
    let kept = if end == End::Bare {
        last.to_string()
    } else {
        String::new()
    };
    finding.fix = Some(Fix {
        title: help(way),
        edits: vec![Edit {
            span,
            text: kept + way.sign(),
        }],
        safety: Safety::Safe,
    });
}

fn message(end: End, way: End) -> Message {
    match (end, way) {
        (End::Bare, _) => Message::new("list/end-punctuation.bare").with("others", way.sign()),
        (_, End::Bare) => Message::new("list/end-punctuation").with("sign", end.sign()),
        _ => Message::new("list/end-punctuation.other")
            .with("sign", end.sign())
            .with("others", way.sign()),
    }
}

fn help(way: End) -> Message {
    match way {
        End::Bare => Message::new("list/end-punctuation.help"),
        _ => Message::new("list/end-punctuation.help-sign").with("others", way.sign()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end_of(text: &str) -> Option<End> {
        end(&Item::new(text))
    }

    #[test]
    fn an_item_ends_in_a_sign_or_none() {
        assert_eq!(end_of("Tepat"), Some(End::Bare));
        assert_eq!(end_of("Tepat."), Some(End::FullStop));
        assert_eq!(end_of("Tepat; dan"), Some(End::Semicolon));
        assert_eq!(end_of("Kapur dan"), Some(End::Bare));
        assert_eq!(end_of("Tepat;"), Some(End::Semicolon));
        assert_eq!(end_of("Tepat,"), Some(End::Comma));
    }

    #[test]
    fn some_ends_say_nothing() {
        for text in [
            "Buku, pena, dll.",
            "Budi, S.Pd.",
            "Siapa yang ikut?",
            "Tulis nama. Lalu tulis alamat.",
            "Tulis nama. Lalu tulis alamat",
            "Kata “ya.”",
        ] {
            assert_eq!(end_of(text), None, "{text}");
        }
        assert_eq!(end_of("Menurut Prof. Budi, tepat."), Some(End::FullStop));
    }
}
