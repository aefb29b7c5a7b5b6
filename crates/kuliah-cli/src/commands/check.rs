//! `kuliah check`: reports what is wrong with courses.

use super::Exit;
use super::batch::{self, Job, Log, Work};
use crate::args::{BaselineArgs, CheckArgs, Color};
use crate::baseline::Baseline;
use crate::console;
use crate::files::discover;
use crate::report::{Marked, Reporter, Sources};

/// Checking is all there is to do.
struct CheckOnly {
    /// What is known and not reported.
    baseline: Option<Baseline>,
    /// Whether all that is found becomes known.
    write: bool,
}

impl Work for CheckOnly {
    fn work(&self, _: Job<'_>, _: &mut Log) -> anyhow::Result<()> {
        Ok(())
    }

    fn sift(&self, found: Vec<Marked>, sources: &Sources<'_>) -> Vec<Marked> {
        let Some(baseline) = &self.baseline else {
            return found;
        };
        let new = baseline.sift(found, sources.files());
        if self.write { Vec::new() } else { new }
    }

    fn left_out(&self, _: &str) -> Option<String> {
        None
    }
}

/// Checks courses; findings go to standard output.
pub(super) fn run(args: &CheckArgs, color: Color) -> anyhow::Result<Exit> {
    let report = &args.report;
    let work = CheckOnly {
        baseline: baseline(&args.baseline)?,
        write: args.baseline.write_baseline,
    };
    let found = discover(&args.inputs.paths, args.inputs.syntax());
    let reporter = Reporter::new(report.format, color.on_stdout());
    let mut batch = batch::run(found, args.inputs.jobs, reporter, false, &work)?;
    if let Some(baseline) = &work.baseline {
        if !work.write {
            batch.notes.extend(baseline.remark());
        } else if batch.troubles.is_empty() {
            // A course that could not be read would be taken for one without findings.
            batch.notes.push(baseline.write()?);
        }
    }
    let text = batch.report(reporter, report)?;
    batch.expect(console::stdout(text.as_bytes()));
    Ok(batch.conclude(report))
}

fn baseline(args: &BaselineArgs) -> anyhow::Result<Option<Baseline>> {
    let path = args.baseline.as_deref();
    path.map(|path| {
        if args.write_baseline {
            Baseline::to_write(path)
        } else {
            Baseline::read(path)
        }
    })
    .transpose()
}
