//! Each style against its published guide: the strings are worked out from the guides' rules, each
//! group names the section.
//!
//! A line asks as an author would: `key` in brackets, `+key` in the sentence, `-key` the year
//! alone, `key:5` with a page, `a<b` read in another work, `a; b` several.

use serde_json::{Value, json};

use super::*;
use crate::{FormattedCitation, LocatorKind};

fn library() -> Value {
    let person = |family: &str, given: &str| json!({"family": family, "given": given});
    json!([
        {
            "id": "barker", "type": "book", "title": "Judul satu", "publisher": "Penerbit",
            "author": [person("Barker", "Robert")], "issued": {"date-parts": [[1978]]},
        },
        {
            "id": "compton", "type": "book", "title": "Judul dua", "publisher": "Penerbit",
            "author": [person("Compton", "Beulah"), person("Galaway", "Burt")],
            "issued": {"date-parts": [[1989]]},
        },
        {
            "id": "parsons", "type": "article-journal", "title": "Judul tiga",
            "author": [person("Parsons", "Ruth"), person("Jorgensen", "James"), person("Hernández", "Santos")],
            "container-title": "Jurnal Contoh", "volume": "3", "issue": "2", "page": "10-20",
            "issued": {"date-parts": [[1994]]},
        },
        {
            "id": "suharto", "type": "book", "title": "Judul empat", "publisher": "Penerbit",
            "author": [person("Suharto", "Edi")], "issued": {"date-parts": [[2014]]},
        },
        {
            "id": "badan", "type": "report", "title": "Judul lima", "publisher": "Penerbit",
            "author": [{"literal": "Badan Pusat Contoh"}], "issued": {"date-parts": [[2020]]},
        },
        {
            "id": "tanpa", "type": "book", "title": "Judul enam", "publisher": "Penerbit",
            "author": [{"literal": "Sukarno"}],
        },
        {
            "id": "kamus", "type": "book", "title": "Kamus contoh", "publisher": "Penerbit",
            "issued": {"date-parts": [[2010]]},
        },
        {
            "id": "banyak", "type": "book", "title": "Judul tujuh", "publisher": "Penerbit",
            "author": [person("Akbar", "A."), person("Budi", "B."), person("Citra", "C."), person("Dewi", "D.")],
            "issued": {"date-parts": [[2001]]},
        },
    ])
}

/// Two works of one author and year, and a third of another year.
fn namesakes() -> Value {
    json!([
        book("angsa", "Barker", 1978, "Angsa"),
        book("zebra", "Barker", 1978, "Zebra"),
        book("lain", "Barker", 1980, "Lain"),
    ])
}

fn item(text: &str) -> CiteItem {
    if let Some((first, second)) = text.split_once('<') {
        return item(first).cited_in(item(second));
    }
    match text.trim().split_once(':') {
        Some((key, page)) => CiteItem::new(key).at(LocatorKind::Page, page),
        None => CiteItem::new(text.trim()),
    }
}

fn ask(text: &str) -> CiteRequest {
    let (form, text) = match text.split_at(1) {
        ("+", rest) => (Form::Narrative, rest),
        ("-", rest) => (Form::Year, rest),
        _ => (Form::Parenthetical, text),
    };
    CiteRequest::new(form, text.split(';').map(item).collect())
}

/// Text, and the note behind it between braces.
fn shown(citation: &FormattedCitation) -> String {
    match &citation.note {
        Some(note) => format!("{}{{{}}}", plain(&citation.text), plain(note)),
        None => plain(&citation.text),
    }
}

fn check(values: &Value, style: &str, language: &str, cases: &[(&str, &str)]) {
    let requests: Vec<_> = cases.iter().map(|(asked, _)| ask(asked)).collect();
    let formatted = format(&references(values), &requests, &named(style), language);
    let formatted = formatted.expect("formatted");
    let seen: Vec<_> = formatted.citations.iter().map(shown).collect();
    let expected: Vec<_> = cases.iter().map(|(_, expected)| *expected).collect();
    assert_eq!(seen, expected, "{style}, {language}");
}

fn check_entry(style: &str, language: &str, key: &str, expected: &str) {
    let formatted = format(&references(&library()), &[], &named(style), language).expect("made");
    let entry = formatted
        .entries
        .iter()
        .find(|it| it.key == key)
        .expect("an entry");
    assert_eq!(show(&entry.runs), expected, "{style}, {language}");
}

