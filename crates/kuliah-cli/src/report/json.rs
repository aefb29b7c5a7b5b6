//! The report of a run as JSON, and its schema.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::finding::Finding;
use super::{Run, escape_json};

/// The version of this form; it grows when a program that reads the old one would fail.
pub(super) const VERSION: u32 = 1;

/// What `kuliah check --format json` and `kuliah build --format json` report.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = false))]
pub(super) struct Report<'a, F> {
    /// Version of this form: grows when a program that reads the old one would fail. New fields may
    /// come without.
    pub(super) version: u32,
    /// Which part of the courses this is about, such as `3/8`; missing when it is about all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) shard: Option<String>,
    /// What was found, in the order of courses and places.
    pub(super) findings: &'a [F],
    /// What was found and the author keeps, with the reason, in the same order.
    pub(super) suppressed: &'a [F],
    /// What could not be done, one sentence each; the run then ended with exit code 2.
    pub(super) troubles: &'a [String],
    /// Counts.
    pub(super) summary: Summary,
    /// How the run ended: 0 all is well, 1 something was found that fails it, 2 it could not be done
    /// to its end.
    pub(super) exit_code: u8,
}

/// The counts of a run.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Summary {
    /// Courses that could be read.
    pub(super) courses: usize,
    /// Findings that must be fixed.
    pub(super) errors: usize,
    /// Findings that should be fixed.
    pub(super) warnings: usize,
    /// Findings that are worth knowing.
    pub(super) infos: usize,
}

/// The whole report, as indented text.
///
/// # Errors
///
/// When it cannot be written as JSON.
pub(super) fn report(
    findings: &[Finding],
    kept: &[Finding],
    run: &Run<'_>,
) -> anyhow::Result<String> {
    let tally = run.tally;
    let report = Report {
        version: VERSION,
        shard: run.shard.map(|it| it.to_string()),
        findings,
        suppressed: kept,
        troubles: run.troubles,
        summary: Summary {
            courses: tally.courses,
            errors: tally.errors,
            warnings: tally.warnings,
            infos: tally.infos,
        },
        exit_code: run.exit_code(),
    };
    document(&report)
}

/// The schema of the report.
pub(crate) fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12();
    let schema = settings
        .into_generator()
        .into_root_schema_for::<Report<'static, Finding>>();
    let mut schema = schema.to_value();
    if let Some(root) = schema.as_object_mut() {
        root.insert("title".to_owned(), "Report of Kuliah".into());
    }
    without_number_formats(&mut schema);
    schema
}

/// `uint` is no format that other checkers know.
fn without_number_formats(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            let is_number = |it: &Value| it.as_str().is_some_and(|it| it.starts_with("uint"));
            if map.get("format").is_some_and(is_number) {
                map.shift_remove("format");
            }
            map.values_mut().for_each(without_number_formats);
        }
        Value::Array(items) => items.iter_mut().for_each(without_number_formats),
        _ => {}
    }
}

/// Data as indented JSON that is safe to print.
///
/// # Errors
///
/// When it cannot be written as JSON.
pub(super) fn document(data: &impl Serialize) -> anyhow::Result<String> {
    let mut text = serde_json::to_string_pretty(data)?;
    text.push('\n');
    Ok(escape_json(&text))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::report::Tally;

    #[test]
    fn a_report_has_counts_and_troubles() {
        let tally = Tally {
            courses: 1,
            ..Tally::default()
        };
        let troubles = ["cannot read a.md".to_owned()];
        let run = Run::new(&tally, &troubles);
        let text = report(&[], &[], &run).expect("a report");
        let value: Value = serde_json::from_str(&text).expect("json");
        assert_eq!(
            value,
            json!({
                "version": 1,
                "findings": [],
                "suppressed": [],
                "troubles": ["cannot read a.md"],
                "summary": {"courses": 1, "errors": 0, "warnings": 0, "infos": 0},
                "exit_code": 2,
            })
        );
    }

    #[test]
    fn the_schema_names_every_field() {
        let schema = schema();
        let finding = &schema["$defs"]["Finding"]["properties"];
        for key in [
            "rule",
            "severity",
            "path",
            "end_column",
            "fix",
            "fingerprint",
        ] {
            assert!(finding.get(key).is_some(), "{key}: {schema:#}");
        }
        assert!(!schema.to_string().contains("\"uint"), "{schema:#}");
    }
}
