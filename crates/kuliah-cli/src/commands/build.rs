//! `kuliah build`: checks courses and writes their handouts.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, bail};
use kuliah::sheets::{NoteLines, Sheets};
use kuliah::{Audience, FORMATS, Format, Handout, HandoutOptions, format};

use super::batch::{self, Job, Log, Work};
use super::targets::targets;
use super::{Exit, epoch};
use crate::args::{BuildArgs, Color, LookArgs};
use crate::console;
use crate::files::{Found, atomic, discover, shown};
use crate::project::{Look, Wishes};
use crate::report::{Reporter, size};

/// Writes handouts; findings go to standard error, since a handout may go to standard output.
pub(super) fn run(args: &BuildArgs, color: Color) -> anyhow::Result<Exit> {
    let formats = formats(&args.to);
    let found = discover(&args.inputs.paths, args.inputs.syntax());
    let audience = args.audience.audience();
    let to_stdout = args.out.as_deref().is_some_and(|it| it.as_os_str() == "-");
    let destination = if to_stdout {
        one_copy(&found, &formats)?;
        Destination::Stdout(Mutex::new(Vec::new()))
    } else {
        let out = args.out.as_deref();
        Destination::Files(targets(&found.files, &formats, audience, out)?)
    };
    let build = Build {
        formats,
        options: options(audience, &args.look)?,
        large_print: args.look.large_print,
        destination,
    };

    let report = &args.report;
    let wishes = Wishes::of(&args.project, report.fail_on())?.looking(&args.look)?;
    let reporter = Reporter::new(report.format, color.on_stderr()).speaking(report.locale());
    let watched = console::is_watched() && !report.quiet && !report.format.is_document();
    let mut batch = batch::run(found, wishes, &args.inputs, reporter, watched, &build)?;
    if let Destination::Stdout(bytes) = build.destination {
        let bytes = bytes.into_inner().unwrap_or_else(PoisonError::into_inner);
        batch.expect(console::stdout(&bytes));
    }
    console::stderr(&batch.report(reporter)?);
    Ok(batch.conclude(report))
}

/// What the command line says of the copies.
///
/// # Errors
///
/// When `SOURCE_DATE_EPOCH` is set to something that is no moment.
fn options(audience: Audience, args: &LookArgs) -> anyhow::Result<HandoutOptions> {
    let mut options = HandoutOptions::for_audience(audience);
    options.embed = !args.no_embed;
    options.attach = args.attach_source;
    options.sheets = args
        .note_sheets
        .and_then(|pages| Sheets::new(pages, NoteLines::Beside).ok());
    options.file_date = epoch::date()?;
    Ok(options)
}

/// The formats asked for, each once; all when none is.
fn formats(names: &[String]) -> Vec<&'static Format> {
    if names.is_empty() {
        return FORMATS.iter().collect();
    }
    let mut formats: Vec<&'static Format> = Vec::new();
    for asked in names.iter().filter_map(|name| format(name)) {
        if !formats.iter().any(|it| it.name() == asked.name()) {
            formats.push(asked);
        }
    }
    formats
}

/// Standard output takes one course in one format.
fn one_copy(found: &Found, formats: &[&Format]) -> anyhow::Result<()> {
    let [format] = formats else {
        bail!("`--out -` writes one format; name it with --to");
    };
    if found.files.len() > 1 {
        bail!(
            "`--out -` writes one course, and there are {}; name one",
            found.files.len()
        );
    }
    if format.name() != "json" && console::stdout_is_a_screen() {
        bail!(
            "a {} is no text for a terminal; send it to a file with `>`, or leave out `--out -`",
            format.name()
        );
    }
    Ok(())
}

/// Writes the copies of one audience.
struct Build {
    formats: Vec<&'static Format>,
    /// What all copies are like; the project of each course says how it looks.
    options: HandoutOptions,
    large_print: bool,
    destination: Destination,
}

enum Destination {
    /// A list of targets for each course, in the order of the formats.
    Files(Vec<Vec<PathBuf>>),
    /// The one copy, until the run is over.
    Stdout(Mutex<Vec<u8>>),
}

impl Build {
    /// The options of a copy that looks as its project says.
    fn looking(&self, look: &Look) -> HandoutOptions {
        let mut options = self.options.clone();
        if let Some(theme) = &look.theme {
            options.theme = theme.clone();
        }
        if self.large_print {
            options.theme = options.theme.large_print();
        }
        options.template.clone_from(&look.template);
        options
    }
}

impl Work for Build {
    fn work(&self, job: Job<'_>, log: &mut Log) -> anyhow::Result<()> {
        let handout = Handout::new(job.course, self.looking(job.project.look()));
        // All formats are made before the first is written: all of them or none.
        let mut copies = Vec::new();
        for format in &self.formats {
            let exported = handout.export(format, job.root);
            let exported =
                exported.with_context(|| format!("cannot make the {}", format.name()))?;
            log.exported.extend(exported.diagnostics);
            copies.push(exported.bytes);
        }
        // Two formats may find the same.
        log.exported.sort_by_key(|it| (it.span(), it.rule));
        log.exported.dedup();
        match &self.destination {
            Destination::Stdout(place) => {
                let copy = copies.into_iter().next().unwrap_or_default();
                *place.lock().unwrap_or_else(PoisonError::into_inner) = copy;
            }
            Destination::Files(targets) => {
                let targets = targets.get(job.index).map(Vec::as_slice);
                for (target, bytes) in targets.unwrap_or_default().iter().zip(&copies) {
                    log.notes.push(write(target, bytes)?);
                }
            }
        }
        Ok(())
    }

    fn left_out(&self, name: &str) -> Option<String> {
        Some(format!("nothing written for {name}, since it has errors"))
    }
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<String> {
    let name = shown(path);
    let result = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => fs::create_dir_all(folder),
        _ => Ok(()),
    };
    result
        .and_then(|()| atomic::write(path, bytes))
        .with_context(|| format!("cannot write {name}"))?;
    Ok(format!("wrote {name} ({})", size(bytes.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_comes_once_and_none_means_all() {
        let names = |names: &[&str]| {
            let names: Vec<_> = names.iter().map(|&it| it.to_owned()).collect();
            let formats = formats(&names).into_iter();
            formats.map(Format::name).collect::<Vec<_>>()
        };
        assert_eq!(names(&["json", "pdf", "json"]), ["json", "pdf"]);
        assert_eq!(names(&[]).len(), FORMATS.len());
    }
}
