//! Files of settings, by where they are named.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use kuliah::AssetPath;

use crate::files::{read_below, read_text, read_whole, shown};

/// The most that a file of settings may hold, in bytes.
const MOST_BYTES: u64 = 1024 * 1024;

/// Where the path of a file was written.
#[derive(Debug, Copy, Clone)]
pub(super) enum Named<'a> {
    /// On the command line: who types it may read any file.
    OnCommandLine,
    /// In a configuration in this folder. It may come from anybody, like a course, so nothing
    /// outside of the folder is read, let alone shown.
    Below(&'a Path),
}

impl Named<'_> {
    /// The path as people would type it.
    pub(super) fn path(self, name: impl AsRef<Path>) -> PathBuf {
        match self {
            Self::OnCommandLine => name.as_ref().to_owned(),
            Self::Below(folder) => folder.join(name),
        }
    }

    /// Whether something may be read there and is there.
    pub(super) fn exists(self, name: &str) -> bool {
        let may_be_read = match self {
            Self::OnCommandLine => true,
            Self::Below(_) => AssetPath::new(name).is_ok(),
        };
        !may_be_read || self.path(name).exists()
    }

    /// The text of a file of settings.
    ///
    /// # Errors
    ///
    /// When it may not be read, is no regular file of that size, or holds no UTF-8.
    pub(super) fn text(self, name: &str) -> anyhow::Result<String> {
        let bytes = self.bytes(name, MOST_BYTES)?;
        let text = String::from_utf8(bytes);
        text.with_context(|| format!("cannot read {}", shown(&self.path(name))))
    }

    /// The bytes of a file, of which there may not be more than `most`.
    ///
    /// # Errors
    ///
    /// When it may not be read, or is no regular file of that size.
    pub(super) fn bytes(self, name: impl AsRef<Path>, most: u64) -> anyhow::Result<Vec<u8>> {
        match self {
            Self::Below(folder) => {
                let name = name.as_ref().to_string_lossy();
                Ok(read_below(folder, &name, most)?.to_vec())
            }
            Self::OnCommandLine => read_whole(name.as_ref(), most),
        }
    }
}

/// The text of a configuration, which the command line names, or which lies above a course.
///
/// # Errors
///
/// When it is no regular file of that size, or holds no UTF-8.
pub(super) fn configuration(path: &Path) -> anyhow::Result<String> {
    read_text(path, MOST_BYTES)
}
