//! Files that the command line names, read whole.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, bail};

use super::shown;

/// The text of a file.
///
/// # Errors
///
/// As [`read_whole`], and when it holds no UTF-8.
pub(crate) fn read_text(path: &Path, most: u64) -> anyhow::Result<String> {
    let text = String::from_utf8(read_whole(path, most)?);
    text.with_context(|| format!("cannot read {}", shown(path)))
}

/// The bytes of a file.
///
/// # Errors
///
/// When it cannot be read, is no regular file, or holds more than `most` bytes.
pub(crate) fn read_whole(path: &Path, most: u64) -> anyhow::Result<Vec<u8>> {
    let name = shown(path);
    let mut bytes = Vec::new();
    let file = File::open(path).with_context(|| format!("cannot read {name}"))?;
    // A pipe would block, and a folder says nothing.
    if !file.metadata().is_ok_and(|it| it.is_file()) {
        bail!("cannot read {name}: it is no regular file");
    }
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read {name}"))?;
    if bytes.len() as u64 > most {
        bail!("cannot read {name}: it holds more than {most} bytes");
    }
    Ok(bytes)
}
