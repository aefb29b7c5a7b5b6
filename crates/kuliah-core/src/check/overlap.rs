//! Findings that say of a place what another finding says better.

use std::collections::BTreeSet;

use kuliah_source::Diagnostic;

use super::{Policy, rule};

/// A rule, and the one whose findings it makes needless where both begin at one place.
const SAID_BETTER: [(&str, &str); 3] = [
    // The key of the reference brings the name in its right letters.
    ("citation/hand-written", "language/name-capitalisation"),
    // That the others have none says why it should go.
    ("list/term-separator", "typography/space-before-punctuation"),
    // What the mark was meant for says more than that it is alone.
    ("syntax/shown-as-text", "typography/unbalanced"),
];

/// Takes out what is said better by a rule that is on.
pub(super) fn drop_said_better(findings: &mut Vec<Diagnostic>, policy: &Policy) {
    for (better, worse) in SAID_BETTER {
        if !rule(better).is_some_and(|it| policy.is_on(it)) {
            continue;
        }
        let of_better = findings.iter().filter(|it| it.rule.as_str() == better);
        let places: BTreeSet<_> = of_better.map(place).collect();
        findings.retain(|it| it.rule.as_str() != worse || !places.contains(&place(it)));
    }
}

fn place(finding: &Diagnostic) -> (Option<kuliah_source::FileId>, Option<usize>) {
    let span = finding.span();
    (span.file(), span.range().map(|it| it.start))
}

#[cfg(test)]
mod tests {
    use kuliah_source::{FileId, Message, RuleId, Severity, Span};

    use super::*;
    use crate::check::Selection;

    fn finding(rule: &'static str, start: usize) -> Diagnostic {
        let span = Span::new(FileId::FIRST, start..start + 2);
        Diagnostic::new(
            RuleId::new(rule),
            Severity::Warning,
            span,
            Message::new(rule),
        )
    }

    fn left(policy: &Policy) -> Vec<&'static str> {
        let mut findings = vec![
            finding("syntax/shown-as-text", 4),
            finding("typography/unbalanced", 4),
            finding("typography/unbalanced", 9),
        ];
        drop_said_better(&mut findings, policy);
        findings.iter().map(|it| it.rule.as_str()).collect()
    }

    #[test]
    fn only_what_is_said_better_at_its_place_goes() {
        assert_eq!(
            left(&Policy::default()),
            ["syntax/shown-as-text", "typography/unbalanced"]
        );
        let mut selection = Selection::default();
        let ignored = "syntax/shown-as-text".parse().expect("a rule");
        selection.ignore(ignored).expect("no proof rule");
        let policy = Policy::default().with(&selection);
        assert_eq!(left(&policy).len(), 3);
    }
}
