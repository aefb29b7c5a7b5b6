//! The commands, one file each.

mod batch;
mod build;
mod check;
mod completions;
mod epoch;
mod explain;
mod merge_reports;
mod new;
mod references;
mod rules;
mod schema;
mod targets;

use std::process::ExitCode;

use crate::args::{Color, Command};

/// How a run ended.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) enum Exit {
    /// All is well.
    Success,
    /// Something was found that fails the run.
    Findings,
    /// Something asked for could not be done.
    CouldNotRun,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Success => 0,
            Exit::Findings => 1,
            Exit::CouldNotRun => 2,
        })
    }
}

/// Runs a command.
///
/// # Errors
///
/// When it could not run, or not to its end.
pub(crate) fn run(command: &Command, color: Color) -> anyhow::Result<Exit> {
    match command {
        Command::New(args) => new::run(args),
        Command::Check(args) => check::run(args, color),
        Command::Build(args) => build::run(args, color),
        Command::References(args) => references::run(args, color),
        Command::Schema(args) => schema::run(args),
        Command::Explain(args) => explain::run(args, color),
        Command::Rules(args) => rules::run(args),
        Command::MergeReports(args) => merge_reports::run(args),
        Command::Completions(args) => completions::run(args),
    }
}
