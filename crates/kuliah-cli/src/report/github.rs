//! Workflow commands, which GitHub Actions shows beside the lines of a pull request.

use super::escape;
use super::finding::{Finding, Level};

/// One command a finding.
pub(super) fn report(findings: &[&Finding]) -> String {
    findings.iter().map(|it| command(it) + "\n").collect()
}

/// `::error file=…,line=…,title=kuliah (rule)::message`.
fn command(finding: &Finding) -> String {
    let name = match finding.severity {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "notice",
    };
    let mut properties = Vec::new();
    if let Some(place) = &finding.place {
        properties.push(("file", place.from_here.clone()));
        properties.push(("line", place.line.to_string()));
        properties.push(("endLine", place.end_line.to_string()));
        // Columns of a place of several lines are refused.
        if place.line == place.end_line {
            properties.push(("col", place.column.to_string()));
            properties.push(("endColumn", place.end_column.to_string()));
        }
    } else {
        properties.push(("file", finding.course.clone()));
    }
    properties.push(("title", format!("kuliah ({})", finding.rule)));
    let properties = properties.iter();
    let properties: Vec<_> = properties
        .map(|(name, value)| format!("{name}={}", property(value)))
        .collect();
    // A log shows only the message, so the place is said there too.
    let (heading, sentence) = (finding.heading(), finding.sentence());
    let message = format!("{heading}: {sentence}");
    format!("::{name} {}::{}", properties.join(","), data(&message))
}

/// A message of a command: what is unseen or commands is shown by its number, `%` by its code.
fn data(text: &str) -> String {
    // Line ends are gone by then.
    escape(text).replace('%', "%25")
}

/// A property of a command, in which `:` and `,` mean something too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kuliah::{Diagnostic, FileId, Message, RuleId, Severity, SourceMap, Span};

    use super::*;
    use crate::report::{Sources, finding, mark};

    fn reported(name: &str, text: &str, span: Span, key: &str) -> String {
        let mut map = SourceMap::new();
        map.add(name, text);
        let rule = "citation/unknown-key";
        let message = Message::new(rule).with("key", key);
        let found = Diagnostic::new(RuleId::new(rule), Severity::Warning, span, message);
        let sources = Sources::new(&map, Path::new(""));
        let found = finding::findings(&mark(vec![found], &sources), &sources);
        report(&found.iter().collect::<Vec<_>>())
    }

    #[test]
    fn a_finding_is_a_command() {
        let span = Span::new(FileId::FIRST, 5..7);
        assert_eq!(
            reported("bab/a.md", "satu\nx1", span, "x1"),
            "::warning file=bab/a.md,line=2,endLine=2,col=1,endColumn=3,\
             title=kuliah (citation/unknown-key)::bab/a.md:2:1: no reference has the key `x1`\n"
        );
        let two_lines = Span::new(FileId::FIRST, 0..7);
        assert!(reported("a.md", "satu\nx1", two_lines, "x1").contains("line=1,endLine=2,title="));
        let nowhere = reported("a.md", "", Span::DETACHED, "x1");
        assert!(
            nowhere.starts_with("::warning file=a.md,title="),
            "{nowhere}"
        );
    }

    #[test]
    fn nothing_in_a_finding_makes_a_second_command() {
        let span = Span::new(FileId::FIRST, 0..0);
        let key = "100%\r\n::set-output name=a::b\n##[error]\u{1b}[31m";
        let text = reported("a:b,c%.md\n::error::x", "satu", span, key);
        assert_eq!(text.lines().count(), 1, "{text}");
        assert!(text.contains("file=a%3Ab%2Cc%25.md<U+000A>%3A%3Aerror%3A%3Ax,line=1"));
        assert!(text.contains("100%25<U+000D><U+000A>::set-output name=a::b<U+000A>##<U+005B>"));
        assert!(!text.contains('\u{1b}'));
    }
}
