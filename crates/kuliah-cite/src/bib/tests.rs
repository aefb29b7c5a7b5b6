//! Reading `.bib` files.

use serde_json::json;

use super::*;
use crate::Reference;

fn entry(text: &str) -> Value {
    let entries = read_bib(text).expect("readable");
    assert_eq!(entries.len(), 1, "{text}");
    Reference::new(&entries[0].reference).expect("a reference");
    Value::Object(entries[0].reference.clone())
}

fn check(text: &str, expect: &Value) {
    assert_eq!(entry(text), *expect, "{text}");
}

/// Checks one field of an entry.
fn check_field(text: &str, key: &str, expect: &Value) {
    assert_eq!(entry(text).get(key), Some(expect), "{text}");
}

/// Checks the errors and the text they point at.
fn check_errors(text: &str, expect: &[(&str, BibErrorKind)]) {
    let errors = read_bib(text).expect_err("errors");
    let seen: Vec<_> = errors
        .iter()
        .map(|error| {
            (
                text.get(error.span.clone()).expect("in the text"),
                error.kind.clone(),
            )
        })
        .collect();
    assert_eq!(seen, expect, "{text}");
}

#[test]
fn an_article() {
    check(
        "@article{a1, author={Parsons, R. Y. and Hern{\\'a}ndez, S.}, title={Judul \\& artikel},\n\
         journal = \"Jurnal Contoh\", year=1994, month=mar, volume={3}, number={2}, pages={10--20},\n\
         doi={10.1000/a_b}, url={https://example.org/a_b?c=d%20e}, issn={1234-5678}}",
        &json!({
            "id": "a1", "type": "article-journal", "title": "Judul & artikel",
            "author": [{"family": "Parsons", "given": "R. Y."}, {"family": "Hernández", "given": "S."}],
            "issued": {"date-parts": [[1994, 3]]}, "container-title": "Jurnal Contoh",
            "volume": "3", "issue": "2", "page": "10-20", "DOI": "10.1000/a_b",
            "ISSN": "1234-5678", "URL": "https://example.org/a_b?c=d%20e",
        }),
    );
}

#[test]
fn a_book_with_editor_and_edition() {
    check(
        "@Book{Key:1, Editor={Wibowo, A.}, Title={Judul}, Subtitle={Kajian}, Year={2001}, Edition={Fourth},\n\
         Publisher={Penerbit}, Address={Kota}, Series={Seri}, isbn={978-0-00-000000-2}, langid={indonesian}}",
        &json!({
            "id": "Key:1", "type": "book", "title": "Judul: Kajian", "editor": [{"family": "Wibowo", "given": "A."}],
            "issued": {"date-parts": [[2001]]}, "collection-title": "Seri", "publisher": "Penerbit",
            "publisher-place": "Kota", "edition": "4", "language": "id", "ISBN": "978-0-00-000000-2",
        }),
    );
}

#[test]
fn a_chapter_takes_its_book_from_a_crossref() {
    let text = "@incollection{bab, author={Penulis, C.}, title={Bab}, pages={1--2}, crossref={buku}}\n\
                @collection{buku, editor={Wibowo, A.}, title={Kumpulan}, year={1990}, publisher={Penerbit}}";
    let entries = read_bib(text).expect("readable");
    assert_eq!(
        Value::Object(entries[0].reference.clone()),
        json!({
            "id": "bab", "type": "chapter", "title": "Bab", "author": [{"family": "Penulis", "given": "C."}],
            "editor": [{"family": "Wibowo", "given": "A."}], "issued": {"date-parts": [[1990]]},
            "container-title": "Kumpulan", "publisher": "Penerbit", "page": "1-2",
        })
    );
    assert_eq!(entries.len(), 2);
}

