//! Notes, exercises and answers, and who gets them.

use kuliah_doc::{BlockKind, CalloutKind};

use super::{blocks, course, document, lecturers, texts};
use crate::{LowerOptions, lower};

const BODY: &str = "# Materi

Lihat [](#pasar).

> [!note] Untuk semua.

> [!student] Untuk mahasiswa.

> [!lecturer] RAHASIA-CATATAN^[RAHASIA-KAKI].

### Kasus pasar {#pasar .exercise lines=6}

Tentukan peran.

> [!answer] RAHASIA-JAWABAN, lihat [](#pasar).

### Kasus *desa* {.exercise}

Tentukan juga.
";

#[test]
fn students_get_nothing_of_the_lecturers() {
    let document = document("", BODY);
    let all = format!("{document:?}");
    assert!(!all.contains("RAHASIA"), "{all}");
    assert_eq!(
        texts(&document)[1..],
        [
            "Lihat Latihan 1.",
            "Catatan",
            "Untuk semua.",
            "Catatan untuk mahasiswa",
            "Untuk mahasiswa.",
            "Latihan 1. Kasus pasar",
            "Tentukan peran.",
            "Latihan 2. Kasus desa",
            "Tentukan juga.",
        ]
    );
}

#[test]
fn lecturers_get_notes_and_answers() {
    let texts = texts(&lecturers(&course("", BODY)));
    for line in [
        "Catatan untuk dosen",
        "RAHASIA-CATATAN.",
        "Jawaban",
        "RAHASIA-JAWABAN, lihat Latihan 1.",
        "RAHASIA-KAKI",
    ] {
        assert!(texts.iter().any(|it| it == line), "{line}: {texts:#?}");
    }
    assert!(!texts.iter().any(|it| it.contains("Untuk mahasiswa")));
}

#[test]
fn an_exercise_has_lines_to_write_on_and_its_answer_within() {
    let document = lecturers(&course("", BODY));
    let exercises = blocks(
        &document,
        |kind| matches!(kind, BlockKind::Callout(it) if it.kind == CalloutKind::Exercise),
    );
    let BlockKind::Callout(first) = &exercises[0].kind else {
        panic!("an exercise");
    };
    assert!(matches!(
        first.blocks[1].kind,
        BlockKind::WriteIn { lines: 6 }
    ));
    let answer = &first.blocks[2].kind;
    assert!(matches!(answer, BlockKind::Callout(it) if it.kind == CalloutKind::Answer));
    assert_eq!(
        exercises[0].anchor.as_ref().map(kuliah_doc::Anchor::key),
        Some("pasar")
    );
}

#[test]
fn what_only_students_have_is_no_target_for_lecturers() {
    let body = "# Materi\n\nKerjakan [soal itu](#soal) atau [](#soal).\n\n> [!student]\n> | a |\n> |---|\n> | b |\n>\n> : Soal {#soal}\n";
    let course = course("", body);
    let student = lower(&course, &LowerOptions::default());
    assert_eq!(texts(&student)[1], "Kerjakan soal itu atau Tabel 1.");
    let lecturer = lecturers(&course);
    assert_eq!(texts(&lecturer)[1], "Kerjakan soal itu atau soal.");
    assert_eq!(super::references(&lecturer), []);
}

#[test]
fn labels_are_english_in_english_and_elsewhere() {
    for lang in ["en", "fr"] {
        let texts = texts(&lecturers(&course(&format!("lang: {lang}\n"), BODY)));
        for line in [
            "Note",
            "Note to lecturers",
            "Exercise 1. Kasus pasar",
            "Answer",
        ] {
            assert!(texts.iter().any(|it| it == line), "{line}: {texts:#?}");
        }
    }
}
