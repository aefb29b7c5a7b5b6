//! From the paths of the command line to course files.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use kuliah::Syntax;

use super::CourseFile;
use super::course_file::shown;
use crate::console::as_word;

/// Folders that hold no courses of the author's own.
const SKIPPED: [&str; 2] = ["target", "node_modules"];

/// The ending of what `kuliah build` writes as JSON: a copy, not a course to work on.
pub(crate) const COPY_ENDING: &str = ".canonical.json";

/// How much of a file is read to see whether it is a course.
const PEEK_BYTES: u64 = 64 * 1024;

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The courses, each once: arguments in their order, folders sorted.
    pub(crate) files: Vec<CourseFile>,
    /// What could not be searched.
    pub(crate) troubles: Vec<anyhow::Error>,
}

/// Finds the course files that some paths stand for.
///
/// `-` is standard input; a file stands for itself; a folder for the files in it and below that
/// look like courses. `syntax` overrules the endings of files that are named.
pub(crate) fn discover(paths: &[PathBuf], syntax: Option<Syntax>) -> Found {
    let mut found = Found::default();
    let mut seen = BTreeSet::new();
    for path in paths {
        if path.as_os_str() == "-" {
            if seen.insert(path.clone()) {
                let file = CourseFile::stdin(syntax.unwrap_or(Syntax::Markdown));
                found.files.push(file);
            }
            continue;
        }
        let files = if path.is_dir() {
            let before = found.troubles.len();
            let Search { files, others } = search(path, &mut found.troubles);
            if files.is_empty() && found.troubles.len() == before {
                found.troubles.push(nothing_in(path, &others));
            }
            files
        } else {
            match named(path, syntax) {
                Ok(file) => vec![file],
                Err(trouble) => {
                    found.troubles.push(trouble);
                    continue;
                }
            }
        };
        let is_new = |file: &CourseFile| seen.insert(identity(file));
        found.files.extend(files.into_iter().filter(is_new));
    }
    found
}

/// What to do where no course was found; `others` are Markdown files that are none.
fn nothing_in(folder: &Path, others: &[PathBuf]) -> anyhow::Error {
    let name = shown(folder);
    let Some(first) = others.iter().min() else {
        let new = as_word(&shown(&folder.join("course.md")));
        return anyhow!(
            "no course in {name}: there is no Markdown file in it, and no YAML, JSON or TOML file \
             with the key `format`; `kuliah new {new}` starts a course"
        );
    };
    let first = shown(first);
    let more = match others.len() {
        1 => String::new(),
        count => format!(" (and {} more)", count - 1),
    };
    let check = as_word(&first);
    anyhow!(
        "no course in {name}: {first}{more} has no front matter with `format: 1`; if it is a \
         course, write `kuliah check {check}` to see what is missing"
    )
}

/// A file that was named; it is a course because its author says so.
fn named(path: &Path, syntax: Option<Syntax>) -> anyhow::Result<CourseFile> {
    let name = shown(path);
    fs::metadata(path).with_context(|| format!("cannot read {name}"))?;
    let by_ending = || path.to_str().and_then(Syntax::of_path);
    let syntax = syntax.or_else(by_ending).with_context(|| {
        format!("{name} does not end in .md, .yaml, .json or .toml; say --syntax")
    })?;
    Ok(CourseFile::at(path, syntax))
}

/// Tells the same file from another, by whatever path it was reached.
fn identity(file: &CourseFile) -> PathBuf {
    match &file.origin {
        super::Origin::Stdin => PathBuf::from("-"),
        super::Origin::File(path) => path.canonicalize().unwrap_or_else(|_| path.clone()),
    }
}

/// What is in a folder and below.
#[derive(Default)]
struct Search {
    /// The courses, sorted by path.
    files: Vec<CourseFile>,
    /// Markdown files that are no courses.
    others: Vec<PathBuf>,
}

/// Searches a folder; links to folders are not followed.
fn search(folder: &Path, troubles: &mut Vec<anyhow::Error>) -> Search {
    let mut found = Search::default();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = match list(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                let what = format!("cannot search the folder {}", shown(&folder));
                troubles.push(anyhow::Error::from(error).context(what));
                continue;
            }
        };
        for entry in entries {
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let path = entry.path();
            if name.starts_with('.') {
                continue;
            }
            if kind.is_dir() {
                if !SKIPPED.contains(&&*name) {
                    folders.push(path);
                }
            } else if path.is_file()
                && let Some(syntax) = Syntax::of_path(&name)
                && !name.ends_with(COPY_ENDING)
            {
                match looks_like_a_course(&path, syntax) {
                    Ok(true) => found.files.push(CourseFile::at(&path, syntax)),
                    Ok(false) if syntax == Syntax::Markdown => found.others.push(path),
                    Ok(false) => {}
                    Err(error) => {
                        let what = format!("cannot read {}", shown(&path));
                        troubles.push(anyhow::Error::from(error).context(what));
                    }
                }
            }
        }
    }
    found.files.sort_by_cached_key(identity);
    found
}

