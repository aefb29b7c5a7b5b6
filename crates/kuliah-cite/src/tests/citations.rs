//! Citations in the text: *Publication Manual*, 7th edition, chapter 8.

use serde_json::{Value, json};

use super::*;
use crate::LocatorKind;
use Form::{Narrative, Parenthetical, Year};

fn works() -> Value {
    json!([
        book("barker1978", "Barker", 1978, "Judul A"),
        book("rothblatt1978", "Rothblatt", 1978, "Judul B"),
        {
            "id": "compton1989", "type": "book", "title": "Judul C", "publisher": "Penerbit",
            "author": [{"family": "Compton", "given": "B."}, {"family": "Galaway", "given": "B."}],
            "issued": {"date-parts": [[1989]]},
        },
        {
            "id": "parsons1994", "type": "book", "title": "Judul D", "publisher": "Penerbit",
            "author": [
                {"family": "Parsons", "given": "R."},
                {"family": "Jorgensen", "given": "J."},
                {"family": "Hernández", "given": "S."},
            ],
            "issued": {"date-parts": [[1994]]},
        },
        {
            "id": "tanpa", "type": "book", "title": "Judul E", "publisher": "Penerbit",
            "author": [{"literal": "Penulis"}],
        },
        {
            "id": "badan2020", "type": "report", "title": "Judul F", "publisher": "Penerbit",
            "author": [{"literal": "Badan Pusat Contoh"}], "issued": {"date-parts": [[2020]]},
        },
        {
            "id": "cetak", "type": "book", "title": "Judul G", "publisher": "Penerbit",
            "author": [{"family": "Penulis Dua", "given": "A."}], "issued": {"literal": "in press"},
        },
        {
            "id": "berg2001", "type": "book", "title": "Judul H", "publisher": "Penerbit",
            "author": [{"family": "Berg", "given": "A.", "non-dropping-particle": "van den"}],
            "issued": {"date-parts": [[2001]]},
        },
    ])
}

fn at(key: &str, kind: LocatorKind, place: &str) -> CiteItem {
    CiteItem::new(key).at(kind, place)
}

fn page(key: &str, place: &str) -> CiteItem {
    at(key, LocatorKind::Page, place)
}

#[test]
fn english_forms() {
    let new = CiteItem::new;
    check_citations(
        &works(),
        "en",
        &[
            (one(Parenthetical, new("barker1978")), "(Barker, 1978)"),
            (one(Narrative, new("barker1978")), "Barker (1978)"),
            (one(Year, new("barker1978")), "(1978)"),
            (
                one(Parenthetical, new("compton1989")),
                "(Compton & Galaway, 1989)",
            ),
            // 8.17: "&" in brackets, "and" in the sentence.
            (
                one(Narrative, new("compton1989")),
                "Compton and Galaway (1989)",
            ),
            (
                one(Narrative, page("compton1989", "511")),
                "Compton and Galaway (1989, p. 511)",
            ),
            (
                one(Parenthetical, page("compton1989", "511")),
                "(Compton & Galaway, 1989, p. 511)",
            ),
            (
                one(Parenthetical, page("compton1989", "511-513")),
                "(Compton & Galaway, 1989, pp. 511–513)",
            ),
            (
                one(Parenthetical, page("compton1989", "511–513")),
                "(Compton & Galaway, 1989, pp. 511–513)",
            ),
            (
                one(Parenthetical, page("compton1989", "5, 9")),
                "(Compton & Galaway, 1989, pp. 5, 9)",
            ),
            (one(Year, page("compton1989", "511")), "(1989, p. 511)"),
            (
                one(Parenthetical, new("parsons1994")),
                "(Parsons et al., 1994)",
            ),
            (one(Narrative, new("parsons1994")), "Parsons et al. (1994)"),
            (one(Parenthetical, new("tanpa")), "(Penulis, n.d.)"),
            (one(Narrative, new("tanpa")), "Penulis (n.d.)"),
            (one(Year, new("tanpa")), "(n.d.)"),
            (
                one(Parenthetical, new("badan2020")),
                "(Badan Pusat Contoh, 2020)",
            ),
            (
                one(Narrative, new("badan2020")),
                "Badan Pusat Contoh (2020)",
            ),
            (one(Parenthetical, new("cetak")), "(Penulis Dua, in press)"),
            (one(Year, new("cetak")), "(in press)"),
            (one(Parenthetical, new("berg2001")), "(van den Berg, 2001)"),
        ],
    );
}

