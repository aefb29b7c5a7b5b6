//! Course texts without a fault: no rule may find one in them.
//!
//! They are ours, on many subjects, rich in abbreviations, numbers, names, quotations, code,
//! lists and tables, since a rule that cries wolf is soon switched off.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::path::PathBuf;

use kuliah::{CheckOptions, Input, NoAssets, Severity, Syntax, compile};
use kuliah_tests::finding::words;
use kuliah_tests::{files, root};

/// The fewest words of a text.
const LEAST_WORDS: usize = 600;

/// The texts by path.
fn texts() -> Vec<(PathBuf, String)> {
    let paths = files(&root().join("tests/corpus/clean")).into_iter();
    paths
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("UTF-8");
            (path, text)
        })
        .collect()
}

#[test]
fn nothing_is_found_in_a_clean_text() {
    for (path, text) in texts() {
        let input = Input::new("course.md", text.as_bytes(), Syntax::Markdown);
        let compiled = compile(&input, &NoAssets, &CheckOptions::default());
        let found = compiled.diagnostics.iter();
        let said: Vec<_> = found
            .filter(|it| it.severity >= Severity::Warning)
            .map(|it| words(it, &compiled.sources))
            .collect();
        assert!(said.is_empty(), "{}: {said:#?}", path.display());
        assert!(compiled.course.is_some(), "{}", path.display());
    }
}

#[test]
fn there_are_long_texts_in_both_languages() {
    let texts = texts();
    for (path, text) in &texts {
        let count = text.split_whitespace().count();
        assert!(count >= LEAST_WORDS, "{}: {count} words", path.display());
    }
    let in_language = |lang: &str| {
        let line = format!("\nlang: {lang}");
        texts.iter().filter(|(_, it)| it.contains(&line)).count()
    };
    assert!(in_language("id") >= 4 && in_language("en") >= 4);
}
