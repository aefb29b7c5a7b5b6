//! The arguments of `kuliah merge-reports`.

use std::path::PathBuf;

pub(crate) const EXAMPLES: &str = "\
Reports of parts (--shard) are put in the order of their parts, and each part must be there once;
the result is the report of one run over all courses, byte by byte. Other reports stay in the order
that they are named in. The exit code is the worst of those in the reports.

Examples:
  kuliah check --shard 3/8 --format sarif > part-3.sarif
  kuliah merge-reports part-*.sarif --out courses.sarif
";

/// `kuliah merge-reports`.
#[derive(Debug, clap::Args)]
pub(crate) struct MergeReportsArgs {
    /// Reports of `kuliah check` or `build`, all as JSON or all as SARIF
    #[arg(value_name = "REPORT", required = true)]
    pub(crate) reports: Vec<PathBuf>,

    /// Write the merged report to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}
