//! `kuliah build`: which files it writes, under which names, and when it writes none.

use std::fs;

use kuliah_tests::{docx, pdf};

use crate::desk::{CLEAN, CLEAN_YAML, Desk, markdown, with_error, with_warning};

/// A word that only lecturers may read.
const CANARY: &str = "canarysecret";

#[test]
fn three_files_lie_beside_the_course() {
    let desk = Desk::with(&[("unit/a.md", CLEAN)]);
    let run = desk.run(&["build", "unit/a.md"]).ends(0);
    assert_eq!(run.stdout, "");
    for name in ["unit/a.pdf", "unit/a.docx", "unit/a.canonical.json"] {
        assert!(run.stderr.contains(&format!("wrote {name} (")), "{run:#?}");
    }
    assert!(run.stderr.ends_with("no findings in 1 course\n"));
    let written = [
        "unit/a.canonical.json",
        "unit/a.docx",
        "unit/a.md",
        "unit/a.pdf",
    ];
    assert_eq!(desk.listing(), written);
    assert!(desk.bytes("unit/a.pdf").starts_with(b"%PDF-"));
    assert!(desk.bytes("unit/a.docx").starts_with(b"PK"));
    assert_eq!(desk.bytes("unit/a.md"), CLEAN.as_bytes());
}

#[test]
fn a_course_with_errors_is_left_out_and_the_others_are_built() {
    let desk = Desk::with(&[("bad.md", &with_error()), ("good.md", CLEAN)]);
    let run = desk
        .run(&["build", "--to", "pdf", "bad.md", "good.md"])
        .ends(1);
    assert!(
        run.stderr.contains("error[citation/unknown-key]"),
        "{run:#?}"
    );
    assert_eq!(desk.listing(), ["bad.md", "good.md", "good.pdf"]);
}

#[test]
fn an_error_keeps_the_copy_of_the_last_build() {
    let desk = Desk::with(&[("a.md", CLEAN)]);
    desk.run(&["build", "a.md"]).ends(0);
    let before = desk.bytes("a.pdf");
    desk.put("a.md", with_error());
    desk.run(&["build", "a.md"]).ends(1);
    assert_eq!(desk.bytes("a.pdf"), before);
}

#[test]
fn warnings_do_not_keep_a_course_from_being_built() {
    let desk = Desk::with(&[("w.md", &with_warning())]);
    desk.run(&["build", "--to", "json", "w.md"]).ends(0);
    let args = ["build", "--to", "json", "--fail-on", "warning", "w.md"];
    desk.run(&args).ends(1);
    assert_eq!(desk.listing(), ["w.canonical.json", "w.md"]);
}

#[test]
fn a_place_that_cannot_be_written_ends_with_2() {
    let desk = Desk::with(&[("a.md", CLEAN), ("taken", "a file")]);
    for (out, said) in [
        ("taken", "kuliah: taken is no folder"),
        ("taken/below", "kuliah: cannot write taken/below/a.pdf: "),
    ] {
        let args = ["build", "a.md", "--to", "pdf", "--out", out];
        let run = desk.run(&args).ends(2);
        assert!(run.stderr.starts_with(said), "{run:#?}");
    }
    assert_eq!(desk.listing(), ["a.md", "taken"]);
    assert_eq!(desk.bytes("taken"), b"a file");
}

#[test]
fn a_folder_is_never_replaced() {
    let desk = Desk::with(&[("a.md", CLEAN)]);
    fs::create_dir(desk.path("a.pdf")).expect("a folder");
    let run = desk.run(&["build", "a.md", "--to", "pdf"]).ends(2);
    assert!(
        run.stderr.starts_with("kuliah: cannot write a.pdf: "),
        "{run:#?}"
    );
    assert!(desk.path("a.pdf").is_dir());
    assert_eq!(desk.listing(), ["a.md"], "and nothing half-written stays");
}

#[cfg(unix)]
#[test]
fn a_folder_without_leave_to_write_ends_with_2() {
    use std::os::unix::fs::PermissionsExt as _;

    let desk = Desk::with(&[("a.md", CLEAN), ("locked/keep.txt", "")]);
    let locked = desk.path("locked");
    let mode = |bits| fs::set_permissions(&locked, fs::Permissions::from_mode(bits));
    mode(0o555).expect("a locked folder");
    let may_write_anyway = fs::File::create(locked.join("probe")).is_ok();
    let run = desk.run(&["build", "a.md", "--to", "pdf", "--out", "locked"]);
    mode(0o755).expect("an open folder");
    if may_write_anyway {
        // The superuser may write everywhere.
        run.ends(0);
    } else {
        run.ends(2);
        assert_eq!(desk.listing(), ["a.md", "locked/keep.txt"]);
    }
}

#[test]
fn what_cannot_be_read_ends_with_2() {
    let desk = Desk::new();
    let run = desk.run(&["build", "nowhere.md"]).ends(2);
    assert!(run.stderr.starts_with("kuliah: cannot read nowhere.md: "));
    desk.run(&["build", "--to", "odt", "nowhere.md"]).ends(2);
    assert!(desk.listing().is_empty());
}

