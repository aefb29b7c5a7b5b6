//! Themes, templates and what goes along with a handout.

use kuliah_tests::{docx, pdf};

use crate::desk::{CLEAN, Desk};

/// Whether a PDF holds some bytes once it is unpacked.
fn holds(bytes: &[u8], what: &str) -> bool {
    let text = pdf::decompressed(bytes);
    text.windows(what.len()).any(|it| it == what.as_bytes())
}

fn part(bytes: &[u8], name: &str) -> Option<String> {
    let parts = docx::parts(bytes);
    let found = parts.into_iter().find(|(part, _)| part == name);
    found.map(|(_, text)| String::from_utf8_lossy(&text).into_owned())
}

#[test]
fn a_theme_is_chosen_by_name_on_the_command_line() {
    let desk = Desk::with(&[("a.md", CLEAN)]);
    desk.run(&["build", "a.md", "--to", "pdf"]).ends(0);
    let usual = desk.bytes("a.pdf");
    desk.run(&["build", "a.md", "--to", "pdf", "--theme", "modul"])
        .ends(0);
    assert_ne!(desk.bytes("a.pdf"), usual);
    desk.run(&["build", "a.md", "--to", "pdf", "--theme", "handout"])
        .ends(0);
    assert_eq!(desk.bytes("a.pdf"), usual);
    desk.run(&["build", "a.md", "--to", "pdf", "--large-print"])
        .ends(0);
    assert_ne!(desk.bytes("a.pdf"), usual);
    let run = desk.run(&["build", "a.md", "--theme", "modull"]).ends(2);
    assert!(
        run.stderr.contains("there is no theme `modull`"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_configuration_names_a_theme_and_the_command_line_wins() {
    let files = [
        ("kuliah.toml", "[build]\ntheme = \"own.toml\"\n"),
        (
            "own.toml",
            "base = \"handout\"\n[page]\nsize = \"letter\"\n",
        ),
        ("week/a.md", CLEAN),
    ];
    let desk = Desk::with(&files);
    desk.run(&["build", "week/a.md", "--to", "pdf"]).ends(0);
    assert!(holds(&desk.bytes("week/a.pdf"), "/MediaBox[0 0 612 792]"));
    desk.run(&["build", "week/a.md", "--to", "pdf", "--theme", "handout"])
        .ends(0);
    assert!(!holds(&desk.bytes("week/a.pdf"), "/MediaBox[0 0 612 792]"));
}

#[test]
fn what_is_wrong_with_a_theme_is_said_at_its_lines_and_nothing_is_written() {
    let desk = Desk::with(&[("a.md", CLEAN), ("own.toml", "[page]\nsize = \"a9\"\n")]);
    let run = desk
        .run(&[
            "build", "a.md", "--theme", "own.toml", "--format", "concise",
        ])
        .ends(2);
    assert!(
        run.stderr
            .starts_with("own.toml:2:8: error[config/theme]: "),
        "{}",
        run.stderr
    );
    assert_eq!(desk.listing(), ["a.md", "own.toml"]);
}

#[test]
fn a_theme_that_is_no_toml_is_told_of_as_any_other_file_in_both_languages() {
    let desk = Desk::with(&[("a.md", CLEAN), ("own.toml", "[page]\nsize = \"A4\n")]);
    let said = ["en", "id"].map(|lang| {
        let run = desk.run(&[
            "build", "a.md", "--theme", "own.toml", "--format", "concise", "--lang", lang,
        ]);
        let run = run.ends(2);
        let place = "own.toml:2:11: ";
        assert!(run.stderr.starts_with(place), "{}", run.stderr);
        assert!(run.stderr.contains("[syntax/parse]: "), "{}", run.stderr);
        run.stderr
    });
    assert_ne!(said[0].lines().next(), said[1].lines().next());
    assert_eq!(desk.listing(), ["a.md", "own.toml"]);
}

#[test]
fn a_template_that_is_none_is_refused_and_nothing_is_written() {
    let desk = Desk::with(&[("a.md", CLEAN), ("campus.docx", "no Word file")]);
    for name in ["campus.docx", "gone.docx", "a.md"] {
        desk.run(&["build", "a.md", "--template", name]).ends(2);
    }
    assert_eq!(desk.listing(), ["a.md", "campus.docx"]);
}

#[test]
fn a_template_brings_its_page() {
    let desk = Desk::with(&[
        ("a.md", CLEAN),
        ("t.md", CLEAN),
        (
            "own.toml",
            "base = \"handout\"\n[page]\nsize = \"letter\"\n",
        ),
    ]);
    desk.run(&["build", "t.md", "--to", "docx", "--theme", "own.toml"])
        .ends(0);
    desk.run(&["build", "a.md", "--to", "docx", "--template", "t.docx"])
        .ends(0);
    let document = part(&desk.bytes("a.docx"), "word/document.xml").expect("a document");
    assert!(document.contains("w:w=\"12240\""), "{document}");
}

#[test]
fn a_word_file_carries_its_course_unless_told_otherwise() {
    let desk = Desk::with(&[("a.md", CLEAN)]);
    let course = "customXml/item1.xml";
    desk.run(&["build", "a.md", "--to", "docx"]).ends(0);
    assert!(part(&desk.bytes("a.docx"), course).is_some());
    desk.run(&["build", "a.md", "--to", "docx", "--no-embed"])
        .ends(0);
    assert!(part(&desk.bytes("a.docx"), course).is_none());
}

#[test]
fn what_is_attached_is_the_copy_of_its_audience() {
    let course = CLEAN.to_owned() + "\n> [!lecturer] RAHASIA untuk dosen.\n";
    let desk = Desk::with(&[("a.md", &course)]);
    let build = ["build", "a.md", "--to", "pdf", "--attach-source"];
    desk.run(&build).ends(0);
    let student = desk.bytes("a.pdf");
    assert!(holds(&student, "EmbeddedFile"));
    assert!(holds(&student, "urn:kuliah:schema:course:1"));
    assert!(!holds(&student, "RAHASIA"));
    desk.run(&[&build[..], &["--audience", "lecturer"]].concat())
        .ends(0);
    assert!(holds(&desk.bytes("a.lecturer.pdf"), "RAHASIA"));
}

#[test]
fn pages_stand_on_sheets_for_notes() {
    let desk = Desk::with(&[("a.md", CLEAN)]);
    desk.run(&["build", "a.md", "--to", "pdf"]).ends(0);
    let usual = desk.bytes("a.pdf");
    desk.run(&["build", "a.md", "--to", "pdf", "--note-sheets", "2"])
        .ends(0);
    assert_ne!(desk.bytes("a.pdf"), usual);
    desk.run(&["build", "a.md", "--note-sheets", "4"]).ends(2);
}
