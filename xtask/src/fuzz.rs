//! Every fuzz target for a while, from its seeds.

use std::fs;
use std::io::{Write as _, stdout};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;
use tempfile::TempDir;

use crate::output::root;

/// What runs, and for how long.
#[derive(Args)]
pub(crate) struct FuzzArgs {
    /// Targets; all of them when none is named.
    targets: Vec<String>,
    /// Seconds for each.
    #[arg(long, default_value_t = 600)]
    seconds: u32,
    /// A folder that the inputs found so far are kept in; a temporary one when left out.
    #[arg(long)]
    corpus: Option<PathBuf>,
}

/// Runs the targets one after another; needs `cargo-fuzz`.
pub(crate) fn run(args: &FuzzArgs) -> Result<()> {
    let folder = root().join("fuzz");
    let mut targets = args.targets.clone();
    if targets.is_empty() {
        targets = all()?;
    }
    let own = TempDir::new()?;
    let corpus = args.corpus.as_deref().unwrap_or(own.path());
    fs::create_dir_all(corpus)?;
    let corpus = corpus.canonicalize()?;
    for target in targets {
        let found = corpus.join(&target);
        fs::create_dir_all(&found)?;
        let mut command = Command::new("cargo");
        // libFuzzer's instrumentation is the one thing here that a stable compiler hides.
        command.current_dir(&folder).env("RUSTC_BOOTSTRAP", "1");
        command
            .args(["fuzz", "run", &target])
            .arg(&found)
            .arg(format!("seeds/{target}"));
        command.args([
            "--",
            "-timeout=10",
            "-rss_limit_mb=2048",
            "-dict=dict",
            "-print_final_stats=1",
        ]);
        command.arg(format!("-max_total_time={}", args.seconds));
        let output = command.output().context("cannot run cargo-fuzz")?;
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            let tail: Vec<_> = said.lines().rev().take(40).collect();
            let tail: Vec<_> = tail.into_iter().rev().collect();
            bail!("{target}: {}", tail.join("\n"));
        }
        let units = said
            .lines()
            .find(|it| it.contains("number_of_executed_units"));
        let units = units
            .and_then(|it| it.split_whitespace().last())
            .unwrap_or("?");
        writeln!(stdout(), "{target}: {units} inputs, nothing found")?;
    }
    Ok(())
}

/// Every target, by its file.
fn all() -> Result<Vec<String>> {
    let mut out = Vec::new();
    for entry in fs::read_dir(root().join("fuzz/fuzz_targets"))? {
        let path = entry?.path();
        let name = path.file_stem().context("a name")?;
        out.push(name.to_string_lossy().into_owned());
    }
    out.sort();
    Ok(out)
}
