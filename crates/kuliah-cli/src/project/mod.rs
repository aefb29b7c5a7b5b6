//! What the project of a course asks for: its `kuliah.toml`, and on top of it the command line.
//!
//! 1. Each course belongs to the nearest configuration above it; each of those is read once.
//! 2. What is wrong with one is a finding at its own lines, and its courses are left alone: their
//!    author asked for something else than would be done.

mod dictionary;
mod look;
mod wishes;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, bail};
use kuliah::check::{Policy, Profile, Selection, rule};
use kuliah::config::{Config, ProfileChoice};
use kuliah::{CheckOptions, Diagnostic, Severity, SourceMap, Span};

use crate::files::{CourseFile, Origin, folder_of, path_below, project_file, shown};

use dictionary::Dictionary;
pub(crate) use look::Look;
use wishes::Source;
pub(crate) use wishes::{Wishes, rule_level};

/// The rule that asks a dictionary.
const SPELLING: &str = "language/spelling";

/// The most that a file of settings may hold, in bytes.
const MOST_BYTES: u64 = 1024 * 1024;

/// What a project asks for.
#[derive(Debug)]
pub(crate) struct Project {
    /// The file, as people would type it; `None` without one.
    path: Option<PathBuf>,
    config: Config,
    profile: Profile,
    look: Look,
    selection: Selection,
    fail_on: Option<Severity>,
    /// Whether the command line asks for spelling by name.
    spelling: bool,
    /// The dictionaries that were looked for, by language.
    dictionaries: Mutex<BTreeMap<String, Option<Arc<Dictionary>>>>,
}

/// The projects of some courses.
#[derive(Debug, Default)]
pub(crate) struct Projects {
    /// The project of each course; `None` when its configuration is not to be used.
    of: Vec<Option<usize>>,
    all: Vec<Project>,
    /// What is wrong with configurations and profiles.
    pub(crate) faults: Vec<Faults>,
    /// What could not be read.
    pub(crate) troubles: Vec<anyhow::Error>,
}

/// What is wrong with files of settings, at their own lines.
#[derive(Debug)]
pub(crate) struct Faults {
    /// The files.
    pub(crate) sources: SourceMap,
    /// What is wrong.
    pub(crate) findings: Vec<Diagnostic>,
}

impl Projects {
    /// Finds and reads the projects of some courses.
    pub(crate) fn of(files: &[CourseFile], mut wishes: Wishes) -> Self {
        let mut projects = Self::default();
        if let Some(faults) = wishes.faults.take() {
            projects.of = vec![None; files.len()];
            projects.faults.push(faults);
            return projects;
        }
        let mut known = BTreeMap::new();
        for file in files {
            let path = match &wishes.source {
                Source::Nearest => project_file(file.folder()),
                Source::File(path) => Some(path.clone()),
                Source::None => None,
            };
            let project = if let Some(&project) = known.get(&path) {
                project
            } else {
                let project = projects.add(path.as_deref(), &wishes);
                known.insert(path, project);
                project
            };
            projects.of.push(project);
        }
        projects
    }

    /// Reads a project; `None` when it is not to be used.
    fn add(&mut self, path: Option<&Path>, wishes: &Wishes) -> Option<usize> {
        match Project::read(path, wishes) {
            Ok(Ok(project)) => {
                self.all.push(project);
                return Some(self.all.len() - 1);
            }
            Ok(Err(faults)) => self.faults.push(faults),
            Err(trouble) => self.troubles.push(trouble),
        }
        None
    }

    /// The project of a course, by its position among the files.
    pub(crate) fn project(&self, index: usize) -> Option<&Project> {
        self.all.get(self.of.get(index).copied().flatten()?)
    }
}

impl Project {
    /// Reads a configuration and the profile that it names.
    fn read(path: Option<&Path>, wishes: &Wishes) -> anyhow::Result<Result<Self, Faults>> {
        let mut sources = SourceMap::new();
        let (config, mut findings) = match path {
            None => (Config::default(), Vec::new()),
            Some(path) => {
                let text = read(path)?;
                let file = sources.add(shown(path), text.as_str());
                Config::parse(file, &text)
            }
        };
        let folder = path.map_or(Path::new("."), folder_of);
        let profile = match (&wishes.profile, &config.profile) {
            (Some(profile), _) => profile.clone(),
            (None, ProfileChoice::File(name)) => {
                let path = folder.join(name.as_str());
                let text = read(&path).with_context(|| placed(&sources, name.span()))?;
                let file = sources.add(shown(&path), text.as_str());
                let (profile, faults) = Profile::parse(file, &text);
                findings.extend(faults);
                profile
            }
            (None, ProfileChoice::Shipped(name)) => Profile::shipped(name).unwrap_or_default(),
            (None, _) => Profile::default(),
        };
        let look = look_of(&config, wishes, folder, &mut sources, &mut findings)?;
        let faults = Faults { sources, findings };
        if faults.are_some() {
            return Ok(Err(faults));
        }
        Ok(Ok(Self {
            path: path.map(Path::to_owned),
            config,
            profile,
            look,
            selection: wishes.selection.clone(),
            fail_on: wishes.fail_on,
            spelling: wishes.spelling,
            dictionaries: Mutex::default(),
        }))
    }

