//! A finding as data: said in words, with its places in bytes, lines and columns.
//!
//! Every report for programs is made from this one form; `--format json` is it.

use kuliah::{Label, Safety, Severity, Span};
use schemars::JsonSchema;
use serde::Serialize;

use super::Sources;
use super::fingerprint::{Fingerprint, Marked};

/// One finding.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(extend("unevaluatedProperties" = false))]
pub(crate) struct Finding {
    /// The rule that found it, `group/name`.
    pub(super) rule: &'static str,
    /// How bad it is.
    pub(super) severity: Level,
    /// What is wrong.
    pub(super) message: String,
    /// What to do about it.
    pub(super) help: Option<String>,
    /// The course file that it was found in, or in a file of which.
    pub(super) course: String,
    /// Where; all its fields are missing when the finding has no place.
    #[serde(flatten)]
    pub(super) place: Option<Place>,
    /// Every place, the one above first, with what is there.
    pub(super) labels: Vec<Labelled>,
    /// A change that mends it.
    pub(super) fix: Option<Change>,
    /// Stays the same when lines are put in or taken out above, and differs between any two
    /// findings of a course.
    pub(super) fingerprint: Fingerprint,
}

/// How bad a finding is.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Level {
    /// Must be fixed; nothing is exported.
    Error,
    /// Should be fixed.
    Warning,
    /// Worth knowing.
    Info,
}

/// A place; offsets count bytes from 0, lines and columns from 1, columns in characters.
#[derive(Debug, Clone, Eq, PartialEq, Serialize, JsonSchema)]
pub(super) struct Place {
    /// The file, by the path it was reached by.
    pub(super) path: String,
    /// Offset of the first byte.
    pub(super) start: usize,
    /// Offset behind the last byte.
    pub(super) end: usize,
    /// Line of the first character.
    pub(super) line: usize,
    /// Column of the first character.
    pub(super) column: usize,
    /// Line of the end.
    pub(super) end_line: usize,
    /// Column behind the last character.
    pub(super) end_column: usize,
    /// The file from the current folder, with `/` between names; as it is when it lies elsewhere.
    #[serde(skip)]
    pub(super) from_here: String,
}

/// A place and what is there.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(extend("unevaluatedProperties" = false))]
pub(super) struct Labelled {
    /// What is there; null when the place alone says it.
    pub(super) message: Option<String>,
    /// Where.
    #[serde(flatten)]
    pub(super) place: Option<Place>,
}

/// A change that mends a finding.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(extend("unevaluatedProperties" = false))]
pub(super) struct Change {
    /// What the change does.
    pub(super) title: String,
    /// Whether it may be made unseen.
    pub(super) safety: FixSafety,
    /// The edits; they do not overlap.
    pub(super) edits: Vec<Replacement>,
}

/// Whether a change may be made unseen.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FixSafety {
    /// Never changes the meaning of the text.
    Safe,
    /// Most likely right; a person should look.
    Unsafe,
}

/// A place and what to put there.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(extend("unevaluatedProperties" = false))]
pub(super) struct Replacement {
    /// The text that comes there.
    pub(super) text: String,
    /// What is replaced; nothing where start and end are the same.
    #[serde(flatten)]
    pub(super) place: Option<Place>,
}

/// The findings of one course as data, in their order.
pub(super) fn findings(found: &[Marked], sources: &Sources<'_>) -> Vec<Finding> {
    found.iter().map(|it| finding(it, sources)).collect()
}

/// A finding as data.
pub(super) fn finding(marked: &Marked, sources: &Sources<'_>) -> Finding {
    let found = &marked.finding;
    let labelled = |label: &Label| Labelled {
        message: label.message.as_ref().map(|it| sources.say(it)),
        place: place(label.span, sources),
    };
    Finding {
        rule: found.rule.as_str(),
        severity: found.severity.into(),
        message: sources.say(&found.message),
        help: found.help.as_ref().map(|it| sources.say(it)),
        course: sources.course().to_owned(),
        place: place(found.span(), sources),
        labels: found.labels.iter().map(labelled).collect(),
        fix: found.fix.as_ref().map(|fix| change(fix, sources)),
        fingerprint: Fingerprint::new(&marked.file, &marked.mark),
    }
}

fn change(fix: &kuliah::Fix, sources: &Sources<'_>) -> Change {
    let edits = fix.edits.iter().map(|edit| Replacement {
        text: edit.text.clone(),
        place: place(edit.span, sources),
    });
    Change {
        title: sources.say(&fix.title),
        safety: match fix.safety {
            Safety::Safe => FixSafety::Safe,
            Safety::Unsafe => FixSafety::Unsafe,
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
        from_here: sources.seen(&place.path),
        path: place.path,
    })
}

impl Finding {
    /// `path:line:column`, or the course; not yet escaped.
    pub(super) fn heading(&self) -> String {
        match &self.place {
            Some(place) => format!("{}:{}:{}", place.path, place.line, place.column),
            None => self.course.clone(),
        }
    }

    /// What is wrong, and what to do about it in brackets; not yet escaped.
    pub(super) fn sentence(&self) -> String {
        let help = self.help.as_deref().map(|help| format!(" ({help})"));
        format!("{}{}", self.message, help.unwrap_or_default())
    }
}

impl Level {
    /// `error`, `warning`, `info`.
    pub(super) fn name(self) -> &'static str {
        Severity::from(self).name()
    }
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Info => Self::Info,
        }
    }
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warning => Self::Warning,
            Level::Info => Self::Info,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kuliah::{Diagnostic, Edit, FileId, Message, RuleId, SourceMap};
    use serde_json::{Value, json};

    use super::*;
    use crate::report::mark;

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
        let found = findings(&mark(vec![found], &sources), &sources);
        let one = serde_json::to_value(&found[0]).expect("json");
        let place = json!({
            "path": "a.md", "start": 4, "end": 6,
            "line": 1, "column": 4, "end_line": 1, "end_column": 6,
        });
        for (key, expected) in place.as_object().expect("fields") {
            assert_eq!(&one[key], expected, "{key}");
            assert_eq!(&one["labels"][0][key], expected, "{key}");
            assert_eq!(&one["fix"]["edits"][0][key], expected, "{key}");
        }
        assert_eq!(one["rule"], "citation/unknown-key");
        assert_eq!(one["help"], Value::Null);
        assert_eq!(one["fix"]["safety"], "unsafe");
        assert_eq!(one["fix"]["edits"][0]["text"], "x2");
        assert_eq!(found[0].heading(), "a.md:1:4");
    }

    #[test]
    fn a_finding_without_place_has_none() {
        let map = SourceMap::new();
        let sources = Sources::new(&map, Path::new(""));
        let rule = RuleId::new("schema/other");
        let message = Message::new("schema/other").with("reason", "x");
        let found = Diagnostic::new(rule, Severity::Error, Span::DETACHED, message);
        let value = serde_json::to_value(&findings(&mark(vec![found], &sources), &sources)[0])
            .expect("json");
        assert_eq!(value.get("path"), None);
        assert_eq!(value.get("line"), None);
        assert_eq!(value["severity"], "error");
    }
}
