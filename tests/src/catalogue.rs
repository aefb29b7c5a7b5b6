//! The message keys that the sources of the project name.

use std::collections::BTreeSet;

use kuliah::check::RULES;

use crate::{files, root};

/// Keys of messages in the sources of the libraries, and names of rules.
///
/// A key is any text in quotation marks that begins with the group of a rule, as
/// `"schema/bad-format.date"`; the table of refusals names its keys without the rule.
/// Tests are left out.
pub fn keys_in_sources() -> BTreeSet<String> {
    let groups: BTreeSet<_> = RULES.iter().map(|rule| rule.id().group()).collect();
    let mut keys = BTreeSet::new();
    for path in files(&root().join("crates")) {
        let shown = path.to_string_lossy().replace('\\', "/");
        let is_source = shown.contains("/src/") && shown.ends_with(".rs");
        let is_words = shown.contains("/messages/");
        if !is_source || is_words || shown.contains("/tests/") || shown.ends_with("tests.rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let text = text.split("\n#[cfg(test)]").next().unwrap_or_default();
        keys.extend(
            literals(text)
                .filter(|it| is_key(it, &groups))
                .map(str::to_owned),
        );
        if shown.ends_with("/refusal.rs") {
            keys.extend(refusals(text));
        }
    }
    keys
}

/// The texts in quotation marks; comments are left out.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
}

fn is_key(text: &str, groups: &BTreeSet<&str>) -> bool {
    let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let parts = text.split_once('/');
    parts.is_some_and(|(group, name)| {
        groups.contains(group)
            && name.ends_with(is_word)
            && name.chars().all(|c| is_word(c) || c == '.')
    })
}

/// `NAME = "key";` of the table in `refusal.rs`.
fn refusals(text: &str) -> Vec<String> {
    let rows = text.lines().filter_map(|line| {
        let (_, key) = line.trim().strip_suffix("\";")?.split_once(" = \"")?;
        Some(format!("syntax/unsupported-markup.{key}"))
    });
    rows.flat_map(|key| [format!("{key}.help"), key]).collect()
}
