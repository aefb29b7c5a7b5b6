//! What a finding says, kept apart from the words it is said in.

use std::fmt;

/// A value named by a message.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum Arg {
    /// Words of the author's, or a name.
    Text(String),
    /// A count or a number of the author's.
    Number(i64),
    /// Several names, joined by commas when printed.
    List(Vec<String>),
    /// A phrase, said in the language of the sentence around it.
    Phrase(Box<Message>),
}

impl fmt::Display for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::List(names) => f.write_str(&names.join(", ")),
            Self::Phrase(message) => f.write_str(message.key()),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Phrase(Box::new(message))
    }
}

impl From<Vec<String>> for Arg {
    fn from(names: Vec<String>) -> Self {
        Self::List(names)
    }
}

/// The words for every message key, in one language.
///
/// A template is plain text in which `{name}` stands for the argument of that name.
#[derive(Debug, Copy, Clone)]
pub struct Catalogue {
    /// Tables of pairs of key and template; none is empty, and keys are sorted over all of them.
    pub tables: &'static [&'static [(&'static str, &'static str)]],
}

impl Catalogue {
    /// The template of a key.
    pub fn template(&self, key: &str) -> Option<&'static str> {
        let begins = |table: &&[(&str, &str)]| table.first().is_some_and(|(it, _)| *it <= key);
        let behind = self.tables.partition_point(begins);
        let table = self.tables.get(behind.checked_sub(1)?)?;
        let at = table.binary_search_by_key(&key, |(it, _)| it).ok()?;
        table.get(at).map(|(_, template)| *template)
    }

    /// Every key and its template, sorted by key.
    pub fn entries(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.tables.iter().flat_map(|table| table.iter().copied())
    }
}

/// A sentence to be said: a key of the catalogue and what fills its places.
///
/// The key is the rule's name, with `.` and a suffix where a rule has several
/// sentences (`schema/bad-format.date`, `citation/unknown-key.help`).
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Message {
    key: &'static str,
    args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The key in the catalogue.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// The arguments, in the order added.
    pub fn args(&self) -> &[(&'static str, Arg)] {
        &self.args
    }

    /// Says the message in the words of a catalogue.
    ///
    /// A key the catalogue lacks is said as `key (name: value, …)`, so that nothing is lost.
    pub fn render(&self, catalogue: &Catalogue) -> String {
        let Some(template) = catalogue.template(self.key) else {
            let args: Vec<_> = self
                .args
                .iter()
                .map(|(name, value)| format!("{name}: {value}"))
                .collect();
            return format!("{} ({})", self.key, args.join(", "));
        };
        let mut out = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, behind)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, after)) = behind.split_once('}') else {
                out.push('{');
                rest = behind;
                continue;
            };
            match self.args.iter().find(|(it, _)| *it == name) {
                Some((_, Arg::Phrase(phrase))) => out.push_str(&phrase.render(catalogue)),
                Some((_, value)) => out.push_str(&value.to_string()),
                None => out.extend(["{", name, "}"]),
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: Catalogue = Catalogue {
        tables: &[
            &[
                ("a/b", "no `{name}` among {all}"),
                ("a/c", "{count} found {"),
            ],
            &[("b/a", "nothing")],
        ],
    };

    #[test]
    fn arguments_fill_their_places() {
        let names = vec!["x".to_owned(), "y".to_owned()];
        let message = Message::new("a/b").with("name", "z").with("all", names);
        assert_eq!(message.render(&WORDS), "no `z` among x, y");
        assert_eq!(
            Message::new("a/c").with("count", 4_usize).render(&WORDS),
            "4 found {"
        );
    }

    #[test]
    fn a_key_is_found_in_whichever_table_has_it() {
        for (key, template) in WORDS.entries() {
            assert_eq!(WORDS.template(key), Some(template));
        }
        for key in ["", "a/a", "a/bb", "a/d", "b/b"] {
            assert_eq!(WORDS.template(key), None, "{key}");
        }
    }

    #[test]
    fn an_argument_is_never_read_as_a_template() {
        let message = Message::new("a/b").with("name", "{all}").with("all", "q");
        assert_eq!(message.render(&WORDS), "no `{all}` among q");
    }

    #[test]
    fn a_phrase_is_said_in_the_same_language() {
        let phrase = Message::new("a/c").with("count", 2_usize);
        let message = Message::new("a/b").with("name", phrase).with("all", "q");
        assert_eq!(message.render(&WORDS), "no `2 found {` among q");
    }

    #[test]
    fn a_missing_key_still_says_what_it_knows() {
        let message = Message::new("x/y").with("name", "z");
        assert_eq!(message.render(&WORDS), "x/y (name: z)");
    }
}
