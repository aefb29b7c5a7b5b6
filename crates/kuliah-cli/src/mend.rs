//! Fixes, written into the files of courses or shown as differences.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use annotate_snippets::renderer::{AnsiColor, Style};
use anyhow::{Context as _, bail};
use kuliah::{FileId, Mended};
use similar::TextDiff;

use crate::files::{CourseFile, Origin, Root, atomic, shown};
use crate::report::{counted, escape};

/// How many lines are shown around a change.
const CONTEXT: usize = 3;

/// A file before and after its fixes.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) struct Change {
    /// The file, by the path it was reached by; `None` for standard input.
    path: Option<PathBuf>,
    /// Its name for people.
    name: String,
    old: String,
    new: String,
}

/// The changes of a run.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    files: Vec<Change>,
    /// How many fixes there were.
    applied: usize,
}

/// The changes to the files of one course; `before` are its files as they were read.
pub(crate) fn changes(
    course: &CourseFile,
    root: &Root,
    before: &BTreeMap<String, String>,
    mended: &Mended,
) -> Changes {
    let mut files = Vec::new();
    if let Some(new) = &mended.course {
        files.push(Change {
            path: match &course.origin {
                Origin::Stdin => None,
                Origin::File(path) => Some(path.clone()),
            },
            name: course.name.clone(),
            old: before.get(&course.name).cloned().unwrap_or_default(),
            new: new.clone(),
        });
    }
    for (name, new) in &mended.bibliographies {
        let path = root.shown().join(name);
        files.push(Change {
            name: shown(&path),
            path: Some(path),
            old: before.get(name).cloned().unwrap_or_default(),
            new: new.clone(),
        });
    }
    Changes {
        files,
        applied: mended.applied,
    }
}

/// The texts of the files of a check, by their names.
pub(crate) fn texts(sources: &kuliah::SourceMap) -> BTreeMap<String, String> {
    let files = sources.files();
    let text =
        |(_, file): (FileId, &kuliah::SourceFile)| (file.name().to_owned(), file.text().to_owned());
    files.map(text).collect()
}

impl Changes {
    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Takes in the changes of the next course.
    ///
    /// A bibliography that two courses name is mended once; whatever differs is left for the next
    /// run.
    pub(crate) fn merge(&mut self, other: Self) {
        self.applied += other.applied;
        for file in other.files {
            if !self.files.iter().any(|it| it.name == file.name) {
                self.files.push(file);
            }
        }
    }

    /// Writes every file, and says how much was fixed.
    ///
    /// # Errors
    ///
    /// When a file cannot be written, or was changed by somebody else meanwhile; files before it
    /// are written.
    pub(crate) fn write(&self) -> anyhow::Result<String> {
        for file in &self.files {
            file.write()?;
        }
        Ok(format!("fixed {}", self.counts()))
    }

    /// Says how much would be fixed.
    pub(crate) fn would_fix(&self) -> String {
        format!("would fix {}", self.counts())
    }

    fn counts(&self) -> String {
        let findings = counted(self.applied, "finding", "findings");
        let files = counted(self.files.len(), "file", "files");
        format!("{findings} in {files}")
    }

    /// The changes in the unified format.
    ///
    /// What would command a terminal or a build server is shown by its number.
    pub(crate) fn diff(&self, color: bool) -> String {
        self.files.iter().map(|it| it.diff(color)).collect()
    }
}

fn push_line(out: &mut String, line: &str, color: bool) {
    let (line, end) = match line.strip_suffix('\r') {
        Some(line) => (line, "\r\n"),
        None => (line, "\n"),
    };
    // Tabs are harmless, and bibliographies are full of them.
    let parts: Vec<_> = line.split('\t').map(escape).collect();
    let line = parts.join("\t");
    let style = match line.chars().next() {
        Some('+') => AnsiColor::Green.on_default(),
        Some('-') => AnsiColor::Red.on_default(),
        Some('@') => AnsiColor::Cyan.on_default(),
        _ => Style::new(),
    };
    let style = if color { style } else { Style::new() };
    let _ = write!(out, "{style}{line}{style:#}{end}");
}

impl Change {
    /// A file, by the path it was reached by and its name for people, before and after.
    pub(crate) fn new(path: Option<PathBuf>, name: String, old: String, new: String) -> Self {
        Self {
            path,
            name,
            old,
            new,
        }
    }

    /// The change in the unified format, see [`Changes::diff`].
    pub(crate) fn diff(&self, color: bool) -> String {
        let mut out = String::new();
        let diff = TextDiff::from_lines(&self.old, &self.new);
        let mut diff = diff.unified_diff();
        let name = self.name.replace('\\', "/");
        diff.context_radius(CONTEXT)
            .header(&format!("a/{name}"), &format!("b/{name}"));
        for line in diff.to_string().split_terminator('\n') {
            push_line(&mut out, line, color);
        }
        out
    }

    /// Writes the file.
    ///
    /// # Errors
    ///
    /// When it cannot be written, or was changed by somebody else meanwhile.
    pub(crate) fn write(&self) -> anyhow::Result<()> {
        let name = &self.name;
        let Some(path) = &self.path else {
            bail!("standard input cannot be fixed; --diff shows what would be");
        };
        let now = fs::read(path).with_context(|| format!("cannot read {name}"))?;
        if now != self.old.as_bytes() {
            bail!("{name} was changed while it was checked, and is left as it is");
        }
        atomic::write(path, self.new.as_bytes()).with_context(|| format!("cannot write {name}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(name: &str, old: &str, new: &str) -> Changes {
        Changes {
            files: vec![Change {
                path: None,
                name: name.to_owned(),
                old: old.to_owned(),
                new: new.to_owned(),
            }],
            applied: 1,
        }
    }

    #[test]
    fn a_difference_is_a_patch() {
        let changes = change("a b.md", "satu\r\ndua\ntiga", "satu\r\nDua\ntiga");
        assert_eq!(
            changes.diff(false),
            "--- a/a b.md\n+++ b/a b.md\n@@ -1,3 +1,3 @@\n satu\r\n-dua\n+Dua\n tiga\n\
             \\ No newline at end of file\n"
        );
        assert!(changes.diff(true).contains("\u{1b}[32m+Dua\u{1b}[0m\n"));
    }

    #[test]
    fn a_difference_commands_nothing() {
        let changes = change("a##[x].md", "##[error]\u{1b}[2J\tx\n", "y\n");
        let diff = changes.diff(false);
        assert!(!diff.contains("##[") && !diff.contains('\u{1b}'), "{diff}");
        assert!(diff.contains("-##<U+005B>error]<U+001B>[2J\tx\n"), "{diff}");
    }

    #[test]
    fn a_file_that_two_courses_name_is_mended_once() {
        let mut all = change("a.bib", "1", "2");
        all.merge(change("a.bib", "1", "3"));
        all.merge(change("b.md", "1", "2"));
        assert_eq!(all.would_fix(), "would fix 3 findings in 2 files");
    }

    #[test]
    fn standard_input_is_not_written() {
        let why = change("<stdin>", "1", "2").write().expect_err("none");
        assert!(
            why.to_string()
                .starts_with("standard input cannot be fixed")
        );
    }
}
