//! Courses built in code that no source file can say, and large ones.

use std::fmt::Write as _;

use kuliah_core::model::{
    Block, BlockId, Code, Course, Definition, Exercise, Figure, Item, ItemList, ListKind, Note,
    NoteAudience, Quote, Role, RoleId, Section, SectionId, SubList, Subsection, Table,
};
use kuliah_core::{Markup, Spanned};
use kuliah_doc::{BlockKind, Document, Inline, Language};

use super::{checked, course, document, each_block, headings, inlines, texts};
use crate::citation::Citations;
use crate::numbers::Numbers;
use crate::target::Targets;
use crate::{LowerOptions, Lowering, lower};

fn built(blocks: impl IntoIterator<Item = Block>) -> Document {
    let section = Section::new(SectionId::new("a").expect("an id"), "A").content(blocks);
    let course = Course::new("Judul", Language::indonesian()).section(section);
    lower(&checked(course), &LowerOptions::default())
}

/// What the document tree promises of every block.
fn assert_whole(document: &Document) {
    assert!(!document.front.title.is_empty());
    let mut levels = vec![0];
    each_block(document, |block| match &block.kind {
        BlockKind::Section(it) => {
            assert!(!it.heading.content.is_empty() && (1..=4).contains(&it.heading.level));
            levels.push(it.heading.level);
        }
        BlockKind::Paragraph(content) => assert!(!content.is_empty()),
        BlockKind::Quote(it) => assert!(!it.paragraphs.is_empty()),
        BlockKind::List(it) => {
            assert!(!it.items.is_empty());
            assert!(it.items.iter().all(|item| !item.blocks.is_empty()));
        }
        BlockKind::Definitions(it) => assert!(it.iter().all(|it| !it.blocks.is_empty())),
        BlockKind::Table(it) => {
            assert!(!it.columns.is_empty());
            let rows = it.rows.iter().chain([&it.head]);
            assert!({ rows }.all(|row| row.cells.len() == it.columns.len()));
        }
        BlockKind::Code(it) => assert!(!it.lines.is_empty()),
        BlockKind::Callout(it) => assert!(!it.blocks.is_empty() && !it.title.is_empty()),
        _ => {}
    });
    assert!(
        levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
        "{levels:?}"
    );
    for inline in inlines(document) {
        match inline {
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Span { content, .. }
            | Inline::Link { content, .. }
            | Inline::Reference { content, .. } => assert!(!content.is_empty()),
            _ => {}
        }
    }
}

#[test]
fn empty_parts_keep_the_promises_of_the_tree() {
    let mut untitled = ItemList::new(ListKind::Plain, Vec::<Item>::new());
    untitled.title = Some(Markup::new(""));
    let mut exercise = Exercise::new([]);
    exercise.lines = Some(0);
    let mut code = Code::new("", "");
    code.id = Some(BlockId::new("kode").expect("an id").into());
    let document = built([
        Block::prose(""),
        Block::prose(" ** ** "),
        Block::Quote(Quote::new("")),
        Block::List(ItemList::new(ListKind::Tasks, ["", "b"])),
        Block::List(untitled),
        Block::Table(Table::new(Vec::<Markup>::new())),
        Block::Note(Note::new(NoteAudience::All, [])),
        Block::Exercise(exercise),
        Block::Code(code),
        Block::Section(Subsection::new("", [])),
        Block::Definitions(vec![Spanned::from(Definition::new("", []))]),
        Block::Definitions(Vec::new()),
        Block::prose("Lihat [itu](#kode)."),
    ]);
    assert_whole(&document);
    assert!(texts(&document).contains(&"Lihat itu.".to_owned()));
}

#[test]
fn rows_of_unequal_length_lose_no_cell() {
    let table = Table::new(["a"]).row(["b", "c"]).row(["d"]);
    let document = built([Block::Table(table)]);
    assert_whole(&document);
    assert_eq!(texts(&document)[1..], ["a", "b", "c", "d"]);
}

#[test]
fn headings_too_deep_or_in_a_note_are_bold_paragraphs() {
    let mut part = Subsection::new("Dasar", [Block::prose("isi")]);
    for name in ["e", "d", "c", "b"] {
        part = Subsection::new(name, [Block::Section(part)]);
    }
    let mut list = ItemList::new(ListKind::Tasks, ["satu"]);
    list.title = Some(Markup::new("Tugas"));
    let note = Note::new(
        NoteAudience::All,
        [
            Block::Section(Subsection::new("Dalam catatan", [Block::prose("isi")])),
            Block::List(list),
        ],
    );
    let document = built([Block::Section(part), Block::Note(note)]);
    assert_whole(&document);
    let levels: Vec<_> = headings(&document).iter().map(|it| it.0).collect();
    assert_eq!(levels, [1, 2, 3, 4]);
    let texts = texts(&document);
    for title in ["e", "Dasar", "Dalam catatan", "Tugas"] {
        assert!(texts.iter().any(|it| it == title), "{title}");
    }
}

