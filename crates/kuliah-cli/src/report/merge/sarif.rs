//! Reports as SARIF.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::super::sarif::{FINGERPRINT, Log, NAME, set};
use super::{Merged, Read, exit_code, list, shard};

/// Takes a report apart.
pub(super) fn read(mut value: Value) -> anyhow::Result<Read<Log>> {
    let mut runs = list(&mut value, "runs")?;
    let (Some(mut run), true) = (runs.pop(), runs.is_empty()) else {
        bail!("it does not have one run");
    };
    let driver = run.pointer_mut("/tool/driver").map(Value::take);
    let mut driver = driver.context("it names no program")?;
    let says = |key| driver.get(key).and_then(Value::as_str);
    if says("name") != Some(NAME) || says("version") != Some(env!("CARGO_PKG_VERSION")) {
        bail!("it is of another program, or of another version of this one");
    }
    let mut invocations = list(&mut run, "invocations")?;
    let mut invocation = invocations.pop().context("it does not say how it ended")?;
    let log = Log {
        rules: list(&mut driver, "rules")?,
        results: list(&mut run, "results")?,
        troubles: list(&mut invocation, "toolExecutionNotifications")?,
        exit_code: exit_code(&invocation, "exitCode")?,
        shard: None,
    };
    Ok((shard(run.pointer("/properties/shard"))?, log))
}

/// Makes one report of several.
pub(super) fn merge(logs: Vec<Log>) -> anyhow::Result<Merged> {
    let mut all = Log::default();
    let mut rules = BTreeMap::new();
    let mut kept = Vec::new();
    // What two courses find in a bibliography that both name is one finding.
    let mut seen = [BTreeSet::new(), BTreeSet::new()];
    for log in logs {
        for rule in log.rules {
            rules.entry(text(&rule, "id")?).or_insert(rule);
        }
        for result in log.results {
            let is_kept = result.get("suppressions").is_some();
            let fingerprint = text(
                result.get("partialFingerprints").unwrap_or(&Value::Null),
                FINGERPRINT,
            )?;
            let [reported, suppressed] = &mut seen;
            let (seen, results) = if is_kept {
                (suppressed, &mut kept)
            } else {
                (reported, &mut all.results)
            };
            if seen.insert(fingerprint) {
                results.push(result);
            }
        }
        all.troubles.extend(log.troubles);
        all.exit_code = all.exit_code.max(log.exit_code);
    }
    all.results.extend(kept);
    let index: BTreeMap<_, _> = rules.keys().cloned().zip(0_usize..).collect();
    for result in &mut all.results {
        let rule = index.get(&text(result, "ruleId")?);
        let rule = rule.context("a result is of a rule that is not listed")?;
        set(result, "ruleIndex", (*rule).into());
    }
    all.rules = rules.into_values().collect();
    let exit_code = all.exit_code;
    Ok(Merged {
        text: all.write()?,
        exit_code,
    })
}

fn text(object: &Value, key: &str) -> anyhow::Result<String> {
    let text = object.get(key).and_then(Value::as_str);
    Ok(text
        .with_context(|| format!("a text `{key}` is missing"))?
        .to_owned())
}
