//! `reference/unknown-outcome`.

use std::collections::BTreeMap;
use std::ops::Range;

use kuliah_source::Message;

use crate::Markup;
use crate::bytes::has_pair;
use crate::check::passage::{Part, Passage};
use crate::check::{Context, Sink, declare_rule};
use crate::model::{Section, SectionKind, Visit, walk_blocks};

declare_rule! {
    /// ## What it finds
    ///
    /// The code of a learning outcome, such as "CPMK-4", "Sub-CPMK 2.1", "CPL 3" or "CLO4", that
    /// the section of the outcomes does not name, though it names others of the kind. A list item
    /// or title that begins with a code names it too.
    ///
    /// Courses whose outcomes stand elsewhere, in the study plan for instance, are left alone.
    ///
    /// ## Why it matters
    ///
    /// A task for an outcome that does not exist tests something nobody promised to teach. Mostly
    /// the outcomes were renumbered and the text was not.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// # Capaian Pembelajaran
    ///
    /// - CPMK-1: menjelaskan peran
    /// - CPMK-2: memilih peran
    ///
    /// # Latihan
    ///
    /// Pilih sebuah kasus dan uraikan perannya (CPMK-3).
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// # Capaian Pembelajaran
    ///
    /// - CPMK-1: menjelaskan peran
    /// - CPMK-2: memilih peran
    ///
    /// # Latihan
    ///
    /// Pilih sebuah kasus dan uraikan perannya (CPMK-2).
    /// ```
    "reference/unknown-outcome", Warning, since "0.1.0", origin Check, check check,
}

/// What outcomes are called: of the course and the programme, in Indonesian and in English.
const FAMILIES: [&str; 6] = ["CPMK", "CPL", "CLO", "PLO", "ILO", "LO"];

/// Words in the title of a section of outcomes.
const TITLE_WORDS: [&str; 7] = [
    "capaian",
    "cpmk",
    "cpl",
    "outcome",
    "outcomes",
    "tujuan",
    "objectives",
];

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let with_codes = |passage: &&Passage<'_>| may_hold_code(&passage.text);
    let passages: Vec<_> = cx.passages.iter().filter(with_codes).collect();
    if passages.is_empty() {
        return;
    }
    let mut known = Known::default();
    for section in cx.sections().filter(|it| is_of_outcomes(it)) {
        known.section(section);
    }
    let first = |passage: &&Passage<'_>| codes(&passage.text).into_iter().next();
    for passage in &passages {
        if matches!(passage.part, Part::Item | Part::Title)
            && let Some(code) = first(passage).filter(|it| it.range.start == 0)
        {
            known.also(code, &passage.text);
        }
    }
    for passage in passages {
        for code in codes(&passage.text) {
            report(passage, &code, &known, sink);
        }
    }
}

fn report(passage: &Passage<'_>, code: &Code, known: &Known, sink: &mut Sink<'_>) {
    let Some(numbers) = known.families.get(&code.family) else {
        return;
    };
    if numbers.contains_key(&code.number) {
        return;
    }
    let written = passage.slice(code.range.clone());
    let message = Message::new("reference/unknown-outcome").with("code", written);
    let names: Vec<String> = numbers.values().take(MOST_NAMED).cloned().collect();
    let finding = sink.report(passage.span(code.range.clone()), message);
    finding.help = Some(Message::new("reference/unknown-outcome.help").with("known", names));
}

/// How many codes are named for the author to choose from.
const MOST_NAMED: usize = 8;

/// Codes by their family, and how each is written.
#[derive(Default)]
struct Known {
    families: BTreeMap<Family, BTreeMap<Vec<u32>, String>>,
}

impl Known {
    /// Every code in a section of outcomes.
    fn section(&mut self, section: &Section) {
        section.title.iter().for_each(|it| self.markup(it));
        walk_blocks(&section.content, self);
        for role in &section.roles {
            self.markup(&role.name);
            walk_blocks(&role.content, self);
        }
    }

    fn add(&mut self, code: Code, text: &str) {
        let written = text.get(code.range).unwrap_or_default();
        let numbers = self.families.entry(code.family).or_default();
        numbers
            .entry(code.number)
            .or_insert_with(|| written.to_owned());
    }

    /// A code of a family that is known already.
    fn also(&mut self, code: Code, text: &str) {
        if self.families.contains_key(&code.family) {
            self.add(code, text);
        }
    }
}

impl<'a> Visit<'a> for Known {
    fn markup(&mut self, markup: &'a Markup) {
        let text = markup.plain_text();
        for code in codes(&text) {
            self.add(code, &text);
        }
    }
}

