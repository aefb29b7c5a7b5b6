//! `kuliah check`: reports what is wrong with courses.

use kuliah::Safety;

use super::Exit;
use super::batch::{self, Batch, Job, Log, Work};
use crate::args::{BaselineArgs, CheckArgs, Color, ReportArgs};
use crate::baseline::Baseline;
use crate::console;
use crate::files::discover;
use crate::project::Wishes;
use crate::report::{Marked, Reporter, Sources};

/// Checking is all there is to do.
struct CheckOnly {
    /// What is known and not reported.
    baseline: Option<Baseline>,
    /// Whether all that is found becomes known.
    write: bool,
    /// Which fixes are made.
    mends: Option<Safety>,
}

impl Work for CheckOnly {
    fn work(&self, _: Job<'_>, _: &mut Log) -> anyhow::Result<()> {
        Ok(())
    }

    fn mends(&self) -> Option<Safety> {
        self.mends
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
    let wishes = Wishes::of(&args.project, report.fail_on())?;
    let work = CheckOnly {
        baseline: baseline(&args.baseline)?,
        write: args.baseline.write_baseline,
        mends: args.fixes.safety(),
    };
    let found = discover(&args.inputs.paths, args.inputs.syntax());
    let reporter = Reporter::new(report.format, color.on_stdout()).speaking(report.locale());
    let mut batch = batch::run(found, wishes, &args.inputs, reporter, false, &work)?;
    if args.fixes.diff {
        return Ok(show(batch, color, report));
    }
    if !batch.changes.is_empty() {
        match batch.changes.write() {
            Ok(note) => batch.notes.push(note),
            Err(trouble) => batch.troubles.push(trouble),
        }
    }
    if let Some(baseline) = &work.baseline {
        if !work.write {
            batch.notes.extend(baseline.remark());
        } else if batch.troubles.is_empty() {
            // A course that could not be read would be taken for one without findings.
            batch.notes.push(baseline.write()?);
        }
    }
    let text = batch.report(reporter)?;
    batch.expect(console::stdout(text.as_bytes()));
    Ok(batch.conclude(report))
}

/// Shows what fixes would change.
fn show(mut batch: Batch, color: Color, report: &ReportArgs) -> Exit {
    let diff = batch.changes.diff(color.on_stdout());
    batch.expect(console::stdout(diff.as_bytes()));
    for trouble in &batch.troubles {
        console::trouble(trouble);
    }
    if !report.quiet {
        console::note(&batch.changes.would_fix());
    }
    if !batch.troubles.is_empty() {
        Exit::CouldNotRun
    } else if batch.changes.is_empty() {
        Exit::Success
    } else {
        Exit::Findings
    }
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
