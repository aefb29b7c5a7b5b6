//! Every fuzz target for a while, from its seeds.

use std::fs;
use std::io::{Write as _, stdout};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

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
    /// Targets that run side by side.
    #[arg(long, default_value_t = 2)]
    at_once: u32,
    /// A folder that the inputs found so far are kept in; a temporary one when left out.
    #[arg(long)]
    corpus: Option<PathBuf>,
}

/// Runs the targets, some at once; needs `cargo-fuzz`.
///
/// # Errors
///
/// When one finds something, with the end of what it said.
pub(crate) fn run(args: &FuzzArgs) -> Result<()> {
    let mut targets = args.targets.clone();
    if targets.is_empty() {
        targets = all()?;
    }
    let own = TempDir::new()?;
    let corpus = args.corpus.as_deref().unwrap_or(own.path());
    fs::create_dir_all(corpus)?;
    let corpus = corpus.canonicalize()?;
    // One build for all, so that the runs wait for nothing.
    let built = cargo_fuzz().arg("build").status();
    if !built.context("cannot run cargo-fuzz")?.success() {
        bail!("the targets cannot be built");
    }
    let queue = Mutex::new(targets.into_iter());
    let faults = Mutex::new(Vec::new());
    let work = || {
        while let Some(target) = queue.lock().ok().and_then(|mut it| it.next()) {
            let outcome = run_one(&target, &corpus, args.seconds);
            if let (Err(fault), Ok(mut all)) = (outcome, faults.lock()) {
                all.push(format!("{target}: {fault:#}"));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..args.at_once.max(1) {
            scope.spawn(work);
        }
    });
    let faults = faults.into_inner().unwrap_or_default();
    if !faults.is_empty() {
        bail!("{}", faults.join("\n\n"));
    }
    Ok(())
}

/// Runs a target from its seeds; what it finds is an error.
fn run_one(target: &str, corpus: &Path, seconds: u32) -> Result<()> {
    let found = corpus.join(target);
    fs::create_dir_all(&found)?;
    let mut command = cargo_fuzz();
    command.args(["run", target]).arg(&found);
    let seeds = format!("seeds/{target}");
    if root().join("fuzz").join(&seeds).is_dir() {
        command.arg(seeds);
    }
    command.args(["--", "-timeout=10", "-rss_limit_mb=2048", "-dict=dict"]);
    command.arg("-print_final_stats=1");
    command.arg(format!("-max_total_time={seconds}"));
    let output = command.output().context("cannot run cargo-fuzz")?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        let lines: Vec<_> = said.lines().collect();
        let tail = lines.split_at(lines.len().saturating_sub(40)).1;
        bail!("{}", tail.join("\n"));
    }
    let units = said
        .lines()
        .find(|it| it.contains("number_of_executed_units"));
    let units = units
        .and_then(|it| it.split_whitespace().last())
        .unwrap_or("?");
    writeln!(stdout(), "{target}: {units} inputs, nothing found")?;
    Ok(())
}

/// `cargo fuzz` in its folder.
fn cargo_fuzz() -> Command {
    let mut command = Command::new("cargo");
    // libFuzzer's instrumentation is the one thing here that a stable compiler hides.
    command
        .current_dir(root().join("fuzz"))
        .env("RUSTC_BOOTSTRAP", "1")
        .arg("fuzz");
    command
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
