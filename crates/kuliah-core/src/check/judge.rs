//! What becomes of findings: the policy says how bad they are, and authors keep some.

use kuliah_source::{Diagnostic, Severity};

use super::{CheckOptions, Suppressed, Suppressions, sort};

/// How far a course has come.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum Stage {
    /// Not every rule had its turn, because of errors.
    Broken,
    /// Every rule that looks at courses had its turn.
    Checked,
    /// A format was written; what is said about comments was said before.
    Exported,
}

/// Findings, judged.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Judged {
    /// What is reported, sorted by file, place and rule.
    pub diagnostics: Vec<Diagnostic>,
    /// What the author keeps, sorted likewise.
    pub suppressed: Vec<Suppressed>,
}

impl Judged {
    /// Whether something reported must be fixed before a handout is written.
    pub fn has_errors(&self) -> bool {
        let is_error = |it: &Diagnostic| it.severity == Severity::Error;
        self.diagnostics.iter().any(is_error)
    }
}

/// Judges findings, whichever step made them.
///
/// Rules that are off are left out, and severities are set, as the policy says; findings that the
/// author keeps are put aside.
pub fn judge(
    findings: Vec<Diagnostic>,
    suppressions: &Suppressions,
    options: &CheckOptions<'_>,
    stage: Stage,
) -> Judged {
    let mut findings = findings;
    sort(&mut findings);
    let (stay, mut suppressed) = suppressions.part(findings, options, stage);
    let judged = |mut finding: Diagnostic| {
        finding.severity = options.policy.severity_of(&finding)?;
        Some(finding)
    };
    let mut diagnostics: Vec<_> = stay.into_iter().filter_map(judged).collect();
    sort(&mut diagnostics);
    suppressed.retain_mut(|it| {
        let severity = options.policy.severity_of(&it.diagnostic);
        it.diagnostic.severity = severity.unwrap_or(it.diagnostic.severity);
        severity.is_some()
    });
    Judged {
        diagnostics,
        suppressed,
    }
}
