//! Which courses a command works on.

use std::path::PathBuf;

use kuliah::Syntax;

use super::{Shard, SyntaxArg};

/// The courses to work on.
#[derive(Debug, clap::Args)]
pub(crate) struct InputArgs {
    /// Course files, folders to search, or `-` for standard input
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,

    /// Syntax of the files named here, whatever their ending; Markdown for standard input
    #[arg(long, value_name = "SYNTAX")]
    pub(crate) syntax: Option<SyntaxArg>,

    /// How many courses to work on at once; as many as there are processors when left out
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,

    /// Work on one of N equal parts of the courses, `1/8` to `8/8`; reports of parts can be merged
    #[arg(long, value_name = "I/N")]
    pub(crate) shard: Option<Shard>,
}

impl InputArgs {
    /// The syntax asked for.
    pub(crate) fn syntax(&self) -> Option<Syntax> {
        self.syntax.map(SyntaxArg::syntax)
    }
}
