//! Several reports as one: what one run over all courses would have reported.
//!
//! 1. Each report is read and taken apart; it may come from anywhere, so nothing is taken for granted.
//! 2. Parts are put in their order, and each must be there once.
//! 3. The whole is written by the code that writes the report of a run.

mod json;
mod sarif;

use std::collections::BTreeMap;

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::args::Shard;

/// A report made of others.
#[derive(Debug)]
pub(crate) struct Merged {
    /// The whole report.
    pub(crate) text: String,
    /// The worst exit code of theirs.
    pub(crate) exit_code: u8,
}

/// Makes one report of several, given by their names and texts.
///
/// # Errors
///
/// When one is no report of this version, when JSON and SARIF are mixed, or when a part is missing
/// or comes twice.
pub(crate) fn merge(reports: Vec<(String, String)>) -> anyhow::Result<Merged> {
    let mut all = Vec::new();
    for (name, text) in reports {
        let value: Value =
            serde_json::from_str(&text).with_context(|| format!("{name} is no report"))?;
        all.push((name, value));
    }
    let is_sarif = |(_, value): &(String, Value)| value.get("runs").is_some();
    if all.iter().all(is_sarif) {
        sarif::merge(in_order(all, sarif::read)?)
    } else if all.iter().any(is_sarif) {
        bail!("JSON and SARIF cannot be merged into one report");
    } else {
        json::merge(in_order(all, json::read)?)
    }
}

/// A report that was read, and the part that it says it is.
type Read<T> = (Option<Shard>, T);

/// Reads the reports and puts parts in their order.
fn in_order<T>(
    all: Vec<(String, Value)>,
    read: impl Fn(Value) -> anyhow::Result<Read<T>>,
) -> anyhow::Result<Vec<T>> {
    let mut whole = Vec::new();
    let mut parts = BTreeMap::new();
    for (name, value) in all {
        let (shard, report) =
            read(value).with_context(|| format!("{name} is no report of this version"))?;
        let Some(shard) = shard else {
            whole.push(report);
            continue;
        };
        if let Some((other, _)) = parts.insert(shard, (name.clone(), report)) {
            bail!("{other} and {name} are both part {shard}");
        }
    }
    let Some((last, _)) = parts.last_key_value() else {
        return Ok(whole);
    };
    if !whole.is_empty() {
        bail!("reports of parts and reports of whole runs cannot be merged into one");
    }
    let of = last.of();
    if parts.keys().any(|it| it.of() != of) {
        bail!("the reports are of runs in different numbers of parts");
    }
    let is_missing = |index: &usize| !parts.keys().any(|it| it.index() == *index);
    if let Some(index) = (1..=of).find(is_missing) {
        bail!("part {index}/{of} is missing");
    }
    Ok(parts.into_values().map(|(_, report)| report).collect())
}

/// The part that a report says it is.
fn shard(value: Option<&Value>) -> anyhow::Result<Option<Shard>> {
    let Some(value) = value else {
        return Ok(None);
    };
    let text = value.as_str().context("`shard` is no text")?;
    text.parse().map(Some).map_err(anyhow::Error::msg)
}

/// The list under a key.
fn list(object: &mut Value, key: &str) -> anyhow::Result<Vec<Value>> {
    match object.get_mut(key).map(Value::take) {
        Some(Value::Array(items)) => Ok(items),
        _ => bail!("there is no list `{key}`"),
    }
}

/// The exit code under a key.
fn exit_code(object: &Value, key: &str) -> anyhow::Result<u8> {
    let code = object.get(key).and_then(Value::as_u64);
    match code.and_then(|it| u8::try_from(it).ok()) {
        Some(code @ 0..=2) => Ok(code),
        _ => bail!("there is no exit code `{key}` from 0 to 2"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn part(shard: &str) -> (String, String) {
        let value = json!({
            "version": 1, "shard": shard, "findings": [{"at": shard}], "suppressed": [], "troubles": [],
            "summary": {"courses": 1, "errors": 0, "warnings": 1, "infos": 0}, "exit_code": 0,
        });
        (
            format!("{}.json", shard.replace('/', "-")),
            value.to_string(),
        )
    }

    fn fault(reports: Vec<(String, String)>) -> String {
        let fault = merge(reports).expect_err("a fault");
        format!("{fault:#}")
    }

    #[test]
    fn parts_are_put_in_their_order_whatever_the_order_of_the_files() {
        let shards = [
            "10/11", "2/11", "1/11", "3/11", "4/11", "5/11", "6/11", "7/11", "8/11", "9/11",
            "11/11",
        ];
        let merged = merge(shards.map(part).to_vec()).expect("a report");
        let value: Value = serde_json::from_str(&merged.text).expect("JSON");
        let found = value["findings"].as_array().expect("a list").iter();
        let order: Vec<_> = found.map(|it| it["at"].as_str().expect("text")).collect();
        let expected: Vec<_> = (1..=11).map(|it| format!("{it}/11")).collect();
        assert_eq!(order, expected);
        assert_eq!(value["summary"]["courses"], 11);
        assert_eq!(value.get("shard"), None);
    }

    #[test]
    fn a_part_that_is_missing_or_comes_twice_is_named() {
        assert_eq!(fault(vec![part("1/3"), part("3/3")]), "part 2/3 is missing");
        assert_eq!(
            fault(vec![part("1/2"), part("1/2")]),
            "1-2.json and 1-2.json are both part 1/2"
        );
        assert!(fault(vec![part("1/2"), part("2/3")]).contains("different numbers of parts"));
    }

    #[test]
    fn what_is_no_report_is_refused() {
        for text in [
            "",
            "[]",
            "{}",
            "{\"version\": 2}",
            "{\"runs\": 1}",
            "{\"runs\": []}",
            "null",
        ] {
            let fault = fault(vec![("a.json".to_owned(), text.to_owned())]);
            assert!(fault.starts_with("a.json is no report"), "{text}: {fault}");
        }
        let sarif = ("a.sarif".to_owned(), "{\"runs\": [{}]}".to_owned());
        assert!(fault(vec![part("1/1"), sarif]).contains("cannot be merged"));
        let (name, text) = part("1/1");
        let text = text.replace("\"exit_code\":0", "\"exit_code\":7");
        assert!(fault(vec![(name, text)]).contains("exit code"));
    }
}
