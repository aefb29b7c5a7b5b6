//! What a candidate is: a citation of a work in the references, one with a slip in it, one of
//! a work that is not there, or no citation at all.

use std::ops::Range;

use super::flat::Flat;
use super::grammar::{Candidate, TypedName};
use super::words;
use super::works::{Fit, Work, Works};
use crate::check::Speller;
use crate::model::Reference;

/// What a typed citation is.
#[derive(Debug, Clone)]
pub(crate) enum Verdict<'a> {
    /// A work of the references; `other` is a second one it might be.
    Listed {
        work: &'a Reference,
        other: Option<&'a Reference>,
    },
    /// A work of the references under names that are spelled in another way.
    Near {
        work: &'a Reference,
        slips: Vec<Slip>,
    },
    /// A work of the references by family name and given name without a comma between them.
    Swapped { work: &'a Reference, name: Slip },
    /// The author of a work of another year.
    OtherYear { work: &'a Reference, year: i32 },
    /// A work that is not in the references.
    Unlisted,
}

/// A name that is written in another way than in the references.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) struct Slip {
    /// Where it stands in the source of the markup.
    pub(crate) range: Range<usize>,
    /// How it was typed.
    pub(crate) written: String,
    /// How the references have it.
    pub(crate) right: String,
}

/// A candidate that is a citation.
#[derive(Debug, Clone)]
pub(super) struct Found<'a> {
    pub(super) verdict: Verdict<'a>,
    /// From the first family name on, less words that are no part of the citation.
    pub(super) range: Range<usize>,
    pub(super) names: Vec<String>,
}

/// Decides about the candidates of one text.
pub(super) struct Judge<'a, 'c> {
    pub(super) works: &'c Works<'a>,
    pub(super) flat: &'c Flat,
    pub(super) in_title: bool,
    /// Knows the words of the text's language, where there is a dictionary.
    pub(super) speller: Option<&'c dyn Speller>,
}

