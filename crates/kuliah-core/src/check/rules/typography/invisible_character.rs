//! `typography/invisible-character`.

use kuliah_source::{Fix, Message, Safety};

use crate::check::hidden_characters::{Hidden, code_point, each};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// Characters that take no room: zero-width spaces, soft hyphens, byte order marks within the
    /// text, and tags, in which whole sentences can be hidden. Joiners are found between Latin
    /// letters only and tags outside of flags, since other scripts and emoji need them. They are
    /// kept in what is exported.
    ///
    /// ## Why it matters
    ///
    /// They come along when text is copied from a web page or PDF. A word with one in it is not
    /// found by a search and is a mistake to every spelling check.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: "Pem\u200Bungkin"
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    ///
    /// ## Instead
    ///
    /// ```yaml,silent
    /// format: 1
    /// title: "Pemungkin"
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: it takes out what nobody can see.
    "typography/invisible-character", Warning, since "0.1.0", origin Check, fix Safe, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    each(cx, is_invisible, |hidden| {
        if is_joiner(hidden.character) && !is_between_latin(&hidden) || is_of_a_flag(&hidden) {
            return;
        }
        let message = Message::new("typography/invisible-character")
            .with("character", code_point(hidden.character));
        let finding = sink.report(hidden.span, message);
        finding.help = Some(Message::new("typography/invisible-character.help"));
        finding.fix = hidden.removal.map(|edit| Fix {
            title: Message::new("typography/invisible-character.fix"),
            edits: vec![edit],
            safety: Safety::Safe,
        });
    });
}

/// Default ignorable characters of the Unicode Character Database that stand for nothing in
/// Latin text; variation selectors and direction controls aside.
fn is_invisible(c: char) -> bool {
    is_joiner(c)
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}')
        || is_tag(c)
}

/// A character of the plane of tags: text can be hidden in them, letter by letter.
fn is_tag(c: char) -> bool {
    ('\u{e0000}'..='\u{e007f}').contains(&c)
}

/// Whether a tag belongs to a flag, the one use that is left for them.
fn is_of_a_flag(hidden: &Hidden<'_>) -> bool {
    let before = hidden.text.get(..hidden.range.start).unwrap_or_default();
    is_tag(hidden.character) && before.trim_end_matches(is_tag).ends_with('\u{1f3f4}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_between_latin(hidden: &Hidden<'_>) -> bool {
    let before = hidden.text.get(..hidden.range.start).unwrap_or_default();
    let behind = hidden.text.get(hidden.range.end..).unwrap_or_default();
    let is_latin = |c: char| c.is_ascii() || ('\u{a0}'..'\u{250}').contains(&c);
    before.chars().next_back().is_none_or(is_latin) && behind.chars().next().is_none_or(is_latin)
}
