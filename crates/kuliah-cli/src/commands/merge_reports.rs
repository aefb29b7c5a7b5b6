//! `kuliah merge-reports`: makes one report of those of several runs.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::Exit;
use crate::args::MergeReportsArgs;
use crate::console;
use crate::files::{atomic, shown};
use crate::report::{Merged, merge};

/// The most that one report may hold, in bytes.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Merges reports; the exit code is the worst of theirs.
pub(super) fn run(args: &MergeReportsArgs) -> anyhow::Result<Exit> {
    let read = |path: &std::path::PathBuf| Ok((shown(path), read(path)?));
    let reports = args.reports.iter().map(read);
    let reports = reports.collect::<anyhow::Result<Vec<_>>>()?;
    let Merged { text, exit_code } = merge(reports)?;
    match args.out.as_deref().filter(|it| it.as_os_str() != "-") {
        None => console::stdout(text.as_bytes())?,
        Some(path) => atomic::write(path, text.as_bytes())
            .with_context(|| format!("cannot write {}", shown(path)))?,
    }
    Ok(match exit_code {
        0 => Exit::Success,
        1 => Exit::Findings,
        _ => Exit::CouldNotRun,
    })
}

fn read(path: &Path) -> anyhow::Result<String> {
    let name = || format!("cannot read {}", shown(path));
    let mut text = String::new();
    let file = File::open(path).with_context(name)?;
    let mut file = file.take(MOST_BYTES + 1);
    file.read_to_string(&mut text).with_context(name)?;
    if text.len() as u64 > MOST_BYTES {
        bail!("{} holds more than {MOST_BYTES} bytes", shown(path));
    }
    Ok(text)
}
