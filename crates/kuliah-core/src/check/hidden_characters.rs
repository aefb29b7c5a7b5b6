//! Characters that are not seen, in every text of a course.

use std::ops::Range;

use kuliah_source::{Edit, Span};

use super::Context;
use crate::Markup;
use crate::model::Block;

/// A text and the characters of it that were looked for.
pub(crate) struct Hidden<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// The character.
    pub(crate) character: char,
    /// Its place in the text, in bytes.
    pub(crate) range: Range<usize>,
    /// Its place in the file; that of the whole block where it cannot be told.
    pub(crate) span: Span,
    /// Takes it out; `None` where its place cannot be told.
    pub(crate) removal: Option<Edit>,
}

/// Calls `with` at every character that `is` one, in texts, code and descriptions of pictures.
pub(crate) fn each<'a>(
    cx: &Context<'a>,
    is: impl Fn(char) -> bool,
    mut with: impl FnMut(Hidden<'a>),
) {
    for &(markup, _) in &cx.markups {
        let text = markup.source();
        for (character, range) in places(text, &is) {
            with(Hidden {
                text,
                character,
                span: markup.span(range.clone()),
                removal: removal(markup, range.clone()),
                range,
            });
        }
    }
    for block in &cx.blocks {
        let (text, span) = match &***block {
            Block::Code(code) => (code.text.as_str(), block.span()),
            Block::Figure(figure) => (figure.alt.as_deref().unwrap_or_default(), figure.src.span()),
            _ => continue,
        };
        if let Some((character, range)) = places(text, &is).next() {
            with(Hidden {
                text,
                character,
                range,
                span,
                removal: None,
            });
        }
    }
}

fn places(text: &str, is: &impl Fn(char) -> bool) -> impl Iterator<Item = (char, Range<usize>)> {
    // What is looked for is none of ASCII.
    let text = if text.is_ascii() { "" } else { text };
    let chars = text.char_indices().filter(|&(_, c)| !c.is_ascii() && is(c));
    chars.map(|(at, c)| (c, at..at + c.len_utf8()))
}

fn removal(markup: &Markup, range: Range<usize>) -> Option<Edit> {
    let span = markup.place(range.clone())?;
    (span.range()?.len() == range.len()).then(|| Edit {
        span,
        text: String::new(),
    })
}

/// The character as `U+200B`.
pub(crate) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}
