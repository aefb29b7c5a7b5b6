//! Each report format: what it holds is what it was, and its readers take it.

use std::collections::BTreeSet;
use std::fs;

use kuliah::check::RULES;
use kuliah_tests::reports::{FORMATS, report, reports};
use kuliah_tests::root;
use roxmltree::{Document, Node};
use serde_json::Value;

use crate::desk::{CLEAN, Desk, with_error, with_warning};

/// What every report of the courses with faults finds.
const FINDINGS: usize = 9;

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// Holds data against a schema of the repository.
#[track_caller]
pub(crate) fn fits(data: &Value, schema: &str) {
    let text = fs::read_to_string(root().join(schema)).expect("a schema");
    // A slip in the schema of SARIF: its last bracket closes nothing.
    let schema = json(&text.replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}$"));
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(&schema).expect("a sound schema");
    let faults: Vec<_> = validator
        .iter_errors(data)
        .map(|it| it.to_string())
        .collect();
    assert!(faults.is_empty(), "{faults:#?}\n{data:#}");
}

#[test]
fn reports_are_up_to_date() {
    for (path, text) in reports() {
        let old = fs::read_to_string(root().join(&path)).unwrap_or_default();
        assert!(
            text == old,
            "{path} differs; if the change is meant, run `cargo xtask golden`\n{text}"
        );
    }
}

#[test]
fn the_same_courses_give_the_same_report_however_many_are_worked_on_at_once() {
    let desk = Desk::new();
    for number in 0..12 {
        desk.put(&format!("{number}/e.md"), with_error());
        desk.put(&format!("{number}/w.md"), with_warning());
    }
    for (format, _) in FORMATS {
        let one = desk.run(&["check", "--format", format, "--jobs", "1"]);
        let many = desk.run(&["check", "--format", format, "--jobs", "7"]);
        assert_eq!(one, many, "{format}");
    }
}

#[test]
fn json_fits_its_schema_and_json_lines_say_the_same() {
    let whole = json(&report("json"));
    fits(&whole, "schema/diagnostics.schema.json");
    let findings = whole["findings"].as_array().expect("findings");
    assert_eq!(findings.len(), FINDINGS);
    let lines = report("json-lines");
    let lines: Vec<_> = lines.lines().map(json).collect();
    assert_eq!(&lines, findings);
}

#[test]
fn the_schema_refuses_what_is_no_report() {
    let schema = fs::read_to_string(root().join("schema/diagnostics.schema.json"));
    let schema = json(&schema.expect("the schema"));
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    let good = json(&report("json"));
    assert!(validator.is_valid(&good));
    for (pointer, value) in [
        ("/version", Value::from("1")),
        ("/findings/0/severity", "bad".into()),
        ("/findings/0/line", Value::Null),
        ("/findings/0/labels/0/path", 1.into()),
        ("/summary/errors", (-1).into()),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).expect(pointer) = value;
        assert!(!validator.is_valid(&bad), "{pointer}");
    }
}

#[test]
fn sarif_fits_the_schema_of_oasis() {
    let sarif = json(&report("sarif"));
    fits(&sarif, "tests/schemas/sarif-schema-2.1.0.json");
    let run = &sarif["runs"][0];
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), FINDINGS);
    let rules = &run["tool"]["driver"]["rules"];
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index");
        let rule = &rules[usize::try_from(index).expect("an index")];
        assert_eq!(rule["id"], result["ruleId"]);
        let name = rule["id"].as_str().expect("a name");
        assert!(RULES.iter().any(|it| it.name == name));
        let file = &result["locations"][0]["physicalLocation"]["artifactLocation"];
        assert_eq!(file["uriBaseId"], "%SRCROOT%");
        let uri = file["uri"].as_str().expect("an address");
        assert!(
            !uri.starts_with(['/', '.']) && !uri.contains([' ', '\\']),
            "{uri}"
        );
    }
    assert!(results.iter().any(|it| it.get("fixes").is_some()));
    assert!(
        results
            .iter()
            .any(|it| it.get("relatedLocations").is_some())
    );
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn gitlab_fits_the_fields_that_it_asks_for() {
    let issues = json(&report("gitlab"));
    fits(&issues, "tests/schemas/gitlab-code-quality.schema.json");
    let issues = issues.as_array().expect("a list");
    assert_eq!(issues.len(), FINDINGS);
    let fingerprints: BTreeSet<_> = issues
        .iter()
        .filter_map(|it| it["fingerprint"].as_str())
        .collect();
    assert_eq!(fingerprints.len(), FINDINGS);
}

fn elements<'a>(xml: &'a Document<'a>, name: &str) -> Vec<Node<'a, 'a>> {
    let all = xml.root_element().descendants();
    all.filter(|it| it.has_tag_name(name)).collect()
}

#[test]
fn junit_is_xml_whose_counts_are_right() {
    let text = report("junit");
    let xml = Document::parse(&text).expect("well-formed");
    let suites = elements(&xml, "testsuite");
    assert_eq!(suites.len(), 2);
    for node in suites.into_iter().chain([xml.root_element()]) {
        for (attribute, element) in [
            ("tests", "testcase"),
            ("failures", "failure"),
            ("errors", "error"),
        ] {
            let all = node.descendants().filter(|it| it.has_tag_name(element));
            let count = all.count().to_string();
            assert_eq!(
                node.attribute(attribute),
                Some(count.as_str()),
                "{attribute}"
            );
        }
    }
    let cases: BTreeSet<_> = elements(&xml, "testcase")
        .into_iter()
        .map(|it| (it.attribute("classname"), it.attribute("name")))
        .collect();
    assert_eq!(
        cases.len(),
        elements(&xml, "testcase").len(),
        "names are unique"
    );
    let lines: usize = ["failure", "system-out"]
        .iter()
        .flat_map(|name| elements(&xml, name))
        .map(|it| it.text().unwrap_or_default().lines().count())
        .sum();
    assert_eq!(lines, FINDINGS);
}

