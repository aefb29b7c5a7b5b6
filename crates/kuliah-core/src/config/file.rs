//! A configuration as its file holds it.

use std::collections::BTreeMap;

use kuliah_source::Severity;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::Spanned;
use crate::check::Level;

/// Configuration of a project: which rules are on, what a handout must have, how it looks.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct ConfigFile {
    /// Rules.
    #[serde(default)]
    pub(crate) lint: LintSection,
    /// What a handout must have.
    #[serde(default)]
    pub(crate) profile: ProfileSection,
    /// Spelling.
    #[serde(default)]
    pub(crate) spell: SpellSection,
    /// How handouts look.
    #[serde(default)]
    pub(crate) build: BuildSection,
}

/// Rules.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct LintSection {
    /// Rules or groups that are on; left out, all of them.
    #[serde(default)]
    #[schemars(extend("examples" = [["all"], ["structure", "citation"]]))]
    pub(crate) select: Vec<Spanned<String>>,
    /// Rules or groups that are off.
    #[serde(default)]
    #[schemars(extend("examples" = [["typography"]]))]
    pub(crate) ignore: Vec<Spanned<String>>,
    /// How bad the findings of a rule or group are.
    #[serde(default)]
    #[schemars(extend("examples" = [{"citation/uncited-reference": "error"}]))]
    pub(crate) severity: BTreeMap<String, Level>,
    /// From which severity on findings fail a run; left out, from error on.
    #[serde(default)]
    pub(crate) fail_on: FailOn,
    /// Wishes about some of the files.
    #[serde(default)]
    pub(crate) per_file: Vec<Spanned<PerFileEntry>>,
}

/// Wishes about some of the files.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct PerFileEntry {
    /// Paths from the configuration; `*` stands for any part of a name, `**` for any folders.
    #[schemars(length(min = 1), extend("examples" = [["draft/**"]]))]
    pub(crate) files: Vec<Spanned<String>>,
    /// Rules or groups that are on for them; left out, those that are on for all.
    #[serde(default)]
    pub(crate) select: Vec<Spanned<String>>,
    /// Rules or groups that are off for them.
    #[serde(default)]
    pub(crate) ignore: Vec<Spanned<String>>,
    /// How bad the findings of a rule or group are in them.
    #[serde(default)]
    pub(crate) severity: BTreeMap<String, Level>,
}

/// From which severity on findings fail a run.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FailOn {
    /// Errors alone.
    #[default]
    Error,
    /// Warnings and errors.
    Warning,
    /// Every finding.
    Info,
}

impl FailOn {
    pub(super) fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Info => Severity::Info,
        }
    }
}

/// What a handout must have: a profile that is shipped, or one in a file.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct ProfileSection {
    /// Name of a profile that is shipped: `handout`, `modul` or `diktat`.
    #[serde(default)]
    #[schemars(extend("examples" = ["handout"]))]
    pub(crate) name: Option<Spanned<String>>,
    /// Path of a profile in TOML.
    #[serde(default)]
    #[schemars(extend("examples" = ["profil.toml"]))]
    pub(crate) path: Option<Spanned<String>>,
}

/// Spelling.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct SpellSection {
    /// Names or paths of dictionaries; left out, spelling is checked only where the rule
    /// `language/spelling` is selected on the command line, with those of the system.
    #[serde(default)]
    #[schemars(extend("examples" = [["id_ID"]]))]
    pub(crate) dictionaries: Vec<Spanned<String>>,
    /// Words that are right although the dictionary lacks them.
    #[serde(default)]
    #[schemars(extend("examples" = [["pemungkin"]]))]
    pub(crate) words: Vec<String>,
}

/// How handouts look.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct BuildSection {
    /// How handouts look: `handout`, `modul`, `compact`, or the path of a theme.
    #[serde(default)]
    #[schemars(extend("examples" = ["modul", "tema.toml"]))]
    pub(crate) theme: Option<Spanned<String>>,
    /// Path of a Word file whose styles, page, headers and footers the DOCX takes over.
    #[serde(default)]
    #[schemars(extend("examples" = ["kampus.docx"]))]
    pub(crate) template: Option<Spanned<String>>,
}
