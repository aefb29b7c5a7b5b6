//! What `kuliah check` reports of some courses with faults, kept in the repository for each
//! format: a change of it must be meant.

use std::process::Command;

use crate::program::program;
use crate::root;

/// Where the courses and the reports are.
pub const FOLDER: &str = "tests/cli/reports";

/// The formats, and the ending of the file that holds the report.
pub const FORMATS: [(&str, &str); 8] = [
    ("full", "txt"),
    ("concise", "txt"),
    ("json", "json"),
    ("json-lines", "jsonl"),
    ("github", "txt"),
    ("gitlab", "json"),
    ("sarif", "sarif"),
    ("junit", "xml"),
];

/// The reports: path below the project, and text.
pub fn reports() -> Vec<(String, String)> {
    let path = |name, ending| format!("{FOLDER}/{name}.{ending}");
    let formats = FORMATS.into_iter();
    formats
        .map(|(name, ending)| (path(name, ending), report(name)))
        .collect()
}

/// What is reported of the courses in one format.
pub fn report(format: &str) -> String {
    let mut command = Command::new(program());
    command.current_dir(root().join(FOLDER).join("courses"));
    command.args(["check", "--color", "never", "--format", format]);
    let output = command.output().expect("a run");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}
