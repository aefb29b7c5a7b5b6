//! Styles from files that ask for what no shipped style does, and what errors say.

use serde_json::{Value, json};

use super::{book, plain, references, several};
use crate::{
    BibErrorKind, BibToken, CiteError, CiteItem, CiteRequest, Form, LocatorKind, Reference,
    ReferenceError, Style, StyleError, format, read_bib, write_bib,
};

/// A style of author and year, with attributes of its citations and keys to sort the list by.
fn style(citation: &str, keys: &str) -> Style {
    let text = format!(
        r#"<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00Z</updated></info>
  <macro name="who"><names variable="author"><name form="short" and="text"/></names></macro>
  <macro name="when"><date variable="issued"><date-part name="year"/></date></macro>
  <citation et-al-min="3" et-al-use-first="1" {citation}>
    <layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=" "><text macro="who"/><text macro="when"/><text variable="locator"/></group>
    </layout>
  </citation>
  <bibliography>
    <sort>{keys}</sort>
    <layout suffix="."><group delimiter=", "><text macro="who"/><text variable="title"/><text macro="when"/></group></layout>
  </bibliography>
</style>"#
    );
    Style::from_csl(&text).unwrap_or_else(|why| panic!("{why}"))
}

fn by(key: &str, authors: &[(&str, &str)], year: i32, title: &str) -> Value {
    let mut book = book(key, "", year, title);
    let names = authors
        .iter()
        .map(|(family, given)| json!({"family": family, "given": given}));
    book["author"] = names.collect();
    book
}

/// The citations and the entries, in a style.
fn shown(values: &Value, requests: &[CiteRequest], style: &Style) -> (Vec<String>, Vec<String>) {
    let formatted = format(&references(values), requests, style, "en").expect("formatted");
    let citations = formatted.citations.iter().map(|it| plain(&it.text));
    let entries = formatted.entries.iter().map(|it| plain(&it.runs));
    (citations.collect(), entries.collect())
}