#[test]
fn types_get_their_csl_names() {
    for (kind, expect) in [
        ("article", "article-journal"),
        ("inproceedings", "paper-conference"),
        ("PhdThesis", "thesis"),
        ("techreport", "report"),
        ("online", "webpage"),
        ("misc", "document"),
        ("manual", "book"),
        ("inbook", "chapter"),
        ("legislation", "legislation"),
        ("unpublished", "manuscript"),
        ("dataset", "dataset"),
        ("neverheard", "document"),
    ] {
        check_field(
            &format!("@{kind}{{a, title={{x}}}}"),
            "type",
            &json!(expect),
        );
    }
    check_field(
        "@misc{a, howpublished={\\url{https://example.org/x_y}}}",
        "type",
        &json!("webpage"),
    );
    check_field(
        "@article{a, entrysubtype={newspaper}}",
        "type",
        &json!("article-newspaper"),
    );
}

#[test]
fn theses_and_reports() {
    check(
        "@phdthesis{a, author={Penulis, A.}, title={Judul}, school={Universitas Contoh}, year={2010}, language={indonesian}}",
        &json!({
            "id": "a", "type": "thesis", "title": "Judul", "author": [{"family": "Penulis", "given": "A."}],
            "issued": {"date-parts": [[2010]]}, "publisher": "Universitas Contoh", "genre": "Disertasi",
            "language": "id",
        }),
    );
    check_field(
        "@mastersthesis{a, school={U}}",
        "genre",
        &json!("Master’s thesis"),
    );
    check_field(
        "@techreport{a, type={Laporan}, number={5}, institution={I}}",
        "number",
        &json!("5"),
    );
}

#[test]
fn names_of_all_forms() {
    for (name, expect) in [
        (
            "{Badan Pusat Contoh}",
            json!([{"literal": "Badan Pusat Contoh"}]),
        ),
        ("Suharto", json!([{"literal": "Suharto"}])),
        (
            "Penulis, A. B.",
            json!([{"family": "Penulis", "given": "A. B."}]),
        ),
        (
            "Anna Penulis",
            json!([{"family": "Penulis", "given": "Anna"}]),
        ),
        (
            "van den Berg, Anna",
            json!([{"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"}]),
        ),
        (
            "Tua, Jr., M. L.",
            json!([{"family": "Tua", "given": "M. L.", "suffix": "Jr."}]),
        ),
        (
            "Satu, A. and {Badan Dua} and Tiga, C.",
            json!([
                {"family": "Satu", "given": "A."}, {"literal": "Badan Dua"}, {"family": "Tiga", "given": "C."},
            ]),
        ),
        (
            "G{\\\"o}del, Kurt and \\v{S}v\\'ejk, J.",
            json!([
                {"family": "Gödel", "given": "Kurt"}, {"family": "Švéjk", "given": "J."},
            ]),
        ),
        ("Penulis,~A.", json!([{"family": "Penulis", "given": "A."}])),
    ] {
        check_field(&format!("@book{{a, author={{{name}}}}}"), "author", &expect);
    }
    assert_eq!(entry("@book{a, author={}}").get("author"), None);
}

#[test]
fn dates_of_all_forms() {
    for (fields, expect) in [
        ("date={2018-12-29}", json!({"date-parts": [[2018, 12, 29]]})),
        ("date={2018-12}", json!({"date-parts": [[2018, 12]]})),
        ("date={1990/1995}", json!({"date-parts": [[1990], [1995]]})),
        ("date={2018~}", json!({"literal": "ca. 2018"})),
        ("date={2018-13}", json!({"literal": "2018-13"})),
        ("year={in press}", json!({"literal": "in press"})),
        (
            "year=2018, month={12}, day={29}",
            json!({"date-parts": [[2018, 12, 29]]}),
        ),
        (
            "year=2018, month={Desember}",
            json!({"date-parts": [[2018, 12]]}),
        ),
        ("year=2018, month={0}", json!({"date-parts": [[2018]]})),
        (
            "year=2018, month=mar # \"~5\"",
            json!({"date-parts": [[2018, 3, 5]]}),
        ),
        ("pubstate={inpress}", json!({"literal": "in press"})),
    ] {
        check_field(&format!("@book{{a, {fields}}}"), "issued", &expect);
    }
    check_field(
        "@online{a, urldate={2018-12-29}}",
        "accessed",
        &json!({"date-parts": [[2018, 12, 29]]}),
    );
}

