//! English.

use super::{FactWords, Words};

/// The fixed words in English.
pub(super) const WORDS: Words = Words {
    contents: "Contents",
    references: "References",
    page: "Page",
    page_of: "of",
    table: "Table",
    figure: "Figure",
    code: "Listing",
    note: "Note",
    student_note: "Note to students",
    lecturer_note: "Note to lecturers",
    exercise: "Exercise",
    answer: "Answer",
    facts: FactWords {
        code: "Course code",
        credits: "Credits",
        semester: "Semester",
        programme: "Programme",
        faculty: "Faculty",
        institution: "Institution",
        meeting: "Meeting",
        date: "Date",
        rights: "Licence",
    },
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};
