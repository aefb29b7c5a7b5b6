//! The golden files of the examples, renewed on purpose only.

use anyhow::Result;
use kuliah_tests::golden::golden_files;

use crate::output::Output;

/// Writes every golden file that differs.
pub(crate) fn run() -> Result<()> {
    let mut output = Output::default();
    for (path, text) in golden_files() {
        output.add(path, text);
    }
    output.write()
}
