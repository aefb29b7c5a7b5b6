//! The small commands: new, explain, rules, schema, completions, help.

use std::fs;

use kuliah::check::RULES;

use crate::desk::{CLEAN, Desk};

#[test]
fn every_template_passes_check() {
    let languages = [
        ("id", "tidak ada temuan dalam 1 bahan ajar\n"),
        ("en", "no findings in 1 course\n"),
    ];
    for (language, summary) in languages {
        for ending in ["md", "yaml", "json", "toml"] {
            let desk = Desk::new();
            let name = format!("course.{ending}");
            let run = desk.run(&["new", &name, "--lang", language]).ends(0);
            assert!(
                run.stderr.starts_with(&format!("wrote {name}\n")),
                "{run:#?}"
            );
            assert_eq!(desk.listing(), [name.as_str()]);
            let args = ["check", "--fail-on", "info", &name];
            desk.run(&args).ends(0).says(summary);
            desk.run(&["build", &name]).ends(0);
        }
    }
}

#[test]
fn templates_are_indonesian_unless_asked() {
    let desk = Desk::new();
    desk.run(&["new"]).ends(0);
    desk.run(&["new", "below/english.md", "--lang", "en"])
        .ends(0);
    assert_eq!(desk.listing(), ["below/english.md", "course.md"]);
    let text = |name| String::from_utf8(desk.bytes(name)).expect("UTF-8");
    assert!(text("course.md").contains("\nlang: id\n"));
    assert!(text("below/english.md").contains("\nlang: en\n"));
}

#[test]
fn new_never_overwrites() {
    let desk = Desk::with(&[("a.md", "mine")]);
    let run = desk.run(&["new", "a.md"]).ends(2);
    run.says("kuliah: a.md is there already, and nothing was written over it\n");
    assert_eq!(desk.bytes("a.md"), b"mine");
    let run = desk.run(&["new", "a.txt"]).ends(2);
    run.says("kuliah: a.txt does not end in .md, .yaml, .json or .toml\n");
    assert_eq!(desk.listing(), ["a.md"]);
}

#[test]
fn explain_tells_of_rules_and_groups() {
    let desk = Desk::new();
    for rule in RULES {
        let name = rule.id().as_str();
        let run = desk.run(&["explain", name]).ends(0);
        let title = format!("# {name}\n\n");
        assert!(run.stdout.starts_with(&title), "{run:#?}");
        assert!(run.stdout.contains("## What it finds\n"), "{run:#?}");
        assert_eq!(run.stderr, "");
    }
    let group = desk.run(&["explain", "citation"]).ends(0);
    let listed = group.stdout.lines().filter_map(|it| it.split(' ').next());
    let listed: Vec<_> = listed.filter(|it| it.contains('/')).collect();
    let all = RULES.iter().map(|rule| rule.id().as_str());
    let expected: Vec<_> = all.filter(|it| it.starts_with("citation/")).collect();
    assert_eq!(listed, expected);
}

#[test]
fn explain_suggests_what_was_meant() {
    let desk = Desk::new();
    desk.run(&["explain", "citation/unknwn-key"]).ends(2).says(
        "kuliah: there is no rule `citation/unknwn-key`; did you mean `citation/unknown-key`?\n",
    );
    let unknown = "kuliah: there is no rule `zzz`; `kuliah rules` lists all\n";
    desk.run(&["explain", "zzz"]).ends(2).says(unknown);
    desk.run(&["explain"]).ends(2);
}

#[test]
fn rules_lists_every_rule() {
    let desk = Desk::new();
    let expected: Vec<_> = RULES.iter().map(|rule| rule.id().as_str()).collect();
    let table = desk.run(&["rules"]).ends(0);
    let mut names: Vec<_> = table
        .stdout
        .lines()
        .filter_map(|it| it.split(' ').next())
        .collect();
    names.sort_unstable();
    let mut sorted = expected.clone();
    sorted.sort_unstable();
    assert_eq!(names, sorted);

    let data = desk.run(&["rules", "--format", "json"]).ends(0).json();
    let data = data.as_array().expect("a list");
    let mut names: Vec<_> = data.iter().filter_map(|it| it["name"].as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, sorted);
    desk.run(&["rules", "--format", "xml"]).ends(2);
}

#[test]
fn schema_is_the_published_one() {
    let path = kuliah_tests::root().join("schema/course.schema.json");
    let published = fs::read_to_string(path).expect("the schema");
    let desk = Desk::new();
    let run = desk.run(&["schema"]).ends(0);
    assert!(
        run.stdout == published,
        "the schema in the repository is of another version"
    );
    assert_eq!(run.stderr, "");

    desk.run(&["schema", "--out", "course.schema.json"]).ends(0);
    assert!(desk.bytes("course.schema.json") == published.as_bytes());
    desk.put("taken", "a file");
    desk.run(&["schema", "--out", "taken/s.json"]).ends(2);
    assert_eq!(desk.listing(), ["course.schema.json", "taken"]);
}

#[test]
fn completions_know_the_commands() {
    let desk = Desk::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = desk.run(&["completions", shell]).ends(0);
        for word in ["kuliah", "explain", "audience"] {
            assert!(run.stdout.contains(word), "{shell}: {word}");
        }
        assert_eq!(run.stderr, "");
    }
    let run = desk.run(&["completions", "csh"]).ends(2);
    assert!(
        run.stderr.starts_with("kuliah: invalid value 'csh'"),
        "{run:#?}"
    );
}

#[test]
fn without_arguments_there_is_help() {
    let desk = Desk::with(&[("a.md", CLEAN)]);
    let bare = desk.run(&[]).ends(2);
    assert_eq!(bare.stdout, "");
    assert!(bare.stderr.contains("Usage: kuliah "), "{bare:#?}");
    for args in [
        &["help"][..],
        &["--help"],
        &["-h"],
        &["help", "build"],
        &["build", "-h"],
    ] {
        let run = desk.run(args).ends(0);
        assert!(run.stdout.contains("Usage: kuliah "), "{run:#?}");
        assert_eq!(run.stderr, "");
    }
    let version = desk.run(&["--version"]).ends(0);
    assert_eq!(
        version.stdout,
        format!("kuliah {}\n", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(desk.listing(), ["a.md"]);
}
