//! The Code Quality report of GitLab, which it shows in merge requests.

use serde::Serialize;

use super::finding::{Finding, Level};
use super::{escape, json};

/// One issue; the fields that GitLab asks for.
#[derive(Debug, Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: &'a str,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Debug, Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

/// Lines from 1.
#[derive(Debug, Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// The findings as a list of issues.
///
/// # Errors
///
/// When they cannot be written as JSON.
pub(super) fn report(findings: &[&Finding]) -> anyhow::Result<String> {
    let issues: Vec<_> = findings.iter().map(|it| issue(it)).collect();
    json::document(&issues)
}

fn issue(finding: &Finding) -> Issue<'_> {
    let place = finding.place.as_ref();
    Issue {
        description: escape(&finding.sentence()),
        check_name: finding.rule,
        fingerprint: finding.fingerprint.as_str(),
        severity: match finding.severity {
            Level::Error => "major",
            Level::Warning => "minor",
            Level::Info => "info",
        },
        location: Location {
            path: place.map_or(&finding.course, |it| &it.from_here),
            lines: Lines {
                begin: place.map_or(1, |it| it.line),
                end: place.map_or(1, |it| it.end_line),
            },
        },
    }
}
