//! The command `kuliah` as a library, for the program itself and for the tasks of the project.
//!
//! Programs that read or print courses want the library `kuliah` instead.

mod args;
mod baseline;
mod commands;
mod console;
mod files;
mod page_style;
mod report;
mod rule_page;

use std::process::ExitCode;

use anyhow::Context as _;
use clap::Parser as _;

use crate::args::Args;
use crate::commands::Exit;

/// Runs the command that the arguments of the process ask for.
pub fn run() -> ExitCode {
    console::report_panics();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(usage) => return console::explain_usage(&usage),
    };
    let result = files::signals::watch()
        .context("cannot watch for signals")
        .and_then(|()| commands::run(&args.command, args.color));
    let exit = result.unwrap_or_else(|trouble| {
        console::trouble(&trouble);
        Exit::CouldNotRun
    });
    exit.into()
}

/// The JSON Schema of what `--format json` reports.
pub fn diagnostics_schema() -> serde_json::Value {
    report::diagnostics_schema()
}
