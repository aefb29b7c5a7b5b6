//! `kuliah completions`: prints what a shell needs to complete commands.

use clap::CommandFactory as _;

use super::Exit;
use crate::args::{Args, CompletionsArgs};
use crate::console;

/// Prints the completions of a shell.
pub(super) fn run(args: &CompletionsArgs) -> anyhow::Result<Exit> {
    // Into memory first: the generator panics when it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "kuliah", &mut script);
    console::stdout(&script)?;
    Ok(Exit::Success)
}
