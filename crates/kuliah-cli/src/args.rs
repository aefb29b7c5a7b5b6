//! The command line.

mod inputs;
mod look;
mod merge;
mod references;
mod shard;
mod values;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};
use kuliah::check::{Level, Locale, Selector};
use kuliah::{FORMATS, Safety, Severity};

pub(crate) use inputs::InputArgs;
pub(crate) use look::LookArgs;
pub(crate) use merge::MergeReportsArgs;
pub(crate) use references::{ExportFormat, ListFormat, ReferencesArgs};
pub(crate) use shard::Shard;
pub(crate) use values::{
    AudienceArg, Color, FailOn, ReportFormat, ReportLanguage, RulesFormat, SchemaName, SyntaxArg,
    TemplateLanguage,
};

use crate::project::rule_level;

const EXAMPLES: &str = "\
Examples:
  kuliah new course.md          Start a course
  kuliah check                  Check every course in this folder and below
  kuliah build course.md        Write course.pdf, course.docx and course.canonical.json
  kuliah explain citation       List the rules about citations

Exit codes: 0 all is well, 1 something was found, 2 the command could not run.
";

const NEW_EXAMPLES: &str = "\
The ending of the file name chooses the syntax: .md, .yaml, .json or .toml.

Examples:
  kuliah new                          Write course.md, in Indonesian
  kuliah new week-2/                  Write week-2/course.md; the folder is made
  kuliah new week-2/course.yaml --lang en
";

const CHECK_EXAMPLES: &str = "\
In a folder, a course is a Markdown file whose front matter has `format: 1`, or a YAML, JSON or
TOML file with that key. Hidden folders, `target` and `node_modules` are left out. A file that
is named is always checked. The nearest `kuliah.toml` above a course says what it is checked for.

Examples:
  kuliah check                                 This folder and below
  kuliah check course.md --fail-on warning     Exit with 1 for warnings too
  kuliah check --format json > findings.json
  kuliah check --diff                          Show what --fix would change
  kuliah check --baseline known.json --write-baseline   Take what is found as known
  kuliah check --baseline known.json                    Report what is new since then
  cat course.yaml | kuliah check - --syntax yaml
";

const BUILD_EXAMPLES: &str = "\
Files are named after the course: course.md becomes course.pdf, course.docx and
course.canonical.json. The lecturers' copies are course.lecturer.pdf and so on. A course with
errors is reported, and nothing is written for it.

Examples:
  kuliah build course.md
  kuliah build course.md --to pdf --out handouts
  kuliah build course.md --audience lecturer
  kuliah build course.md --to docx --out - > copy.docx
";

/// Check course texts, and print handouts from them.
///
/// You write a course once, in Markdown. `kuliah check` tells what is wrong with it and where.
/// `kuliah build` makes a PDF to print, a Word file for colleagues, and data for programs.
#[derive(Debug, Parser)]
#[command(name = "kuliah", version, after_help = EXAMPLES, arg_required_else_help = true)]
#[command(verbatim_doc_comment)]
pub(crate) struct Args {
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start a course from a template
    #[command(after_help = NEW_EXAMPLES)]
    New(NewArgs),
    /// Check courses and report what is wrong, with the place
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
    /// Check courses and write their handouts
    #[command(after_help = BUILD_EXAMPLES)]
    Build(BuildArgs),
    /// List, format, compare, add and export the references of a course
    #[command(after_help = references::EXAMPLES)]
    References(ReferencesArgs),
    /// Print a JSON Schema: of courses, configurations, profiles or reports
    Schema(SchemaArgs),
    /// Explain a rule, with an example
    Explain(ExplainArgs),
    /// List all rules
    Rules(RulesArgs),
    /// Put the reports of several runs together: JSON with JSON, SARIF with SARIF
    #[command(after_help = merge::EXAMPLES)]
    MergeReports(MergeReportsArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
}

/// `kuliah new`.
#[derive(Debug, clap::Args)]
pub(crate) struct NewArgs {
    /// The file to write, or a folder (`week-2/`) for its course.md; never overwrites
    #[arg(default_value = "course.md")]
    pub(crate) path: PathBuf,

    /// Language of the course and of the comments in it
    #[arg(long, default_value = "id")]
    pub(crate) lang: TemplateLanguage,
}

/// `kuliah check`.
#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) inputs: InputArgs,

    #[command(flatten)]
    pub(crate) project: ProjectArgs,

    #[command(flatten)]
    pub(crate) fixes: FixArgs,

    #[command(flatten)]
    pub(crate) baseline: BaselineArgs,

    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

/// `kuliah build`.
#[derive(Debug, clap::Args)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    pub(crate) inputs: InputArgs,

    /// What to write, with commas between; everything when left out
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', value_parser = format_names())]
    pub(crate) to: Vec<String>,

    /// Where to write: a folder, or `-` for standard output; beside the course when left out
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// Whose copy to write; only lecturers' copies have answers and lecturers' notes
    #[arg(long, value_name = "WHO", default_value = "student")]
    pub(crate) audience: AudienceArg,

