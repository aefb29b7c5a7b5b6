//! Handouts of arbitrary courses, always the same ones, for judges outside of the tests.

use kuliah::model::Course;
use kuliah::{Audience, CheckOptions, Handout, compile_course};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::example::handout;
use crate::generate::{Dialect, courses, pictures};

/// Arbitrary courses.
pub fn arbitrary(count: usize) -> impl Iterator<Item = Course> {
    let strategy = courses(Dialect::Data);
    let mut runner = TestRunner::deterministic();
    (0..count).map(move |_| {
        let tree = strategy.new_tree(&mut runner).expect("a course");
        tree.current().0
    })
}

/// The copies of arbitrary courses: of every other one the students', of the rest the lecturers'.
pub fn corpus(count: usize) -> impl Iterator<Item = (String, Handout)> {
    let audiences = [Audience::Student, Audience::Lecturer];
    arbitrary(count)
        .zip(audiences.into_iter().cycle())
        .zip(1_u32..)
        .map(move |((course, audience), number)| {
            let compiled = compile_course(&course, pictures(), &CheckOptions::default());
            let course = compiled.course.expect("no errors");
            let name = format!("{number:04}-{}", audience.name());
            (name, handout(&course, audience))
        })
}

#[cfg(test)]
mod tests {
    use super::corpus;
    use kuliah::document::block_texts;

    #[test]
    fn the_corpus_is_always_the_same_and_not_all_alike() {
        let texts = || corpus(6).map(|(name, it)| (name, block_texts(it.document())));
        let first: Vec<_> = texts().collect();
        assert_eq!(first, texts().collect::<Vec<_>>());
        assert!(first[0].1 != first[2].1);
    }
}
