//! Where rules report to.

use kuliah_source::{Diagnostic, Message, Severity, Span};

use super::Rule;

/// How many findings of one rule are told in one course.
const MOST: usize = 5_000;

/// Where a rule reports to.
///
/// Of a text made to be found fault with at each of its signs, a rule tells the first so many, and in
/// one more how many it left out; time and memory of a run stay in step with what can be read.
pub(crate) struct Sink<'a> {
    rule: &'static Rule,
    out: &'a mut Vec<Diagnostic>,
    /// How many are in `out`.
    told: usize,
    /// What was left out: where the first of it is and how bad the worst is, and how much it is.
    rest: Option<(Span, Severity, usize)>,
    /// What callers add to a finding that is left out.
    left_out: Option<Diagnostic>,
}

impl<'a> Sink<'a> {
    pub(super) fn new(rule: &'static Rule, out: &'a mut Vec<Diagnostic>) -> Self {
        Self {
            rule,
            out,
            told: 0,
            rest: None,
            left_out: None,
        }
    }

    /// Reports a violation; more may be said of it through what is given back.
    pub(crate) fn report(&mut self, span: Span, message: Message) -> &mut Diagnostic {
        self.report_as(self.rule.severity, span, message)
    }

    /// Reports a violation that is less or more than usual.
    pub(crate) fn report_as(
        &mut self,
        severity: Severity,
        span: Span,
        message: Message,
    ) -> &mut Diagnostic {
        let finding = Diagnostic::new(self.rule.id(), severity, span, message);
        if self.told < MOST {
            self.told += 1;
            return self.out.push_mut(finding);
        }
        let (_, worst, count) = self.rest.get_or_insert((span, severity, 0));
        *worst = severity.max(*worst);
        *count += 1;
        self.left_out.insert(finding)
    }

    /// Tells how much was left out.
    pub(super) fn finish(self) {
        let Some((span, worst, count)) = self.rest else {
            return;
        };
        let message = Message::new("syntax/limit-exceeded.findings")
            .with("limit", MOST)
            .with("count", count);
        let help = Message::new("syntax/limit-exceeded.findings.help");
        let finding = Diagnostic::new(self.rule.id(), worst, span, message);
        self.out.push(finding.help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Sink};
    use crate::check::rule;
    use kuliah_source::{FileId, Message, Severity, Span};

    #[test]
    fn what_is_left_out_is_counted_and_as_bad_as_its_worst() {
        let rule = rule("typography/unbalanced").expect("a rule");
        let tell = |count: usize| {
            let mut out = Vec::new();
            let mut sink = Sink::new(rule, &mut out);
            for at in 0..count {
                let severity = if at == MOST + 1 {
                    Severity::Error
                } else {
                    Severity::Info
                };
                let span = Span::new(FileId::FIRST, at..at + 1);
                sink.report_as(severity, span, Message::new("a"))
                    .labels
                    .clear();
            }
            sink.finish();
            out
        };
        assert_eq!(tell(MOST).len(), MOST);
        let told = tell(MOST + 3);
        let last = told.last().expect("one");
        assert_eq!(told.len(), MOST + 1);
        assert_eq!(last.severity, Severity::Error);
        assert_eq!(last.span().start(), MOST);
        let expected = Message::new("syntax/limit-exceeded.findings")
            .with("limit", MOST)
            .with("count", 3_usize);
        assert_eq!(last.message, expected);
    }
}
