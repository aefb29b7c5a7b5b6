//! `kuliah`: checks courses and prints their handouts.

use std::process::ExitCode;

fn main() -> ExitCode {
    kuliah_cli::run()
}
