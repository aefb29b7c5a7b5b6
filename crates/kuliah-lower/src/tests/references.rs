//! References within the text.

use kuliah_core::model::{Block, BlockId, Course, Section, SectionId, Subsection};
use kuliah_doc::{Inline, Language};

use super::{checked, document, references, texts};
use crate::{LowerOptions, lower};

#[test]
fn words_of_the_author_win_over_the_title() {
    let document = document(
        "",
        "# Materi {#isi}\n\nLihat [bagian *ini*](#isi) dan [](#isi).\n",
    );
    assert_eq!(texts(&document)[1], "Lihat bagian ini dan Materi.");
    assert_eq!(references(&document).len(), 2);
}

#[test]
fn titles_that_name_each_other_end() {
    let body = "# Lihat [](#b) {#a}\n\nTeks [](#b).\n\n# Lihat [](#a) {#b}\n\nTeks [](#a).\n";
    let document = document("", body);
    let texts = texts(&document);
    assert_eq!(texts[0], "A. Lihat Lihat Lihat");
    assert_eq!(texts[1], "Teks Lihat Lihat.");
}

#[test]
fn counts_in_a_title_are_counted_where_it_stands() {
    let body = "# {Count:roles} peran {#m .roles}\n\nTeks.\n\n## Satu\n\nTeks.\n\n# Akhir\n\nLihat [](#m).\n";
    let texts = texts(&document("", body));
    assert_eq!(texts[0], "A. Satu peran");
    assert_eq!(texts.last().map(String::as_str), Some("Lihat Satu peran."));
}

#[test]
fn names_keep_marks_but_no_links() {
    let body = "# *Materi* [situs](https://contoh.id) {#isi}\n\nLihat [](#isi).\n";
    let document = document("", body);
    let shown = super::inlines(&document)
        .into_iter()
        .find_map(|it| match it {
            Inline::Reference { content, .. } => Some(content),
            _ => None,
        });
    let shown = shown.expect("a reference");
    assert!(matches!(shown[0], Inline::Emphasis(_)));
    assert!(shown.iter().all(|it| !matches!(it, Inline::Link { .. })));
}

#[test]
fn long_titles_are_shortened_where_they_are_named() {
    let title = "kata ".repeat(400);
    let body = format!("# {title}{{#isi}}\n\n{}\n", "Lihat [](#isi). ".repeat(300));
    let document = document("", &body);
    let shown = &references(&document)[0].1;
    assert!(
        shown.ends_with("kata…") && shown.chars().count() < 200,
        "{shown}"
    );
}

#[test]
fn a_place_that_shows_nothing_is_no_target() {
    let id = |id: &str| BlockId::new(id).expect("an id");
    let mut part = Subsection::new("Bagian", []);
    part.id = Some(id("bagian").into());
    let section = |id: &str| Section::new(SectionId::new(id).expect("an id"), "A");
    let mut nothing = section("kosong");
    nothing.title = None;
    let course = Course::new("Judul", Language::indonesian())
        .section(nothing)
        .section(section("a").content([
            Block::prose("Lihat [yang kosong](#kosong) dan [](#bagian)."),
            Block::Section(part),
        ]));
    let document = lower(&checked(course), &LowerOptions::default());
    assert_eq!(texts(&document)[1], "Lihat yang kosong dan Bagian.");
    assert_eq!(
        references(&document),
        [("bagian".to_owned(), "Bagian".to_owned())]
    );
}
