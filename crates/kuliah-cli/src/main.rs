//! `kuliah`: checks courses and prints their handouts.

mod args;
mod commands;
mod console;
mod files;
mod report;

use std::process::ExitCode;

use anyhow::Context as _;
use clap::Parser as _;

use crate::args::Args;
use crate::commands::Exit;

fn main() -> ExitCode {
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
