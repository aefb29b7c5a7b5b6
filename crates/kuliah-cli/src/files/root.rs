//! The folder that the files named in a course are read from, and nothing outside of it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use cap_fs_ext::OpenOptionsSyncExt as _;
use cap_std::ambient_authority;
use cap_std::fs::{Dir, OpenOptions};
use kuliah::{AssetError, AssetPath, Assets};

use super::CourseFile;

/// The file that marks the folder of a project.
const PROJECT_FILE: &str = "kuliah.toml";

/// The most that a file named in a course may hold, in bytes.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// A folder whose files a course may name; each is read once.
///
/// Paths cannot lead out of the folder, neither by themselves nor by links.
#[derive(Debug)]
pub(crate) struct Root {
    folder: Dir,
    shown: PathBuf,
    read: Mutex<BTreeMap<AssetPath, Outcome>>,
}

type Outcome = Result<Arc<[u8]>, AssetError>;

impl Root {
    /// The root of a course: the folder of the nearest `kuliah.toml` above it, else its own.
    ///
    /// # Errors
    ///
    /// When the folder cannot be opened.
    pub(crate) fn of(course: &CourseFile) -> anyhow::Result<Self> {
        let own = course.folder();
        let shown = project_of(own).unwrap_or_else(|| own.to_owned());
        let folder = Dir::open_ambient_dir(&shown, ambient_authority())
            .with_context(|| format!("cannot open the folder {}", shown.display()))?;
        Ok(Self {
            folder,
            shown,
            read: Mutex::new(BTreeMap::new()),
        })
    }

    /// The folder as people would type it; empty for the current one.
    pub(crate) fn shown(&self) -> &Path {
        self.shown.strip_prefix(".").unwrap_or(&self.shown)
    }
}

/// Reads a file below a folder, whatever a path or a link says.
///
/// # Errors
///
/// When the path could lead out of the folder, or there is no regular file of that size there.
pub(crate) fn read_below(folder: &Path, path: &str, most_bytes: u64) -> anyhow::Result<Arc<[u8]>> {
    let read = || {
        let path = AssetPath::new(path)?;
        let folder = Dir::open_ambient_dir(folder, ambient_authority());
        load(&folder.map_err(|it| refusal(&it))?, &path, most_bytes)
    };
    read().with_context(|| format!("cannot read {path}"))
}

/// Reads a file of a folder, up to a size.
fn load(folder: &Dir, path: &AssetPath, most_bytes: u64) -> Outcome {
    let mut options = OpenOptions::new();
    // A pipe that nobody writes to would block; it is refused once it is open.
    options.read(true).nonblock(true);
    let file = folder.open_with(path.as_str(), &options);
    let mut file = file.map_err(|error| refusal(&error))?;
    let meta = file.metadata().map_err(|error| refusal(&error))?;
    if meta.is_dir() {
        return Err(AssetError::Unreadable("it is a folder".to_owned()));
    }
    if !meta.is_file() {
        return Err(AssetError::Unreadable("it is no regular file".to_owned()));
    }
    if meta.len() > most_bytes {
        return Err(AssetError::TooLarge(most_bytes));
    }
    let mut bytes = Vec::new();
    // It may grow while it is read.
    let read = file.by_ref().take(most_bytes + 1).read_to_end(&mut bytes);
    read.map_err(|error| refusal(&error))?;
    if bytes.len() as u64 > most_bytes {
        return Err(AssetError::TooLarge(most_bytes));
    }
    Ok(bytes.into())
}

impl Assets for Root {
    fn read(&self, path: &AssetPath) -> Result<Cow<'_, [u8]>, AssetError> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let outcome = read
            .entry(path.clone())
            .or_insert_with(|| load(&self.folder, path, MOST_BYTES));
        outcome.clone().map(|bytes| Cow::Owned(bytes.to_vec()))
    }
}

/// The nearest project file, in this folder or above it.
pub(crate) fn project_file(folder: &Path) -> Option<PathBuf> {
    Some(project_of(folder)?.join(PROJECT_FILE))
}

