//! `structure/placeholder-left`.

use std::ops::Range;
use std::sync::LazyLock;

use kuliah_source::Message;

use crate::bytes::has_byte;
use crate::check::passage::{Part, Passage, Word};
use crate::check::phrases::Phrases;
use crate::check::word_table::FixedWords;
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// What was to be filled in and was not: TODO, FIXME, "lorem ipsum", "isi di sini", "nama
    /// dosen" in brackets or alone, and a paragraph or item of dots only. Words in italics or
    /// between quotation marks are left alone, and so are rows of dots to write on.
    ///
    /// ## Why it matters
    ///
    /// A handout that goes out with "tulis di sini" tells students that nobody read it before.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// TODO: tambahkan contoh dari lapangan.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Contoh dari lapangan dibahas dalam pertemuan berikutnya.
    /// ```
    "structure/placeholder-left", Warning, since "0.1.0", origin Check, check check,
}

/// Marks of unfinished work, as whole words in capital letters.
const MARKS: [&str; 6] = ["FIXME", "PLACEHOLDER", "TBD", "TODO", "XXXX", "XXXXX"];

/// Words that stand in a template, wherever they are.
const PHRASES: [&str; 19] = [
    "insert text here",
    "insert title here",
    "insert your text",
    "isi di sini",
    "isi disini",
    "isikan di sini",
    "ketik di sini",
    "ketik disini",
    "ketikkan di sini",
    "lorem ipsum",
    "masukkan teks di sini",
    "tulis di sini",
    "tulis disini",
    "tuliskan di sini",
    "type here",
    "type your text",
    "write here",
    "your text here",
    "your title here",
];

/// Words of templates that mean it only when nothing else stands beside them, or in brackets.
const ALONE: [&str; 22] = [
    "course title",
    "deskripsi mata kuliah",
    "isi",
    "judul",
    "judul mata kuliah",
    "kode mata kuliah",
    "lecturer name",
    "nama dosen",
    "nama dosen pengampu",
    "nama kampus",
    "nama mata kuliah",
    "nama penulis",
    "nama program studi",
    "nama universitas",
    "name of the lecturer",
    "nip dosen",
    "penulis",
    "subtitle",
    "tanggal",
    "title",
    "xxx",
    "your name",
];

/// No text of templates is longer, blanks and signs around it included.
const LONGEST_ALONE: usize = 80;

/// Looks words up in [`ALONE`].
static TO_FILL_IN: LazyLock<FixedWords> = LazyLock::new(|| FixedWords::new(&ALONE));
/// Looks for all of them at once.
static SEARCHER: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&PHRASES));

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| it.part != Part::Reference) {
        for range in found(passage) {
            let words = passage.slice(range.clone());
            let message = Message::new("structure/placeholder-left").with("words", words);
            let finding = sink.report(passage.span(range), message);
            finding.help = Some(Message::new("structure/placeholder-left.help"));
        }
    }
}

fn found(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let text = passage.text.as_str();
    let whole = trimmed(text);
    let is_prose = matches!(passage.part, Part::Prose | Part::Item | Part::Quote);
    if is_alone(text, passage.part) || is_prose && is_dots(text.trim()) {
        return vec![whole];
    }
    let mut out: Vec<_> = passage
        .words
        .iter()
        .filter(|word| !word.is_set_apart && may_be_mark(word) && is_mark(passage.get(word)))
        .map(|word| word.range.clone())
        .collect();
    out.extend(SEARCHER.whole_words(passage));
    out.extend(bracketed(text));
    out
}

/// Whether a word may be a mark, by its length.
fn may_be_mark(word: &Word<'_>) -> bool {
    matches!(word.range.len(), 3..=5 | 11)
}

/// Whether a word stands for what is missing.
fn is_mark(word: &str) -> bool {
    word.starts_with(['F', 'P', 'T', 'X']) && MARKS.contains(&word)
}

/// Whether the text is a word of templates and nothing else. Titles and cells may be "Judul".
fn is_alone(text: &str, part: Part) -> bool {
    if text.len() > LONGEST_ALONE || !matches!(part, Part::Prose | Part::Item | Part::Title) {
        return false;
    }
    let plain = text.trim().trim_end_matches(['.', ':', '…']);
    let has_several = plain.contains(' ') || plain.eq_ignore_ascii_case("xxx");
    has_several && !plain.eq_ignore_ascii_case("deskripsi mata kuliah") && is_to_fill_in(plain)
}

/// Whether words are among those that templates have.
fn is_to_fill_in(words: &str) -> bool {
    TO_FILL_IN.hold(words)
}

/// Dots only, with brackets around them or not.
fn is_dots(text: &str) -> bool {
    let inner = text
        .trim_start_matches(['[', '('])
        .trim_end_matches([']', ')']);
    !inner.is_empty() && inner.chars().all(|c| matches!(c, '.' | '…')) && inner.len() <= 5
}

/// Words of templates between square brackets or angles.
fn bracketed(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    if !has_byte(text, |b| matches!(b, b']' | b'>')) {
        return out;
    }
    let mut open = None;
    for (at, c) in text.char_indices() {
        match c {
            '[' | '<' => open = Some(at),
            ']' | '>' => {
                let inner = open.and_then(|start| Some((start, text.get(start + 1..at)?)));
                if let Some((start, inner)) = inner
                    && is_to_fill_in(inner.trim())
                {
                    out.push(start..at + 1);
                }
                open = None;
            }
            _ => {}
        }
    }
    out
}

fn trimmed(text: &str) -> Range<usize> {
    let start = text.len() - text.trim_start().len();
    start..text.trim_end().len().max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_as_long_as_the_rule_says() {
        assert!(MARKS.iter().all(|it| matches!(it.len(), 3..=5 | 11)));
    }

    #[test]
    fn dots_alone_wait_for_text() {
        assert!(is_dots("...") && is_dots("…") && is_dots("[...]"));
        assert!(!is_dots("") && !is_dots("...........") && !is_dots("a..."));
    }

    #[test]
    fn words_of_templates_stand_alone_or_in_brackets() {
        assert!(is_alone("Nama Dosen", Part::Title));
        let with_room = |room: usize| format!("nama dosen{}", ".".repeat(room));
        assert!(is_alone(&with_room(LONGEST_ALONE - 10), Part::Prose));
        assert!(!is_alone(&with_room(LONGEST_ALONE - 9), Part::Prose));
        assert!(!is_alone("Nama dosen pengampu ada di sampul", Part::Prose));
        assert!(!is_alone("Judul", Part::Title));
        assert_eq!(bracketed("oleh [nama dosen], <tanggal> [1]").len(), 2);
    }
}
