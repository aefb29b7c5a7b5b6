//! Every example passes, and says the same in every format.

use std::collections::BTreeMap;

use kuliah::document::block_texts;
use kuliah::markup::{Inline, InlineKind};
use kuliah::model::{Course, Markup, Visit, each_inline, walk};
use kuliah::{Audience, CheckOptions, FORMATS, Input, NoAssets, Syntax, compile, format};
use kuliah_tests::example::{Example, examples};
use kuliah_tests::finding::words;
use kuliah_tests::same::{assert_docx_says, assert_pdf_says};

const AUDIENCES: [Audience; 2] = [Audience::Student, Audience::Lecturer];

fn export(example: &Example, audience: Audience, name: &str) -> Vec<u8> {
    let format = format(name).expect("compiled in");
    example.export(audience, format).bytes
}

#[test]
fn nothing_is_found_in_any_example() {
    for example in examples() {
        let compiled = example.compile();
        let found = compiled.diagnostics.iter();
        let said: Vec<_> = found.map(|it| words(it, &compiled.sources)).collect();
        assert!(
            said.is_empty(),
            "{}/{}: {said:#?}",
            example.name,
            example.file
        );
        for format in FORMATS {
            for audience in AUDIENCES {
                let found = example.export(audience, format).diagnostics;
                let said: Vec<_> = found
                    .iter()
                    .map(|it| words(it, &compiled.sources))
                    .collect();
                assert!(
                    said.is_empty(),
                    "{}: {}: {said:#?}",
                    example.name,
                    format.name()
                );
            }
        }
    }
}

#[test]
fn every_syntax_of_an_example_gives_the_same_course() {
    let mut first: BTreeMap<String, Course> = BTreeMap::new();
    let mut compared = 0;
    for example in examples() {
        let course = example.course().course().clone();
        match first.get(&example.name) {
            Some(other) => {
                assert_eq!(course, *other, "{}/{}", example.name, example.file);
                compared += 1;
            }
            None => {
                first.insert(example.name, course);
            }
        }
    }
    assert!(compared > 0, "no example is written in two syntaxes");
}

#[test]
fn a_pdf_says_what_the_document_says() {
    for example in examples() {
        for audience in AUDIENCES {
            let handout = example.handout(audience);
            let bytes = export(&example, audience, "pdf");
            assert_pdf_says(handout.document(), &bytes, &example.name);
        }
    }
}

#[test]
fn a_docx_says_what_the_document_says() {
    for example in examples() {
        for audience in AUDIENCES {
            let handout = example.handout(audience);
            let bytes = export(&example, audience, "docx");
            assert_docx_says(handout.document(), &bytes, &example.name);
        }
    }
}

/// The words of a course: every text without markup.
struct Words(Vec<String>);

impl<'a> Visit<'a> for Words {
    fn markup(&mut self, markup: &'a Markup) {
        each_inline(markup.inlines(), &mut |inline: &Inline| {
            if let InlineKind::Text(text) | InlineKind::Code(text) = &inline.kind {
                self.0.push(text.clone());
            }
        });
    }
}

/// A text without signs: a citation may be set before the colon of a text.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn json_reads_back_and_says_nothing_the_document_does_not_say() {
    for example in examples() {
        for audience in AUDIENCES {
            let bytes = export(&example, audience, "json");
            let input = Input::new("course.json", &bytes, Syntax::Json);
            // Bibliographies are in the course by now; pictures are not.
            let read = compile(&input, &example.assets, &CheckOptions::default());
            let said: Vec<_> = read
                .diagnostics
                .iter()
                .map(|it| words(it, &read.sources))
                .collect();
            assert!(said.is_empty(), "{}: {said:#?}", example.name);
            let read = read.course.expect("a course");
            let copy = example.course().for_audience(audience);
            assert_eq!(read, copy, "{}", example.name);

            let handout = example.handout(audience);
            let document = letters(&block_texts(handout.document()).concat());
            let mut all = Words(Vec::new());
            walk(read.course(), &mut all);
            for text in all.0 {
                let text = letters(&text);
                assert!(document.contains(&text), "{}: {text}", example.name);
            }
        }
    }
}

#[test]
fn plain_serde_reads_the_json() {
    for example in examples() {
        let bytes = export(&example, Audience::Lecturer, "json");
        let mut value: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        let schema = value.as_object_mut().and_then(|it| it.remove("$schema"));
        assert!(schema.is_some(), "{}", example.name);
        let read: Course = serde_json::from_value(value).expect("a course");
        let copy = example.course().for_audience(Audience::Lecturer);
        assert_eq!(read, *copy.course(), "{}", example.name);
    }
}

#[test]
fn equal_courses_give_equal_bytes() {
    let examples = examples();
    let all = || -> Vec<Vec<u8>> {
        let one = |example: &Example| {
            FORMATS
                .iter()
                .map(|it| example.export(Audience::Student, it).bytes)
                .collect()
        };
        examples
            .iter()
            .flat_map(|it| -> Vec<_> { one(it) })
            .collect()
    };
    let first = all();
    assert!(first == all(), "a second run differs");
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(all)).collect();
        for thread in threads {
            assert!(
                thread.join().expect("no panic") == first,
                "a thread differs"
            );
        }
    });
}

#[test]
fn an_example_needs_its_files() {
    let pictured = examples().into_iter().filter(|it| it.assets.len() > 2);
    for example in pictured {
        let input = Input::new(&example.file, &example.bytes, example.syntax);
        let compiled = compile(&input, &NoAssets, &CheckOptions::default());
        let rules: Vec<_> = compiled
            .diagnostics
            .iter()
            .map(|it| it.rule.as_str())
            .collect();
        assert!(
            rules.contains(&"reference/missing-file"),
            "{}: {rules:?}",
            example.name
        );
        assert!(compiled.course.is_none());
    }
}
