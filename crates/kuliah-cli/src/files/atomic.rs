//! Puts bytes at a path so that a reader finds the old file or the new one, never a part.
//!
//! 1. What killed runs left behind for this target is removed.
//! 2. A temporary file beside the target is filled and made durable.
//! 3. It takes the target's name.
//! 4. The name is made durable.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::course_file::folder_of;

/// How many names are tried for a temporary file.
const ATTEMPTS: u32 = 100;

/// The temporary files in use.
///
/// Held while one is made and while one is renamed, so that a signal finds each before or
/// after, never between.
static TEMPS: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Replaces `target` by a file that holds `bytes`; the permissions of an old file stay.
///
/// # Errors
///
/// When the target is a link, folder or device, or the system refuses a step. The target is
/// then untouched, unless only the last step, making the new name durable, failed.
pub(crate) fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = match fs::symlink_metadata(target) {
        Ok(meta) if meta.is_symlink() => return Err(io::Error::other("it is a link")),
        Ok(meta) if meta.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(meta) if !meta.is_file() => return Err(io::Error::other("it is no regular file")),
        Ok(meta) => Some(meta.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let name = target
        .file_name()
        .ok_or_else(|| io::Error::other("it has no name"))?;
    let folder = folder_of(target);
    sweep(folder, name);
    let (mut file, temp) = create(folder, name)?;
    let write_through = |temp: &mut File| {
        temp.write_all(bytes)?;
        if let Some(permissions) = old {
            temp.set_permissions(permissions)?;
        }
        temp.sync_all()
    };
    let result = write_through(&mut file).and_then(|()| {
        let mut temps = temps();
        fs::rename(&temp, target)?;
        temps.remove(&temp);
        Ok(())
    });
    if result.is_err() {
        let mut temps = temps();
        let _ = fs::remove_file(&temp);
        temps.remove(&temp);
    }
    result?;
    sync_folder(folder)
}

/// Writes a file that must not be there yet.
///
/// # Errors
///
/// When something is there, or the system refuses a step; no part of the file is then left.
pub(crate) fn write_new(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(target)?;
    let result = file.write_all(bytes).and_then(|()| file.sync_all());
    if result.is_err() {
        let _ = fs::remove_file(target);
    }
    result
}

/// Removes every temporary file, then calls `end`; nothing is made or renamed meanwhile.
pub(super) fn abandon(end: impl FnOnce()) {
    let temps = temps();
    for path in temps.iter() {
        let _ = fs::remove_file(path);
    }
    end();
}

fn temps() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    TEMPS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes and locks a new file beside the target; the lock says that its owner lives.
fn create(folder: &Path, name: &OsStr) -> io::Result<(File, PathBuf)> {
    let mut temps = temps();
    for attempt in 0..ATTEMPTS {
        let mut leaf = prefix(name);
        leaf.push(format!("{}-{attempt}", std::process::id()));
        let path = folder.join(leaf);
        match File::create_new(&path) {
            Ok(file) => {
                if let Err(error) = file.lock() {
                    let _ = fs::remove_file(&path);
                    return Err(error);
                }
                // Another run may have swept the file away before it was locked.
                if path.exists() {
                    temps.insert(path.clone());
                    return Ok((file, path));
                }
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("no free name for a temporary file"))
}

/// Removes what killed runs left behind: temporary files of this target that nobody locks.
fn sweep(folder: &Path, name: &OsStr) {
    let start = prefix(name);
    let is_temp = |name: &OsStr| {
        name.as_encoded_bytes()
            .starts_with(start.as_encoded_bytes())
    };
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if is_temp(&entry.file_name())
            && entry.file_type().is_ok_and(|kind| kind.is_file())
            && let Ok(file) = OpenOptions::new().write(true).open(entry.path())
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn prefix(name: &OsStr) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(".kuliah-tmp-");
    prefix
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Folders cannot be opened as files here; the system keeps their entries by itself.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as on other systems")]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().into_string())
            .collect::<Result<_, _>>()
            .expect("names");
        names.sort();
        names
    }

    #[test]
    fn a_file_is_made_and_replaced_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("a.pdf");
        write(&target, b"satu").expect("written");
        assert_eq!(fs::read(&target).expect("a file"), b"satu");
        write(&target, b"dua").expect("written");
        assert_eq!(fs::read(&target).expect("a file"), b"dua");
        assert_eq!(names(folder.path()), ["a.pdf"]);
    }

    #[test]
    fn a_folder_is_no_target() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(write(folder.path(), b"satu").is_err());
        assert!(write(&folder.path().join("tidak/ada"), b"satu").is_err());
        assert!(names(folder.path()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        let link = folder.path().join("link");
        write(&file, b"satu").expect("written");
        std::os::unix::fs::symlink(&file, &link).expect("a link");
        assert!(write(&link, b"dua").is_err());
        assert_eq!(fs::read(&file).expect("a file"), b"satu");
        assert_eq!(names(folder.path()), ["file", "link"]);
    }

    #[cfg(unix)]
    #[test]
    fn the_permissions_of_an_old_file_stay() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("a.pdf");
        write(&target, b"satu").expect("written");
        fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).expect("a mode");
        write(&target, b"dua").expect("written");
        let mode = fs::metadata(&target).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }

    #[test]
    fn leftovers_of_killed_runs_are_swept_and_those_of_living_ones_stay() {
        let folder = tempfile::tempdir().expect("a folder");
        let left = folder.path().join(".a.pdf.kuliah-tmp-1-0");
        let alive = folder.path().join(".a.pdf.kuliah-tmp-1-1");
        let other = folder.path().join(".b.pdf.kuliah-tmp-1-0");
        write_new(&left, b"").expect("written");
        write_new(&other, b"").expect("written");
        let locked = File::create_new(&alive).expect("a file");
        locked.lock().expect("a lock");
        write(&folder.path().join("a.pdf"), b"satu").expect("written");
        assert_eq!(
            names(folder.path()),
            [".a.pdf.kuliah-tmp-1-1", ".b.pdf.kuliah-tmp-1-0", "a.pdf"]
        );
    }

    #[test]
    fn many_threads_may_write_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("a.pdf");
        std::thread::scope(|scope| {
            for number in 0..8_u8 {
                let target = &target;
                scope.spawn(move || write(target, &[number; 5_000]).expect("written"));
            }
        });
        let bytes = fs::read(&target).expect("a file");
        assert!(bytes.len() == 5_000 && bytes.iter().all(|it| Some(it) == bytes.first()));
        assert_eq!(names(folder.path()), ["a.pdf"]);
    }

    #[test]
    fn a_new_file_replaces_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("a.md");
        write_new(&target, b"satu").expect("written");
        let error = write_new(&target, b"dua").expect_err("it is there");
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&target).expect("a file"), b"satu");
    }
}
