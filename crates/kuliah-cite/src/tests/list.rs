//! The reference list: *Publication Manual*, 7th edition, chapters 9 and 10.

use serde_json::json;

use super::*;

#[test]
fn a_book() {
    let values = json!([book("a", "Barker", 1978, "Judul buku")]);
    check_list(
        &values,
        "en",
        &["Barker, X. Y. (1978). _Judul buku_. Penerbit."],
    );
    check_list(
        &values,
        "id",
        &["Barker, X. Y. (1978). _Judul buku_. Penerbit."],
    );
}

#[test]
fn two_authors_and_an_edition() {
    let values = json!([{
        "id": "a", "type": "book", "title": "Judul", "publisher": "Penerbit", "edition": "4",
        "author": [{"family": "Compton", "given": "Beulah R."}, {"family": "Galaway", "given": "Burt"}],
        "issued": {"date-parts": [[1989]]},
    }]);
    check_list(
        &values,
        "en",
        &["Compton, B. R., & Galaway, B. (1989). _Judul_ (4th ed.). Penerbit."],
    );
    check_list(
        &values,
        "id",
        &["Compton, B. R., dan Galaway, B. (1989). _Judul_ (edisi ke-4). Penerbit."],
    );
}

#[test]
fn a_journal_article() {
    let values = json!([{
        "id": "a", "type": "article-journal", "title": "Judul artikel",
        "author": [
            {"family": "Penulis", "given": "A."}, {"family": "Penulis", "given": "B."},
            {"family": "Penulis", "given": "C."},
        ],
        "issued": {"date-parts": [[2015, 3]]}, "container-title": "Jurnal Contoh",
        "volume": "3", "issue": "2", "page": "15-29", "DOI": "10.1000/182",
    }]);
    check_list(
        &values,
        "en",
        &[
            "Penulis, A., Penulis, B., & Penulis, C. (2015). Judul artikel. _Jurnal Contoh_, _3_(2), 15–29. https://doi.org/10.1000/182",
        ],
    );
    check_list(
        &values,
        "id",
        &[
            "Penulis, A., Penulis, B., dan Penulis, C. (2015). Judul artikel. _Jurnal Contoh_, _3_(2), 15–29. https://doi.org/10.1000/182",
        ],
    );
}

#[test]
fn a_chapter() {
    let values = json!([{
        "id": "a", "type": "chapter", "title": "Judul bab", "container-title": "Kumpulan",
        "author": [{"family": "Penulis", "given": "C."}], "editor": [{"family": "Wibowo", "given": "A."}],
        "issued": {"date-parts": [[1990]]}, "page": "10--20", "publisher": "Penerbit",
    }]);
    check_list(
        &values,
        "en",
        &["Penulis, C. (1990). Judul bab. In A. Wibowo (Ed.), _Kumpulan_ (pp. 10–20). Penerbit."],
    );
    check_list(
        &values,
        "id",
        &[
            "Penulis, C. (1990). Judul bab. Dalam A. Wibowo (ed.), _Kumpulan_ (hlm. 10–20). Penerbit.",
        ],
    );
}

#[test]
fn a_chapter_with_two_editors() {
    let values = json!([{
        "id": "a", "type": "chapter", "title": "Judul bab", "container-title": "Kumpulan",
        "author": [{"family": "Penulis", "given": "C."}],
        "editor": [{"family": "Wibowo", "given": "A."}, {"family": "Penyunting", "given": "B."}],
        "issued": {"date-parts": [[1990]]}, "publisher": "Penerbit",
    }]);
    check_list(
        &values,
        "en",
        &[
            "Penulis, C. (1990). Judul bab. In A. Wibowo & B. Penyunting (Eds.), _Kumpulan_. Penerbit.",
        ],
    );
    check_list(
        &values,
        "id",
        &[
            "Penulis, C. (1990). Judul bab. Dalam A. Wibowo dan B. Penyunting (ed.), _Kumpulan_. Penerbit.",
        ],
    );
}

