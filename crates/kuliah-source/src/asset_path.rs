//! Paths of files that a course names.

use std::fmt;

/// The path of a file named by a course: relative, downward, with `/` between its parts.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct AssetPath(String);

impl AssetPath {
    /// Checks a path, the same way on every system: no root, drive, scheme, backslash,
    /// control character, `..`, and nothing empty.
    ///
    /// # Errors
    ///
    /// When it is none.
    pub fn new(path: &str) -> Result<Self, UnsafePath> {
        let bad = |c: char| c.is_control() || c == '\\' || c == ':';
        let part_ok = |part: &str| !part.is_empty() && part != "..";
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
}
