//! Many courses at once, reported in their order.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use anyhow::{Context as _, anyhow};
use indicatif::{ProgressBar, ProgressStyle};
use kuliah::check::{CheckedCourse, Policy};
use kuliah::{Diagnostic, Input, Safety, compile};
use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::Exit;
use crate::args::{InputArgs, ReportArgs, Shard};
use crate::console;
use crate::files::{self, CourseFile, Found, Root};
use crate::mend::{self, Changes};
use crate::project::{Project, Projects, Wishes};
use crate::report::{Marked, Rendered, Reporter, Run, Sources, Tally, mark};

/// From how many courses on a person is told how far the work is.
const WORTH_WATCHING: usize = 8;

/// What is done with each course.
pub(super) trait Work: Sync {
    /// Works on a course that has no errors.
    ///
    /// # Errors
    ///
    /// When it could not be done; what was done before stays in the log.
    fn work(&self, job: Job<'_>, log: &mut Log) -> anyhow::Result<()>;

    /// Which fixes are put into the courses; `None` when none are.
    fn mends(&self) -> Option<Safety> {
        None
    }

    /// The findings that are reported, of those that there are.
    fn sift(&self, found: Vec<Marked>, _: &Sources<'_>) -> Vec<Marked> {
        found
    }

    /// What is said of a course that has errors; `None` when the findings say all.
    fn left_out(&self, name: &str) -> Option<String>;
}

/// What comes up while a course is worked on.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// What writing it found.
    pub(super) exported: Vec<Diagnostic>,
    /// What was done, one line each.
    pub(super) notes: Vec<String>,
}

/// One course that has no errors.
#[derive(Debug, Copy, Clone)]
pub(super) struct Job<'a> {
    /// Its position among the files.
    pub(super) index: usize,
    /// The course.
    pub(super) course: &'a CheckedCourse,
    /// The files it names.
    pub(super) root: &'a Root,
    /// What its project asks for.
    pub(super) project: &'a Project,
}

/// What became of the courses of a run.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// Which part of the courses they are; `None` for all.
    pub(super) shard: Option<Shard>,
    /// The findings, in the order of the courses.
    pub(super) parts: Vec<Rendered>,
    /// How many there are.
    pub(super) tally: Tally,
    /// What was done, one line each.
    pub(super) notes: Vec<String>,
    /// What fixes would change; nothing is written yet.
    pub(super) changes: Changes,
    /// What could not be done.
    pub(super) troubles: Vec<anyhow::Error>,
}

/// What became of one course.
struct Done {
    part: Option<Rendered>,
    tally: Tally,
    notes: Vec<String>,
    changes: Changes,
    trouble: Option<anyhow::Error>,
}

