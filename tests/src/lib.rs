//! What the tests share: arbitrary courses, writers of every syntax, readers of every format.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::indexing_slicing,
    reason = "tests fail by panicking, and so do their helpers"
)]
#![expect(
    clippy::format_push_string,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::assigning_clones,
    reason = "short matters more than fast here"
)]

pub mod catalogue;
pub mod corpus;
pub mod docx;
pub mod example;
pub mod finding;
pub mod fixture;
pub mod generate;
pub mod golden;
pub mod hostile;
pub mod pdf;
pub mod program;
pub mod reports;
pub mod same;
pub mod write;

use std::path::{Path, PathBuf};

/// The folder of the project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The files in a folder and below, sorted.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths: Vec<_> = entries.map(|it| it.expect("an entry").path()).collect();
    for path in paths {
        if path.is_dir() {
            out.extend(files(&path));
        } else {
            out.push(path);
        }
    }
    out.sort();
    out
}
