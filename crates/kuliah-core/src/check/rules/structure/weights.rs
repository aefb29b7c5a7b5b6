//! `structure/weights`.

use std::ops::Range;

use kuliah_source::{Message, Span};

use crate::check::passage::{Part, Passage};
use crate::check::percent::{Hundredths, WHOLE, may_hold_percent, percents, share_alone, written};
use crate::check::{Context, Sink, declare_rule};
use crate::model::{Block, Item, ItemList, Table};
use crate::{Markup, Spanned};

declare_rule! {
    /// ## What it finds
    ///
    /// Weights of the parts of a mark that do not add up to 100 %: in a column headed "Bobot" or
    /// "Weight", in a list that a word such as "bobot", "penilaian" or "assessment" introduces, in
    /// a sentence such as "Nilai akhir terdiri atas tugas 30%, UTS 30%, dan UAS 30%". Where a
    /// table has a row for the total, it is held against that.
    ///
    /// Ranges and bounds ("10–20 %", "minimal 75%"), the limits of grades, and shares that add up to
    /// less than 50 or more than 150 are left alone.
    ///
    /// ## Why it matters
    ///
    /// Students reckon what they need to pass. With weights that do not add up, nobody can, and
    /// the mark can be disputed.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// | Komponen | Bobot |
    /// |----------|------:|
    /// | Tugas    |   30% |
    /// | UTS      |   30% |
    /// | UAS      |   30% |
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// | Komponen | Bobot |
    /// |----------|------:|
    /// | Tugas    |   30% |
    /// | UTS      |   30% |
    /// | UAS      |   40% |
    /// ```
    "structure/weights", Warning, since "0.1.0", origin Check, check check,
}

/// Words that say plainly that weights are meant.
const WEIGHT_WORDS: [&str; 7] = [
    "bobot",
    "pembobotan",
    "berbobot",
    "weight",
    "weights",
    "weighting",
    "weighted",
];

/// Phrases that say so as plainly.
const WEIGHT_PHRASES: [&str; 6] = [
    "nilai akhir",
    "komponen penilaian",
    "komponen nilai",
    "final grade",
    "final mark",
    "final score",
];

/// Words below which weights stand, and other shares too.
const MARK_WORDS: [&str; 6] = [
    "penilaian",
    "evaluasi",
    "assessment",
    "evaluation",
    "grading",
    "marking",
];

/// Words that make a share a bound.
const BOUND_WORDS: [&str; 13] = [
    "minimal",
    "minimum",
    "maksimal",
    "maksimum",
    "maximum",
    "sedikitnya",
    "setidaknya",
    "paling",
    "least",
    "most",
    "kurang",
    "lebih",
    "hingga",
];

/// Words before the total of a column.
const TOTAL_WORDS: [&str; 4] = ["total", "jumlah", "sum", "subtotal"];

/// What weights with a slip in them add up to; shares that add up to less or more are of something
/// else, such as the fat and protein of a food by its weight.
const PLAUSIBLE: Range<Hundredths> = 5_000..15_000;

/// What rounded shares, three times 33.3 %, may be off by.
const ROUNDING: Hundredths = 50;

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    if !cx.passages.iter().any(|it| may_hold_percent(&it.text)) {
        return;
    }
    let with_comma = cx.passages.first().is_some_and(Passage::is_indonesian);
    let mut found = Vec::new();
    for section in cx.sections() {
        in_blocks(section.title.as_ref(), &section.content, &mut found);
        for role in &section.roles {
            in_blocks(Some(&role.name), &role.content, &mut found);
        }
    }
    let prose = cx.passages.iter().filter(|it| it.part == Part::Prose);
    found.extend(prose.flat_map(in_prose));
    for weights in found {
        let total = written(weights.total, with_comma);
        let message = match weights.stated {
            Some(stated) => Message::new("structure/weights.stated")
                .with("total", total)
                .with("stated", written(stated, with_comma)),
            None => Message::new("structure/weights").with("total", total),
        };
        let finding = sink.report(weights.place, message);
        finding.help = Some(Message::new("structure/weights.help"));
    }
}

