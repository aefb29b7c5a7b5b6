//! The same bytes wherever and however the program runs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kuliah_tests::program::program;
use kuliah_tests::{files, root};
use tempfile::TempDir;

use crate::desk::{CLEAN, Desk};

/// Variables, arguments, the folder.
type Environment = (
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
    &'static str,
);

/// What differs from run to run and must not show.
const ENVIRONMENTS: [Environment; 24] = [
    (&[], &[], "plain"),
    (&[], &[], "plain"),
    (&[("TZ", "Asia/Jakarta")], &[], "plain"),
    (&[("TZ", "America/St_Johns")], &[], "plain"),
    (&[("TZ", "nonsense")], &[], "plain"),
    (&[("LC_ALL", "C"), ("LANG", "C")], &[], "plain"),
    (
        &[("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8")],
        &[],
        "plain",
    ),
    (
        &[("LC_ALL", "id_ID.UTF-8"), ("LANGUAGE", "id")],
        &[],
        "plain",
    ),
    (
        &[("LANG", "de_DE.UTF-8"), ("LC_NUMERIC", "de_DE.UTF-8")],
        &[],
        "plain",
    ),
    (
        &[
            ("HOME", "/nonexistent"),
            ("XDG_CONFIG_HOME", "/nonexistent"),
        ],
        &[],
        "plain",
    ),
    (&[("TMPDIR", "/nonexistent")], &[], "plain"),
    (
        &[("USER", "zz"), ("LOGNAME", "zz"), ("HOSTNAME", "elsewhere")],
        &[],
        "plain",
    ),
    (
        &[
            ("CLICOLOR_FORCE", "1"),
            ("TERM", "xterm"),
            ("COLUMNS", "40"),
        ],
        &[],
        "plain",
    ),
    (&[("NO_COLOR", "1"), ("TERM", "dumb")], &[], "plain"),
    (&[("CI", "true"), ("GITHUB_ACTIONS", "true")], &[], "plain"),
    (
        &[("RUST_BACKTRACE", "full"), ("RUST_LOG", "trace")],
        &[],
        "plain",
    ),
    (&[("RAYON_NUM_THREADS", "1")], &[], "plain"),
    (&[("RAYON_NUM_THREADS", "7")], &[], "plain"),
    (&[], &["--jobs", "1"], "plain"),
    (&[], &["--jobs", "8"], "plain"),
    (&[], &["--color", "always"], "plain"),
    (&[], &["--lang", "id", "--format", "sarif"], "plain"),
    (&[], &[], "a folder – é with blanks"),
    (&[], &[], "deep/er/in/the/tree"),
];

/// The bytes of every copy of every example, by their paths.
type Copies = BTreeMap<PathBuf, Vec<u8>>;

fn examples() -> PathBuf {
    root().join("examples")
}

fn copy(from: &Path, to: &Path) {
    for path in files(from) {
        let target = to.join(path.strip_prefix(from).expect("below"));
        fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
        fs::copy(&path, target).expect("a copy");
    }
}

fn build(desk: &Path, courses: &[String], variables: &[(&str, &str)], args: &[&str]) -> Copies {
    let mut command = Command::new(program());
    command.current_dir(desk).env_remove("SOURCE_DATE_EPOCH");
    command.arg("build").args(courses).args(args);
    command.envs(variables.iter().copied());
    let output = command.output().expect("a run");
    assert!(
        output.status.success(),
        "{variables:?} {args:?}: {output:?}"
    );
    let made = files(desk).into_iter().filter(|path| {
        let ending = path.extension().and_then(|it| it.to_str());
        matches!(ending, Some("pdf" | "docx"))
            || path.to_string_lossy().ends_with(".canonical.json")
    });
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).expect("a file");
        fs::remove_file(&path).expect("removed");
        (path.strip_prefix(desk).expect("below").to_owned(), bytes)
    };
    made.map(read).collect()
}

fn courses() -> Vec<String> {
    let folders = fs::read_dir(examples()).expect("a folder");
    let name = |it: fs::DirEntry| it.file_name().into_string().expect("UTF-8");
    let folders: BTreeSet<_> = folders.map(|it| name(it.expect("an entry"))).collect();
    folders
        .into_iter()
        .map(|it| format!("{it}/course.md"))
        .collect()
}

