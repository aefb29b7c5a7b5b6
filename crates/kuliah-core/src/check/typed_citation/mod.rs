//! Citations that authors typed by hand, held against the references.
//!
//! 1. [`flat`] gives the words of a text in one run;
//! 2. [`grammar`] reads what looks like a citation;
//! 3. [`works`] finds the references that may be meant;
//! 4. [`verdict`] decides what it is, and drops what is no citation.
//!
//! What is read is linear in the text; a misspelled name is held against the works of its year.

mod flat;
mod fold;
mod grammar;
pub(crate) mod texts;
mod tokens;
mod verdict;
pub(crate) mod words;
mod works;

use std::ops::Range;

use kuliah_source::{Edit, Span};

use super::Context;
use crate::Markup;
use crate::markup::escape;
use crate::model::Reference;
use flat::Flat;
use grammar::Candidate;
use works::Works;

pub(crate) use fold::fold;
pub(crate) use grammar::TypedLocator;
pub(crate) use verdict::Verdict;

/// A citation typed by hand.
#[derive(Debug)]
pub(crate) struct Typed<'a> {
    /// The text it stands in.
    pub(crate) markup: &'a Markup,
    /// Where it stands in the text.
    pub(crate) range: Range<usize>,
    /// The words of it.
    pub(crate) written: String,
    /// The names, as they were typed.
    pub(crate) names: Vec<String>,
    /// The year, if one was typed, and where.
    pub(crate) year: Option<(i32, Range<usize>)>,
    /// The place in the source, and where it stands in the text.
    pub(crate) locator: Option<(TypedLocator, Range<usize>)>,
    /// What it is.
    pub(crate) verdict: Verdict<'a>,
    /// How it is written with a key, when nothing is doubtful.
    pub(crate) conversion: Option<(Range<usize>, String)>,
}

impl<'a> Typed<'a> {
    /// The works of the references that it may be of, a slip in names or year forgiven.
    pub(crate) fn works(&self) -> impl Iterator<Item = &'a Reference> {
        let (work, other) = match &self.verdict {
            Verdict::Listed { work, other } => (Some(*work), *other),
            Verdict::Near { work, .. }
            | Verdict::Swapped { work, .. }
            | Verdict::OtherYear { work, .. } => (Some(*work), None),
            Verdict::Unlisted => (None, None),
        };
        work.into_iter().chain(other)
    }

    /// Its place in the file.
    pub(crate) fn span(&self) -> Span {
        self.markup.span(self.range.clone())
    }

    /// The edit that writes it with a key.
    pub(crate) fn edit(&self) -> Option<Edit> {
        let (range, text) = self.conversion.as_ref()?;
        let span = self.markup.span(range.clone());
        (!span.is_detached()).then(|| Edit {
            span,
            text: text.clone(),
        })
    }
}

/// Finds the citations typed by hand in the texts of a course.
pub(super) fn find<'a>(cx: &Context<'a>) -> Vec<Typed<'a>> {
    let works = Works::new(cx.references());
    let language = cx.course.lang.primary();
    let speller = cx.options.speller.filter(|it| it.language() == language);
    let mut out = Vec::new();
    for text in texts::texts(cx.course) {
        for flat in flat::flats(text.markup) {
            let judge = verdict::Judge {
                works: &works,
                flat: &flat,
                in_title: text.is_title,
                speller,
            };
            let candidates = grammar::read(&flat);
            let judged: Vec<_> = candidates
                .iter()
                .filter_map(|it| judge.judge(it).map(|found| (it, found)))
                .collect();
            for (index, (candidate, found)) in judged.iter().enumerate() {
                let typed = Typed {
                    markup: text.markup,
                    range: flat.source(&found.range),
                    written: flat.get(&found.range).to_owned(),
                    names: found.names.clone(),
                    year: candidate
                        .year
                        .as_ref()
                        .and_then(|year| Some((year.number?, flat.source(&year.range)))),
                    locator: candidate
                        .locator
                        .as_ref()
                        .map(|it| (it.clone(), flat.source(&it.range))),
                    verdict: found.verdict.clone(),
                    conversion: convert(text.markup, &flat, &candidates, &judged, index, language),
                };
                out.push(typed);
            }
        }
    }
    out
}

type Judged<'a, 'c> = (&'c Candidate, verdict::Found<'a>);

