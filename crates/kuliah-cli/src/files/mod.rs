//! Files: finding courses, reading what they name, and writing handouts.

pub(crate) mod atomic;
mod course_file;
mod discover;
mod root;
pub(crate) mod signals;
mod whole;

pub(crate) use course_file::{CourseFile, Origin, folder_of, shown};
pub(crate) use discover::{COPY_ENDING, Found, discover, language};
pub(crate) use root::{Root, path_below, project_file, read_below};
pub(crate) use whole::{read_text, read_whole};