#[test]
fn formats_and_folder_can_be_chosen() {
    let desk = Desk::with(&[("a.md", CLEAN)]);
    desk.run(&["build", "a.md", "--to", "pdf"]).ends(0);
    assert_eq!(desk.listing(), ["a.md", "a.pdf"]);
    desk.run(&["build", "a.md", "--to", "docx,json", "--out", "x/y"])
        .ends(0);
    let written = ["a.md", "a.pdf", "x/y/a.canonical.json", "x/y/a.docx"];
    assert_eq!(desk.listing(), written);
}

#[test]
fn one_course_goes_through_standard_streams() {
    let desk = Desk::new();
    let args = [
        "build", "-", "--syntax", "yaml", "--to", "json", "--out", "-",
    ];
    let run = desk.run_with(&args, CLEAN_YAML).ends(0);
    assert_eq!(run.json()["title"], "Roles");
    assert_eq!(run.stderr, "no findings in 1 course\n");

    let bad = desk
        .run_with(&args, "format: 1\ntitle: Roles\nsections: []\n")
        .ends(1);
    assert_eq!(bad.stdout, "", "findings go elsewhere");
    assert!(bad.stderr.contains("<stdin>:3:11"), "{bad:#?}");

    for args in [
        &["build", "-", "--out", "-"][..],
        &["build", "-", "--to", "pdf,json", "--out", "-"],
    ] {
        let run = desk.run_with(args, CLEAN).ends(2);
        run.says("kuliah: `--out -` writes one format; name it with --to\n");
    }
    assert!(desk.listing().is_empty());
}

#[test]
fn standard_input_is_named_course() {
    let desk = Desk::new();
    desk.run_with(&["build", "-", "--to", "json", "--out", "."], CLEAN)
        .ends(0);
    assert_eq!(desk.listing(), ["course.canonical.json"]);
    let run = desk.run_with(&["build", "-", "--to", "json"], CLEAN);
    run.ends(2).says("kuliah: standard input has no folder; say where to write with --out DIR, or with --out -\n");
}

#[test]
fn only_the_lecturers_copy_has_what_is_theirs() {
    let course = format!(
        "format: 1\ntitle: Roles\nlang: en\nsections:\n  - title: Material\n    content:\n      \
         - prose: Everybody reads this.\n      \
         - note: {{audience: lecturer, content: {CANARY} one}}\n      \
         - exercise: {{title: Why, content: Say why., answer: {CANARY} two}}\n"
    );
    let desk = Desk::with(&[("a.yaml", &course)]);
    desk.run(&["build", "a.yaml"]).ends(0);
    desk.run(&["build", "a.yaml", "--audience", "lecturer"])
        .ends(0);
    let written = [
        "a.canonical.json",
        "a.docx",
        "a.lecturer.canonical.json",
        "a.lecturer.docx",
        "a.lecturer.pdf",
        "a.pdf",
        "a.yaml",
    ];
    assert_eq!(desk.listing(), written);
    for ending in ["canonical.json", "docx", "pdf"] {
        let student = words(&desk, "a", ending);
        assert!(student.contains("Everybody"), "{ending}: {student}");
        assert!(!student.contains(CANARY), "{ending}: {student}");
        let lecturer = words(&desk, "a.lecturer", ending);
        // A Word file carries the course as data beside its text.
        let times = if ending == "docx" { 4 } else { 2 };
        let found = lecturer.matches(CANARY).count();
        assert_eq!(found, times, "{ending}: {lecturer}");
    }
}

#[test]
fn two_courses_never_write_the_same_file() {
    let desk = Desk::with(&[("a.md", CLEAN), ("a.yaml", CLEAN_YAML)]);
    let run = desk.run(&["build"]).ends(2);
    assert!(
        run.stderr
            .starts_with("kuliah: a.md and a.yaml would both write ")
    );
    assert_eq!(desk.listing(), ["a.md", "a.yaml"]);
}

#[test]
fn two_builds_write_equal_bytes() {
    let names = ["a.canonical.json", "a.docx", "a.pdf"];
    let built = || {
        let desk = Desk::with(&[("a.md", &markdown("# Material\n\n- one\n- two\n"))]);
        desk.run(&["build", "a.md"]).ends(0);
        names.map(|name| desk.bytes(name))
    };
    let first = built();
    assert!(first.iter().all(|bytes| !bytes.is_empty()));
    assert!(first == built(), "equal input gives equal bytes");
}

/// All that can be read in a copy.
fn words(desk: &Desk, stem: &str, ending: &str) -> String {
    let bytes = desk.bytes(&format!("{stem}.{ending}"));
    match ending {
        "pdf" => pdf::text(&bytes).whole(),
        "docx" => {
            let parts = docx::parts(&bytes);
            let texts = parts.iter().map(|(_, part)| String::from_utf8_lossy(part));
            texts.collect()
        }
        _ => String::from_utf8(bytes).expect("UTF-8"),
    }
}

#[test]
fn a_build_that_could_not_write_does_not_end_in_good_news() {
    // A folder stands where the file would go.
    let desk = Desk::with(&[("a.md", CLEAN), ("a.pdf/b.txt", "")]);
    let run = desk.run(&["build", "a.md", "--to", "pdf"]).ends(2);
    assert!(!run.stderr.contains("no findings"), "{}", run.stderr);
}
