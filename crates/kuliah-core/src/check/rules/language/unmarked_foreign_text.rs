//! `language/unmarked-foreign-text`.

use std::ops::Range;

use kuliah_source::Message;

use crate::check::function_words::Tongue;
use crate::check::passage::{Part, Passage, Word};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A longer stretch of English in an Indonesian text that is not marked as English. It is
    /// known by at least four words such as "the", "of" and "which", with no Indonesian one
    /// between them.
    ///
    /// ## Why it matters
    ///
    /// A screen reader pronounces it as if it were Indonesian, the PDF hyphenates it by the wrong
    /// rules, and the spelling check takes each word for a mistake. `[words]{lang=en}` mends all
    /// three.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Menurut buku itu, the role of the enabler is to help people with their own change.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Menurut buku itu, [the role of the enabler is to help people with their own
    /// change]{lang=en}.
    /// ```
    "language/unmarked-foreign-text", Info, since "0.1.0", origin Check, check check,
}

/// English words that hold sentences together, from which on a stretch is English.
const LEAST: usize = 4;

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| it.part != Part::Reference && it.is_indonesian()) {
        for range in english(passage) {
            let finding = sink.report(
                passage.span(range),
                Message::new("language/unmarked-foreign-text"),
            );
            finding.help = Some(Message::new("language/unmarked-foreign-text.help"));
        }
    }
}

/// The English stretches of a text. Each begins behind the last Indonesian word or sentence
/// and ends with the last English word that shows it.
fn english(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let is_english = |word: &Word<'_>| word.tongue == Some(Tongue::English);
    if !passage.words.iter().any(is_english) {
        return out;
    }
    let mut stretch = Stretch::default();
    let mut last_end = 0;
    for word in &passage.words {
        let between = passage.slice(last_end..word.range.start);
        last_end = word.range.end;
        let is_own = !word.is_indonesian || word.tongue == Some(Tongue::Indonesian);
        if is_own {
            out.extend(stretch.take());
            continue;
        }
        if between.contains(['“', '"', '(', ':', ',']) && stretch.shown == 0 {
            stretch = Stretch::default();
        }
        stretch.start.get_or_insert(word.range.start);
        stretch.end = word.range.end;
        if is_english(word) {
            stretch.shown += 1;
        }
    }
    out.extend(stretch.take());
    out
}

#[derive(Default)]
struct Stretch {
    start: Option<usize>,
    end: usize,
    shown: usize,
}

impl Stretch {
    /// The stretch if it is English, and a new one in its place.
    fn take(&mut self) -> Option<Range<usize>> {
        let it = std::mem::take(self);
        let start = it.start?;
        (it.shown >= LEAST).then_some(start..it.end)
    }
}
