//! The fixed words of a document, one table a language.

mod en;
mod id;

use kuliah_doc::{Date, Language};

/// The fixed words of one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// Heading of the table of contents.
    pub(crate) contents: &'static str,
    /// Heading of the reference list.
    pub(crate) references: &'static str,
    /// Before the page number.
    pub(crate) page: &'static str,
    /// Between page number and number of pages.
    pub(crate) page_of: &'static str,
    /// Before the number of a table.
    pub(crate) table: &'static str,
    /// Before the number of a figure.
    pub(crate) figure: &'static str,
    /// Before the number of a listing.
    pub(crate) code: &'static str,
    /// Above a remark to everybody.
    pub(crate) note: &'static str,
    /// Above a remark to students.
    pub(crate) student_note: &'static str,
    /// Above a remark to lecturers.
    pub(crate) lecturer_note: &'static str,
    /// Before the number of an exercise.
    pub(crate) exercise: &'static str,
    /// Above the answer to an exercise.
    pub(crate) answer: &'static str,
    /// The rows of the identity block.
    pub(crate) facts: FactWords,
    /// The months, January first.
    months: [&'static str; 12],
}

/// The words before the rows of the identity block.
#[derive(Debug)]
pub(crate) struct FactWords {
    /// Course code of the institution.
    pub(crate) code: &'static str,
    /// Credits.
    pub(crate) credits: &'static str,
    /// Semester.
    pub(crate) semester: &'static str,
    /// Study programme.
    pub(crate) programme: &'static str,
    /// Faculty or department.
    pub(crate) faculty: &'static str,
    /// University or school.
    pub(crate) institution: &'static str,
    /// Number of the meeting.
    pub(crate) meeting: &'static str,
    /// Date of issue.
    pub(crate) date: &'static str,
    /// Terms of use.
    pub(crate) rights: &'static str,
}

impl Words {
    /// The words of a language; English for one that has no table.
    pub(crate) fn of(language: &Language) -> &'static Self {
        match language.primary() {
            "id" => &id::WORDS,
            _ => &en::WORDS,
        }
    }

    /// A day in words: "29 Desember 2018".
    pub(crate) fn date(&self, date: Date) -> String {
        let month = usize::from(date.month()).saturating_sub(1);
        let month = self.months.get(month).copied().unwrap_or_default();
        format!("{} {month} {}", date.day(), date.year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tag: &str) -> &'static Words {
        Words::of(&Language::new(tag).expect("a tag"))
    }

    #[test]
    fn dates_are_written_in_the_language() {
        let date = Date::new(2018, 12, 29).expect("a day");
        assert_eq!(words("id").date(date), "29 Desember 2018");
        assert_eq!(words("en-GB").date(date), "29 December 2018");
        assert_eq!(
            words("id-ID").date(Date::new(2020, 1, 1).expect("a day")),
            "1 Januari 2020"
        );
    }

    #[test]
    fn a_language_without_table_gets_english() {
        assert_eq!(words("fr").contents, "Contents");
        assert_eq!(words("jv").references, "References");
    }
}