#[test]
fn an_edited_book() {
    let values = json!([{
        "id": "a", "type": "book", "title": "Kumpulan", "publisher": "Penerbit",
        "editor": [{"family": "Wibowo", "given": "A."}], "issued": {"date-parts": [[1990]]},
    }]);
    check_list(
        &values,
        "en",
        &["Wibowo, A. (Ed.). (1990). _Kumpulan_. Penerbit."],
    );
    check_list(
        &values,
        "id",
        &["Wibowo, A. (ed.). (1990). _Kumpulan_. Penerbit."],
    );
}

#[test]
fn a_translated_book() {
    let values = json!([{
        "id": "a", "type": "book", "title": "Judul", "publisher": "Penerbit",
        "author": [{"family": "Penulis", "given": "A."}],
        "translator": [{"family": "Penerjemah", "given": "B."}], "issued": {"date-parts": [[1999]]},
    }]);
    check_list(
        &values,
        "en",
        &["Penulis, A. (1999). _Judul_ (B. Penerjemah, Trans.). Penerbit."],
    );
    check_list(
        &values,
        "id",
        &["Penulis, A. (1999). _Judul_ (B. Penerjemah, penerj.). Penerbit."],
    );
}

#[test]
fn a_web_page_with_a_day() {
    let values = json!([{
        "id": "a", "type": "webpage", "title": "Judul laman", "container-title": "Situs",
        "author": [{"literal": "Badan Pusat Contoh"}],
        "issued": {"date-parts": [[2020, 3, 5]]}, "URL": "https://example.org/a",
    }]);
    check_list(
        &values,
        "en",
        &["Badan Pusat Contoh. (2020, March 5). _Judul laman_. Situs. https://example.org/a"],
    );
    check_list(
        &values,
        "id",
        &["Badan Pusat Contoh. (2020, 5 Maret). _Judul laman_. Situs. https://example.org/a"],
    );
}

#[test]
fn a_web_page_without_a_date() {
    let values = json!([{
        "id": "a", "type": "webpage", "title": "Judul laman", "author": [{"literal": "Penulis"}],
        "accessed": {"date-parts": [[2018, 12, 29]]}, "URL": "https://example.org/a",
    }]);
    check_list(
        &values,
        "en",
        &[
            "Penulis. (n.d.). _Judul laman_. Retrieved December 29, 2018, from https://example.org/a",
        ],
    );
    check_list(
        &values,
        "id",
        &["Penulis. (t.t.). _Judul laman_. Diambil 29 Desember 2018, dari https://example.org/a"],
    );
}

#[test]
fn a_thesis() {
    let values = json!([{
        "id": "a", "type": "thesis", "title": "Judul tesis", "genre": "Disertasi doktoral",
        "author": [{"family": "Penulis", "given": "A."}], "publisher": "Universitas Contoh",
        "issued": {"date-parts": [[2010]]}, "URL": "https://example.org/t",
    }]);
    check_list(
        &values,
        "id",
        &[
            "Penulis, A. (2010). _Judul tesis_ [Disertasi doktoral, Universitas Contoh]. https://example.org/t",
        ],
    );
}

#[test]
fn a_report_with_a_number() {
    let values = json!([{
        "id": "a", "type": "report", "title": "Judul laporan", "genre": "Laporan", "number": "5",
        "author": [{"literal": "Badan Contoh"}], "publisher": "Penerbit",
        "issued": {"date-parts": [[2012]]},
    }]);
    check_list(
        &values,
        "id",
        &["Badan Contoh. (2012). _Judul laporan_ (Laporan No. 5). Penerbit."],
    );
}

#[test]
fn a_publisher_who_is_the_author_is_named_once() {
    // 9.29.
    let values = json!([{
        "id": "a", "type": "report", "title": "Judul laporan",
        "author": [{"literal": "Badan Contoh"}], "publisher": "Badan Contoh",
        "issued": {"date-parts": [[2012]]},
    }]);
    check_list(&values, "id", &["Badan Contoh. (2012). _Judul laporan_."]);
}