#[test]
fn every_kind_of_block_shows_its_words() {
    let mut figure = Figure::new("a.png", "alt");
    figure.caption = Some(Markup::new("W-gambar"));
    let mut item = Item::with_term("W-istilah", "W-butir");
    item.sub = Some(SubList::new(["W-anak"]));
    let document = built([
        Block::prose("W-prosa"),
        Block::Quote(Quote::new("W-kutipan")),
        Block::List(ItemList::new(ListKind::Plain, [item]).lead("W-pengantar")),
        Block::Table(Table::new(["W-kepala"]).row(["W-sel"])),
        Block::Figure(figure),
        Block::Note(Note::new(NoteAudience::All, [Block::prose("W-catatan")])),
        Block::Exercise(Exercise::new([Block::prose("W-soal")])),
        Block::Section(Subsection::new("W-bagian", [Block::prose("W-isi")])),
        Block::Code(Code::new("rust", "W-kode")),
        Block::Definitions(vec![
            Definition::new("W-kata", [Block::prose("W-arti")]).into(),
        ]),
    ]);
    assert_whole(&document);
    let all = texts(&document).join("\n");
    for word in [
        "prosa",
        "kutipan",
        "istilah",
        "butir",
        "anak",
        "pengantar",
        "kepala",
        "sel",
        "gambar",
        "catatan",
        "soal",
        "bagian",
        "isi",
        "kode",
        "kata",
        "arti",
    ] {
        assert!(all.contains(&format!("W-{word}")), "{word}: {all}");
    }
}

#[test]
fn sections_and_roles_without_title_above_them_begin_at_level_one() {
    let mut section = Section::new(SectionId::new("a").expect("an id"), "");
    section.title = None;
    let role =
        Role::new(RoleId::new("r").expect("an id"), "Pialang").content([Block::prose("Isi")]);
    let part = Subsection::new("Bagian", [Block::prose("Isi")]);
    let section = section.content([Block::Section(part)]).roles([role]);
    let titled =
        Section::new(SectionId::new("b").expect("an id"), "B").content([Block::prose("x")]);
    let course = Course::new("Judul", Language::indonesian())
        .section(section)
        .section(titled);
    let document = lower(&checked(course), &LowerOptions::default());
    assert_whole(&document);
    let numbers: Vec<_> = headings(&document).iter().map(|it| (it.0, it.1)).collect();
    assert_eq!(numbers, [(1, Some(1)), (1, Some(2)), (1, Some(3))]);
}

#[test]
fn equal_courses_give_equal_documents() {
    let body = "# A\n\nTeks^[kaki] [](#t).\n\n| a |\n|---|\n| b |\n\n: Judul {#t}\n";
    assert_eq!(document("", body), document("", body));
}

/// Forty references.
fn works() -> String {
    let mut front = "references:\n".to_owned();
    for work in 0..40 {
        let _ = writeln!(
            front,
            "  - {{id: k{work}, type: book, title: Judul {work}, author: 'Nama{work}, A.', issued: 1990}}"
        );
    }
    front
}

/// A course of many roles, each with text, list, table, footnote and references; every tenth
/// cites a work.
fn many(roles: usize) -> String {
    let mut body = "# Materi {.roles}\n\n{Count:roles} peran.\n".to_owned();
    for role in 0..roles {
        let next = (role + 1) % roles;
        let cited = match role % 10 {
            0 => format!(" [@k{}]", role / 10 % 40),
            _ => String::new(),
        };
        let _ = write!(
            body,
            "\n## Peran nomor {role} {{#r{role}}}\n\nTeks{cited}^[Kaki.], lihat [](#r{next}) dan [](#t{next}).\n\nTugas:\n\n- satu\n- dua\n\n| a |\n|---|\n| b |\n\n: Bentuk {{#t{role}}}\n"
        );
    }
    body
}

#[test]
fn two_thousand_roles_are_all_there() {
    let course = course(&works(), &many(2000));
    let document = lower(&course, &LowerOptions::default());
    assert_eq!(headings(&document).len(), 2002);
}

/// The document of a course that no check has seen.
fn unchecked(blocks: impl IntoIterator<Item = Block>) -> Document {
    let section = Section::new(SectionId::new("a").expect("an id"), "A").content(blocks);
    let course = Course::new("Judul", Language::indonesian()).section(section);
    let numbers = Numbers::of(&course);
    let citations = Citations::of(&course);
    let targets = Targets::of(&course, &numbers);
    Lowering::new(&course, &numbers, &citations, &targets).document(&LowerOptions::default())
}

#[test]
fn what_a_check_would_refuse_leaves_its_words() {
    let figure = |alt: Option<&str>, caption: Option<&str>| {
        let mut figure = Figure::new("../rahasia.png", "");
        figure.alt = alt.map(str::to_owned);
        figure.caption = caption.map(Markup::new);
        figure.id = Some(BlockId::new("foto").expect("an id").into());
        Block::Figure(figure)
    };
    let words = |block: Block| texts(&unchecked([block])).split_off(1);
    assert_eq!(
        words(figure(Some("Orang duduk"), Some("Posisi"))),
        ["Orang duduk", "Gambar 1. Posisi"]
    );
    assert_eq!(words(figure(None, Some(" "))), ["Gambar 1"]);
    assert_eq!(words(figure(Some(" "), None)), Vec::<String>::new());

    let mut exercise = Exercise::new([Block::prose("Apa?")]);
    exercise.title = Some(Markup::new("*Tanya*"));
    let exercise = texts(&unchecked([Block::Exercise(exercise)]));
    assert!(
        exercise.iter().any(|it| it.contains("Latihan 1. Tanya")),
        "{exercise:?}"
    );

    let count = words(Block::prose(
        "Ada {count} dan {Count}; lihat [](#hilang), [kata](#hilang).",
    ));
    assert_eq!(count, ["Ada {count} dan {Count}; lihat hilang, kata."]);
}
