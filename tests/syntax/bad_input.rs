//! Files that are no course, or hardly one: each has an outcome, a rule and a place.

use kuliah::{CheckOptions, Input, NoAssets, Syntax, compile};
use kuliah_tests::example::examples;
use kuliah_tests::finding::places;

/// What is found in some bytes.
fn found(bytes: &[u8], syntax: Syntax) -> Vec<String> {
    let compiled = compile(
        &Input::new("course", bytes, syntax),
        &NoAssets,
        &CheckOptions::default(),
    );
    assert_eq!(compiled.course.is_none(), !compiled.diagnostics.is_empty());
    places(&compiled.diagnostics, &compiled.sources)
}

#[track_caller]
fn check(text: &str, syntax: Syntax, expected: &[&str]) {
    assert_eq!(
        found(text.as_bytes(), syntax),
        expected,
        "{syntax:?}: {text:.200}"
    );
}

/// The same short course in every syntax.
const COURSES: [(Syntax, &str); 4] = [
    (
        Syntax::Markdown,
        "---\nformat: 1\ntitle: Peran\n---\n# Materi\n\nTeks.\n",
    ),
    (
        Syntax::Yaml,
        "format: 1\ntitle: Peran\nsections:\n  - {title: Materi, content: Teks.}\n",
    ),
    (
        Syntax::Json,
        "{\n\"format\": 1,\n\"title\": \"Peran\",\n\"sections\": [{ \"title\": \"Materi\", \"content\": \"Teks.\" }]\n}\n",
    ),
    (
        Syntax::Toml,
        "format = 1\ntitle = \"Peran\"\n[[sections]]\ntitle = \"Materi\"\ncontent = \"Teks.\"\n",
    ),
];

#[test]
fn bytes_that_are_no_text() {
    for (syntax, text) in COURSES {
        let latin = [text.replace("Peran", "Per").as_bytes(), b"\xe9"].concat();
        let lines = text.lines().count() + 1;
        assert_eq!(
            found(&latin, syntax),
            [format!("{lines}:1 syntax/not-utf8")]
        );
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [b"\xff\xfe", wide.as_slice()].concat();
        assert_eq!(found(&marked, syntax), ["1:1 syntax/not-utf8"]);
        let nul = text.replace("Peran", "Per\0an");
        let line = text
            .lines()
            .position(|it| it.contains("Peran"))
            .expect("there");
        let rules = found(nul.as_bytes(), syntax);
        assert_eq!(rules.len(), 1, "{rules:?}");
        assert!(rules[0].starts_with(&format!("{}:", line + 1)), "{rules:?}");
        assert!(
            rules[0].ends_with("syntax/forbidden-character"),
            "{rules:?}"
        );
    }
}

#[test]
fn nothing_at_all() {
    for syntax in Syntax::ALL {
        for text in ["", "\u{feff}"] {
            check(text, syntax, &["1:1 syntax/parse"]);
        }
    }
    check("   \n\n", Syntax::Json, &["3:1 syntax/parse"]);
}

#[test]
fn line_ends_and_marks_at_the_start_change_nothing() {
    for (syntax, text) in COURSES {
        let course = |text: &str| {
            let compiled = compile(
                &Input::new("course", text.as_bytes(), syntax),
                &NoAssets,
                &CheckOptions::default(),
            );
            let said = places(&compiled.diagnostics, &compiled.sources);
            assert!(compiled.course.is_some(), "{syntax:?}: {said:?}");
            compiled.course
        };
        let plain = course(text);
        assert_eq!(course(&text.replace('\n', "\r\n")), plain, "{syntax:?}");
        assert_eq!(course(&format!("\u{feff}{text}")), plain, "{syntax:?}");
        assert_eq!(course(text.trim_end()), plain, "{syntax:?}");
    }
}

