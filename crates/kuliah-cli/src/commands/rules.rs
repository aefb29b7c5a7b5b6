//! `kuliah rules`: lists all rules.

use std::fmt::Write as _;

use kuliah::Safety;
use kuliah::check::{RULES, Rule};
use serde::Serialize;

use super::Exit;
use crate::args::{RulesArgs, RulesFormat};
use crate::console;

/// Lists the rules.
pub(super) fn run(args: &RulesArgs) -> anyhow::Result<Exit> {
    let text = match args.format {
        RulesFormat::Table => table(RULES.iter().copied()),
        RulesFormat::Json => json()?,
    };
    console::stdout(text.as_bytes())?;
    Ok(Exit::Success)
}

/// Rules with their severity, the safety of their fix and what they find, in columns.
pub(super) fn table(rules: impl Iterator<Item = &'static Rule> + Clone) -> String {
    let widest = rules.clone().map(|rule| rule.name.len()).max();
    let widest = widest.unwrap_or_default();
    let mut out = String::new();
    for rule in rules {
        let severity = rule.severity.name();
        let fix = rule.fix.map_or("-", fix_name);
        let summary = rule.summary();
        let name = rule.name;
        let _ = writeln!(out, "{name:widest$}  {severity:7}  {fix:6}  {summary}");
    }
    out
}

fn fix_name(safety: Safety) -> &'static str {
    match safety {
        Safety::Safe => "safe",
        Safety::Unsafe => "unsafe",
    }
}

/// What a program may want to know of a rule.
#[derive(Debug, Serialize)]
struct Entry {
    name: &'static str,
    severity: &'static str,
    /// `safe`, `unsafe` or null.
    fix: Option<&'static str>,
    since: &'static str,
    summary: String,
}

fn json() -> anyhow::Result<String> {
    let entry = |rule: &&Rule| Entry {
        name: rule.name,
        severity: rule.severity.name(),
        fix: rule.fix.map(fix_name),
        since: rule.since,
        summary: rule.summary(),
    };
    let entries: Vec<_> = RULES.iter().map(entry).collect();
    let mut text = serde_json::to_string_pretty(&entries)?;
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_a_line_with_a_summary() {
        let table = table(RULES.iter().copied());
        assert_eq!(table.lines().count(), RULES.len());
        for (line, rule) in table.lines().zip(RULES) {
            assert!(line.starts_with(rule.name) && line.ends_with(&rule.summary()));
            assert!(rule.summary().len() > 10, "{}", rule.name);
        }
    }

    #[test]
    fn every_rule_is_in_the_data() {
        let entries: serde_json::Value =
            serde_json::from_str(&json().expect("json")).expect("json");
        assert_eq!(entries.as_array().map(Vec::len), Some(RULES.len()));
        assert_eq!(entries[0]["name"], RULES[0].name);
    }
}
