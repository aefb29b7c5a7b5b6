//! Formatted text against the published rules of APA 7 and their Indonesian form.

mod apart;
mod citations;
mod entries;
mod guides;
mod list;
mod own_styles;
mod robustness;

use serde_json::{Value, json};

use crate::{CiteItem, CiteRequest, Form, Formatted, Reference, Run, Style, format};

fn references(values: &Value) -> Vec<Reference> {
    let values = values.as_array().expect("list").iter();
    values
        .map(|value| Reference::new(value.as_object().expect("object")).expect("reference"))
        .collect()
}

fn named(name: &str) -> Style {
    Style::by_name(name).expect("a style")
}

/// A book by one author.
fn book(key: &str, family: &str, year: i32, title: &str) -> Value {
    json!({
        "id": key, "type": "book", "title": title, "publisher": "Penerbit",
        "author": [{"family": family, "given": "X. Y."}],
        "issued": {"date-parts": [[year]]},
    })
}

fn one(form: Form, item: CiteItem) -> CiteRequest {
    CiteRequest::new(form, vec![item])
}

fn several(keys: &[&str]) -> CiteRequest {
    CiteRequest::new(
        Form::Parenthetical,
        keys.iter().map(|it| CiteItem::new(*it)).collect(),
    )
}

fn run(values: &Value, requests: &[CiteRequest], language: &str) -> Formatted {
    let style = crate::default_style(language);
    format(&references(values), requests, &style, language).expect("formatted")
}

/// Checks citations of these references in a language and its style.
fn check_citations(values: &Value, language: &str, cases: &[(CiteRequest, &str)]) {
    let requests: Vec<_> = cases.iter().map(|(request, _)| request.clone()).collect();
    let formatted = run(values, &requests, language);
    for ((request, expect), runs) in cases.iter().zip(&formatted.citations) {
        assert_eq!(show(&runs.text), *expect, "{request:?}");
    }
    assert_eq!(formatted.citations.len(), cases.len());
}

/// Checks the reference list.
fn check_list(values: &Value, language: &str, expect: &[&str]) {
    let formatted = run(values, &[], language);
    let seen: Vec<_> = formatted.entries.iter().map(|it| show(&it.runs)).collect();
    assert_eq!(seen, expect);
}

/// The text with italics between underscores.
fn show(runs: &[Run]) -> String {
    runs.iter()
        .map(|run| {
            if run.italic {
                format!("_{}_", run.text)
            } else {
                run.text.clone()
            }
        })
        .collect()
}

fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[test]
fn stock_apa_in_an_indonesian_course_keeps_the_sign() {
    let values = json!([{
        "id": "a", "type": "book", "title": "Judul", "publisher": "Penerbit",
        "author": [{"family": "Compton", "given": "B."}, {"family": "Galaway", "given": "B."}],
        "issued": {"date-parts": [[1989]]},
    }]);
    let requests = [one(Form::Parenthetical, CiteItem::new("a"))];
    let formatted =
        format(&references(&values), &requests, &named("apa"), "id").expect("formatted");
    assert_eq!(
        show(&formatted.citations[0].text),
        "(Compton & Galaway, 1989)"
    );
    let english =
        format(&references(&values), &requests, &named("apa-id"), "en").expect("formatted");
    assert_eq!(
        show(&english.citations[0].text),
        "(Compton and Galaway, 1989)"
    );
}