#[test]
fn apa() {
    // Publication Manual, 7th edition: 8.11 both forms, 8.17 number of authors, 8.13 parts of a
    // work, 8.14 no author (the title in title case), 8.15 no date, 8.21 groups, 8.6 second hand, 8.12 several.
    check(
        &library(),
        "apa",
        "en",
        &[
            ("barker", "(Barker, 1978)"),
            ("+barker", "Barker (1978)"),
            ("-barker", "(1978)"),
            ("barker:5", "(Barker, 1978, p. 5)"),
            ("barker:5-7", "(Barker, 1978, pp. 5–7)"),
            ("compton", "(Compton & Galaway, 1989)"),
            ("+compton:511", "Compton and Galaway (1989, p. 511)"),
            ("parsons", "(Parsons et al., 1994)"),
            ("badan", "(Badan Pusat Contoh, 2020)"),
            ("tanpa", "(Sukarno, n.d.)"),
            ("kamus", "(Kamus Contoh, 2010)"),
            (
                "barker<suharto",
                "(Barker, 1978, as cited in Suharto, 2014)",
            ),
            (
                "barker<suharto:12",
                "(Barker, 1978, as cited in Suharto, 2014, p. 12)",
            ),
            (
                "+barker<suharto",
                "Barker (1978, as cited in Suharto, 2014)",
            ),
            (
                "suharto; compton",
                "(Compton & Galaway, 1989; Suharto, 2014)",
            ),
        ],
    );
    // 8.19: letters, in the order of the list.
    check(
        &namesakes(),
        "apa",
        "en",
        &[
            ("zebra", "(Barker, 1978b)"),
            ("zebra; lain; angsa", "(Barker, 1978a, 1978b, 1980)"),
        ],
    );
    // 10.2 books, 10.1 articles.
    check_entry(
        "apa",
        "en",
        "barker",
        "Barker, R. (1978). _Judul satu_. Penerbit.",
    );
    check_entry(
        "apa",
        "en",
        "parsons",
        "Parsons, R., Jorgensen, J., & Hernández, S. (1994). Judul tiga. _Jurnal Contoh_, _3_(2), 10–20.",
    );
}

#[test]
fn apa_in_indonesian() {
    // The same sections in the words of Indonesian campuses: "dan", "dkk.", "hlm.", "t.t.", "dalam".
    check(
        &library(),
        "apa-id",
        "id",
        &[
            ("compton", "(Compton dan Galaway, 1989)"),
            ("+parsons", "Parsons dkk. (1994)"),
            ("barker:5", "(Barker, 1978, hlm. 5)"),
            ("tanpa", "(Sukarno, t.t.)"),
            ("barker<suharto", "(Barker, 1978, dalam Suharto, 2014)"),
            (
                "+barker<suharto:12",
                "Barker (1978, dalam Suharto, 2014, hlm. 12)",
            ),
            ("-barker<suharto", "(1978, dalam Suharto, 2014)"),
            ("+compton", "Compton dan Galaway (1989)"),
            ("barker:5-7", "(Barker, 1978, hlm. 5–7)"),
            ("badan", "(Badan Pusat Contoh, 2020)"),
            ("+tanpa", "Sukarno (t.t.)"),
            ("parsons:12", "(Parsons dkk., 1994, hlm. 12)"),
            (
                "suharto; compton",
                "(Compton dan Galaway, 1989; Suharto, 2014)",
            ),
        ],
    );
    check(
        &namesakes(),
        "apa-id",
        "id",
        &[
            ("zebra", "(Barker, 1978b)"),
            ("+angsa:3", "Barker (1978a, hlm. 3)"),
            ("zebra; lain; angsa", "(Barker, 1978a, 1978b, 1980)"),
        ],
    );
}

#[test]
fn chicago_author_date() {
    // Chicago Manual of Style, 18th edition: 13.103 basic form, 13.104 pages, 13.107 number of
    // authors, 13.112 several by one author, 13.113 letters, 13.123 no date; 14.160 second hand.
    check(
        &library(),
        "chicago-author-date",
        "en",
        &[
            ("barker", "(Barker 1978)"),
            ("barker:5", "(Barker 1978, 5)"),
            ("+barker", "Barker (1978)"),
            ("compton", "(Compton and Galaway 1989)"),
            ("parsons", "(Parsons et al. 1994)"),
            ("barker<suharto", "(Barker 1978, quoted in Suharto 2014)"),
            (
                "suharto; compton",
                "(Suharto 2014; Compton and Galaway 1989)",
            ),
        ],
    );
    check(
        &namesakes(),
        "chicago-author-date",
        "en",
        &[
            ("zebra", "(Barker 1978b)"),
            ("angsa; lain", "(Barker 1978a, 1980)"),
        ],
    );
    check_entry(
        "chicago-author-date",
        "en",
        "suharto",
        "Suharto, Edi. 2014. _Judul Empat_. Penerbit.",
    );
}

