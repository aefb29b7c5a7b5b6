//! Checking a course against the rules.
//!
//! A rule is one file below `rules/<group>/`: what it is, its page and its check. The list
//! `rules/mod.rs` and the pages below `docs/rules/` are generated from those files.

mod context;
mod count;
mod messages;
mod names;
mod problems;
mod rule;
mod rules;
mod words;

use kuliah_source::{Diagnostic, Severity};

use crate::model::{Audience, Course};

pub use messages::{Locale, catalogue};
pub use rule::{Origin, Rule};
pub use rules::RULES;
pub use words::{number_from_words, number_in_words};

pub(crate) use context::{Context, Sink};
pub(crate) use names::nearest;
pub(crate) use rule::declare_rule;

/// A course without errors: every reference in it resolves.
///
/// Only [`check`] makes one, so whoever holds one need not ask again.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedCourse(Course);

impl CheckedCourse {
    /// The course itself.
    pub fn course(&self) -> &Course {
        &self.0
    }

    /// The course as an audience gets it; references still resolve.
    #[must_use]
    pub fn for_audience(&self, audience: Audience) -> Self {
        Self(self.0.for_audience(audience))
    }
}

/// A checked course, if it has no errors, and everything found on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// `None` when a finding is an error.
    pub course: Option<CheckedCourse>,
    /// Sorted by file, place and rule.
    pub diagnostics: Vec<Diagnostic>,
}

/// Runs every rule over a course.
pub fn check(course: Course) -> Checked {
    let mut diagnostics = Vec::new();
    let context = Context::new(&course);
    for rule in RULES {
        if let Some(check) = rule.check {
            check(&context, &mut Sink::new(rule, &mut diagnostics));
        }
    }
    sort(&mut diagnostics);
    let failed = diagnostics.iter().any(|it| it.severity == Severity::Error);
    Checked {
        course: (!failed).then_some(CheckedCourse(course)),
        diagnostics,
    }
}

/// Sorts findings by file, place and rule, and drops those said twice.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|a| (a.span(), a.rule));
    diagnostics.dedup();
}

/// The rule with a name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}
