//! SARIF 2.1.0, the format of OASIS that code hosts and editors read.
//!
//! Files are named from `%SRCROOT%`, which is the folder that the command ran in. Nothing in the
//! report depends on the time or on the machine.

use std::collections::{BTreeMap, BTreeSet};

use kuliah::Safety;
use kuliah::check::{Locale, rule};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::finding::{Change, Finding, FixSafety, Level, Place};
use super::{Run, escape, json};
use crate::rule_page;

/// The schema of the format.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name of the program.
pub(super) const NAME: &str = "Kuliah";

/// The name of the folder that paths count from.
const BASE: &str = "%SRCROOT%";

/// Under which name the fingerprint stands; a new way to make it gets a new name.
pub(super) const FINGERPRINT: &str = "kuliahFinding/v1";

/// What must be written as a code in a path of an address.
const CODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The findings as one run; those that authors keep are marked as such.
///
/// # Errors
///
/// When they cannot be written as JSON.
pub(super) fn report(
    findings: &[&Finding],
    kept: &[&Finding],
    run: &Run<'_>,
) -> anyhow::Result<String> {
    let all = || findings.iter().chain(kept);
    let names: BTreeSet<_> = all().map(|it| it.rule).collect();
    let names: Vec<_> = names.into_iter().collect();
    let results = all().map(|it| {
        let index = names.iter().position(|name| *name == it.rule);
        result(it, index.unwrap_or_default())
    });
    let troubles = run.troubles.iter();
    let troubles = troubles.map(|it| json!({"level": "error", "message": {"text": message(it)}}));
    let log = Log {
        rules: names.iter().map(|name| descriptor(name)).collect(),
        results: results.collect(),
        troubles: troubles.collect(),
        exit_code: run.exit_code(),
        shard: run.shard.map(|it| it.to_string()),
    };
    log.write()
}

/// What a report holds that differs from run to run.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// The rules that found something, sorted.
    pub(super) rules: Vec<Value>,
    /// The findings, then those that authors keep.
    pub(super) results: Vec<Value>,
    /// What could not be done.
    pub(super) troubles: Vec<Value>,
    /// How the run ended.
    pub(super) exit_code: u8,
    /// Which part of the courses it is about; `None` for all.
    pub(super) shard: Option<String>,
}

impl Log {
    /// The whole report, as indented text.
    ///
    /// # Errors
    ///
    /// When it cannot be written as JSON.
    pub(super) fn write(self) -> anyhow::Result<String> {
        let mut driver = json!({
            "name": NAME,
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": self.rules,
        });
        let repository = env!("CARGO_PKG_REPOSITORY");
        if !repository.is_empty() {
            set(&mut driver, "informationUri", repository.into());
        }
        let mut run = json!({
            "tool": {"driver": driver},
            "invocations": [{
                "executionSuccessful": self.exit_code < 2,
                "exitCode": self.exit_code,
                "toolExecutionNotifications": self.troubles,
            }],
            "originalUriBaseIds": {
                BASE: {"description": {"text": "The folder that the command ran in."}},
            },
            "columnKind": "unicodeCodePoints",
            "results": self.results,
        });
        if let Some(shard) = self.shard {
            set(&mut run, "properties", json!({"shard": shard}));
        }
        json::document(&json!({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}))
    }
}

/// What there is to know of a rule.
fn descriptor(name: &str) -> Value {
    let mut out = json!({"id": name});
    let Some(rule) = rule(name) else {
        return out;
    };
    let why = rule_page::part(rule, "Why it matters").unwrap_or_default();
    let finds = rule_page::part(rule, "What it finds").unwrap_or_default();
    set(
        &mut out,
        "shortDescription",
        text_of(&rule.summary(Locale::English)),
    );
    let both = format!("{finds}\n\n{why}");
    let full = json!({"text": message(&both.replace("\n\n", " ")), "markdown": both});
    set(&mut out, "fullDescription", full);
    let page = rule_page::markdown(rule);
    set(&mut out, "help", json!({"text": page, "markdown": page}));
    if let Some(address) = rule_page::address(rule) {
        set(&mut out, "helpUri", address.into());
    }
    let level = level(rule.severity.into());
    set(&mut out, "defaultConfiguration", json!({"level": level}));
    let fix = rule.fix.map_or("none", |safety| match safety {
        Safety::Safe => "safe",
        Safety::Unsafe => "unsafe",
    });
    let properties = json!({"tags": [rule.id().group()], "fix": fix});
    set(&mut out, "properties", properties);
    out
}

