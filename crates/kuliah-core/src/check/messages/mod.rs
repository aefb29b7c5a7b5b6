//! The words of every finding, one table a language.

mod en;
mod id;

use kuliah_source::Catalogue;

/// A language that findings are said in.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// Indonesian.
    Indonesian,
}

/// The words of a language.
pub fn catalogue(locale: Locale) -> &'static Catalogue {
    match locale {
        Locale::English => &en::CATALOGUE,
        Locale::Indonesian => &id::CATALOGUE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCALES: [Locale; 2] = [Locale::English, Locale::Indonesian];

    #[test]
    fn the_keys_are_sorted_so_that_each_is_found() {
        for locale in LOCALES {
            let entries = catalogue(locale).entries;
            assert!(entries.is_sorted_by(|a, b| a.0 < b.0), "{locale:?}");
        }
    }

    #[test]
    fn messages_are_short_sentences_without_full_stop() {
        let entries = LOCALES.into_iter().flat_map(|it| catalogue(it).entries);
        for (key, words) in entries {
            assert!(!words.ends_with('.') && words.len() < 200, "{key}: {words}");
            let acronym = words.chars().nth(1).is_some_and(char::is_uppercase);
            assert!(
                acronym || !words.starts_with(char::is_uppercase),
                "{key}: {words}"
            );
        }
    }
}