/// A path from a folder, with `/` between names; the whole path when it lies elsewhere.
pub(crate) fn path_below(folder: &Path, path: &Path) -> String {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let path = path.strip_prefix(&folder).unwrap_or(&path);
    path.display().to_string().replace('\\', "/")
}

/// The nearest folder, from this one upwards, that has a project file; as short as it can be
/// written.
fn project_of(folder: &Path) -> Option<PathBuf> {
    let folder = folder.canonicalize().ok()?;
    let project = folder
        .ancestors()
        .find(|it| it.join(PROJECT_FILE).is_file())?;
    let here = Path::new(".").canonicalize().ok()?;
    match project.strip_prefix(&here) {
        Ok(below) => Some(Path::new(".").join(below)),
        Err(_) => Some(project.to_owned()),
    }
}

fn refusal(error: &io::Error) -> AssetError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => AssetError::NotFound,
        // The system refuses with a number of its own; a way out is refused by the library.
        io::ErrorKind::PermissionDenied if error.raw_os_error().is_none() => AssetError::Unsafe,
        _ => AssetError::Unreadable(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};

    use kuliah::Syntax;

    use super::*;

    fn read(folder: &Path, path: &str) -> Result<Vec<u8>, AssetError> {
        let course = CourseFile::at(&folder.join("course.md"), Syntax::Markdown);
        let root = Root::of(&course).expect("a root");
        let path = AssetPath::new(path).expect("a path");
        let bytes = root.read(&path).map(Cow::into_owned);
        assert_eq!(root.read(&path).map(Cow::into_owned), bytes, "twice");
        bytes
    }

    fn fill(path: &Path, text: &str) {
        super::super::atomic::write_new(path, text.as_bytes()).expect("written");
    }

    #[test]
    fn files_beside_and_below_the_course_are_read() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("gambar")).expect("a folder");
        fill(&folder.path().join("gambar/a.png"), "png");
        assert_eq!(read(folder.path(), "gambar/a.png"), Ok(b"png".to_vec()));
        assert_eq!(read(folder.path(), "b.png"), Err(AssetError::NotFound));
        assert!(matches!(
            read(folder.path(), "gambar"),
            Err(AssetError::Unreadable(_))
        ));
    }

    #[test]
    fn the_nearest_project_file_makes_the_root() {
        let folder = tempfile::tempdir().expect("a folder");
        let below = folder.path().join("bab/satu");
        fs::create_dir_all(&below).expect("folders");
        fill(&folder.path().join("refs.bib"), "bib");
        assert_eq!(read(&below, "refs.bib"), Err(AssetError::NotFound));
        fill(&folder.path().join(PROJECT_FILE), "");
        assert_eq!(read(&below, "refs.bib"), Ok(b"bib".to_vec()));
    }

    #[test]
    fn a_file_that_is_too_large_is_refused_unread() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = File::create(folder.path().join("a.png")).expect("a file");
        file.set_len(MOST_BYTES + 1).expect("a length");
        assert_eq!(
            read(folder.path(), "a.png"),
            Err(AssetError::TooLarge(MOST_BYTES))
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_out_are_refused_and_links_inside_are_followed() {
        use std::os::unix::fs::symlink;

        let outer = tempfile::tempdir().expect("a folder");
        let folder = outer.path().join("kursus");
        fs::create_dir(&folder).expect("a folder");
        fill(&outer.path().join("rahasia"), "x");
        fill(&folder.join("a.png"), "png");
        symlink("../rahasia", folder.join("keluar")).expect("a link");
        symlink(outer.path(), folder.join("atas")).expect("a link");
        symlink("a.png", folder.join("dalam")).expect("a link");
        assert_eq!(read(&folder, "keluar"), Err(AssetError::Unsafe));
        assert_eq!(read(&folder, "atas/rahasia"), Err(AssetError::Unsafe));
        assert_eq!(read(&folder, "dalam"), Ok(b"png".to_vec()));
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_does_not_block() {
        let folder = tempfile::tempdir().expect("a folder");
        let made = std::process::Command::new("mkfifo")
            .arg(folder.path().join("pipa"))
            .status();
        assert!(made.expect("mkfifo").success());
        assert!(matches!(
            read(folder.path(), "pipa"),
            Err(AssetError::Unreadable(_))
        ));
    }
}
