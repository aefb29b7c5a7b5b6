//! The configuration of a project, `kuliah.toml`, as data.
//!
//! It is read like a course, through the same tree, schema and findings. Nothing here opens a
//! file: what it names by a path, the caller reads.

mod file;
mod read;

use globset::GlobMatcher;
use kuliah_source::{Diagnostic, FileId};

use crate::Spanned;
use crate::check::{Policy, Selection};

pub(crate) use file::ConfigFile;

/// The configuration of a project.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Config {
    /// What a handout must have.
    pub profile: ProfileChoice,
    /// Spelling.
    pub spell: Spell,
    /// How handouts look.
    pub build: Build,
    policy: Policy,
    per_file: Vec<PerFile>,
}

/// Which profile is meant.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub enum ProfileChoice {
    /// None was chosen; see [`Profile::default`](crate::check::Profile::default).
    #[default]
    Default,
    /// One that is shipped; [`Profile::shipped`](crate::check::Profile::shipped) has it.
    Shipped(String),
    /// The one in a file; the path counts from the configuration.
    File(Spanned<String>),
}

/// Spelling.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Spell {
    /// Names or paths of dictionaries.
    pub dictionaries: Vec<Spanned<String>>,
    /// Words that are right although the dictionary lacks them.
    pub words: Vec<String>,
}

/// How handouts look.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Build {
    /// Name of a shipped theme, or path of one.
    pub theme: Option<Spanned<String>>,
    /// Path of a template, for DOCX.
    pub template: Option<Spanned<String>>,
}

/// Wishes about some of the files.
#[derive(Debug, Clone)]
struct PerFile {
    files: Vec<GlobMatcher>,
    wishes: Selection,
}

impl Config {
    /// Reads a configuration in TOML.
    ///
    /// With errors, it holds what could be read; a program should then refuse to go on, since
    /// its user asked for something else.
    pub fn parse(file: FileId, text: &str) -> (Self, Vec<Diagnostic>) {
        read::config(file, text)
    }

    /// The policy for a course file, by its path from the configuration, with `/` between folders.
    pub fn policy(&self, path: &str) -> Policy {
        let mut policy = self.policy.clone();
        for entry in &self.per_file {
            if entry.files.iter().any(|glob| glob.is_match(path)) {
                policy = policy.with(&entry.wishes);
            }
        }
        policy
    }
}

#[cfg(test)]
mod tests;
