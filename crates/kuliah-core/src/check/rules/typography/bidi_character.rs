//! `typography/bidi-character`.

use kuliah_source::{Fix, Message, Safety};

use crate::check::hidden_characters::{Hidden, code_point, each};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// Invisible characters that turn the direction of writing, also in code. In a text with
    /// Arabic or Hebrew letters only those are found that override the order of letters. They are
    /// kept in what is exported, and reports show them as `<U+202E>`.
    ///
    /// ## Why it matters
    ///
    /// With them a text looks other than it is: a program that students copy may do something
    /// else than they read.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: "Peran \u202Ensur\u202C"
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    ///
    /// ## Instead
    ///
    /// ```yaml,silent
    /// format: 1
    /// title: "Peran unsur"
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Unsafe: without the character the letters around it change their order on the page.
    "typography/bidi-character", Warning, since "0.1.0", origin Check, fix Unsafe, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    // The same text is asked about once for each of its characters.
    let mut last: Option<(*const u8, bool)> = None;
    each(cx, is_control, |hidden| {
        let has_script = match last {
            Some((text, known)) if text == hidden.text.as_ptr() => known,
            _ => has_right_to_left(&hidden),
        };
        last = Some((hidden.text.as_ptr(), has_script));
        if has_script && !is_override(hidden.character) {
            return;
        }
        let message = Message::new("typography/bidi-character")
            .with("character", code_point(hidden.character));
        let finding = sink.report(hidden.span, message);
        finding.help = Some(Message::new("typography/bidi-character.help"));
        finding.fix = hidden.removal.map(|edit| Fix {
            title: Message::new("typography/bidi-character.fix"),
            edits: vec![edit],
            safety: Safety::Unsafe,
        });
    });
}

/// The characters with the property `Bidi_Control` (Unicode Standard Annex 9).
fn is_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a control sets the order of letters whatever they are.
fn is_override(c: char) -> bool {
    matches!(c, '\u{202d}' | '\u{202e}')
}

/// Whether a text has letters that are written from right to left.
fn has_right_to_left(hidden: &Hidden<'_>) -> bool {
    let is_letter = |c: char| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
            && c != '\u{61c}'
    };
    hidden.text.contains(is_letter)
}
