//! Lists, quotations and definitions.

use kuliah_doc::{AnchorKind, BlockKind, Inline, Marker};

use super::{blocks, check_texts, document, headings, references, texts};

const REFERENCES: &str = "references:
  - {id: c1989, type: book, title: Judul, author: ['Compton, B.', 'Galaway, B.'], issued: 1989}
";

#[test]
fn a_list_without_title_follows_its_lead() {
    let body = "# A\n\nTugas antara lain: {.tasks}\n\n- satu\n- dua\n  1. anak\n  2. lain\n";
    let document = document("", body);
    assert_eq!(
        texts(&document)[1..],
        ["Tugas antara lain:", "satu", "dua", "1. anak", "2. lain"]
    );
    let lists = blocks(&document, |kind| matches!(kind, BlockKind::List(_)));
    let markers: Vec<_> = lists
        .iter()
        .map(|block| match &block.kind {
            BlockKind::List(list) => (list.marker, list.items.len()),
            _ => panic!("a list"),
        })
        .collect();
    assert_eq!(markers, [(Marker::Bullet, 2), (Marker::Decimal, 2)]);
    assert_eq!(headings(&document).len(), 1);
}

#[test]
fn a_titled_list_is_a_heading_without_number_and_its_source_ends_the_lead() {
    let body = "# A\n\nTeks.\n\n### Teknik [@c1989, hlm. 511] {#teknik .techniques}\n\nAda {count} teknik yang dipakai:\n\n1. **Keterbukaan:** membiarkan pandangan\n2. Hindari situasi\n\nSesudah, lihat [](#teknik).\n";
    let document = document(REFERENCES, body);
    assert_eq!(
        texts(&document)[2..7],
        [
            "Teknik",
            "Ada dua teknik yang dipakai (Compton dan Galaway, 1989, hlm. 511):",
            "1. Keterbukaan: membiarkan pandangan",
            "2. Hindari situasi",
            "Sesudah, lihat Teknik.",
        ]
    );
    assert_eq!(headings(&document)[1], (2, None, "Teknik".to_owned()));
    let named = blocks(&document, |kind| matches!(kind, BlockKind::Section(_)));
    let anchor = named[1].anchor.clone().expect("a name");
    assert_eq!((anchor.kind(), anchor.key()), (AnchorKind::List, "teknik"));
    assert_eq!(references(&document)[0].0, "c1989");
    assert_eq!(
        references(&document)[1],
        ("teknik".to_owned(), "Teknik".to_owned())
    );
    let BlockKind::Section(section) = &named[1].kind else {
        panic!("a section");
    };
    // The paragraph behind the list is the section's, not the list's.
    assert_eq!(section.blocks.len(), 2);
}

#[test]
fn a_source_without_lead_ends_the_title() {
    let body = "# A\n\nTeks.\n\n### Teknik [@c1989] {.techniques}\n\n- satu\n";
    let document = document(REFERENCES, body);
    assert_eq!(
        texts(&document)[2..4],
        ["Teknik (Compton dan Galaway, 1989)", "satu"]
    );
}

#[test]
fn terms_are_bold_with_their_colon() {
    let document = document("", "# A\n\n- **Jujur:** berkata benar\n");
    let strong: Vec<_> = super::inlines(&document)
        .into_iter()
        .filter_map(|it| match it {
            Inline::Strong(content) => Some(kuliah_doc::inline_text(&content)),
            _ => None,
        })
        .collect();
    assert_eq!(strong, ["Jujur:"]);
}

#[test]
fn quotations_keep_language_and_source() {
    let body = "# A\n\n> [the role of enabler\n> in social work]{lang=en}\n> [@c1989, hlm. 188]\n\n> Kata kita.\n";
    let document = document(REFERENCES, body);
    let expected = "the role of enabler in social work (Compton dan Galaway, 1989, hlm. 188)";
    assert_eq!(texts(&document)[1], expected);
    let quotes = blocks(&document, |kind| matches!(kind, BlockKind::Quote(_)));
    let languages: Vec<_> = quotes
        .iter()
        .map(|block| match &block.kind {
            BlockKind::Quote(quote) => quote.language.as_ref().map(ToString::to_string),
            _ => panic!("a quotation"),
        })
        .collect();
    assert_eq!(languages, [Some("en".to_owned()), None]);
    assert_eq!(references(&document)[0].0, "c1989");
}

#[test]
fn definitions_are_terms_and_blocks() {
    check_texts(
        "",
        "# A\n\nAdvokasi\n: Pembelaan.\n\nMediasi\n: Penengahan.\n",
        &["A. A", "Advokasi", "Pembelaan.", "Mediasi", "Penengahan."],
    );
}
