//! The words of every finding, one table a language.

mod en;

use kuliah_source::Catalogue;

/// A language that findings are said in.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Locale {
    /// English.
    #[default]
    English,
}

/// The words of a language.
pub fn catalogue(locale: Locale) -> &'static Catalogue {
    match locale {
        Locale::English => &en::CATALOGUE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_are_sorted_so_that_each_is_found() {
        let entries = catalogue(Locale::English).entries;
        assert!(entries.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn messages_are_short_sentences_without_full_stop() {
        for (key, words) in catalogue(Locale::English).entries {
            assert!(!words.ends_with('.') && words.len() < 200, "{key}: {words}");
            let acronym = words.chars().nth(1).is_some_and(char::is_uppercase);
            assert!(
                acronym || !words.starts_with(char::is_uppercase),
                "{key}: {words}"
            );
        }
    }
}