#[test]
fn a_bare_carriage_return_ends_a_line_or_is_refused() {
    for (syntax, text) in COURSES {
        let compiled = compile(
            &Input::new("course", text.replace('\n', "\r").as_bytes(), syntax),
            &NoAssets,
            &CheckOptions::default(),
        );
        match syntax {
            // Standard of the syntax: a carriage return alone is no line end.
            Syntax::Toml => assert!(compiled.course.is_none(), "{syntax:?}"),
            _ => assert!(
                compiled.course.is_some(),
                "{syntax:?}: {:?}",
                compiled.diagnostics
            ),
        }
    }
}

#[test]
fn examples_with_other_line_ends_are_the_same_courses() {
    for example in examples() {
        let text = String::from_utf8(example.bytes.clone()).expect("UTF-8");
        let course = example.course();
        for other in [
            text.replace('\n', "\r\n"),
            format!("\u{feff}{text}"),
            format!("\u{feff}{}", text.trim_end().replace('\n', "\r\n")),
        ] {
            let compiled = example.compile_as(other.as_bytes());
            assert_eq!(compiled.diagnostics, [], "{}", example.name);
            assert_eq!(compiled.course.as_ref(), Some(&course), "{}", example.name);
        }
    }
}

#[test]
fn places_do_not_depend_on_line_ends() {
    for example in examples() {
        let text = String::from_utf8(example.bytes.clone()).expect("UTF-8");
        // A citation of nobody on the last line, or else an unknown key.
        let broken = match example.syntax {
            Syntax::Markdown => format!("{text}\nMenurut “@tiada2000”, [begitu](#tiada).\n"),
            _ => format!("{text}asing: x\n"),
        };
        let found = |text: &str| {
            let compiled = example.compile_as(text.as_bytes());
            places(&compiled.diagnostics, &compiled.sources)
        };
        let plain = found(&broken);
        assert!(!plain.is_empty());
        assert_eq!(
            found(&broken.replace('\n', "\r\n")),
            plain,
            "{}",
            example.name
        );
        assert_eq!(
            found(&format!("\u{feff}{broken}")),
            plain,
            "{}",
            example.name
        );
    }
}

#[test]
fn yaml_that_means_more_than_it_shows() {
    let bomb = "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n";
    let rules = found(bomb.as_bytes(), Syntax::Yaml);
    assert_eq!(rules.len(), 11, "{rules:?}");
    assert!(
        rules.iter().all(|it| it.ends_with("syntax/anchor-or-tag")),
        "{rules:?}"
    );
    check(
        "a: &x {b: *x}\n",
        Syntax::Yaml,
        &["1:4 syntax/anchor-or-tag", "1:11 syntax/anchor-or-tag"],
    );
    check(
        "format: 1\n---\nformat: 1\n",
        Syntax::Yaml,
        &["2:1 syntax/parse"],
    );
    check(
        "%TAG ! x\n---\na: 1\n",
        Syntax::Yaml,
        &["1:1 syntax/anchor-or-tag"],
    );
    check("? [a]\n: b\n", Syntax::Yaml, &["1:3 syntax/key-not-text"]);
    check("title: \"x\n", Syntax::Yaml, &["1:8 syntax/parse"]);
    check("a:\n\t- b\n", Syntax::Yaml, &["2:2 syntax/parse"]);
}

#[test]
fn keys_that_stand_twice() {
    check("a: 1\na: 2\n", Syntax::Yaml, &["2:1 syntax/duplicate-key"]);
    check(
        "{\"a\": 1,\n \"\\u0061\": 2}",
        Syntax::Json,
        &["2:2 syntax/duplicate-key"],
    );
    check(
        "a = 1\na = 2\n",
        Syntax::Toml,
        &["2:1 syntax/duplicate-key"],
    );
    check(
        "---\na: 1\na: 2\n---\n",
        Syntax::Markdown,
        &["3:1 syntax/duplicate-key"],
    );
}

