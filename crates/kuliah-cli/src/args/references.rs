//! `kuliah references` on the command line.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{ReportLanguage, SyntaxArg};

pub(crate) const EXAMPLES: &str = "\
Examples:
  kuliah references course.md                     List them, and how often each is cited
  kuliah references course.md --formatted         As the reference list prints them
  kuliah references course.md --style ieee        The same in another style
  kuliah references course.md --duplicates        Those that are most likely one work
  kuliah references course.md --add new.bib       Add the entries of a file
  kuliah references course.md --add -             Add BibTeX that you paste; end with Ctrl-D
  kuliah references course.md --to bib > all.bib  Carry them to another program

Exit codes: 0 all is well, 1 duplicates were found, or the course or the entries have errors,
2 the command could not run.
";

/// `kuliah references`.
#[derive(Debug, clap::Args)]
pub(crate) struct ReferencesArgs {
    /// The course, or a folder with one course in it; `-` for standard input
    #[arg(value_name = "FILE", default_value = ".")]
    pub(crate) path: PathBuf,

    /// Syntax of the course, whatever its ending; Markdown for standard input
    #[arg(long, value_name = "SYNTAX")]
    pub(crate) syntax: Option<SyntaxArg>,

    /// Print them as the reference list does, in the style of the course
    #[arg(long)]
    pub(crate) formatted: bool,

    /// The same in another style: the name of one that is shipped, or a .csl file
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) style: Option<String>,

    /// List those that are most likely the same work; exits with 1 when there are any
    #[arg(long, conflicts_with_all = ["formatted", "style"])]
    pub(crate) duplicates: bool,

    /// Add the entries of a .bib file, or BibTeX from standard input with `-`
    #[arg(
        long,
        value_name = "BIB",
        conflicts_with_all = ["formatted", "style", "duplicates", "to", "format"]
    )]
    pub(crate) add: Option<PathBuf>,

    /// Show what --add would change, and write nothing
    #[arg(long, requires = "add")]
    pub(crate) diff: bool,

    /// Print them in a format of other programs
    #[arg(
        long,
        value_name = "FORMAT",
        conflicts_with_all = ["formatted", "style", "duplicates", "format"]
    )]
    pub(crate) to: Option<ExportFormat>,

    /// Write what --to makes into a new file instead of standard output
    #[arg(short, long, value_name = "FILE", requires = "to")]
    pub(crate) out: Option<PathBuf>,

    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: ListFormat,

    /// The language of what is said [default: that of the course]
    #[arg(long, value_name = "LANGUAGE")]
    pub(crate) lang: Option<ReportLanguage>,
}

/// How references are printed.
#[derive(Debug, Copy, Clone, Eq, PartialEq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For reading
    Text,
    /// As data, for other programs
    Json,
}

/// A format of other programs.
#[derive(Debug, Copy, Clone, Eq, PartialEq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// BibLaTeX, for LaTeX and every reference manager
    Bib,
    /// CSL-JSON, for Zotero, Mendeley and pandoc
    CslJson,
}
