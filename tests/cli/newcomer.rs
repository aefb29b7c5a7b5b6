//! What somebody meets who has not read the manual.

use crate::desk::{CLEAN, Desk};

#[test]
fn a_course_where_a_command_belongs() {
    let desk = Desk::with(&[("course.md", CLEAN), ("week 1/notes.md", "# Notes\n")]);
    desk.run(&["course.md"]).ends(2).says(
        "kuliah: course.md is no command; to check it, write `kuliah check course.md`, and to \
         print it, `kuliah build course.md`\n",
    );
    let folder = desk.run(&["week 1"]).ends(2);
    assert!(
        folder.stderr.contains("`kuliah check \"week 1\"`"),
        "{folder:#?}"
    );
    let typo = desk.run(&["chek", "course.md"]).ends(2);
    assert!(typo.stderr.contains("'check'"), "{typo:#?}");
}

#[test]
fn a_folder_without_courses() {
    let desk = Desk::with(&[("week 1/notes.md", "# Notes\n"), ("empty/a.txt", "")]);
    desk.run(&["check", "empty"]).ends(2).says(
        "kuliah: no course in empty: there is no Markdown file in it, and no YAML, JSON or TOML \
         file with the key `format`; `kuliah new empty/course.md` starts a course\n",
    );
    desk.run(&["check"]).ends(2).says(
        "kuliah: no course in .: week 1/notes.md has no front matter with `format: 1`; if it is a \
         course, write `kuliah check \"week 1/notes.md\"` to see what is missing\n",
    );
    let there = desk.run(&["check", "week 1/notes.md"]).ends(1);
    assert!(there.stdout.contains("schema/missing-key"), "{there:#?}");
}

#[test]
fn a_new_course_in_a_new_folder() {
    let desk = Desk::new();
    desk.run(&["new", "semester 1/week-2/"]).ends(0).says(
        "wrote semester 1/week-2/course.md\n\
         next: kuliah build \"semester 1/week-2/course.md\"\n",
    );
    assert_eq!(desk.listing(), ["semester 1/week-2/course.md"]);
    let bare = desk.run(&["new", "week-3"]).ends(2);
    bare.says(
        "kuliah: week-3 does not end in .md, .yaml, .json or .toml; for a folder with a course in \
         it, write `kuliah new week-3/`\n",
    );
    desk.run(&["check"]).ends(0);
}