#[test]
fn works_of_the_same_authors_are_joined_as_the_style_asks() {
    let values = json!([
        by("a", &[("Budi", "Ana")], 2001, "Satu"),
        by("b", &[("Budi", "Ana")], 2001, "Dua"),
        by("c", &[("Budi", "Ana")], 2005, "Tiga"),
        by("d", &[("Citra", "Edo")], 2001, "Empat"),
    ]);
    let letters = r#"disambiguate-add-year-suffix="true""#;
    for (attributes, expected) in [
        (
            format!("{letters} collapse=\"year\""),
            "(Budi 2001b, 2001a, 2005; Citra 2001)",
        ),
        (
            format!("{letters} collapse=\"year-suffix\""),
            "(Budi 2001b; a, 2005; Citra 2001)",
        ),
        (
            format!("{letters} collapse=\"year-suffix\" year-suffix-delimiter=\"+\""),
            "(Budi 2001b+a, 2005; Citra 2001)",
        ),
        (
            letters.to_owned(),
            "(Budi 2001b; Budi 2001a; Budi 2005; Citra 2001)",
        ),
    ] {
        let own = style(&attributes, r#"<key variable="title"/>"#);
        let (citations, _) = shown(&values, &[several(&["a", "b", "c", "d"])], &own);
        assert_eq!(citations, [expected], "{attributes}");
    }
}

#[test]
fn names_are_told_apart_as_the_style_asks() {
    let values = json!([
        by("a", &[("Budi", "Ana")], 2001, "Satu"),
        by("b", &[("Budi", "Adi")], 2001, "Dua"),
        by(
            "c",
            &[("Budi", "Cici"), ("Dewi", "E."), ("Fajar", "G.")],
            2002,
            "Tiga"
        ),
        by(
            "d",
            &[("Budi", "Cici"), ("Hadi", "I."), ("Joko", "K.")],
            2002,
            "Empat"
        ),
        by(
            "e",
            &[("Lina", "Maya"), ("Nina", "O."), ("Putri", "Q.")],
            2003,
            "Lima"
        ),
    ]);
    let each = ["a", "b", "c", "d", "e"].map(|key| several(&[key]));
    let of = |attributes: &str| {
        shown(
            &values,
            &each,
            &style(attributes, r#"<key variable="title"/>"#),
        )
        .0
    };
    let names = r#"disambiguate-add-names="true""#;
    let last = "(Lina et al. 2003)";
    let more = [
        "(Budi, Dewi, and Fajar 2002)",
        "(Budi, Hadi, and Joko 2002)",
        last,
    ];
    let whole = [
        "(Cici Budi, Dewi, and Fajar 2002)",
        "(Cici Budi, Hadi, and Joko 2002)",
        last,
    ];
    let short = [
        "(C. Budi, Dewi, and Fajar 2002)",
        "(C. Budi, Hadi, and Joko 2002)",
        last,
    ];
    let (ana, adi) = ("(Ana Budi 2001)", "(Adi Budi 2001)");
    let both = |first: [&'static str; 2], rest: [&'static str; 3]| [&first[..], &rest[..]].concat();
    assert_eq!(of(names), both(["(Budi 2001)"; 2], more));
    // Where a rule speaks of initials, it leaves two of the same initials alike.
    for (rule, long, initials) in [
        (
            "all-names",
            both([ana, adi], whole),
            both([ana, adi], short),
        ),
        (
            "primary-name",
            both([ana, adi], whole),
            both([ana, adi], short),
        ),
        (
            "all-names-with-initials",
            both([ana, adi], whole),
            both(["(A. Budi 2001)"; 2], short),
        ),
        (
            "primary-name-with-initials",
            both([ana, adi], whole),
            both(["(A. Budi 2001)"; 2], short),
        ),
        ("by-cite", both([ana, adi], more), both([ana, adi], more)),
    ] {
        let given = format!(
            "{names} disambiguate-add-givenname=\"true\" givenname-disambiguation-rule=\"{rule}\""
        );
        assert_eq!(of(&given), long, "{rule}");
        assert_eq!(
            of(&format!("{given} initialize-with=\". \"")),
            initials,
            "{rule} with initials"
        );
    }
}

#[test]
fn lists_are_sorted_by_any_field() {
    let mut values = json!([
        by("a", &[("Zulu", "A.")], 2003, "The Beta"),
        by("b", &[("Alfa", "B.")], 2001, "Alpha"),
        by("c", &[("Mike", "C.")], 2002, "Gamma"),
    ]);
    values[0]["volume"] = json!("10");
    values[1]["volume"] = json!("9");
    values[2]["author"] = json!([{"literal": "Mike"}]);
    values[0]["page"] = json!("5-7");
    values[2]["accessed"] = json!({"date-parts": [[2020, 1, 2]]});
    values[1]["accessed"] = json!({"date-parts": [[2020, 1, 1]]});
    for (key, expected) in [
        (r#"<key variable="title"/>"#, "AZM"),
        (r#"<key variable="author"/>"#, "AMZ"),
        (r#"<key variable="issued" sort="descending"/>"#, "ZMA"),
        (r#"<key variable="accessed"/>"#, "AMZ"),
        (r#"<key variable="volume"/>"#, "AZM"),
        (r#"<key variable="page"/>"#, "ZMA"),
        (r#"<key variable="citation-number"/>"#, "MZA"),
        (
            r#"<key variable="citation-number" sort="descending"/>"#,
            "AZM",
        ),
        (r#"<key macro="who"/><key variable="issued"/>"#, "AMZ"),
    ] {
        let (_, entries) = shown(&values, &[several(&["c", "a", "b"])], &style("", key));
        let first: Vec<_> = entries.iter().filter_map(|it| it.get(..1)).collect();
        assert_eq!(first.concat(), expected, "{key}");
    }
}

#[test]
fn every_kind_of_work_comes_back_from_bib() {
    let kinds = [
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "book",
        "pamphlet",
        "chapter",
        "paper-conference",
        "entry",
        "thesis",
        "report",
        "webpage",
        "periodical",
        "manuscript",
        "patent",
        "software",
        "dataset",
        "legislation",
        "legal_case",
        "standard",
        "personal_communication",
        "motion_picture",
        "song",
        "graphic",
        "performance",
        "review",
        "speech",
    ];
    for kind in kinds {
        let mut value = book("a", "Budi", 2001, "Judul");
        value["type"] = json!(kind);
        value["accessed"] = json!({"date-parts": [[2020, 1, 2]]});
        value["issued"] = json!({"literal": "awal abad ini"});
        let fields = value.as_object().expect("an object").clone();
        let written = write_bib(&[fields]);
        let entries = read_bib(&written).unwrap_or_else(|why| panic!("{kind}: {why:?}: {written}"));
        let [entry] = entries.as_slice() else {
            panic!("{kind}: {written}");
        };
        assert_eq!(entry.reference["title"], "Judul", "{written}");
    }
}

#[test]
fn errors_of_bib_files_say_what_is_wrong() {
    let bib = [
        (
            BibErrorKind::UnclosedEntry,
            "the braces of this entry are not closed",
        ),
        (BibErrorKind::UnexpectedEnd, "the entry ends too early"),
        (
            BibErrorKind::Expected(BibToken::Equals),
            "`=` must stand here",
        ),
        (
            BibErrorKind::Unexpected(BibToken::Comma),
            "`,` must not stand here",
        ),
        (
            BibErrorKind::Expected(BibToken::Identifier),
            "a name must stand here",
        ),
        (
            BibErrorKind::Expected(BibToken::OpeningBrace),
            "`{` must stand here",
        ),
        (
            BibErrorKind::Expected(BibToken::ClosingBrace),
            "`}` must stand here",
        ),
        (
            BibErrorKind::Expected(BibToken::QuotationMark),
            "`\"` must stand here",
        ),
        (
            BibErrorKind::Expected(BibToken::DecimalPoint),
            "`.` must stand here",
        ),
        (
            BibErrorKind::UnknownAbbreviation("x".to_owned()),
            "no `@string` before this defines `x`",
        ),
        (
            BibErrorKind::RedefinedAbbreviation("x".to_owned()),
            "an `@string` before this gives `x` another value",
        ),
        (
            BibErrorKind::MalformedCommand,
            "the TeX command is cut short",
        ),
        (BibErrorKind::TooDeep, "braces stand more than 50 deep"),
        (BibErrorKind::TooLong, "the value is too long"),
        (BibErrorKind::MissingKey, "the entry has no key"),
    ];
    for (kind, words) in bib {
        assert_eq!(kind.to_string(), words);
    }
}

#[test]
fn errors_of_references_say_what_is_wrong() {
    let of = |value: &Value| match Reference::new(value.as_object().expect("an object")) {
        Err(why) => why.to_string(),
        Ok(_) => String::new(),
    };
    assert_eq!(of(&json!({"type": "book"})), "the reference has no `id`");
    assert_eq!(
        of(&json!({"id": "a", "type": "buku"})),
        "`buku` is no type of reference"
    );
    assert_eq!(
        of(&json!({"id": "a", "type": "book", "judul": "x"})),
        "a reference has no `judul`"
    );
    let shape = ReferenceError::WrongShape {
        key: "issued".to_owned(),
    };
    assert_eq!(
        shape.to_string(),
        "the value of `issued` has the wrong shape"
    );

    let values = references(&json!([
        book("a", "Budi", 2001, "Satu"),
        book("a", "Citra", 2001, "Dua")
    ]));
    let apa = super::named("apa");
    let why =
        |values: &[Reference], requests: &[CiteRequest]| match format(values, requests, &apa, "en")
        {
            Err(why) => why.to_string(),
            Ok(_) => String::new(),
        };
    assert_eq!(why(&values, &[]), "two references have the key `a`");
    assert_eq!(
        why(&values[..1], &[several(&["b"])]),
        "no reference has the key `b`"
    );
    assert_eq!(
        why(&values[..1], &[several(&[])]),
        "a citation names no reference"
    );
    let broken = CiteError::BrokenStyle {
        name: "apa",
        detail: "x".to_owned(),
    };
    assert_eq!(
        broken.to_string(),
        "the citation style `apa` cannot be read: x"
    );
}

#[test]
fn styles_that_cannot_be_used_say_why() {
    let root = |inside: &str| {
        format!(
            r#"<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>O</title><id>o</id><updated>2026-01-01T00:00:00Z</updated></info>{inside}</style>"#
        )
    };
    let calls =
        |name: &str| format!("<citation><layout><text macro=\"{name}\"/></layout></citation>");
    let cases = [
        (" ".repeat(crate::MAX_STYLE_BYTES + 1), "it is larger than"),
        ("<style".to_owned(), "it is no XML: "),
        (
            format!("{}{}", "<a>".repeat(2_000), "</a>".repeat(2_000)),
            "its elements are nested too deeply",
        ),
        (
            "<locale></locale>".to_owned(),
            "it is no CSL style: its outermost element is `locale`, not `style`",
        ),
        (root(""), "its part `citation` is missing"),
        (
            root(&calls("gone")),
            "it calls a macro `gone` that it does not have",
        ),
        (
            root(&format!(
                "<macro name=\"m\"><text macro=\"m\"/></macro>{}",
                calls("m")
            )),
            "its macro `m` calls itself",
        ),
    ];
    for (text, words) in cases {
        let why = Style::from_csl(&text).expect_err(words);
        assert!(why.to_string().starts_with(words), "{why}, not {words}");
        assert!(why.span().end <= text.len(), "{why}: {:?}", why.span());
        assert!(
            matches!(why, StyleError::Broken { .. } | StyleError::TooDeep { .. })
                || why.span() == (0..0)
        );
    }
}

#[test]
fn locators_of_every_kind_are_printed_in_every_style() {
    use LocatorKind as Kind;
    let kinds = [
        Kind::Page,
        Kind::Chapter,
        Kind::Section,
        Kind::Paragraph,
        Kind::Verse,
        Kind::Volume,
        Kind::Figure,
        Kind::Table,
        Kind::Line,
        Kind::Note,
        Kind::Appendix,
    ];
    let values = references(&json!([book("a", "Budi", 2001, "Satu")]));
    for name in crate::style_names() {
        let style = super::named(name);
        for form in [Form::Parenthetical, Form::Narrative] {
            let requests = kinds.iter().zip(1..).map(|(kind, note)| {
                let mut item = CiteItem::new("a");
                item.locator = Some((*kind, "77".to_owned()));
                CiteRequest::new(form, vec![item]).in_note(note, false)
            });
            let requests: Vec<_> = requests.collect();
            let formatted = format(&values, &requests, &style, "id").expect("formatted");
            for (kind, citation) in kinds.iter().zip(&formatted.citations) {
                let note = citation.note.as_deref().map(plain).unwrap_or_default();
                let text = plain(&citation.text) + &note;
                assert!(text.contains("77"), "{name}: {kind:?}: {text}");
            }
        }
    }
}
