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