#[test]
fn tex_in_titles() {
    for (tex, expect) in [
        ("The {DNA} of {\\LaTeX}", "The DNA of LaTeX"),
        (
            "Biologi \\emph{Oryza sativa} baru",
            "Biologi <i>Oryza sativa</i> baru",
        ),
        (
            "Biologi {\\it Oryza {S}ativa} baru",
            "Biologi <i>Oryza Sativa</i> baru",
        ),
        ("\\textbf{a} \\textsc{b}", "<b>a</b> <sc>b</sc>"),
        (
            "H$_2$O, x\\textsuperscript{2}",
            "H<sub>2</sub>O, x<sup>2</sup>",
        ),
        ("``Kutipan'' --- satu -- dua", "“Kutipan” — satu – dua"),
        ("\\enquote{Kutipan}", "“Kutipan”"),
        ("50\\% \\$5 a\\_b \\#1", "50% $5 a_b #1"),
        ("Satu~dua\\ tiga\\,empat", "Satu dua tiga empat"),
        (
            "\\'etude, na\\\"ive, \\c{c}, \\ae, \\o, {\\aa}",
            "étude, naïve, ç, æ, ø, å",
        ),
        ("Elemen <i>x</i>", "Elemen &lt;i>x&lt;/i>"),
        ("dua\n   baris", "dua baris"),
    ] {
        check_field(
            &format!("@book{{a, title={{{tex}}}}}"),
            "title",
            &json!(expect),
        );
    }
}

#[test]
fn abbreviations_are_put_together() {
    let text = "@string{jk = {Jurnal}} @string(x = {y})\n@string{jkp = jk # \" Contoh\"}\n@article{a, journal = jkp # { Baru}}";
    // Round brackets are not read.
    let errors = read_bib(text).expect_err("round brackets");
    assert_eq!(errors.len(), 1);
    let text = text.replace("@string(x = {y})", "");
    check_field(&text, "container-title", &json!("Jurnal Contoh Baru"));
}

#[test]
fn everything_else_is_ignored() {
    let text = "% a comment with @book{ and }\nfree text a@b.id\n@comment{x @book{y}}\n@preamble{\"\\newcommand\"}\n\
                @book{a, title={x}, note={\\broken}, abstract={$5 and \\% }, file={C:\\x}, keywords=unknown}\n@xdata{d, title={y}}";
    check(text, &json!({"id": "a", "type": "book", "title": "x"}));
}

#[test]
fn exports_of_reference_managers() {
    let text = "Automatically generated by a reference manager\n\n@article{Penulis2014,\n\
                abstract = {Isi 50{\\%} $\\backslash$ x},\nauthor = {Penulis, A. B.},\n\
                file = {:C$\\backslash$:/a b.pdf:pdf},\njournal = {Jurnal {\\&} Contoh},\n\
                mendeley-groups = {Satu/Dua},\nmonth = {jan},\nnumber = {1},\npages = {1--9},\n\
                title = {{Judul dalam kurung}},\nyear = {2014}\n}\n\n\
                @Comment{jabref-meta: databaseType:bibtex;}\n";
    check(
        text,
        &json!({
            "id": "Penulis2014", "type": "article-journal", "title": "Judul dalam kurung",
            "author": [{"family": "Penulis", "given": "A. B."}], "issued": {"date-parts": [[2014, 1]]},
            "container-title": "Jurnal & Contoh", "issue": "1", "page": "1-9",
        }),
    );
}