#[test]
fn indonesian_forms() {
    let new = CiteItem::new;
    check_citations(
        &works(),
        "id",
        &[
            (one(Parenthetical, new("barker1978")), "(Barker, 1978)"),
            (one(Narrative, new("barker1978")), "Barker (1978)"),
            (
                one(Parenthetical, new("compton1989")),
                "(Compton dan Galaway, 1989)",
            ),
            (
                one(Narrative, new("compton1989")),
                "Compton dan Galaway (1989)",
            ),
            (
                one(Narrative, page("compton1989", "511")),
                "Compton dan Galaway (1989, hlm. 511)",
            ),
            (
                one(Parenthetical, page("compton1989", "511-513")),
                "(Compton dan Galaway, 1989, hlm. 511–513)",
            ),
            (one(Year, page("compton1989", "511")), "(1989, hlm. 511)"),
            (
                one(Parenthetical, new("parsons1994")),
                "(Parsons dkk., 1994)",
            ),
            (one(Narrative, new("parsons1994")), "Parsons dkk. (1994)"),
            (one(Parenthetical, new("tanpa")), "(Penulis, t.t.)"),
            (one(Year, new("tanpa")), "(t.t.)"),
            (
                one(Narrative, new("badan2020")),
                "Badan Pusat Contoh (2020)",
            ),
        ],
    );
}

#[test]
fn english_locators() {
    use LocatorKind::{Article, Chapter, Page, Paragraph, Section, Verse};
    // 8.13: page and paragraph are abbreviated, the others are not.
    check_citations(
        &works(),
        "en",
        &[
            (
                one(Parenthetical, at("barker1978", Chapter, "8")),
                "(Barker, 1978, Chapter 8)",
            ),
            (
                one(Parenthetical, at("barker1978", Section, "3")),
                "(Barker, 1978, Section 3)",
            ),
            (
                one(Parenthetical, at("barker1978", Paragraph, "4")),
                "(Barker, 1978, para. 4)",
            ),
            (
                one(Parenthetical, at("barker1978", Article, "4")),
                "(Barker, 1978, Article 4)",
            ),
            (
                one(Parenthetical, at("barker1978", Paragraph, "2-3")),
                "(Barker, 1978, paras. 2–3)",
            ),
            (
                one(Parenthetical, at("barker1978", Verse, "3")),
                "(Barker, 1978, Verse 3)",
            ),
            (
                one(Parenthetical, at("barker1978", Page, "xii")),
                "(Barker, 1978, p. xii)",
            ),
            (
                one(Parenthetical, at("barker1978", Page, "")),
                "(Barker, 1978)",
            ),
        ],
    );
}

#[test]
fn indonesian_locators() {
    use LocatorKind::{Article, Chapter, Page, Paragraph, Section, Verse};
    check_citations(
        &works(),
        "id",
        &[
            (
                one(Parenthetical, at("barker1978", Chapter, "2")),
                "(Barker, 1978, Bab 2)",
            ),
            (
                one(Parenthetical, at("barker1978", Section, "3")),
                "(Barker, 1978, Bagian 3)",
            ),
            (
                one(Parenthetical, at("barker1978", Paragraph, "4")),
                "(Barker, 1978, par. 4)",
            ),
            (
                one(Parenthetical, at("barker1978", Article, "4")),
                "(Barker, 1978, Pasal 4)",
            ),
            (
                one(Parenthetical, at("barker1978", Verse, "3")),
                "(Barker, 1978, Ayat 3)",
            ),
            (
                one(Parenthetical, at("barker1978", Page, "xii")),
                "(Barker, 1978, hlm. xii)",
            ),
        ],
    );
}

#[test]
fn an_article_of_an_indonesian_law() {
    let values = json!([{
        "id": "uu", "type": "legislation", "title": "Undang-Undang Contoh",
        "issued": {"date-parts": [[2009]]}, "URL": "https://example.org/uu",
    }]);
    check_citations(
        &values,
        "id",
        &[
            (
                one(Parenthetical, CiteItem::new("uu")),
                "(Undang-Undang Contoh, 2009)",
            ),
            (
                one(Parenthetical, at("uu", LocatorKind::Article, "5")),
                "(Undang-Undang Contoh, 2009, Pasal 5)",
            ),
            (
                one(Narrative, CiteItem::new("uu")),
                "Undang-Undang Contoh (2009)",
            ),
        ],
    );
}