#[test]
fn every_environment_gives_the_same_bytes() {
    let desk = TempDir::new().expect("a folder");
    let mut first: Option<Copies> = None;
    let mut courses = courses();
    for (variables, args, folder) in ENVIRONMENTS {
        let folder = desk.path().join(folder);
        if !folder.exists() {
            copy(&examples(), &folder);
        }
        // The order of the arguments is one more thing that must not show.
        courses.rotate_left(1);
        let made = build(&folder, &courses, variables, args);
        assert_eq!(made.len(), 3 * courses.len());
        let first = first.get_or_insert_with(|| made.clone());
        for (path, bytes) in &made {
            let path_shown = path.display();
            assert!(
                first.get(path) == Some(bytes),
                "{path_shown}: {variables:?} {args:?} {}",
                folder.display()
            );
        }
    }
}

#[test]
fn an_empty_environment_gives_the_same_bytes() {
    let desk = TempDir::new().expect("a folder");
    copy(&examples(), desk.path());
    let expected = build(desk.path(), &courses(), &[], &[]);
    let mut command = Command::new(program());
    command
        .current_dir(desk.path())
        .env_clear()
        .arg("build")
        .args(courses());
    assert!(command.status().expect("a run").success());
    for (path, bytes) in expected {
        assert!(
            fs::read(desk.path().join(&path)).expect("a file") == bytes,
            "{}",
            path.display()
        );
    }
}

#[test]
fn the_epoch_dates_what_has_no_date() {
    let made = |epoch: Option<&str>| {
        let desk = Desk::with(&[("a.md", CLEAN)]);
        let mut command = Command::new(program());
        command
            .current_dir(desk.path(""))
            .env_remove("SOURCE_DATE_EPOCH");
        command.args(["build", "--quiet", "a.md"]);
        command.envs(epoch.map(|it| ("SOURCE_DATE_EPOCH", it)));
        let output = command.output().expect("a run");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(0), "{said}");
        ["a.pdf", "a.docx", "a.canonical.json"].map(|name| desk.bytes(name))
    };
    let (without, with) = (made(None), made(Some("1546041600")));
    assert!(
        with == made(Some("1546041601")),
        "the day counts, not the second"
    );
    assert!(
        without[2] == with[2],
        "the data of a course has no date of its own"
    );
    let dated = |pdf: &[u8]| {
        let pdf = lopdf::Document::load_mem(pdf).expect("a PDF");
        let info = pdf
            .trailer
            .get(b"Info")
            .and_then(lopdf::Object::as_reference);
        let info = pdf
            .get_dictionary(info.expect("properties"))
            .expect("properties");
        let date = info
            .get(b"CreationDate")
            .and_then(lopdf::Object::as_str)
            .ok();
        date.map(|it| String::from_utf8_lossy(it).into_owned())
    };
    assert_eq!(dated(&without[0]).as_deref(), Some("D:19800101000000Z"));
    let date = dated(&with[0]).expect("a date");
    assert!(date.starts_with("D:20181229"), "{date}");
    let created = |docx: &[u8]| {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).expect("an archive");
        let part = archive.by_name("docProps/core.xml").expect("properties");
        std::io::read_to_string(part).expect("text")
    };
    assert!(created(&with[1]).contains("2018-12-29T00:00:00Z"));
    assert!(created(&without[1]).contains("1980-01-01T00:00:00Z"));
}

#[test]
fn a_malformed_epoch_is_refused_and_nothing_is_written() {
    for epoch in ["tomorrow", "", "-1", "1.5", "99999999999999999999"] {
        let desk = Desk::with(&[("a.md", CLEAN)]);
        let mut command = Command::new(program());
        command
            .current_dir(desk.path(""))
            .env("SOURCE_DATE_EPOCH", epoch);
        let output = command.args(["build", "a.md"]).output().expect("a run");
        assert_eq!(output.status.code(), Some(2), "{epoch}: {output:?}");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(
            said.starts_with("kuliah: the variable SOURCE_DATE_EPOCH is "),
            "{said}"
        );
        assert_eq!(desk.listing(), ["a.md"]);
    }
}