/// Each finding of the JSON report as its place, and its severity and rule.
fn places_and_rules() -> Vec<(String, String)> {
    let whole = json(&report("json"));
    let findings = whole.get("findings").and_then(Value::as_array);
    let text = |it: &Value, name: &str| it.get(name).and_then(Value::as_str).map(str::to_owned);
    let number = |it: &Value, name: &str| it.get(name).and_then(Value::as_u64);
    let place = |it: &Value| {
        let (line, column) = (number(it, "line")?, number(it, "column")?);
        Some(format!("{}:{line}:{column}", text(it, "path")?))
    };
    let rule = |it: &Value| Some(format!("{}[{}]", text(it, "severity")?, text(it, "rule")?));
    let findings = findings.expect("findings").iter();
    let both = findings.map(|it| Some((place(it)?, rule(it)?)));
    both.map(|it| it.expect("a place and a rule")).collect()
}

#[test]
fn texts_for_people_say_the_same_places_and_rules() {
    let expected = places_and_rules();
    let concise = report("concise");
    let lines: Vec<_> = concise.lines().collect();
    assert_eq!(lines.len(), expected.len());
    for (line, (place, rule)) in lines.iter().zip(&expected) {
        assert!(line.starts_with(&format!("{place}: {rule}: ")), "{line}");
    }
    let full = report("full");
    let mut heads = Vec::new();
    let mut lines = full.lines();
    while let Some(line) = lines.next() {
        // People read how bad it is in the language of the course.
        let named = [
            ("error[", "error["),
            ("galat[", "error["),
            ("peringatan[", "warning["),
            ("info[", "info["),
        ];
        let named = named.iter().find_map(|(word, severity)| {
            let rule = line.strip_prefix(word)?;
            Some(format!("{severity}{}", rule.split_once(": ")?.0))
        });
        if let Some(rule) = named {
            let arrow = lines.next().expect("the place below it").trim_start();
            let place = arrow.strip_prefix("--> ").expect("an arrow");
            heads.push((place.to_owned(), rule));
        }
    }
    assert_eq!(heads, expected);
}

#[test]
fn github_gets_one_command_a_finding() {
    let text = report("github");
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), FINDINGS);
    for line in lines {
        let rest = line.strip_prefix("::").expect("a command");
        let (head, message) = rest.split_once("::").expect("a message");
        let (name, properties) = head.split_once(' ').expect("properties");
        assert!(["error", "warning", "notice"].contains(&name), "{line}");
        for property in properties.split(',') {
            assert!(property.contains('='), "{line}");
        }
        assert!(!message.is_empty() && !head.contains(':'), "{line}");
    }
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_languages_change() {
    let fingerprints = |text: &str| {
        let desk = Desk::with(&[("a.md", text)]);
        let report = desk.run(&["check", "--format", "json"]).json();
        let findings = report["findings"].as_array().expect("findings");
        let of = |it: &Value| it["fingerprint"].as_str().expect("a text").to_owned();
        findings.iter().map(of).collect::<Vec<_>>()
    };
    let text = with_error();
    let twice = format!("{text}\nAgain [@nobody].\n");
    let one = fingerprints(&text);
    assert_eq!(one.len(), 1);
    let moved = text.replace("# Material", "# Before\n\nWords.\n\n# Material");
    assert_eq!(fingerprints(&moved), one);
    let two = fingerprints(&twice);
    assert_eq!(two.first(), one.first());
    assert!(two.len() == 2 && two[0] != two[1]);
    assert_ne!(fingerprints(&text.replace("nobody", "nobodies")), one);
}

#[test]
fn what_could_not_be_done_is_in_the_report() {
    let desk = Desk::with(&[("a.md", CLEAN)]);
    let run = |format| {
        desk.run(&["check", "--format", format, "a.md", "gone.md"])
            .ends(2)
    };
    let data = run("json").json();
    fits(&data, "schema/diagnostics.schema.json");
    let trouble = data["troubles"][0].as_str().expect("a trouble");
    assert!(trouble.starts_with("cannot read gone.md: "), "{trouble}");
    let sarif = run("sarif").json();
    fits(&sarif, "tests/schemas/sarif-schema-2.1.0.json");
    let invocation = &sarif["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let junit = run("junit").stdout;
    let xml = Document::parse(&junit).expect("well-formed");
    assert_eq!(xml.root_element().attribute("errors"), Some("1"));
}

#[test]
fn a_bibliography_that_two_courses_share_is_reported_once() {
    let course = CLEAN.replace("lang: en", "lang: en\nbibliography: refs.bib");
    let desk = Desk::with(&[("a.md", &course), ("b.md", &course)]);
    desk.put("refs.bib", "@misc{one, title={One}, year={2000}}\n");
    let count = |format| desk.run(&["check", "--format", format]).ends(0).json();
    assert_eq!(count("gitlab").as_array().map(Vec::len), Some(1));
    assert_eq!(
        count("sarif")["runs"][0]["results"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
    assert_eq!(count("json")["findings"].as_array().map(Vec::len), Some(2));
}
