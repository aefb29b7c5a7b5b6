//! Sections, roles and parts: levels, numbers, order and the table of contents.

use kuliah_doc::{AnchorKind, BlockKind, Numbering, SafeText};

use super::{blocks, check_texts, course, document, each_block, headings, references};
use crate::{LowerOptions, lower};

const ROLES: &str = "\
# Deskripsi {.description}

Teks.

# Materi {.roles}

Pengantar.

## Fasilitator (pemungkin, [enabler]{lang=en}) {#fasilitator}

Satu.

### Sejarah

Dua.

### Tokoh

Tiga.

## Mediator

Empat.

# Penutup

## Ringkasan

Lima.

### Rincian

Enam.

#### Catatan kaki

Tujuh.

## Saran

Delapan.
";

#[test]
fn levels_are_numbered_as_handouts_number_them() {
    let headings = headings(&document("", ROLES));
    let seen: Vec<_> = headings
        .iter()
        .map(|(a, b, c)| (*a, *b, c.as_str()))
        .collect();
    let expected = [
        (1, Some(1), "Deskripsi"),
        (1, Some(2), "Materi"),
        (2, Some(1), "Fasilitator (pemungkin, enabler)"),
        (3, Some(1), "Sejarah"),
        (3, Some(2), "Tokoh"),
        (2, Some(2), "Mediator"),
        (1, Some(3), "Penutup"),
        (2, Some(1), "Ringkasan"),
        (3, Some(1), "Rincian"),
        (4, None, "Catatan kaki"),
        (2, Some(2), "Saran"),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn texts_show_the_labels() {
    check_texts(
        "",
        "# Materi {.roles}\n\nTeks.\n\n## Pialang\n\nIsi.\n\n### Asal\n\nLama.\n",
        &[
            "A. Materi",
            "Teks.",
            "1. Pialang",
            "Isi.",
            "a. Asal",
            "Lama.",
        ],
    );
}

#[test]
fn typed_labels_are_kept_and_not_doubled() {
    check_texts(
        "",
        "# B. Deskripsi\n\nSatu.\n\n# Materi\n\nDua.\n\n## 2) Broker\n\nTiga.\n\n## Advokat\n\nEmpat.\n",
        &[
            "B. Deskripsi",
            "Satu.",
            "A. Materi",
            "Dua.",
            "2) Broker",
            "Tiga.",
            "1. Advokat",
            "Empat.",
        ],
    );
}

#[test]
fn parts_of_a_section_and_its_roles_count_on() {
    let body = "# Materi\n\n## Pengantar\n\nTeks.\n\n## Pialang {.role}\n\nTeks.\n\n## Advokat {.role}\n\nTeks.\n";
    let headings = headings(&document("", body));
    let numbers: Vec<_> = headings
        .iter()
        .map(|(level, number, _)| (*level, *number))
        .collect();
    assert_eq!(
        numbers,
        [(1, Some(1)), (2, Some(1)), (2, Some(2)), (2, Some(3))]
    );
}

#[test]
fn text_before_the_first_heading_stands_alone() {
    check_texts(
        "",
        "Pengantar.\n\n# Materi\n\nTeks.\n",
        &["Pengantar.", "A. Materi", "Teks."],
    );
}

#[test]
fn headings_are_numbered_as_asked() {
    let course = course("", "# Satu\n\nTeks.\n\n## Bagian\n\nTeks.\n");
    let label = |options: &LowerOptions, level| lower(&course, options).numbering.label(level, 2);
    let usual = label(&LowerOptions::default(), 1);
    assert_eq!(usual.as_ref().map(SafeText::as_str), Some("B."));
    let plain = LowerOptions {
        numbering: Numbering { levels: Vec::new() },
        ..LowerOptions::default()
    };
    assert_eq!(label(&plain, 1), None);
}

#[test]
fn contents_come_first_from_two_headings_on() {
    let contents = |body, options: &LowerOptions| {
        let document = lower(&course("", body), options);
        let first = document.blocks.first().expect("a block").clone();
        (first.kind == BlockKind::Contents, document.blocks.len())
    };
    let two = "# Satu\n\nTeks.\n\n# Dua\n\nTeks.\n";
    assert_eq!(contents(two, &LowerOptions::default()), (true, 3));
    let without = LowerOptions {
        contents: false,
        ..LowerOptions::default()
    };
    assert_eq!(contents(two, &without), (false, 2));
    assert_eq!(
        contents("# Satu\n\nTeks.\n", &LowerOptions::default()),
        (false, 1)
    );
    assert_eq!(
        contents("# Satu\n\n## Bagian\n\nTeks.\n", &LowerOptions::default()),
        (true, 2)
    );
}

#[test]
fn aliases_keep_their_language() {
    let document = document("", ROLES);
    let spans: Vec<_> = super::inlines(&document)
        .into_iter()
        .filter_map(|it| match it {
            kuliah_doc::Inline::Span { language, .. } => Some(language.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(spans, ["en"]);
}

#[test]
fn headings_have_names_and_places() {
    let body = "# Materi {#isi .roles}\n\nLihat [](#fasilitator), [](#asal) dan [](#isi).\n\n## Fasilitator (pemungkin) {#fasilitator}\n\nTeks.\n\n### Asal *kata* {#asal}\n\nTeks.\n";
    let document = document("", body);
    let expected = [
        ("fasilitator", "Fasilitator"),
        ("asal", "Asal kata"),
        ("isi", "Materi"),
    ];
    assert_eq!(
        references(&document),
        expected.map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
    let sections = blocks(&document, |kind| matches!(kind, BlockKind::Section(_)));
    for section in sections {
        let anchor = section.anchor.expect("a name");
        assert_eq!(anchor.kind(), AnchorKind::Section);
        assert!(!section.span.is_detached());
    }
}

#[test]
fn every_block_of_the_author_has_a_place() {
    let document = document("", ROLES);
    each_block(&document, |block| {
        let made_up = matches!(block.kind, BlockKind::Contents);
        assert_eq!(block.span.is_detached(), made_up, "{block:?}");
    });
}

#[test]
fn a_section_without_title_can_be_referred_to() {
    let document = document(
        "",
        "Pengantar, lihat [awal](#section-1).\n\n# Materi\n\nTeks.\n",
    );
    assert_eq!(
        references(&document),
        [("section-1".to_owned(), "awal".to_owned())]
    );
    let first = document.blocks.first().expect("contents or text");
    assert_eq!(
        first.anchor.as_ref().map(kuliah_doc::Anchor::key),
        Some("section-1")
    );
}
