//! The public API of the libraries, written by a program of its own workspace: see `api/Cargo.toml`.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::output::root;

/// Writes `docs/api`, or compares the API with what is there.
pub(crate) fn run(check: bool) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--locked", "--manifest-path"]);
    cargo.arg(root().join("xtask/api/Cargo.toml"));
    cargo.arg("--").args(check.then_some("--check"));
    let status = cargo.current_dir(root()).status();
    let status = status.context("cannot run Cargo")?;
    if !status.success() {
        bail!("`docs/api` is not up to date, or cannot be made");
    }
    Ok(())
}
