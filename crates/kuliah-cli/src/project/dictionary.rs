//! Dictionaries of Hunspell that are on the machine: found, read and asked.
//!
//! None is shipped. Their files say which encoding they are in; most are older than UTF-8.

use std::fmt;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use encoding_rs::{Encoding, WINDOWS_1252};
use kuliah::check::Speller;

use crate::files::shown;

/// The most that a file of a dictionary may hold, in bytes.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Folders that dictionaries are put into by packages and programs.
const FOLDERS: [&str; 8] = [
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
    "C:/Hunspell",
    "C:/Program Files/Hunspell",
];

/// Folders of LibreOffice, in which each language has a folder `dict-…`.
const OFFICE: [&str; 5] = [
    "/usr/lib/libreoffice/share/extensions",
    "/usr/lib64/libreoffice/share/extensions",
    "/opt/libreoffice/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "C:/Program Files/LibreOffice/share/extensions",
];

/// A dictionary of one language.
pub(crate) struct Dictionary {
    language: String,
    words: spellbook::Dictionary,
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Dictionary({})", self.language)
    }
}

impl Speller for Dictionary {
    fn language(&self) -> &str {
        &self.language
    }

    fn check(&self, word: &str) -> bool {
        self.words.check(word)
    }
}

impl Dictionary {
    /// The dictionary of the machine for a language; `None` when there is none.
    ///
    /// # Errors
    ///
    /// When one is there and cannot be used.
    pub(crate) fn of_language(language: &str, folders: &[PathBuf]) -> anyhow::Result<Option<Self>> {
        let found = folders.iter().find_map(|folder| {
            let entries = fs::read_dir(folder).ok()?.flatten();
            let names = entries.map(|it| it.path());
            let mut stems: Vec<_> = names
                .filter(|path| path.extension().is_some_and(|it| it == "aff"))
                .filter(|path| {
                    language_of(path) == language && path.with_extension("dic").is_file()
                })
                .collect();
            stems.sort();
            stems.into_iter().next()
        });
        found.map(|path| Self::read(&path)).transpose()
    }

    /// A dictionary by its name, such as `id_ID`, or by a path counted from a folder.
    ///
    /// # Errors
    ///
    /// When it is not there or cannot be used.
    pub(crate) fn named(name: &str, from: &Path, folders: &[PathBuf]) -> anyhow::Result<Self> {
        let ending = Path::new(name).extension();
        let is_file = ending.is_some_and(|it| it == "aff" || it == "dic");
        let is_path = is_file || name.contains(['/', '\\']);
        if is_path {
            return Self::read(&from.join(name).with_extension("aff"));
        }
        let files = folders
            .iter()
            .map(|folder| folder.join(format!("{name}.aff")));
        let found = files.into_iter().find(|path| path.is_file());
        let path = found.ok_or_else(|| missing(name))?;
        Self::read(&path)
    }

    /// Reads `….aff` and the `….dic` beside it.
    fn read(aff: &Path) -> anyhow::Result<Self> {
        let rules = bytes(aff)?;
        let encoding = encoding(&rules)
            .with_context(|| format!("the dictionary {} cannot be used", shown(aff)))?;
        let words = bytes(&aff.with_extension("dic"))?;
        let rules = in_utf8(&encoding.decode(&rules).0);
        let words = encoding.decode(&words).0;
        let words = spellbook::Dictionary::new(&rules, &words)
            .map_err(|why| anyhow!("the dictionary {} cannot be used: {why}", shown(aff)))?;
        Ok(Self {
            language: language_of(aff),
            words,
        })
    }
}

/// Where dictionaries are looked for: `DICPATH`, then the usual folders.
pub(crate) fn folders() -> Vec<PathBuf> {
    #[expect(
        clippy::disallowed_methods,
        reason = "where dictionaries are is a matter of the machine, and the command line reads it"
    )]
    let own = std::env::var_os("DICPATH").unwrap_or_default();
    let own = std::env::split_paths(&own).filter(|it| !it.as_os_str().is_empty());
    let mut folders: Vec<_> = own.collect();
    folders.extend(FOLDERS.map(PathBuf::from));
    for office in OFFICE {
        let entries = fs::read_dir(office).into_iter().flatten().flatten();
        let mut parts: Vec<_> = entries
            .filter(|it| it.file_name().to_string_lossy().starts_with("dict-"))
            .map(|it| it.path())
            .collect();
        parts.sort();
        folders.extend(parts);
    }
    folders
}

/// What to do when a dictionary is not there.
pub(crate) fn missing(name: &str) -> anyhow::Error {
    let name = match name {
        "id" => "id_ID",
        "en" => "en_US",
        other => other,
    };
    let language = name.split(['_', '-']).next().unwrap_or(name);
    let package = match name {
        "en_GB" => "hunspell-en-gb".to_owned(),
        _ if language == "en" => "hunspell-en-us".to_owned(),
        _ => format!("hunspell-{language}"),
    };
    anyhow!(
        "there is no dictionary `{name}` on this machine; on Debian and Ubuntu, install the \
         package {package}, elsewhere put {name}.aff and {name}.dic into a folder and name it in \
         the variable DICPATH"
    )
}

