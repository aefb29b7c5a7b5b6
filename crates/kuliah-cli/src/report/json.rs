//! Findings as data: every finding, with its places in bytes and in lines.

use kuliah::{Diagnostic, Fix, Label, Safety, Span};
use serde::Serialize;

use super::{Sources, Tally, escape_json, said};

/// The version of this form; it grows when a program that reads the old one would fail.
const VERSION: u32 = 1;

/// What was found in one run.
#[derive(Debug, Serialize)]
struct Report {
    version: u32,
    findings: Vec<Finding>,
    summary: Summary,
}

/// One finding.
#[derive(Debug, Serialize)]
pub(crate) struct Finding {
    /// `group/name`.
    rule: &'static str,
    /// `error`, `warning` or `info`.
    severity: &'static str,
    /// What is wrong.
    message: String,
    /// What to do about it.
    help: Option<String>,
    /// The course file that it was found in, or in a file of which.
    course: String,
    /// Where; all its fields are missing when the finding has no place.
    #[serde(flatten)]
    place: Option<Place>,
    /// Every place, the one above first, with what is there.
    labels: Vec<Labelled>,
    /// A change that mends it.
    fix: Option<Change>,
}

/// A place; offsets count bytes from 0, lines and columns from 1, columns in characters.
#[derive(Debug, Serialize)]
struct Place {
    path: String,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// A place and what is there.
#[derive(Debug, Serialize)]
struct Labelled {
    message: Option<String>,
    #[serde(flatten)]
    place: Option<Place>,
}

/// A change that mends a finding.
#[derive(Debug, Serialize)]
struct Change {
    title: String,
    /// `safe` may be applied unseen, `unsafe` may not.
    safety: &'static str,
    edits: Vec<Replacement>,
}

/// A place and what to put there.
#[derive(Debug, Serialize)]
struct Replacement {
    text: String,
    #[serde(flatten)]
    place: Option<Place>,
}

/// The counts of a run.
#[derive(Debug, Serialize)]
struct Summary {
    courses: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
}

/// A finding as data.
pub(super) fn finding(finding: &Diagnostic, sources: &Sources<'_>) -> Finding {
    let labelled = |label: &Label| Labelled {
        message: label.message.as_ref().map(said),
        place: place(label.span, sources),
    };
    Finding {
        rule: finding.rule.as_str(),
        severity: finding.severity.name(),
        message: said(&finding.message),
        help: finding.help.as_ref().map(said),
        course: sources.course().to_owned(),
        place: place(finding.span(), sources),
        labels: finding.labels.iter().map(labelled).collect(),
        fix: finding.fix.as_ref().map(|fix| change(fix, sources)),
    }
}

/// The whole report, as indented text.
pub(super) fn report(findings: Vec<Finding>, tally: &Tally) -> anyhow::Result<String> {
    let report = Report {
        version: VERSION,
        findings,
        summary: Summary {
            courses: tally.courses,
            errors: tally.errors,
            warnings: tally.warnings,
            infos: tally.infos,
        },
    };
    let mut text = serde_json::to_string_pretty(&report)?;
    text.push('\n');
    Ok(escape_json(&text))
}

fn change(fix: &Fix, sources: &Sources<'_>) -> Change {
    let edits = fix.edits.iter().map(|edit| Replacement {
        text: edit.text.clone(),
        place: place(edit.span, sources),
    });
    Change {
        title: said(&fix.title),
        safety: match fix.safety {
            Safety::Safe => "safe",
            Safety::Unsafe => "unsafe",
        },
        edits: edits.collect(),
    }
}

fn place(span: Span, sources: &Sources<'_>) -> Option<Place> {
    let place = sources.place(span)?;
    Some(Place {
        start: place.start,
        end: place.end,
        line: place.from.line,
        column: place.from.column,
        end_line: place.to.line,
        end_column: place.to.column,
        path: place.path,
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kuliah::{Edit, FileId, Message, RuleId, Severity, SourceMap};
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_finding_has_its_places_and_its_fix() {
        let mut map = SourceMap::new();
        map.add("a.md", "é @x1\n");
        let rule = "citation/unknown-key";
        let span = Span::new(FileId::FIRST, 4..6);
        let edit = Edit {
            span,
            text: "x2".to_owned(),
        };
        let found = Diagnostic::new(
            RuleId::new(rule),
            Severity::Error,
            span,
            Message::new(rule).with("key", "x1"),
        )
        .fix(
            Safety::Unsafe,
            Message::new("citation/unknown-key.fix").with("near", "x2"),
            vec![edit],
        );
        let sources = Sources::new(&map, Path::new(""));
        let mut tally = Tally::default();
        tally.add(std::slice::from_ref(&found));
        let text = report(vec![finding(&found, &sources)], &tally).expect("a report");
        let value: Value = serde_json::from_str(&text).expect("json");
        let place = json!({
            "path": "a.md", "start": 4, "end": 6,
            "line": 1, "column": 4, "end_line": 1, "end_column": 6,
        });
        let one = &value["findings"][0];
        for (key, expected) in place.as_object().expect("fields") {
            assert_eq!(&one[key], expected, "{key}");
            assert_eq!(&one["labels"][0][key], expected, "{key}");
            assert_eq!(&one["fix"]["edits"][0][key], expected, "{key}");
        }
        assert_eq!(one["rule"], "citation/unknown-key");
        assert_eq!(one["help"], Value::Null);
        assert_eq!(one["fix"]["safety"], "unsafe");
        assert_eq!(one["fix"]["edits"][0]["text"], "x2");
        assert_eq!(
            value["summary"],
            json!({"courses": 1, "errors": 1, "warnings": 0, "infos": 0})
        );
    }

    #[test]
    fn a_finding_without_place_has_none() {
        let map = SourceMap::new();
        let sources = Sources::new(&map, Path::new(""));
        let rule = RuleId::new("schema/other");
        let message = Message::new("schema/other").with("reason", "x");
        let found = Diagnostic::new(rule, Severity::Error, Span::DETACHED, message);
        let value = serde_json::to_value(finding(&found, &sources)).expect("json");
        assert_eq!(value.get("path"), None);
        assert_eq!(value.get("line"), None);
    }
}