#[test]
fn several_works_are_sorted_within_the_brackets() {
    // 8.12: in alphabetical order, parted by semicolons.
    check_citations(
        &works(),
        "en",
        &[
            (
                several(&["rothblatt1978", "barker1978"]),
                "(Barker, 1978; Rothblatt, 1978)",
            ),
            (
                CiteRequest::new(
                    Parenthetical,
                    vec![page("rothblatt1978", "3"), page("barker1978", "5")],
                ),
                "(Barker, 1978, p. 5; Rothblatt, 1978, p. 3)",
            ),
        ],
    );
    check_citations(
        &works(),
        "id",
        &[(
            several(&["parsons1994", "compton1989", "barker1978"]),
            "(Barker, 1978; Compton dan Galaway, 1989; Parsons dkk., 1994)",
        )],
    );
}

#[test]
fn words_before_a_work_keep_it_at_its_place() {
    let see = |key: &str, word: &str| CiteItem::new(key).with_prefix(word);
    check_citations(
        &works(),
        "en",
        &[
            (
                one(Parenthetical, see("barker1978", "see")),
                "(see Barker, 1978)",
            ),
            (
                one(Narrative, see("barker1978", "see ")),
                "see Barker (1978)",
            ),
            (
                CiteRequest::new(
                    Parenthetical,
                    vec![
                        CiteItem::new("rothblatt1978"),
                        see("barker1978", "see also"),
                    ],
                ),
                "(Rothblatt, 1978; see also Barker, 1978)",
            ),
            (
                CiteRequest::new(
                    Parenthetical,
                    vec![
                        see("rothblatt1978", "e.g.,"),
                        CiteItem::new("parsons1994"),
                        CiteItem::new("barker1978"),
                    ],
                ),
                "(e.g., Rothblatt, 1978; Barker, 1978; Parsons et al., 1994)",
            ),
        ],
    );
    check_citations(
        &works(),
        "id",
        &[
            (
                one(Parenthetical, see("barker1978", "lihat")),
                "(lihat Barker, 1978)",
            ),
            (one(Year, see("barker1978", "lihat")), "(lihat 1978)"),
        ],
    );
}

#[test]
fn words_behind_a_work() {
    let with = |words: &str| page("barker1978", "5").with_suffix(words);
    check_citations(
        &works(),
        "en",
        &[
            (
                one(Parenthetical, with(", for details")),
                "(Barker, 1978, p. 5, for details)",
            ),
            (
                one(Parenthetical, with("for details")),
                "(Barker, 1978, p. 5 for details)",
            ),
            (
                one(Narrative, with(", for details")),
                "Barker (1978, p. 5, for details)",
            ),
            (
                one(Year, with(", for details")),
                "(1978, p. 5, for details)",
            ),
        ],
    );
}

#[test]
fn works_without_names_are_cited_by_title() {
    // 8.14: a book in italics, an article in quotation marks.
    let values = json!([
        {"id": "buku", "type": "book", "title": "Kamus contoh", "publisher": "Penerbit", "issued": {"date-parts": [[2010]]}},
        {
            "id": "artikel", "type": "article-journal", "title": "Artikel contoh",
            "container-title": "Jurnal", "issued": {"date-parts": [[2011]]},
        },
    ]);
    check_citations(
        &values,
        "id",
        &[
            (
                one(Parenthetical, CiteItem::new("buku")),
                "(_Kamus contoh_, 2010)",
            ),
            (
                one(Narrative, CiteItem::new("buku")),
                "_Kamus contoh_ (2010)",
            ),
            (one(Year, CiteItem::new("buku")), "(2010)"),
            (
                one(Parenthetical, CiteItem::new("artikel")),
                "(“Artikel contoh,” 2011)",
            ),
            (
                one(Narrative, CiteItem::new("artikel")),
                "“Artikel contoh” (2011)",
            ),
        ],
    );
}

#[test]
fn every_piece_knows_its_reference() {
    let request = several(&["rothblatt1978", "barker1978"]);
    let formatted = run(
        &works(),
        &[request, one(Narrative, CiteItem::new("compton1989"))],
        "id",
    );
    let pieces: Vec<_> = formatted.citations[0]
        .text
        .iter()
        .map(|run| (run.text.as_str(), run.entry.as_deref()))
        .collect();
    assert_eq!(
        pieces,
        [
            ("(", None),
            ("Barker, 1978", Some("barker1978")),
            ("; ", None),
            ("Rothblatt, 1978", Some("rothblatt1978")),
            (")", None),
        ]
    );
    assert_eq!(formatted.citations[1].text.len(), 1);
    assert_eq!(
        formatted.citations[1].text[0].entry.as_deref(),
        Some("compton1989")
    );
}
