//! Tables of words that every word of a course is looked up in.

#![expect(
    clippy::disallowed_types,
    reason = "the map is never gone through, so that its order cannot show"
)]

use std::borrow::{Borrow, Cow};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

use super::sieve::{Sieve, shape};

/// What is known of some words.
///
/// A look-up costs about as much as reading the word; nothing is ever read in the order of the
/// table, so that it has none.
#[derive(Debug)]
pub(crate) struct WordTable<K, V> {
    words: HashMap<K, V, BuildHasherDefault<Letters>>,
    sieve: Sieve,
}

impl<K: Eq + Hash + Borrow<str>, V> WordTable<K, V> {
    /// What is known of a word.
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        if self.sieve.may_hold(shape(word)) {
            self.words.get(word)
        } else {
            None
        }
    }

    /// What is known of a word written in small letters.
    pub(crate) fn get_small(&self, word: &str) -> Option<&V> {
        if self.may_know(word) {
            self.words.get(&*in_small_letters(word))
        } else {
            None
        }
    }

    /// Whether the table may know a word in small letters, told without writing it in them.
    pub(crate) fn may_know(&self, word: &str) -> bool {
        self.sieve.may_hold(shape(word)) || !word.is_ascii()
    }

    /// Whether nothing is known at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl<K: Eq + Hash + Borrow<str>, V> FromIterator<(K, V)> for WordTable<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(words: I) -> Self {
        let mut sieve = Sieve::default();
        let noted = words.into_iter().inspect(|(word, _)| {
            sieve.add(shape(word.borrow()));
        });
        let words = noted.collect();
        Self { words, sieve }
    }
}

/// Some words, whatever the case of their letters.
#[derive(Debug)]
pub(crate) struct FixedWords {
    words: &'static [&'static str],
    sieve: Sieve,
}

impl FixedWords {
    /// Gets ready to look words up; the fewer there are, the better.
    pub(crate) fn new(words: &'static [&'static str]) -> Self {
        let mut sieve = Sieve::default();
        for word in words {
            sieve.add(shape(word));
        }
        Self { words, sieve }
    }

    /// Whether a word is one of them.
    pub(crate) fn hold(&self, word: &str) -> bool {
        self.sieve.may_hold(shape(word))
            && self.words.iter().any(|it| it.eq_ignore_ascii_case(word))
    }
}

/// The hash of a word: FNV-1a of 64 bits, which is quick for so few bytes.
#[derive(Debug)]
pub(crate) struct Letters(u64);

impl Default for Letters {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Letters {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A word in small letters; most words are already.
pub(crate) fn in_small_letters(word: &str) -> Cow<'_, str> {
    if word
        .bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase())
    {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_letters() {
        let table: WordTable<&str, u8> = [("dan", 1), ("atau", 2)].into_iter().collect();
        assert_eq!(table.get("atau"), Some(&2));
        assert_eq!(table.get("atas"), None);
        assert!(!table.is_empty());
        assert_eq!(table.get(""), None);
        assert!(table.may_know("Dan") && table.may_know("É") && !table.may_know("di"));
    }

    #[test]
    fn fixed_words_are_found_whatever_their_case() {
        let words = FixedWords::new(&["dan", "van der", "Menurut"]);
        assert!(words.hold("DAN") && words.hold("menurut") && words.hold("Van Der"));
        assert!(!words.hold("den") && !words.hold("") && !words.hold("MENURUT."));
    }

    #[test]
    fn small_letters_are_borrowed() {
        assert!(matches!(in_small_letters("yang"), Cow::Borrowed("yang")));
        assert_eq!(in_small_letters("YANG"), "yang");
        assert_eq!(in_small_letters("É"), "é");
    }
}
