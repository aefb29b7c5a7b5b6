//! How some words begin, so that most other words need not be looked up.

/// The first two bytes of some words.
///
/// Five bits of each are kept, which are the same for a small letter and its capital; words that begin
/// otherwise but share those bits are not told apart.
#[derive(Debug, Default)]
pub(crate) struct Beginnings {
    /// For each first letter, the second ones.
    seconds: [u32; 32],
}

impl Beginnings {
    /// Adds the beginning of a word.
    pub(crate) fn add(&mut self, word: &str) {
        let (first, second) = Self::letters(word);
        if let Some(seconds) = self.seconds.get_mut(first) {
            *seconds |= second;
        }
    }

    /// Whether one of the words may begin as this one does.
    pub(crate) fn of(&self, word: &str) -> bool {
        let (first, second) = Self::letters(word);
        self.seconds
            .get(first)
            .is_some_and(|seconds| seconds & second != 0)
    }

    /// Where the second letters of a word stand, and which of them it has; words of fewer than two
    /// bytes have a blank.
    fn letters(word: &str) -> (usize, u32) {
        let byte = |at: usize| word.as_bytes().get(at).copied().unwrap_or(b' ');
        (usize::from(byte(0) & 31), 1 << (byte(1) & 31))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_begin_otherwise_are_told_apart() {
        let mut beginnings = Beginnings::default();
        beginnings.add("dari");
        assert!(beginnings.of("Dan") && beginnings.of("DARI"));
        assert!(!beginnings.of("di") && !beginnings.of("a") && !beginnings.of(""));
    }
}
