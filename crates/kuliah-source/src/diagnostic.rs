//! One finding about a course, and how to mend it.

use std::fmt;

use crate::{Message, Span};

/// How bad a finding is.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Severity {
    /// Worth knowing; fails a run only when asked for.
    Info,
    /// Should be fixed.
    Warning,
    /// Must be fixed; nothing is exported.
    Error,
}

impl Severity {
    /// The name in reports and configuration: `info`, `warning`, `error`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The identity of a rule: `group/name`.
///
/// It is stable: it names the rule in reports, configuration and its page, and
/// is never given to another rule.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct RuleId(&'static str);

impl RuleId {
    /// Names a rule.
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The whole name, `group/name`.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The part before the stroke.
    pub fn group(self) -> &'static str {
        self.0.split_once('/').map_or(self.0, |(group, _)| group)
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// A place and what is there.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there; `None` when the place alone says it.
    pub message: Option<Message>,
}

/// Whether a fix may be applied unseen.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Safety {
    /// Never changes the meaning of the text.
    Safe,
    /// Most likely right; a person should look.
    Unsafe,
}

/// A range of the source and the text to put there.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Edit {
    /// What is replaced; an empty span inserts.
    pub span: Span,
    /// What comes in its place.
    pub text: String,
}

/// A change that makes a finding go away.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Fix {
    /// What the change does.
    pub title: Message,
    /// The edits; they do not overlap.
    pub edits: Vec<Edit>,
    /// Whether it may be applied unseen.
    pub safety: Safety,
}

/// One finding.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: RuleId,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: Message,
    /// Where; the first label is the primary one.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub help: Option<Message>,
    /// A change that mends it.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A finding at one place.
    pub fn new(rule: RuleId, severity: Severity, span: Span, message: Message) -> Self {
        Self {
            rule,
            severity,
            message,
            labels: vec![Label {
                span,
                message: None,
            }],
            help: None,
            fix: None,
        }
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn label(mut self, span: Span, message: Message) -> Self {
        self.labels.push(Label {
            span,
            message: Some(message),
        });
        self
    }

    /// Adds a change that mends it.
    #[must_use]
    pub fn fix(mut self, safety: Safety, title: Message, edits: Vec<Edit>) -> Self {
        self.fix = Some(Fix {
            title,
            edits,
            safety,
        });
        self
    }

    /// The primary place; detached when there is none.
    pub fn span(&self) -> Span {
        self.labels
            .first()
            .map_or(Span::DETACHED, |label| label.span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_knows_its_group() {
        assert_eq!(RuleId::new("citation/unknown-key").group(), "citation");
    }

    #[test]
    fn severities_are_ordered() {
        assert!(Severity::Info < Severity::Warning && Severity::Warning < Severity::Error);
    }
}
