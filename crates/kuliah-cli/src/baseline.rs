//! The findings that a project has known for a while, so that only new ones are reported.
//!
//! They are kept in a file of the project, one line each and sorted, so that two branches can be
//! merged. Paths count from the folder of that file; a finding is known by its mark, which stays
//! when lines move.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, bail};
use serde::{Deserialize, Serialize};

use crate::files::{atomic, folder_of, shown};
use crate::report::{Mark, Marked, counted};

/// The version of the file; it grows when an older program could not read it.
const VERSION: u32 = 1;

/// A baseline, and what was met while courses were checked against it.
#[derive(Debug)]
pub(crate) struct Baseline {
    path: PathBuf,
    /// The folder that paths count from, as the system knows it.
    folder: PathBuf,
    known: BTreeSet<Entry>,
    met: Mutex<Met>,
}

/// What was met in a run.
#[derive(Debug, Default)]
struct Met {
    files: BTreeSet<String>,
    entries: BTreeSet<Entry>,
}

/// One finding that is known.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize)]
struct Entry {
    path: String,
    rule: String,
    mark: Mark,
}

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    version: u32,
    findings: BTreeSet<Entry>,
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or is no baseline of this version.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        let name = shown(path);
        let text = fs::read_to_string(path);
        let text = text.with_context(|| {
            format!("cannot read the baseline {name}; --write-baseline writes one")
        })?;
        let stored: Stored = serde_json::from_str(&text)
            .with_context(|| format!("{name} is no baseline; --write-baseline writes one"))?;
        if stored.version != VERSION {
            bail!(
                "the baseline {name} is of version {}, and this program reads version {VERSION}",
                stored.version
            );
        }
        let mut baseline = Self::empty(path)?;
        baseline.known = stored.findings;
        Ok(baseline)
    }

    /// A baseline that is to be written: the one that is there, if one is.
    ///
    /// # Errors
    ///
    /// When something is there that is no baseline, or the folder is not there.
    pub(crate) fn to_write(path: &Path) -> anyhow::Result<Self> {
        if path.exists() {
            Self::read(path)
        } else {
            Self::empty(path)
        }
    }

    fn empty(path: &Path) -> anyhow::Result<Self> {
        let folder = folder_of(path);
        let folder = folder
            .canonicalize()
            .with_context(|| format!("cannot open the folder {}", shown(folder)))?;
        Ok(Self {
            path: path.to_owned(),
            folder,
            known: BTreeSet::new(),
            met: Mutex::default(),
        })
    }

    /// Takes the findings out that are known; `files` are all files of the course, as they are
    /// seen from the current folder.
    pub(crate) fn sift(
        &self,
        found: Vec<Marked>,
        files: impl Iterator<Item = String>,
    ) -> Vec<Marked> {
        let mut met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        met.files.extend(files.map(|it| self.path_of(&it)));
        let mut new = Vec::new();
        for finding in found {
            let entry = Entry {
                path: self.path_of(&finding.file),
                rule: finding.finding.rule.as_str().to_owned(),
                mark: finding.mark.clone(),
            };
            if !self.known.contains(&entry) {
                new.push(finding);
            }
            met.entries.insert(entry);
        }
        new
    }

    /// Says what of the baseline is no longer found in the files that were checked.
    pub(crate) fn remark(&self) -> Option<String> {
        let met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        let is_gone = |it: &&Entry| met.files.contains(&it.path) && !met.entries.contains(it);
        let gone = self.known.iter().filter(is_gone).count();
        (gone > 0).then(|| {
            let findings = counted(gone, "finding", "findings");
            let are = if gone == 1 { "is" } else { "are" };
            format!(
                "{findings} of the baseline {} {are} gone; --write-baseline takes {} out",
                shown(&self.path),
                if gone == 1 { "it" } else { "them" }
            )
        })
    }

    /// Writes what was met; what is known of files that were not checked and are still there stays.
    ///
    /// Says in a line what was written.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub(crate) fn write(&self) -> anyhow::Result<String> {
        let met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        let mut entries = met.entries.clone();
        let stays =
            |it: &&Entry| !met.files.contains(&it.path) && self.folder.join(&it.path).exists();
        entries.extend(self.known.iter().filter(stays).cloned());
        let mut lines = Vec::new();
        for entry in &entries {
            lines.push(format!("    {}", serde_json::to_string(entry)?));
        }
        let findings = if lines.is_empty() {
            "[]".to_owned()
        } else {
            format!("[\n{}\n  ]", lines.join(",\n"))
        };
        let text = format!("{{\n  \"version\": {VERSION},\n  \"findings\": {findings}\n}}\n");
        let name = shown(&self.path);
        atomic::write(&self.path, text.as_bytes())
            .with_context(|| format!("cannot write {name}"))?;
        let findings = counted(entries.len(), "finding", "findings");
        Ok(format!("wrote {name} ({findings})"))
    }

    /// A path seen from the current folder, seen from that of the baseline.
    fn path_of(&self, file: &str) -> String {
        let Ok(path) = Path::new(file).canonicalize() else {
            return file.to_owned();
        };
        let path = path.strip_prefix(&self.folder).unwrap_or(&path);
        path.display().to_string().replace('\\', "/")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("baseline.json");
        atomic::write_new(&path, text.as_bytes()).expect("written");
        (folder, path)
    }

    #[test]
    fn what_is_no_baseline_is_refused() {
        for (text, said) in [
            ("", "is no baseline"),
            ("{\"version\": 1}", "is no baseline"),
            (
                "{\"version\": 1, \"findings\": [], \"more\": 1}",
                "is no baseline",
            ),
            ("{\"version\": 2, \"findings\": []}", "is of version 2"),
        ] {
            let (_folder, path) = file(text);
            let trouble = Baseline::read(&path).expect_err(text);
            assert!(trouble.to_string().contains(said), "{trouble:#}");
            assert!(Baseline::to_write(&path).is_err());
        }
    }

    #[test]
    fn an_empty_baseline_is_read_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("baseline.json");
        let baseline = Baseline::to_write(&path).expect("a baseline");
        assert!(baseline.write().expect("written").ends_with("(0 findings)"));
        assert!(Baseline::read(&path).expect("a baseline").known.is_empty());
        assert_eq!(baseline.remark(), None);
        assert!(Baseline::read(&folder.path().join("other.json")).is_err());
    }
}
