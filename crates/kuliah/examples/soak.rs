//! Builds and checks one course again and again in one process: memory stays flat, and every copy
//! has the bytes of the first.
//!
//! `cargo xtask soak` runs it. Usage: `soak COURSE.md BUILDS CHECKS`.

#![expect(
    clippy::print_stdout,
    reason = "what it measures goes to standard output"
)]

use std::error::Error;
use std::fs;

use kuliah::{CheckOptions, FORMATS, Handout, HandoutOptions, Input, NoAssets, Syntax, compile};

/// How much memory may grow after the first tenth, in KiB: a thousandth of a KiB a round is noise.
const MOST_GROWTH: u64 = 8 * 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || {
        arguments
            .next()
            .ok_or("usage: soak COURSE.md BUILDS CHECKS")
    };
    let (path, builds, checks) = (next()?, next()?.parse()?, next()?.parse()?);
    let bytes = fs::read(&path)?;
    let first = build(&bytes)?;
    rounds("builds", builds, || {
        if build(&bytes)? == first {
            Ok(())
        } else {
            Err("the bytes differ from those of the first build".into())
        }
    })?;
    let found = check(&bytes);
    rounds("checks", checks, || {
        if check(&bytes) == found {
            Ok(())
        } else {
            Err("the findings differ from those of the first check".into())
        }
    })
}

/// Works as often as asked for, and looks at memory ten times meanwhile.
fn rounds(
    what: &str,
    count: u64,
    mut work: impl FnMut() -> Result<(), Box<dyn Error>>,
) -> Result<(), Box<dyn Error>> {
    let mut sizes = Vec::new();
    for round in 1..=count {
        work()?;
        if round % count.div_ceil(10) == 0 || round == count {
            sizes.push(resident()?);
        }
    }
    let shown: Vec<_> = sizes
        .iter()
        .map(|it| it.div_ceil(1024).to_string())
        .collect();
    println!(
        "{count} {what}; resident MiB after each tenth: {}",
        shown.join(" ")
    );
    let (start, end) = (sizes.first().copied(), sizes.last().copied());
    if end.unwrap_or_default() > start.unwrap_or_default() + MOST_GROWTH {
        return Err("memory grows".into());
    }
    Ok(())
}

/// Every copy of the course.
fn build(bytes: &[u8]) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let input = Input::new("course.md", bytes, Syntax::Markdown);
    let compiled = compile(&input, &NoAssets, &CheckOptions::default());
    let course = compiled.course.ok_or("the course has errors")?;
    let handout = Handout::new(&course, HandoutOptions::default());
    let write =
        |format| -> Result<_, Box<dyn Error>> { Ok(handout.export(format, &NoAssets)?.bytes) };
    FORMATS.iter().map(write).collect()
}

/// How many findings there are.
fn check(bytes: &[u8]) -> usize {
    let input = Input::new("course.md", bytes, Syntax::Markdown);
    compile(&input, &NoAssets, &CheckOptions::default())
        .diagnostics
        .len()
}

/// Memory in use, in KiB.
fn resident() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"));
    let number = line.and_then(|it| it.split_whitespace().next());
    Ok(number.ok_or("no VmRSS in /proc/self/status")?.parse()?)
}