#[test]
fn a_title_that_ends_in_a_mark_gets_no_full_stop() {
    let values = json!([
        book("a", "Barker", 1978, "Apa itu kerja?"),
        book("b", "Rothblatt", 1978, "Kata <i>kerja?</i>"),
    ]);
    check_list(
        &values,
        "id",
        &[
            "Barker, X. Y. (1978). _Apa itu kerja?_ Penerbit.",
            "Rothblatt, X. Y. (1978). _Kata _kerja_?_ Penerbit.",
        ],
    );
}

#[test]
fn italics_within_an_italic_title_turn_upright() {
    let values = json!([book("a", "Barker", 1978, "Membaca <i>Bumi</i> lagi")]);
    check_list(
        &values,
        "id",
        &["Barker, X. Y. (1978). _Membaca _Bumi_ lagi_. Penerbit."],
    );
    let values = json!([{
        "id": "a", "type": "article-journal", "title": "Biologi <i>Oryza sativa</i>",
        "author": [{"family": "Penulis", "given": "A."}], "container-title": "Jurnal",
        "issued": {"date-parts": [[2015]]}, "volume": "1",
    }]);
    check_list(
        &values,
        "id",
        &["Penulis, A. (2015). Biologi _Oryza sativa_. _Jurnal_, _1_."],
    );
}

#[test]
fn a_work_without_names_starts_with_its_title() {
    let values = json!([{
        "id": "a", "type": "book", "title": "Kamus contoh", "publisher": "Penerbit",
        "issued": {"date-parts": [[2010]]},
    }]);
    check_list(&values, "id", &["_Kamus contoh_. (2010). Penerbit."]);
}

#[test]
fn names_of_one_word_and_suffixes() {
    let values = json!([
        {
            "id": "a", "type": "book", "title": "Judul", "publisher": "Penerbit",
            "author": [{"family": "Suharto"}], "issued": {"date-parts": [[2014]]},
        },
        {
            "id": "b", "type": "book", "title": "Judul", "publisher": "Penerbit",
            "author": [{"family": "Tua", "given": "M. L.", "suffix": "Jr."}],
            "issued": {"date-parts": [[2014]]},
        },
    ]);
    check_list(
        &values,
        "en",
        &[
            "Suharto. (2014). _Judul_. Penerbit.",
            "Tua, M. L., Jr. (2014). _Judul_. Penerbit.",
        ],
    );
}

#[test]
fn titles_and_degrees_are_neither_printed_nor_sorted_by() {
    // Publication Manual, 7th edition, 9.8: no titles or degrees; 9.44: by family name.
    let author = |name: Value, key: &str| {
        json!({
            "id": key, "type": "book", "title": "Judul", "publisher": "Penerbit",
            "author": [name], "issued": {"date-parts": [[2014]]},
        })
    };
    let values = json!([
        author(
            json!({"family": "Dr. Budi Santoso", "given": "S.Sos., M.Si."}),
            "a"
        ),
        author(
            json!({"family": "Zainal", "given": "Prof. Dr. Ahmad", "suffix": "Ph.D."}),
            "b"
        ),
        author(json!({"family": "Dra. Suhartini", "given": "M.Pd."}), "c"),
        author(json!({"literal": "Ir. H. Citra Dewi, M.T., Ph.D."}), "d"),
        author(json!({"family": "Edison", "given": "M. A."}), "e"),
    ]);
    let sorted = [
        "Dewi, C. (2014). _Judul_. Penerbit.",
        "Edison, M. A. (2014). _Judul_. Penerbit.",
        "Santoso, B. (2014). _Judul_. Penerbit.",
        "Suhartini. (2014). _Judul_. Penerbit.",
        "Zainal, A. (2014). _Judul_. Penerbit.",
    ];
    check_list(&values, "en", &sorted);
    check_list(&values, "id", &sorted);
    let cited = [(one(Form::Narrative, CiteItem::new("a")), "Santoso (2014)")];
    check_citations(&values, "en", &cited);
    check_citations(&values, "id", &cited);
}

