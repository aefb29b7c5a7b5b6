//! `kuliah.toml`, and the arguments that win over it.

use crate::desk::{CLEAN, Desk, with_error, with_warning};

const WARNING: &str = "w.md:11:3: warning[structure/empty-section";

/// A desk with a course that has one warning, and a configuration.
fn desk(config: &str) -> Desk {
    let desk = Desk::with(&[("kuliah.toml", config)]);
    desk.put("w.md", with_warning());
    desk
}

/// What is found in that course, and how the run ends.
#[track_caller]
fn finds(config: &str, more: &[&str], found: &[&str], code: i32) {
    let args = ["check", "--quiet", "--format", "concise", "w.md"];
    let run = desk(config).run(&[&args, more].concat()).ends(code);
    assert_eq!(run.findings(), found, "{run:#?}");
}

#[test]
fn a_configuration_says_which_rules_are_on_and_how_bad_they_are() {
    finds("", &[], &[WARNING], 0);
    finds("[lint]\nfail-on = \"warning\"\n", &[], &[WARNING], 1);
    finds("[lint]\nignore = [\"structure\"]\n", &[], &[], 0);
    let error = WARNING.replace("warning[", "error[");
    let severity = "[lint.severity]\n\"structure/empty-section\" = \"error\"\n";
    finds(severity, &[], &[&error], 1);
}

#[test]
fn the_command_line_wins() {
    let strict = "[lint]\nfail-on = \"warning\"\n";
    finds(strict, &["--fail-on", "error"], &[WARNING], 0);
    finds(strict, &["--no-config"], &[WARNING], 0);
    finds(strict, &["--ignore", "structure/empty-section"], &[], 0);
    finds(strict, &["--select", "citation,reference"], &[], 0);
    finds(strict, &["--severity", "structure=off"], &[], 0);
    let ignoring = "[lint]\nignore = [\"structure\"]\n";
    finds(ignoring, &["--select", "structure"], &[WARNING], 0);
    let error = WARNING.replace("warning[", "error[");
    finds(
        "",
        &["--severity", "structure/empty-section=error"],
        &[&error],
        1,
    );
}

#[test]
fn another_configuration_may_be_named() {
    let desk = desk("[lint]\nfail-on = \"warning\"\n");
    desk.put("lain/longgar.toml", "[lint]\nignore = [\"structure\"]\n");
    let args = ["check", "w.md", "--config", "lain/longgar.toml"];
    desk.run(&args).ends(0).says("no findings in 1 course\n");
    desk.run(&["check", "w.md", "--config", "gone.toml"])
        .ends(2);
    desk.run(&["check", "w.md", "--config", "lain"]).ends(2);
    desk.run(&["check", "w.md", "--config", "a.toml", "--no-config"])
        .ends(2);
}

#[test]
fn the_nearest_configuration_holds_for_each_course() {
    let desk = desk("[lint]\nfail-on = \"warning\"\n");
    desk.put("bab/w.md", with_warning());
    desk.put("bab/kuliah.toml", "[lint]\nignore = [\"structure\"]\n");
    let run = desk.run(&["check", "--format", "concise"]).ends(1);
    assert_eq!(run.findings(), [WARNING]);
    desk.run(&["check", "bab/w.md"]).ends(0);
}

#[test]
fn paths_of_a_configuration_count_from_its_folder() {
    let desk = desk("[[lint.per-file]]\nfiles = [\"bab/*.md\"]\nignore = [\"structure\"]\n");
    desk.put("bab/w.md", with_warning());
    let run = desk.run(&["check", "--format", "concise"]).ends(0);
    assert_eq!(run.findings(), [WARNING]);
}

