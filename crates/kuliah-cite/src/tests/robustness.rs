//! Odd references and requests: text or an error, never a panic, and always the same.

use std::thread;

use serde_json::{Map, Value, json};

use super::*;
use crate::{CiteError, LocatorKind};

/// Words that formatters stumble over.
const ODD: [&str; 24] = [
    "",
    " ",
    "a",
    "A. ",
    ".",
    "...",
    "?!",
    "“",
    "”’",
    "'\"'",
    "<i>",
    "<i></i>",
    "</b><i>x</b>",
    "&lt;i&gt;&amp;",
    "é\u{301}\u{301}",
    "\u{202e}abc\u{200f}",
    "\u{0}\u{1}\u{10}\u{11}\u{12}\u{7f}\u{85}",
    "אבג",
    "日本語",
    "🙂👩‍👩‍👧",
    "-1",
    "1--2--3, &, 4–",
    "99999999999999999999",
    "IX",
];

fn odd_reference(key: usize, kind: &str, word: &str, date: &Value) -> Reference {
    let name = json!([
        {"family": word, "given": word, "suffix": word, "non-dropping-particle": word},
        {"family": word, "given": "A"}, {"family": "A", "given": word}, {"literal": word}, {"given": word},
    ]);
    let mut fields = Map::new();
    for field in [
        "title",
        "container-title",
        "collection-title",
        "publisher",
        "publisher-place",
        "edition",
        "volume",
        "issue",
        "number",
        "page",
        "genre",
        "event-title",
        "language",
        "DOI",
        "ISBN",
        "ISSN",
        "URL",
    ] {
        fields.insert(field.into(), json!(word));
    }
    for field in ["author", "editor", "translator"] {
        fields.insert(field.into(), name.clone());
    }
    for field in ["issued", "accessed"] {
        fields.insert(field.into(), date.clone());
    }
    fields.insert("id".into(), json!(format!("k{key}")));
    fields.insert("type".into(), json!(kind));
    Reference::new(&fields).expect("a reference")
}

fn all_forms(references: &[Reference], place: &str) -> Vec<CiteRequest> {
    let kinds = [
        LocatorKind::Page,
        LocatorKind::Chapter,
        LocatorKind::Section,
        LocatorKind::Article,
        LocatorKind::Paragraph,
        LocatorKind::Verse,
    ];
    let mut requests = Vec::new();
    for (number, reference) in references.iter().enumerate() {
        for form in [Form::Parenthetical, Form::Narrative, Form::Year] {
            let item = CiteItem::new(reference.key())
                .at(kinds[number % kinds.len()], place)
                .with_prefix(place)
                .with_suffix(place);
            requests.push(CiteRequest::new(
                form,
                vec![CiteItem::new(reference.key()), item],
            ));
        }
    }
    requests
}

#[test]
fn odd_words_in_every_field_of_every_type() {
    let dates = [
        json!({}),
        json!({"literal": "?"}),
        json!({"date-parts": [[0]]}),
        json!({"date-parts": [[-32768, 12, 31]]}),
        json!({"date-parts": [[32767, 13, 99]]}),
        json!({"date-parts": [[5, 2, 30], [6]]}),
        json!({"date-parts": [[1], [2], [3]]}),
        json!({"raw": "2018-02-30/.."}),
    ];
    let types = [
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    ];
    let mut references = Vec::new();
    for (number, kind) in types.iter().enumerate() {
        for offset in 0..3 {
            let key = number * 3 + offset;
            let word = ODD[(key * 7 + offset) % ODD.len()];
            references.push(odd_reference(key, kind, word, &dates[key % dates.len()]));
        }
    }
    for (style, language, place) in [
        (&named("apa"), "en", ""),
        (&named("apa-id"), "id", "\u{0}<i>&"),
        (&named("apa"), "x-@\u{0}", "1-2-3, ix & 4"),
    ] {
        let requests = all_forms(&references, place);
        let formatted = format(&references, &requests, style, language).expect("formatted");
        assert_eq!(formatted.citations.len(), requests.len());
        let entries = formatted.entries.iter().map(|it| &it.runs);
        for runs in formatted.citations.iter().map(|it| &it.text).chain(entries) {
            assert!(!runs.is_empty());
            assert!(runs.iter().all(|run| !run.text.is_empty()));
            assert!(!plain(runs).chars().any(char::is_control), "{runs:?}");
        }
    }
}