/// Compiles every course of this part of those that were found, and works on those without errors.
///
/// What belongs to no course, such as a fault in a configuration, is reported with the first part.
///
/// # Errors
///
/// When no threads can be had. What is wrong with one course does not stop the others.
pub(super) fn run(
    found: Found,
    wishes: Wishes,
    inputs: &InputArgs,
    reporter: Reporter,
    watched: bool,
    work: &dyn Work,
) -> anyhow::Result<Batch> {
    let threads = inputs.jobs.map_or(0, usize::from);
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.context("cannot start threads")?;
    let count = found.files.len();
    let mine = inputs.shard.map_or(0..count, |it| it.range(count));
    let progress = progress(mine.len(), watched);
    // Without a current folder paths are shown as they are.
    let here = std::env::current_dir().unwrap_or_default();
    let projects = Projects::of(&found.files, wishes);
    let with_project = |(index, file)| Some((index, file, projects.project(index)?));
    let files = found
        .files
        .iter()
        .enumerate()
        .skip(mine.start)
        .take(mine.len());
    let ready = files.filter_map(with_project);
    let ready: Vec<_> = ready.collect();
    let one = |&(index, file, project): &(usize, &CourseFile, &Project)| {
        let guarded = AssertUnwindSafe(|| course(index, file, project, &here, reporter, work));
        // A defect in one course is said by the panic hook, and the others still get their turn.
        let done = catch_unwind(guarded).unwrap_or_else(|_| {
            Err(anyhow!(
                "{} met an internal error and was left out",
                file.name
            ))
        });
        progress.inc(1);
        done.unwrap_or_else(Done::from)
    };
    let done: Vec<_> = pool.install(|| ready.par_iter().map(one).collect());
    progress.finish_and_clear();

    let mut batch = Batch {
        shard: inputs.shard,
        ..Batch::default()
    };
    if inputs.shard.is_none_or(Shard::is_first) {
        let first = found.files.first().and_then(CourseFile::language);
        let locale = reporter.locale(&first.unwrap_or_default());
        batch.troubles.extend(found.troubles);
        batch.troubles.extend(projects.troubles);
        for faults in projects.faults {
            batch.troubles.push(faults.trouble());
            // A configuration has no language of its own: that of its first course is spoken.
            let sources = Sources::new(&faults.sources, Path::new(""))
                .seen_from(&here)
                .spoken_about_in(locale);
            let found = mark(faults.findings, Vec::new(), &sources, &Policy::default());
            batch.tally.add(&found);
            batch.parts.push(reporter.render(&found, &sources));
        }
    }
    for one in done {
        batch.parts.extend(one.part);
        batch.tally.merge(one.tally);
        batch.notes.extend(one.notes);
        batch.changes.merge(one.changes);
        batch.troubles.extend(one.trouble);
    }
    Ok(batch)
}

impl From<anyhow::Error> for Done {
    fn from(trouble: anyhow::Error) -> Self {
        Self {
            part: None,
            tally: Tally::default(),
            notes: Vec::new(),
            changes: Changes::default(),
            trouble: Some(trouble),
        }
    }
}

fn course(
    index: usize,
    file: &CourseFile,
    project: &Project,
    here: &Path,
    reporter: Reporter,
    work: &dyn Work,
) -> anyhow::Result<Done> {
    let bytes = file.read()?;
    let root = Root::of(file)?;
    let language = files::language(&bytes);
    let mut options = project.options(file);
    let dictionary = project.dictionary(&language, &options.policy);
    if let Ok(Some(dictionary)) = &dictionary {
        options = options.speller(&**dictionary);
    }
    let input = Input::new(&file.name, &bytes, file.syntax);
    let mut changes = Changes::default();
    let mut compiled = compile(&input, &root, &options);
    if let Some(safety) = work.mends()
        && compiled.diagnostics.iter().any(|it| it.fix.is_some())
    {
        let before = mend::texts(&compiled.sources);
        let mended = kuliah::fix(&input, &root, &options, safety);
        changes = mend::changes(file, &root, &before, &mended);
        compiled = mended.compiled;
    }
    let mut log = Log::default();
    let result = if let Some(course) = &compiled.course {
        let job = Job {
            index,
            course,
            root: &root,
            project,
        };
        work.work(job, &mut log)
    } else {
        log.notes.extend(work.left_out(&file.name));
        Ok(())
    };
    let sources = Sources::new(&compiled.sources, root.shown())
        .seen_from(here)
        .spoken_about_in(reporter.locale(&language));
    let exported = compiled.judge_export(log.exported, &options);
    let mut findings = compiled.diagnostics;
    findings.extend(exported.diagnostics);
    let mut kept = compiled.suppressed;
    kept.extend(exported.suppressed);
    let found = mark(findings, kept, &sources, &options.policy);
    let found = work.sift(found, &sources);
    let mut tally = Tally::of_course(sources.locale());
    tally.add(&found);
    Ok(Done {
        part: Some(reporter.render(&found, &sources)),
        tally,
        notes: log.notes,
        changes,
        trouble: result.err().or(dictionary.err()),
    })
}

