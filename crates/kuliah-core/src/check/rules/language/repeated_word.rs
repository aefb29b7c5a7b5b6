//! `language/repeated-word`.

use kuliah_source::{Message, Safety};

use crate::check::letter_case::is_capitalised;
use crate::check::passage::{Part, Passage, Word};
use crate::check::repetition::{ENGLISH_PARTICLES, INDONESIAN_PARTICLES, is_repeated};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A word that only holds the sentence together and stands there twice: "yang yang",
    /// "the the". What may be right twice ("had had") is left alone, and so are Indonesian
    /// plurals: for those there is `language/reduplication-hyphen`.
    ///
    /// ## Why it matters
    ///
    /// It is the most common slip when a sentence is rewritten, and the author's own eye jumps
    /// over it. The student's does not.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Masyarakat yang yang didampingi ikut merencanakan.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Masyarakat yang didampingi ikut merencanakan.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Unsafe: it takes the second word out; perhaps one of the two should be another word.
    "language/repeated-word", Warning, since "0.1.0", origin Check, fix Unsafe, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| it.part != Part::Reference) {
        for (first, second) in passage.neighbours() {
            if first.is_as_long_as(second) && is_slip(passage, first, second) {
                report(passage, first, second, sink);
            }
        }
    }
}

fn is_slip(passage: &Passage<'_>, first: &Word<'_>, second: &Word<'_>) -> bool {
    let (one, two) = (passage.get(first), passage.get(second));
    if !is_repeated(one, two) || is_capitalised(two) {
        return false;
    }
    let particles: &[&str] = match first.language.primary() {
        _ if first.is_indonesian => &INDONESIAN_PARTICLES,
        "en" => &ENGLISH_PARTICLES,
        _ => return false,
    };
    particles.contains(&two)
}

fn report(passage: &Passage<'_>, first: &Word<'_>, second: &Word<'_>, sink: &mut Sink<'_>) {
    let word = passage.get(second);
    let message = Message::new("language/repeated-word").with("word", word);
    let span = passage.span(first.range.start..second.range.end);
    let finding = sink.report(span, message);
    finding.help = Some(Message::new("language/repeated-word.help"));
    finding.fix = passage.fix(
        first.range.end..second.range.end,
        "",
        Safety::Unsafe,
        Message::new("language/repeated-word.fix").with("word", word),
    );
}
