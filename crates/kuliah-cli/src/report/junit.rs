//! JUnit XML, which build servers show as tests.
//!
//! A course is a suite, and a rule that found something in it a test, so that a test keeps its
//! name from run to run. A test fails by what fails the run; findings below that are its output.
//! What could not be done is a suite of its own, of tests with errors.

use std::collections::BTreeMap;
use std::io;

use kuliah::Severity;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::finding::Finding;
use super::{CourseFindings, Run, concise, counted, escape};

/// The suite of what could not be done.
const TROUBLES: &str = "kuliah";

/// The test of a course in which nothing was found.
const CLEAN: &str = "kuliah check";

/// A suite: a course.
struct Suite<'a> {
    name: &'a str,
    tests: Vec<Test>,
}

/// A test: a rule.
struct Test {
    name: String,
    outcome: Outcome,
}

enum Outcome {
    /// With what was found all the same.
    Passed(String),
    /// With a short and a long account.
    Failed(String, String),
    /// Could not be run, and why.
    Broken(String),
}

/// The courses as suites.
///
/// # Errors
///
/// When the XML cannot be written.
pub(super) fn report(courses: &[CourseFindings], run: &Run<'_>) -> anyhow::Result<String> {
    let mut suites: Vec<_> = courses.iter().map(|it| suite(it, run.fail_on)).collect();
    if !run.troubles.is_empty() {
        let broken = |what: &String| Test {
            name: escape(what),
            outcome: Outcome::Broken(escape(what)),
        };
        suites.push(Suite {
            name: TROUBLES,
            tests: run.troubles.iter().map(broken).collect(),
        });
    }
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 2);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let all = suites.iter().flat_map(|suite| &suite.tests);
    let counts = counts(all);
    out.create_element("testsuites")
        .with_attribute(("name", "kuliah"))
        .with_attributes(attributes(&counts))
        .write_inner_content(|out| suites.iter().try_for_each(|it| write_suite(out, it)))?;
    let mut text = String::from_utf8(out.into_inner())?;
    text.push('\n');
    Ok(text)
}

fn suite(course: &CourseFindings, fail_on: Severity) -> Suite<'_> {
    let mut rules: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &course.findings {
        rules.entry(finding.rule).or_default().push(finding);
    }
    let mut tests: Vec<_> = rules
        .into_iter()
        .map(|(rule, findings)| Test {
            name: rule.to_owned(),
            outcome: outcome(&findings, fail_on),
        })
        .collect();
    if tests.is_empty() {
        tests.push(Test {
            name: CLEAN.to_owned(),
            outcome: Outcome::Passed(String::new()),
        });
    }
    Suite {
        name: &course.course,
        tests,
    }
}

fn outcome(findings: &[&Finding], fail_on: Severity) -> Outcome {
    let lines: Vec<_> = findings.iter().map(|it| concise::line(it, false)).collect();
    let all = lines.join("\n");
    let fails = |it: &&&Finding| Severity::from(it.severity) >= fail_on;
    let failing: Vec<_> = findings.iter().filter(fails).collect();
    match failing.as_slice() {
        [] => Outcome::Passed(all),
        [one] => Outcome::Failed(escape(&one.message), all),
        many => Outcome::Failed(counted(many.len(), "finding", "findings"), all),
    }
}

/// How many tests there are, how many fail and how many are broken.
fn counts<'a>(tests: impl Iterator<Item = &'a Test>) -> [String; 3] {
    let (mut all, mut failures, mut errors) = (0_usize, 0_usize, 0_usize);
    for test in tests {
        all += 1;
        match test.outcome {
            Outcome::Passed(_) => {}
            Outcome::Failed(..) => failures += 1,
            Outcome::Broken(_) => errors += 1,
        }
    }
    [all, failures, errors].map(|it| it.to_string())
}

fn attributes(counts: &[String; 3]) -> impl Iterator<Item = (&str, &str)> {
    let names = ["tests", "failures", "errors"];
    names.into_iter().zip(counts.iter().map(String::as_str))
}

fn write_suite(out: &mut Writer<Vec<u8>>, suite: &Suite<'_>) -> io::Result<()> {
    let counts = counts(suite.tests.iter());
    let name = escape(suite.name);
    out.create_element("testsuite")
        .with_attribute(("name", name.as_str()))
        .with_attributes(attributes(&counts))
        .write_inner_content(|out| {
            let mut tests = suite.tests.iter();
            tests.try_for_each(|test| write_test(out, &name, test))
        })?;
    Ok(())
}

