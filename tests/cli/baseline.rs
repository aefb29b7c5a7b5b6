//! `kuliah check --baseline`: only what is new is reported.

use crate::desk::{CLEAN, Desk, Ran, with_error, with_warning};

const KNOWN: &str = "known.json";

fn check(desk: &Desk, more: &[&str]) -> Ran {
    let args = ["check", "--format", "concise", "--baseline", KNOWN];
    desk.run(&[&args, more].concat())
}

#[test]
fn what_is_known_is_not_reported_and_what_is_new_is() {
    let desk = Desk::with(&[("a/e.md", &with_error()), ("w.md", &with_warning())]);
    let written = check(&desk, &["--write-baseline"]).ends(0);
    assert_eq!(written.stdout, "");
    assert!(
        written
            .stderr
            .starts_with("wrote known.json (2 findings)\n"),
        "{written:#?}"
    );
    check(&desk, &[]).ends(0).says("no findings in 2 courses\n");

    // Lines move, and one thing is new.
    let moved = with_error().replace("# Material", "# Before\n\nText.\n\n# Material");
    desk.put("a/e.md", format!("{moved}\nMore [@other].\n"));
    let run = check(&desk, &[]).ends(1);
    assert_eq!(run.findings(), ["a/e.md:15:8: error[citation/unknown-key"]);
    assert_eq!(run.stderr, "1 error in 2 courses\n");
}

#[test]
fn a_baseline_holds_wherever_the_command_runs() {
    let desk = Desk::with(&[("a/e.md", &with_error())]);
    check(&desk, &["--write-baseline"]).ends(0);
    let path = desk.path("a/e.md").display().to_string();
    check(&desk, &[&path]).ends(0);
    check(&desk, &["a/../a/e.md"]).ends(0);
    let mut command = assert_cmd::Command::new(kuliah_tests::program::program());
    command.current_dir(desk.path("a"));
    let run = command
        .args(["check", "--baseline", "../known.json"])
        .output();
    assert_eq!(run.expect("a run").status.code(), Some(0));
}

#[test]
fn what_is_gone_is_said_and_taken_out() {
    let desk = Desk::with(&[("e.md", &with_error()), ("w.md", &with_warning())]);
    check(&desk, &["--write-baseline"]).ends(0);
    desk.put("e.md", CLEAN);
    let run = check(&desk, &[]).ends(0);
    run.says(
        "1 finding of the baseline known.json is gone; --write-baseline takes it out\n\
         no findings in 2 courses\n",
    );
    // Only one file is checked, and what is known of the other stays.
    check(&desk, &["e.md", "--write-baseline"]).ends(0);
    check(&desk, &[]).ends(0).says("no findings in 2 courses\n");
    let text = String::from_utf8(desk.bytes(KNOWN)).expect("text");
    assert_eq!(text.matches("\"path\"").count(), 1, "{text}");
    assert!(
        text.contains("{\"path\":\"w.md\",\"rule\":\"structure/empty-section\","),
        "{text}"
    );
}

#[test]
fn a_baseline_is_the_same_however_it_came_about() {
    let desk = Desk::with(&[("e.md", &with_error()), ("w.md", &with_warning())]);
    check(&desk, &["--write-baseline"]).ends(0);
    let whole = desk.bytes(KNOWN);
    std::fs::remove_file(desk.path(KNOWN)).expect("removed");
    check(&desk, &["w.md", "--write-baseline"]).ends(0);
    check(&desk, &["e.md", "--write-baseline", "--jobs", "1"]).ends(0);
    assert_eq!(desk.bytes(KNOWN), whole);
}

#[test]
fn trouble_with_a_baseline_ends_with_2() {
    let desk = Desk::with(&[("e.md", &with_error())]);
    let none = check(&desk, &[]).ends(2);
    assert!(
        none.stderr
            .starts_with("kuliah: cannot read the baseline known.json; ")
    );
    desk.put(KNOWN, "[]");
    let bad = check(&desk, &["--write-baseline"]).ends(2);
    assert!(
        bad.stderr
            .starts_with("kuliah: known.json is no baseline; "),
        "{bad:#?}"
    );
    assert_eq!(desk.bytes(KNOWN), b"[]");
    desk.run(&["check", "--write-baseline"]).ends(2);
    std::fs::remove_file(desk.path(KNOWN)).expect("removed");
    check(&desk, &["--write-baseline", "e.md", "gone.md"]).ends(2);
    assert_eq!(
        desk.listing(),
        ["e.md"],
        "nothing is written when a course could not be read"
    );
}