impl<'a> Judge<'a, '_> {
    pub(super) fn judge(&self, candidate: &Candidate) -> Option<Found<'a>> {
        // Words in small letters before the names are most likely none.
        let small = candidate.names.iter().take_while(|name| name.small).count();
        for skipped in 0..=small.min(candidate.names.len().saturating_sub(1)) {
            let names = candidate.names.get(skipped..)?;
            let verdict = match candidate.year {
                Some(_) => self
                    .listed(candidate, names)
                    .or_else(|| self.near(candidate, names)),
                None => self.alone(names),
            };
            if let Some((verdict, start)) = verdict {
                return Some(self.found(candidate, names, verdict, start));
            }
        }
        let in_small_letters = self.are_names_in_small_letters(candidate);
        let from = if in_small_letters { 0 } else { small };
        let names = candidate.names.get(from..);
        let names = names.filter(|names| !names.is_empty())?;
        let is_no_name = |name: &TypedName| self.is_no_name(name, in_small_letters);
        if candidate.year.is_none() || names.iter().any(is_no_name) {
            return None;
        }
        let verdict = self.other_year(candidate, names);
        let verdict = verdict.or_else(|| self.unlisted(candidate, names))?;
        let start = names.first()?.range_from(0).start;
        Some(self.found(candidate, names, verdict, start))
    }

    fn found(
        &self,
        candidate: &Candidate,
        names: &[TypedName],
        verdict: Verdict<'a>,
        start: usize,
    ) -> Found<'a> {
        let shown = |name: &TypedName| self.flat.get(&name.range_from(0)).to_owned();
        Found {
            verdict,
            range: start..candidate.range.end,
            names: names.iter().map(shown).collect(),
        }
    }

    /// Whether words in small letters are names too: several behind "menurut" or "mengacu pada",
    /// one of them with its capital letter; or a single one that the dictionary does not know,
    /// with what its bearer says behind the year.
    fn are_names_in_small_letters(&self, candidate: &Candidate) -> bool {
        let names = &candidate.names;
        let is_word = |name: &TypedName| {
            name.words.len() == 1
                && name
                    .words
                    .iter()
                    .all(|(_, range)| !words::is_institution(self.flat.get(range)))
        };
        if let [name] = names.as_slice() {
            let is_unknown = |(_, range): &(String, Range<usize>)| {
                self.speller
                    .is_some_and(|it| !it.check(self.flat.get(range)))
            };
            return name.small
                && is_word(name)
                && candidate.around.says
                && name.words.iter().all(is_unknown);
        }
        let is_led = candidate.around.led && names.iter().any(|name| !name.small);
        is_led && names.iter().filter(|name| name.small).all(is_word)
    }

    fn is_no_name(&self, name: &TypedName, may_be_small: bool) -> bool {
        name.small && !may_be_small
            || name
                .words
                .iter()
                .any(|(_, range)| words::is_no_name(self.flat.get(range)))
    }

    /// A work of the year whose authors bear these names.
    fn listed(&self, candidate: &Candidate, names: &[TypedName]) -> Option<(Verdict<'a>, usize)> {
        let year = candidate.year.as_ref()?.number;
        let first = names.first()?;
        let mut found = None;
        let mut other = None;
        for index in self.works.named(first) {
            let Some(work) = self.works.get(index).filter(|work| work.year == year) else {
                continue;
            };
            match fits(work, names).as_deref() {
                Some([Fit::Swapped, ..]) => {
                    let range = first.range_from(0);
                    let slip = self.slip(&range, &swapped(work)?);
                    let work = work.reference;
                    return Some((Verdict::Swapped { work, name: slip }, range.start));
                }
                Some([Fit::Exact(from), rest @ ..])
                    if rest.iter().all(|fit| matches!(fit, Fit::Exact(_))) =>
                {
                    if found.is_none() {
                        found = Some((work.reference, first.range_from(*from).start));
                    } else {
                        other = Some(work.reference);
                    }
                }
                _ => {}
            }
        }
        let (work, start) = found?;
        Some((Verdict::Listed { work, other }, start))
    }

    /// A work of the year whose authors bear names like these.
    fn near(&self, candidate: &Candidate, names: &[TypedName]) -> Option<(Verdict<'a>, usize)> {
        let year = candidate.year.as_ref()?.number?;
        let works = self.works.of_year(year).collect::<Vec<_>>();
        self.nearest(&works, names, candidate.cued)
    }

    /// Names without a year: reported only when some of them are misspelled.
    fn alone(&self, names: &[TypedName]) -> Option<(Verdict<'a>, usize)> {
        let first = names.first()?.words.last()?.0.chars().next()?;
        let works = self.works.of_letter(first).collect::<Vec<_>>();
        self.nearest(&works, names, false)
    }

    fn nearest(
        &self,
        works: &[usize],
        names: &[TypedName],
        cued: bool,
    ) -> Option<(Verdict<'a>, usize)> {
        let mut best: Option<(usize, &Work<'a>, Vec<Fit>)> = None;
        for &index in works {
            let Some(work) = self.works.get(index) else {
                continue;
            };
            let weight = |fit: &Fit| match fit {
                Fit::Exact(_) => Some(0),
                Fit::Near(_) => Some(1),
                // One name alone may begin like another by chance.
                Fit::Alike(_) if cued || names.len() > 1 => Some(3),
                _ => None,
            };
            let Some((weight, fits)) = weighed(work, names, weight) else {
                continue;
            };
            let is_better = best.as_ref().is_none_or(|(least, ..)| weight < *least);
            if weight > 0 && is_better {
                best = Some((weight, work, fits));
            }
        }
        let (_, work, fits) = best?;
        let mut slips = Vec::new();
        let mut start = None;
        for ((name, fit), author) in names.iter().zip(&fits).zip(&work.authors) {
            let (Fit::Exact(from) | Fit::Near(from) | Fit::Alike(from)) = *fit else {
                return None;
            };
            let range = name.range_from(from);
            start = start.or(Some(range.start));
            if !matches!(fit, Fit::Exact(_)) {
                slips.push(self.slip(&range, &author.shown));
            }
        }
        let work = work.reference;
        Some((Verdict::Near { work, slips }, start?))
    }

    fn slip(&self, range: &Range<usize>, right: &str) -> Slip {
        Slip {
            range: self.flat.source(range),
            written: self.flat.get(range).to_owned(),
            right: right.to_owned(),
        }
    }

    /// The authors of a work of another year, where the words say that it is a citation or
    /// the two years differ as by a slip.
    fn other_year(&self, candidate: &Candidate, names: &[TypedName]) -> Option<Verdict<'a>> {
        let year = candidate.year.as_ref()?.number?;
        let mut found = None;
        for index in self.works.named(names.first()?) {
            let work = self.works.get(index)?;
            let Some(right) = work.year.filter(|right| *right != year) else {
                continue;
            };
            let fits = fits(work, names).unwrap_or_default();
            let is_exact = |fit: &Fit| matches!(fit, Fit::Exact(_) | Fit::Swapped);
            if fits.is_empty() || !fits.iter().all(is_exact) {
                continue;
            }
            let slip = is_slip(year, right);
            let is_nearer =
                found.is_none_or(|(_, best): (_, i32)| (year - right).abs() < (year - best).abs());
            if (candidate.cued && !self.in_title || slip) && is_nearer {
                found = Some((work.reference, right));
            }
        }
        found.map(|(work, year)| Verdict::OtherYear { work, year })
    }

    /// A work that is not there: only where the words say that it is a citation.
    fn unlisted(&self, candidate: &Candidate, names: &[TypedName]) -> Option<Verdict<'a>> {
        let is_long = names.iter().any(|name| name.words.len() > 4);
        let says_so = candidate.cued && !self.in_title;
        (says_so && (!is_long || candidate.brackets.is_some())).then_some(Verdict::Unlisted)
    }
}

/// How each name fits the author in its place; `None` when there are more names than authors.
fn fits(work: &Work<'_>, names: &[TypedName]) -> Option<Vec<Fit>> {
    if names.len() > work.authors.len() {
        return None;
    }
    let pairs = names.iter().zip(&work.authors);
    Some(pairs.map(|(name, author)| author.fit(name)).collect())
}

/// How the names fit the authors, and the weights of that together; `None` as soon as a name has no
/// weight, so that most works are held against one name.
fn weighed(
    work: &Work<'_>,
    names: &[TypedName],
    weight: impl Fn(&Fit) -> Option<usize>,
) -> Option<(usize, Vec<Fit>)> {
    if names.len() > work.authors.len() {
        return None;
    }
    let mut total = 0;
    let mut fits = Vec::new();
    for (name, author) in names.iter().zip(&work.authors) {
        let fit = author.fit(name);
        total += weight(&fit)?;
        fits.push(fit);
    }
    Some((total, fits))
}

/// The first author with the comma between family and given name.
fn swapped(work: &Work<'_>) -> Option<String> {
    let name = work
        .reference
        .author
        .first()
        .or(work.reference.editor.first())?;
    Some(format!(
        "{}, {}",
        name.family.as_ref()?,
        name.given.as_ref()?
    ))
}

/// Whether two years differ by one digit, or by two digits that changed places.
fn is_slip(typed: i32, right: i32) -> bool {
    strsim::osa_distance(&typed.to_string(), &right.to_string()) == 1
}
