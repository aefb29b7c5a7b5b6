//! The values of options that are one of a few words.

use clap::ValueEnum;
use kuliah::check::Locale;
use kuliah::{Audience, Severity, Syntax};

/// When to use colours.
#[derive(Debug, Copy, Clone, Eq, PartialEq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless the variable `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// A language that there are templates in.
#[derive(Debug, Copy, Clone, Eq, PartialEq, ValueEnum)]
pub(crate) enum TemplateLanguage {
    /// Indonesian
    Id,
    /// English
    En,
}

/// A language that findings are said in.
#[derive(Debug, Copy, Clone, Eq, PartialEq, ValueEnum)]
pub(crate) enum ReportLanguage {
    /// English
    En,
    /// Indonesian
    Id,
}

impl ReportLanguage {
    /// The language itself.
    pub(crate) fn locale(self) -> Locale {
        match self {
            Self::En => Locale::English,
            Self::Id => Locale::Indonesian,
        }
    }
}

/// How findings are reported.
#[derive(Debug, Copy, Clone, Eq, PartialEq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// With the lines they are about
    Full,
    /// One line each
    Concise,
    /// As data, for other programs
    Json,
    /// As data, one finding a line
    JsonLines,
    /// Annotations of GitHub Actions
    Github,
    /// The Code Quality report of GitLab
    Gitlab,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// JUnit XML, for build servers
    Junit,
}

/// From which severity on a run fails.
#[derive(Debug, Copy, Clone, Eq, PartialEq, ValueEnum)]
pub(crate) enum FailOn {
    /// What must be fixed
    Error,
    /// What should be fixed
    Warning,
    /// Everything
    Info,
}

impl FailOn {
    /// The lowest severity that fails a run.
    pub(super) fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Info => Severity::Info,
        }
    }
}

/// Whose copy to write.
#[derive(Debug, Copy, Clone, Eq, PartialEq, ValueEnum)]
pub(crate) enum AudienceArg {
    /// Without answers and lecturers' notes
    Student,
    /// With answers and lecturers' notes
    Lecturer,
}

impl AudienceArg {
    /// The audience itself.
    pub(crate) fn audience(self) -> Audience {
        match self {
            Self::Student => Audience::Student,
            Self::Lecturer => Audience::Lecturer,
        }
    }
}

/// A syntax of course files.
#[derive(Debug, Copy, Clone, Eq, PartialEq, ValueEnum)]
pub(crate) enum SyntaxArg {
    /// Markdown with front matter
    #[value(alias = "md")]
    Markdown,
    /// YAML
    #[value(alias = "yml")]
    Yaml,
    /// JSON
    Json,
    /// TOML
    Toml,
}

impl SyntaxArg {
    /// The syntax itself.
    pub(crate) fn syntax(self) -> Syntax {
        match self {
            Self::Markdown => Syntax::Markdown,
            Self::Yaml => Syntax::Yaml,
            Self::Json => Syntax::Json,
            Self::Toml => Syntax::Toml,
        }
    }
}

/// A published schema.
#[derive(Debug, Copy, Clone, Eq, PartialEq, ValueEnum)]
pub(crate) enum SchemaName {
    /// Of course files
    Course,
    /// Of `kuliah.toml`
    Config,
    /// Of profiles
    Profile,
    /// Of reports as data
    Diagnostics,
}

/// How rules are listed.
#[derive(Debug, Copy, Clone, Eq, PartialEq, ValueEnum)]
pub(crate) enum RulesFormat {
    /// For reading
    Table,
    /// As data, for other programs
    Json,
}