/// A line for a person who waits.
fn progress(courses: usize, watched: bool) -> ProgressBar {
    if !watched || courses <= WORTH_WATCHING {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(courses as u64);
    let style = ProgressStyle::with_template("{wide_bar} {pos} of {len} courses");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

impl Batch {
    /// Adds what could not be done when all courses were through.
    pub(super) fn expect(&mut self, result: anyhow::Result<()>) {
        self.troubles.extend(result.err());
    }

    /// The report of the run; what follows has no part in it.
    ///
    /// # Errors
    ///
    /// When the findings cannot be written as data.
    pub(super) fn report(&mut self, reporter: Reporter) -> anyhow::Result<String> {
        let parts = std::mem::take(&mut self.parts);
        let troubles: Vec<_> = self.troubles.iter().map(console::trouble_text).collect();
        let run = Run::new(&self.tally, &troubles).part(self.shard);
        reporter.assemble(parts, &run)
    }

    /// Says what could not be done, what was done and how much was found, and how the run ended.
    pub(super) fn conclude(self, report: &ReportArgs) -> Exit {
        for trouble in &self.troubles {
            console::trouble(trouble);
        }
        let is_for_people = !report.quiet && !report.format.is_document();
        if is_for_people {
            for note in &self.notes {
                console::note(note);
            }
            // After trouble, "no findings" alone would read as if all were well.
            let says_nothing = self.tally.findings() == 0 && !self.troubles.is_empty();
            if self.tally.courses > 0 && !says_nothing {
                console::note(&self.tally.sentence());
            }
        }
        if !self.troubles.is_empty() {
            Exit::CouldNotRun
        } else if self.tally.fails {
            Exit::Findings
        } else {
            Exit::Success
        }
    }
}

#[cfg(test)]
mod tests {
    use kuliah::Syntax;

    use super::*;
    use crate::args::ReportFormat;

    /// Meets a defect in one course and notes the others.
    struct Fragile;

    impl Work for Fragile {
        fn work(&self, job: Job<'_>, log: &mut Log) -> anyhow::Result<()> {
            assert!(job.index != 1, "a defect");
            log.notes.push(format!("worked on {}", job.index));
            Ok(())
        }

        fn left_out(&self, _: &str) -> Option<String> {
            Some("left out".to_owned())
        }
    }

    fn batch(texts: &[&str]) -> Batch {
        let folder = tempfile::tempdir().expect("a folder");
        let mut found = Found::default();
        for (at, text) in texts.iter().enumerate() {
            let path = folder.path().join(format!("{at}.md"));
            crate::files::atomic::write_new(&path, text.as_bytes()).expect("written");
            found.files.push(CourseFile::at(&path, Syntax::Markdown));
        }
        let reporter = Reporter::new(ReportFormat::Concise, false);
        let inputs = InputArgs {
            paths: Vec::new(),
            syntax: None,
            jobs: Some(2),
            shard: None,
        };
        run(found, Wishes::default(), &inputs, reporter, false, &Fragile).expect("a batch")
    }

    const COURSE: &str = "---\nformat: 1\ntitle: Peran\n---\n# Materi\n\nTeks.\n";

    #[test]
    fn a_defect_in_one_course_leaves_the_others_alone() {
        let batch = batch(&[COURSE, COURSE, COURSE]);
        assert_eq!(batch.notes, ["worked on 0", "worked on 2"]);
        let [trouble] = batch.troubles.as_slice() else {
            panic!("{:?}", batch.troubles);
        };
        assert!(
            trouble
                .to_string()
                .ends_with("1.md met an internal error and was left out")
        );
    }

    #[test]
    fn a_course_with_errors_is_left_out_and_order_is_kept() {
        let batch = batch(&[COURSE, "# Tanpa judul\n", COURSE]);
        assert_eq!(batch.notes, ["worked on 0", "left out", "worked on 2"]);
        assert_eq!(batch.tally.courses, 3);
        assert!(batch.tally.errors > 0 && batch.troubles.is_empty());
    }
}