fn write_test(out: &mut Writer<Vec<u8>>, suite: &str, test: &Test) -> io::Result<()> {
    let element = out
        .create_element("testcase")
        .with_attribute(("name", test.name.as_str()))
        .with_attribute(("classname", suite));
    match &test.outcome {
        Outcome::Passed(output) if output.is_empty() => element.write_empty()?,
        Outcome::Passed(output) => element.write_inner_content(|out| {
            let output = BytesText::new(output);
            out.create_element("system-out")
                .write_text_content(output)?;
            Ok(())
        })?,
        Outcome::Failed(short, long) => element.write_inner_content(|out| {
            out.create_element("failure")
                .with_attribute(("message", short.as_str()))
                .with_attribute(("type", test.name.as_str()))
                .write_text_content(BytesText::new(long))?;
            Ok(())
        })?,
        Outcome::Broken(what) => element.write_inner_content(|out| {
            out.create_element("error")
                .with_attribute(("message", what.as_str()))
                .write_empty()?;
            Ok(())
        })?,
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kuliah::{Diagnostic, FileId, Message, RuleId, SourceMap, Span};

    use super::*;
    use crate::report::{Sources, Tally, finding, mark};

    fn course(name: &str, severities: &[Severity]) -> CourseFindings {
        let mut map = SourceMap::new();
        map.add(name, "satu\n");
        let span = Span::new(FileId::FIRST, 0..4);
        let rule = "citation/unknown-key";
        let found = severities.iter().map(|&severity| {
            let message = Message::new(rule).with("key", "<a> & \"\u{1b}\u{ffff}]]>");
            Diagnostic::new(RuleId::new(rule), severity, span, message)
        });
        let found: Vec<_> = found.collect();
        let sources = Sources::new(&map, Path::new(""));
        CourseFindings {
            course: name.to_owned(),
            findings: finding::findings(&mark(found, &sources), &sources),
        }
    }

    fn reported(courses: &[CourseFindings], troubles: &[&str], fail_on: Severity) -> String {
        let troubles: Vec<_> = troubles.iter().map(|&it| it.to_owned()).collect();
        let tally = Tally::default();
        let run = Run::new(&tally, &troubles).failed_by(fail_on);
        report(courses, &run).expect("a report")
    }

    #[test]
    fn only_what_fails_the_run_fails_a_test() {
        let courses = [course("a.md", &[Severity::Warning]), course("b.md", &[])];
        let tolerant = reported(&courses, &[], Severity::Error);
        assert!(
            tolerant
                .contains("<testsuites name=\"kuliah\" tests=\"2\" failures=\"0\" errors=\"0\">"),
            "{tolerant}"
        );
        assert!(
            tolerant.contains("<system-out>a.md:1:1: warning["),
            "{tolerant}"
        );
        assert!(
            tolerant.contains("<testcase name=\"kuliah check\" classname=\"b.md\"/>"),
            "{tolerant}"
        );
        let strict = reported(&courses, &[], Severity::Warning);
        assert!(
            strict.contains("tests=\"2\" failures=\"1\" errors=\"0\""),
            "{strict}"
        );
        assert!(!strict.contains("system-out"), "{strict}");
    }

    #[test]
    fn a_rule_is_one_test_however_often_it_found_something() {
        let courses = [course(
            "a.md",
            &[Severity::Error, Severity::Info, Severity::Error],
        )];
        let text = reported(&courses, &[], Severity::Error);
        assert!(text.contains("tests=\"1\" failures=\"1\""), "{text}");
        assert!(text.contains("<failure message=\"2 findings\""), "{text}");
        assert_eq!(text.matches("a.md:1:1: ").count(), 3, "{text}");
    }

    #[test]
    fn trouble_is_an_error() {
        let text = reported(&[], &["cannot read <a>"], Severity::Error);
        assert!(
            text.contains("tests=\"1\" failures=\"0\" errors=\"1\""),
            "{text}"
        );
        assert!(
            text.contains("<error message=\"cannot read &lt;a&gt;\"/>"),
            "{text}"
        );
    }

    #[test]
    fn no_foreign_character_breaks_the_xml() {
        let courses = [course("a\"<\u{1b}>.md", &[Severity::Error])];
        let text = reported(&courses, &[], Severity::Error);
        for bad in ['\u{1b}', '\u{ffff}'] {
            assert!(!text.contains(bad), "{text}");
        }
        assert!(
            text.contains("name=\"a&quot;&lt;&lt;U+001B&gt;&gt;.md\""),
            "{text}"
        );
        assert!(text.contains("]]&gt;"), "{text}");
    }
}
