//! Finding many fixed phrases in a text at once, in one pass.

use std::ops::Range;

use super::passage::Passage;

/// Phrases in small letters; capital ones of ASCII do not matter in the text.
///
/// Two letters tell nearly everywhere that no phrase begins; this is quicker to make than an
/// automaton, and most runs check one course.
#[derive(Debug)]
pub(crate) struct Phrases {
    /// Sorted, so that of those that begin alike the longest is the last.
    phrases: Vec<(u32, &'static str)>,
    /// Which pairs of letters a phrase begins with.
    beginnings: Beginnings,
}

impl Phrases {
    /// Gets ready to look for some phrases of four bytes and more.
    pub(crate) fn new(phrases: &[&'static str]) -> Self {
        let with_start = |phrase: &&'static str| Some((start(phrase)?, *phrase));
        let mut phrases: Vec<_> = phrases.iter().filter_map(with_start).collect();
        phrases.sort_unstable_by_key(|(_, phrase)| *phrase);
        let mut beginnings = Beginnings::default();
        for (_, phrase) in &phrases {
            if let [first, second, ..] = phrase.as_bytes() {
                beginnings.add(*first, *second);
            }
        }
        Self {
            phrases,
            beginnings,
        }
    }

    /// Where they stand in a text, wherever that is; the longest at each place, none in another.
    pub(crate) fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let mut end = 0;
        let pairs = text.as_bytes().windows(2).enumerate();
        pairs.filter_map(move |(at, pair)| {
            let [first, second] = pair else {
                return None;
            };
            if at < end || !self.beginnings.has(*first, *second) {
                return None;
            }
            let length = self.length_at(text.get(at..)?)?;
            end = at + length;
            Some(at..end)
        })
    }

    /// The length of the longest phrase that a text begins with.
    fn length_at(&self, text: &str) -> Option<usize> {
        let first = start(text)?;
        let alike = self.phrases.iter().rev().filter(|(it, _)| *it == first);
        let begins = |phrase: &&'static str| {
            let start = text.as_bytes().get(..phrase.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(phrase.as_bytes()))
        };
        alike.map(|(_, phrase)| *phrase).find(begins).map(str::len)
    }

    /// Where they stand as whole words that are not set apart.
    pub(crate) fn whole_words<'t>(
        &'t self,
        passage: &'t Passage<'_>,
    ) -> impl Iterator<Item = Range<usize>> + 't {
        let places = self.places(&passage.text);
        places.filter(|place| is_free(passage, place))
    }
}

/// The first four bytes of a text as a number, the same for letters and their capitals.
fn start(text: &str) -> Option<u32> {
    let bytes = text.as_bytes().first_chunk()?;
    Some(u32::from_le_bytes(*bytes) | 0x2020_2020)
}

/// Pairs of bytes, told apart by five bits of each, which are the same for a letter and its
/// capital; a pair more than was added may be in it.
#[derive(Debug, Default)]
struct Beginnings {
    /// By the bits of the first byte, the bits of the second.
    seconds: [u32; 32],
}

impl Beginnings {
    fn add(&mut self, first: u8, second: u8) {
        if let Some(seconds) = self.seconds.get_mut(usize::from(first & 31)) {
            *seconds |= 1 << (second & 31);
        }
    }

    fn has(&self, first: u8, second: u8) -> bool {
        let seconds = self.seconds.get(usize::from(first & 31));
        seconds.is_some_and(|seconds| seconds & (1 << (second & 31)) != 0)
    }
}

fn is_free(passage: &Passage<'_>, place: &Range<usize>) -> bool {
    let at = passage
        .words
        .partition_point(|it| it.range.end <= place.start);
    let word = passage.words.get(at);
    let ends = passage.from(place.end).chars().next();
    word.is_some_and(|it| it.range.start == place.start && !it.is_set_apart)
        && !ends.is_some_and(char::is_alphanumeric)
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
