//! A page for each rule, and the pages that list them.

use std::fmt::Write as _;

use anyhow::Result;
use kuliah_core::check::{Locale, RULES, Rule};
use kuliah_source::Safety;

/// The page of a rule.
pub(crate) fn page(rule: &Rule) -> String {
    format!("# `{}`\n\n{}\n\n{}", rule.name, facts(rule), rule.page())
}

fn facts(rule: &Rule) -> String {
    let fix = match rule.fix {
        None => "no fix",
        Some(Safety::Safe) => "safe fix",
        Some(Safety::Unsafe) => "unsafe fix",
    };
    let always = if rule.proof { ", always on" } else { "" };
    format!("*{}{always} · {fix} · since {}*", rule.severity, rule.since)
}

/// The page that lists every rule.
pub(crate) fn index() -> Result<String> {
    let mut out = String::from(
        "# Rules\n\nGenerated from the rules themselves; `kuliah explain RULE` shows the same page.\n\n\
         | Rule | Severity | Fix | Finds |\n|---|---|---|---|\n",
    );
    for rule in RULES {
        let fix = match rule.fix {
            None => "–",
            Some(Safety::Safe) => "safe",
            Some(Safety::Unsafe) => "unsafe",
        };
        let (name, severity, finds) = (rule.name, rule.severity, rule.summary(Locale::English));
        writeln!(
            out,
            "| [`{name}`]({name}.md) | {severity} | {fix} | {finds} |"
        )?;
    }
    Ok(out)
}

/// The names that may never be given to another rule, and the version that brought each.
pub(crate) fn table() -> Result<String> {
    let mut out = String::from("rule\tsince\n");
    for rule in RULES {
        writeln!(out, "{}\t{}", rule.name, rule.since)?;
    }
    Ok(out)
}