#[test]
fn more_than_twenty_authors_are_shortened() {
    // 9.8: the first nineteen, an ellipsis, the last.
    let authors: Vec<_> = ('A'..='V')
        .map(|it| json!({"family": format!("N{it}"), "given": "A."}))
        .collect();
    let values = json!([{
        "id": "a", "type": "book", "title": "Judul", "publisher": "Penerbit", "author": authors,
        "issued": {"date-parts": [[2014]]},
    }]);
    let formatted = run(&values, &[], "en");
    let text = plain(&formatted.entries[0].runs);
    assert!(
        text.contains("NS, A., . . . NV, A. (2014)") || text.contains("NS, A., … NV, A. (2014)"),
        "{text}"
    );
    assert!(!text.contains("NT"), "{text}");
}

#[test]
fn the_list_is_sorted_and_holds_the_uncited() {
    let values = json!([
        book("z", "Zebra", 2001, "C"),
        book("b", "Angsa", 2003, "B"),
        book("a", "Angsa", 2001, "A"),
        book("h", "Hernández", 1990, "D"),
    ]);
    let requests = [one(Form::Parenthetical, CiteItem::new("b"))];
    let formatted = run(&values, &requests, "id");
    let keys: Vec<_> = formatted.entries.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(keys, ["a", "b", "h", "z"]);
    assert!(formatted.hanging_indent);
    assert!(formatted.entries.iter().all(|it| it.label.is_none()));
}

#[test]
fn addresses_are_links() {
    let values = json!([
        {
            "id": "a", "type": "article-journal", "title": "Judul", "container-title": "Jurnal",
            "author": [{"family": "Angsa", "given": "A."}], "DOI": "https://doi.org/10.1000/182",
            "URL": "https://example.org/a", "issued": {"date-parts": [[2015]]},
        },
        {
            "id": "b", "type": "webpage", "title": "Judul", "author": [{"literal": "Badan"}],
            "URL": "https://example.org/b?c=d", "issued": {"date-parts": [[2015]]},
        },
    ]);
    let formatted = run(&values, &[], "id");
    let links: Vec<_> = formatted
        .entries
        .iter()
        .flat_map(|entry| &entry.runs)
        .filter_map(|run| Some((run.text.as_str(), run.url.as_deref()?)))
        .collect();
    assert_eq!(
        links,
        [
            ("https://doi.org/10.1000/182", "https://doi.org/10.1000/182"),
            ("https://example.org/b?c=d", "https://example.org/b?c=d"),
        ]
    );
}

#[test]
fn a_span_of_years_and_years_of_old() {
    let year = |key: &str, parts: Value| {
        json!({
            "id": key, "type": "book", "title": "Judul", "publisher": "Penerbit",
            "author": [{"literal": key}], "issued": {"date-parts": parts},
        })
    };
    let values = json!([
        year("A", json!([[1990], [1995]])),
        year("B", json!([[-350]])),
        year("C", json!([[632]]))
    ]);
    check_list(
        &values,
        "en",
        &[
            "A. (1990–1995). _Judul_. Penerbit.",
            "B. (350 B.C.E.). _Judul_. Penerbit.",
            "C. (632 C.E.). _Judul_. Penerbit.",
        ],
    );
    check_list(
        &values,
        "id",
        &[
            "A. (1990–1995). _Judul_. Penerbit.",
            "B. (350 SM). _Judul_. Penerbit.",
            "C. (632 M). _Judul_. Penerbit.",
        ],
    );
}

#[test]
fn a_year_alone_stands_without_comma_in_every_type() {
    let values = json!([
        { "id": "a", "type": "document", "title": "Dokumen", "author": [{ "family": "Barker" }],
          "issued": { "date-parts": [[1978]] } },
        { "id": "b", "type": "webpage", "title": "Laman", "author": [{ "family": "Suharto" }],
          "issued": { "date-parts": [[2014]] } }
    ]);
    check_list(
        &values,
        "id",
        &["Barker. (1978). _Dokumen_.", "Suharto. (2014). _Laman_."],
    );
    check_list(
        &values,
        "en",
        &["Barker. (1978). _Dokumen_.", "Suharto. (2014). _Laman_."],
    );
}