fn result(finding: &Finding, index: usize) -> Value {
    let here = match &finding.place {
        Some(place) => location(place),
        None => json!({"physicalLocation": {"artifactLocation": artifact(&finding.course)}}),
    };
    let mut out = json!({
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": text_of(&finding.sentence()),
        "locations": [here],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    });
    let related = finding.labels.iter().skip(1).enumerate();
    let related = related.filter_map(|(at, label)| {
        let mut out = location(label.place.as_ref()?);
        set(&mut out, "id", (at + 1).into());
        if let Some(what) = &label.message {
            set(&mut out, "message", text_of(what));
        }
        Some(out)
    });
    let related: Vec<_> = related.collect();
    if !related.is_empty() {
        set(&mut out, "relatedLocations", related.into());
    }
    if let Some(reason) = &finding.reason {
        let suppression = json!({
            "kind": "inSource",
            "status": "accepted",
            "justification": escape(reason),
        });
        set(&mut out, "suppressions", json!([suppression]));
    }
    if let Some(change) = &finding.fix {
        set(&mut out, "fixes", json!([fix(change)]));
    }
    out
}

/// The edits of a change, file by file.
fn fix(change: &Change) -> Value {
    let mut files: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for edit in &change.edits {
        if let Some(place) = &edit.place {
            files.entry(&place.from_here).or_default().push(json!({
                "deletedRegion": region(place),
                "insertedContent": {"text": edit.text},
            }));
        }
    }
    let changes = files.into_iter().map(|(file, replacements)| {
        json!({"artifactLocation": artifact(file), "replacements": replacements})
    });
    let safety = match change.safety {
        FixSafety::Safe => "safe",
        FixSafety::Unsafe => "unsafe",
    };
    json!({
        "description": text_of(&change.title),
        "artifactChanges": changes.collect::<Vec<_>>(),
        "properties": {"safety": safety},
    })
}

fn location(place: &Place) -> Value {
    json!({"physicalLocation": {
        "artifactLocation": artifact(&place.from_here),
        "region": region(place),
    }})
}

/// Lines and columns count from 1, and the end column is the one behind.
fn region(place: &Place) -> Value {
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "byteOffset": place.start,
        "byteLength": place.end - place.start,
    })
}

/// A file: below the base, or by its whole address.
fn artifact(path: &str) -> Value {
    let coded = utf8_percent_encode(path, CODED).to_string();
    if path.starts_with('/') {
        return json!({"uri": format!("file://{coded}")});
    }
    // `C:/…` of Windows.
    match path.split_once(":/") {
        Some((drive, rest)) if drive.len() == 1 => {
            let rest = utf8_percent_encode(rest, CODED);
            json!({"uri": format!("file:///{drive}:/{rest}")})
        }
        _ => json!({"uri": coded, "uriBaseId": BASE}),
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
    }
}

fn text_of(text: &str) -> Value {
    json!({"text": message(text)})
}

/// A text that viewers show as it is: `[a](b)` would be a link.
fn message(text: &str) -> String {
    let text = escape(text);
    if text.contains("](") {
        text.replace('\\', "\\\\")
            .replace('[', "\\[")
            .replace(']', "\\]")
    } else {
        text
    }
}

/// Puts a value into an object.
pub(super) fn set(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_addresses() {
        for (path, uri, has_base) in [
            ("bab 1/a#b.md", "bab%201/a%23b.md", true),
            ("a:b%.md", "a%3Ab%25.md", true),
            ("/lain/é.md", "file:///lain/%C3%A9.md", false),
            ("C:/lain/a.md", "file:///C:/lain/a.md", false),
            ("../a.md", "../a.md", true),
        ] {
            let artifact = artifact(path);
            assert_eq!(artifact["uri"], uri);
            assert_eq!(artifact.get("uriBaseId").is_some(), has_base, "{path}");
        }
    }

    #[test]
    fn no_foreign_text_becomes_a_link_or_turns_the_direction() {
        assert_eq!(message("a [b] c"), "a [b] c");
        assert_eq!(message("[b](c)"), "\\[b\\](c)");
        assert_eq!(message("a\u{202e}b"), "a<U+202E>b");
    }

    #[test]
    fn every_rule_has_a_description_in_text_and_markdown() {
        for rule in kuliah::check::RULES {
            let descriptor = descriptor(rule.name);
            for key in ["fullDescription", "help"] {
                let both = &descriptor[key];
                assert!(
                    both["text"].is_string() && both["markdown"].is_string(),
                    "{key}"
                );
            }
            assert_eq!(descriptor["id"], rule.name);
        }
    }
}
