//! Numbers that a text announces: "tiga prinsip", "5 aspek", "three main principles".

use std::ops::Range;

use super::number_from_words;
use crate::Markup;
use crate::markup::{Inline, InlineKind};

/// Words that are counted when they introduce a list, in Indonesian.
const INDONESIAN: [&str; 44] = [
    "alasan",
    "alat",
    "anjuran",
    "aspek",
    "asas",
    "bagian",
    "bentuk",
    "butir",
    "cara",
    "ciri",
    "faktor",
    "fungsi",
    "hal",
    "indikator",
    "jenis",
    "kategori",
    "kegiatan",
    "keterampilan",
    "komponen",
    "konsep",
    "kriteria",
    "langkah",
    "macam",
    "manfaat",
    "metode",
    "model",
    "pendekatan",
    "peran",
    "peranan",
    "poin",
    "pokok",
    "prinsip",
    "proses",
    "sasaran",
    "sifat",
    "strategi",
    "syarat",
    "tahap",
    "tahapan",
    "teknik",
    "tindakan",
    "tugas",
    "tujuan",
    "unsur",
];

/// Words that are counted when they introduce a list, in English.
const ENGLISH: [&str; 38] = [
    "activities",
    "aims",
    "areas",
    "aspects",
    "categories",
    "characteristics",
    "components",
    "concepts",
    "criteria",
    "elements",
    "examples",
    "factors",
    "features",
    "forms",
    "functions",
    "goals",
    "items",
    "kinds",
    "measures",
    "methods",
    "models",
    "objectives",
    "parts",
    "phases",
    "points",
    "principles",
    "properties",
    "questions",
    "reasons",
    "roles",
    "rules",
    "skills",
    "stages",
    "steps",
    "strategies",
    "tasks",
    "techniques",
    "types",
];

/// Words that stand between a number and what it counts.
const MOST_BETWEEN: usize = 2;

/// A number and what it counts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Announced {
    /// The number.
    pub(crate) number: usize,
    /// Where the number stands in the text, in bytes.
    pub(crate) range: Range<usize>,
    /// The words: "tiga prinsip".
    pub(crate) words: String,
    /// Whether the number begins with a capital letter.
    pub(crate) capital: bool,
}

/// What kind of thing is counted.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) enum Counted {
    /// Anything that introduces a list.
    Items,
    /// Roles.
    Roles,
}

/// Finds the last announcement in the last sentence of a text.
pub(crate) fn in_last_sentence(markup: &Markup, language: &str) -> Option<Announced> {
    announcements(markup, language, Counted::Items)
        .into_iter()
        .rfind(|it| {
            let behind = markup.source().get(it.range.end..).unwrap_or_default();
            !ends_sentence(behind)
        })
}

/// Finds the announcements of a text.
pub(crate) fn announcements(markup: &Markup, language: &str, counted: Counted) -> Vec<Announced> {
    let mut out = Vec::new();
    gather(markup.inlines(), language, counted, &mut out);
    out
}

/// Whether a sentence ends within the text: a full stop and more words behind it.
fn ends_sentence(text: &str) -> bool {
    [". ", "! ", "? "].iter().any(|end| text.contains(end))
}

fn gather(inlines: &[Inline], language: &str, counted: Counted, out: &mut Vec<Announced>) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) => in_text(text, inline, language, counted, out),
            InlineKind::Emphasis(content) | InlineKind::Strong(content) => {
                gather(content, language, counted, out);
            }
            _ => {}
        }
    }
}

fn in_text(
    text: &str,
    inline: &Inline,
    language: &str,
    counted: Counted,
    out: &mut Vec<Announced>,
) {
    let words = words(text);
    let plain: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
    let mut at = 0;
    while at < words.len() {
        let Some((number, taken)) = number_at(&plain, at, language) else {
            at += 1;
            continue;
        };
        let first = at;
        at += taken;
        at += repeated_in_digits(&plain, at, number);
        let Some(noun) = noun_at(&plain, at, language, counted) else {
            continue;
        };
        // "empat dari tujuh aspek" announces neither.
        let before = first.checked_sub(1).and_then(|it| plain.get(it));
        if before.is_some_and(|word| matches!(*word, "dari" | "of")) {
            continue;
        }
        let (Some((start, word)), Some((last, last_word))) = (words.get(first), words.get(at - 1))
        else {
            continue;
        };
        // The closing bracket of "(4)" is an empty word of one sign.
        let last_word = if last_word.is_empty() { ")" } else { last_word };
        let phrase = plain.get(first..=noun).unwrap_or_default().iter();
        let phrase: Vec<_> = phrase.copied().filter(|word| !word.is_empty()).collect();
        let phrase = phrase.join(" ");
        out.push(Announced {
            number,
            range: place(*start..last + last_word.len(), text, inline),
            words: phrase,
            capital: word.starts_with(char::is_uppercase),
        });
    }
}

/// The number at a word, and how many words it takes; "kelima peran" are all five of them.
fn number_at(words: &[&str], at: usize, language: &str) -> Option<(usize, usize)> {
    let rest = words.get(at..)?;
    if let Some(found) = number_from_words(rest, language) {
        return Some(found);
    }
    let (first, rest) = rest.split_first()?;
    let start: &[u8; 2] = first.as_bytes().first_chunk()?;
    if !matches!(language, "id" | "ms") || !start.eq_ignore_ascii_case(b"ke") {
        return None;
    }
    let folded = first.to_lowercase();
    let collective = folded.strip_prefix("ke")?;
    let whole: Vec<&str> = std::iter::once(collective)
        .chain(rest.iter().copied())
        .collect();
    let is_digits = collective.starts_with(|c: char| c.is_ascii_digit());
    number_from_words(&whole, language).filter(|_| !is_digits)
}

