//! What errors and values say of themselves.

use kuliah_source::{
    Arg, AssetPath, Date, Edit, FileId, Fix, Language, LinkTarget, Message, Safety, Severity,
    SourceMap, Span, apply_fixes,
};

#[test]
fn paths_links_dates_and_languages_that_are_none_say_why() {
    let path = |text: &str| AssetPath::new(text).err().map(|it| it.to_string());
    let outside = "the path leads out of the project";
    for text in [
        "",
        "/a.png",
        "a/../../b.png",
        "c:a.png",
        "a\\b.png",
        "a//b.png",
        "a\u{7}.png",
    ] {
        assert_eq!(path(text).as_deref(), Some(outside), "{text:?}");
    }
    let reserved = "the path has a name that Windows reads otherwise";
    for text in ["NUL", "a/aux.png", "name.", "name "] {
        assert_eq!(path(text).as_deref(), Some(reserved), "{text:?}");
    }
    assert_eq!(path("./a/b.png"), None);

    let link = |text: &str| LinkTarget::new(text).err().map(|it| it.to_string());
    let scheme = "only http, https and mailto addresses become links";
    let sign = "the address holds a blank, a backslash or a control character";
    for (text, words) in [
        ("javascript:alert(1)", Some(scheme)),
        ("example.org", Some(scheme)),
        ("https://a b", Some(sign)),
        ("https://a\\b", Some(sign)),
        ("https://a\u{feff}", Some(sign)),
        ("https://a\u{0}", Some(sign)),
        ("https://", Some("the address is empty")),
        ("https:///a", Some("the address is empty")),
        ("https:a", Some("the address is empty")),
        ("mailto:", Some("the address is empty")),
        ("MAILTO:ana@example.org", None),
        ("Https://example.org", None),
    ] {
        assert_eq!(link(text).as_deref(), words, "{text:?}");
    }

    let day = Date::try_from("2023-02-29".to_owned());
    assert_eq!(
        day.expect_err("no such day").to_string(),
        "not a day of the calendar, written YYYY-MM-DD"
    );
    let tag = Language::new("bahasa indonesia").expect_err("a blank");
    assert_eq!(tag.to_string(), "not a language tag of BCP 47");
}

#[test]
fn severities_and_arguments_are_shown() {
    assert!(Severity::Info < Severity::Warning && Severity::Warning < Severity::Error);
    assert_eq!(Severity::Warning.to_string(), "warning");
    let list = Arg::List(vec!["a".to_owned(), "b".to_owned()]);
    let phrase = Arg::from(Message::new("a/b"));
    let shown: Vec<_> = [Arg::from("x"), Arg::from(3_i64), list, phrase]
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(shown, ["x", "3", "a, b", "a/b"]);
}

#[test]
fn fixes_outside_of_the_files_are_left_out() {
    let mut sources = SourceMap::new();
    let file = sources.add("a.md", "kata lain");
    let fix = |edits: Vec<(Span, &str)>| {
        let edits = edits.into_iter().map(|(span, text)| Edit {
            span,
            text: text.to_owned(),
        });
        Fix {
            title: Message::new("a"),
            safety: Safety::Safe,
            edits: edits.collect(),
        }
    };
    let fixes = [
        fix(vec![(Span::DETACHED, "x")]),
        fix(vec![(Span::new(file, 5..50), "x")]),
        fix(vec![(Span::new(FileId::new(7), 0..1), "x")]),
        // Twice the same place.
        fix(vec![
            (Span::new(file, 0..4), "x"),
            (Span::new(file, 2..4), "y"),
        ]),
        fix(vec![(Span::new(file, 5..9), "baru")]),
    ];
    let done = apply_fixes(&sources, &fixes, Safety::Safe);
    assert_eq!(done.applied, 1);
    assert_eq!(done.files.get(&file).map(String::as_str), Some("kata baru"));
}