/// Weights that do not add up.
struct Weights {
    place: Span,
    total: Hundredths,
    /// What the author says that they add up to.
    stated: Option<Hundredths>,
}

/// What a text says of the shares behind it.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Talk {
    Other,
    OfMarks,
    OfWeights,
}

fn talk(text: &str) -> Talk {
    let text = text.to_lowercase();
    let holds = |words: &[&str]| words_of(&text).any(|it| words.contains(&it));
    if holds(&WEIGHT_WORDS) || WEIGHT_PHRASES.iter().any(|it| text.contains(it)) {
        Talk::OfWeights
    } else if holds(&MARK_WORDS) {
        Talk::OfMarks
    } else {
        Talk::Other
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

/// Whether shares add up to the whole, once or for each of several groups.
fn add_up(total: Hundredths) -> bool {
    let off = total % WHOLE;
    total >= WHOLE - ROUNDING && (off <= ROUNDING || off >= WHOLE - ROUNDING)
}

/// Looks through the blocks below a title.
fn in_blocks(title: Option<&Markup>, blocks: &[Spanned<Block>], found: &mut Vec<Weights>) {
    let mut before: Option<&Markup> = None;
    for block in blocks {
        match &**block {
            Block::List(list) => found.extend(in_list(list, [title, before], block.span())),
            Block::Table(table) => found.extend(in_table(table)),
            Block::Note(note) => in_blocks(title, &note.content, found),
            Block::Section(section) => in_blocks(Some(&section.title), &section.content, found),
            Block::Exercise(exercise) => {
                in_blocks(title, &exercise.content, found);
                in_blocks(title, &exercise.answer, found);
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    in_blocks(Some(&definition.term), &definition.content, found);
                }
            }
            Block::Prose(_) | Block::Quote(_) | Block::Figure(_) | Block::Code(_) => {}
        }
        before = match &**block {
            Block::Prose(text) => Some(text),
            _ => None,
        };
    }
}

/// A list of which every item has one share.
fn in_list(list: &ItemList, around: [Option<&Markup>; 2], place: Span) -> Option<Weights> {
    let items: Vec<_> = list.items.iter().map(|it| words(it)).collect();
    let shares: Option<Vec<_>> = items.iter().map(|it| weight(it)).collect();
    let shares = shares.filter(|it| it.len() > 1)?;
    let total = shares.iter().sum();
    let own = [list.title.as_ref(), list.lead.as_ref()];
    let around = around.into_iter().chain(own).flatten();
    let texts = around.map(Markup::plain_text);
    let spoken = texts.chain(items).map(|it| talk(&it)).max()?;
    let are_weights = spoken > Talk::Other && PLAUSIBLE.contains(&total);
    (are_weights && !add_up(total)).then_some(Weights {
        place,
        total,
        stated: None,
    })
}

/// The words of an item, its term before its text.
fn words(item: &Item) -> String {
    let term = item.term.as_ref().map(Markup::plain_text);
    let text = item.text.plain_text();
    term.map_or(text.clone(), |term| format!("{term}: {text}"))
}

/// The one share in a text that is no bound and no limit of a grade.
fn weight(text: &str) -> Option<Hundredths> {
    let small = text.to_lowercase();
    let is_bound = words_of(&small).any(|it| BOUND_WORDS.contains(&it));
    let is_grade = words_of(&small).next().is_some_and(|it| it.len() == 1);
    match percents(text).as_slice() {
        [one] => one.share.filter(|_| !is_bound && !is_grade),
        _ => None,
    }
}

/// The columns of a table that are headed as weights.
fn in_table(table: &Table) -> Vec<Weights> {
    let heads = table.head.iter().enumerate();
    heads
        .filter_map(|(column, head)| {
            let head_text = head.plain_text();
            let small = head_text.to_lowercase();
            let is_headed = words_of(&small).any(|it| WEIGHT_WORDS.contains(&it));
            is_headed
                .then(|| in_column(table, column, head, &head_text))
                .flatten()
        })
        .collect()
}

fn in_column(table: &Table, column: usize, head: &Markup, head_text: &str) -> Option<Weights> {
    let mut is_percent = names_percent(head_text);
    let mut total: Hundredths = 0;
    let mut count = 0;
    for row in &table.rows {
        let cell = row.get(column)?;
        let text = cell.plain_text();
        is_percent |= names_percent(&text);
        if text.is_empty() || text.chars().all(|c| matches!(c, '-' | '–' | '—')) {
            continue;
        }
        let share = share_alone(&text)?;
        if is_total(row) {
            let is_off = share.abs_diff(total) > ROUNDING && count > 1;
            return (is_percent && is_off).then(|| Weights {
                place: cell.whole(),
                total,
                stated: Some(share),
            });
        }
        total = total.checked_add(share)?;
        count += 1;
    }
    let are_weights = is_percent && count > 1 && PLAUSIBLE.contains(&total);
    (are_weights && !add_up(total)).then(|| Weights {
        place: head.whole(),
        total,
        stated: None,
    })
}

/// Whether a text names percent, with a number or without.
fn names_percent(text: &str) -> bool {
    let small = text.to_lowercase();
    small.contains('%') || words_of(&small).any(|it| matches!(it, "persen" | "percent"))
}

/// Whether a row of a table holds the total of those above.
fn is_total(row: &[Markup]) -> bool {
    row.iter().any(|cell| {
        let small = cell.plain_text().to_lowercase();
        words_of(&small)
            .next()
            .is_some_and(|it| TOTAL_WORDS.contains(&it))
    })
}

/// Sentences that give three weights and more.
fn in_prose(passage: &Passage<'_>) -> Vec<Weights> {
    let mut out = Vec::new();
    if !may_hold_percent(&passage.text) {
        return out;
    }
    let mut start = 0;
    for (at, c) in passage.text.char_indices() {
        let end = at + c.len_utf8();
        let behind = passage.from(end).chars().next();
        let is_stop = matches!(c, '.' | '!' | '?') && behind.is_none_or(char::is_whitespace);
        if is_stop || c == '\n' || behind.is_none() {
            out.extend(in_sentence(passage, start..end));
            start = end;
        }
    }
    out
}

fn in_sentence(passage: &Passage<'_>, sentence: Range<usize>) -> Option<Weights> {
    let text = passage.slice(sentence.clone());
    let small = text.to_lowercase();
    if talk(&small) != Talk::OfWeights || words_of(&small).any(|it| BOUND_WORDS.contains(&it)) {
        return None;
    }
    let shares = percents(text);
    let (first, last) = (shares.first()?, shares.last()?);
    let total = shares
        .iter()
        .map(|it| it.share)
        .sum::<Option<Hundredths>>()?;
    let is_judged = shares.len() > 2 && PLAUSIBLE.contains(&total) && !has_parts(text);
    let range = sentence.start + first.range.start..sentence.start + last.range.end;
    (is_judged && !add_up(total)).then(|| Weights {
        place: passage.span(range),
        total,
        stated: None,
    })
}

/// Whether one bracket holds several shares, which are then parts of the one before.
fn has_parts(text: &str) -> bool {
    let brackets = text.split('(').skip(1);
    let mut inner = brackets.filter_map(|it| Some(it.split_once(')')?.0));
    inner.any(|it| percents(it).len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_what_shares_are() {
        assert!(talk("Bobot nilai") == Talk::OfWeights);
        assert!(talk("Nilai akhir dihitung dari") == Talk::OfWeights);
        assert!(talk("D. Penilaian") == Talk::OfMarks);
        assert!(talk("Hasil survei") == Talk::Other);
    }

    #[test]
    fn an_item_has_a_weight_when_it_has_one_share_that_is_no_bound() {
        assert_eq!(weight("Tugas mingguan (20%)"), Some(2_000));
        for text in [
            "Kehadiran minimal 75%",
            "A: 85%",
            "10% sampai 20%",
            "≥ 80 %",
            "Tugas",
        ] {
            assert_eq!(weight(text), None, "{text}");
        }
    }

    #[test]
    fn shares_add_up_to_the_whole_of_each_group_and_may_be_rounded() {
        for total in [10_000, 9_990, 20_000, 10_005] {
            assert!(add_up(total), "{total}");
        }
        for total in [0, 9_500, 9_900, 11_000, 20] {
            assert!(!add_up(total), "{total}");
        }
    }
}
