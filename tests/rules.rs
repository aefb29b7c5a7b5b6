//! Every rule: its page, its examples, its fixtures, its fix, its words.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use kuliah::check::{Locale, Origin, RULES, Rule, catalogue, rule};
use kuliah::{
    Diagnostic, FileId, Input, Message, NoAssets, RuleId, Safety, Severity, SourceMap, Syntax,
    compile,
};
use kuliah_tests::catalogue::keys_in_sources;
use kuliah_tests::finding::{places, words};
use kuliah_tests::fixture::{Fixture, configuration, fixtures, options};

/// The least number of fixtures of a rule that are right, and of those that are not.
const LEAST: usize = 3;

/// Rules that no course file makes report, and why.
const NEVER_REPORTED: [(&str, &str); 1] = [(
    "schema/other",
    "it stands for errors that no other rule names, and there is none in format 1",
)];

/// Rules whose pages have no example, and why.
const WITHOUT_EXAMPLE: [(&str, &str); 10] = [
    ("citation/unreadable-bibliography", "it needs a second file"),
    ("citation/unreadable-style", "it needs a second file"),
    ("export/missing-glyph", "it is found when a PDF is written"),
    ("export/not-shown", "it is found when a file is written"),
    ("export/overfull-line", "it is found when a PDF is written"),
    ("reference/missing-file", "it needs a second file"),
    ("reference/unreadable-image", "it needs a second file"),
    ("schema/other", "nothing makes it report"),
    ("syntax/limit-exceeded", "it would fill the page"),
    ("syntax/not-utf8", "a page is UTF-8 itself"),
];

/// Messages that need no help, and why.
const WITHOUT_HELP: [(&str, &str); 2] = [
    (
        "schema/unknown-value",
        "the message names every value that may stand there",
    ),
    (
        "schema/wrong-type",
        "the message says what sort of value must stand there",
    ),
];

/// An example on the page of a rule.
struct Example {
    rule: &'static Rule,
    /// Whether the rule must report something in it.
    reports: bool,
    syntax: Syntax,
    text: String,
}

impl Example {
    fn findings(&self) -> (SourceMap, Vec<Diagnostic>) {
        if self.rule.origin == Origin::Config {
            return configuration(self.rule.name, &self.text);
        }
        let input = Input::new("contoh", self.text.as_bytes(), self.syntax);
        let compiled = compile(&input, &NoAssets, &options(self.rule.name));
        (compiled.sources, compiled.diagnostics)
    }
}

/// The headings of a page; those in code blocks are the examples' own.
fn headings(rule: &Rule) -> Vec<&'static str> {
    let mut in_code = false;
    let mut out = Vec::new();
    for line in page(rule) {
        in_code ^= line.starts_with("```");
        out.extend(line.strip_prefix("## ").filter(|_| !in_code));
    }
    out
}

/// The page of a rule, without the blank before each line.
fn page(rule: &Rule) -> Vec<&'static str> {
    let lines = rule.docs.lines();
    lines
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect()
}

