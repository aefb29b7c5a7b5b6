//! Titles in title case and in sentence case (CSL 1.0.2, "Text-case").
//!
//! The formatter knows no markup and lowers letters inside of words ("SMEs", "pH"), so the
//! case of a title is settled before it sees it. Signs of markup count as no letters; words in a
//! `nocase` span stay.

use std::ops::Range;

use crate::rich::{END_NO_CASE, NO_CASE};

/// A change of case that the formatter does not get to see.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) enum TitleCase {
    /// Every word but the short ones with a capital; for English alone.
    Title,
    /// The first word with a capital.
    Sentence,
}

impl TitleCase {
    /// Changes text in which signs stand for markup.
    pub(crate) fn change(self, text: &str) -> String {
        let words = words(text);
        let shouting = is_shouting(text, &words);
        let spoken = is_spoken(text, &words);
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for (place, word) in words.iter().enumerate() {
            out.push_str(text.get(done..word.range.start).unwrap_or_default());
            done = word.range.end;
            let old = text.get(word.range.clone()).unwrap_or_default();
            let free = word.opens || place + 1 == words.len();
            match self {
                _ if word.kept => out.push_str(old),
                Self::Sentence if place == 0 => out.push_str(&capital(old, shouting)),
                Self::Sentence if shouting => out.push_str(&old.to_lowercase()),
                Self::Sentence => out.push_str(old),
                Self::Title if !free && is_stop_word(old) => {
                    // In a title that is written as a sentence, a capital is meant: "hepatitis A and B".
                    let meant = spoken && has_capital(old);
                    out.push_str(&if meant {
                        old.to_owned()
                    } else {
                        old.to_lowercase()
                    });
                }
                Self::Title => out.push_str(&capital(old, shouting)),
            }
        }
        out.push_str(text.get(done..).unwrap_or_default());
        out
    }
}

/// Words that are small within a title (CSL 1.0.2, "Title Case Conversion").
const STOP_WORDS: [&str; 27] = [
    "a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of",
    "on", "onto", "or", "over", "so", "the", "till", "to", "up", "via", "with", "without", "yet",
];

/// What stands between blanks, dashes, hyphens and slashes.
struct Word {
    range: Range<usize>,
    /// The first one, and those behind a mark or bracket that opens something.
    opens: bool,
    /// Whether its letters are not to be touched.
    kept: bool,
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let (mut opens, mut depth, mut kept) = (true, 0_usize, false);
    let mut end_of = |range: Range<usize>, opens: &mut bool, kept: bool| {
        let word = text.get(range.clone()).unwrap_or_default();
        let Some(first) = word.find(char::is_alphanumeric) else {
            // A dash or a bracket that stands alone changes nothing, a mark does.
            *opens |= ends_clause(word);
            return;
        };
        let before = word.get(..first).unwrap_or_default();
        words.push(Word {
            range,
            opens: *opens || before.contains(['(', '[', '{']),
            kept,
        });
        *opens = ends_clause(word);
    };
    for (at, c) in text.char_indices() {
        if c == NO_CASE {
            depth += 1;
        } else if c == END_NO_CASE {
            depth = depth.saturating_sub(1);
        }
        if c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/') {
            if let Some(start) = start.take() {
                end_of(start..at, &mut opens, kept);
            }
            kept = depth > 0;
        } else {
            kept |= depth > 0;
            start.get_or_insert(at);
        }
    }
    if let Some(start) = start {
        end_of(start..text.len(), &mut opens, kept);
    }
    words
}

/// Whether the next word begins anew.
fn ends_clause(word: &str) -> bool {
    let closing = |c: char| c.is_control() || "”’\"')]}»›".contains(c);
    word.trim_end_matches(closing)
        .ends_with([':', '.', '?', '!', '…'])
}

/// Whether several words have nothing but capitals.
fn is_shouting(text: &str, words: &[Word]) -> bool {
    let letters = words.iter().filter(|it| !it.kept);
    let mut letters = letters.filter_map(|it| text.get(it.range.clone()));
    words.len() > 1 && letters.all(|it| !it.contains(char::is_lowercase) && has_capital(it))
}

