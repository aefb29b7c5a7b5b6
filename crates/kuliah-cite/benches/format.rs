//! Times of formatting: a course, and a book of 2,000 references and 10,000 citations.

use kuliah_cite::{
    CiteItem, CiteRequest, Form, LocatorKind, Reference, Style, format, style_names,
};
use serde_json::{Value, json};

fn main() {
    divan::main();
}

fn works(count: usize) -> Vec<Reference> {
    let make = |n: usize| -> Value {
        json!({
            "id": format!("k{n}"), "type": "article-journal", "title": format!("Judul {n}"),
            "author": [
                {"family": format!("Nama{}", n % 700), "given": "A. B."},
                {"family": "Lain", "given": "C."}, {"family": "Akhir", "given": "D."},
            ],
            "issued": {"date-parts": [[1950 + n % 70]]}, "container-title": "Jurnal Contoh",
            "volume": "3", "issue": "2", "page": "10-20", "DOI": format!("10.1000/{n}"),
        })
    };
    let values = (0..count).map(make);
    values
        .filter_map(|value| Reference::new(value.as_object()?).ok())
        .collect()
}

fn requests(count: usize, works: usize) -> Vec<CiteRequest> {
    let make = |n: usize| {
        let item = CiteItem::new(format!("k{}", n * 7 % works));
        CiteRequest::new(
            Form::Parenthetical,
            vec![item.at(LocatorKind::Page, format!("{}", n % 40 + 1))],
        )
    };
    (0..count).map(make).collect()
}

/// A course and a tenth of a book in one style, a book in every style.
fn cases() -> Vec<(&'static str, usize, usize)> {
    let book = style_names().map(|name| (name, 2_000, 10_000));
    [("apa", 8, 20), ("apa", 200, 1_000)]
        .into_iter()
        .chain(book)
        .collect()
}

#[divan::bench(args = cases(), sample_count = 3)]
fn formatted(
    bencher: divan::Bencher<'_, '_>,
    (style, references, citations): (&str, usize, usize),
) {
    let works = works(references);
    let requests = requests(citations, references);
    let style = Style::by_name(style);
    bencher.bench(|| {
        style
            .as_ref()
            .map(|style| format(&works, &requests, style, "id"))
    });
}
