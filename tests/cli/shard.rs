//! Parts of the courses on several machines, and one report of all.

use std::fs;

use crate::desk::{CLEAN, Desk, Ran, markdown, with_error, with_warning};
use crate::formats::fits;

/// A folder as large collections are: several projects, a bibliography that courses share, findings
/// that authors keep, files that cannot be used.
fn collection() -> Desk {
    let desk = Desk::new();
    desk.put(
        "refs/shared.bib",
        "@book{a2001, title = {Roles}, title = {Twice}}\n@book{broken\n",
    );
    for number in 0..9 {
        desk.put(
            &format!("refs/{number}.md"),
            markdown("# Material\n\nText.\n")
                .replace("lang: en\n", "lang: en\nbibliography: shared.bib\n"),
        );
        desk.put(&format!("a/{number:02}.md"), with_warning());
        desk.put(&format!("b/{number}/course.md"), with_error());
        desk.put(&format!("c-{number}.md"), CLEAN);
    }
    let kept = "# Material\n\nText.\n\n<!-- lint-ignore structure/empty-section: to be written -->\n# Empty\n";
    desk.put("kept.md", markdown(kept));
    desk.put("strict/kuliah.toml", "[lint]\nfail-on = \"warning\"\n");
    desk.put("strict/w.md", with_warning());
    desk.put("broken/kuliah.toml", "nonsense = 1\n");
    desk.put("broken/x.md", with_error());
    desk.put("broken/y.md", CLEAN);
    desk
}

/// Runs a command once over all and once in eight parts, and merges the reports of the parts.
fn both(desk: &Desk, args: &[&str]) -> (Ran, Ran) {
    let whole = desk.run(args);
    let mut files = Vec::new();
    let mut worst = 0;
    // Named in an order that is not theirs.
    for index in [8, 3, 1, 2, 7, 5, 4, 6] {
        let part = desk.run(&[args, &["--shard", &format!("{index}/8")]].concat());
        worst = worst.max(part.code);
        let name = format!(".part-{index}");
        desk.put(&name, part.stdout);
        files.push(name);
    }
    let mut merge = vec!["merge-reports"];
    merge.extend(files.iter().map(String::as_str));
    let merged = desk.run(&merge).ends(worst);
    (whole, merged)
}

#[test]
fn eight_parts_report_what_one_run_reports() {
    let desk = collection();
    for (format, schema) in [
        ("json", "schema/diagnostics.schema.json"),
        ("sarif", "tests/schemas/sarif-schema-2.1.0.json"),
    ] {
        let (whole, merged) = both(&desk, &["check", "--format", format]);
        assert_eq!(whole.code, 2, "the broken project: {whole:#?}");
        assert_eq!(merged.code, 2);
        assert!(
            whole.stdout == merged.stdout,
            "{format}: {} and {} bytes",
            whole.stdout.len(),
            merged.stdout.len()
        );
        fits(&merged.json(), schema);
        let part = fs::read_to_string(desk.path(".part-3")).expect("a report");
        fits(&serde_json::from_str(&part).expect("JSON"), schema);
        // It is a test of something: every kind of finding is there.
        for rule in [
            "citation/unknown-key",
            "structure/empty-section",
            "to be written",
            "nonsense",
        ] {
            assert!(merged.stdout.contains(rule), "{rule}");
        }
    }
}

#[test]
fn the_exit_code_is_that_of_one_run() {
    for (files, code) in [
        (&[("a.md", CLEAN), ("b.md", CLEAN)][..], 0),
        (
            &[
                ("a.md", CLEAN),
                ("b.md", &with_warning()),
                ("kuliah.toml", "[lint]\nfail-on = \"warning\"\n"),
            ],
            1,
        ),
        (&[("a.md", &with_error())], 1),
        (&[("a.md", &with_warning())], 0),
        (&[("a.txt", "no course")], 2),
    ] {
        let desk = Desk::with(files);
        for format in ["json", "sarif"] {
            let (whole, merged) = both(&desk, &["check", "--format", format]);
            assert_eq!((whole.code, merged.code), (code, code), "{files:?}");
            assert_eq!(whole.stdout, merged.stdout);
        }
    }
}

#[test]
fn parts_of_a_build_write_every_file_once() {
    let whole = Desk::new();
    let parts = Desk::new();
    for desk in [&whole, &parts] {
        for number in 0..11 {
            desk.put(&format!("{number}/course.md"), CLEAN);
        }
    }
    whole.run(&["build", "--to", "json,docx"]).ends(0);
    for index in 1..=4 {
        let before = parts.listing().len();
        parts
            .run(&[
                "build",
                "--to",
                "json,docx",
                "--shard",
                &format!("{index}/4"),
            ])
            .ends(0);
        assert!((4..=6).contains(&(parts.listing().len() - before)));
    }
    assert_eq!(whole.listing(), parts.listing());
    for name in whole.listing() {
        assert!(whole.bytes(&name) == parts.bytes(&name), "{name}");
    }
}

#[test]
fn wrong_parts_and_reports_are_refused() {
    let desk = Desk::with(&[("a.md", CLEAN), ("no.json", "{}")]);
    for shard in ["0/8", "9/8", "1", "x/y"] {
        let run = desk.run(&["check", "--shard", shard]).ends(2);
        assert!(run.stderr.contains("1/8 is the first of eight"), "{run:#?}");
    }
    desk.run(&[
        "check",
        "--shard",
        "1/2",
        "--baseline",
        "b.json",
        "--write-baseline",
    ])
    .ends(2);
    desk.run(&["merge-reports", "no.json"]).ends(2);
    desk.run(&["merge-reports", "gone.json"]).ends(2);
    let part = desk
        .run(&["check", "--format", "json", "--shard", "2/2"])
        .ends(0);
    desk.put("2.json", part.stdout);
    let run = desk
        .run(&["merge-reports", "2.json", "--out", "all.json"])
        .ends(2);
    assert_eq!(run.stderr, "kuliah: part 1/2 is missing\n");
    assert!(!desk.path("all.json").exists());
}
