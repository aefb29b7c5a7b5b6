//! Several files and folders: which are found, and in which order they are reported.

use crate::desk::{CLEAN, Desk, with_error, with_warning};

/// Folders with courses, files that are none, and folders that are left out.
fn library() -> Desk {
    let desk = Desk::new();
    for name in [
        "b/x.md",
        "a/x.md",
        "c.md",
        ".hidden/x.md",
        "node_modules/x.md",
    ] {
        desk.put(name, with_error());
    }
    for number in 0..20 {
        desk.put(&format!("many/{number:02}.md"), with_warning());
    }
    desk.put("README.md", "# No course\n");
    desk.put("a/data.json", "{\"some\": \"data\"}");
    desk.put("ok.md", CLEAN);
    desk
}

#[test]
fn folders_are_searched_in_order() {
    let desk = library();
    let run = desk.run(&["check", "--format", "concise"]).ends(1);
    let found = run.findings();
    let mut expected = vec![
        "a/x.md:9:8: error[citation/unknown-key".to_owned(),
        "b/x.md:9:8: error[citation/unknown-key".to_owned(),
        "c.md:9:8: error[citation/unknown-key".to_owned(),
    ];
    expected
        .extend((0..20).map(|n| format!("many/{n:02}.md:11:3: warning[structure/empty-section")));
    assert_eq!(found, expected);
    assert_eq!(run.stderr, "3 errors and 20 warnings in 24 courses\n");
}

#[test]
fn named_files_come_in_the_order_of_the_command_line_and_once() {
    let desk = library();
    let args = [
        "check", "--quiet", "--format", "concise", "c.md", "a", "b/x.md", "b", "c.md",
    ];
    let run = desk.run(&args).ends(1);
    let files: Vec<_> = run
        .findings()
        .iter()
        .filter_map(|it| it.split(':').next())
        .collect();
    assert_eq!(files, ["c.md", "a/x.md", "b/x.md"]);
}

#[test]
fn a_named_file_is_always_checked() {
    let desk = library();
    for name in ["README.md", "a/data.json", ".hidden/x.md"] {
        let run = desk.check(name).ends(1);
        assert!(!run.findings().is_empty(), "{name}");
    }
}

#[test]
fn the_number_of_jobs_changes_nothing() {
    for format in ["full", "concise", "json"] {
        let desk = library();
        let checked = |jobs| {
            desk.run(&["check", "--format", format, "--jobs", jobs])
                .ends(1)
        };
        assert_eq!(checked("1"), checked("4"));
    }
    let built = |jobs| {
        let desk = library();
        let run = desk
            .run(&["build", "--to", "pdf,json", "--jobs", jobs])
            .ends(1);
        let names = desk.listing();
        let files: Vec<_> = names.iter().map(|name| desk.bytes(name)).collect();
        (run, names, files)
    };
    let (one, names, files) = built("1");
    let handouts = names.iter().filter(|it| it.contains(".pdf"));
    assert_eq!(handouts.count(), 21);
    assert!(
        (one, names, files) == built("4"),
        "equal input gives equal bytes"
    );
}