#[test]
fn json_that_is_nearly_json() {
    check("{\"format\": 1,}", Syntax::Json, &["1:14 syntax/parse"]);
    check(
        "{\"format\": 1 // one\n}",
        Syntax::Json,
        &["1:14 syntax/parse"],
    );
    check("{format: 1}", Syntax::Json, &["1:2 syntax/parse"]);
    check("{\"a\": 01}", Syntax::Json, &["1:8 syntax/parse"]);
    check("{\"a\": \"\\ud800\"}", Syntax::Json, &["1:7 syntax/parse"]);
    check("{\"a\": NaN}", Syntax::Json, &["1:7 syntax/parse"]);
    check("{\"a\": 1} {}", Syntax::Json, &["1:10 syntax/parse"]);
    check("{\"a\": \"x", Syntax::Json, &["1:8 syntax/parse"]);
}

#[test]
fn toml_that_is_nearly_toml() {
    check("a = \n", Syntax::Toml, &["1:5 syntax/parse"]);
    check("a: 1\n", Syntax::Toml, &["1:4 syntax/parse"]);
    check("[a]\n[a]\n", Syntax::Toml, &["2:2 syntax/duplicate-key"]);
    check("a = 'x\n", Syntax::Toml, &["1:7 syntax/parse"]);
}

#[test]
fn front_matter_that_is_none() {
    check("---\ntitle: x\n", Syntax::Markdown, &["1:1 syntax/parse"]);
    check(
        "---\n- a\n---\nx\n",
        Syntax::Markdown,
        &["2:1 schema/wrong-type"],
    );
    check(
        "---\ntitle: [x\n---\nx\n",
        Syntax::Markdown,
        &["2:8 syntax/parse"],
    );
}

/// What is found when a text is repeated very often, with a text behind it.
fn deep(before: &str, part: &str, behind: &str) -> String {
    format!("{before}{}{behind}", part.repeat(20_000))
}

#[test]
fn nesting_has_an_end() {
    for (syntax, text) in [
        (Syntax::Yaml, deep("", "[", "")),
        (Syntax::Yaml, deep("", "- ", "x\n")),
        (Syntax::Yaml, deep("", "{a: ", "")),
        (Syntax::Json, deep("", "[", "")),
        (Syntax::Json, deep("", "{\"a\":", "")),
        (Syntax::Toml, deep("a = ", "[", "")),
        (Syntax::Toml, deep("a = ", "{a=", "")),
        (Syntax::Toml, deep("[a", ".a", "]\nb = 1\n")),
        (Syntax::Markdown, deep("", ">", "a\n")),
        (Syntax::Markdown, deep("", "> ", "a\n")),
        (Syntax::Markdown, deep("", "- ", "a\n")),
        (Syntax::Markdown, deep("", "1. ", "a\n")),
        (Syntax::Markdown, deep("---\na: ", "[", "\n---\n")),
    ] {
        let rules = found(text.as_bytes(), syntax);
        let allowed = ["syntax/limit-exceeded", "syntax/parse"];
        let last = rules.last().expect("a finding");
        assert!(
            allowed.iter().any(|it| last.ends_with(it)),
            "{syntax:?} {text:.20}: {rules:?}"
        );
    }
}

#[test]
fn marks_without_end_are_read_in_time() {
    let front = "---\nformat: 1\ntitle: x\n---\n";
    for part in [
        "*a", "[", "`", "](", "^[", "![", "[@a", "{", "<", "&", "\\", "|", "#", "$a", "[^1]", ": ",
        "<!--",
    ] {
        let text = format!("{front}{}\n", part.repeat(20_000));
        let compiled = compile(
            &Input::new("a.md", text.as_bytes(), Syntax::Markdown),
            &NoAssets,
            &CheckOptions::default(),
        );
        for finding in &compiled.diagnostics {
            assert!(!finding.span().is_detached(), "{part}: {finding:?}");
        }
    }
}

#[test]
fn the_size_is_limited() {
    let big = format!("a: {}\n", "x".repeat(8 * 1024 * 1024));
    check(&big, Syntax::Yaml, &["1:1 syntax/limit-exceeded"]);
    let many = format!("a: [{}]\n", "1,".repeat(250_001));
    let rules = found(many.as_bytes(), Syntax::Yaml);
    assert!(rules[0].ends_with("syntax/limit-exceeded"), "{rules:?}");
}
