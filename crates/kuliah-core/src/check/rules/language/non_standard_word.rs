//! `language/non-standard-word`.

use kuliah_source::{Message, Safety};

use crate::check::function_words::Tongue;
use crate::check::letter_case::{in_case_of, is_capitalised};
use crate::check::passage::{Part, Passage, Word};
use crate::check::standard_words::{is_english_word, may_have_standard_form, standard_form};
use crate::check::word_table::in_small_letters;
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// Indonesian words in a spelling that the standard dictionary (KBBI) does not know but refers
    /// to another: "praktek", "prilaku", "resiko", "system". Words of another language, in italics
    /// or between quotation marks, in quotations and references, and names are left alone.
    ///
    /// ## Why it matters
    ///
    /// Students copy the spelling of their lecturers, and search engines and library catalogues
    /// look for the standard one.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Dalam praktek, resiko itu jarang dianalisa.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Dalam praktik, risiko itu jarang dianalisis.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: both spellings are the same word.
    "language/non-standard-word", Warning, since "0.1.0", origin Check, fix Safe, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| !matches!(it.part, Part::Quote | Part::Reference)) {
        for (at, word) in passage.words.iter().enumerate() {
            if let Some(standard) = better(passage, at, word) {
                report(passage, word, &standard, sink);
            }
        }
    }
}

/// The standard spelling of a word that should have it.
fn better(passage: &Passage<'_>, at: usize, word: &Word<'_>) -> Option<String> {
    let written = passage.get(word);
    if word.is_set_apart || !word.is_indonesian || !may_have_standard_form(written) {
        return None;
    }
    let lower = in_small_letters(written);
    let standard = standard_form(&lower)?;
    // A capital letter within a sentence begins a name: "Apotik Sehat".
    let is_name = is_capitalised(written)
        && passage.part != Part::Title
        && !passage.begins_sentence(word.range.start);
    let is_foreign = is_english_word(&lower) && is_among_english(passage, at);
    (!is_name && !is_foreign).then(|| in_case_of(written, &standard))
}

/// Whether a neighbour is an English word: "the system".
fn is_among_english(passage: &Passage<'_>, at: usize) -> bool {
    let from = at.saturating_sub(2);
    let near = passage.words.iter().skip(from).take(at - from + 3);
    near.into_iter()
        .any(|it| it.tongue == Some(Tongue::English))
}

fn report(passage: &Passage<'_>, word: &Word<'_>, standard: &str, sink: &mut Sink<'_>) {
    let written = passage.get(word);
    let message = Message::new("language/non-standard-word")
        .with("word", written)
        .with("standard", standard);
    let finding = sink.report(passage.span(word.range.clone()), message);
    let help = Message::new("language/non-standard-word.help");
    finding.help = Some(help.with("standard", standard));
    let title = Message::new("language/non-standard-word.fix").with("standard", standard);
    finding.fix = passage.fix(word.range.clone(), standard, Safety::Safe, title);
}
