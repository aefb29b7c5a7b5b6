//! The references, found by the names and years that a text gives.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::{fold, initials, is_alike, is_near};
use super::grammar::TypedName;
use super::words;
use crate::model::{Name, Reference};

/// The most works of one year that a misspelled name is held against.
const MOST_OF_A_YEAR: usize = 64;

/// The references of a course.
pub(super) struct Works<'a> {
    pub(super) all: Vec<Work<'a>>,
    by_name: BTreeMap<String, Vec<usize>>,
    by_year: BTreeMap<i32, Vec<usize>>,
    by_letter: BTreeMap<char, Vec<usize>>,
}

/// A reference and the forms its authors may be typed in.
pub(super) struct Work<'a> {
    pub(super) reference: &'a Reference,
    pub(super) year: Option<i32>,
    pub(super) authors: Vec<Author>,
}

/// The forms of one author.
pub(super) struct Author {
    /// The name as citations show it.
    pub(super) shown: String,
    /// Family name, its particle aside; the whole of a single name or an institution.
    family: String,
    particle: String,
    given: String,
    is_literal: bool,
}

/// How a typed name fits an author.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(super) enum Fit {
    /// The name, from a word on; words before it are given names.
    Exact(usize),
    /// Family name and given name, in this order and without a comma.
    Swapped,
    /// A name that is spelled a little differently, from a word on.
    Near(usize),
    /// A name that begins alike, from a word on.
    Alike(usize),
    /// Another name.
    Not,
}

impl Author {
    pub(super) fn new(name: &Name) -> Option<Self> {
        let (family, is_literal) = match (&name.family, &name.literal) {
            (Some(family), _) => (family, false),
            (None, Some(literal)) => (literal, true),
            (None, None) => return None,
        };
        let particle = name.non_dropping_particle.as_deref().unwrap_or_default();
        let shown = format!("{particle} {family}");
        Some(Self {
            shown: shown.trim().to_owned(),
            family: fold(family),
            particle: fold(particle),
            given: fold(name.given.as_deref().unwrap_or_default()),
            is_literal,
        })
    }

    /// The forms it is found by.
    fn keys(&self) -> Vec<String> {
        let mut keys = vec![self.family.clone()];
        let words: Vec<&str> = self.family.split(' ').collect();
        if self.is_literal && words.len() > 1 {
            keys.push(initials(&self.family));
            keys.extend(words.last().map(|word| (*word).to_owned()));
            keys.extend(words.get(..2).map(|two| two.join(" ")));
        }
        keys
    }

    pub(super) fn fit(&self, typed: &TypedName) -> Fit {
        let words: Vec<&str> = typed.words.iter().map(|(word, _)| word.as_str()).collect();
        let whole = words.join(" ");
        if whole == self.family {
            return Fit::Exact(0);
        }
        if self.is_literal && self.is_short_form(&whole, words.len()) {
            return Fit::Exact(0);
        }
        let count = self.family.split(' ').count();
        let from = words.len().saturating_sub(count);
        let last = words.get(from..).unwrap_or_default().join(" ");
        if last == self.family {
            return Fit::Exact(self.with_particle(&words, from));
        }
        if self.is_swapped(&words, count) {
            return Fit::Swapped;
        }
        if is_near(&last, &self.family) {
            return Fit::Near(from);
        }
        if is_alike(&last, &self.family) {
            return Fit::Alike(from);
        }
        Fit::Not
    }

    /// "BPS", "Kementerian Sosial" for "Kementerian Sosial Republik Indonesia"; the last word
    /// of a name that was written without a comma.
    fn is_short_form(&self, typed: &str, words: usize) -> bool {
        let longer = |one: &str, other: &str| {
            one.strip_prefix(other)
                .is_some_and(|rest| rest.starts_with(' '))
        };
        let is_institution = self.family.split(' ').any(words::is_institution);
        let is_last = !is_institution && self.family.ends_with(&format!(" {typed}"));
        let begins = words > 1 && longer(&self.family, typed);
        let goes_on = is_institution && longer(typed, &self.family);
        let is_acronym = typed.len() > 1 && self.family.contains(' ');
        begins || goes_on || is_last || (is_acronym && initials(&self.family) == typed)
    }

    /// Where the particle begins that stands before a family name.
    fn with_particle(&self, words: &[&str], from: usize) -> usize {
        if self.particle.is_empty() {
            return from;
        }
        let start = from.saturating_sub(self.particle.split(' ').count());
        let before = words.get(start..from).unwrap_or_default().join(" ");
        if before == self.particle { start } else { from }
    }

    fn is_swapped(&self, words: &[&str], count: usize) -> bool {
        let (Some(family), Some(given)) = (words.get(..count), words.get(count)) else {
            return false;
        };
        let first = self.given.split(' ').next().unwrap_or_default();
        family.join(" ") == self.family && !first.is_empty() && *given == first
    }
}

impl<'a> Works<'a> {
    pub(super) fn new(references: impl Iterator<Item = &'a Reference>) -> Self {
        let mut works = Self {
            all: Vec::new(),
            by_name: BTreeMap::new(),
            by_year: BTreeMap::new(),
            by_letter: BTreeMap::new(),
        };
        for reference in references {
            works.add(reference);
        }
        works
    }

    fn add(&mut self, reference: &'a Reference) {
        let index = self.all.len();
        let names = if reference.author.is_empty() {
            &reference.editor
        } else {
            &reference.author
        };
        let authors: Vec<_> = names.iter().filter_map(Author::new).collect();
        let year = year_of(reference);
        if let Some(first) = authors.first() {
            for key in first.keys() {
                self.by_name.entry(key).or_default().push(index);
            }
            if authors.len() > 1
                && let Some(letter) = first.family.chars().next()
            {
                self.by_letter.entry(letter).or_default().push(index);
            }
            if let Some(year) = year {
                self.by_year.entry(year).or_default().push(index);
            }
        }
        self.all.push(Work {
            reference,
            year,
            authors,
        });
    }

    pub(super) fn get(&self, index: usize) -> Option<&Work<'a>> {
        self.all.get(index)
    }

    /// The works whose first author may be meant by a name.
    pub(super) fn named(&self, name: &TypedName) -> BTreeSet<usize> {
        let words: Vec<&str> = name.words.iter().map(|(word, _)| word.as_str()).collect();
        let mut found = BTreeSet::new();
        for start in 0..words.len() {
            for end in start + 1..=words.len() {
                let key = words.get(start..end).unwrap_or_default().join(" ");
                found.extend(self.by_name.get(&key).into_iter().flatten());
            }
        }
        found
    }

    /// The works of a year.
    pub(super) fn of_year(&self, year: i32) -> impl Iterator<Item = usize> {
        let works = self.by_year.get(&year).into_iter().flatten();
        works.copied().take(MOST_OF_A_YEAR)
    }

    /// The works of several authors, the first of whom has a name with this first letter.
    pub(super) fn of_letter(&self, letter: char) -> impl Iterator<Item = usize> {
        let works = self.by_letter.get(&letter).into_iter().flatten();
        works.copied().take(MOST_OF_A_YEAR)
    }
}

/// The year of publication, from the date or from its words.
pub(super) fn year_of(reference: &Reference) -> Option<i32> {
    let issued = reference.issued.as_ref()?;
    let first = issued.date_parts.first().and_then(|parts| parts.first());
    first.copied().or_else(|| {
        let words = issued.literal.as_deref()?;
        let mut numbers = words.split(|c: char| !c.is_ascii_digit());
        numbers.find(|it| it.len() == 4)?.parse().ok()
    })
}
