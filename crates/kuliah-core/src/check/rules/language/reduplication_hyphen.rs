//! `language/reduplication-hyphen`.

use kuliah_source::{Message, Safety};

use crate::check::letter_case::is_capitalised;
use crate::check::passage::{Part, Passage, Word};
use crate::check::repetition::{INDONESIAN_PARTICLES, is_repeated};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// An Indonesian word written twice with a blank in place of the hyphen: "strategi strategi".
    /// Names ("Bora Bora") and words that only hold a sentence together are left alone; for
    /// those there is `language/repeated-word`.
    ///
    /// ## Why it matters
    ///
    /// The hyphen tells a plural from a slip of the pen, and keeps the two halves together.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Strategi strategi ini menyangkut banyak pihak pihak.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Strategi-strategi ini menyangkut banyak pihak.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: it puts the hyphen where the blank is.
    "language/reduplication-hyphen", Warning, since "0.1.0", origin Check, fix Safe, check check,
}

/// Words that stand twice side by side without being a reduplication: numbers that are counted
/// out, answers and sounds.
const DOUBLES: [&str; 20] = [
    "baden", "bora", "cha", "delapan", "dua", "empat", "enam", "haha", "itu", "ini", "lima", "nol",
    "pago", "satu", "sembilan", "sing", "tiga", "tujuh", "walla", "yo",
];

/// The shortest word that is reduplicated: "hal".
const SHORTEST: usize = 3;

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| !matches!(it.part, Part::Quote | Part::Reference)) {
        for (first, second) in passage.neighbours() {
            if first.is_as_long_as(second) && is_reduplication(passage, first, second) {
                report(passage, first, second, sink);
            }
        }
    }
}

fn is_reduplication(passage: &Passage<'_>, first: &Word<'_>, second: &Word<'_>) -> bool {
    let (one, two) = (passage.get(first), passage.get(second));
    if !first.is_indonesian || first.is_set_apart || !is_repeated(one, two) {
        return false;
    }
    let lower = one.to_lowercase();
    let is_name = is_capitalised(two) && passage.part != Part::Title;
    lower.len() >= SHORTEST
        && !is_name
        && !INDONESIAN_PARTICLES.contains(&lower.as_str())
        && !DOUBLES.contains(&lower.as_str())
}

fn report(passage: &Passage<'_>, first: &Word<'_>, second: &Word<'_>, sink: &mut Sink<'_>) {
    let range = first.range.start..second.range.end;
    let joined = format!("{}-{}", passage.get(first), passage.get(second));
    let message =
        Message::new("language/reduplication-hyphen").with("words", passage.slice(range.clone()));
    let finding = sink.report(passage.span(range), message);
    let help = Message::new("language/reduplication-hyphen.help");
    finding.help = Some(help.with("joined", joined.as_str()));
    finding.fix = passage.fix(
        first.range.end..second.range.start,
        "-",
        Safety::Safe,
        Message::new("language/reduplication-hyphen.fix").with("joined", joined),
    );
}
