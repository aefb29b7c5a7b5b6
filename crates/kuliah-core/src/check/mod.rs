//! Checking a course against the rules.
//!
//! A rule is one file below `rules/<group>/`: what it is, its page and its check. The list
//! `rules/mod.rs` and the pages below `docs/rules/` are generated from those files.

mod context;
mod count;
mod function_words;
mod hidden_characters;
mod item_lists;
mod judge;
mod letter_case;
mod messages;
mod names;
mod options;
mod overlap;
mod passage;
mod percent;
mod phrases;
mod policy;
mod problems;
mod profile;
mod repetition;
mod rule;
mod rules;
mod sieve;
mod sink;
mod standard_words;
mod suppression;
mod typed_citation;
mod unsafe_path;
mod word_table;
mod words;

use kuliah_source::Diagnostic;

use crate::model::{Audience, Course};

pub use judge::{Judged, Stage, judge};
pub use messages::{Locale, catalogue};
pub use options::{CheckOptions, Speller};
pub use policy::{Level, Policy, PolicyError, Selection, Selector};
pub use profile::{MetadataField, Part, PartKind, Profile};
pub use rule::{Origin, Rule};
pub use rules::RULES;
pub use suppression::{Suppressed, Suppressions};
pub use unsafe_path::unsafe_path;
pub use words::{number_from_words, number_in_words};

pub(crate) use context::Context;
pub(crate) use names::nearest;
pub(crate) use profile::ProfileFile;
pub(crate) use rule::declare_rule;
pub(crate) use sink::Sink;

use overlap::drop_said_better;

/// A course without errors: every reference in it resolves.
///
/// Only [`check`] and [`check_source`] make one, so whoever holds one need not ask again.
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
    /// Findings that the author keeps.
    pub suppressed: Vec<Suppressed>,
}

/// Runs every rule over a course that was built in code.
pub fn check(course: Course, options: &CheckOptions<'_>) -> Checked {
    check_source(Some(course), Vec::new(), &Suppressions::default(), options)
}

/// Runs every rule over a course that was read from a file.
///
/// `course` is `None` when errors kept it from being read; `earlier` is what was found on the way
/// to it, and is judged together with what the rules find.
pub fn check_source(
    course: Option<Course>,
    earlier: Vec<Diagnostic>,
    suppressions: &Suppressions,
    options: &CheckOptions<'_>,
) -> Checked {
    let mut findings = earlier;
    let mut stage = Stage::Broken;
    if let Some(course) = &course {
        let context = Context::new(course, options);
        for rule in RULES.iter().filter(|rule| options.policy.is_on(rule)) {
            if let Some(check) = rule.check {
                let mut sink = Sink::new(rule, &mut findings);
                check(&context, &mut sink);
                sink.finish();
            }
        }
        stage = Stage::Checked;
        drop_said_better(&mut findings, &options.policy);
    }
    let judged = judge(findings, suppressions, options, stage);
    Checked {
        course: course.filter(|_| !judged.has_errors()).map(CheckedCourse),
        diagnostics: judged.diagnostics,
        suppressed: judged.suppressed,
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
