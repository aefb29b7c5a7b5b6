//! The rules that are met in every course sooner or later, each by one tiny course.

use crate::desk::{CLEAN, CLEAN_YAML, Desk, markdown};

/// A Markdown course with one section, whose title is on line 7 and whose text begins on line 9.
fn section(text: &str) -> String {
    markdown(&format!("# Material {{#m}}\n\n{text}\n"))
}

/// Checks that one file has exactly this finding, and that its severity decides the exit code.
#[track_caller]
fn finds(name: &str, text: &str, found: &str) {
    let desk = Desk::with(&[(name, text)]);
    let code = i32::from(found.contains(": error["));
    let run = desk.check(name).ends(code);
    assert_eq!(run.findings(), [format!("{name}:{found}")], "{run:#?}");
}

#[test]
fn structure() {
    let twice = section("Text.\n\n# Other {#m}\n\nText.");
    finds("a.md", &twice, "11:11: error[structure/duplicate-id");
    let gap = section("Text.\n\n## A. First\n\nText.\n\n## C. Third\n\nText.");
    finds("a.md", &gap, "15:4: warning[structure/section-gap");
    let count = section("There are three principles:\n\n- one\n- two\n- three\n- four");
    finds("a.md", &count, "9:11: error[structure/announced-count");
    let empty = section("Text.\n\n# Empty");
    finds("a.md", &empty, "11:3: warning[structure/empty-section");
}

#[test]
fn citations_and_references() {
    let unknown = section("Text [@nobody2000].");
    finds("a.md", &unknown, "9:8: error[citation/unknown-key");
    let reference = "lang: en\nreferences:\n  - {id: a2000, type: document, title: One}";
    let uncited = CLEAN.replace("lang: en", reference);
    finds("a.md", &uncited, "6:10: warning[citation/uncited-reference");
    let nowhere = section("See [](#nowhere).");
    finds("a.md", &nowhere, "9:5: error[reference/unknown-target");
    let absent = section("![A picture](absent.png)");
    finds("a.md", &absent, "9:14: error[reference/missing-file");
    let outside = section("![A picture](../secret.png)");
    finds("a.md", &outside, "9:14: error[reference/unsafe-path");
}

#[test]
fn keys_and_values() {
    let changed = |from, to| CLEAN_YAML.replace(from, to);
    let unknown = format!("{CLEAN_YAML}colour: red\n");
    finds("a.yaml", &unknown, "6:1: error[schema/unknown-key");
    let value = changed("title: Material", "title: Material, kind: chapter");
    finds("a.yaml", &value, "5:29: error[schema/unknown-value");
    let missing = changed("title: Roles\n", "");
    finds("a.yaml", &missing, "1:1: error[schema/missing-key");
    let list = changed("title: Roles", "title: [Roles]");
    finds("a.yaml", &list, "2:8: error[schema/wrong-type");
    let date = changed("lang: en", "date: yesterday");
    finds("a.yaml", &date, "3:7: error[schema/bad-format");
    let blank = changed("title: Roles", "title: \" \"");
    finds("a.yaml", &blank, "2:8: error[schema/out-of-bounds");
    let colon = "format: 1\ntitle: Roles\nsections:\n  - title: Material\n    content:\n      \
                 - Purpose: to help\n";
    finds("a.yaml", colon, "6:9: error[schema/colon-read-as-key");
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_course() {
    let desk = Desk::with(&[("secret.bib", "@book{a, title={One}}\n")]);
    let course = section("![A picture](picture.png)");
    desk.put("course/a.md", course);
    let link = desk.path("course/picture.png");
    std::os::unix::fs::symlink(desk.path("secret.bib"), link).expect("a link");
    let run = desk.check("course/a.md").ends(1);
    assert_eq!(run.findings().len(), 1, "{run:#?}");
    assert!(run.stdout.contains("[reference/"), "{run:#?}");
}