/// Whether a title is written as a sentence: another word than the small ones has a small letter.
fn is_spoken(text: &str, words: &[Word]) -> bool {
    let inner = words.iter().filter(|it| !it.opens && !it.kept);
    let mut inner = inner.filter_map(|it| text.get(it.range.clone()));
    inner.any(|it| !is_stop_word(it) && !has_capital(it))
}

fn has_capital(word: &str) -> bool {
    word.contains(char::is_uppercase)
}

fn is_stop_word(word: &str) -> bool {
    let letters = word.chars().filter(|it| it.is_alphanumeric() || *it == '’');
    let small: String = letters.flat_map(char::to_lowercase).collect();
    STOP_WORDS.contains(&small.as_str())
}

/// A word with a capital at its start, unless it has capitals already.
fn capital(word: &str, shouting: bool) -> String {
    if has_capital(word) && !shouting {
        return word.to_owned();
    }
    let first = word.find(char::is_alphanumeric).unwrap_or(word.len());
    let (before, rest) = word.split_at(first);
    let mut chars = rest.chars();
    let mut out = before.to_owned();
    out.extend(chars.next().into_iter().flat_map(char::to_uppercase));
    out.push_str(&chars.as_str().to_lowercase());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rich::to_marked;
    use crate::{Run, parse_rich_text};

    fn check(case: TitleCase, text: &str, expected: &str) {
        let made = case.change(&to_marked(text));
        assert_eq!(made, to_marked(expected), "{text:?}");
        let words = |text: &str| -> String {
            let runs: Vec<Run> = parse_rich_text(text);
            runs.into_iter().map(|it| it.text.to_lowercase()).collect()
        };
        assert_eq!(words(text), words(expected));
    }

    #[test]
    fn title_case() {
        for (text, expected) in [
            (
                "the role of the social worker",
                "The Role of the Social Worker",
            ),
            (
                "Roles and tasks: a guide to begin with",
                "Roles and Tasks: A Guide to Begin With",
            ),
            (
                "Well-being and state-of-the-art care",
                "Well-Being and State-of-the-Art Care",
            ),
            (
                "Who helps? the helpers (a study)",
                "Who Helps? The Helpers (A Study)",
            ),
            ("Lord Of The Rings", "Lord of the Rings"),
            ("“of mice” and men", "“Of Mice” and Men"),
        ] {
            check(TitleCase::Title, text, expected);
        }
    }

    #[test]
    fn capitals_within_words_stay() {
        for (text, expected) in [
            (
                "the McDonaldization of iPhone users",
                "The McDonaldization of iPhone Users",
            ),
            ("pH and DNA in SMEs’ labs", "pH and DNA in SMEs’ Labs"),
            (
                "vaccines against hepatitis A and B",
                "Vaccines Against Hepatitis A and B",
            ),
            ("JAMA", "JAMA"),
            ("THE ROLE OF A WORKER", "The Role of a Worker"),
        ] {
            check(TitleCase::Title, text, expected);
        }
    }

    #[test]
    fn markup_is_no_letter() {
        for (text, expected) in [
            (
                "notes on <i>Homo sapiens</i>",
                "Notes on <i>Homo Sapiens</i>",
            ),
            ("<i>kamus</i> of <b>DNA</b>", "<i>Kamus</i> of <b>DNA</b>"),
            (
                "a word: <span class=\"nocase\">van der waals</span> forces",
                "A Word: <span class=\"nocase\">van der waals</span> Forces",
            ),
            ("H<sub>2</sub>O in rivers", "H<sub>2</sub>O in Rivers"),
        ] {
            check(TitleCase::Title, text, expected);
        }
    }

    #[test]
    fn sentence_case() {
        for (text, expected) in [
            ("roles in Bali: A guide", "Roles in Bali: A guide"),
            ("<i>roles</i> of NGOs", "<i>Roles</i> of NGOs"),
            ("iPhone users", "iPhone users"),
            ("ROLES IN BALI", "Roles in bali"),
        ] {
            check(TitleCase::Sentence, text, expected);
        }
    }

    #[test]
    fn odd_text_stays() {
        for text in ["", "—", " ", "1", "?!", "…"] {
            for case in [TitleCase::Title, TitleCase::Sentence] {
                assert_eq!(case.change(text), text);
            }
        }
    }
}