/// How a citation is written with a key: `@key [hlm. 5]`, or `[@key, hlm. 5; @other]` for all
/// that stand in its brackets.
fn convert(
    markup: &Markup,
    flat: &Flat,
    candidates: &[Candidate],
    judged: &[Judged<'_, '_>],
    index: usize,
    language: &str,
) -> Option<(Range<usize>, String)> {
    let (candidate, found) = judged.get(index)?;
    let (range, text) = match &candidate.brackets {
        None => {
            let key = sole(candidate, found)?.id.as_str();
            let locator = candidate.locator.as_ref().map(|it| in_words(it, language));
            let locator = locator.map(|it| format!(" [{it}]")).unwrap_or_default();
            (found.range.clone(), format!("@{key}{locator}"))
        }
        Some(brackets) => {
            let together = within(candidates, brackets, |it| &it.range);
            let parts_found = within(judged, brackets, |(it, _)| &it.range);
            let mut parts = Vec::new();
            for (candidate, found) in parts_found {
                let key = sole(candidate, found)?.id.as_str();
                let prefix = escape(flat.get(&candidate.prefix).trim());
                let blank = if prefix.is_empty() { "" } else { " " };
                let locator = candidate.locator.as_ref().map(|it| in_words(it, language));
                let locator = locator.map(|it| format!(", {it}")).unwrap_or_default();
                parts.push(format!("{prefix}{blank}@{key}{locator}"));
            }
            // A semicolon that parts no works stands before a page.
            let is_page = |it: &&Candidate| it.locator.as_ref().is_some_and(|it| it.sign == ';');
            let before_pages = together.iter().filter(is_page).count();
            let separators = flat.get(brackets).matches(';').count();
            let all = together.len() == parts.len() && separators < parts.len() + before_pages;
            if !all {
                return None;
            }
            (brackets.clone(), format!("[{}]", parts.join("; ")))
        }
    };
    let source = flat.source(&range);
    let fits = flat.is_balanced(&range) && stands_free(markup.source(), &source);
    // A plain scalar of YAML may hold no such sign where it means something else there.
    let is_safe_there = !markup.is_bare() || (source.start > 0 && !text.contains('['));
    (fits && is_safe_there).then_some((source, text))
}

/// The candidates that end inside some brackets; they are sorted by their ends.
fn within<'s, T>(
    all: &'s [T],
    brackets: &Range<usize>,
    range: impl Fn(&T) -> &Range<usize>,
) -> &'s [T] {
    let from = all.partition_point(|it| range(it).end <= brackets.start);
    let to = all.partition_point(|it| range(it).end <= brackets.end);
    all.get(from..to).unwrap_or_default()
}

/// The one work a citation is of, when nothing about it is doubtful.
fn sole<'a>(candidate: &Candidate, found: &verdict::Found<'a>) -> Option<&'a Reference> {
    let lettered = candidate.year.as_ref().is_none_or(|year| year.lettered);
    match found.verdict {
        Verdict::Listed { work, other: None } if candidate.whole && !lettered => Some(work),
        _ => None,
    }
}

/// A locator as citations have it: "hlm. 5".
fn in_words(locator: &TypedLocator, language: &str) -> String {
    let number = locator.number.as_str();
    let word = match (locator.label.unwrap_or("page"), language) {
        ("chapter", "id" | "ms") => "bab",
        ("chapter", _) => "ch.",
        ("section", "id" | "ms") => "bag.",
        ("section", _) => "sec.",
        ("article-locator", "id" | "ms") => "ps.",
        ("article-locator", _) => "art.",
        ("paragraph", "id" | "ms") => "par.",
        ("paragraph", _) => "para.",
        ("verse", "id" | "ms") => "ay.",
        ("verse", _) => "v.",
        (_, "id" | "ms") => "hlm.",
        _ if number.contains(['-', '–', ',']) => "pp.",
        _ => "p.",
    };
    format!("{word} {number}")
}

/// Whether what stands around a place would not become part of a key or make a link of it.
fn stands_free(source: &str, range: &Range<usize>) -> bool {
    let before = source
        .get(..range.start)
        .and_then(|it| it.chars().next_back());
    let mut after = source.get(range.end..).unwrap_or_default().chars();
    let free_before =
        !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '@' | '!' | '^' | ']' | '\\'));
    let joins = "([{-_/~+#$%&<";
    let free_after = match (after.next(), after.next()) {
        (None, _) => true,
        (Some(c), _) if joins.contains(c) || c.is_alphanumeric() => false,
        // A link definition, and a locator.
        (Some(':'), _) => range.start > 0,
        (Some(' '), next) => next != Some('['),
        (Some(_), next) => !next.is_some_and(char::is_alphanumeric),
    };
    free_before && free_after
}

#[cfg(test)]
mod tests;
