//! `kuliah check --fix` and `--diff`: what is mended, and what is left alone.

use crate::desk::{CLEAN, Desk, markdown};

/// A course with a safe fix, on line 9, and an unsafe one, on line 11.
fn course() -> String {
    let text = "Text. <!-- lint-ignore structure/empty-section: lama -->\n\n\
                Menurut @suharto2015, ini penting.\n";
    let text = markdown(&format!("# Material\n\n{text}"));
    text.replace(
        "lang: en",
        "lang: en\nreferences:\n  - {id: suharto2014, type: book, title: One, author: \"Suharto, Edi\", \
         issued: 2014, publisher: P}",
    )
}

#[test]
fn safe_fixes_are_written_and_the_rest_is_reported() {
    let desk = Desk::with(&[("a.md", &course()), ("b.md", CLEAN)]);
    let run = desk.run(&["check", "--fix", "--format", "concise"]).ends(1);
    assert!(
        run.stderr.starts_with("fixed 1 finding in 1 file\n"),
        "{run:#?}"
    );
    assert!(
        run.stdout
            .contains("a.md:13:10: error[citation/unknown-key]"),
        "{run:#?}"
    );
    assert!(!run.stdout.contains("suppression/unused"), "{run:#?}");
    let text = String::from_utf8(desk.bytes("a.md")).expect("text");
    assert_eq!(
        text,
        course().replace(" <!-- lint-ignore structure/empty-section: lama -->", "")
    );
    assert_eq!(desk.bytes("b.md"), CLEAN.as_bytes());
    assert_eq!(desk.listing(), ["a.md", "b.md"]);
    let again = desk.run(&["check", "--fix", "--format", "concise"]).ends(1);
    assert!(!again.stderr.contains("fixed"), "{again:#?}");
}

#[test]
fn unsafe_fixes_are_made_when_asked_for() {
    let desk = Desk::with(&[("a.md", &course())]);
    let run = desk.run(&["check", "--unsafe-fixes"]).ends(0);
    assert!(
        run.stderr.starts_with("fixed 2 findings in 1 file\n"),
        "{run:#?}"
    );
    let text = String::from_utf8(desk.bytes("a.md")).expect("text");
    assert!(text.contains("Menurut @suharto2014, ini"), "{text}");
}

#[test]
fn a_difference_is_shown_and_nothing_is_written() {
    let desk = Desk::with(&[("bab/a.md", &course()), ("b.md", CLEAN)]);
    let run = desk.run(&["check", "--diff"]).ends(1);
    assert_eq!(run.stderr, "would fix 1 finding in 1 file\n");
    assert!(
        run.stdout
            .starts_with("--- a/bab/a.md\n+++ b/bab/a.md\n@@ -"),
        "{run:#?}"
    );
    assert!(run.stdout.contains("\n-Text. <!-- lint-ignore"), "{run:#?}");
    assert!(run.stdout.contains("\n+Text.\n"), "{run:#?}");
    assert_eq!(desk.bytes("bab/a.md"), course().as_bytes());
    let all = desk.run(&["check", "--diff", "--unsafe-fixes"]).ends(1);
    assert!(
        all.stdout.contains("\n+Menurut @suharto2014, ini"),
        "{all:#?}"
    );
    desk.run(&["check", "--diff", "b.md"])
        .ends(0)
        .says("would fix 0 findings in 0 files\n");
    desk.run(&["check", "--diff", "gone.md"]).ends(2);
    desk.run(&["check", "--diff", "--fix"]).ends(2);
}

#[test]
fn line_ends_and_marks_stay() {
    let windows = format!("\u{feff}{}", course().replace('\n', "\r\n"));
    let desk = Desk::with(&[("a.md", &windows)]);
    desk.run(&["check", "--unsafe-fixes"]).ends(0);
    let text = String::from_utf8(desk.bytes("a.md")).expect("text");
    assert!(text.starts_with('\u{feff}') && text.contains("@suharto2014, ini"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn standard_input_is_shown_and_not_fixed() {
    let desk = Desk::new();
    let run = desk.run_with(&["check", "-", "--fix"], course()).ends(2);
    assert!(
        run.stderr.contains("standard input cannot be fixed"),
        "{run:#?}"
    );
    let run = desk.run_with(&["check", "-", "--diff"], course()).ends(1);
    assert!(run.stdout.starts_with("--- a/<stdin>\n"), "{run:#?}");
}
