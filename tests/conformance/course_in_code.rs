//! A course built in code is held to the same rules as one read from a file.

use std::collections::BTreeMap;

use kuliah::model::{
    Block, CitationKey, Code, Course, Definition, Exercise, Figure, Item, ItemList, ListKind, Note,
    NoteAudience, Quote, Reference, ReferenceKind, Role, RoleId, Section, SectionId, Subsection,
    Table,
};
use kuliah::{Audience, CheckOptions, FORMATS, Language, NoAssets, compile_course};
use kuliah_tests::example::handout;
use kuliah_tests::finding::places;

fn section(content: impl IntoIterator<Item = Block>) -> Course {
    let id = SectionId::new("materi").expect("an id");
    Course::new("Peran", Language::indonesian())
        .section(Section::new(id, "Materi").content(content))
}

/// The rules that report something in a course.
fn rules(course: &Course) -> Vec<String> {
    let compiled = compile_course(course, &NoAssets, &CheckOptions::default());
    let has_errors = !compiled.diagnostics.is_empty();
    assert_eq!(compiled.course.is_none(), has_errors);
    places(&compiled.diagnostics, &compiled.sources)
}

#[test]
fn what_a_constructor_lets_pass_is_found() {
    let empty: [&str; 0] = [];
    let no_blocks = || Vec::<Block>::new();
    let mut two_names = Figure::new("a.png", "x");
    two_names.src = String::new().into();
    let mut wide = Table::new(["a", "b"]).row(["c"]);
    wide.align.clear();
    let mut lines = Exercise::new([Block::prose("x")]);
    lines.lines = Some(0);
    let cases: Vec<(Course, &str)> = vec![
        (
            Course::new("x", Language::indonesian()),
            "schema/out-of-bounds",
        ),
        (section([Block::prose(" ")]), "schema/out-of-bounds"),
        (
            section([Block::List(ItemList::new(ListKind::Plain, empty))]),
            "schema/out-of-bounds",
        ),
        (
            section([Block::List(ItemList::new(ListKind::Plain, [Item::new("")]))]),
            "schema/out-of-bounds",
        ),
        (
            section([Block::Note(Note::new(NoteAudience::All, no_blocks()))]),
            "schema/out-of-bounds",
        ),
        (
            section([Block::Exercise(Exercise::new(no_blocks()))]),
            "schema/out-of-bounds",
        ),
        (section([Block::Exercise(lines)]), "schema/out-of-bounds"),
        (
            section([Block::Definitions(Vec::new())]),
            "schema/out-of-bounds",
        ),
        (
            section([Block::Definitions(vec![
                Definition::new("x", no_blocks()).into(),
            ])]),
            "schema/out-of-bounds",
        ),
        (
            section([Block::Code(Code::new("r", " \n"))]),
            "schema/out-of-bounds",
        ),
        (
            section([Block::Code(Code::new("two words", "x"))]),
            "schema/bad-format",
        ),
        (
            section([Block::Table(Table::new(empty))]),
            "schema/out-of-bounds",
        ),
        (section([Block::Table(wide)]), "schema/out-of-bounds"),
        (section([Block::Figure(two_names)]), "schema/out-of-bounds"),
        (
            section([Block::Figure(Figure::new("../a.png", "x"))]),
            "reference/unsafe-path",
        ),
        (
            section([Block::Figure(Figure::new("a.png", "x"))]),
            "reference/missing-file",
        ),
        (
            section([Block::prose("@a dan [](#b)")]),
            "citation/unknown-key",
        ),
        (
            section([Block::prose("{count} hal")]),
            "syntax/unsupported-markup",
        ),
        (
            section([Block::Section(Subsection::new(" ", [Block::prose("x")]))]),
            "schema/out-of-bounds",
        ),
    ];
    for (course, rule) in cases {
        let found = rules(&course);
        assert!(
            found.contains(&format!("- {rule}")),
            "{rule}: {found:?}\n{course:#?}"
        );
    }
}

#[test]
fn blank_titles_and_names_are_found() {
    let id = SectionId::new("materi").expect("an id");
    let role = RoleId::new("peran").expect("an id");
    let blank = Section::new(id, "").roles([Role::new(role, " ")]);
    let course = Course::new("", Language::indonesian()).section(blank);
    // What is said alike of the titles of course and section is said once.
    assert_eq!(rules(&course), ["- schema/out-of-bounds"; 2]);
}

#[test]
fn ids_are_found_to_be_used_twice() {
    let id = || SectionId::new("materi").expect("an id");
    let twice = Section::new(id(), "Lagi").content([Block::prose("x")]);
    let course = section([Block::prose("x")]).section(twice);
    assert_eq!(rules(&course), ["- structure/duplicate-id"]);
}

fn valid() -> Course {
    let key = CitationKey::new("a").expect("a key");
    let table = Table::new(["Bentuk", "Klien"]).row(["kasus", "*individu*"]);
    let exercise = Exercise::new([Block::prose("Soal.")]).answer([Block::prose("Jawaban.")]);
    section([
        Block::prose("Teks “kutip” @a.^[Catatan kaki.]"),
        Block::Quote(Quote::new("Kata orang.")),
        Block::List(ItemList::new(ListKind::Tasks, ["Satu", "Dua"]).lead("Ada {count} tugas:")),
        Block::Table(table),
        Block::Note(Note::new(NoteAudience::All, [Block::prose("Catatan.")])),
        Block::Exercise(exercise),
        Block::Code(Code::new("r", "x <- 1\n\n  y")),
        Block::Definitions(vec![
            Definition::new("Istilah", [Block::prose("Arti.")]).into(),
        ]),
        Block::Section(Subsection::new("Bagian", [Block::prose("Isi.")])),
    ])
    .reference(Reference::new(key, ReferenceKind::Document, "Judul"))
}

#[test]
fn a_valid_course_is_exported() {
    let compiled = compile_course(&valid(), &NoAssets, &CheckOptions::default());
    assert_eq!(compiled.diagnostics, []);
    let course = compiled.course.expect("a course");
    for audience in [Audience::Student, Audience::Lecturer] {
        for format in FORMATS {
            let exported = handout(&course, audience)
                .export(format, &NoAssets)
                .expect("a file");
            assert_eq!(exported.diagnostics, [], "{}", format.name());
            assert!(!exported.bytes.is_empty());
        }
    }
}

#[test]
fn a_part_without_an_id_gets_one() {
    let course = compile_course(&valid(), &NoAssets, &CheckOptions::default())
        .course
        .expect("a course");
    let ids = course
        .course()
        .blocks()
        .into_iter()
        .filter_map(|it| it.id());
    let ids: Vec<_> = ids.map(|id| id.as_str()).collect();
    assert_eq!(ids, ["bagian"]);
    // Once it is there, nothing changes any more.
    let again = compile_course(course.course(), &NoAssets, &CheckOptions::default())
        .course
        .expect("a course");
    assert_eq!(again, course);
}

#[test]
fn assets_may_come_from_anywhere() {
    let course = section([Block::Figure(Figure::new("a.png", "x"))]);
    let broken = BTreeMap::from([("a.png".to_owned(), b"no picture".to_vec())]);
    let compiled = compile_course(&course, &broken, &CheckOptions::default());
    let found = places(&compiled.diagnostics, &compiled.sources);
    assert_eq!(found, ["- reference/unreadable-image"]);
}