fn list(folder: &Path) -> io::Result<Vec<fs::DirEntry>> {
    fs::read_dir(folder)?.collect()
}

fn looks_like_a_course(path: &Path, syntax: Syntax) -> io::Result<bool> {
    let mut bytes = Vec::new();
    File::open(path)?.take(PEEK_BYTES).read_to_end(&mut bytes)?;
    // A course saved as UTF-16 must be found, so that it is reported.
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        bytes.drain(..2);
        bytes.retain(|&byte| byte != 0);
    }
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    Ok(match syntax {
        Syntax::Markdown => has_front_matter_format(text),
        Syntax::Yaml => text.lines().any(is_yaml_format),
        Syntax::Toml => text
            .lines()
            .take_while(|line| !line.trim_start().starts_with('['))
            .any(is_toml_format),
        Syntax::Json => has_json_format(text),
        _ => false,
    })
}

fn has_front_matter_format(text: &str) -> bool {
    let mut lines = text.lines().skip_while(|line| line.trim().is_empty());
    lines.next().is_some_and(|line| line.trim_end() == "---")
        && lines
            .take_while(|line| !matches!(line.trim_end(), "---" | "..."))
            .any(is_yaml_format)
}

/// Other programs have a key `format` too, with a word behind it.
fn is_yaml_format(line: &str) -> bool {
    key_value(line, ':').is_some_and(|(key, value)| means_format(key) && is_number(value))
}

fn is_toml_format(line: &str) -> bool {
    key_value(line, '=').is_some_and(|(key, value)| means_format(key.trim()) && is_number(value))
}

/// `format`, or a slip of it: a course with a slip must be found, so that it is reported.
fn means_format(key: &str) -> bool {
    strsim::osa_distance(key, "format") <= 1
}

fn key_value(line: &str, mark: char) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(mark)?;
    let value = value.split('#').next().unwrap_or_default();
    Some((key.trim_end().trim_matches(['"', '\'']), value.trim()))
}

fn is_number(value: &str) -> bool {
    let value = value.trim_matches(['"', '\'']);
    !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// Whether the outermost object has a key `format` with a number.
fn has_json_format(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}', '[', ']', '"']) {
        let (_, from) = rest.split_at(at);
        let mut chars = from.chars();
        match chars.next() {
            Some('{' | '[') => depth += 1,
            Some('}' | ']') => depth = depth.saturating_sub(1),
            _ => {
                let Some((string, behind)) = json_string(chars.as_str()) else {
                    return false;
                };
                let value = behind.trim_start().strip_prefix(':').map(str::trim_start);
                if depth == 1
                    && means_format(string)
                    && let Some(value) = value
                {
                    let end = value.find([',', '}', '\n']).unwrap_or(value.len());
                    return is_number(value.split_at(end).0.trim());
                }
                rest = behind;
                continue;
            }
        }
        rest = chars.as_str();
    }
    false
}

