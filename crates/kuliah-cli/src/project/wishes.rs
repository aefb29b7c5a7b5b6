//! What the command line asks for, on top of a configuration.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use kuliah::check::{Level, PolicyError, Profile, Selection, Selector};
use kuliah::{Severity, SourceMap};

use super::{Faults, Look, Named, look};
use crate::args::{LookArgs, ProjectArgs};
use crate::files::shown;

/// What the command line asks for.
#[derive(Debug, Default)]
pub(crate) struct Wishes {
    pub(super) source: Source,
    pub(super) selection: Selection,
    pub(super) fail_on: Option<Severity>,
    pub(super) profile: Option<Profile>,
    /// Whether spelling is asked for by its name.
    pub(super) spelling: bool,
    /// How handouts look, where the command line says so.
    pub(super) look: Look,
    /// What is wrong with the profile or theme named there.
    pub(super) faults: Option<Faults>,
}

/// Which configuration holds.
#[derive(Debug, Default)]
pub(super) enum Source {
    /// The nearest above the course.
    #[default]
    Nearest,
    /// The one in a file.
    File(PathBuf),
    /// None.
    None,
}

impl Wishes {
    /// The wishes of a command line.
    ///
    /// # Errors
    ///
    /// When a rule must stay as it is, or a profile is not there.
    pub(crate) fn of(args: &ProjectArgs, fail_on: Option<Severity>) -> anyhow::Result<Self> {
        let mut wishes = Self {
            fail_on,
            selection: selection(args)?,
            spelling: args
                .select
                .iter()
                .any(|it| it.to_string() == super::SPELLING),
            ..Self::default()
        };
        if let Some(path) = &args.config {
            wishes.source = Source::File(path.clone());
        } else if args.no_config {
            wishes.source = Source::None;
        }
        if let Some(name) = &args.profile {
            let (profile, faults) = named_profile(name)?;
            wishes.profile = Some(profile);
            wishes.faults = faults;
        }
        Ok(wishes)
    }
}

impl Wishes {
    /// Adds what the command line says of the look.
    ///
    /// # Errors
    ///
    /// When a theme is not there, or a template cannot be used.
    pub(crate) fn looking(mut self, args: &LookArgs) -> anyhow::Result<Self> {
        if let Some(name) = &args.theme {
            let (mut sources, mut findings) = (SourceMap::new(), Vec::new());
            let named = Named::OnCommandLine;
            self.look.theme = look::theme(name, named, &mut sources, &mut findings)?;
            let faults = Faults { sources, findings };
            self.faults = self.faults.or(Some(faults).filter(Faults::are_some));
        }
        if let Some(name) = &args.template {
            self.look.template = Some(look::template(name, Named::OnCommandLine)?);
        }
        Ok(self)
    }
}

fn selection(args: &ProjectArgs) -> Result<Selection, PolicyError> {
    let mut wishes = Selection::default();
    for &selector in &args.select {
        wishes.select(selector);
    }
    for &selector in &args.ignore {
        wishes.ignore(selector)?;
    }
    for &(selector, level) in &args.severity {
        wishes.severity(selector, level)?;
    }
    Ok(wishes)
}

/// `RULE=LEVEL` of the command line.
///
/// # Errors
///
/// When there is no such rule or level.
pub(crate) fn rule_level(text: &str) -> anyhow::Result<(Selector, Level)> {
    let (name, level) = text
        .split_once('=')
        .context("write RULE=LEVEL, such as citation/uncited-reference=error")?;
    let level = level.parse();
    let level = level.map_err(|()| anyhow!("a level is one of error, warning, info, off"))?;
    Ok((name.parse()?, level))
}

/// The profile that the command line names: one that is shipped, else a file.
fn named_profile(name: &str) -> anyhow::Result<(Profile, Option<Faults>)> {
    if let Some(profile) = Profile::shipped(name) {
        return Ok((profile, None));
    }
    let path = Path::new(name);
    if !path.exists() {
        let names: Vec<_> = Profile::names().collect();
        bail!(
            "there is no profile `{name}`; these are there: {}; a profile of your own is named by \
             the path of its file",
            names.join(", ")
        );
    }
    let text = Named::OnCommandLine.text(name)?;
    let mut sources = SourceMap::new();
    let file = sources.add(shown(path), text.as_str());
    let (profile, findings) = Profile::parse(file, &text);
    let faults = Faults { sources, findings };
    Ok((profile, Some(faults).filter(Faults::are_some)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_and_its_level_are_parted_by_an_equals_sign() {
        let (selector, level) = rule_level("citation/uncited-reference=off").expect("a wish");
        assert_eq!(selector.to_string(), "citation/uncited-reference");
        assert_eq!(level, Level::Off);
        assert!(rule_level("structure=error").is_ok());
        for (text, said) in [
            ("structure", "write RULE=LEVEL"),
            ("structure=bad", "a level is one of"),
            ("structur=error", "did you mean `structure`?"),
        ] {
            let why = rule_level(text).expect_err(text).to_string();
            assert!(why.contains(said), "{why}");
        }
    }

    #[test]
    fn a_profile_is_a_name_or_a_file() {
        for name in Profile::names() {
            assert!(named_profile(name).expect("a profile").1.is_none());
        }
        let why = named_profile("handuot").expect_err("none").to_string();
        assert!(
            why.starts_with("there is no profile `handuot`; these are there: "),
            "{why}"
        );
    }
}
