//! Findings as people and programs read them: one file a format.

mod concise;
mod escape;
mod excerpt;
mod full;
mod json;
mod place;
mod summary;

use kuliah::check::{Locale, catalogue};
use kuliah::{Diagnostic, Message, Severity};

use crate::args::ReportFormat;

pub(crate) use escape::{escape, escape_json};
pub(crate) use place::Sources;
pub(crate) use summary::{Tally, counted, size};

/// The most findings that are shown to people; data has all.
const MOST_SHOWN: usize = 200;

/// Writes findings in one format.
#[derive(Debug, Copy, Clone)]
pub(crate) struct Reporter {
    format: ReportFormat,
    color: bool,
}

/// The findings of one course, in the format of its reporter.
#[derive(Debug)]
pub(crate) enum Rendered {
    /// For people; no more than are shown.
    Texts(Vec<(Severity, String)>),
    /// For programs.
    Data(Vec<json::Finding>),
}

impl Reporter {
    /// A reporter for a format; colours are for people only.
    pub(crate) fn new(format: ReportFormat, color: bool) -> Self {
        Self { format, color }
    }

    /// Whether a program reads the report.
    pub(crate) fn is_for_programs(self) -> bool {
        self.format == ReportFormat::Json
    }

    /// Writes the findings of one course.
    pub(crate) fn render(self, findings: &[Diagnostic], sources: &Sources<'_>) -> Rendered {
        if self.is_for_programs() {
            let found = findings.iter().map(|it| json::finding(it, sources));
            return Rendered::Data(found.collect());
        }
        let severities: Vec<_> = findings.iter().map(|it| it.severity).collect();
        let text = |finding: &Diagnostic| match self.format {
            ReportFormat::Concise => concise::line(finding, sources, self.color),
            _ => full::text(finding, sources, self.color),
        };
        let shown = worst(&severities).into_iter();
        let shown = shown.filter_map(|at| findings.get(at));
        Rendered::Texts(shown.map(|it| (it.severity, text(it))).collect())
    }

    /// The whole report of a run, in the order of its courses.
    ///
    /// # Errors
    ///
    /// When the findings cannot be written as data.
    pub(crate) fn assemble(self, parts: Vec<Rendered>, tally: &Tally) -> anyhow::Result<String> {
        let mut texts = Vec::new();
        let mut data = Vec::new();
        for part in parts {
            match part {
                Rendered::Texts(found) => texts.extend(found),
                Rendered::Data(found) => data.extend(found),
            }
        }
        if self.is_for_programs() {
            return json::report(data, tally);
        }
        let end = match self.format {
            ReportFormat::Concise => "\n",
            _ => "\n\n",
        };
        let severities: Vec<_> = texts.iter().map(|(severity, _)| *severity).collect();
        let shown = worst(&severities);
        let mut out = String::new();
        for (_, text) in shown.iter().filter_map(|&at| texts.get(at)) {
            out.push_str(text);
            out.push_str(end);
        }
        let left = tally.findings().saturating_sub(shown.len());
        if left > 0 {
            let more = counted(left, "more finding", "more findings");
            out.extend(["… and ", &more, "; --format json lists all\n"]);
        }
        Ok(out)
    }
}

/// Says a message in the language of reports.
fn said(message: &Message) -> String {
    message.render(catalogue(Locale::English))
}

/// Which findings are shown, in their order: when there are too many, the worst come first.
fn worst(severities: &[Severity]) -> Vec<usize> {
    let mut chosen: Vec<_> = (0..severities.len()).collect();
    chosen.sort_by_key(|&at| std::cmp::Reverse(severities.get(at)));
    chosen.truncate(MOST_SHOWN);
    chosen.sort_unstable();
    chosen
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kuliah::{FileId, RuleId, SourceMap, Span};

    use super::*;

    fn finding(severity: Severity) -> Diagnostic {
        let span = Span::new(FileId::FIRST, 0..1);
        let rule = "citation/uncited-reference";
        let message = Message::new(rule).with("key", "a\u{202e}");
        Diagnostic::new(RuleId::new(rule), severity, span, message)
    }

    fn report(format: ReportFormat, findings: &[Diagnostic]) -> String {
        let mut map = SourceMap::new();
        map.add("a.md", "# satu\n");
        let reporter = Reporter::new(format, false);
        let part = reporter.render(findings, &Sources::new(&map, Path::new("")));
        let mut tally = Tally::default();
        tally.add(findings);
        reporter.assemble(vec![part], &tally).expect("a report")
    }

    #[test]
    fn people_get_the_worst_findings_and_a_count() {
        let mut many = vec![finding(Severity::Info); 300];
        many.push(finding(Severity::Error));
        let text = report(ReportFormat::Concise, &many);
        assert_eq!(text.lines().count(), MOST_SHOWN + 1);
        assert_eq!(text.matches("error[").count(), 1);
        assert!(text.ends_with("… and 101 more findings; --format json lists all\n"));
    }

    #[test]
    fn programs_get_all() {
        let many = vec![finding(Severity::Info); 300];
        let text = report(ReportFormat::Json, &many);
        assert_eq!(text.matches("\"rule\"").count(), 300);
    }

    #[test]
    fn no_format_prints_foreign_characters_raw() {
        for format in [
            ReportFormat::Full,
            ReportFormat::Concise,
            ReportFormat::Json,
        ] {
            let text = report(format, &[finding(Severity::Warning)]);
            assert!(!text.contains('\u{202e}'), "{text}");
            assert!(text.contains("202E") || text.contains("202e"), "{text}");
        }
    }

    #[test]
    fn nothing_found_is_an_empty_report() {
        assert_eq!(report(ReportFormat::Full, &[]), "");
        assert_eq!(report(ReportFormat::Concise, &[]), "");
    }
}
