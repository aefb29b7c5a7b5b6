//! The public API of the libraries as text, one line an item, so that a change of it is seen.
//!
//! `rustdoc` writes the API as JSON, which the compiler calls unstable: its format has a number,
//! and `public-api` reads one of them.

#![expect(
    clippy::disallowed_methods,
    reason = "a tool of the project, whose files are kept in version control"
)]

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};
use public_api::Builder;
use serde::Deserialize;

/// The format of rustdoc's JSON that `public-api` reads.
const FORMAT: u32 = 57;

/// The libraries: the facade and the crates whose types it hands on.
const CRATES: [&str; 9] = [
    "kuliah",
    "kuliah-cite",
    "kuliah-core",
    "kuliah-doc",
    "kuliah-docx",
    "kuliah-json",
    "kuliah-pdf",
    "kuliah-source",
    "kuliah-theme",
];

/// Set where this program is run by Cargo in place of `rustdoc`.
const IN_PLACE: &str = "KULIAH_IN_PLACE_OF_RUSTDOC";

fn main() -> ExitCode {
    let ended = if env::var_os(IN_PLACE).is_some() {
        in_place_of_rustdoc()
    } else {
        write_or_compare(env::args().any(|it| it == "--check"))
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why:#}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the API of every library, `docs/api/<crate>.txt`, or compares it with what is there.
fn write_or_compare(check: bool) -> Result<()> {
    let mut drift = String::new();
    for name in CRATES {
        let path = root().join(format!("docs/api/{name}.txt"));
        let new = api(name)?;
        let old = fs::read_to_string(&path).unwrap_or_default();
        if check {
            compare(name, &old, &new, &mut drift)?;
        } else if old != new {
            fs::create_dir_all(root().join("docs/api"))?;
            fs::write(&path, new).with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    if !drift.is_empty() {
        bail!(
            "{drift}The public API is not the one in `docs/api`. If the change is meant, run `cargo xtask api`, name what \
             breaks callers in CHANGELOG.md, and commit the files; if it is not, take it back."
        );
    }
    Ok(())
}

/// Adds the items that are in one of two texts only.
fn compare(name: &str, old: &str, new: &str, out: &mut String) -> Result<()> {
    let of = |text: &str| -> BTreeSet<String> { text.lines().map(str::to_owned).collect() };
    let (old, new) = (of(old), of(new));
    for (sign, items) in [('-', old.difference(&new)), ('+', new.difference(&old))] {
        for item in items {
            writeln!(out, "{name}: {sign} {item}")?;
        }
    }
    Ok(())
}

/// The items of a library; those that derives and blanket implementations bring are left out.
fn api(name: &str) -> Result<String> {
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["rustdoc", "--quiet", "--locked", "--lib", "-p", name, "--"])
        .args(["-Z", "unstable-options", "--output-format", "json"])
        .env("RUSTDOC", env::current_exe()?)
        .env(IN_PLACE, "1")
        .current_dir(root())
        .status()?;
    if !status.success() {
        bail!("rustdoc of {name} ended with {status}");
    }
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
    let path = target.join(format!("doc/{}.json", name.replace('-', "_")));
    let written: Written = serde_json::from_str(&fs::read_to_string(&path)?)?;
    if written.format_version != FORMAT {
        bail!(
            "rustdoc of this compiler writes its JSON in format {}, and the release of `public-api` that \
             `xtask/Cargo.toml` asks for reads {FORMAT}: use the compiler that Cargo.toml promises, or take the release \
             that reads the other",
            written.format_version
        );
    }
    let api = Builder::from_rustdoc_json(path)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()?;
    Ok(api.to_string())
}

/// The number of the format.
#[derive(Deserialize)]
struct Written {
    format_version: u32,
}

/// Runs `rustdoc` where this program stands in its place, with what is unstable allowed.
///
/// Were that allowed to Cargo itself, it would build every crate anew.
fn in_place_of_rustdoc() -> Result<()> {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let mut rustdoc = Command::new("rustdoc");
    rustdoc.args(arguments).env("RUSTC_BOOTSTRAP", "1");
    let status = rustdoc.status().context("cannot run rustdoc")?;
    if !status.success() {
        bail!("rustdoc ended with {status}");
    }
    Ok(())
}

/// The folder of the project.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}