/// What an outcome belongs to, and whether it is a part of another (`Sub-CPMK`).
type Family = (&'static str, bool);

/// The code of an outcome in a text.
struct Code {
    range: Range<usize>,
    family: Family,
    number: Vec<u32>,
}

/// Whether a section is that of the outcomes.
fn is_of_outcomes(section: &Section) -> bool {
    let title = section.title.as_ref().map(Markup::plain_text);
    let title = title.unwrap_or_default().to_lowercase();
    let mut words = title.split(|c: char| !c.is_alphanumeric());
    section.kind == SectionKind::Outcomes || words.any(|it| TITLE_WORDS.contains(&it))
}

/// Whether the letters of a family may stand in a text, which is quick to tell.
fn may_hold_code(text: &str) -> bool {
    has_pair(text, |one, two| {
        matches!((one, two), (b'P', b'M' | b'L') | (b'L', b'O'))
    })
}

/// The codes in a text, in the order they stand there.
fn codes(text: &str) -> Vec<Code> {
    let mut out = Vec::new();
    for family in FAMILIES {
        for (at, letters) in text.match_indices(family) {
            let behind = text.get(at + letters.len()..).unwrap_or_default();
            let before = text.get(..at).unwrap_or_default();
            let Some((start, is_part)) = beginning(before) else {
                continue;
            };
            let digits = behind
                .strip_prefix(['-', '–', '.', ' ', '\u{a0}'])
                .unwrap_or(behind);
            let (length, number) = number(digits);
            if length > 0 {
                let end = text.len() - digits.len() + length;
                out.push(Code {
                    range: start..end,
                    family: (family, is_part),
                    number,
                });
            }
        }
    }
    out.sort_by_key(|code| code.range.start);
    out
}

/// Where a code begins whose letters stand behind a text, and whether "Sub" is before them; `None`
/// within a word.
fn beginning(before: &str) -> Option<(usize, bool)> {
    let is_free = |text: &str| !text.ends_with(char::is_alphanumeric);
    let stem = before
        .strip_suffix(['-', '–', ' ', '\u{a0}'])
        .unwrap_or(before);
    let is_sub = |it: &&str| it.eq_ignore_ascii_case("sub");
    let start = stem
        .len()
        .checked_sub(3)
        .filter(|at| stem.get(*at..).as_ref().is_some_and(is_sub));
    let start = start.filter(|at| stem.get(..*at).is_some_and(is_free));
    match start {
        Some(start) => Some((start, true)),
        None => is_free(before).then_some((before.len(), false)),
    }
}

/// The number that a text begins with, such as `2` or `2.1`, and its length; noughts before it do
/// not count.
fn number(text: &str) -> (usize, Vec<u32>) {
    let mut numbers = Vec::new();
    let mut length = 0;
    loop {
        let rest = text.get(length..).unwrap_or_default();
        let part = if numbers.is_empty() {
            Some(rest)
        } else {
            rest.strip_prefix('.')
        };
        let digits = part.map_or(0, |it| it.bytes().take_while(u8::is_ascii_digit).count());
        let parsed = part.and_then(|it| it.get(..digits)?.parse().ok());
        let Some(parsed) = parsed else {
            return (length, numbers);
        };
        length += digits + usize::from(!numbers.is_empty());
        numbers.push(parsed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, bool, Vec<u32>)> {
        codes(text)
            .into_iter()
            .map(|it| {
                (
                    text.get(it.range).unwrap_or_default(),
                    it.family.1,
                    it.number,
                )
            })
            .collect()
    }

    #[test]
    fn codes_are_read_however_they_are_joined() {
        assert_eq!(
            found("(CPMK-1, CPMK 02, CPMK3, sub-CPMK 2.1, SubCPMK4, CLO.5)."),
            [
                ("CPMK-1", false, vec![1]),
                ("CPMK 02", false, vec![2]),
                ("CPMK3", false, vec![3]),
                ("sub-CPMK 2.1", true, vec![2, 1]),
                ("SubCPMK4", true, vec![4]),
                ("CLO.5", false, vec![5]),
            ]
        );
    }

    #[test]
    fn other_letters_and_letters_without_a_number_are_no_code() {
        for text in [
            "CPMK", "CPMK ini", "SILO 4", "XCPL-2", "cpmk-1", "HELLO 5", "LO: 5",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
        assert_eq!(found("CPMK-99999999999"), []);
    }

    #[test]
    fn texts_with_a_code_may_hold_one() {
        for family in FAMILIES {
            assert!(may_hold_code(&format!("pada {family}-1")), "{family}");
        }
        assert!(!may_hold_code("Peran LSM dan PBB"));
    }
}
