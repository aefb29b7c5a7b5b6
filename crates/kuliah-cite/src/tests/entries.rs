//! Entries of works that are seldom seen in examples, each against the published guide of its style.

use serde_json::{Value, json};

use super::*;

fn person(family: &str, given: &str) -> Value {
    json!({"family": family, "given": given})
}

/// A book that has editors and no author.
fn edited() -> Value {
    json!([{
        "id": "edited", "type": "book", "title": "Bunga rampai", "publisher": "Penerbit",
        "publisher-place": "Bandung",
        "editor": [person("Wibowo", "Arif"), person("Lestari", "Ani")],
        "issued": {"date-parts": [[2018]]},
    }])
}

fn made(values: &Value, style: &str, language: &str) -> Formatted {
    let id = values[0]["id"].as_str().expect("a key");
    let item = CiteItem::new(id).at(crate::LocatorKind::Page, "5");
    let requests = [
        one(Form::Parenthetical, item),
        one(Form::Narrative, CiteItem::new(id)),
    ];
    format(&references(values), &requests, &named(style), language).expect("formatted")
}

fn entry(values: &Value, style: &str, language: &str) -> String {
    show(&made(values, style, language).entries[0].runs)
}

fn cited(values: &Value, style: &str, language: &str) -> Vec<String> {
    let shown = |it: &crate::FormattedCitation| match &it.note {
        Some(note) => format!("{}{{{}}}", plain(&it.text), show(note)),
        None => plain(&it.text),
    };
    made(values, style, language)
        .citations
        .iter()
        .map(shown)
        .collect()
}

#[test]
fn a_book_of_editors_alone_in_chicago() {
    // Chicago Manual of Style, 18th edition, 13.77 and 14.6: editors stand where an author would,
    // the first one inverted in the list, with "eds." behind them; not in a citation of author
    // and date, and in full order in a note.
    assert_eq!(
        entry(&edited(), "chicago-author-date", "en"),
        "Wibowo, Arif, and Ani Lestari, eds. 2018. _Bunga Rampai_. Penerbit."
    );
    assert_eq!(
        cited(&edited(), "chicago-author-date", "en"),
        ["(Wibowo and Lestari 2018, 5)", "Wibowo and Lestari (2018)"]
    );
    assert_eq!(
        entry(&edited(), "chicago-notes", "en"),
        "Wibowo, Arif, and Ani Lestari, eds. _Bunga Rampai_. Penerbit, 2018."
    );
    assert_eq!(
        cited(&edited(), "chicago-notes", "en")[0],
        "{Arif Wibowo and Ani Lestari, eds., _Bunga Rampai_ (Penerbit, 2018), 5.}"
    );
}

/// An article without volume.
fn article() -> Value {
    json!([{
        "id": "article", "type": "article-journal", "title": "Judul", "page": "5-9",
        "container-title": "Jurnal Contoh", "issue": "2", "author": [person("Wibowo", "Arif")],
        "issued": {"date-parts": [[2011]]},
    }])
}

#[test]
fn no_blank_stands_before_a_sign() {
    // Citing Medicine, 2nd edition, chapter 1: "Date;Volume(Issue):Pages", here without volume.
    assert_eq!(
        entry(&article(), "vancouver", "en"),
        "Wibowo A. Judul. Jurnal Contoh. 2011;(2):5–9."
    );
    // Chicago Manual of Style, 18th edition, 14.70: the issue alone, a colon, and the pages.
    assert_eq!(
        entry(&article(), "chicago-author-date", "en"),
        "Wibowo, Arif. 2011. “Judul.” _Jurnal Contoh_, no. 2: 5–9."
    );
}

#[test]
fn a_month_without_volume_stands_in_brackets_in_chicago() {
    let mut dated = article();
    dated[0]["issued"] = json!({"date-parts": [[2011, 3]]});
    assert_eq!(
        entry(&dated, "chicago-author-date", "en"),
        "Wibowo, Arif. 2011. “Judul.” _Jurnal Contoh_, no. 2 (March): 5–9."
    );
}

