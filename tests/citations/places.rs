//! The words of citations.

use kuliah::document::block_texts;
use kuliah_tests::same::{assert_docx_says, assert_pdf_says};

use crate::Cited;

/// What a text of the course reads as.
fn text(cited: &Cited, start: &str) -> String {
    let texts = block_texts(cited.handout.document());
    let mut found = texts.into_iter().filter(|it| it.contains(start));
    found
        .next()
        .unwrap_or_else(|| panic!("{}: no {start}", cited.name))
}

#[test]
fn every_format_says_the_same_in_every_style() {
    for cited in Cited::all() {
        let document = cited.handout.document();
        assert_docx_says(document, &cited.export("docx"), &cited.name);
        assert_pdf_says(document, &cited.export("pdf"), &cited.name);
    }
}

#[test]
fn no_key_is_left() {
    for cited in Cited::all() {
        let texts = block_texts(cited.handout.document());
        for text in texts {
            assert!(!text.contains("zz-"), "{}: {text}", cited.name);
        }
    }
}

#[test]
fn the_words_are_those_of_style_and_language() {
    let indonesian = Cited::new("apa-id", "id");
    let english = Cited::new("apa", "en");
    let pairs = [
        (
            "1. Judul",
            "Judul menurut Barker (1978)",
            "Judul menurut Barker (1978)",
        ),
        (
            "Awal kalimat",
            "(lihat Compton dan Galaway, 1989, hlm. 511, untuk rinciannya). Kata Compton dan Galaway (1989, hlm. 12), \
             begitu pula tahunnya (1978).",
            "(lihat Compton & Galaway, 1989, p. 511, untuk rinciannya). Kata Compton and Galaway (1989, p. 12), \
             begitu pula tahunnya (1978).",
        ),
        (
            "Beberapa karya",
            "(Akbar dkk., 2001, Bab 2; Badan Pusat Contoh, 2020, Pasal 7; Sukarno, 1964).",
            "(Akbar et al., 2001, Chapter 2; Badan Pusat Contoh, 2020, Article 7; Sukarno, 1964).",
        ),
        (
            "Setahun dua karya",
            "(Barker, 1980a) dan (Barker, 1980b, hlm. 3–5); tanpa tahun (Hernández, t.t., hlm. 9), \
             tanpa pengarang (Kamus Tanpa Pengarang, 2010, Bab 4).",
            "(Barker, 1980a) dan (Barker, 1980b, pp. 3–5); tanpa tahun (Hernández, n.d., p. 9), \
             tanpa pengarang (Kamus Tanpa Pengarang, 2010, Chapter 4).",
        ),
        (
            "Langkah berikut",
            "(Badan Pusat Contoh, 2020, hlm. 3):",
            "(Badan Pusat Contoh, 2020, p. 3):",
        ),
        (
            "Mulai dari awal",
            "(Akbar dkk., 2001, hlm. 20)",
            "(Akbar et al., 2001, p. 20)",
        ),
        (
            "Petikan dari",
            "(Suharto, 2014, hlm. 5)",
            "(Suharto, 2014, p. 5)",
        ),
        (
            "Karya yang dibaca",
            "(Mulder, 1950, dalam Barker, 1978, hlm. 12), demikian pula Mulder (1950, dalam Compton dan Galaway, 1989).",
            "(Mulder, 1950, as cited in Barker, 1978, p. 12), demikian pula Mulder (1950, as cited in Compton & Galaway, 1989).",
        ),
        ("sumber", "(Parsons, 1994, hlm. 8)", "(Parsons, 1994, p. 8)"),
        (
            "Isi dari karya lain",
            "(Rothblatt, 1979, hlm. 2)",
            "(Rothblatt, 1979, p. 2)",
        ),
        (
            "Bagan dari karya lain",
            "(Yayasan Contoh, 2021)",
            "(Yayasan Contoh, 2021)",
        ),
        (
            "Isi catatan",
            "Wibowo (2005, hlm. 77) dan (Barker, 1978, hlm. 1).",
            "Wibowo (2005, p. 77) dan (Barker, 1978, p. 1).",
        ),
    ];
    for (start, in_indonesian, in_english) in pairs {
        for (cited, expected) in [(&indonesian, in_indonesian), (&english, in_english)] {
            let found = text(cited, start);
            assert!(found.contains(expected), "{}: {found:?}", cited.name);
        }
    }
}
