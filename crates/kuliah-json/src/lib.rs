//! The course as canonical JSON: data for other programs, and a course source like any other.
//!
//! Keys stand in the order of the model, two blanks indent, a line end closes the file. The
//! address of the schema comes first. Equal courses give equal bytes, and what is written
//! reads back to an equal course.

use std::fmt;

use kuliah_core::check::CheckedCourse;
use kuliah_core::model::{COURSE_SCHEMA_ID, Course};
use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};

/// Why a course could not be written; the model leaves no way for it to happen.
#[derive(Debug)]
pub struct JsonError(serde_json::Error);

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the course cannot be written as JSON")
    }
}

impl std::error::Error for JsonError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// A course with the address of its schema before it.
#[derive(Serialize)]
struct File<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    #[serde(flatten)]
    course: &'a Course,
}

/// Writes a checked course; for another audience, [filter](CheckedCourse::for_audience) it first.
///
/// # Errors
///
/// See [`JsonError`].
pub fn to_json(course: &CheckedCourse) -> Result<Vec<u8>, JsonError> {
    let mut bytes = Vec::new();
    let mut serializer =
        Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(b"  "));
    let file = File {
        schema: COURSE_SCHEMA_ID,
        course: course.course(),
    };
    file.serialize(&mut serializer).map_err(JsonError)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use kuliah_core::check::{CheckOptions, check};
    use kuliah_core::model::{Block, Section, SectionId};
    use kuliah_source::Language;

    use super::*;

    fn checked() -> CheckedCourse {
        let id = SectionId::new("materi").expect("an id");
        let section = Section::new(id, "Materi").content([Block::prose("“Teks” & </script>")]);
        let course = Course::new("Peran", Language::indonesian()).section(section);
        check(course, &CheckOptions::default())
            .course
            .expect("no errors")
    }

    #[test]
    fn the_schema_comes_first_and_a_line_end_last() {
        let json = String::from_utf8(to_json(&checked()).expect("JSON")).expect("UTF-8");
        let first = format!("{{\n  \"$schema\": \"{COURSE_SCHEMA_ID}\",\n  \"format\": 1,\n");
        assert!(json.starts_with(&first), "{json}");
        assert!(
            json.ends_with("}\n") && json.contains("“Teks” & </script>"),
            "{json}"
        );
    }

    #[test]
    fn plain_serde_reads_it_back() {
        let checked = checked();
        let bytes = to_json(&checked).expect("JSON");
        let mut value: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        value.as_object_mut().expect("an object").remove("$schema");
        let read: Course = serde_json::from_value(value).expect("a course");
        assert_eq!(read, *checked.course());
    }
}
