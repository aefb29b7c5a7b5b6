//! A course file on the disk or from standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use kuliah::Syntax;

/// The most that is read, in bytes; a course may hold a quarter of it.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// Where a course comes from.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) enum Origin {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// A course file that is to be worked on.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) struct CourseFile {
    /// Where it comes from.
    pub(crate) origin: Origin,
    /// Its name for people, not yet escaped.
    pub(crate) name: String,
    /// The syntax it is written in.
    pub(crate) syntax: Syntax,
}

impl CourseFile {
    /// A course in a file.
    pub(crate) fn at(path: &Path, syntax: Syntax) -> Self {
        Self {
            origin: Origin::File(path.to_owned()),
            name: shown(path),
            syntax,
        }
    }

    /// A course from standard input.
    pub(crate) fn stdin(syntax: Syntax) -> Self {
        Self {
            origin: Origin::Stdin,
            name: "<stdin>".to_owned(),
            syntax,
        }
    }

    /// The folder it is in; the current one for standard input.
    pub(crate) fn folder(&self) -> &Path {
        match &self.origin {
            Origin::Stdin => Path::new("."),
            Origin::File(path) => folder_of(path),
        }
    }

    /// What its handouts are named after: its file name without the ending.
    pub(crate) fn stem(&self) -> std::ffi::OsString {
        match &self.origin {
            Origin::Stdin => "course".into(),
            Origin::File(path) => path.file_stem().unwrap_or_default().to_owned(),
        }
    }

    /// Reads it, far enough to say of a file that is too long how long it is.
    ///
    /// # Errors
    ///
    /// When it is not there, is a folder or cannot be read.
    pub(crate) fn read(&self) -> anyhow::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let result = match &self.origin {
            Origin::Stdin => io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes),
            Origin::File(path) => {
                File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes))
            }
        };
        result.with_context(|| format!("cannot read {}", self.name))?;
        Ok(bytes)
    }
}

/// The folder of a file; `.` for a bare name.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// A path for people: without `./`, unless the rest would be read as an option, or as a command
/// of a build server.
pub(crate) fn shown(path: &Path) -> String {
    let short = path.strip_prefix(".").unwrap_or(path);
    let text = short.display().to_string();
    if text.starts_with('-') || text.trim_start().starts_with("::") {
        return format!("./{text}");
    }
    if text.is_empty() {
        ".".to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_file_knows_its_folder_and_its_stem() {
        let file = CourseFile::at(Path::new("bab/pertemuan.1.md"), Syntax::Markdown);
        assert_eq!(file.folder(), Path::new("bab"));
        assert_eq!(file.stem(), "pertemuan.1");
        let file = CourseFile::at(Path::new("course.md"), Syntax::Markdown);
        assert_eq!(file.folder(), Path::new("."));
        assert_eq!(CourseFile::stdin(Syntax::Yaml).stem(), "course");
    }

    #[test]
    fn paths_are_shown_short_and_safe() {
        assert_eq!(shown(Path::new("./a/b.md")), "a/b.md");
        assert_eq!(shown(Path::new(".")), ".");
        assert_eq!(shown(Path::new("./::error::.md")), "./::error::.md");
        assert_eq!(shown(Path::new(" ::x.md")), "./ ::x.md");
        assert_eq!(shown(Path::new("-x.md")), "./-x.md");
    }

    #[test]
    fn no_more_is_read_than_tells_that_it_is_too_much() {
        assert!(MOST_BYTES > kuliah::Limits::default().file_bytes as u64);
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.md");
        let file = File::create(&path).expect("a file");
        file.set_len(2 * MOST_BYTES).expect("a length");
        let read = CourseFile::at(&path, Syntax::Markdown).read();
        assert_eq!(read.expect("bytes").len() as u64, MOST_BYTES);
    }

    #[test]
    fn what_is_not_there_is_named() {
        let file = CourseFile::at(Path::new("tidak/ada.md"), Syntax::Markdown);
        let error = file.read().expect_err("no such file");
        assert!(format!("{error:#}").starts_with("cannot read tidak/ada.md: "));
    }
}