    #[command(flatten)]
    pub(crate) look: LookArgs,

    #[command(flatten)]
    pub(crate) project: ProjectArgs,

    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

impl ReportArgs {
    /// The language asked for.
    pub(crate) fn locale(&self) -> Option<Locale> {
        self.lang.map(ReportLanguage::locale)
    }

    /// From which severity on a run fails; `None` when it was not said.
    pub(crate) fn fail_on(&self) -> Option<Severity> {
        self.fail_on.map(FailOn::severity)
    }
}

/// What is checked; the command line wins over `kuliah.toml`.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Rules")]
pub(crate) struct ProjectArgs {
    /// Check only these rules or groups, with commas between
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) select: Vec<Selector>,

    /// Leave these rules or groups out, with commas between
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) ignore: Vec<Selector>,

    /// How bad the findings of a rule or group are: error, warning, info or off
    #[arg(long, value_name = "RULE=LEVEL", value_delimiter = ',', value_parser = rule_level)]
    pub(crate) severity: Vec<(Selector, Level)>,

    /// What a handout must have: the name of a profile, or a file with one
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) profile: Option<String>,

    /// Use this configuration for all courses
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,

    /// Use no configuration
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
}

/// What is fixed.
#[derive(Debug, Copy, Clone, clap::Args)]
#[command(next_help_heading = "Fixes")]
pub(crate) struct FixArgs {
    /// Write the safe fixes into the files, and report what is left
    #[arg(long)]
    pub(crate) fix: bool,

    /// Write the fixes too that a person should look at; with --diff, show them
    #[arg(long)]
    pub(crate) unsafe_fixes: bool,

    /// Show what --fix would change, and write nothing; exits with 1 when it would
    #[arg(long, conflicts_with = "fix")]
    pub(crate) diff: bool,
}

impl FixArgs {
    /// The fixes that are made; `None` when none are.
    pub(crate) fn safety(self) -> Option<Safety> {
        let safety = if self.unsafe_fixes {
            Safety::Unsafe
        } else {
            Safety::Safe
        };
        (self.fix || self.diff || self.unsafe_fixes).then_some(safety)
    }
}

/// What is known and not reported again.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Report")]
pub(crate) struct BaselineArgs {
    /// Report only what is not in this file
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,

    /// Write all that is found to the file of --baseline, and report nothing
    #[arg(long, requires = "baseline", conflicts_with = "shard")]
    pub(crate) write_baseline: bool,
}

/// How findings are reported.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Report")]
pub(crate) struct ReportArgs {
    /// How to report findings
    #[arg(long, value_name = "FORMAT", default_value = "full")]
    pub(crate) format: ReportFormat,

    /// Exit with 1 for findings of this severity and above [default: as kuliah.toml has it, else
    /// error]
    #[arg(long, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<FailOn>,

    /// The language of findings [default: that of the course for people, English for programs]
    #[arg(long, value_name = "LANGUAGE")]
    pub(crate) lang: Option<ReportLanguage>,

    /// Print findings only, no summary
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// `kuliah schema`.
#[derive(Debug, clap::Args)]
pub(crate) struct SchemaArgs {
    /// Which schema
    #[arg(default_value = "course")]
    pub(crate) which: SchemaName,

    /// Write it to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// `kuliah explain`.
#[derive(Debug, clap::Args)]
pub(crate) struct ExplainArgs {
    /// A rule such as `citation/unknown-key`, or a group such as `citation`
    #[arg(value_name = "RULE")]
    pub(crate) name: String,

    /// The language of what a rule finds; the rest of its page is English
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub(crate) lang: ReportLanguage,
}

/// `kuliah rules`.
#[derive(Debug, clap::Args)]
pub(crate) struct RulesArgs {
    /// How to list them
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(crate) format: RulesFormat,

    /// The language of what each rule finds
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub(crate) lang: ReportLanguage,
}

/// `kuliah completions`.
#[derive(Debug, clap::Args)]
pub(crate) struct CompletionsArgs {
    /// Which shell
    pub(crate) shell: clap_complete::Shell,
}

/// The formats that are compiled in, with what each is for.
fn format_names() -> PossibleValuesParser {
    PossibleValuesParser::new(
        FORMATS
            .iter()
            .map(|format| clap::builder::PossibleValue::new(format.name()).help(format.summary())),
    )
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn formats_are_parted_by_commas() {
        let args = Args::try_parse_from(["kuliah", "build", "--to", "pdf,json", "a.md"]);
        let Command::Build(build) = args.expect("arguments").command else {
            panic!("another command");
        };
        assert_eq!(build.to, ["pdf", "json"]);
        assert_eq!(build.inputs.paths, [PathBuf::from("a.md")]);
        assert_eq!(build.report.fail_on, None);
    }

    #[test]
    fn an_unknown_format_is_refused() {
        assert!(Args::try_parse_from(["kuliah", "build", "--to", "odt"]).is_err());
        assert!(Args::try_parse_from(["kuliah", "check", "--jobs", "0"]).is_err());
    }
}
