//! `kuliah check`: reports what is wrong with courses.

use super::Exit;
use super::batch::{self, Job, Log, Work};
use crate::args::{CheckArgs, Color};
use crate::console;
use crate::files::discover;
use crate::report::Reporter;

/// Checking is all there is to do.
struct CheckOnly;

impl Work for CheckOnly {
    fn work(&self, _: Job<'_>, _: &mut Log) -> anyhow::Result<()> {
        Ok(())
    }

    fn left_out(&self, _: &str) -> Option<String> {
        None
    }
}

/// Checks courses; findings go to standard output.
pub(super) fn run(args: &CheckArgs, color: Color) -> anyhow::Result<Exit> {
    let report = &args.report;
    let found = discover(&args.inputs.paths, args.inputs.syntax());
    let reporter = Reporter::new(report.format, color.on_stdout());
    let mut batch = batch::run(found, args.inputs.jobs, reporter, false, &CheckOnly)?;
    let text = batch.report(reporter, report)?;
    batch.expect(console::stdout(text.as_bytes()));
    Ok(batch.conclude(report))
}
