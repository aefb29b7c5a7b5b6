//! The words of every finding, one table a language.

mod en;
mod id;
mod summaries;

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

impl Locale {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::English, Self::Indonesian];

    /// The language of a tag such as `id` or `en-GB`, or of a locale such as `id_ID.UTF-8`;
    /// `None` for any other.
    pub fn for_language(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or(tag);
        match primary.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "id" | "in" => Some(Self::Indonesian),
            _ => None,
        }
    }
}

/// The words of a language.
pub fn catalogue(locale: Locale) -> &'static Catalogue {
    match locale {
        Locale::English => &en::CATALOGUE,
        Locale::Indonesian => &id::CATALOGUE,
    }
}

/// What a rule finds, in a language other than that of the pages.
pub(super) fn summary(locale: Locale, rule: &str) -> Option<&'static str> {
    match locale {
        Locale::English => None,
        Locale::Indonesian => {
            let table = summaries::INDONESIAN;
            let at = table.binary_search_by_key(&rule, |(name, _)| name).ok()?;
            table.get(at).map(|(_, words)| *words)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::check::RULES;

    #[test]
    fn every_rule_says_in_indonesian_what_it_finds() {
        let names: Vec<_> = summaries::INDONESIAN
            .iter()
            .map(|(name, _)| *name)
            .collect();
        let mut rules: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        rules.sort_unstable();
        assert_eq!(names, rules);
        for rule in RULES {
            let words = rule.summary(Locale::Indonesian);
            assert!(!words.ends_with('.'), "{words}");
            assert_ne!(words, rule.summary(Locale::English), "{}", rule.name);
        }
    }

    #[test]
    fn the_keys_are_sorted_so_that_each_is_found() {
        for locale in Locale::ALL {
            let tables = catalogue(locale).tables;
            assert!(tables.iter().all(|it| !it.is_empty()), "{locale:?}");
            let keys = catalogue(locale).entries().map(|(key, _)| key);
            assert!(keys.is_sorted_by(|a, b| a < b), "{locale:?}");
        }
    }

    #[test]
    fn messages_are_short_sentences_without_full_stop() {
        for locale in Locale::ALL {
            for (key, words) in catalogue(locale).entries() {
                assert!(!words.ends_with('.') && words.len() < 200, "{key}: {words}");
                let acronym = words.chars().nth(1).is_some_and(char::is_uppercase);
                assert!(
                    acronym || !words.starts_with(char::is_uppercase),
                    "{key}: {words}"
                );
            }
        }
    }

    /// What stands in braces in a template; ids that are shown as examples may be translated.
    fn braces(template: &str) -> BTreeSet<&str> {
        let parts = template.split('{').skip(1);
        let parts = parts.filter_map(|it| Some(it.split_once('}')?.0));
        parts.filter(|it| !it.starts_with('#')).collect()
    }

    #[test]
    fn every_language_says_the_same_messages_with_the_same_arguments() {
        let english = catalogue(Locale::English);
        for locale in Locale::ALL {
            let words = catalogue(locale);
            let keys = |it: &Catalogue| it.entries().map(|(key, _)| key).collect::<Vec<_>>();
            assert_eq!(keys(words), keys(english), "{locale:?}");
            for (key, template) in words.entries() {
                let other = english.template(key).expect("the same keys");
                assert_eq!(braces(template), braces(other), "{locale:?} {key}");
            }
        }
    }

    #[test]
    fn a_language_is_known_by_its_tag() {
        let of = Locale::for_language;
        assert_eq!(of("id"), Some(Locale::Indonesian));
        assert_eq!(of("id_ID.UTF-8"), Some(Locale::Indonesian));
        assert_eq!(of("en-GB"), Some(Locale::English));
        assert_eq!(of("de"), None);
        assert_eq!(of(""), None);
    }
}
