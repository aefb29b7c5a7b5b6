//! Running text: marks, counts, links, footnotes, languages.

use kuliah_doc::{Inline, inline_text};

use super::{check_texts, document, inlines, texts};

#[test]
fn counts_are_written_in_words() {
    let body = |count: &str| {
        format!("# Materi {{.roles}}\n\n{count} dibahas.\n\n## Satu\n\nTeks.\n\n## Dua\n\nTeks.\n")
    };
    let first = |front: &str, count: &str| texts(&document(front, &body(count))).remove(1);
    assert_eq!(first("", "{Count:roles} peran"), "Dua peran dibahas.");
    assert_eq!(
        first("", "Ada {count:roles} peran"),
        "Ada dua peran dibahas."
    );
    assert_eq!(
        first("lang: en\n", "{Count:roles} roles"),
        "Two roles dibahas."
    );
    assert_eq!(
        first("lang: fr\n", "{Count:roles} peran"),
        "2 peran dibahas."
    );
}

#[test]
fn a_section_without_roles_counts_those_of_the_course() {
    check_texts(
        "",
        "# Awal\n\nAda {count:roles} peran.\n\n# Materi {.roles}\n\nIsi.\n\n## Satu\n\nTeks.\n",
        &[
            "A. Awal",
            "Ada satu peran.",
            "B. Materi",
            "Isi.",
            "1. Satu",
            "Teks.",
        ],
    );
}

#[test]
fn marks_links_and_breaks_are_kept() {
    let body =
        "# A\n\n*miring* **tebal** `kode` [kata]{lang=en} [situs](https://contoh.id)\\\nbaris\n";
    let document = document("", body);
    assert_eq!(texts(&document)[1], "miring tebal kode kata situs baris");
    let all = inlines(&document);
    let has = |wanted: fn(&Inline) -> bool| all.iter().any(wanted);
    assert!(has(|it| matches!(it, Inline::Emphasis(_))));
    assert!(has(|it| matches!(it, Inline::Strong(_))));
    assert!(has(|it| matches!(it, Inline::Code(_))));
    assert!(has(|it| matches!(it, Inline::Span { .. })));
    assert!(has(|it| matches!(it, Inline::Link { .. })));
    assert!(has(|it| matches!(it, Inline::Break)));
}

#[test]
fn an_address_that_is_no_link_is_text() {
    let document = document("", "# A\n\nUnduh [bahan](ftp://contoh.id/a) di sini.\n");
    assert_eq!(texts(&document)[1], "Unduh bahan di sini.");
    assert!(
        inlines(&document)
            .iter()
            .all(|it| !matches!(it, Inline::Link { .. }))
    );
}

#[test]
fn footnotes_are_numbered_in_reading_order() {
    let body = "# Judul^[Satu.]\n\nTeks^[Dua.] dan[^x].\n\n[^x]: Tiga.\n\n| a^[Empat.] | b |\n|---|---|\n| c | d^[Lima.] |\n\n: Bentuk^[Ternyata keempat.] {#t}\n";
    let document = document("rights: CC BY^[Awal.]\n", body);
    let notes: Vec<_> = inlines(&document)
        .iter()
        .filter_map(|inline| match inline {
            Inline::Footnote { number, content } => {
                let [block] = content.as_slice() else {
                    panic!("one paragraph");
                };
                assert!(!block.span.is_detached());
                let kuliah_doc::BlockKind::Paragraph(words) = &block.kind else {
                    panic!("a paragraph");
                };
                Some((*number, inline_text(words)))
            }
            _ => None,
        })
        .collect();
    let seen: Vec<_> = notes
        .iter()
        .map(|(number, words)| (*number, words.as_str()))
        .collect();
    let expected = [
        (1, "Awal."),
        (2, "Satu."),
        (3, "Dua."),
        (4, "Tiga."),
        (5, "Ternyata keempat."),
        (6, "Empat."),
        (7, "Lima."),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn footnotes_of_a_title_are_not_repeated_where_it_is_named() {
    let body = "# Materi^[Sumber.] {#isi}\n\nLihat [](#isi).\n";
    let document = document("", body);
    let count = inlines(&document)
        .iter()
        .filter(|it| matches!(it, Inline::Footnote { .. }))
        .count();
    assert_eq!(count, 1);
    assert_eq!(texts(&document), ["A. Materi", "Lihat Materi.", "Sumber."]);
}
