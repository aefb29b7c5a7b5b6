//! Reports as JSON.

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::super::json::{Report, Summary, VERSION, document};
use super::{Merged, Read, exit_code, list, shard};

/// What a report holds.
#[derive(Debug)]
pub(super) struct Parts {
    findings: Vec<Value>,
    suppressed: Vec<Value>,
    troubles: Vec<String>,
    summary: Summary,
    exit_code: u8,
}

/// Takes a report apart.
pub(super) fn read(mut value: Value) -> anyhow::Result<Read<Parts>> {
    if value.get("version") != Some(&VERSION.into()) {
        bail!("its `version` is not {VERSION}");
    }
    let text = |it: Value| match it {
        Value::String(text) => Ok(text),
        _ => bail!("one of `troubles` is no text"),
    };
    let summary = value.get_mut("summary").map(Value::take);
    let parts = Parts {
        findings: list(&mut value, "findings")?,
        suppressed: list(&mut value, "suppressed")?,
        troubles: list(&mut value, "troubles")?
            .into_iter()
            .map(text)
            .collect::<Result<_, _>>()?,
        summary: serde_json::from_value(summary.unwrap_or_default()).context("in `summary`")?,
        exit_code: exit_code(&value, "exit_code")?,
    };
    Ok((shard(value.get("shard"))?, parts))
}

/// Makes one report of several.
pub(super) fn merge(reports: Vec<Parts>) -> anyhow::Result<Merged> {
    let mut all = Parts {
        findings: Vec::new(),
        suppressed: Vec::new(),
        troubles: Vec::new(),
        summary: Summary::default(),
        exit_code: 0,
    };
    for one in reports {
        all.findings.extend(one.findings);
        all.suppressed.extend(one.suppressed);
        all.troubles.extend(one.troubles);
        all.summary.add(&one.summary)?;
        all.exit_code = all.exit_code.max(one.exit_code);
    }
    let report = Report {
        version: VERSION,
        shard: None,
        findings: &all.findings,
        suppressed: &all.suppressed,
        troubles: &all.troubles,
        summary: all.summary,
        exit_code: all.exit_code,
    };
    Ok(Merged {
        text: document(&report)?,
        exit_code: all.exit_code,
    })
}

impl Summary {
    /// Takes in the counts of another.
    fn add(&mut self, other: &Self) -> anyhow::Result<()> {
        for (count, more) in [
            (&mut self.courses, other.courses),
            (&mut self.errors, other.errors),
            (&mut self.warnings, other.warnings),
            (&mut self.infos, other.infos),
        ] {
            *count = count
                .checked_add(more)
                .context("the counts are too large")?;
        }
        Ok(())
    }
}
