//! `cargo xtask`: what is generated from the code, and the check that it is up to date.

mod api;
mod citeproc;
mod codegen;
mod corpus;
mod fuzz;
mod golden;
mod hostile;
mod output;
mod pages;
mod rule_list;
mod schemas;
mod soak;
mod styles;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Tasks of the project that are no part of the product.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Write the list of rules, the rules' pages and the schema.
    Codegen {
        /// Write nothing; fail when a file is not up to date.
        #[arg(long)]
        check: bool,
    },
    /// Write the public API of the libraries; read the difference before it is committed.
    Api {
        /// Write nothing; fail when the API is another one.
        #[arg(long)]
        check: bool,
    },
    /// Write the golden files of the examples; read the difference before it is committed.
    Golden,
    /// Run the fuzz targets, each for a while.
    Fuzz(fuzz::FuzzArgs),
    /// Build and check again and again, and a folder of thousands of courses.
    Soak(soak::SoakArgs),
    /// Measure time and memory of the program on every hostile input.
    Hostile(hostile::HostileArgs),
    /// Compare reference lists with those of pandoc's citeproc.
    Citeproc {
        /// The program.
        #[arg(long)]
        pandoc: std::path::PathBuf,
        /// Write the table of differences; give each a reason before it is committed.
        #[arg(long)]
        write: bool,
    },
    /// Write handouts of arbitrary courses, always the same ones, for judges of the formats.
    Corpus(corpus::CorpusArgs),
    /// Write documents with our verdict on each, for other engines of JSON Schema.
    Schemas(schemas::SchemasArgs),
}

fn main() -> Result<()> {
    match Args::parse().task {
        Task::Codegen { check } => codegen::run(check),
        Task::Api { check } => api::run(check),
        Task::Golden => golden::run(),
        Task::Fuzz(args) => fuzz::run(&args),
        Task::Soak(args) => soak::run(&args),
        Task::Hostile(args) => hostile::run(&args),
        Task::Citeproc { pandoc, write } => citeproc::run(&pandoc, write),
        Task::Corpus(args) => corpus::run(&args),
        Task::Schemas(args) => schemas::run(&args),
    }
}
