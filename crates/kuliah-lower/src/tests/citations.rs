//! Citations and the reference list.

use kuliah_core::model::{Block, CitationKey, CitationStyle, Course, Reference, ReferenceKind};
use kuliah_core::model::{CslDate, Name, Section, SectionId};
use kuliah_doc::{AnchorKind, BlockKind, Inline, Language, inline_text};

use super::{blocks, checked, course, document, headings, references, texts};
use crate::{LowerOptions, lower};

const FRONT: &str = "references:
  - {id: p1994, type: book, title: Judul *Miring*, author: ['Parsons, R.', 'Jorgensen, J.', 'Hernandez, S.'], issued: 1994, publisher: Penerbit, URL: 'https://contoh.id/p'}
  - {id: c1989, type: book, title: Judul Lain, author: ['Compton, B.', 'Galaway, B.'], issued: 1989}
";

#[test]
fn citations_are_words_that_lead_to_the_list() {
    let body = "# A\n\nMenurut @p1994 [hlm. 5], begitu [lihat @c1989, bab 2; @p1994].\n\nTahun [-@c1989].\n";
    let document = document(FRONT, body);
    let texts = texts(&document);
    assert_eq!(
        texts[1],
        "Menurut Parsons dkk. (1994, hlm. 5), begitu (lihat Compton dan Galaway, 1989, Bab 2; Parsons dkk., 1994)."
    );
    assert_eq!(texts[2], "Tahun (1989).");
    let keys: Vec<_> = references(&document)
        .into_iter()
        .map(|(key, _)| key)
        .collect();
    assert_eq!(keys, ["p1994", "c1989", "p1994", "c1989"]);
    assert_eq!(references(&document)[0].1, "Parsons dkk. (1994, hlm. 5)");
}

#[test]
fn the_list_is_the_last_section_and_sorted() {
    let document = document(FRONT, "# A\n\nTeks [@p1994; @c1989].\n");
    let last = document.blocks.last().expect("a list");
    let BlockKind::Section(section) = &last.kind else {
        panic!("a section");
    };
    let heading = headings(&document).pop().expect("a heading");
    assert_eq!(heading, (1, None, "Daftar Pustaka".to_owned()));
    let BlockKind::Bibliography(entries) = &section.blocks[0].kind else {
        panic!("a reference list");
    };
    let keys: Vec<_> = entries.iter().map(|it| it.anchor.key()).collect();
    assert_eq!(keys, ["c1989", "p1994"]);
    assert!(
        entries
            .iter()
            .all(|it| it.anchor.kind() == AnchorKind::Entry && it.label.is_none())
    );
    let text = inline_text(&entries[1].content);
    assert!(
        text.starts_with("Parsons, R., Jorgensen, J., dan Hernandez, S. (1994). Judul Miring."),
        "{text}"
    );
    let link = entries[1]
        .content
        .iter()
        .find(|it| matches!(it, Inline::Link { .. }));
    assert!(link.is_some());
    // Emphasis within a title that is slanted itself stands upright.
    let slanted = entries[1].content.iter().find_map(|it| match it {
        Inline::Emphasis(content) => Some(inline_text(content)),
        _ => None,
    });
    assert_eq!(slanted.as_deref().map(str::trim), Some("Judul"));
}

#[test]
fn language_and_style_choose_the_words() {
    let body = "# A\n\nText [@c1989, p. 5].\n";
    let english = document(&format!("lang: en\n{FRONT}"), body);
    assert_eq!(texts(&english)[1], "Text (Compton & Galaway, 1989, p. 5).");
    assert_eq!(headings(&english).pop().expect("one").2, "References");
    let styled = document(&format!("lang: en\ncitation-style: apa-id\n{FRONT}"), body);
    assert_eq!(texts(&styled)[1], "Text (Compton and Galaway, 1989, p. 5).");
}

#[test]
fn citations_within_links_and_titles_are_no_links() {
    let body = "# Menurut @c1989 {#m}\n\nLihat [bab [@c1989]](https://contoh.id) dan [](#m).\n";
    let document = document(FRONT, body);
    assert_eq!(
        texts(&document)[1],
        "Lihat bab (Compton dan Galaway, 1989) dan Menurut."
    );
    let keys: Vec<_> = references(&document)
        .into_iter()
        .map(|(key, _)| key)
        .collect();
    assert_eq!(keys, ["c1989", "m"]);
}

#[test]
fn a_course_without_references_has_no_list() {
    let document = lower(&course("", "# A\n\nTeks.\n"), &LowerOptions::default());
    assert_eq!(
        blocks(&document, |kind| matches!(kind, BlockKind::Bibliography(_))),
        []
    );
}

#[test]
fn uncited_references_are_listed_too() {
    let document = document(FRONT, "# A\n\nTeks [@c1989].\n");
    let lists = blocks(&document, |kind| matches!(kind, BlockKind::Bibliography(_)));
    let BlockKind::Bibliography(entries) = &lists[0].kind else {
        panic!("a reference list");
    };
    assert_eq!(entries.len(), 2);
}

/// A course in code that cites one work.
fn citing(reference: Reference, text: &str) -> Course {
    let section = Section::new(SectionId::new("a").expect("an id"), "A");
    Course::new("Judul", Language::indonesian())
        .section(section.content([Block::prose(text)]))
        .reference(reference)
}

