//! `citation/same-work`.

use std::collections::BTreeMap;

use kuliah_source::{Label, Message};

use crate::check::typed_citation::fold;
use crate::check::{Context, Sink, declare_rule};
use crate::model::Reference;

declare_rule! {
    /// ## What it finds
    ///
    /// Two references of different keys that are most likely one work: the same DOI, or the same
    /// first author, year and title, small differences of spelling aside.
    ///
    /// ## Why it matters
    ///
    /// The work stands in the reference list twice, and the program tells the two apart as 2014a and
    /// 2014b.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: suharto2014, type: document, title: Membangun Masyarakat, author: "Suharto, Edi", issued: 2014}
    ///   - {id: suharto, type: document, title: Membangun masyarakat, author: "Suharto, E.", issued: 2014}
    /// ---
    /// # Materi
    ///
    /// Teks [@suharto2014; @suharto].
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: suharto2014, type: document, title: Membangun Masyarakat, author: "Suharto, Edi", issued: 2014}
    /// ---
    /// # Materi
    ///
    /// Teks [@suharto2014].
    /// ```
    "citation/same-work", Warning, since "0.1.0", origin Check, check check,
}

/// How alike two titles must be (normalized distance of Levenshtein).
const ALIKE: f64 = 0.9;

/// The most works of one author and year whose titles are compared.
const MOST: usize = 32;

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut by_doi: BTreeMap<String, &Reference> = BTreeMap::new();
    let mut by_author: BTreeMap<(String, i32), Vec<(String, &Reference)>> = BTreeMap::new();
    for work in cx.references() {
        let mut same = None;
        if let Some(doi) = &work.doi {
            same = by_doi.get(&doi.to_lowercase()).copied();
            by_doi.entry(doi.to_lowercase()).or_insert(work);
        }
        let title = fold(&work.title.plain_text());
        if let Some(author_and_year) = author_and_year(work) {
            let group = by_author.entry(author_and_year).or_default();
            let alike = |(other, _): &&(String, &Reference)| is_alike(&title, other);
            same = same.or_else(|| group.iter().find(alike).map(|(_, work)| *work));
            if group.len() < MOST {
                group.push((title, work));
            }
        }
        if let Some(same) = same.filter(|same| *same.id != *work.id) {
            let message = Message::new("citation/same-work")
                .with("key", work.id.as_str())
                .with("other", same.id.as_str());
            let finding = sink.report(work.id.span(), message);
            finding.labels.push(Label {
                span: same.id.span(),
                message: Some(Message::new("citation/same-work.other")),
            });
            let help = Message::new("citation/same-work.help").with("key", same.id.as_str());
            finding.help = Some(help);
        }
    }
}

/// The family name of the first author, and the year.
fn author_and_year(work: &Reference) -> Option<(String, i32)> {
    let first = work.author.first().or(work.editor.first())?;
    let name = first.family.as_deref().or(first.literal.as_deref())?;
    let date = work.issued.as_ref()?.date_parts.first()?;
    Some((fold(name), *date.first()?))
}

/// Whether two titles are one: volumes and editions differ by a number.
fn is_alike(one: &str, other: &str) -> bool {
    let numbers = |title: &str| {
        title
            .chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let volume = |title: &str| title.split(' ').next_back().is_some_and(is_roman);
    one == other
        || (one.len().abs_diff(other.len()) * 10 <= one.len().max(other.len())
            && numbers(one) == numbers(other)
            && !volume(one)
            && !volume(other)
            && strsim::normalized_levenshtein(one, other) >= ALIKE)
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_one_when_a_letter_or_two_differ() {
        assert!(is_alike("membangun masyarakat", "membangun masarakat"));
        for (one, other) in [
            ("statistika jilid 1", "statistika jilid 2"),
            (
                "sejarah nasional indonesia iv",
                "sejarah nasional indonesia v",
            ),
            ("membangun masyarakat", "memberdayakan rakyat"),
        ] {
            assert!(!is_alike(one, other), "{one}");
        }
    }
}
