//! Finding many fixed phrases in a text at once.

use std::ops::Range;

use super::passage::{Passage, Word};
use super::sieve::{Sieve, start};

/// Phrases in small letters; capital ones of ASCII do not matter in the text.
///
/// Four letters tell nearly everywhere that no phrase begins; this is quicker to make than an
/// automaton, and most runs check one course.
#[derive(Debug)]
pub(crate) struct Phrases {
    /// Sorted, so that of those that begin alike the longest is the last.
    phrases: Vec<(u32, &'static str)>,
    /// Which letters a phrase begins with.
    starts: Sieve,
}

impl Phrases {
    /// Gets ready to look for some phrases of four bytes and more.
    pub(crate) fn new(phrases: &[&'static str]) -> Self {
        let with_start = |phrase: &&'static str| Some((start(phrase)?, *phrase));
        let mut phrases: Vec<_> = phrases.iter().filter_map(with_start).collect();
        phrases.sort_unstable_by_key(|(_, phrase)| *phrase);
        let mut starts = Sieve::default();
        for (start, _) in &phrases {
            starts.add(*start);
        }
        Self { phrases, starts }
    }

    /// Where they stand in a text, wherever that is; the longest at each place, none in another.
    pub(crate) fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let mut end = 0;
        text.char_indices().filter_map(move |(at, _)| {
            if at < end {
                return None;
            }
            let length = self.length_at(text.get(at..)?)?;
            end = at + length;
            Some(at..end)
        })
    }

    /// The length of the longest phrase that a text begins with.
    fn length_at(&self, text: &str) -> Option<usize> {
        let first = start(text).filter(|it| self.starts.may_hold(*it))?;
        let alike = self.phrases.iter().rev().filter(|(it, _)| *it == first);
        let begins = |phrase: &&'static str| {
            let start = text.as_bytes().get(..phrase.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(phrase.as_bytes()))
        };
        alike.map(|(_, phrase)| *phrase).find(begins).map(str::len)
    }

    /// Where they stand as whole words, of which the first is not set apart.
    pub(crate) fn whole_words<'t>(
        &'t self,
        passage: &'t Passage<'_>,
    ) -> impl Iterator<Item = Range<usize>> + 't {
        let mut end = 0;
        let may_begin = |word: &&Word<'_>| self.starts.may_hold(word.start);
        passage
            .words
            .iter()
            .filter(may_begin)
            .filter_map(move |word| {
                let start = word.range.start;
                if start < end || word.is_set_apart {
                    return None;
                }
                let text = passage.from(start);
                let length = self.length_at(text)?;
                let behind = text.get(length..)?.chars().next();
                end = start + length;
                (!behind.is_some_and(char::is_alphanumeric)).then_some(start..end)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_is_found_whatever_its_case() {
        let phrases = Phrases::new(&["baca", "baca juga", "[edit]"]);
        let found: Vec<_> = phrases.places("Baca JUGA [edit] itu").collect();
        assert_eq!(found, [0..9, 10..16]);
        assert_eq!(phrases.places("bac edit] bacaan ¿baca").count(), 2);
    }
}
