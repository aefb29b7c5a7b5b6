//! What a check is asked for.

use std::collections::BTreeSet;
use std::fmt;

use super::{Policy, Profile};

/// A dictionary: it knows which words are spelt right.
///
/// No dictionary is built in; a program that has one gives it through [`CheckOptions`].
pub trait Speller: Sync {
    /// The language whose words it knows, as its first subtag: `id`, `en`.
    ///
    /// Texts in other languages are left alone.
    fn language(&self) -> &str;

    /// Whether a word is spelt right.
    fn check(&self, word: &str) -> bool;
}

/// What a check is asked for; the default is what `kuliah check` does without configuration.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct CheckOptions<'a> {
    /// Which rules are on, and how bad their findings are.
    pub policy: Policy,
    /// The parts and the metadata that a handout must have.
    pub profile: Profile,
    /// The dictionary; without one, spelling is not checked.
    pub speller: Option<&'a dyn Speller>,
    /// Words that are right although the dictionary lacks them, in small letters.
    pub words: BTreeSet<String>,
}

impl<'a> CheckOptions<'a> {
    /// Sets which rules are on, and how bad their findings are.
    #[must_use]
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// Sets the parts and the metadata that a handout must have.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    /// Sets the dictionary.
    #[must_use]
    pub fn speller(mut self, speller: &'a dyn Speller) -> Self {
        self.speller = Some(speller);
        self
    }

    /// Adds words that are right although the dictionary lacks them; case does not matter.
    #[must_use]
    pub fn words<W: AsRef<str>>(mut self, words: impl IntoIterator<Item = W>) -> Self {
        self.words
            .extend(words.into_iter().map(|it| it.as_ref().to_lowercase()));
        self
    }
}

impl fmt::Debug for CheckOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CheckOptions")
            .field("policy", &self.policy)
            .field("profile", &self.profile)
            .field("speller", &self.speller.map(Speller::language))
            .field("words", &self.words)
            .finish()
    }
}