#[test]
fn a_fault_in_a_configuration_is_shown_at_its_line_and_ends_with_2() {
    let desk = desk("[lint]\nignore = [\"structur\"]\n");
    desk.put("lain/kuliah.toml", "");
    desk.put("lain/e.md", with_error());
    let run = desk.run(&["check", "--format", "concise"]).ends(2);
    let expected = [
        "kuliah.toml:2:11: error[config/unknown-rule",
        "lain/e.md:9:8: error[citation/unknown-key",
    ];
    assert_eq!(
        run.findings(),
        expected,
        "the other project is checked: {run:#?}"
    );
    let said = "kuliah: kuliah.toml cannot be used as it is; its courses were not checked\n";
    assert!(run.stderr.starts_with(said), "{run:#?}");
    let built = desk.run(&["build", "w.md"]).ends(2);
    assert!(built.stderr.contains("config/unknown-rule"), "{built:#?}");
    assert_eq!(desk.listing().len(), 4, "nothing is written");
    let data = desk
        .run(&["check", "w.md", "--format", "json"])
        .ends(2)
        .json();
    assert_eq!(data["findings"][0]["path"], "kuliah.toml");
    assert_eq!(data["summary"]["courses"], 0);
}

#[test]
fn wrong_rules_on_the_command_line_end_with_2() {
    let desk = desk("");
    for (args, said) in [
        (["--select", "structur"], "did you mean `structure`?"),
        (
            ["--ignore", "citation/unknown-key"],
            "is always on and always an error",
        ),
        (["--severity", "structure"], "write RULE=LEVEL"),
        (
            ["--severity", "structure=bad"],
            "a level is one of error, warning, info, off",
        ),
        (
            ["--severity", "syntax/parse=info"],
            "is always on and always an error",
        ),
        (["--profile", "handuot"], "there is no profile `handuot`"),
    ] {
        let run = desk.run(&["check", "w.md", args[0], args[1]]).ends(2);
        assert!(run.stderr.contains(said), "{run:#?}");
        assert_eq!(run.stdout, "");
    }
}

#[test]
fn a_profile_is_asked_for_by_name_or_by_file() {
    let desk = Desk::with(&[("a.md", CLEAN)]);
    let check = |more: &[&str]| {
        let args = ["check", "--quiet", "--format", "concise", "a.md"];
        desk.run(&[&args, more].concat())
    };
    assert!(check(&[]).ends(0).findings().is_empty());
    let handout = check(&["--profile", "handout"]).ends(0);
    assert!(
        handout.stdout.contains("warning[structure/missing-"),
        "{handout:#?}"
    );
    desk.put("kuliah.toml", "[profile]\nname = \"handout\"\n");
    assert_eq!(check(&[]), handout);
    desk.put("kuliah.toml", "[profile]\npath = \"gone.toml\"\n");
    let gone = check(&[]).ends(2);
    let said =
        "kuliah: kuliah.toml:2:8: the file named here cannot be used: cannot read gone.toml: ";
    assert!(gone.stderr.starts_with(said), "{gone:#?}");
    desk.put("own.toml", "name = 1\n");
    let own = check(&["--profile", "own.toml"]).ends(2);
    assert!(own.stdout.starts_with("own.toml:1:"), "{own:#?}");
}

#[test]
fn what_authors_keep_is_in_the_reports_for_programs_alone() {
    let text = with_warning().replace(
        "# Empty",
        "<!-- lint-ignore structure/empty-section: menyusul -->\n# Empty",
    );
    let desk = Desk::with(&[("w.md", &text)]);
    let full = desk.run(&["check", "--fail-on", "info"]).ends(0);
    full.says("no findings in 1 course\n");
    let data = desk.run(&["check", "--format", "json"]).ends(0).json();
    assert_eq!(data["findings"], serde_json::json!([]));
    assert_eq!(data["suppressed"][0]["rule"], "structure/empty-section");
    assert_eq!(data["suppressed"][0]["reason"], "menyusul");
    crate::formats::fits(&data, "schema/diagnostics.schema.json");
    let sarif = desk.run(&["check", "--format", "sarif"]).ends(0).json();
    crate::formats::fits(&sarif, "tests/schemas/sarif-schema-2.1.0.json");
    let suppression = &sarif["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(suppression["justification"], "menyusul");
    for format in ["github", "gitlab", "junit", "json-lines", "concise"] {
        let run = desk.run(&["check", "--format", format]).ends(0);
        assert!(!run.stdout.contains("empty-section"), "{run:#?}");
    }
}
