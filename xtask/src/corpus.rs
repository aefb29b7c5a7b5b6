//! Handouts of arbitrary courses as files, for judges such as veraPDF.

use crate::output;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use kuliah::format;
use kuliah_tests::corpus::corpus;
use kuliah_tests::generate::pictures;

/// What to write, and where.
#[derive(Args)]
pub(crate) struct CorpusArgs {
    /// How many courses.
    #[arg(long, default_value_t = 200)]
    count: usize,
    /// The formats of their handouts.
    #[arg(long, value_delimiter = ',', default_value = "pdf")]
    to: Vec<String>,
    /// The folder to write to; it is made when it is not there.
    #[arg(long)]
    out: PathBuf,
}

/// Writes the handouts of as many courses as are asked for.
pub(crate) fn run(args: &CorpusArgs) -> Result<()> {
    fs::create_dir_all(&args.out)?;
    let formats = args.to.iter().map(|name| {
        let format = format(name);
        format.with_context(|| format!("there is no format `{name}`"))
    });
    let formats = formats.collect::<Result<Vec<_>>>()?;
    for (name, handout) in corpus(args.count) {
        for format in &formats {
            let exported = handout.export(format, pictures());
            let exported = exported.with_context(|| format!("{name} is not written"))?;
            let path = args.out.join(format!("{name}.{}", format.name()));
            output::write(&path, exported.bytes)?;
        }
    }
    Ok(())
}
