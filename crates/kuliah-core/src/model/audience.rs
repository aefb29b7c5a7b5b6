//! Copies of a course for students and for lecturers.

use std::collections::BTreeSet;

use super::block::{Block, NoteAudience};
use super::course::Course;
use super::id::CitationKey;
use crate::Spanned;

/// Whose copy it is.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Audience {
    /// Without lecturers' notes and answers: they are removed, not hidden.
    #[default]
    Student,
    /// With everything but the notes that are for students alone.
    Lecturer,
}

impl Audience {
    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Lecturer => "lecturer",
        }
    }

    /// Whether notes of a kind are in the copy.
    pub fn sees(self, audience: NoteAudience) -> bool {
        !matches!(
            (self, audience),
            (Self::Student, NoteAudience::Lecturer) | (Self::Lecturer, NoteAudience::Student)
        )
    }
}

impl Course {
    /// The course as an audience gets it.
    ///
    /// A note, definition or exercise that is left with nothing in it is removed as a whole, and
    /// so is a reference that is cited only in what was removed.
    #[must_use]
    pub fn for_audience(&self, audience: Audience) -> Self {
        let mut course = self.clone();
        for section in &mut course.sections {
            filter(&mut section.content, audience);
            for role in &mut section.roles {
                filter(&mut role.content, audience);
            }
        }
        let before = cited(self);
        let after = cited(&course);
        let is_gone = |key| before.contains(key) && !after.contains(key);
        course.references = self
            .references
            .iter()
            .filter(|reference| !is_gone(&*reference.id))
            .cloned()
            .collect();
        course
    }
}

/// The keys of what a course cites.
fn cited(course: &Course) -> BTreeSet<&CitationKey> {
    let citations = course.citations();
    citations.into_iter().map(|citation| citation.key).collect()
}

fn filter(blocks: &mut Vec<Spanned<Block>>, audience: Audience) {
    blocks.retain_mut(|block| keep(block, audience));
}

/// Filters what is in a block; `false` when nothing is left of it.
fn keep(block: &mut Block, audience: Audience) -> bool {
    match block {
        Block::Note(note) => {
            filter(&mut note.content, audience);
            audience.sees(note.audience) && !note.content.is_empty()
        }
        Block::Exercise(exercise) => {
            filter(&mut exercise.content, audience);
            match audience {
                Audience::Student => exercise.answer.clear(),
                Audience::Lecturer => filter(&mut exercise.answer, audience),
            }
            !exercise.content.is_empty()
        }
        Block::Section(section) => {
            filter(&mut section.content, audience);
            true
        }
        Block::Definitions(definitions) => {
            definitions.retain_mut(|definition| {
                filter(&mut definition.content, audience);
                !definition.content.is_empty()
            });
            !definitions.is_empty()
        }
        Block::Prose(_)
        | Block::Quote(_)
        | Block::List(_)
        | Block::Table(_)
        | Block::Figure(_)
        | Block::Code(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use kuliah_source::Language;

    use super::super::{Exercise, Note, Section, SectionId};
    use super::*;

    fn course() -> Course {
        let id = SectionId::new("a").expect("an id");
        let lecturer = || Block::Note(Note::new(NoteAudience::Lecturer, [Block::prose("RAHASIA")]));
        let all = Note::new(NoteAudience::All, [lecturer()]);
        let exercise =
            Exercise::new([Block::prose("Soal"), lecturer()]).answer([Block::prose("RAHASIA")]);
        let student = Note::new(NoteAudience::Student, [Block::prose("UNTUK MAHASISWA")]);
        Course::new("A", Language::indonesian()).section(Section::new(id, "A").content([
            lecturer(),
            Block::Note(all),
            Block::Exercise(exercise),
            Block::Note(student),
        ]))
    }

    #[test]
    fn nothing_of_the_lecturers_is_left_for_students() {
        let copy = course().for_audience(Audience::Student);
        let json = serde_json::to_string(&copy).expect("JSON");
        assert!(
            !json.contains("RAHASIA") && json.contains("UNTUK MAHASISWA"),
            "{json}"
        );
        assert_eq!(copy.sections.first().map(|it| it.content.len()), Some(2));
    }

    #[test]
    fn a_work_cited_only_for_lecturers_is_in_no_student_copy() {
        use super::super::{Reference, ReferenceKind};

        let mut course = course();
        for key in ["rahasia", "umum", "takdirujuk"] {
            let key = CitationKey::new(key).expect("a key");
            let reference = Reference::new(key, ReferenceKind::Book, "Judul");
            course.references.push(reference.into());
        }
        let note = Note::new(NoteAudience::Lecturer, [Block::prose("[@rahasia; @umum]")]);
        let section = course.sections.first_mut().expect("one");
        section.content.push(Block::Note(note).into());
        section.content.push(Block::prose("[@umum]").into());
        let keys = |audience| -> Vec<String> {
            let copy = course.for_audience(audience);
            copy.references.iter().map(|it| it.id.to_string()).collect()
        };
        assert_eq!(keys(Audience::Student), ["umum", "takdirujuk"]);
        assert_eq!(keys(Audience::Lecturer).len(), 3);
    }

    #[test]
    fn lecturers_get_the_answers() {
        let copy = course().for_audience(Audience::Lecturer);
        let json = serde_json::to_string(&copy).expect("JSON");
        assert_eq!(json.matches("RAHASIA").count(), 4);
        assert!(!json.contains("UNTUK MAHASISWA"));
    }

    #[test]
    fn audiences_have_the_names_of_the_command_line() {
        assert_eq!(Audience::Student.name(), "student");
        assert_eq!(Audience::Lecturer.name(), "lecturer");
    }
}