#[test]
fn chicago_notes() {
    // 13.21 full note, 13.32 shortened note, 13.24 bibliography; the mark stands in the text alone.
    check(
        &library(),
        "chicago-notes",
        "en",
        &[
            (
                "barker:5",
                "{Robert Barker, Judul Satu (Penerbit, 1978), 5.}",
            ),
            (
                "compton",
                "{Beulah Compton and Burt Galaway, Judul Dua (Penerbit, 1989).}",
            ),
            ("barker:7", "{Barker, Judul Satu, 7.}"),
            (
                "+suharto",
                "Suharto{Edi Suharto, Judul Empat (Penerbit, 2014).}",
            ),
        ],
    );
    check_entry(
        "chicago-notes",
        "en",
        "suharto",
        "Suharto, Edi. _Judul Empat_. Penerbit, 2014.",
    );
}

#[test]
fn mla() {
    // MLA Handbook, 9th edition: 6.3 basic form, 6.5 two authors, 6.6 three and more, 6.4 in
    // prose, 6.77 second hand; 5.3 the list.
    check(
        &library(),
        "mla",
        "en",
        &[
            ("barker:5", "(Barker 5)"),
            ("+barker:5", "Barker (5)"),
            ("+barker", "Barker"),
            ("compton:511", "(Compton and Galaway 511)"),
            ("parsons:12", "(Parsons et al. 12)"),
            ("+barker<suharto:12", "Barker (qtd. in Suharto 12)"),
            ("barker<suharto:12", "(Barker qtd. in Suharto 12)"),
            ("barker:5; suharto:7", "(Barker 5; Suharto 7)"),
        ],
    );
    check_entry(
        "mla",
        "en",
        "suharto",
        "Suharto, Edi. _Judul Empat_. Penerbit, 2014.",
    );
}

#[test]
fn ieee() {
    // IEEE Reference Guide, section I (citing in the text) and II.A (books); numbers in the order
    // of citing.
    check(
        &library(),
        "ieee",
        "en",
        &[
            ("suharto", "[1]"),
            ("barker:5", "[2, p. 5]"),
            ("suharto", "[1]"),
            ("compton; suharto", "[1], [3]"),
            ("+barker", "Barker [2]"),
            ("+parsons", "Parsons et al. [4]"),
            ("-barker", "[2]"),
        ],
    );
    check_entry(
        "ieee",
        "en",
        "barker",
        "R. Barker, _Judul satu_. Penerbit, 1978.",
    );
}

#[test]
fn vancouver() {
    // Citing Medicine (NLM), 2nd edition, and the ICMJE's sample references: numbers in round
    // brackets, ranges from three on.
    check(
        &library(),
        "vancouver",
        "en",
        &[
            ("suharto", "(1)"),
            ("barker", "(2)"),
            ("compton", "(3)"),
            ("suharto; compton", "(1,3)"),
            ("suharto; barker; compton", "(1–3)"),
            ("+barker", "Barker (2)"),
            // The guide has no pages in citations; libraries that teach it print them so.
            ("barker:5", "(2, p. 5)"),
            ("barker:5-7", "(2, pp. 5–7)"),
            ("suharto; barker:5; compton", "(1; 2, p. 5; 3)"),
            ("+barker:5", "Barker (2, p. 5)"),
        ],
    );
    check(
        &library(),
        "vancouver",
        "id",
        &[("barker:5", "(1, hlm. 5)"), ("-barker:5", "(1, hlm. 5)")],
    );
    check_entry(
        "vancouver",
        "en",
        "barker",
        "Barker R. Judul satu. Penerbit; 1978.",
    );
}