#[test]
fn entries_know_their_bytes_and_equal_keys_are_kept() {
    let text = "é @book{a, title={x}}\n\n@book{ a , title={y}}";
    let entries = read_bib(text).expect("readable");
    let seen: Vec<_> = entries
        .iter()
        .map(|it| {
            (
                text.get(it.span.clone()).expect("bytes"),
                text.get(it.key_span.clone()).expect("bytes"),
                it.reference["title"].as_str().expect("text"),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("@book{a, title={x}}", "a", "x"),
            ("@book{ a , title={y}}", "a", "y")
        ]
    );
}

#[test]
fn errors_stand_at_their_bytes() {
    use BibErrorKind as Kind;
    check_errors(
        "@book{rusak, author={Barker, title={x}\n@book{b, title={y}}",
        &[(
            "@book{rusak, author={Barker, title={x}",
            Kind::UnclosedEntry,
        )],
    );
    check_errors(
        "@book{a, title {x}}",
        &[("", Kind::Expected(BibToken::Equals))],
    );
    check_errors(
        "@book{a, title={x} year={2}}",
        &[("", Kind::Expected(BibToken::Comma))],
    );
    check_errors(
        "@book{a, title={x}}, year={2}}",
        &[("}", Kind::Unexpected(BibToken::ClosingBrace))],
    );
    check_errors(
        "@book{a, title=salah}",
        &[("salah", Kind::UnknownAbbreviation("salah".into()))],
    );
    check_errors("@book{, title={x}}", &[("", Kind::MissingKey)]);
    check_errors(
        "@string{a = a}",
        &[("a", Kind::UnknownAbbreviation("a".into()))],
    );
    check_errors(
        "@string{a = \"x\"} @string{b = a} @string{a = b}",
        &[("b", Kind::RedefinedAbbreviation("a".into()))],
    );
}

#[test]
fn all_errors_are_told_at_once() {
    let text =
        "@book{a, title=satu}\n@book{b, title={x}}\n@book{c, title={y\n@book{d, title=dua}\n";
    let errors = read_bib(text).expect_err("errors");
    let lines: Vec<_> = errors
        .iter()
        .map(|it| {
            text.get(..it.span.start)
                .expect("bytes")
                .matches('\n')
                .count()
                + 1
        })
        .collect();
    assert_eq!(lines, [1, 3, 4]);
    let many = "@book{a, title=satu}\n".repeat(200);
    assert_eq!(read_bib(&many).expect_err("errors").len(), MAX_ERRORS);
}

#[test]
fn hostile_files_are_refused_or_read_in_time() {
    let deep = format!(
        "@book{{a, title={{{}{}}}}}",
        "{".repeat(5000),
        "}".repeat(5000)
    );
    assert_eq!(
        read_bib(&deep).expect_err("deep")[0].kind,
        BibErrorKind::TooDeep
    );
    let wide = format!("@book{{a, title={{{}}}}}", "{a}".repeat(50_000));
    assert_eq!(
        read_bib(&wide).expect_err("wide")[0].kind,
        BibErrorKind::TooLong
    );
    let doubling = (1..60).map(|n| format!("@string{{s{n} = s{} # s{}}}", n - 1, n - 1));
    let doubling = doubling.collect::<Vec<_>>().join("\n");
    let doubling = format!("@string{{s0 = \"x\"}}\n{doubling}@book{{a, title = s59}}");
    assert!(read_bib(&doubling).is_err());
    let loops =
        "@book{a, crossref={b}} @book{b, crossref={a}} @book{c, crossref={c}, xdata={c,a,b}}";
    assert_eq!(read_bib(loops).expect("readable").len(), 3);
    let open = "@book{a, title={\n".repeat(5000);
    assert_eq!(read_bib(&open).expect_err("open").len(), MAX_ERRORS);
    for text in [
        "",
        "@",
        "@book",
        "@book{",
        "@book{a",
        "@book{a,",
        "@book{a}",
        "@book{a,}",
        "@{a}",
        "@book{a, month={0}, year={\\}}",
        "\u{feff}@book{a}",
        "@book{a, title={$}}",
        "@book{a, title={\\'}}",
        "@book{a, title=\"}",
        "@book{a, author={, , ,}}",
        "@book{a, author={= , family=}}",
        "@string{}",
        "@string{a}",
        "@string{a=}",
        "@book{a, title={é\\'é\\\u{301}}}",
    ] {
        let _any = read_bib(text);
    }
}
