//! Whatever passes the check is written in every format, and nothing of it is lost.

use kuliah::document::block_texts;
use kuliah::{Audience, CheckOptions, NoAssets, compile_course, format};
use kuliah_tests::example::handout;
use kuliah_tests::generate::{Arbitrary, Dialect, courses, pictures};
use kuliah_tests::{docx, pdf};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn config() -> ProptestConfig {
    ProptestConfig {
        // Each case writes four files.
        cases: 200,
        max_shrink_iters: 200,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    }
}

/// Texts without blanks; those that are empty but for a label such as `1.` are left out.
///
/// Word counts labels itself, and a title may be a footnote alone.
fn squeezed(texts: Vec<String>) -> Vec<String> {
    let texts = texts.into_iter().map(|it| it.split_whitespace().collect());
    texts
        .filter(|it: &String| !it.is_empty() && !is_label(it))
        .collect()
}

/// Letters and digits; a glyph that several of them share comes back as one of them.
fn letters(text: &str) -> String {
    let text = text.replace('ﬁ', "fi");
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn is_label(text: &str) -> bool {
    let label = text.strip_suffix('.');
    label.is_some_and(|it| it.chars().all(char::is_alphanumeric))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn arbitrary_courses_are_written(Arbitrary(course) in courses(Dialect::Data)) {
        prop_assert!(compile_course(&course, &NoAssets, &CheckOptions::default()).sources.files().next().is_none());
        let compiled = compile_course(&course, pictures(), &CheckOptions::default());
        let course = compiled.course.expect("no errors");
        for audience in [Audience::Student, Audience::Lecturer] {
            let handout = handout(&course, audience);
            let write = |name| {
                let format = format(name).expect("compiled in");
                handout.export(format, pictures()).expect("a file").bytes
            };
            let texts = squeezed(block_texts(handout.document()));
            let found = squeezed(docx::texts(&write("docx")));
            prop_assert_eq!(found.len(), texts.len());
            for (found, expected) in found.iter().zip(&texts) {
                prop_assert!(expected.ends_with(found), "{} is {}", expected, found);
            }
            let contents = letters(handout.document().labels.contents.as_str());
            let found = letters(&pdf::text(&write("pdf")).whole()).replacen(&contents, "", 1);
            let expected = letters(&block_texts(handout.document()).concat());
            prop_assert_eq!(found, expected);
        }
    }
}
