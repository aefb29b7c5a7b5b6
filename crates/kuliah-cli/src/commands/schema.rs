//! `kuliah schema`: prints a published schema.

use anyhow::Context as _;
use kuliah::course_schema;

use super::Exit;
use crate::args::{SchemaArgs, SchemaName};
use crate::console;
use crate::files::{atomic, shown};
use crate::report::diagnostics_schema;

/// Prints a schema, or writes it to a file.
pub(super) fn run(args: &SchemaArgs) -> anyhow::Result<Exit> {
    let schema = match args.which {
        SchemaName::Course => course_schema(),
        SchemaName::Diagnostics => diagnostics_schema(),
    };
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    match args.out.as_deref().filter(|path| path.as_os_str() != "-") {
        None => console::stdout(text.as_bytes())?,
        Some(path) => {
            let name = shown(path);
            atomic::write(path, text.as_bytes()).with_context(|| format!("cannot write {name}"))?;
        }
    }
    Ok(Exit::Success)
}
