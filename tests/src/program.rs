//! The program `kuliah`, for tests that run it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;

use crate::root;

/// The program, built once for all tests of a run.
///
/// It belongs to another package, so Cargo does not build it for this one.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(build)
}

fn build() -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root());
    cargo.args([
        "build",
        "--quiet",
        "--package",
        "kuliah-cli",
        "--bin",
        "kuliah",
    ]);
    cargo.args(["--message-format", "json", "--profile", &profile()]);
    let output = cargo.output().expect("a run of Cargo");
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "the program was not built: {words}"
    );
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let messages = lines
        .lines()
        .filter_map(|it| serde_json::from_str::<Value>(it).ok());
    let mut programs = messages.filter_map(|message| {
        let path = message.get("executable")?.as_str()?;
        Some(PathBuf::from(path))
    });
    programs.next().expect("the path of the program")
}

/// The profile that the tests themselves were built with: `target/debug/deps/cli-…` is of `dev`.
fn profile() -> String {
    let here = std::env::current_exe().expect("the path of this program");
    let mut folders = here.ancestors().skip(1).filter_map(Path::file_name);
    let folder = folders.find(|it| *it != "deps");
    match folder.and_then(|it| it.to_str()) {
        None | Some("debug") => "dev".to_owned(),
        Some(other) => other.to_owned(),
    }
}