#[test]
fn a_report_online_in_ieee_has_single_blanks() {
    // IEEE Reference Guide, reports online: "[Online]. Available: URL".
    let report = json!([{
        "id": "report", "type": "report", "title": "Judul", "publisher": "Badan Contoh",
        "author": [person("Wibowo", "Arif")], "issued": {"date-parts": [[2011]]},
        "URL": "https://example.org/",
    }]);
    let seen = entry(&report, "ieee", "en");
    assert!(
        seen.ends_with("[Online]. Available: https://example.org/"),
        "{seen}"
    );
}

/// A book in its second edition, and an article of a day in a newspaper.
fn indonesian() -> Value {
    json!([
        {
            "id": "buku", "type": "book", "title": "Judul", "publisher": "Penerbit",
            "publisher-place": "Bandung", "edition": "2", "author": [person("Wibowo", "Arif")],
            "issued": {"date-parts": [[2018]]},
        },
        {
            "id": "koran", "type": "article-newspaper", "title": "Kabar", "container-title": "Koran",
            "author": [person("Yusuf", "Umar")], "issued": {"date-parts": [[2020, 3, 5]]},
        },
        {
            "id": "tanpa", "type": "book", "title": "Tanpa", "publisher": "Penerbit",
            "author": [person("Zain", "Umar")],
        },
    ])
}

#[test]
fn numbers_and_dates_stand_in_their_indonesian_order() {
    // Ejaan Yang Disempurnakan, V edition: "ke-2" for an ordinal, behind its word; the day before
    // the month. Where each stands is up to the guide of the style.
    for (style, book, paper) in [
        (
            "apa",
            "Wibowo, A. (2018). _Judul_ (ed. ke-2). Penerbit.",
            "Yusuf, U. (2020, 5 Maret). Kabar. _Koran_.",
        ),
        (
            "chicago-author-date",
            "Wibowo, Arif. 2018. _Judul_. Ed. ke-2. Penerbit.",
            "Yusuf, Umar. 2020. “Kabar.” _Koran_, 5 Maret.",
        ),
        (
            "chicago-notes",
            "Wibowo, Arif. _Judul_. Ed. ke-2. Penerbit, 2018.",
            "Yusuf, Umar. “Kabar.” _Koran_, 5 Maret 2020.",
        ),
        (
            "harvard",
            "Wibowo, A. (2018) _Judul_. Ed. ke-2. Bandung: Penerbit.",
            "Yusuf, U. (2020) “Kabar,” _Koran_, 5 Maret.",
        ),
        (
            "ieee",
            "A. Wibowo, _Judul_, ed. ke-2. Bandung: Penerbit, 2018.",
            "U. Yusuf, “Kabar,” _Koran_, 5 Maret 2020.",
        ),
        (
            "mla",
            "Wibowo, Arif. _Judul_. Ed. ke-2, Penerbit, 2018.",
            "Yusuf, Umar. “Kabar.” _Koran_, 5 Maret 2020.",
        ),
        (
            "vancouver",
            "Wibowo A. Judul. Ed. ke-2. Bandung: Penerbit; 2018.",
            "Yusuf U. Kabar. Koran. 5 Maret 2020.",
        ),
    ] {
        let made = made(&indonesian(), style, "id");
        let shown: Vec<_> = made.entries.iter().map(|it| show(&it.runs)).collect();
        assert!(shown.contains(&book.to_owned()), "{style}: {shown:?}");
        assert!(shown.contains(&paper.to_owned()), "{style}: {shown:?}");
    }
}

#[test]
fn a_work_without_date_in_indonesian_harvard() {
    let made = made(&indonesian(), "harvard", "id");
    let shown: Vec<_> = made.entries.iter().map(|it| show(&it.runs)).collect();
    let wanted = "Zain, U. (t.t.) _Tanpa_. Penerbit.".to_owned();
    assert!(shown.contains(&wanted), "{shown:?}");
}

