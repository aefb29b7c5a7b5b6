//! Nothing of the lecturers' content is in a student copy, in any format.

use kuliah::{Audience, CheckOptions, FORMATS, Format, Input, NoAssets, Syntax, compile};
use kuliah_tests::example::handout;
use kuliah_tests::{docx, pdf};

/// Lecturers' content of every kind and in every place, marked by a word.
const COURSE: &str = "---
format: 1
title: Peran
lang: id
references:
  - {id: a, type: document, title: Untuk semua}
---

# Materi

Teks UMUM @a.

> [!lecturer] RAHASIA di bawah bagian^[RAHASIA catatan kaki [@a]].
>
> - RAHASIA butir
> - RAHASIA butir kedua
>
> | RAHASIA | kepala |
> |---------|--------|
> | sel     | sel    |
>
> : RAHASIA tabel {#rahasia}
>
> ```text
> RAHASIA kode
> ```
>
> > RAHASIA kutipan

> [!note] UMUM catatan
>
> > [!lecturer] RAHASIA dalam catatan

Istilah
: UMUM arti

  > [!lecturer] RAHASIA dalam definisi

> [!student] MAHASISWA

## Sub

> [!lecturer] RAHASIA dalam subbagian

## Peran {.role}

> [!lecturer] RAHASIA dalam peran

### Soal {.exercise lines=3}

UMUM soal

> [!lecturer] RAHASIA dalam soal

> [!answer] RAHASIA jawaban
";

/// Everything a file says, compressed or not.
fn searched(format: &Format, bytes: &[u8]) -> String {
    let inner = match format.name() {
        "pdf" => [
            pdf::decompressed(bytes),
            pdf::text(bytes).whole().into_bytes(),
        ]
        .concat(),
        "docx" => docx::parts(bytes)
            .into_iter()
            .flat_map(|(_, it)| it)
            .collect(),
        _ => Vec::new(),
    };
    let all = [bytes, inner.as_slice()].concat();
    let text = String::from_utf8_lossy(&all).into_owned();
    // Texts in PDF may be UTF-16.
    let narrow: Vec<u8> = all.into_iter().filter(|it| *it != 0).collect();
    text + &String::from_utf8_lossy(&narrow)
}

fn copies(audience: Audience) -> Vec<(&'static str, String)> {
    let compiled = compile(
        &Input::new("a.md", COURSE.as_bytes(), Syntax::Markdown),
        &NoAssets,
        &CheckOptions::default(),
    );
    assert_eq!(compiled.diagnostics, []);
    let course = compiled.course.expect("a course");
    let handout = handout(&course, audience);
    let write = |format: &'static Format| {
        let exported = handout.export(format, &NoAssets).expect("a file");
        (format.name(), searched(format, &exported.bytes))
    };
    FORMATS.iter().map(write).collect()
}

#[test]
fn students_get_nothing_of_the_lecturers() {
    for (format, text) in copies(Audience::Student) {
        assert!(
            text.contains("UMUM") && text.contains("MAHASISWA"),
            "{format}"
        );
        let found = text.split_once("RAHASIA").map(|(_, behind)| behind);
        let words = found.map(|it| it.chars().take(40).collect::<String>());
        assert_eq!(words, None, "{format}");
    }
}

#[test]
fn lecturers_get_all_but_what_is_for_students() {
    for (format, text) in copies(Audience::Lecturer) {
        assert!(
            text.contains("UMUM") && text.contains("RAHASIA jawaban"),
            "{format}"
        );
        assert!(!text.contains("MAHASISWA"), "{format}");
    }
}
