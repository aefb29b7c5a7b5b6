//! `kuliah merge-reports`: makes one report of those of several runs.

use anyhow::Context as _;

use super::Exit;
use crate::args::MergeReportsArgs;
use crate::console;
use crate::files::{atomic, read_text, shown};
use crate::report::{Merged, merge};

/// The most that one report may hold, in bytes.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Merges reports; the exit code is the worst of theirs.
pub(super) fn run(args: &MergeReportsArgs) -> anyhow::Result<Exit> {
    let read = |path: &std::path::PathBuf| Ok((shown(path), read_text(path, MOST_BYTES)?));
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
