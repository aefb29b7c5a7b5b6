//! Findings as people and programs read them: one file a format.
//!
//! 1. Each course's findings are rendered where the course was compiled, since its text is there.
//! 2. The parts of all courses are put together in their order, as one document.

mod concise;
mod escape;
mod excerpt;
mod finding;
mod fingerprint;
mod full;
mod github;
mod gitlab;
mod json;
mod json_lines;
mod junit;
mod merge;
mod place;
mod sarif;
mod summary;

use std::collections::BTreeSet;

use kuliah::Severity;
use kuliah::check::Locale;

use crate::args::{ReportFormat, Shard};

pub(crate) use escape::{escape, escape_json};
pub(crate) use fingerprint::{Mark, Marked, mark};
pub(crate) use json::schema as diagnostics_schema;
pub(crate) use merge::{Merged, merge};
pub(crate) use place::Sources;
pub(crate) use summary::{Tally, counted, size};

use finding::Finding;

/// The most findings that are shown to people; data has all.
const MOST_SHOWN: usize = 200;

/// Writes findings in one format.
#[derive(Debug, Copy, Clone)]
pub(crate) struct Reporter {
    format: ReportFormat,
    color: bool,
    locale: Option<Locale>,
}

/// The findings of one course, in the format of its reporter.
#[derive(Debug)]
pub(crate) enum Rendered {
    /// For people; no more than are shown.
    Texts(Vec<(Severity, String)>),
    /// For programs.
    Data(CourseFindings),
}

/// What was found in one course, as data.
#[derive(Debug)]
pub(crate) struct CourseFindings {
    /// The course file.
    course: String,
    /// What is reported, in order.
    findings: Vec<Finding>,
    /// What its author keeps, in order.
    kept: Vec<Finding>,
}

/// What a report says of a whole run.
#[derive(Debug, Copy, Clone)]
pub(crate) struct Run<'a> {
    /// How much was found.
    tally: &'a Tally,
    /// What could not be done, one sentence each.
    troubles: &'a [String],
    /// Which part of the courses it was about; `None` for all.
    shard: Option<Shard>,
}

impl<'a> Run<'a> {
    /// A run over all courses that has come to its end.
    pub(crate) fn new(tally: &'a Tally, troubles: &'a [String]) -> Self {
        Self {
            tally,
            troubles,
            shard: None,
        }
    }

    /// The same run, over a part of the courses.
    pub(crate) fn part(mut self, shard: Option<Shard>) -> Self {
        self.shard = shard;
        self
    }

    /// The exit code that the run ends with.
    fn exit_code(&self) -> u8 {
        match (self.troubles, self.tally.fails) {
            ([], false) => 0,
            ([], true) => 1,
            _ => 2,
        }
    }
}

impl ReportFormat {
    /// Whether the report is one document, which nothing may be written into.
    pub(crate) fn is_document(self) -> bool {
        match self {
            Self::Full | Self::Concise | Self::Github => false,
            Self::Json | Self::JsonLines | Self::Gitlab | Self::Sarif | Self::Junit => true,
        }
    }

    /// Whether people read the report on a terminal.
    fn is_for_people(self) -> bool {
        matches!(self, Self::Full | Self::Concise)
    }
}

impl Reporter {
    /// A reporter for a format; colours are for people only.
    pub(crate) fn new(format: ReportFormat, color: bool) -> Self {
        Self {
            format,
            color,
            locale: None,
        }
    }

    /// The same reporter, which speaks one language whatever the course.
    pub(crate) fn speaking(mut self, locale: Option<Locale>) -> Self {
        self.locale = locale;
        self
    }

    /// The language that is spoken about a course in a language, given by its tag.
    ///
    /// People are spoken to in the language of their course. Programs get English, so that the
    /// same finding has the same words in every course.
    pub(crate) fn locale(self, course: &str) -> Locale {
        let own = || Locale::for_language(course).filter(|_| self.format.is_for_people());
        self.locale.or_else(own).unwrap_or_default()
    }

