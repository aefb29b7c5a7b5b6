//! Files to be written, or only compared.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Generated files, by their path below the project.
#[derive(Default)]
pub(crate) struct Output {
    files: Vec<(String, Vec<u8>)>,
}

impl Output {
    pub(crate) fn add(&mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) {
        self.files.push((path.into(), content.into()));
    }

    /// The paths of all files.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(path, _)| path.as_str())
    }

    /// Writes every file that differs.
    pub(crate) fn write(&self) -> Result<()> {
        for (path, content) in self.differing()? {
            let full = root().join(path);
            if let Some(folder) = full.parent() {
                fs::create_dir_all(folder)?;
            }
            write(&full, content)?;
        }
        Ok(())
    }

    /// Fails when a file differs.
    pub(crate) fn check(&self) -> Result<()> {
        let differing: Vec<_> = self
            .differing()?
            .into_iter()
            .map(|(path, _)| path)
            .collect();
        if !differing.is_empty() {
            bail!(
                "not up to date: {}; run `cargo xtask codegen`",
                differing.join(", ")
            );
        }
        Ok(())
    }

    fn differing(&self) -> Result<Vec<(&str, &[u8])>> {
        let mut out = Vec::new();
        for (path, content) in &self.files {
            let full = root().join(path);
            let old = if full.exists() {
                fs::read(&full).with_context(|| format!("cannot read {path}"))?
            } else {
                Vec::new()
            };
            if old != *content {
                out.push((path.as_str(), content.as_slice()));
            }
        }
        Ok(out)
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "generated files are kept in version control, so a half-written one does no harm"
)]
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

/// The folder of the project.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}
