//! Telling in a few steps that a word is in no table, which most words are not.

/// Which of 4096 places the marks of some words fall on.
///
/// A word whose mark falls elsewhere is none of them; the others have to be looked up.
#[derive(Debug)]
pub(crate) struct Sieve([u64; 64]);

impl Default for Sieve {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Sieve {
    /// Adds the mark of a word, which is its [`shape`] or its [`start`].
    pub(crate) fn add(&mut self, mark: u32) {
        let (part, bit) = place(mark);
        if let Some(part) = self.0.get_mut(part) {
            *part |= bit;
        }
    }

    /// Whether a word with this mark may be among those that were added.
    pub(crate) fn may_hold(&self, mark: u32) -> bool {
        let (part, bit) = place(mark);
        self.0.get(part).is_some_and(|part| part & bit != 0)
    }
}

/// Twelve bits of a mark's hash, which is Fibonacci's: the part they stand in, and which.
fn place(mark: u32) -> (usize, u64) {
    let hash = mark.wrapping_mul(0x9e37_79b1) >> 20;
    ((hash >> 6) as usize, 1 << (hash & 63))
}

/// What makes a small letter of ASCII of its capital, in each of four bytes.
const SMALL: u32 = 0x2020_2020;

/// A number that words of ASCII share only when they begin and end alike and are of one length,
/// capital letters aside.
pub(crate) fn shape(word: &str) -> u32 {
    let bytes = word.as_bytes();
    let (first, last) = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => (u32::from_le_bytes(*first), u32::from_le_bytes(*last)),
        _ => (bytes.iter().fold(0, |all, b| all << 8 | u32::from(*b)), 0),
    };
    let length = u32::from(bytes.len().to_le_bytes().first().copied().unwrap_or(0));
    (first | SMALL) ^ (last | SMALL).rotate_left(13) ^ length << 8
}

/// The first four bytes of a text, the same for letters of ASCII and their capitals; `None` for a
/// shorter one.
pub(crate) fn start(text: &str) -> Option<u32> {
    let bytes = text.as_bytes().first_chunk()?;
    Some(u32::from_le_bytes(*bytes) | SMALL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_table_are_never_held_back() {
        let words = ["", "a", "di", "dan", "peran", "Jum'at", "non-standar"];
        let mut sieve = Sieve::default();
        for word in words {
            sieve.add(shape(word));
        }
        for word in words {
            assert!(sieve.may_hold(shape(&word.to_uppercase())), "{word}");
        }
    }

    #[test]
    fn most_other_words_are() {
        let mut sieve = Sieve::default();
        for word in 0..200 {
            sieve.add(shape(&format!("kata{word}")));
        }
        let held = (0..2000).filter(|it| sieve.may_hold(shape(&format!("lain{it}"))));
        assert!(held.count() < 200);
        assert!(start("peran") == start("Perangai") && start("dan").is_none());
    }
}