#[test]
fn harvard_is_british() {
    // Cite Them Right, 12th edition: article titles in single quotation marks with the comma
    // outside, "(Accessed: 4 May 2020)", "2nd edn", "(eds)".
    let article = entry(&article(), "harvard", "en");
    assert_eq!(
        article,
        "Wibowo, A. (2011) ‘Judul’, _Jurnal Contoh_, (2), pp. 5–9."
    );
    let page = json!([{
        "id": "web", "type": "webpage", "title": "Judul", "URL": "https://example.org/",
        "author": [person("Wibowo", "Arif")], "issued": {"date-parts": [[2020]]},
        "accessed": {"date-parts": [[2020, 5, 4]]},
    }]);
    assert_eq!(
        entry(&page, "harvard", "en"),
        "Wibowo, A. (2020) _Judul_. Available at: https://example.org/ (Accessed: 4 May 2020)."
    );
    let mut book = edited();
    book[0]["edition"] = json!("2");
    assert_eq!(
        entry(&book, "harvard", "en"),
        "Wibowo, A. and Lestari, A. (eds) (2018) _Bunga rampai_. 2nd edn. Bandung: Penerbit."
    );
}

/// The list of these works in a style that is named.
fn list_in(style: &str, language: &str, values: &Value) -> Vec<String> {
    let made = format(&references(values), &[], &named(style), language).expect("formatted");
    made.entries.iter().map(|it| show(&it.runs)).collect()
}

#[test]
fn a_title_in_the_place_of_the_author_keeps_its_edition_and_number() {
    // 9.12: the title moves to the place of the author, with what stands in brackets behind it.
    let values = json!([
        {"id": "kamus", "type": "book", "title": "Kamus besar", "publisher": "Badan Contoh", "edition": "5",
         "issued": {"date-parts": [[2016]]}},
        {"id": "laporan", "type": "report", "title": "Laporan contoh", "publisher": "Badan Contoh", "number": "12",
         "issued": {"date-parts": [[2016]]}},
    ]);
    let expected = [
        "_Kamus besar_ (5th ed.). (2016). Badan Contoh.",
        "_Laporan contoh_ (No. 12). (2016). Badan Contoh.",
    ];
    assert_eq!(list_in("apa", "en", &values), expected);
    let expected = [
        "_Kamus besar_ (edisi ke-5). (2016). Badan Contoh.",
        "_Laporan contoh_ (No. 12). (2016). Badan Contoh.",
    ];
    assert_eq!(list_in("apa-id", "id", &values), expected);
}

#[test]
fn a_line_in_the_place_of_names_leaves_the_role() {
    // The MLA Handbook, 9th edition, sets a line for the names, not for the role.
    let editor = json!([{"family": "Barker", "given": "Robert"}]);
    let work = |id: &str, title: &str, role: &str| {
        json!({"id": id, "type": "book", "title": title, "publisher": "P", role: editor.clone(),
               "issued": {"date-parts": [[1978]]}})
    };
    let values = json!([
        work("a", "First", "author"),
        work("b", "Second", "editor"),
        work("c", "Third", "editor"),
    ]);
    let expected = [
        "Barker, Robert. _First_. P, 1978.",
        "———, editor. _Second_. P, 1978.",
        "———, editor. _Third_. P, 1978.",
    ];
    assert_eq!(list_in("mla", "en", &values), expected);
}

#[test]
fn editors_in_the_place_of_authors_are_sorted_by_whole_given_names() {
    let work = |id: &str, title: &str, given: &str| {
        json!({"id": id, "type": "book", "title": title, "publisher": "P",
               "editor": [{"family": "Barker", "given": given}], "issued": {"date-parts": [[1978]]}})
    };
    let values = json!([work("a", "First", "Robert"), work("b", "Second", "Richard")]);
    let expected = [
        "Barker, Richard, editor. _Second_. P, 1978.",
        "Barker, Robert, editor. _First_. P, 1978.",
    ];
    assert_eq!(list_in("mla", "en", &values), expected);
}

#[test]
fn the_role_of_an_editor_is_a_word_of_the_style() {
    // The language of the work decides about titles, not about words of the style.
    let values = json!([{
        "id": "bab", "type": "chapter", "title": "Judul bab", "container-title": "Judul buku",
        "language": "id", "publisher": "P", "issued": {"date-parts": [[1978]]},
        "author": [{"family": "Barker", "given": "Robert"}],
        "editor": [{"family": "Suharto", "given": "Edi"}],
    }]);
    let expected = ["Barker, R. (1978). Judul bab. In E. Suharto (Ed.), _Judul buku_. P."];
    assert_eq!(list_in("apa", "en", &values), expected);
}
