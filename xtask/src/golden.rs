//! The golden files of the examples and of the reports, renewed on purpose only.

use anyhow::Result;
use kuliah_tests::golden::golden_files;
use kuliah_tests::reports::reports;

use crate::output::Output;

/// Writes every golden file that differs.
pub(crate) fn run() -> Result<()> {
    let mut output = Output::default();
    for (path, text) in golden_files().into_iter().chain(reports()) {
        output.add(path, text);
    }
    output.write()
}
