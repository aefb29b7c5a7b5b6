//! The archive of a template, opened with care: it may come from anywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Harm, TemplateError};

/// The largest template, in bytes.
pub(super) const LARGEST: usize = 32 << 20;
/// The largest part, in bytes, once it is unpacked.
const LARGEST_PART: u64 = 16 << 20;
/// All parts that are read, in bytes, once they are unpacked.
const LARGEST_SUM: u64 = 64 << 20;
/// The most parts.
const MOST_PARTS: usize = 4_096;

/// A template's archive.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Where each part stands in the archive. Part names do not tell capitals from small
    /// letters (ISO/IEC 29500-2, 6.2.2.3), so they are kept in small ones.
    names: BTreeMap<String, usize>,
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive and looks at the names of its parts; nothing is unpacked yet.
    ///
    /// # Errors
    ///
    /// When it is too large, no archive, encrypted, or has names that lead elsewhere.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, TemplateError> {
        if bytes.len() > LARGEST {
            return Err(TemplateError::TooLarge);
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TemplateError::NoArchive)?;
        if zip.len() > MOST_PARTS {
            return Err(TemplateError::TooLarge);
        }
        let mut names = BTreeMap::new();
        for index in 0..zip.len() {
            let entry = zip
                .by_index_raw(index)
                .map_err(|_| TemplateError::NoArchive)?;
            if entry.encrypted() {
                return Err(TemplateError::Encrypted);
            }
            let name = entry.name().to_owned();
            if !is_safe(&name) || entry.is_symlink() {
                return Err(TemplateError::Path(shown(&name)));
            }
            if !entry.is_dir() && names.insert(name.to_ascii_lowercase(), index).is_some() {
                return Err(TemplateError::Path(shown(&name)));
            }
        }
        Ok(Self {
            zip,
            names,
            left: LARGEST_SUM,
        })
    }

    /// The names of all parts, in small letters.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// Unpacks a part; `None` when there is none of that name.
    ///
    /// # Errors
    ///
    /// When it is broken, or larger than any part of a template has reason to be.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, TemplateError> {
        let Some(&index) = self.names.get(&name.to_ascii_lowercase()) else {
            return Ok(None);
        };
        let broken = || TemplateError::Broken(shown(name));
        let most = LARGEST_PART.min(self.left);
        let entry = self.zip.by_index(index).map_err(|_| broken())?;
        let mut bytes = Vec::new();
        // The size in the header is the archive's own word; what counts is what comes out.
        let mut entry = entry.take(most + 1);
        entry.read_to_end(&mut bytes).map_err(|_| broken())?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > most {
            return Err(TemplateError::TooLarge);
        }
        self.left -= size;
        Ok(Some(bytes))
    }

    /// Refuses parts that can run something or bring other files with them.
    ///
    /// # Errors
    ///
    /// [`TemplateError::Active`].
    pub(super) fn refuse_active(&self) -> Result<(), TemplateError> {
        let known: [(&str, Harm); 8] = [
            ("vbaproject", Harm::Macros),
            ("vbadata", Harm::Macros),
            ("activex", Harm::Controls),
            ("ctrlprops", Harm::Controls),
            ("customui", Harm::Macros),
            ("embeddings/", Harm::Objects),
            ("oleobject", Harm::Objects),
            ("afchunk", Harm::Chunks),
        ];
        let found = self
            .names()
            .find_map(|name| known.iter().find(|(part, _)| name.contains(part)));
        match found {
            Some((_, harm)) => Err(TemplateError::Active(*harm)),
            None => Ok(()),
        }
    }
}

/// Whether a name stays within the archive, wherever it would be unpacked.
fn is_safe(name: &str) -> bool {
    let plain = |c: char| !c.is_control() && !matches!(c, '\\' | ':' | '\u{fffd}');
    let parts: BTreeSet<_> = name.split('/').collect();
    !name.is_empty()
        && name.len() <= 260
        && !name.starts_with('/')
        && name.chars().all(plain)
        && !parts.contains("..")
        && !parts.contains(".")
}

/// A name as a message may hold it.
pub(super) fn shown(name: &str) -> String {
    let letter = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    name.chars().map(letter).take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_within() {
        for name in ["word/document.xml", "[Content_Types].xml", "a/b.c/d"] {
            assert!(is_safe(name), "{name}");
        }
        for name in [
            "",
            "../a",
            "a/../b",
            "/etc/passwd",
            "C:/a",
            r"a\b",
            "a/./b",
            "a\n",
        ] {
            assert!(!is_safe(name), "{name}");
        }
    }
}
