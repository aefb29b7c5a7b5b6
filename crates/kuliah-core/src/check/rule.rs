//! What a rule is.

use kuliah_source::{RuleId, Safety, Severity};

use super::{Context, Locale, Sink, messages};

/// Which step finds what a rule is about.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum Origin {
    /// Reading the file.
    Parse,
    /// Holding the tree against the schema.
    Schema,
    /// Checking the course.
    Check,
    /// Reading the files that the course names.
    Assets,
    /// Writing a format.
    Export,
    /// Reading a configuration, or a file that it names.
    Config,
    /// Reading the comments by which an author keeps findings.
    Suppression,
}

/// A rule: its name, its page and its check.
#[derive(Debug)]
pub struct Rule {
    /// `group/name`; never given to another rule.
    pub name: &'static str,
    /// How bad its findings are unless they say otherwise.
    pub severity: Severity,
    /// The safety of its fix, where it has one.
    pub fix: Option<Safety>,
    /// The version that brought it.
    pub since: &'static str,
    /// Which step finds it.
    pub origin: Origin,
    /// Whether exporters rely on it: it can be neither lowered nor ignored.
    pub proof: bool,
    /// Its page, in Markdown.
    pub docs: &'static str,
    /// Reports every violation in a course; `None` where another step does.
    pub(crate) check: Option<fn(&Context<'_>, &mut Sink<'_>)>,
}

impl Rule {
    /// The name as findings carry it.
    pub fn id(&self) -> RuleId {
        RuleId::new(self.name)
    }

    /// The page in Markdown, without its title.
    pub fn page(&self) -> String {
        // A doc comment has a blank before each line.
        let lines = self
            .docs
            .lines()
            .map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.flat_map(|line| [line, "\n"]).collect()
    }

    /// What it finds, in one sentence without full stop.
    pub fn summary(&self, locale: Locale) -> String {
        match messages::summary(locale, self.name) {
            Some(words) => words.to_owned(),
            None => self.first_sentence(),
        }
    }

    /// The first sentence of the page. The full stop of an abbreviation, behind which no capital
    /// letter follows, does not end it.
    fn first_sentence(&self) -> String {
        let body = self.docs.split("\n\n").nth(1).unwrap_or_default();
        let words: Vec<&str> = body.split_whitespace().collect();
        let text = words.join(" ");
        let end = text.match_indices(". ").find(|(at, stop)| {
            let rest = text.get(at + stop.len()..).unwrap_or_default();
            rest.starts_with(char::is_uppercase)
        });
        let sentence = end.and_then(|(at, _)| text.get(..at)).unwrap_or(&text);
        sentence.trim_end_matches('.').to_owned()
    }
}

/// Declares a rule; the doc comment becomes its page.
///
/// The comment has the headings *What it finds*, *Why it matters*, *Example*, *Instead* and,
/// for a rule with a fix, *Fix safety*; where a configuration has a say, *How to configure* comes
/// last. A code block marked `reports` must make the rule report
/// something, one marked `silent` must not: both run as tests.
macro_rules! declare_rule {
    ($(#[doc = $doc:literal])+
     $name:literal, $severity:ident, since $since:literal, origin $origin:ident
     $(, fix $fix:ident)? $(, proof $proof:literal)? $(, check $check:path)? $(,)?
    ) => {
        $(#[doc = $doc])+
        pub(crate) static RULE: $crate::check::Rule = $crate::check::Rule {
            name: $name,
            severity: kuliah_source::Severity::$severity,
            fix: $crate::check::rule::or_none!($(kuliah_source::Safety::$fix)?),
            since: $since,
            origin: $crate::check::Origin::$origin,
            proof: $crate::check::rule::or_false!($($proof)?),
            docs: concat!($($doc, "\n"),+),
            check: $crate::check::rule::or_none!($($check)?),
        };
    };
}

macro_rules! or_none {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}

macro_rules! or_false {
    () => {
        false
    };
    ($value:expr) => {
        $value
    };
}

pub(crate) use {declare_rule, or_false, or_none};
