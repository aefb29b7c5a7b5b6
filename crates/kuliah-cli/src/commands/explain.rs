//! `kuliah explain`: prints the page of a rule, or lists a group of rules.

use anyhow::anyhow;
use kuliah::Safety;
use kuliah::check::{Locale, Origin, RULES, Rule, rule};

use super::{Exit, rules};
use crate::args::{Color, ExplainArgs};
use crate::{console, page_style, rule_page};

/// How alike two names must be for one to be meant by the other (Jaro–Winkler).
const ALIKE: f64 = 0.8;

/// Prints the page of a rule or the list of a group: as Markdown, and in colours where they show.
pub(super) fn run(args: &ExplainArgs, color: Color) -> anyhow::Result<Exit> {
    let page = explanation(&args.name, args.lang.locale())?;
    let page = if color.on_stdout() {
        page_style::styled(&page)
    } else {
        page
    };
    console::stdout(page.as_bytes())?;
    Ok(Exit::Success)
}

fn explanation(name: &str, locale: Locale) -> anyhow::Result<String> {
    // `error[citation/unknown-key]` may be pasted as it stands in a report.
    let name = name.trim();
    let name = name.split_once('[').map_or(name, |(_, rest)| rest);
    let name = name.trim_end_matches(['/', ']', ':']);
    if let Some(rule) = rule(name) {
        return Ok(page(rule, locale));
    }
    let group = RULES.iter().copied();
    let group = group.filter(|rule| rule.id().group() == name);
    if group.clone().next().is_some() {
        return Ok(format!(
            "# {name}\n\n{}\n`kuliah explain RULE` says more about one of them.\n",
            rules::table(group, locale)
        ));
    }
    Err(unknown(name))
}

fn unknown(name: &str) -> anyhow::Error {
    let meant = match nearest(name) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`kuliah rules` lists all".to_owned(),
    };
    anyhow!("there is no rule `{name}`; {meant}")
}

/// The rule or group whose name is most like another; rules also without their group.
fn nearest(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let candidates = RULES.iter().flat_map(|rule| {
        let id = rule.id();
        let short = rule.name.split_once('/').map_or(rule.name, |(_, it)| it);
        [
            (rule.name, rule.name),
            (short, rule.name),
            (id.group(), id.group()),
        ]
    });
    candidates
        .map(|(written, meant)| (strsim::jaro_winkler(&name, written), meant))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, meant)| meant)
}

fn page(rule: &Rule, locale: Locale) -> String {
    let name = rule.name;
    let page = rule_page::markdown(rule);
    let facts = facts(rule);
    let summary = match locale {
        Locale::English => String::new(),
        _ => format!("{}.\n\n", rule.summary(locale)),
    };
    format!("# {name}\n\n{summary}{facts}\n\n{page}\n")
}

/// Severity, fix, step and age in one line.
fn facts(rule: &Rule) -> String {
    let severity = match rule.severity.name() {
        "error" => "An error",
        "warning" => "A warning",
        _ => "An info",
    };
    let step = match rule.origin {
        Origin::Parse => "found on reading the file",
        Origin::Schema => "found on comparing the file with the schema",
        Origin::Assets => "found on reading the files that the course names",
        Origin::Export => "found on writing a handout",
        _ => "found on checking the course",
    };
    let fix = match rule.fix {
        Some(Safety::Safe) => " Has a safe fix.",
        Some(Safety::Unsafe) => " Has a fix that a person should look at.",
        None => "",
    };
    format!("{severity}, {step}. Since {}.{fix}", rule.since)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_has_a_page_without_the_blanks_of_comments() {
        let page = explanation("citation/unknown-key", Locale::English).expect("a page");
        assert!(page.starts_with("# citation/unknown-key\n\nAn error, found on checking"));
        assert!(page.contains("\n## What it finds\n"), "{page}");
        assert!(page.contains("fix that a person should look at"));
        assert!(page.contains("\n```markdown\n"), "{page}");
    }

    #[test]
    fn every_page_can_be_printed() {
        for rule in RULES {
            let page = page(rule, Locale::English);
            assert!(page.lines().all(|line| line == line.trim_end()), "{page}");
            assert!(page.contains("\n## What it finds\n"), "{}", rule.name);
        }
    }

    #[test]
    fn a_name_may_be_pasted_from_a_report() {
        let page = explanation("error[citation/unknown-key]:", Locale::English).expect("a page");
        assert!(page.starts_with("# citation/unknown-key\n"));
    }

    #[test]
    fn a_group_lists_its_rules() {
        let list = explanation("citation/", Locale::English).expect("a list");
        assert!(list.contains("citation/unknown-key") && !list.contains("schema/"));
    }

    #[test]
    fn what_was_most_likely_meant_is_named() {
        for (name, near) in [
            ("citation/unknown-keys", "citation/unknown-key"),
            ("uncited-reference", "citation/uncited-reference"),
            ("citations", "citation"),
        ] {
            let message = explanation(name, Locale::English)
                .expect_err("unknown")
                .to_string();
            assert!(
                message.ends_with(&format!("did you mean `{near}`?")),
                "{message}"
            );
        }
        let message = explanation("xyz", Locale::English)
            .expect_err("unknown")
            .to_string();
        assert!(message.ends_with("`kuliah rules` lists all"));
    }

    #[test]
    fn what_a_rule_finds_is_said_in_indonesian_where_asked_for() {
        let page = explanation("list/single-item", Locale::Indonesian).expect("a page");
        let start = "# list/single-item\n\nDaftar yang hanya berisi satu butir.\n\nAn info";
        assert!(page.starts_with(start), "{page}");
    }
}
