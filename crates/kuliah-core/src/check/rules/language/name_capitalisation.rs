//! `language/name-capitalisation`.

use kuliah_source::{Message, Safety};

use crate::check::letter_case::is_capitalised;
use crate::check::passage::{Part, Passage, Word};
use crate::check::word_table::WordTable;
use crate::check::{Context, Sink, declare_rule};
use crate::model::{Name, Reference};

declare_rule! {
    /// ## What it finds
    ///
    /// The family name of an author in the references that begins with a small letter where
    /// somebody is cited: with a year behind it, or a word such as "menurut" or "by" before it.
    ///
    /// ## Why it matters
    ///
    /// A name without its capital letter reads like a common word, and students will search for
    /// it in vain.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: barker1978, type: book, title: Judul, author: "Barker, R.", issued: 1978}
    /// ---
    /// # Materi
    ///
    /// Menurut barker, peran adalah tanggung jawab [@barker1978].
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: barker1978, type: book, title: Judul, author: "Barker, R.", issued: 1978}
    /// ---
    /// # Materi
    ///
    /// Menurut @barker1978, peran adalah tanggung jawab.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Unsafe: it writes the name as in the references; a word that looks like it may be meant.
    "language/name-capitalisation", Warning, since "0.1.0", origin Check, fix Unsafe, check check,
}

/// Words that stand before the name of somebody who is cited.
const BEFORE: [&str; 7] = ["by", "lihat", "menurut", "oleh", "pendapat", "see", "teori"];

/// The shortest name that is looked for.
const SHORTEST: usize = 4;

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let names: WordTable<String, &str> = cx
        .references()
        .flat_map(authors)
        .filter_map(|name| name.family.as_deref())
        .filter(|family| family.chars().count() >= SHORTEST && is_capitalised(family))
        .map(|family| (family.to_lowercase(), family))
        .collect();
    if names.is_empty() {
        return;
    }
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| !matches!(it.part, Part::Quote | Part::Reference)) {
        for (at, word) in passage.words.iter().enumerate() {
            if !word.is_set_apart
                && let Some(&name) = names.get(passage.get(word))
                && is_cited(passage, at, word)
            {
                report(passage, word, name, sink);
            }
        }
    }
}

fn authors(reference: &Reference) -> impl Iterator<Item = &Name> {
    reference.author.iter().chain(&reference.editor)
}

/// Whether somebody is cited with a word: a year follows ("barker (1978)"), or a word that
/// introduces authors stands before it and the name is not an everyday word.
fn is_cited(passage: &Passage<'_>, at: usize, word: &Word<'_>) -> bool {
    let next = passage.words.get(at + 1);
    let has_year = next.is_some_and(|next| {
        let between = passage.slice(word.range.end..next.range.start);
        between.len() <= 3 && !between.contains('.') && is_year(passage.get(next))
    });
    let before = at.checked_sub(1).and_then(|it| passage.words.get(it));
    let is_introduced = before.is_some_and(|before| {
        let introduces = BEFORE.contains(&passage.get(before).to_lowercase().as_str());
        introduces && word.is_next
    });
    has_year || is_introduced && !EVERYDAY.contains(&passage.get(word))
}

/// Family names that are English or Indonesian words as well.
const EVERYDAY: [&str; 69] = [
    "baker",
    "banks",
    "bell",
    "best",
    "bishop",
    "black",
    "brown",
    "budi",
    "bunga",
    "carpenter",
    "case",
    "church",
    "cook",
    "cross",
    "day",
    "dewi",
    "east",
    "english",
    "field",
    "fields",
    "fisher",
    "french",
    "good",
    "grant",
    "gray",
    "green",
    "harapan",
    "hill",
    "hunter",
    "indah",
    "justice",
    "king",
    "knight",
    "little",
    "long",
    "love",
    "major",
    "marks",
    "mason",
    "miller",
    "mulia",
    "noble",
    "north",
    "page",
    "park",
    "parker",
    "porter",
    "powers",
    "price",
    "rice",
    "rich",
    "rivers",
    "rose",
    "setia",
    "shepherd",
    "short",
    "small",
    "stone",
    "strong",
    "sugar",
    "surya",
    "utama",
    "walker",
    "waters",
    "west",
    "white",
    "wise",
    "wood",
    "young",
];

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|b| b.is_ascii_digit())
        && (word.starts_with('1') || word.starts_with("20"))
}

fn report(passage: &Passage<'_>, word: &Word<'_>, name: &str, sink: &mut Sink<'_>) {
    let message = Message::new("language/name-capitalisation")
        .with("word", passage.get(word))
        .with("name", name);
    let finding = sink.report(passage.span(word.range.clone()), message);
    finding.help = Some(Message::new("language/name-capitalisation.help").with("name", name));
    let title = Message::new("language/name-capitalisation.fix").with("name", name);
    finding.fix = passage.fix(word.range.clone(), name, Safety::Unsafe, title);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_have_four_digits() {
        assert!(is_year("1978") && is_year("2014"));
        assert!(!is_year("978") && !is_year("3000") && !is_year("19a8"));
    }
}