#[test]
fn every_word_alone() {
    for word in ODD {
        let reference = odd_reference(0, "book", word, &json!({"date-parts": [[2000]]}));
        let references = [reference];
        let requests = all_forms(&references, word);
        let formatted = format(&references, &requests, &named("apa-id"), "id").expect("formatted");
        assert_eq!(formatted.entries.len(), 1, "{word:?}");
    }
}

#[test]
fn bare_and_huge_references() {
    let huge = "kata <i>miring</i> ".repeat(20_000);
    let many: Vec<_> = (0..2_000)
        .map(|n| json!({"family": format!("N{n}"), "given": "A."}))
        .collect();
    let values = json!([
        {"id": "a", "type": "book"},
        {"id": "b", "type": "book"},
        {"id": "c", "type": "book", "title": huge},
        {"id": "d", "type": "book", "title": "Judul", "author": many},
    ]);
    let references = references(&values);
    let requests = all_forms(&references, "5");
    let formatted = format(&references, &requests, &named("apa"), "en").expect("formatted");
    assert_eq!(formatted.entries.len(), 4);
}

#[test]
fn unknown_double_and_absent_keys_are_errors() {
    let one_work = references(&json!([book("a", "Barker", 1978, "Judul")]));
    let ask = |references: &[Reference], requests: &[CiteRequest]| {
        format(references, requests, &named("apa"), "en").expect_err("refused")
    };
    let unknown = one(Form::Year, CiteItem::new("b"));
    let known = one(Form::Year, CiteItem::new("a"));
    assert_eq!(
        ask(&one_work, &[known, unknown]),
        CiteError::UnknownKey {
            key: "b".into(),
            request: 1
        }
    );
    let empty = CiteRequest::new(Form::Parenthetical, Vec::new());
    assert_eq!(
        ask(&one_work, &[empty]),
        CiteError::EmptyRequest { request: 0 }
    );
    let twice = [one_work[0].clone(), one_work[0].clone()];
    assert_eq!(
        ask(&twice, &[]),
        CiteError::DuplicateKey { key: "a".into() }
    );
    assert_eq!(
        format(&[], &[], &named("apa"), "en"),
        Ok(Formatted {
            hanging_indent: true,
            ..Formatted::default()
        })
    );
}

#[test]
fn more_equal_works_than_letters() {
    let values: Vec<_> = (0..60)
        .map(|n| {
            book(
                &format!("k{n:02}"),
                "Barker",
                1978,
                &format!("Judul {n:02}"),
            )
        })
        .collect();
    let formatted = run(
        &json!(values),
        &[one(Form::Parenthetical, CiteItem::new("k59"))],
        "id",
    );
    assert_eq!(plain(&formatted.citations[0].text), "(Barker, 1978bh)");
    assert_eq!(
        plain(&formatted.entries[26].runs),
        "Barker, X. Y. (1978aa). Judul 26. Penerbit."
    );
}

#[test]
fn the_order_of_references_and_the_thread_do_not_matter() {
    let mut values: Vec<_> = (0..12)
        .map(|n| {
            book(
                &format!("k{n}"),
                ["Angsa", "Barker", "Zebra"][n % 3],
                1978,
                &format!("Judul {n}"),
            )
        })
        .collect();
    let requests: Vec<_> = (0..12)
        .map(|n| one(Form::Narrative, CiteItem::new(format!("k{n}"))))
        .collect();
    let first = run(&json!(values), &requests, "id");
    values.reverse();
    let works = references(&json!(values));
    thread::scope(|scope| {
        let runs: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| format(&works, &requests, &named("apa-id"), "id")))
            .collect();
        for run in runs {
            assert_eq!(run.join().expect("no panic").as_ref(), Ok(&first));
        }
    });
}

#[test]
fn many_works_and_citations() {
    let values: Vec<_> = (0..400)
        .map(|n| {
            book(
                &format!("k{n}"),
                &format!("Nama{}", n % 150),
                1950 + n % 60,
                &format!("Judul {n}"),
            )
        })
        .collect();
    let works = references(&json!(values));
    let requests: Vec<_> = (0..2_000)
        .map(|n| {
            let item = CiteItem::new(format!("k{}", n * 7 % 400));
            let page = (n % 50 + 1).to_string();
            one(Form::Parenthetical, item.at(LocatorKind::Page, page))
        })
        .collect();
    let made = format(&works, &requests, &named("apa"), "en").expect("made");
    assert_eq!((made.citations.len(), made.entries.len()), (2_000, 400));
    assert!(
        made.citations
            .iter()
            .all(|it| plain(&it.text).contains(", p. "))
    );
}
