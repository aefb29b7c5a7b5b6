//! `kuliah rules`: lists all rules.

use std::fmt::Write as _;

use kuliah::Safety;
use kuliah::check::{Locale, Policy, RULES, Rule};
use serde::Serialize;

use super::Exit;
use crate::args::{RulesArgs, RulesFormat};
use crate::console;

/// Lists the rules.
pub(super) fn run(args: &RulesArgs) -> anyhow::Result<Exit> {
    let locale = args.lang.locale();
    let text = match args.format {
        RulesFormat::Table => table(RULES.iter().copied(), locale),
        RulesFormat::Json => json(locale)?,
    };
    console::stdout(text.as_bytes())?;
    Ok(Exit::Success)
}

/// Rules with their severity, whether they are on by default, the safety of their fix and what they
/// find, in columns.
pub(super) fn table(rules: impl Iterator<Item = &'static Rule> + Clone, locale: Locale) -> String {
    let widest = rules.clone().map(|rule| rule.name.len()).max();
    let widest = widest.unwrap_or_default();
    let policy = Policy::default();
    let mut out = String::new();
    for rule in rules {
        let severity = rule.severity.name();
        let state = if policy.is_on(rule) { "on" } else { "off" };
        let fix = rule.fix.map_or("-", fix_name);
        let summary = rule.summary(locale);
        let name = rule.name;
        let _ = writeln!(
            out,
            "{name:widest$}  {severity:7}  {state:3}  {fix:6}  {summary}"
        );
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
    /// Whether it is on where no configuration says otherwise.
    on_by_default: bool,
    /// `safe`, `unsafe` or null.
    fix: Option<&'static str>,
    since: &'static str,
    summary: String,
}

fn json(locale: Locale) -> anyhow::Result<String> {
    let policy = Policy::default();
    let entry = |rule: &&Rule| Entry {
        name: rule.name,
        severity: rule.severity.name(),
        on_by_default: policy.is_on(rule),
        fix: rule.fix.map(fix_name),
        since: rule.since,
        summary: rule.summary(locale),
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
        let table = table(RULES.iter().copied(), Locale::English);
        assert_eq!(table.lines().count(), RULES.len());
        for (line, rule) in table.lines().zip(RULES) {
            assert!(line.starts_with(rule.name) && line.ends_with(&rule.summary(Locale::English)));
        }
    }

    #[test]
    fn columns_are_name_severity_state_and_fix() {
        let all = table(RULES.iter().copied(), Locale::English);
        let line = all
            .lines()
            .find(|it| it.starts_with("citation/unknown-key "));
        let columns: Vec<_> = line
            .into_iter()
            .flat_map(|it| it.split_whitespace().take(4))
            .collect();
        assert_eq!(columns, ["citation/unknown-key", "error", "on", "unsafe"]);
    }

    #[test]
    fn every_rule_is_in_the_data() {
        let entries: serde_json::Value =
            serde_json::from_str(&json(Locale::English).expect("json")).expect("json");
        assert_eq!(entries.as_array().map(Vec::len), Some(RULES.len()));
        assert_eq!(entries[0]["name"], RULES[0].name);
        assert_eq!(entries[0]["on_by_default"], true);
    }

    #[test]
    fn it_speaks_indonesian_where_asked_to() {
        let table = table(RULES.iter().copied(), Locale::Indonesian);
        let line = table.lines().find(|it| it.starts_with("list/single-item "));
        assert!(line.is_some_and(|it| it.ends_with("Daftar yang hanya berisi satu butir")));
    }
}