    /// How its handouts look.
    pub(crate) fn look(&self) -> &Look {
        &self.look
    }

    /// What a course of the project is checked for.
    pub(crate) fn options(&self, course: &CourseFile) -> CheckOptions<'_> {
        CheckOptions::default()
            .policy(self.policy(course))
            .profile(self.profile.clone())
            .words(&self.config.spell.words)
    }

    /// The dictionary for a course in a language; `None` when spelling is off or not asked for.
    ///
    /// It is asked for by naming dictionaries in the configuration, or the rule on the command
    /// line. Otherwise what is found in a course would depend on the machine.
    ///
    /// # Errors
    ///
    /// When one was asked for and is not there, or when it cannot be used; said once.
    pub(crate) fn dictionary(
        &self,
        language: &str,
        policy: &Policy,
    ) -> anyhow::Result<Option<Arc<Dictionary>>> {
        let is_asked_for = self.spelling || !self.config.spell.dictionaries.is_empty();
        if !is_asked_for || !rule(SPELLING).is_some_and(|it| policy.is_on(it)) {
            return Ok(None);
        }
        let known = self.dictionaries.lock();
        let mut known = known.unwrap_or_else(PoisonError::into_inner);
        if let Some(dictionary) = known.get(language) {
            return Ok(dictionary.clone());
        }
        let loaded = self.load(language);
        let dictionary = loaded.as_ref().ok().cloned().flatten();
        known.insert(language.to_owned(), dictionary);
        loaded
    }

    fn load(&self, language: &str) -> anyhow::Result<Option<Arc<Dictionary>>> {
        let folders = dictionary::folders();
        let names = &self.config.spell.dictionaries;
        let from = self.path.as_deref().map_or(Path::new("."), folder_of);
        let found = if names.is_empty() {
            Dictionary::of_language(language, &folders)?
        } else {
            let name = names
                .iter()
                .find(|it| dictionary::language_of(it.as_str()) == language);
            name.map(|name| Dictionary::named(name, from, &folders))
                .transpose()?
        };
        if found.is_none() && names.is_empty() {
            return Err(dictionary::missing(language));
        }
        Ok(found.map(Arc::new))
    }

    /// Which rules are on for a course: first the configuration, then the command line.
    fn policy(&self, course: &CourseFile) -> Policy {
        let path = match (&course.origin, &self.path) {
            (Origin::File(course), Some(path)) => path_below(folder_of(path), course),
            _ => course.name.clone(),
        };
        let policy = self.config.policy(&path).with(&self.selection);
        match self.fail_on {
            Some(severity) => policy.fail_on(severity),
            None => policy,
        }
    }
}

/// The look that the command line asks for, else the configuration, whose paths count from its
/// own folder.
fn look_of(
    config: &Config,
    wishes: &Wishes,
    folder: &Path,
    sources: &mut SourceMap,
    findings: &mut Vec<Diagnostic>,
) -> anyhow::Result<Look> {
    let mut look = wishes.look.clone();
    if let (None, Some(name)) = (&look.theme, &config.build.theme) {
        let place = placed(sources, name.span());
        look.theme = look::theme(name.as_str(), folder, sources, findings).context(place)?;
    }
    if let (None, Some(name)) = (&look.template, &config.build.template) {
        let place = placed(sources, name.span());
        let template = look::template(&folder.join(name.as_str()));
        look.template = Some(template.context(place)?);
    }
    Ok(look)
}

impl Faults {
    fn are_some(&self) -> bool {
        !self.findings.is_empty()
    }

    /// Says that the courses of the configuration were left alone.
    pub(crate) fn trouble(&self) -> anyhow::Error {
        let file = self
            .findings
            .first()
            .and_then(|it| self.sources.file_of(it.span()));
        let name = file.map_or("the configuration", |it| it.name());
        anyhow::anyhow!("{name} cannot be used as it is; its courses were not checked")
    }
}

/// `kuliah.toml:3:8: what it names cannot be used`.
fn placed(sources: &SourceMap, span: Span) -> String {
    let place = sources.file_of(span).map(|file| {
        let at = file.locate(span.start());
        format!("{}:{}:{}", file.name(), at.line, at.column)
    });
    format!(
        "{}: the file named here cannot be used",
        place.unwrap_or_default()
    )
}

/// Reads a file of settings.
pub(crate) fn read(path: &Path) -> anyhow::Result<String> {
    let name = shown(path);
    let mut text = String::new();
    let file = File::open(path).with_context(|| format!("cannot read {name}"))?;
    // A pipe would block, and a folder says nothing.
    if !file.metadata().is_ok_and(|it| it.is_file()) {
        bail!("cannot read {name}: it is no regular file");
    }
    file.take(MOST_BYTES + 1)
        .read_to_string(&mut text)
        .with_context(|| format!("cannot read {name}"))?;
    if text.len() as u64 > MOST_BYTES {
        bail!("cannot read {name}: it holds more than {MOST_BYTES} bytes");
    }
    Ok(text)
}
