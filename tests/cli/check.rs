//! `kuliah check`: how it ends and what it says.

use crate::desk::{CLEAN, CLEAN_YAML, Desk, with_error, with_warning};

const WARNING: &str = "w.md:11:3: warning[structure/empty-section";
const ERROR: &str = "e.md:9:8: error[citation/unknown-key";

#[test]
fn a_clean_course_ends_with_0() {
    let desk = Desk::with(&[("a.md", CLEAN)]);
    let said = "no findings in 1 course\n";
    desk.run(&["check", "a.md"]).ends(0).says(said);
    desk.run(&["check"]).ends(0).says(said);
    desk.run(&["check", "--quiet", "a.md"]).ends(0).says("");
    assert_eq!(desk.listing(), ["a.md"]);
}

#[test]
fn warnings_end_with_0_unless_asked() {
    let desk = Desk::with(&[("w.md", &with_warning())]);
    let tolerant = desk.run(&["check", "--format", "concise", "w.md"]).ends(0);
    assert_eq!(tolerant.findings(), [WARNING]);
    assert_eq!(tolerant.stderr, "1 warning in 1 course\n");
    for severity in ["warning", "info"] {
        let args = [
            "check",
            "--format",
            "concise",
            "--fail-on",
            severity,
            "w.md",
        ];
        let strict = desk.run(&args).ends(1);
        assert_eq!(strict.stdout, tolerant.stdout);
    }
    let args = ["check", "--fail-on", "error", "w.md"];
    desk.run(&args).ends(0);
}

#[test]
fn errors_end_with_1() {
    let desk = Desk::with(&[("e.md", &with_error()), ("ok.md", CLEAN)]);
    let run = desk.run(&["check", "--format", "concise"]).ends(1);
    assert_eq!(run.findings(), [ERROR]);
    assert_eq!(run.stderr, "1 error in 2 courses\n");
    assert_eq!(desk.listing(), ["e.md", "ok.md"]);
}

#[test]
fn the_full_report_shows_the_line() {
    let desk = Desk::with(&[("e.md", &with_error())]);
    let run = desk.run(&["check", "e.md"]).ends(1);
    for part in [
        "error[citation/unknown-key]: no reference has the key `nobody`\n",
        " --> e.md:9:8\n",
        "9 | Text [@nobody].\n",
        "  |        ^^^^^^\n",
        "= rule: kuliah explain citation/unknown-key\n",
    ] {
        assert!(run.stdout.contains(part), "{part}\n{}", run.stdout);
    }
}

#[test]
fn what_cannot_be_read_ends_with_2() {
    let desk = Desk::with(&[("e.md", &with_error())]);
    desk.put("empty/readme.txt", "no course");
    let missing = desk.run(&["check", "nowhere.md"]).ends(2);
    assert_eq!(missing.stdout, "");
    assert!(
        missing
            .stderr
            .starts_with("kuliah: cannot read nowhere.md: ")
    );
    let none = desk.run(&["check", "empty"]).ends(2);
    assert!(none.stderr.starts_with("kuliah: no course in empty: "));

    let args = ["check", "--format", "concise", "nowhere.md", "e.md"];
    let both = desk.run(&args).ends(2);
    assert_eq!(
        both.findings(),
        [ERROR],
        "the others are checked all the same"
    );
}

#[test]
fn bad_arguments_end_with_2() {
    let desk = Desk::with(&[("a.md", CLEAN)]);
    for (args, said) in [
        (
            ["check", "--bogus", "a.md"],
            "unexpected argument '--bogus'",
        ),
        (["check", "--format=xml", "a.md"], "invalid value 'xml'"),
        (
            ["check", "--fail-on=never", "a.md"],
            "invalid value 'never'",
        ),
        (["check", "--jobs=none", "a.md"], "invalid value 'none'"),
        (["check", "--syntax=html", "a.md"], "invalid value 'html'"),
        (
            ["chekc", "--quiet", "a.md"],
            "unrecognized subcommand 'chekc'",
        ),
    ] {
        let run = desk.run(&args).ends(2);
        assert_eq!(run.stdout, "");
        assert!(
            run.stderr.starts_with(&format!("kuliah: {said}")),
            "{run:#?}"
        );
    }
}

#[test]
fn standard_input_is_markdown_unless_said() {
    let desk = Desk::new();
    desk.run_with(&["check", "-"], CLEAN).ends(0);
    desk.run_with(&["check", "-", "--syntax", "yaml"], CLEAN_YAML)
        .ends(0);
    let args = ["check", "-", "--format", "concise"];
    let run = desk.run_with(&args, with_error()).ends(1);
    assert_eq!(run.findings(), ["<stdin>:9:8: error[citation/unknown-key"]);
    assert!(desk.listing().is_empty());
}
