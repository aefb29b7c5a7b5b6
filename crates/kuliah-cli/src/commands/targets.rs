//! The files that a build will write, settled before anything is written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::bail;
use kuliah::{Audience, Format};

use crate::files::{COPY_ENDING, CourseFile, Origin, shown};

/// The targets of every course, in the order of the formats.
///
/// They lie in `out`, else beside their course.
///
/// # Errors
///
/// When `out` is no folder, or is left out for standard input; when two courses would write the same file, or when one would write
/// over a course. Names that differ only in case are the same: on some systems they are.
pub(super) fn targets(
    files: &[CourseFile],
    formats: &[&Format],
    audience: Audience,
    out: Option<&Path>,
) -> anyhow::Result<Vec<Vec<PathBuf>>> {
    if let Some(out) = out.filter(|it| it.exists() && !it.is_dir()) {
        bail!("{} is no folder; --out takes one", shown(out));
    }
    if out.is_none()
        && files
            .iter()
            .any(|file| matches!(file.origin, Origin::Stdin))
    {
        bail!("standard input has no folder; say where to write with --out DIR, or with --out -");
    }
    let sources = files.iter().filter_map(|file| match &file.origin {
        Origin::Stdin => None,
        Origin::File(path) => Some((identity(path), file)),
    });
    let sources: BTreeMap<_, _> = sources.collect();
    let mut writers = BTreeMap::new();
    let mut targets = Vec::new();
    for file in files {
        let folder = out.unwrap_or(file.folder());
        let mut own = Vec::new();
        for format in formats {
            let path = folder.join(name(file, format, audience));
            let identity = identity(&path);
            if let Some(source) = sources.get(&identity) {
                bail!(
                    "{} would write over the course {}; give it another name or use --out",
                    file.name,
                    source.name
                );
            }
            if let Some(other) = writers.insert(identity, file) {
                bail!(
                    "{} and {} would both write {}; build them one at a time, each with its own \
                     --out",
                    other.name,
                    file.name,
                    shown(&path)
                );
            }
            own.push(path);
        }
        targets.push(own);
    }
    Ok(targets)
}

/// `course.pdf`, `course.lecturer.pdf`; JSON as `course.canonical.json`, since `course.json`
/// could be a course that somebody wrote, and would be taken for one by the next run.
fn name(file: &CourseFile, format: &Format, audience: Audience) -> PathBuf {
    let mut name = file.stem();
    if audience != Audience::Student {
        name.push(".");
        name.push(audience.name());
    }
    match format.name() {
        "json" => name.push(COPY_ENDING),
        other => {
            name.push(".");
            name.push(other);
        }
    }
    PathBuf::from(name)
}

/// Tells the same file from another, whether it is there already or not.
fn identity(path: &Path) -> String {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let folder = folder
        .canonicalize()
        .or_else(|_| std::path::absolute(folder))
        .unwrap_or_else(|_| folder.to_owned());
    let name = path.file_name().unwrap_or_default();
    folder.join(name).to_string_lossy().to_lowercase()
}

#[cfg(test)]
mod tests {
    use kuliah::{FORMATS, Syntax};

    use super::*;

    fn plan(paths: &[&str], audience: Audience, out: Option<&str>) -> Result<Vec<String>, String> {
        let file =
            |path: &&str| CourseFile::at(Path::new(path), Syntax::of_path(path).expect("a syntax"));
        let files: Vec<_> = paths.iter().map(file).collect();
        let formats: Vec<_> = FORMATS.iter().collect();
        let targets = targets(&files, &formats, audience, out.map(Path::new));
        let name = |target: PathBuf| target.display().to_string();
        targets
            .map(|all| all.into_iter().flatten().map(name).collect())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn handouts_are_named_after_the_course_and_lie_beside_it() {
        assert_eq!(
            plan(&["bab/course.md"], Audience::Student, None).expect("targets"),
            [
                "bab/course.pdf",
                "bab/course.docx",
                "bab/course.canonical.json"
            ]
        );
        assert_eq!(
            plan(&["bab/peran.md"], Audience::Lecturer, Some("keluar")).expect("targets"),
            [
                "keluar/peran.lecturer.pdf",
                "keluar/peran.lecturer.docx",
                "keluar/peran.lecturer.canonical.json"
            ]
        );
    }

    #[test]
    fn two_courses_never_write_the_same_file() {
        let clash = plan(&["a/course.md", "a/course.yaml"], Audience::Student, None);
        let message = clash.expect_err("a clash");
        assert!(message.starts_with("a/course.md and a/course.yaml would both write a/course.pdf"));
        assert!(plan(&["a/course.md", "b/course.md"], Audience::Student, None).is_ok());
        let together = plan(
            &["a/course.md", "b/Course.md"],
            Audience::Student,
            Some("keluar"),
        );
        assert!(together.is_err());
    }

    #[test]
    fn a_file_is_no_folder_to_write_to() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        let plan = plan(&["course.md"], Audience::Student, file.path().to_str());
        assert!(
            plan.expect_err("a file")
                .ends_with("is no folder; --out takes one")
        );
    }

    #[test]
    fn a_course_is_never_written_over() {
        assert!(plan(&["course.json"], Audience::Student, None).is_ok());
        let clash = plan(
            &["course.md", "course.canonical.json"],
            Audience::Student,
            None,
        );
        let message = clash.expect_err("a clash");
        assert!(message.starts_with("course.md would write over the course course.canonical.json"));
    }
}