#[test]
fn odd_data_leaves_the_title_and_every_link_whole() {
    let key = CitationKey::new("aneh").expect("a key");
    let mut dates = CslDate::year(1994);
    dates.date_parts = vec![vec![], vec![1994, 13, 77], vec![]];
    let mut odd = Reference::new(key.clone(), ReferenceKind::Thesis, "Judul Aneh");
    odd.author = vec![Name::literal("")];
    odd.issued = Some(dates);
    let empty = Reference::new(key, ReferenceKind::Book, "");
    for reference in [odd, empty] {
        let mut course = citing(reference, "Teks [@aneh, 5].");
        course.citation_style = Some(CitationStyle::new("apa").into());
        let document = lower(&checked(course), &LowerOptions::default());
        let lists = blocks(&document, |kind| matches!(kind, BlockKind::Bibliography(_)));
        let BlockKind::Bibliography(entries) = &lists[0].kind else {
            panic!("a reference list");
        };
        assert_eq!(entries.len(), 1);
        assert!(!inline_text(&entries[0].content).trim().is_empty());
        assert!(texts(&document)[1].starts_with("Teks "));
        assert!(references(&document).iter().all(|(key, _)| key == "aneh"));
    }
}

#[test]
fn a_style_of_notes_makes_footnotes_behind_the_signs() {
    let front = format!("citation-style: chicago-notes\n{FRONT}");
    let body = "# A\n\nPertama [@c1989, hlm. 5]. Kedua^[Catatan, @p1994.] dan @c1989 lagi.\n";
    let document = document(&front, body);
    let notes: Vec<_> = super::inlines(&document)
        .iter()
        .filter_map(|inline| match inline {
            Inline::Footnote { number, .. } => Some(*number),
            _ => None,
        })
        .collect();
    assert_eq!(notes, [1, 2, 3]);
    assert!(
        texts(&document)[1].starts_with("Pertama."),
        "{:?}",
        texts(&document)
    );
}

#[test]
fn a_work_read_in_another_leads_to_that_alone() {
    let document = document(FRONT, "# A\n\nBegitu [@c1989 dalam @p1994, hlm. 7].\n");
    assert_eq!(
        texts(&document)[1],
        "Begitu (Compton dan Galaway, 1989, dalam Parsons dkk., 1994, hlm. 7)."
    );
    let keys: Vec<_> = references(&document).into_iter().map(|it| it.0).collect();
    assert_eq!(keys, ["p1994"]);
}

#[test]
fn entries_lead_back_to_the_first_citation() {
    let document = document(FRONT, "# A\n\nTeks.\n\nBegitu [@c1989]. Lagi [@c1989].\n");
    let cited = blocks(&document, |it| matches!(it, BlockKind::Paragraph(_)));
    let anchor = cited[1].anchor.clone().expect("a name");
    let lists = blocks(&document, |it| matches!(it, BlockKind::Bibliography(_)));
    let BlockKind::Bibliography(entries) = &lists[0].kind else {
        panic!("a reference list");
    };
    let back = |entry: &kuliah_doc::Entry| match entry.content.first() {
        Some(Inline::Reference { target, content }) => Some((target.clone(), inline_text(content))),
        _ => None,
    };
    let names = "Compton, B., dan Galaway, B.".to_owned();
    assert_eq!(back(&entries[0]), Some((anchor, names)));
    assert_eq!(back(&entries[1]), None);
}

#[test]
fn a_work_that_a_style_leaves_out_of_its_list_can_be_found() {
    let front = "citation-style: chicago-notes
references:
  - {id: b1978, type: document, title: Judul *Miring*, author: [{family: Barker, given: R.}], issued: 1978}
";
    let document = document(front, "# A\n\nTeks [@b1978].\n");
    let BlockKind::Section(section) = &document.blocks.last().expect("a list").kind else {
        panic!("a section");
    };
    let BlockKind::Bibliography(entries) = &section.blocks[0].kind else {
        panic!("a reference list");
    };
    let entries: Vec<_> = entries.iter().map(|it| inline_text(&it.content)).collect();
    assert_eq!(entries, ["Barker, R. Judul Miring, 1978."]);
}

#[test]
fn every_kind_of_locator_keeps_its_word() {
    let cases = [
        ("hlm. 1", "hlm. 1"),
        ("bab 2", "Bab 2"),
        ("bagian 3", "Bagian 3"),
        ("pasal 4", "Pasal 4"),
        ("ayat 5", "Ayat 5"),
        ("jilid 6", "Volume 6"),
        ("gambar 7", "Gambar 7"),
        ("tabel 8", "Tabel 8"),
        ("baris 9", "Baris 9"),
        ("catatan 10", "Catatan 10"),
        ("lampiran 11", "Lampiran 11"),
    ];
    let body = cases.map(|(locator, _)| format!("Teks [@c1989, {locator}] dan [@p1994].\n\n"));
    let texts = texts(&document(FRONT, &format!("# A\n\n{}", body.concat())));
    let shown: Vec<_> = texts[1..]
        .iter()
        .filter_map(|it| {
            it.strip_prefix("Teks (Compton dan Galaway, 1989, ")?
                .strip_suffix(") dan (Parsons dkk., 1994).")
        })
        .collect();
    assert_eq!(shown, cases.map(|(_, shown)| shown));
}