    /// Writes the findings of one course.
    pub(crate) fn render(self, found: &[Marked], sources: &Sources<'_>) -> Rendered {
        if !self.format.is_for_people() {
            let all = finding::findings(found, sources).into_iter();
            let (kept, findings) = all.partition(|it| it.reason.is_some());
            return Rendered::Data(CourseFindings {
                course: sources.seen(sources.course()),
                findings,
                kept,
            });
        }
        let found: Vec<_> = found.iter().filter(|it| it.kept.is_none()).collect();
        let severities: Vec<_> = found.iter().map(|it| it.finding.severity).collect();
        let shown = worst(&severities).into_iter();
        let text = |it: &Marked| match self.format {
            ReportFormat::Concise => concise::line(&finding::finding(it, sources), self.color),
            _ => full::text(&it.finding, sources, self.color),
        };
        let shown = shown.filter_map(|at| found.get(at));
        let texts = shown.map(|it| (it.finding.severity, text(it)));
        Rendered::Texts(texts.collect())
    }

    /// The whole report of a run, in the order of its courses.
    ///
    /// # Errors
    ///
    /// When the findings cannot be written as data.
    pub(crate) fn assemble(self, parts: Vec<Rendered>, run: &Run<'_>) -> anyhow::Result<String> {
        let mut texts = Vec::new();
        let mut courses = Vec::new();
        for part in parts {
            match part {
                Rendered::Texts(found) => texts.extend(found),
                Rendered::Data(found) => courses.push(found),
            }
        }
        if self.format == ReportFormat::Junit {
            return junit::report(&courses, run);
        }
        let mut findings = Vec::new();
        let mut kept = Vec::new();
        for course in courses {
            findings.extend(course.findings);
            kept.extend(course.kept);
        }
        match self.format {
            ReportFormat::Json => json::report(&findings, &kept, run),
            ReportFormat::JsonLines => json_lines::report(&findings),
            ReportFormat::Github => Ok(github::report(&distinct(&findings))),
            ReportFormat::Gitlab => gitlab::report(&distinct(&findings)),
            ReportFormat::Sarif => sarif::report(&distinct(&findings), &distinct(&kept), run),
            _ => Ok(self.together(&texts, run.tally)),
        }
    }

    /// What people see of all courses.
    fn together(self, texts: &[(Severity, String)], tally: &Tally) -> String {
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
            out.push_str(&tally.more(left));
            out.push('\n');
        }
        out
    }
}

/// The findings, each once: what two courses find in a bibliography that both name is one.
fn distinct(findings: &[Finding]) -> Vec<&Finding> {
    let mut seen = BTreeSet::new();
    let is_new = |it: &&Finding| seen.insert(it.fingerprint.clone());
    findings.iter().filter(is_new).collect()
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

    use kuliah::{Diagnostic, FileId, Message, RuleId, SourceMap, Span};

    use super::fingerprint::mark_reported;
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
        let sources = Sources::new(&map, Path::new(""));
        let part = reporter.render(&mark_reported(findings.to_vec(), &sources), &sources);
        let mut tally = Tally::default();
        tally.add(&mark_reported(findings.to_vec(), &sources));
        let run = Run::new(&tally, &[]);
        reporter.assemble(vec![part], &run).expect("a report")
    }

    #[test]
    fn people_are_spoken_to_in_the_language_of_their_course() {
        let spoken = |format, asked, course| {
            let reporter = Reporter::new(format, false).speaking(asked);
            reporter.locale(course)
        };
        assert_eq!(spoken(ReportFormat::Full, None, "id"), Locale::Indonesian);
        assert_eq!(spoken(ReportFormat::Concise, None, "en"), Locale::English);
        assert_eq!(spoken(ReportFormat::Full, None, "nl"), Locale::English);
        for format in [
            ReportFormat::Sarif,
            ReportFormat::Json,
            ReportFormat::Github,
        ] {
            assert_eq!(spoken(format, None, "id"), Locale::English);
            let asked = Some(Locale::Indonesian);
            assert_eq!(spoken(format, asked, "en"), Locale::Indonesian);
        }
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