#[test]
fn harvard() {
    // Cite Them Right, 12th edition: "Setting out citations", "Secondary referencing", "Books".
    check(
        &library(),
        "harvard",
        "en",
        &[
            ("barker", "(Barker, 1978)"),
            ("barker:5", "(Barker, 1978, p. 5)"),
            ("+barker", "Barker (1978)"),
            ("compton", "(Compton and Galaway, 1989)"),
            ("parsons", "(Parsons, Jorgensen and Hernández, 1994)"),
            ("banyak", "(Akbar et al., 2001)"),
            ("barker<suharto", "(Barker, 1978, cited in Suharto, 2014)"),
        ],
    );
    check(
        &namesakes(),
        "harvard",
        "en",
        &[("zebra", "(Barker, 1978b)")],
    );
    check_entry(
        "harvard",
        "en",
        "barker",
        "Barker, R. (1978) _Judul satu_. Penerbit.",
    );
}

#[test]
fn an_institution_that_publishes_itself() {
    // Named once in APA (9.29); the other guides have author and publisher: Chicago, 18th edition,
    // 13.86; IEEE Reference Guide, "Reports"; Citing Medicine, chapter 4.
    let values = json!([{
        "id": "a", "type": "report", "title": "Statistik contoh", "number": "12",
        "author": [{"literal": "Badan Contoh"}], "publisher": "Badan Contoh",
        "issued": {"date-parts": [[2020]]},
    }]);
    for (style, expected) in [
        ("apa", "Badan Contoh. (2020). Statistik contoh (No. 12)."),
        (
            "chicago-notes",
            "Badan Contoh. Statistik Contoh. No. 12. Badan Contoh, 2020.",
        ),
        (
            "ieee",
            "Badan Contoh, “Statistik contoh,” Badan Contoh, 12, 2020.",
        ),
        (
            "vancouver",
            "Badan Contoh. Statistik contoh. Badan Contoh; 2020. Report no.: 12.",
        ),
    ] {
        let made = format(&references(&values), &[], &named(style), "en").expect("made");
        assert_eq!(plain(&made.entries[0].runs), expected, "{style}");
    }
}

#[test]
fn laws_and_articles_without_author() {
    // APA, 11.5: a law is cited by its name and year, in the sentence too. Chicago, 18th edition,
    // 13.32 and 6.9: a short note has the title, its full stop within the quotation marks.
    let values = json!([
        {
            "id": "uu", "type": "legislation", "title": "Undang-Undang tentang Contoh",
            "issued": {"date-parts": [[2009]]},
        },
        {
            "id": "artikel", "type": "article-journal", "title": "Peran pekerja",
            "container-title": "Jurnal", "issued": {"date-parts": [[2011]]},
        },
    ]);
    let uu = [("+uu", "Undang-Undang Tentang Contoh (2009)")];
    check(&values, "apa", "en", &uu);
    let again = [
        ("artikel", "{“Peran Pekerja,” Jurnal, 2011.}"),
        ("artikel:5", "{“Peran Pekerja,” 5.}"),
        ("artikel", "{“Peran Pekerja.”}"),
        ("-artikel", "{“Peran Pekerja.”}"),
        ("+artikel", "“Peran Pekerja”{“Peran Pekerja.”}"),
    ];
    check(&values, "chicago-notes", "en", &again);
    let two = [("+compton", "Compton and Galaway (1)")];
    check(&library(), "vancouver", "en", &two);
}

#[test]
fn a_work_that_nobody_read_is_not_in_the_list() {
    // Publication Manual, 8.6; and both are where both were read.
    let keys = |requests: &[&str]| {
        let requests: Vec<_> = requests.iter().map(|it| ask(it)).collect();
        let made = format(&references(&library()), &requests, &named("apa"), "en").expect("made");
        made.entries
            .into_iter()
            .map(|it| it.key)
            .collect::<Vec<_>>()
    };
    assert!(!keys(&["barker<suharto"]).contains(&"barker".to_owned()));
    assert!(keys(&["barker<suharto"]).contains(&"suharto".to_owned()));
    assert!(keys(&["barker<suharto", "barker"]).contains(&"barker".to_owned()));
}

#[test]
fn entries_of_numbers_have_their_number_beside_them() {
    let labels = |style: &str| {
        let made = format(
            &references(&library()),
            &[ask("suharto"), ask("barker")],
            &named(style),
            "en",
        );
        let made = made.expect("made");
        let first = made.entries.into_iter().next().expect("an entry");
        (first.key, first.label.map(|it| plain(&it)))
    };
    assert_eq!(
        labels("ieee"),
        ("suharto".to_owned(), Some("[1]".to_owned()))
    );
    assert_eq!(
        labels("vancouver"),
        ("suharto".to_owned(), Some("1.".to_owned()))
    );
    assert_eq!(labels("apa").1, None);
}
