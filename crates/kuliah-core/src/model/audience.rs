//! Copies of a course for students and for lecturers.

use super::block::{Block, NoteAudience};
use super::course::Course;
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
    /// A note, definition or exercise that is left with nothing in it is removed as a whole.
    #[must_use]
    pub fn for_audience(&self, audience: Audience) -> Self {
        let mut course = self.clone();
        for section in &mut course.sections {
            filter(&mut section.content, audience);
            for role in &mut section.roles {
                filter(&mut role.content, audience);
            }
        }
        course
    }
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
    fn lecturers_get_the_answers() {
        let copy = course().for_audience(Audience::Lecturer);
        let json = serde_json::to_string(&copy).expect("JSON");
        assert_eq!(json.matches("RAHASIA").count(), 4);
        assert!(!json.contains("UNTUK MAHASISWA"));
    }
}