/// The code blocks of a page that are marked `reports` or `silent`.
fn examples(rule: &'static Rule) -> Vec<Example> {
    let mut out = Vec::new();
    let mut open: Option<(Syntax, bool, String)> = None;
    for line in page(rule) {
        match (&mut open, line.strip_prefix("```")) {
            (Some((_, _, text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (Some(_), Some(_)) => {
                let closed = open.take();
                out.extend(closed.map(|(syntax, reports, text)| Example {
                    rule,
                    reports,
                    syntax,
                    text: whole(text, syntax),
                }));
            }
            (None, Some(info)) => {
                let (syntax, mark) = info.split_once(',').unwrap_or((info, ""));
                let syntax = syntax.parse().expect("the name of a syntax");
                assert!(
                    matches!(mark, "reports" | "silent"),
                    "{}: {info}",
                    rule.name
                );
                open = Some((syntax, mark == "reports", String::new()));
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "{}: a code block is not closed", rule.name);
    out
}

/// A part of a course in Markdown, as examples are, made a whole one.
fn whole(text: String, syntax: Syntax) -> String {
    if syntax != Syntax::Markdown || text.starts_with("---\n") {
        return text;
    }
    let heading = if text.starts_with("# ") {
        ""
    } else {
        "# Materi\n\n"
    };
    format!("---\nformat: 1\ntitle: Contoh\nlang: id\n---\n{heading}{text}")
}

fn all_examples() -> Vec<Example> {
    RULES.iter().flat_map(|rule| examples(rule)).collect()
}

fn of_rule<'a>(name: &str, findings: &'a [Diagnostic]) -> Vec<&'a Diagnostic> {
    findings
        .iter()
        .filter(|it| it.rule.as_str() == name)
        .collect()
}

fn said(findings: &[Diagnostic], sources: &SourceMap) -> String {
    let lines: Vec<_> = findings.iter().map(|it| words(it, sources)).collect();
    lines.join("\n")
}

#[test]
fn every_fixture_reports_what_it_expects() {
    let mut failed = Vec::new();
    for fixture in fixtures() {
        let (sources, findings) = fixture.findings();
        let mut expected = fixture.expected.clone();
        // What is only worth knowing is told of the rule alone that the fixture is for.
        let findings: Vec<_> = findings
            .into_iter()
            .filter(|it| it.severity > Severity::Info || it.rule.as_str() == fixture.rule)
            .collect();
        let mut found = places(&findings, &sources);
        expected.sort();
        found.sort();
        if found != expected {
            let said = said(&findings, &sources);
            failed.push(format!(
                "{}: expected {expected:#?}, found\n{said}\n",
                fixture.name
            ));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn every_rule_has_fixtures() {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for fixture in fixtures() {
        assert!(
            rule(&fixture.rule).is_some(),
            "{}: no such rule",
            fixture.name
        );
        assert_eq!(
            fixture.is_valid,
            fixture.expected.is_empty(),
            "{}",
            fixture.name
        );
        let own = format!(" {}", fixture.rule);
        let is_of_rule = fixture.expected.iter().any(|it| it.ends_with(&own));
        assert!(
            fixture.is_valid || is_of_rule,
            "{}: not of its rule",
            fixture.name
        );
        let count = counts.entry(fixture.rule).or_default();
        if fixture.is_valid {
            count.0 += 1;
        } else {
            count.1 += 1;
        }
    }
    for rule in RULES {
        let (valid, invalid) = counts.get(rule.name).copied().unwrap_or_default();
        let never = NEVER_REPORTED.iter().any(|(name, _)| *name == rule.name);
        let enough = valid >= LEAST && (invalid >= LEAST || never);
        assert!(enough, "{}: {valid} valid, {invalid} invalid", rule.name);
    }
}

#[test]
fn examples_on_pages_are_true() {
    for example in all_examples() {
        let (sources, findings) = example.findings();
        let found = !of_rule(example.rule.name, &findings).is_empty();
        let (name, text) = (example.rule.name, &example.text);
        assert_eq!(
            found,
            example.reports,
            "{name}:\n{text}\n{}",
            said(&findings, &sources)
        );
    }
}

#[test]
fn every_page_has_its_headings_and_examples() {
    for rule in RULES {
        let examples = examples(rule);
        let mut expected = vec!["What it finds", "Why it matters"];
        if !WITHOUT_EXAMPLE.iter().any(|(name, _)| *name == rule.name) {
            expected.extend(["Example", "Instead"]);
            let reports: Vec<_> = examples.iter().map(|it| it.reports).collect();
            assert!(
                reports.contains(&true) && reports.contains(&false),
                "{}",
                rule.name
            );
        }
        if rule.fix.is_some() {
            expected.push("Fix safety");
        }
        let mut headings = headings(rule);
        // A rule that does what a configuration says has a last heading for that.
        if headings.last() == Some(&"How to configure") {
            headings.pop();
        }
        assert_eq!(headings, expected, "{}", rule.name);
        let summary = rule.summary(Locale::English);
        assert!(summary.len() > 20, "{}: {summary}", rule.name);
    }
}

/// Puts every fix of a rule into a text; edits that overlap an earlier one wait.
fn fixed(text: &str, name: &str, findings: &[Diagnostic]) -> Option<String> {
    let fixes = of_rule(name, findings)
        .into_iter()
        .filter_map(|it| it.fix.as_ref());
    let mut edits: Vec<_> = fixes.flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    if edits.is_empty() {
        return None;
    }
    let (mut out, mut at) = (String::new(), 0);
    for edit in edits {
        let range = edit.span.range().expect("a place");
        assert_eq!(edit.span.file(), Some(FileId::FIRST));
        if range.start >= at {
            out.push_str(text.get(at..range.start).expect("in the text"));
            out.push_str(&edit.text);
            at = range.end;
        }
    }
    out.push_str(text.get(at..).expect("in the text"));
    Some(out)
}

#[test]
fn a_fix_makes_its_rule_silent() {
    let mut mended = BTreeSet::new();
    for fixture in fixtures() {
        let (_, findings) = fixture.findings();
        let Some(text) = fixed(&fixture.text(), &fixture.rule, &findings) else {
            continue;
        };
        let (sources, left) = fixture.findings_in(text.as_bytes());
        let before = of_rule(&fixture.rule, &findings);
        let without_fix = before.iter().filter(|it| it.fix.is_none()).count();
        let left = of_rule(&fixture.rule, &left);
        let said: Vec<_> = left.iter().map(|it| words(it, &sources)).collect();
        assert_eq!(
            left.len(),
            without_fix,
            "{}: {said:?}\n{text}",
            fixture.name
        );
        mended.insert(fixture.rule.clone());
    }
    for rule in RULES {
        let has_fix = mended.contains(rule.name);
        assert_eq!(
            rule.fix.is_some(),
            has_fix,
            "{}: no fixture with its fix",
            rule.name
        );
    }
}

/// The errors of a course, by rule.
fn errors(findings: &[Diagnostic]) -> BTreeMap<RuleId, usize> {
    let mut errors = BTreeMap::new();
    for finding in findings.iter().filter(|it| it.severity == Severity::Error) {
        *errors.entry(finding.rule).or_default() += 1;
    }
    errors
}

#[test]
fn mending_ends_and_makes_no_new_errors() {
    for fixture in fixtures() {
        let (_, before) = fixture.findings();
        let before = errors(&before);
        // A course that could not be read has errors that nobody could see yet.
        let was_read = before
            .keys()
            .all(|it| !matches!(it.group(), "syntax" | "schema"));
        for safety in [Safety::Safe, Safety::Unsafe] {
            let Some(mended) = fixture.mend(&fixture.text(), safety) else {
                continue;
            };
            let after = errors(&mended.compiled.diagnostics);
            let is_new = |rule: &RuleId| after.get(rule) > before.get(rule);
            let new: Vec<_> = after.keys().filter(|it| is_new(it)).collect();
            assert!(!was_read || new.is_empty(), "{}: {new:?}", fixture.name);
            let Some(text) = mended.course else {
                continue;
            };
            let again = fixture.mend(&text, safety).expect("a course");
            assert_eq!((again.course, again.applied), (None, 0), "{}", fixture.name);
            let left = mended.compiled.diagnostics.iter();
            let left = left.filter(|it| it.fix.as_ref().is_some_and(|fix| fix.safety <= safety));
            assert_eq!(left.count(), 0, "{}", fixture.name);
        }
    }
}

/// The findings of every fixture and every example.
fn all_findings() -> Vec<(String, SourceMap, Vec<Diagnostic>)> {
    let of_fixture = |it: &Fixture| {
        let (sources, findings) = it.findings();
        (it.name.clone(), sources, findings)
    };
    let of_example = |it: &Example| {
        let (sources, findings) = it.findings();
        (format!("page of {}", it.rule.name), sources, findings)
    };
    let fixtures = fixtures();
    let fixtures = fixtures.iter().map(of_fixture);
    let examples = all_examples();
    fixtures.chain(examples.iter().map(of_example)).collect()
}

#[test]
fn findings_are_as_their_rules_say() {
    for (name, sources, findings) in all_findings() {
        for finding in &findings {
            let said = words(finding, &sources);
            let rule = rule(finding.rule.as_str());
            let Some(rule) = rule else {
                panic!("{name}: no such rule: {said}");
            };
            assert_eq!(finding.severity, rule.severity, "{name}: {said}");
            assert!(!rule.proof || rule.severity == Severity::Error, "{name}");
            assert!(sources.text_of(finding.span()).is_some(), "{name}: {said}");
            if let Some(fix) = &finding.fix {
                assert_eq!(Some(fix.safety), rule.fix, "{name}: {said}");
            }
        }
    }
}

#[test]
fn every_finding_says_what_to_do() {
    for (name, sources, findings) in all_findings() {
        for finding in &findings {
            let key = finding.message.key();
            let needs_none = WITHOUT_HELP.iter().any(|(it, _)| *it == key);
            let said = words(finding, &sources);
            assert!(finding.help.is_some() || needs_none, "{name}: {said}");
        }
    }
}

/// Everything a finding says.
fn messages(finding: &Diagnostic) -> impl Iterator<Item = &Message> {
    let labels = finding.labels.iter().filter_map(|it| it.message.as_ref());
    let fix = finding.fix.as_ref().map(|it| &it.title);
    std::iter::once(&finding.message)
        .chain(labels)
        .chain(&finding.help)
        .chain(fix)
}

#[test]
fn every_message_has_words_and_every_place_in_them_is_filled() {
    // Braces that authors are to write themselves.
    let written = ["count"];
    let english = catalogue(Locale::English);
    for (name, _, findings) in all_findings() {
        for message in findings.iter().flat_map(messages) {
            let template = english.template(message.key());
            let Some(template) = template else {
                panic!("{name}: no words for {}", message.key());
            };
            for part in template.split('{').skip(1) {
                let place = part.split('}').next().unwrap_or_default();
                let is_filled = message.args().iter().any(|(name, _)| *name == place);
                let is_name = place.chars().all(|c| c.is_ascii_lowercase());
                let is_written = !is_name || written.contains(&place);
                assert!(
                    is_filled || is_written,
                    "{name}: {{{place}}} of {}",
                    message.key()
                );
            }
        }
    }
}

#[test]
fn the_catalogue_and_the_sources_name_the_same_keys() {
    let named = keys_in_sources();
    let known: BTreeSet<String> = catalogue(Locale::English)
        .entries()
        .map(|(key, _)| key.to_owned())
        .collect();
    // The name of a rule is in the sources for its own sake.
    let missing: Vec<_> = named
        .difference(&known)
        .filter(|key| rule(key).is_none())
        .collect();
    let unused: Vec<_> = known.difference(&named).collect();
    assert!(missing.is_empty(), "no words for {missing:#?}");
    assert!(unused.is_empty(), "nobody says {unused:#?}");
}
