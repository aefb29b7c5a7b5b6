//! Time and peak memory of the program on every hostile input.

use std::fs;
use std::io::{Write as _, stdout};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use clap::Args;
use kuliah_tests::hostile::{Case, FOLDER, cases, judge};
use tempfile::TempDir;

use crate::output::{self, root};

/// What to do with the cases.
#[derive(Args)]
pub(crate) struct HostileArgs {
    /// The program; a build for release.
    #[arg(long, default_value = "target/release/kuliah")]
    program: PathBuf,
    /// Write the table of what comes of each; read the difference before it is committed.
    #[arg(long)]
    write: bool,
    /// How many of the slowest and of the largest are shown.
    #[arg(long, default_value_t = 8)]
    show: usize,
    /// The most time of processors that one may take, in seconds.
    #[arg(long, default_value_t = 1.0)]
    seconds: f64,
    /// The most memory that one may take, in MiB.
    #[arg(long, default_value_t = 128)]
    mebibytes: u64,
}

/// The cost of one build: time of processors, whatever else runs on the machine, and memory.
struct Cost {
    name: String,
    seconds: f64,
    mebibytes: u64,
}

/// Builds every case once and fails when one is over the bounds.
pub(crate) fn run(args: &HostileArgs) -> Result<()> {
    let program = args.program.canonicalize();
    let program = program.with_context(|| format!("there is no {}", args.program.display()))?;
    if args.write {
        return write(&program);
    }
    let mut costs = Vec::new();
    for case in cases() {
        costs.push(measure(&program, &case)?);
    }
    let mut out = stdout().lock();
    writeln!(out, "{} cases", costs.len())?;
    costs.sort_by(|a, b| b.seconds.total_cmp(&a.seconds));
    show(&mut out, "slowest", costs.iter().take(args.show))?;
    let slow: Vec<_> = costs
        .iter()
        .filter(|it| it.seconds > args.seconds)
        .map(|it| it.name.clone())
        .collect();
    costs.sort_by_key(|it| std::cmp::Reverse(it.mebibytes));
    show(&mut out, "largest", costs.iter().take(args.show))?;
    let large: Vec<_> = costs
        .iter()
        .filter(|it| it.mebibytes > args.mebibytes)
        .map(|it| it.name.clone())
        .collect();
    if !slow.is_empty() || !large.is_empty() {
        bail!(
            "over {} s: {slow:?}; over {} MiB: {large:?}",
            args.seconds,
            args.mebibytes
        );
    }
    Ok(())
}

fn show<'a>(
    out: &mut impl std::io::Write,
    what: &str,
    costs: impl Iterator<Item = &'a Cost>,
) -> Result<()> {
    writeln!(out, "{what}:")?;
    for cost in costs {
        writeln!(
            out,
            "  {:6.2} s {:6} MiB  {}",
            cost.seconds, cost.mebibytes, cost.name
        )?;
    }
    Ok(())
}

/// One build in a folder of its own, under GNU time.
fn measure(program: &Path, case: &Case) -> Result<Cost> {
    let desk = TempDir::new()?;
    let folder = desk.path().join("course");
    fs::create_dir(&folder)?;
    case.lay_out(&folder);
    let figures = desk.path().join("figures");
    let run = Command::new("/usr/bin/time")
        .args(["-q", "-f", "%U %S %M", "-o"])
        .arg(&figures)
        .arg(program)
        .args([
            "build",
            "--format",
            "json",
            "--out",
            "../out",
            case.course_file(),
        ])
        .current_dir(&folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    run.context("cannot run GNU time; install the package `time`")?;
    let figures = fs::read_to_string(figures)?;
    let figures: Vec<_> = figures.split_whitespace().collect();
    let [user, system, kibibytes] = figures.as_slice() else {
        bail!("not three figures: {figures:?}");
    };
    Ok(Cost {
        name: case.name.clone(),
        seconds: user.parse::<f64>()? + system.parse::<f64>()?,
        mebibytes: kibibytes.parse::<u64>()?.div_ceil(1_024),
    })
}

/// Writes what comes of each case; what must never come of any is an error.
fn write(program: &Path) -> Result<()> {
    let mut table = b"case\tcheck\tbuild\tfirst finding\n".to_vec();
    let mut faults = Vec::new();
    for case in cases() {
        writeln!(stdout(), "{}", case.name)?;
        match judge(program, &case) {
            Ok(outcome) => writeln!(table, "{}\t{outcome}", case.name)?,
            Err(found) => faults.push(format!("{}: {}", case.name, found.join("; "))),
        }
    }
    output::write(&root().join(FOLDER).join("expected.tsv"), table)?;
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Ok(())
}
