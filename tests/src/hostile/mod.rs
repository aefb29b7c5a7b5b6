//! Inputs that are wrong, huge or written to do harm, and what must come of each.
//!
//! Small ones are files below `tests/hostile/`, a folder a threat; large ones, links and archives
//! are made by code. What must come of each stands in `tests/hostile/expected.tsv`.

mod archives;
mod judge;
mod large;
mod pictures;
mod system;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

pub use judge::{Outcome, judge};

use crate::{files, root};

/// Where the files and the table are.
pub const FOLDER: &str = "tests/hostile";

/// A folder with a course in it that means harm.
#[derive(Debug)]
pub struct Case {
    /// The threat and the case, with `/` between.
    pub name: String,
    /// Its files, with `/` between folders.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Links: where, and what they point at.
    pub links: Vec<(String, String)>,
    /// Pipes that nobody writes to.
    pub pipes: Vec<String>,
}

impl Case {
    /// A case of one course.
    pub fn course(name: &str, file: &str, content: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.to_owned(),
            files: BTreeMap::from([(file.to_owned(), content.into())]),
            links: Vec::new(),
            pipes: Vec::new(),
        }
    }

    /// The same case with one more file.
    #[must_use]
    pub fn file(mut self, file: &str, content: impl Into<Vec<u8>>) -> Self {
        self.files.insert(file.to_owned(), content.into());
        self
    }

    /// The file of the course.
    pub fn course_file(&self) -> &str {
        let is_course = |it: &&String| it.starts_with("course.");
        self.files.keys().find(is_course).expect("a course")
    }

    /// Puts all of it into an empty folder.
    pub fn lay_out(&self, folder: &Path) {
        for (name, content) in &self.files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            let mut file = File::create(path).expect("a new file");
            file.write_all(content).expect("a written file");
        }
        #[cfg(unix)]
        for (name, target) in &self.links {
            std::os::unix::fs::symlink(target, folder.join(name)).expect("a link");
        }
        for name in &self.pipes {
            let made = std::process::Command::new("mkfifo")
                .arg(folder.join(name))
                .status();
            assert!(made.expect("mkfifo").success());
        }
    }
}

/// Every case, in the order of their names.
pub fn cases() -> Vec<Case> {
    let mut all = stored();
    all.extend(large::cases());
    all.extend(pictures::cases());
    all.extend(archives::cases());
    #[cfg(unix)]
    all.extend(system::cases());
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

/// The cases that are files: one file is a course, one folder a course with what it names.
fn stored() -> Vec<Case> {
    let top = root().join(FOLDER);
    let mut out = Vec::new();
    for threat in entries(&top).into_iter().filter(|it| it.is_dir()) {
        for path in entries(&threat) {
            let name = |path: &Path| {
                path.file_name()
                    .and_then(|it| it.to_str().map(str::to_owned))
            };
            let name = |path: &Path| name(path).expect("a name in UTF-8");
            let shown = format!("{}/{}", name(&threat), name(&path));
            if path.is_dir() {
                let mut case = Case::course(&shown, "", "");
                case.files.clear();
                for file in files(&path) {
                    let inside = file.strip_prefix(&path).expect("below");
                    let inside = inside.to_str().expect("UTF-8").replace('\\', "/");
                    case = case.file(&inside, fs::read(&file).expect("a file"));
                }
                out.push(case);
            } else {
                let ending = path
                    .extension()
                    .expect("an ending")
                    .to_str()
                    .expect("UTF-8");
                let content = fs::read(&path).expect("a file");
                out.push(Case::course(&shown, &format!("course.{ending}"), content));
            }
        }
    }
    out
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries.map(|it| it.expect("an entry").path()).collect()
}

/// What must come of each case, by its name.
pub fn expected() -> BTreeMap<String, Outcome> {
    let table = fs::read_to_string(root().join(FOLDER).join("expected.tsv")).expect("a table");
    let row = |line: &str| {
        let (name, outcome) = line.split_once('\t').expect("columns");
        (name.to_owned(), outcome.parse().expect("an outcome"))
    };
    table.lines().skip(1).map(row).collect()
}

/// The front matter of a course without findings.
const FRONT: &str = "---\nformat: 1\ntitle: Roles\nlang: en\n---\n\n";

/// A course in Markdown with this body.
fn markdown(body: &str) -> String {
    format!("{FRONT}# Material\n\n{body}\n")
}

/// A course without findings that names files in its front matter.
fn naming(lines: &str, body: &str) -> String {
    markdown(body).replace("lang: en\n", &format!("lang: en\n{lines}\n"))
}

/// A course in YAML with one more line.
fn yaml(line: &str) -> String {
    format!(
        "format: 1\ntitle: Roles\nlang: en\nsections:\n  - {{title: Material, content: Text.}}\n{line}\n"
    )
}
