//! `kuliah references`: lists, formats, compares, adds and exports.

use kuliah_tests::docx;
use serde_json::Value;

use crate::desk::{Desk, markdown};

/// A course that cites one of its two references, twice; the other stands in a file.
fn course() -> String {
    let text = markdown(
        "# Material\n\nText [@suharto2014], and [@suharto2014, p. 3; @barker1978].\n\nMore.\n",
    );
    let front = "lang: en\nbibliography: refs.bib\nreferences:\n  - {id: suharto2014, type: book, title: Building *communities*, \
                 author: \"Suharto, Edi\", issued: 2014, publisher: Refika}";
    text.replace("lang: en", front)
}

const BIB: &str = "% my own\n@book{barker1978, author = {Barker, Robert}, title = {Social Work}, publisher = {P}, date = 1978}\n\
                   @book{old, author = {Barker, Robert}, title = {Social work}, publisher = {P}, date = 1978}\n";

const NEW: &str = "@article{compton1989,\n  author = {Compton, Beulah},\n  title = {Processes},\n  \
                   journaltitle = {Journal},\n  date = {1989},\n}\n";

fn desk() -> Desk {
    Desk::with(&[
        ("course.md", &course()),
        ("refs.bib", BIB),
        ("new.bib", NEW),
    ])
}

fn text(desk: &Desk, name: &str) -> String {
    String::from_utf8(desk.bytes(name)).expect("text")
}

#[test]
fn a_list_says_how_often_each_is_cited() {
    let desk = desk();
    let run = desk.run(&["references", "course.md"]).ends(0);
    assert_eq!(
        run.stdout,
        "KEY          CITED   YEAR  TYPE  WORK\n\
         suharto2014  2×      2014  book  Suharto: Building communities\n\
         barker1978   1×      1978  book  Barker: Social Work\n\
         old          unused  1978  book  Barker: Social work\n"
    );
    assert_eq!(run.stderr, "3 references, 1 unused\n");
    let indonesian = desk.run(&["references", "--lang", "id"]).ends(0);
    assert!(
        indonesian.stdout.contains("\nold          tidak "),
        "{indonesian:#?}"
    );
    assert_eq!(indonesian.stderr, "3 rujukan, 1 tidak dikutip\n");
}

#[test]
fn foreign_words_command_no_terminal() {
    let bib = BIB.replace("Social Work", "A\u{202e}B ##[error]");
    let desk = Desk::with(&[("course.md", &course()), ("refs.bib", &bib)]);
    for args in [
        &["references"][..],
        &["references", "--formatted"],
        &["references", "--format", "json"],
    ] {
        let run = desk.run(args).ends(0);
        assert!(
            !run.stdout.contains('\u{202e}') && !run.stdout.contains("##["),
            "{run:#?}"
        );
    }
}

#[test]
fn references_are_formatted_in_the_style_asked_for() {
    let desk = desk();
    let own = desk
        .run(&["references", "course.md", "--formatted"])
        .ends(0);
    assert!(
        own.stdout.starts_with(
            "Barker, R. (1978a). Social Work. P.\nBarker, R. (1978b). Social work. P.\n"
        ),
        "{own:#?}"
    );
    let ieee = desk
        .run(&["references", "course.md", "--style", "ieee"])
        .ends(0);
    assert!(
        ieee.stdout
            .starts_with("[1] E. Suharto, Building communities. Refika, 2014.\n"),
        "{ieee:#?}"
    );
    let unknown = desk
        .run(&["references", "course.md", "--style", "turabian"])
        .ends(2);
    assert!(
        unknown.stderr.starts_with(
            "kuliah: there is no citation style `turabian`; these are there: apa, apa-id, "
        ),
        "{unknown:#?}"
    );
    desk.put("a.csl", "<style>");
    let broken = desk
        .run(&["references", "course.md", "--style", "a.csl"])
        .ends(2);
    assert!(
        broken
            .stderr
            .contains("a.csl cannot be used as a citation style: "),
        "{broken:#?}"
    );
}