/// How many words "(4)" behind "empat" takes, the empty ones of its brackets among them.
fn repeated_in_digits(words: &[&str], at: usize, number: usize) -> usize {
    match words.get(at..at + 3) {
        Some(["", digits, ""]) if digits.parse() == Ok(number) => 3,
        _ => 0,
    }
}

/// A place in an inline's words as a place in the markup; the whole inline where escapes
/// make the two differ.
fn place(range: Range<usize>, text: &str, inline: &Inline) -> Range<usize> {
    if text.len() == inline.range.len() {
        inline.range.start + range.start..inline.range.start + range.end
    } else {
        inline.range.clone()
    }
}

/// Where the counted word stands, at most two words behind the number.
fn noun_at(words: &[&str], from: usize, language: &str, counted: Counted) -> Option<usize> {
    // In Indonesian what is counted follows at once, or behind "buah" and the like; in
    // English adjectives may stand between.
    for offset in 0..=MOST_BETWEEN {
        let word = words.get(from + offset)?.to_lowercase();
        // Reduplications count: "prinsip-prinsip".
        let word = word.split('-').next().unwrap_or_default();
        if is_counted(word, language, counted) {
            return Some(from + offset);
        }
        let may_stand_between = match language {
            "id" | "ms" => matches!(word, "buah" | "macam" | "jenis" | "orang"),
            _ => !matches!(word, "of" | "or" | "and" | "to" | "in"),
        };
        if !may_stand_between {
            return None;
        }
    }
    None
}

fn is_counted(word: &str, language: &str, counted: Counted) -> bool {
    match (counted, language) {
        (Counted::Roles, "id" | "ms") => matches!(word, "peran" | "peranan"),
        (Counted::Roles, "en") => word == "roles",
        (Counted::Items, "id" | "ms") => INDONESIAN.contains(&word),
        (Counted::Items, "en") => ENGLISH.contains(&word),
        _ => false,
    }
}

/// The words of a text and where each begins; punctuation parts them and ends a phrase.
fn words(text: &str) -> Vec<(usize, &str)> {
    let inside = |c: char| c.is_alphanumeric() || c == '-' || c == '\'';
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (start, inside(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                out.push((from, text.get(from..at).unwrap_or_default()));
                start = None;
            }
            _ => {}
        }
        if matches!(c, '.' | ',' | ';' | '(' | ')' | ':') {
            // An empty word, which no phrase runs across.
            out.push((at, ""));
        }
    }
    if let Some(from) = start {
        out.push((from, text.get(from..).unwrap_or_default()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn last(text: &str, language: &str) -> Option<(usize, String)> {
        in_last_sentence(&Markup::new(text), language).map(|it| (it.number, it.words))
    }

    #[test]
    fn words_and_digits_announce() {
        assert_eq!(
            last("Ada tiga prinsip utama:", "id"),
            Some((3, "tiga prinsip".to_owned()))
        );
        assert_eq!(
            last("Terdapat 5 aspek penting:", "id"),
            Some((5, "5 aspek".to_owned()))
        );
        assert_eq!(
            last("Dua belas tugas berikut:", "id"),
            Some((12, "Dua belas tugas".to_owned()))
        );
        assert_eq!(
            last("There are three main principles:", "en"),
            Some((3, "three main principles".to_owned()))
        );
        assert_eq!(
            last("Tiga buah prinsip-prinsip:", "id"),
            Some((3, "Tiga buah prinsip-prinsip".to_owned()))
        );
    }

    #[test]
    fn digits_in_brackets_and_collectives_announce() {
        let words = |text: &str| last(text, "id").map(|(number, _)| number);
        assert_eq!(words("Ada empat (4) prinsip utama:"), Some(4));
        assert_eq!(words("Kelima peran itu sebagai berikut:"), Some(5));
        assert_eq!(words("Ketiga belas tugas itu adalah:"), Some(13));
        assert_eq!(words("Ada empat (5) prinsip utama:"), None);
        let text = "Ada empat (4) prinsip:";
        let found = in_last_sentence(&Markup::new(text), "id").expect("one");
        assert_eq!(text.get(found.range), Some("empat (4)"));
        let english = last("Two main strategies are as follows:", "en");
        assert_eq!(english.map(|(number, _)| number), Some(2));
        for (text, language) in [
            ("Lima peran itu penting", "id"),
            ("Five roles matter", "en"),
        ] {
            let found = announcements(&Markup::new(text), language, Counted::Roles);
            let numbers: Vec<_> = found.iter().map(|it| it.number).collect();
            assert_eq!(numbers, [5], "{text}");
        }
    }

    #[test]
    fn other_numbers_do_not() {
        for text in [
            "Dalam dua tahun terakhir, kegiatannya meliputi:",
            "Empat dari tujuh aspek dibahas di sini:",
            "Ada dua strategi utama. Aspeknya sebagai berikut:",
            "Lihat bab 3, langkah berikut:",
            "Sejak 1994 prinsip ini dipakai:",
        ] {
            assert_eq!(last(text, "id"), None, "{text}");
        }
    }

    #[test]
    fn the_number_is_found_in_the_text() {
        let text = "Ada *tiga prinsip*:";
        let found = in_last_sentence(&Markup::new(text), "id").expect("one");
        assert_eq!(text.get(found.range), Some("tiga"));
    }
}
