//! Paths of files that a course names.

use std::fmt;

/// The path of a file named by a course: relative, downward, with `/` between its parts.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct AssetPath(String);

impl AssetPath {
    /// Checks a path, the same way on every system: no root, drive, scheme, backslash,
    /// control character, `..`, nothing empty, and no part that Windows takes for a device or cuts
    /// short, such as `NUL`, `aux.png` or a name that ends in a dot or a blank.
    ///
    /// # Errors
    ///
    /// When it is none.
    pub fn new(path: &str) -> Result<Self, UnsafePath> {
        let bad = |c: char| c.is_control() || c == '\\' || c == ':';
        let part_ok = |part: &str| part == "." || is_plain(part);
        if path.is_empty() || path.contains(bad) || !path.split('/').all(part_ok) {
            return Err(UnsafePath);
        }
        Ok(Self(path.to_owned()))
    }

    /// The path as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a part of a path is a name on every system.
fn is_plain(part: &str) -> bool {
    !part.is_empty() && !part.ends_with(['.', ' ']) && !is_device(part)
}

/// Whether Windows takes a name for a device: it does so in any case and with any ending.
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default();
    let stem = stem.trim_end_matches(' ').to_ascii_uppercase();
    let is_port = |prefix| {
        let mut number = stem.strip_prefix(prefix).unwrap_or_default().chars();
        let digit = number.next().is_some_and(|c| "0123456789¹²³".contains(c));
        digit && number.next().is_none()
    };
    let is_named = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str());
    is_named || is_port("COM") || is_port("LPT")
}

impl fmt::Display for AssetPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A path that leads, or could lead, out of the project.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub struct UnsafePath;

impl fmt::Display for UnsafePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the path leads out of the project")
    }
}

impl std::error::Error for UnsafePath {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_below_the_project() {
        assert!(AssetPath::new("gambar/peran kerja.png").is_ok());
        for path in [
            "",
            "/etc/passwd",
            "../a",
            "a/../../b",
            "a//b",
            "C:a",
            "a\\b",
            "file:///x",
        ] {
            assert_eq!(AssetPath::new(path), Err(UnsafePath), "{path}");
        }
    }

    #[test]
    fn names_that_windows_reads_otherwise_are_refused_everywhere() {
        for path in [
            "NUL",
            "con",
            "aux.png",
            "a/Com1.tar.gz",
            "lpt9/a.png",
            "COM¹",
            "nul .png",
            "conin$",
            "a.png.",
            "a.png ",
            "...",
            "a. /b",
        ] {
            assert_eq!(AssetPath::new(path), Err(UnsafePath), "{path}");
        }
        for path in [
            "./a.png",
            "console.png",
            "com10.png",
            "com.png",
            "a.nul",
            ".git",
        ] {
            assert!(AssetPath::new(path).is_ok(), "{path}");
        }
    }
}
