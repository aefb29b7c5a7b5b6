//! A course written in any syntax reads back to an equal course.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use kuliah::model::Course;
use kuliah::{Audience, CheckOptions, Input, Severity, Syntax, compile, compile_course, format};
use kuliah_tests::example::handout;
use kuliah_tests::finding::words;
use kuliah_tests::generate::{Arbitrary, Dialect, courses, pictures};
use kuliah_tests::write::{write, write_short};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestRunner};

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    }
}

/// Reads a text that must be a course without errors.
fn read(text: &str, syntax: Syntax) -> Course {
    let compiled = compile(
        &Input::new("course", text.as_bytes(), syntax),
        pictures(),
        &CheckOptions::default(),
    );
    let errors = compiled
        .diagnostics
        .iter()
        .filter(|it| it.severity == Severity::Error);
    let said: Vec<_> = errors.map(|it| words(it, &compiled.sources)).collect();
    match compiled.course {
        Some(course) => course.course().clone(),
        None => panic!("{said:#?}\n{syntax:?}:\n{text}"),
    }
}

/// A course that reads back differently is compared as JSON, which is easier to read.
fn assert_reads_back(course: &Course, text: &str, syntax: Syntax) {
    let read = read(text, syntax);
    if read != *course {
        let json = |it: &Course| format!("{:?}", Arbitrary(it.clone()));
        let (found, expected) = (json(&read), json(course));
        let differs = |(a, b): &(&str, &str)| a != b;
        let first = found.lines().zip(expected.lines()).find(differs);
        panic!("read, expected: {first:#?}\n{syntax:?}:\n{text}");
    }
}

/// The names of the blocks in a value, such as `quote`.
fn kinds(value: &serde_json::Value, out: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|it| kinds(it, out)),
        serde_json::Value::Object(map) => {
            out.extend(map.keys().filter(|_| map.len() == 1).cloned());
            map.values().for_each(|it| kinds(it, out));
        }
        _ => {}
    }
}

#[test]
fn every_kind_of_block_is_made() {
    for dialect in [Dialect::Data, Dialect::Markdown] {
        let mut runner = TestRunner::new(config());
        let mut made = BTreeSet::new();
        for _ in 0..64 {
            let course = courses(dialect).new_tree(&mut runner).expect("a course");
            let value = serde_json::to_value(course.current().0).expect("plain data");
            kinds(&value, &mut made);
        }
        for kind in [
            "prose",
            "quote",
            "list",
            "table",
            "figure",
            "note",
            "exercise",
            "section",
            "code",
            "definitions",
        ] {
            assert!(
                made.contains(kind),
                "{dialect:?}: {kind} is not in {made:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn data_reads_back(Arbitrary(course) in courses(Dialect::Data)) {
        for syntax in [Syntax::Yaml, Syntax::Json, Syntax::Toml] {
            assert_reads_back(&course, &write(&course, syntax), syntax);
        }
        assert_reads_back(&course, &write_short(&course), Syntax::Yaml);
    }

    #[test]
    fn markdown_reads_back(Arbitrary(course) in courses(Dialect::Markdown)) {
        assert_reads_back(&course, &write(&course, Syntax::Markdown), Syntax::Markdown);
    }

    #[test]
    fn json_exports_read_back(Arbitrary(course) in courses(Dialect::Data)) {
        let checked = compile_course(&course, pictures(), &CheckOptions::default()).course.expect("no errors");
        prop_assert_eq!(checked.course(), &course);
        let json = format("json").expect("compiled in");
        let copy = checked.for_audience(Audience::Lecturer);
        let exported = handout(&checked, Audience::Lecturer).export(json, pictures());
        let text = String::from_utf8(exported.expect("a file").bytes).expect("UTF-8");
        assert_reads_back(copy.course(), &text, Syntax::Json);

        let mut value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        value.as_object_mut().expect("an object").remove("$schema");
        let plain: Course = serde_json::from_value(value).expect("a course");
        prop_assert_eq!(&plain, copy.course());
    }
}