/// A string without its first quotation mark, and what is behind it.
fn json_string(text: &str) -> Option<(&str, &str)> {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some((text.get(..at)?, text.get(at + 1..)?)),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            super::super::atomic::write_new(&path, text.as_bytes()).expect("written");
        }
        folder
    }

    #[test]
    fn a_course_with_a_slip_or_in_utf16_is_found() {
        let folder = folder_with(&[("slip.md", "---\nfromat: 1\ntitle: A\n---\n")]);
        let utf16: Vec<u8> = [0xfeff_u16]
            .into_iter()
            .chain("---\nformat: 1\n---\n".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        super::super::atomic::write_new(&folder.path().join("u.md"), &utf16).expect("written");
        assert_eq!(names(&folder, &["."]), ["slip.md", "u.md"]);
    }

    fn names(folder: &tempfile::TempDir, paths: &[&str]) -> Vec<String> {
        let paths: Vec<_> = paths.iter().map(|path| folder.path().join(path)).collect();
        let found = discover(&paths, None);
        let name = |file: CourseFile| {
            let path = PathBuf::from(file.name);
            let path = path.strip_prefix(folder.path()).expect("below").to_owned();
            path.display().to_string()
        };
        found.files.into_iter().map(name).collect()
    }

    const MARKDOWN: &str = "---\ntitle: Peran\nformat: 1 # versi\n---\n# Materi\n";

    #[test]
    fn courses_of_every_syntax_are_found_in_order() {
        let folder = folder_with(&[
            ("b/course.md", MARKDOWN),
            ("a/course.md", MARKDOWN),
            ("c.yaml", "title: x\n\"format\": 1\n"),
            (
                "d.json",
                "{\"sections\": [{\"format\": 2}], \"format\" : 1}",
            ),
            ("e.toml", "title = 'x'\nformat = 1\n[a]\n"),
        ]);
        assert_eq!(
            names(&folder, &[""]),
            ["a/course.md", "b/course.md", "c.yaml", "d.json", "e.toml"]
        );
    }

    #[test]
    fn other_files_are_left_alone() {
        let folder = folder_with(&[
            ("README.md", "# Kuliah\n\nformat: 1\n"),
            ("quarto.md", "---\nformat: html\n---\n"),
            ("ci.yaml", "jobs:\n  format: 1\n"),
            (
                "package.json",
                "{\"a\": {\"format\": 1}, \"format\": \"esm\"}",
            ),
            ("Cargo.toml", "[package]\nformat = 1\n"),
            ("course.canonical.json", "{\"format\": 1}"),
            ("target/course.md", MARKDOWN),
            ("node_modules/course.md", MARKDOWN),
            (".git/course.md", MARKDOWN),
            (".course.md", MARKDOWN),
            ("notes.txt", MARKDOWN),
        ]);
        assert!(names(&folder, &[""]).is_empty());
        let trouble = discover(&[folder.path().to_owned()], None).troubles;
        assert!(trouble[0].to_string().starts_with("no course in "));
    }

    #[test]
    fn what_is_missing_is_named() {
        let trouble = |files: &[(&str, &str)]| {
            let folder = folder_with(files);
            let trouble = discover(&[folder.path().to_owned()], None).troubles;
            trouble[0].to_string().replace(&shown(folder.path()), "DIR")
        };
        assert!(trouble(&[]).ends_with("`kuliah new DIR/course.md` starts a course"));
        assert_eq!(
            trouble(&[("b.md", "# B\n"), ("a.md", "# A\n"), ("c.yaml", "a: 1\n")]),
            "no course in DIR: DIR/a.md (and 1 more) has no front matter with `format: 1`; if it \
             is a course, write `kuliah check DIR/a.md` to see what is missing"
        );
    }

    #[test]
    fn a_named_file_is_always_a_course_and_each_comes_once() {
        let folder = folder_with(&[("README.md", "# Kuliah\n"), ("course.md", MARKDOWN)]);
        assert_eq!(
            names(&folder, &["README.md", "", "./course.md", "README.md"]),
            ["README.md", "course.md"]
        );
    }

    #[test]
    fn an_ending_that_says_nothing_needs_a_syntax() {
        let folder = folder_with(&[("course.txt", MARKDOWN)]);
        let path = [folder.path().join("course.txt")];
        let found = discover(&path, None);
        assert!(found.files.is_empty());
        assert!(found.troubles[0].to_string().ends_with("say --syntax"));
        assert_eq!(discover(&path, Some(Syntax::Yaml)).files.len(), 1);
    }

    #[test]
    fn a_missing_file_does_not_stop_the_others() {
        let folder = folder_with(&[("course.md", MARKDOWN)]);
        let paths = ["ada.md", "course.md"].map(|name| folder.path().join(name));
        let found = discover(&paths, None);
        assert_eq!((found.files.len(), found.troubles.len()), (1, 1));
    }

    #[test]
    fn standard_input_comes_once() {
        let dash = PathBuf::from("-");
        let found = discover(&[dash.clone(), dash], Some(Syntax::Toml));
        assert_eq!(found.files, [CourseFile::stdin(Syntax::Toml)]);
    }

    #[test]
    fn broken_json_is_no_course_and_no_trouble() {
        for text in ["{\"format", "}}]{", "\"format\": 1", "", "[\"format\", 1]"] {
            assert!(!has_json_format(text), "{text}");
        }
        assert!(has_json_format(r#"{"a\"}": "{", "format": 1, "b": 2}"#));
    }
}
