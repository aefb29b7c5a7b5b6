//! Reports: as data, without colours, and safe to show whatever authors wrote.

use std::process::{Command, Stdio};

use kuliah_tests::program::program;
use kuliah_tests::reports::FORMATS;
use serde_json::Value;

use crate::desk::{CLEAN, CLEAN_YAML, Desk, markdown, with_error, with_warning};

#[test]
fn json_has_every_finding() {
    let desk = Desk::with(&[
        ("e.md", &with_error()),
        ("ok.md", CLEAN),
        ("w.md", &with_warning()),
    ]);
    let concise = desk.run(&["check", "--format", "concise"]).ends(1);
    let run = desk.run(&["check", "--format", "json"]).ends(1);
    assert_eq!(run.stderr, "");
    let report = run.json();
    let findings = report["findings"].as_array().expect("findings");
    let head = |it: &Value| {
        let text = |key: &str| it[key].as_str().expect("text").to_owned();
        let (path, severity, rule) = (text("path"), text("severity"), text("rule"));
        format!("{path}:{}:{}: {severity}[{rule}", it["line"], it["column"])
    };
    let heads: Vec<_> = findings.iter().map(head).collect();
    assert_eq!(heads, concise.findings());
    assert_eq!(heads.len(), 2);
    let counts = serde_json::json!({"courses": 3, "errors": 1, "warnings": 1, "infos": 0});
    assert_eq!(report["summary"], counts);
    assert_eq!(report["version"], 1);
}

#[test]
fn a_build_reports_as_data_on_standard_error() {
    let desk = Desk::with(&[("e.md", &with_error()), ("ok.md", CLEAN)]);
    let run = desk
        .run(&["build", "--to", "json", "--format", "json"])
        .ends(1);
    assert_eq!(run.stdout, "");
    let report: Value = serde_json::from_str(&run.stderr).expect("JSON and nothing else");
    assert_eq!(report["findings"][0]["rule"], "citation/unknown-key");
    assert_eq!(report["summary"]["courses"], 2);
}

#[test]
fn there_are_no_colours_unless_asked() {
    let desk = Desk::with(&[("e.md", &with_error())]);
    for args in [
        &["check", "e.md"][..],
        &["build", "e.md"],
        &["check", "--color=never", "e.md"],
    ] {
        let run = desk.run(args).ends(1);
        assert!(
            !run.stdout.contains('\u{1b}') && !run.stderr.contains('\u{1b}'),
            "{run:#?}"
        );
    }
    let run = desk.run(&["check", "--color", "always", "e.md"]).ends(1);
    assert!(run.stdout.contains("\u{1b}["), "{run:#?}");
}

#[test]
fn what_authors_write_commands_neither_terminals_nor_build_servers() {
    let keys = format!("{CLEAN_YAML}\"##[error]x\": 1\n");
    let escape = markdown("# Material\n\nText \u{1b}[31m\u{202e} [](###[group]x)\n");
    let desk = Desk::with(&[("a.yaml", &keys), ("b.md", &escape)]);
    for (format, _) in FORMATS {
        let run = desk.run(&["check", "--format", format]).ends(1);
        for said in [&run.stdout, &run.stderr] {
            assert!(!said.contains("##["), "{format}: {said}");
            let control = said.chars().find(|it| it.is_control() && *it != '\n');
            assert_eq!(control, None, "{format}: {said}");
            assert!(!said.contains('\u{202e}'), "{format}: {said}");
        }
    }
    let full = desk.run(&["check"]).ends(1);
    assert!(
        full.stdout.contains("unknown key `##<U+005B>error]x`"),
        "{full:#?}"
    );
    assert!(full.stdout.contains("Text <U+001B>[31m"), "{full:#?}");
    let data = desk
        .run(&["check", "--format", "json", "a.yaml"])
        .ends(1)
        .json();
    assert_eq!(data["findings"][0]["message"], "unknown key `##[error]x`");
}

#[cfg(unix)]
#[test]
fn file_names_are_escaped() {
    let desk = Desk::with(&[("a##[x].md", CLEAN), ("b\u{1b}[31m.md", &with_error())]);
    let run = desk
        .run(&["build", "--to", "json", "--format", "concise"])
        .ends(1);
    assert!(
        run.stderr.contains("wrote a##<U+005B>x].canonical.json ("),
        "{run:#?}"
    );
    assert!(
        run.stderr.contains("b<U+001B>[31m.md:9:8: error["),
        "{run:#?}"
    );
    let run = desk.run(&["check", "no\u{1b}where.md"]).ends(2);
    assert!(
        run.stderr
            .starts_with("kuliah: cannot read no<U+001B>where.md: "),
        "{run:#?}"
    );
}

#[test]
fn a_closed_standard_output_is_no_defect() {
    let desk = Desk::with(&[("e.md", &with_error()), ("ok.md", CLEAN)]);
    for (args, code) in [
        (&["check", "e.md"][..], 1),
        (&["check", "--format", "json", "ok.md"], 0),
        (&["schema"], 0),
        (&["rules"], 0),
        (&["completions", "bash"], 0),
        (&["explain", "citation"], 0),
        (&["help"], 0),
        (&["build", "ok.md", "--to", "pdf", "--out", "-"], 0),
    ] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut command = Command::new(program());
        command.args(args).current_dir(desk.path(""));
        let output = command.stdin(Stdio::null()).stdout(writer).output();
        let output = output.expect("a run");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
        assert!(
            !said.contains("panic") && !said.contains("internal error"),
            "{said}"
        );
    }
    assert_eq!(desk.listing(), ["e.md", "ok.md"]);
}
