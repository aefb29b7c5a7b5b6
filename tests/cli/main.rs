//! The program from end to end: what it prints, what it writes and how it ends.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking, and so do their helpers"
)]

mod bad_input;
mod baseline;
mod build;
mod check;
mod commands;
mod desk;
mod exit_codes;
mod files;
mod fix;
mod formats;
mod language;
mod look;
mod newcomer;
mod project;
mod references;
mod report;
mod repro;
mod rules;
mod shard;
mod spelling;
