//! Finding many fixed phrases in a text at once, in one pass.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::passage::Passage;

/// Phrases in small letters; capital ones of ASCII do not matter in the text.
#[derive(Debug)]
pub(crate) struct Phrases(Option<AhoCorasick>);

impl Phrases {
    /// Gets ready to look for some phrases.
    pub(crate) fn new(phrases: &[&str]) -> Self {
        // Phrases of a program are never too many to look for.
        let searcher = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            // Quick to make: most runs check one course.
            .kind(Some(AhoCorasickKind::NoncontiguousNFA))
            .build(phrases);
        Self(searcher.ok())
    }

    /// Where they stand in a text, wherever that is.
    pub(crate) fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let found = self.0.iter().flat_map(move |it| it.find_iter(text));
        found.map(|it| it.range())
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
    }
}