#[test]
fn data_has_the_fields_and_on_request_the_formatted_text() {
    let desk = desk();
    let data = |args: &[&str]| -> Value {
        let run = desk.run(args).ends(0);
        assert_eq!(run.stderr, "");
        serde_json::from_str(&run.stdout).expect("JSON")
    };
    let bare = data(&["references", "course.md", "--format", "json"]);
    assert_eq!(
        (&bare["course"], &bare["language"], &bare["style"]),
        (&"course.md".into(), &"en".into(), &"apa".into())
    );
    let first = &bare["references"][0];
    assert_eq!(
        (&first["key"], &first["cited"], &first["year"]),
        (&"suharto2014".into(), &2.into(), &"2014".into())
    );
    assert_eq!(first["place"]["line"], 7);
    assert_eq!(first["data"]["title"], "Building <i>communities</i>");
    assert!(first.get("formatted").is_none());
    assert_eq!(bare["references"][1]["place"]["path"], "refs.bib");
    assert_eq!(bare["duplicates"][0]["second"], "old");
    let made = data(&[
        "references",
        "course.md",
        "--format",
        "json",
        "--style",
        "ieee",
    ]);
    assert_eq!(made["style"], "ieee");
    assert_eq!(
        made["references"][0]["formatted"],
        serde_json::json!({"label": "[1]", "text": "E. Suharto, Building communities. Refika, 2014."})
    );
}

#[test]
fn works_that_are_there_twice_are_found() {
    let desk = desk();
    let run = desk
        .run(&["references", "course.md", "--duplicates"])
        .ends(1);
    assert_eq!(
        run.stdout,
        "barker1978 (refs.bib:2), old (refs.bib:3): the same title, year and author\n"
    );
    assert_eq!(run.stderr, "1 work is most likely there twice\n");
    desk.put("refs.bib", NEW);
    desk.run(&["references", "course.md", "--duplicates"])
        .ends(0)
        .says("no work is there twice\n");
}

#[test]
fn entries_are_added_to_the_bibliography() {
    let desk = desk();
    let diff = desk
        .run(&["references", "course.md", "--add", "new.bib", "--diff"])
        .ends(0);
    assert!(
        diff.stdout.starts_with("--- a/refs.bib\n+++ b/refs.bib\n"),
        "{diff:#?}"
    );
    assert!(
        diff.stdout.contains("+@article{compton1989,\n"),
        "{diff:#?}"
    );
    assert_eq!(diff.stderr, "would add to refs.bib: compton1989\n");
    assert_eq!(text(&desk, "refs.bib"), BIB);
    desk.run(&["references", "course.md", "--add", "new.bib"])
        .ends(0)
        .says("added to refs.bib: compton1989\n");
    assert_eq!(text(&desk, "refs.bib"), format!("{BIB}\n{NEW}"));
    assert_eq!(text(&desk, "course.md"), course());
    let again = desk
        .run(&["references", "course.md", "--add", "new.bib"])
        .ends(1);
    assert!(
        again.stderr.contains("citation/duplicate-reference"),
        "{again:#?}"
    );
    assert!(
        again.stderr.contains("new.bib:1:10") && again.stderr.contains("refs.bib:5:10"),
        "{again:#?}"
    );
    assert_eq!(text(&desk, "refs.bib"), format!("{BIB}\n{NEW}"));
}

#[test]
fn pasted_entries_come_into_a_course_whose_keys_are_unknown() {
    let course = markdown("# Material\n\nText [@compton1989].\n");
    let desk = Desk::with(&[("course.md", &course)]);
    desk.run(&["check", "course.md"]).ends(1);
    desk.run_with(&["references", "course.md", "--add", "-"], NEW)
        .ends(0)
        .says("added to course.md: compton1989\n");
    let item = "references:\n  - id: compton1989\n    type: article-journal\n    title: Processes\n    \
                author: [\"Compton, Beulah\"]\n    issued: 1989\n    container-title: Journal\n";
    assert_eq!(
        text(&desk, "course.md"),
        course.replace("lang: en\n", &format!("lang: en\n{item}"))
    );
    let checked = desk.run(&["check", "course.md"]);
    assert!(!checked.stdout.contains("unknown-key"), "{checked:#?}");
}

#[test]
fn entries_that_are_no_bibtex_are_told_with_their_place() {
    let desk = desk();
    let broken = desk.run_with(
        &["references", "course.md", "--add", "-", "--lang", "id"],
        "@book{a, title = {B}",
    );
    let broken = broken.ends(1);
    assert!(
        broken
            .stderr
            .contains("berkas pustaka ini tidak dapat dibaca"),
        "{broken:#?}"
    );
    assert!(broken.stderr.contains("<stdin>:1:"), "{broken:#?}");
    assert_eq!(text(&desk, "refs.bib"), BIB);
    desk.run(&["references", "course.md", "--add", "none.bib"])
        .ends(2);
    desk.run(&["references", "-", "--add", "-"]).ends(2);
}

