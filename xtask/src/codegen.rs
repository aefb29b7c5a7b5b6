//! Everything that is generated.

use std::fs;

use anyhow::{Result, bail};
use kuliah_core::check::RULES;
use kuliah_core::schema::{config_schema, course_schema, profile_schema};

use crate::output::{Output, root};
use crate::{pages, rule_list};

/// Where the rules' pages are.
const PAGES: &str = "docs/rules";

/// Writes the generated files, or compares them.
pub(crate) fn run(check: bool) -> Result<()> {
    let mut output = Output::default();
    output.add(format!("{}/mod.rs", rule_list::RULES), rule_list::module()?);
    let schemas = [
        ("config", config_schema()),
        ("course", course_schema()),
        ("diagnostics", kuliah_cli::diagnostics_schema()),
        ("profile", profile_schema()),
    ];
    for (name, schema) in schemas {
        let text = serde_json::to_string_pretty(&schema)? + "\n";
        output.add(format!("schema/{name}.schema.json"), text);
    }
    for rule in RULES {
        output.add(format!("{PAGES}/{}.md", rule.name), pages::page(rule));
    }
    output.add(format!("{PAGES}/README.md"), pages::index()?);
    output.add(format!("{PAGES}/index.tsv"), pages::table()?);
    names_stay(&output)?;
    if check {
        output.check()
    } else {
        output.write()
    }
}

/// A rule that was published keeps its name, and its page.
fn names_stay(output: &Output) -> Result<()> {
    let path = root().join(PAGES).join("index.tsv");
    let Ok(published) = fs::read_to_string(path) else {
        return Ok(());
    };
    for line in published.lines().skip(1) {
        let name = line.split('\t').next().unwrap_or_default();
        let page = format!("{PAGES}/{name}.md");
        if !output.paths().any(|it| it == page) {
            bail!("the rule `{name}` was published and is gone; names are never taken back");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_generated_files_are_up_to_date() {
        super::run(true).expect("up to date");
    }
}
