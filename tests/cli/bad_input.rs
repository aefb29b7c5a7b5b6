//! Files that are no courses, and courses saved in unusual ways.

use crate::desk::{CLEAN, CLEAN_JSON, CLEAN_TOML, CLEAN_YAML, Desk, markdown};

/// The depth of what is nested far too deeply.
const DEEP: usize = 20_000;

/// Checks one file: it ends with 1, and its first finding is at this place.
#[track_caller]
fn rejects(name: &str, content: impl AsRef<[u8]>, place: &str, rule: &str) {
    let desk = Desk::new();
    desk.put(name, content);
    let run = desk.check(name).ends(1);
    let first = format!("{name}:{place}: error[{rule}");
    assert_eq!(run.findings().first(), Some(&first.as_str()), "{run:#?}");
    assert_eq!(run.stderr, "");
    let built = desk.run(&["build", "--quiet", name]).ends(1);
    assert_eq!(built.stdout, "");
    assert_eq!(desk.listing(), [name], "nothing is written");
}

/// Checks that one file has one finding, and where.
#[track_caller]
fn rejects_once(name: &str, content: impl AsRef<[u8]>, place: &str, rule: &str) {
    let desk = Desk::new();
    desk.put(name, &content);
    assert_eq!(desk.check(name).findings().len(), 1);
    rejects(name, content, place, rule);
}

#[test]
fn bytes_that_are_no_utf8() {
    let mut latin1 = CLEAN.as_bytes().to_vec();
    latin1.extend(b"caf\xe9\n");
    rejects_once("a.md", latin1, "10:4", "syntax/not-utf8");
    let units = CLEAN.encode_utf16();
    let little: Vec<_> = units.clone().flat_map(u16::to_le_bytes).collect();
    let big: Vec<_> = units.flat_map(u16::to_be_bytes).collect();
    rejects_once(
        "a.md",
        [&b"\xff\xfe"[..], &little].concat(),
        "1:1",
        "syntax/not-utf8",
    );
    rejects_once(
        "a.md",
        [&b"\xfe\xff"[..], &big].concat(),
        "1:1",
        "syntax/not-utf8",
    );
}

#[test]
fn control_characters() {
    let rule = "syntax/forbidden-character";
    rejects_once("a.md", markdown("# Material\n\nTe\0xt.\n"), "9:3", rule);
    rejects_once(
        "a.md",
        markdown("# Material\n\n\u{1b}[31mText.\n"),
        "9:1",
        rule,
    );
    let json = CLEAN_JSON.replace("Text.", "Te\\u0000xt.");
    let desk = Desk::with(&[("a.json", &json)]);
    let run = desk.check("a.json").ends(1);
    assert!(run.stdout.contains(rule), "{run:#?}");
}

#[test]
fn keys_that_stand_twice() {
    let rule = "syntax/duplicate-key";
    rejects_once("a.yaml", format!("{CLEAN_YAML}title: Again\n"), "6:1", rule);
    let json = CLEAN_JSON.replace("  \"lang\"", "  \"title\": \"Again\",\n  \"lang\"");
    rejects_once("a.json", json, "4:3", rule);
    let toml = CLEAN_TOML.replace("lang =", "title = \"Again\"\nlang =");
    rejects_once("a.toml", toml, "3:1", rule);
    let front = CLEAN.replace("lang: en", "lang: en\ntitle: Again");
    rejects_once("a.md", front, "5:1", rule);
}

#[test]
fn aliases_that_multiply() {
    let bomb = format!("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n{CLEAN_YAML}");
    rejects("a.yaml", bomb, "1:4", "syntax/anchor-or-tag");
}

#[test]
fn nesting_far_too_deep() {
    let rule = "syntax/limit-exceeded";
    let brackets = format!("{}{}", "[".repeat(DEEP), "]".repeat(DEEP));
    rejects_once(
        "a.yaml",
        format!("{CLEAN_YAML}x: {brackets}\n"),
        "6:132",
        rule,
    );
    rejects_once(
        "a.json",
        format!("{{\"format\": 1, \"x\": {brackets}}}"),
        "1:147",
        rule,
    );
    let quotes = format!("# Material\n\n{} text\n", ">".repeat(DEEP));
    rejects_once("a.md", markdown(&quotes), "9:65", rule);
    let open = format!("{{\"format\": 1, \"x\": {}", "[".repeat(DEEP));
    rejects_once("a.json", open, "1:20019", "syntax/parse");
}

#[test]
fn files_that_end_too_early_or_have_too_much() {
    let rule = "syntax/parse";
    let comma = CLEAN_JSON.replace("\n}\n", ",\n}\n");
    rejects_once("a.json", comma, "6:1", rule);
    let unclosed = CLEAN.replace("---\n\n", "\n");
    rejects_once("a.md", unclosed, "1:1", rule);
    rejects_once(
        "a.md",
        CLEAN.replace("title: Roles", "title: [Roles"),
        "4:1",
        rule,
    );
}

#[test]
fn files_with_nothing_in_them() {
    rejects("a.md", "", "1:1", "syntax/parse");
    rejects("a.yaml", "", "1:1", "syntax/parse");
    rejects("a.json", "", "1:1", "syntax/parse");
    rejects("a.toml", "", "1:1", "syntax/parse");
}

#[test]
fn line_ends_marks_and_missing_newlines_do_not_matter() {
    for (name, text) in [
        ("a.md", CLEAN),
        ("a.yaml", CLEAN_YAML),
        ("a.json", CLEAN_JSON),
        ("a.toml", CLEAN_TOML),
    ] {
        let built = |content: &str| {
            let desk = Desk::with(&[(name, content)]);
            desk.check(name).ends(0).says("");
            desk.run(&["build", "--to", "json", name]).ends(0);
            desk.bytes("a.canonical.json")
        };
        let plain = built(text);
        let marked = format!("\u{feff}{text}");
        for variant in [&text.replace('\n', "\r\n"), &marked, text.trim_end()] {
            assert_eq!(built(variant), plain, "{variant:?}");
        }
    }
}