#[test]
fn references_go_to_other_programs_and_come_back() {
    let desk = desk();
    let bib = desk
        .run(&["references", "course.md", "--to", "bib"])
        .ends(0)
        .stdout;
    let csl = desk
        .run(&["references", "course.md", "--to", "csl-json"])
        .ends(0)
        .stdout;
    let read: Vec<Value> = serde_json::from_str(&csl).expect("JSON");
    assert_eq!(read.len(), 3);
    for (name, content) in [("all.bib", &bib), ("all.json", &csl)] {
        let other = markdown("# Material\n\nText.\n")
            .replace("lang: en", &format!("lang: en\nbibliography: {name}"));
        let desk = Desk::with(&[("course.md", &other), (name, content)]);
        assert_eq!(
            desk.run(&["references", "--to", "csl-json"]).ends(0).stdout,
            csl,
            "{name}"
        );
    }
    desk.run(&["references", "course.md", "--to", "bib", "--out", "all.bib"])
        .ends(0)
        .says("wrote all.bib\n");
    assert_eq!(text(&desk, "all.bib"), bib);
    let there = desk.run(&[
        "references",
        "course.md",
        "--to",
        "bib",
        "--out",
        "refs.bib",
    ]);
    assert!(there.ends(2).stderr.contains("refs.bib is there already"));
}

#[test]
fn a_course_that_cannot_be_read_is_reported() {
    let desk = Desk::with(&[("course.md", "---\nformat: 1\n---\n\n# Material\n\nText.\n")]);
    let run = desk.run(&["references", "course.md"]).ends(1);
    assert!(run.stderr.contains("schema/missing-key"), "{run:#?}");
    assert_eq!(run.stdout, "");
    let two = Desk::with(&[("a.md", crate::desk::CLEAN), ("b.md", crate::desk::CLEAN)]);
    let run = two.run(&["references"]).ends(2);
    assert!(run.stderr.contains("there are 2; name one"), "{run:#?}");
    let none = two.run(&["references", "a.md"]).ends(0);
    assert_eq!(
        (none.stdout.as_str(), none.stderr.as_str()),
        ("", "0 references\n")
    );
}

#[test]
fn files_that_cannot_be_used_are_told_plainly_in_both_languages() {
    let naming = |key: &str, name: &str| {
        markdown("# Material\n\nText.\n").replace("lang: en", &format!("lang: en\n{key}: {name}"))
    };
    let check = |key: &str, name: &str, content: &str, english: &str, indonesian: &str| {
        let desk = Desk::with(&[("course.md", &naming(key, name)), (name, content)]);
        for (language, expected) in [("en", english), ("id", indonesian)] {
            let run = desk.run(&["check", "--lang", language]).ends(1);
            assert!(run.stdout.contains(expected), "{run:#?}");
        }
    };
    let ris = "TY  - BOOK\nAU  - Suharto, Edi\nER  - \n";
    let (files, berkas) = ("RIS files are not read", "berkas RIS tidak dibaca");
    check("bibliography", "refs.ris", ris, files, berkas);
    check("bibliography", "refs.bib", ris, files, berkas);
    check(
        "citation-style",
        "a.csl",
        "<html><body></body></html>",
        "`a.csl` is no citation style but a file of another kind: it begins with `<html>`",
        "`a.csl` bukan gaya sitasi, melainkan berkas jenis lain: diawali `<html>`",
    );
    check(
        "citation-style",
        "a.csl",
        "<style version=\"1.0\"><info></info></style>",
        "is not complete: its part `citation` is missing",
        "tidak lengkap: bagian `citation` tidak ada",
    );
}

#[test]
fn exported_json_has_the_data_and_references_the_text_of_the_list() {
    let desk = desk();
    for style in ["apa", "chicago-notes", "ieee", "mla", "vancouver"] {
        let text = course().replace(
            "lang: en\n",
            &format!("lang: en\ncitation-style: {style}\n"),
        );
        desk.put("course.md", &text);
        desk.run(&["build", "course.md", "--to", "json,docx", "--out", style])
            .ends(0);
        let exported: Value =
            serde_json::from_slice(&desk.bytes(&format!("{style}/course.canonical.json")))
                .expect("JSON");
        let data = exported["references"].as_array().expect("references");
        let ids: Vec<_> = data.iter().filter_map(|it| it["id"].as_str()).collect();
        assert_eq!(ids, ["suharto2014", "barker1978", "old"], "{style}");
        assert_eq!(data[1]["publisher"], "P", "{style}");

        let run = desk
            .run(&["references", "course.md", "--format", "json", "--formatted"])
            .ends(0);
        let listed: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let paragraphs = docx::texts(&desk.bytes(&format!("{style}/course.docx")));
        for reference in listed["references"].as_array().expect("references") {
            let text = reference["formatted"]["text"].as_str().expect("a text");
            let is_shown = paragraphs.iter().any(|it| it.ends_with(text));
            assert!(is_shown, "{style}: {text} in {paragraphs:#?}");
        }
    }
}
