//! `kuliah references`: lists, formats, compares, adds and exports the references of a course.

mod add;
mod list;
mod words;

use std::io;
use std::path::Path;

use anyhow::{Context as _, anyhow, bail};
use kuliah::check::{Locale, Policy};
use kuliah::references::{
    CitationStyle, Collection, FormattedReference, collect, duplicates, format, style_names,
    write_bib, write_csl_json,
};
use kuliah::{Diagnostic, Input, SourceMap};

use super::Exit;
use crate::args::{Color, ExportFormat, ListFormat, ReferencesArgs, ReportFormat};
use crate::console;
use crate::files::{self, CourseFile, Root, atomic, discover, read_text, shown};
use crate::report::{Reporter, Run, Sources, Tally, mark};
use words::Words;

/// The most that a citation style holds, in bytes.
const MOST_STYLE_BYTES: u64 = 4 * 1024 * 1024;

/// A course file, and how it is spoken about.
struct Subject {
    file: CourseFile,
    bytes: Vec<u8>,
    root: Root,
    reporter: Reporter,
    locale: Locale,
}

/// Does what is asked for with the references of a course.
pub(super) fn run(args: &ReferencesArgs, color: Color) -> anyhow::Result<Exit> {
    let file = one_course(args)?;
    let bytes = file.read()?;
    let root = Root::of(&file)?;
    let asked = args.lang.map(crate::args::ReportLanguage::locale);
    let language = files::language(&bytes);
    let reporter = Reporter::new(ReportFormat::Full, color.on_stderr()).speaking(asked);
    let subject = Subject {
        locale: reporter.locale(&language),
        file,
        bytes,
        root,
        reporter,
    };
    match &args.add {
        Some(entries) => add::run(&subject, entries, args.diff, color),
        None => subject.show(args),
    }
}

/// The one course that a file or a folder stands for.
fn one_course(args: &ReferencesArgs) -> anyhow::Result<CourseFile> {
    let paths = std::slice::from_ref(&args.path);
    let mut found = discover(paths, args.syntax.map(crate::args::SyntaxArg::syntax));
    if !found.troubles.is_empty() {
        return Err(found.troubles.remove(0));
    }
    match (found.files.pop(), found.files.len()) {
        (Some(file), 0) => Ok(file),
        (_, others) => bail!(
            "the references of one course are shown, and there are {}; name one",
            others + 1
        ),
    }
}

impl Subject {
    fn input(&self) -> Input<'_> {
        Input::new(&self.file.name, &self.bytes, self.file.syntax)
    }

    fn words(&self) -> Words {
        Words(self.locale)
    }

    /// Reports what is wrong; the run then ends with 1.
    fn report(&self, sources: &SourceMap, found: Vec<Diagnostic>) -> anyhow::Result<Exit> {
        let here = std::env::current_dir().unwrap_or_default();
        let sources = Sources::new(sources, self.root.shown())
            .seen_from(&here)
            .spoken_about_in(self.locale);
        let found = mark(found, Vec::new(), &sources, &Policy::default());
        let mut tally = Tally::default();
        tally.add(&found);
        let parts = vec![self.reporter.render(&found, &sources)];
        let text = self.reporter.assemble(parts, &Run::new(&tally, &[]))?;
        console::stderr(&text);
        Ok(Exit::Findings)
    }

    fn show(&self, args: &ReferencesArgs) -> anyhow::Result<Exit> {
        let (map, collection) = collect(&self.input(), &self.root);
        let collection = match collection {
            Ok(collection) => collection,
            Err(found) => return self.report(&map, found),
        };
        if let Some(format) = args.to {
            return self.export(&collection, format, args.out.as_deref());
        }
        let here = std::env::current_dir().unwrap_or_default();
        let sources = Sources::new(&map, self.root.shown()).seen_from(&here);
        let formatted = (args.formatted || args.style.is_some())
            .then(|| formatted(&collection, args.style.as_deref()))
            .transpose()?;
        let twins = duplicates(&collection.fields());
        let text = if args.format == ListFormat::Json {
            let style = args.style.as_deref().unwrap_or(&collection.style_name);
            let formatted = formatted.as_deref();
            list::data(&collection, style, formatted, &twins, (&sources, &map))?
        } else if args.duplicates {
            list::pairs(&collection, &twins, &sources, self.words())
        } else if let Some(formatted) = &formatted {
            list::paragraphs(formatted)
        } else if collection.entries.is_empty() {
            String::new()
        } else {
            list::table(&collection.entries, self.words())
        };
        console::stdout(text.as_bytes())?;
        if args.format == ListFormat::Text {
            let unused = collection.entries.iter().filter(|it| it.cited == 0);
            console::note(&if args.duplicates {
                self.words().pairs(twins.len())
            } else {
                self.words().count(collection.entries.len(), unused.count())
            });
        }
        let fails = args.duplicates && !twins.is_empty();
        Ok(if fails { Exit::Findings } else { Exit::Success })
    }

    fn export(
        &self,
        collection: &Collection,
        format: ExportFormat,
        out: Option<&Path>,
    ) -> anyhow::Result<Exit> {
        let fields = collection.fields();
        let text = match format {
            ExportFormat::Bib => write_bib(&fields),
            ExportFormat::CslJson => write_csl_json(&fields),
        };
        let Some(path) = out else {
            console::stdout(text.as_bytes())?;
            return Ok(Exit::Success);
        };
        let name = shown(path);
        match atomic::write_new(path, text.as_bytes()) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                bail!("{name} is there already, and nothing was written over it");
            }
            result => result.with_context(|| format!("cannot write {name}"))?,
        }
        console::note(&self.words().wrote(&name));
        Ok(Exit::Success)
    }
}

/// The references in a style, which is that of the course when none is named.
fn formatted(
    collection: &Collection,
    style: Option<&str>,
) -> anyhow::Result<Vec<FormattedReference>> {
    let style = match style {
        Some(name) => style_named(name)?,
        None => collection.style.clone().ok_or_else(|| {
            anyhow!(
                "the citation style {} cannot be used; `kuliah check` says why",
                collection.style_name
            )
        })?,
    };
    format(&collection.fields(), &style, &collection.language)
        .context("the references cannot be formatted")
}

fn style_named(name: &str) -> anyhow::Result<CitationStyle> {
    if let Some(style) = CitationStyle::by_name(name) {
        return Ok(style);
    }
    let path = Path::new(name);
    if !path.exists() {
        let names: Vec<_> = style_names().collect();
        bail!(
            "there is no citation style `{name}`; these are there: {}; a style of your own is named \
             by the path of its .csl file",
            names.join(", ")
        );
    }
    let text = read_text(path, MOST_STYLE_BYTES)?;
    CitationStyle::from_csl(&text)
        .with_context(|| format!("{} cannot be used as a citation style", shown(path)))
}
