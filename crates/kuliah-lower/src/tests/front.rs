//! Title, authors, identity block and metadata.

use kuliah_doc::block_texts;

use super::document;

const FRONT: &str = "subtitle: Bahan *ajar*
code: PKS-304
credits: 3
semester: Genap 2018/2019
programme: Kesejahteraan Sosial
faculty: Ilmu Sosial
institution: Universitas Contoh
meeting: 5
authors:
  - {name: 'Penulis, M.Si.', id: '0012345678', affiliation: Prodi, email: penulis@contoh.id}
  - Penulis Lain
date: 2018-12-29
rights: '[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)'
";

#[test]
fn the_first_page_says_what_is_known() {
    let texts = block_texts(&document(FRONT, "# A\n\nTeks.\n"));
    assert_eq!(
        texts[..22],
        [
            "Peran Pekerja Sosial",
            "Bahan ajar",
            "Penulis, M.Si. (NIDN 0012345678), Prodi, penulis@contoh.id",
            "Penulis Lain",
            "Kode mata kuliah",
            "PKS-304",
            "SKS",
            "3",
            "Semester",
            "Genap 2018/2019",
            "Program studi",
            "Kesejahteraan Sosial",
            "Fakultas",
            "Ilmu Sosial",
            "Institusi",
            "Universitas Contoh",
            "Pertemuan",
            "5",
            "Tanggal",
            "29 Desember 2018",
            "Lisensi",
            "CC BY 4.0",
        ]
    );
}

#[test]
fn labels_follow_the_language() {
    let document = document(&format!("lang: en-GB\n{FRONT}"), "# A\n\nText.\n");
    let labels: Vec<_> = document
        .front
        .facts
        .iter()
        .map(|it| it.label.to_string())
        .collect();
    let expected = [
        "Course code",
        "Credits",
        "Semester",
        "Programme",
        "Faculty",
        "Institution",
        "Meeting",
        "Date",
        "Licence",
    ];
    assert_eq!(labels, expected);
    assert_eq!(document.labels.page_of.as_str(), "of");
    assert!(block_texts(&document).contains(&"29 December 2018".to_owned()));
}

#[test]
fn nothing_known_is_nothing_shown() {
    let document = document("", "# A\n\nTeks.\n");
    assert_eq!(
        (document.front.authors.len(), document.front.facts.len()),
        (0, 0)
    );
    assert_eq!(document.labels.contents.as_str(), "Daftar Isi");
}

#[test]
fn metadata_is_plain_text() {
    let long = "kata ".repeat(100);
    let body = format!(
        "# Deskripsi {{.description}}\n\nMata kuliah *ini*^[Catatan.] {long}\n\n# Materi {{.roles}}\n\n## Pialang (broker)\n\nTeks.\n\n## *Advokat*\n\nTeks.\n"
    );
    let metadata = document(FRONT, &body).metadata;
    assert_eq!(metadata.title.as_str(), "Peran Pekerja Sosial");
    let description = metadata.description.expect("a description");
    assert!(description.as_str().starts_with("Mata kuliah ini kata"));
    assert!(description.as_str().ends_with("kata…"));
    assert!(description.as_str().chars().count() <= 301);
    let authors: Vec<_> = metadata.authors.iter().map(ToString::to_string).collect();
    assert_eq!(authors, ["Penulis, M.Si.", "Penulis Lain"]);
    let keywords: Vec<_> = metadata.keywords.iter().map(ToString::to_string).collect();
    assert_eq!(keywords, ["Pialang", "Advokat"]);
    assert_eq!(metadata.rights.expect("rights").as_str(), "CC BY 4.0");
    assert_eq!(metadata.language.as_str(), "id");
    assert_eq!(metadata.date.expect("a date").to_string(), "2018-12-29");
}