/// `id` of `…/id_ID.aff`, and of the name `id_ID`.
pub(super) fn language_of(aff: impl AsRef<Path>) -> String {
    let stem = aff
        .as_ref()
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy();
    let first = stem.split(['_', '-']).next().unwrap_or_default();
    first.to_lowercase()
}

fn bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    let name = shown(path);
    let file = File::open(path).with_context(|| format!("cannot read {name}"))?;
    if !file.metadata().is_ok_and(|it| it.is_file()) {
        bail!("cannot read {name}: it is no regular file");
    }
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read {name}"))?;
    if bytes.len() as u64 > MOST_BYTES {
        bail!("cannot read {name}: it holds more than {MOST_BYTES} bytes");
    }
    Ok(bytes)
}

/// The encoding that a line `SET …` names; Latin 1 when there is none, as Hunspell has it.
fn encoding(aff: &[u8]) -> anyhow::Result<&'static Encoding> {
    let text = String::from_utf8_lossy(aff);
    let Some(name) = text.lines().find_map(set_line) else {
        return Ok(WINDOWS_1252);
    };
    let lower = name.to_lowercase();
    let label = match lower.as_str() {
        "tis620-2533" => "tis-620".to_owned(),
        other => other.replace("microsoft-cp", "windows-"),
    };
    Encoding::for_label(label.as_bytes())
        .with_context(|| format!("its encoding `{name}` is not known"))
}

fn set_line(line: &str) -> Option<&str> {
    let line = line.trim_start_matches('\u{feff}');
    let mut words = line.split_whitespace();
    (words.next() == Some("SET")).then(|| words.next())?
}

/// The rules with the encoding that they are in now.
fn in_utf8(rules: &str) -> String {
    let lines = rules.lines().map(|line| match set_line(line) {
        Some(_) => "SET UTF-8",
        None => line,
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::atomic::write_new;

    /// A folder with a small dictionary in an encoding.
    fn folder(name: &str, set: &str, words: &[u8]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        let aff = format!("{set}SFX A Y 1\nSFX A 0 nya .\n");
        write_new(&path.with_extension("aff"), aff.as_bytes()).expect("written");
        write_new(&path.with_extension("dic"), words).expect("written");
        folder
    }

    fn read(set: &str, words: &[u8]) -> anyhow::Result<Dictionary> {
        let folder = folder("id_ID", set, words);
        Dictionary::named("id_ID", Path::new("."), &[folder.path().to_owned()])
    }

    #[test]
    fn words_and_their_endings_are_known() {
        let dictionary = read("SET UTF-8\n", b"2\nperan/A\nkelas\n").expect("a dictionary");
        assert_eq!(dictionary.language(), "id");
        for (word, right) in [("peran", true), ("perannya", true), ("kelasnya", false)] {
            assert_eq!(dictionary.check(word), right, "{word}");
        }
    }

    #[test]
    fn older_encodings_are_read() {
        for set in ["SET ISO8859-1\n", "SET microsoft-cp1252\n", ""] {
            let dictionary = read(set, b"1\ncaf\xe9\n").expect("a dictionary");
            assert!(dictionary.check("café"), "{set}");
        }
        let cyrillic = read("SET KOI8-R\n", b"1\n\xc4\xc1\n").expect("a dictionary");
        assert!(cyrillic.check("да"));
        let why = read("SET ISCII-1\n", b"1\na\n").expect_err("unknown");
        assert!(
            format!("{why:#}").ends_with("its encoding `ISCII-1` is not known"),
            "{why:#}"
        );
    }

    #[test]
    fn a_dictionary_is_found_by_its_language_or_its_path() {
        let folder = folder("id_ID", "SET UTF-8\n", b"1\nperan\n");
        let folders = [PathBuf::from("/no/such/folder"), folder.path().to_owned()];
        let found = Dictionary::of_language("id", &folders).expect("usable");
        assert!(found.expect("a dictionary").check("peran"));
        assert!(
            Dictionary::of_language("en", &folders)
                .expect("usable")
                .is_none()
        );
        assert!(Dictionary::named("./id_ID.dic", folder.path(), &[]).is_ok());
        let why = Dictionary::named("id_ID", folder.path(), &[]).expect_err("none");
        assert!(
            why.to_string().contains("install the package hunspell-id,"),
            "{why}"
        );
    }

    #[test]
    fn a_broken_dictionary_is_named() {
        let why = read("SET UTF-8\n", b"no number\n")
            .expect_err("broken")
            .to_string();
        assert!(why.contains("id_ID.aff cannot be used: "), "{why}");
    }
}
