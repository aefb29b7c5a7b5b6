//! Long runs: one process that builds and checks ten thousands of times, and a folder of thousands
//! of courses that is built under a limit of memory, interrupted and taken up again.

use std::fs::{self, File};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _, stdout};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;
use tempfile::TempDir;

use crate::output::{self, root};

/// The course that is worked on.
const COURSE: &str = "examples/peran-pekerja-sosial/course.md";

/// How much is done.
#[derive(Args)]
pub(crate) struct SoakArgs {
    /// Builds of one course in one process.
    #[arg(long, default_value_t = 10_000)]
    builds: u32,
    /// Checks of one course in one process.
    #[arg(long, default_value_t = 100_000)]
    checks: u32,
    /// Courses in a folder.
    #[arg(long, default_value_t = 5_000)]
    courses: u32,
    /// The most address space that the build of the folder may take, in MiB.
    #[arg(long, default_value_t = 512)]
    mebibytes: u32,
    /// How often the build of the folder is killed before it may come to its end.
    #[arg(long, default_value_t = 3)]
    kills: u32,
    /// The program; a build for release.
    #[arg(long, default_value = "target/release/kuliah")]
    program: PathBuf,
}

/// Runs both; fails when memory grows or a file is not whole.
pub(crate) fn run(args: &SoakArgs) -> Result<()> {
    if args.builds > 0 || args.checks > 0 {
        let status = Command::new("cargo")
            .args([
                "run",
                "--quiet",
                "--release",
                "-p",
                "kuliah",
                "--example",
                "soak",
                "--",
                COURSE,
            ])
            .args([
                args.builds.max(1).to_string(),
                args.checks.max(1).to_string(),
            ])
            .current_dir(root())
            .status()?;
        if !status.success() {
            bail!("the soak of one process failed");
        }
    }
    if args.courses > 0 {
        folder(args)?;
    }
    Ok(())
}

/// Builds a folder: killed some times, then to its end, then every file is looked at.
fn folder(args: &SoakArgs) -> Result<()> {
    let program = args.program.canonicalize();
    let program = program.with_context(|| format!("there is no {}", args.program.display()))?;
    let desk = TempDir::new()?;
    let text = fs::read_to_string(root().join(COURSE))?;
    for number in 0..args.courses {
        let folder = desk.path().join(place(number));
        fs::create_dir_all(&folder)?;
        let text = text.replace(
            "title: Peran Pekerja",
            &format!("title: {number} Peran Pekerja"),
        );
        output::write(&folder.join("course.md"), text)?;
    }
    let figures = desk.path().join("figures");
    let build = || -> Result<Command> {
        let mut command = Command::new("bash");
        let limited = format!(
            "ulimit -v {}; exec \"$@\"",
            u64::from(args.mebibytes) * 1_024
        );
        command.args(["-c", &limited, "bash"]);
        command.args([
            "/usr/bin/time",
            "-q",
            "-f",
            "%e s, at most %M KiB resident",
            "-o",
        ]);
        command.arg(&figures).arg(&program).args(["build", "."]);
        command
            .current_dir(desk.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        command.stderr(File::create(desk.path().join("said"))?);
        Ok(command)
    };
    let mut out = stdout().lock();
    for kill in 1..=args.kills {
        let mut running = build()?.spawn()?;
        sleep(Duration::from_secs(u64::from(kill) * 3));
        // The child is GNU time, which the program outlives.
        let program = children(running.id())?;
        Command::new("kill").arg("-KILL").args(&program).status()?;
        running.wait()?;
        let seen = look(desk.path())?;
        writeln!(
            out,
            "killed after {} s: {} whole files, {} temporary ones",
            kill * 3,
            seen.whole,
            seen.temporary
        )?;
    }
    let mut running = build()?.spawn()?;
    sleep(Duration::from_secs(5));
    let program_of_run = children(running.id())?;
    let asked = Command::new("kill")
        .arg("-INT")
        .args(&program_of_run)
        .status()?;
    let ended = running.wait()?;
    let seen = look(desk.path())?;
    writeln!(
        out,
        "interrupted after 5 s: {ended}, {} whole files, {} temporary ones",
        seen.whole, seen.temporary
    )?;
    if !asked.success() || ended.code() != Some(130) {
        bail!("an interrupted build must end with 130");
    }
    let status = build()?.status()?;
    let said = fs::read_to_string(desk.path().join("said"))?;
    if !status.success() {
        bail!("the build of the folder ended with {status}: {said}");
    }
    let told = said.lines().filter(|it| it.starts_with("wrote ")).count();
    let seen = look(desk.path())?;
    let figures = fs::read_to_string(figures)?;
    writeln!(
        out,
        "{} courses within {} MiB: {}; {} whole files, {} temporary ones, {told} told of on the way",
        args.courses,
        args.mebibytes,
        figures.trim(),
        seen.whole,
        seen.temporary
    )?;
    if seen.whole != 3 * args.courses || seen.temporary > 0 {
        bail!("files are missing or left over");
    }
    compare(&program, desk.path(), args.courses)?;
    writeln!(out, "{SAMPLE} courses built alone have the same bytes")?;
    Ok(())
}

/// How many courses are built once more, alone.
const SAMPLE: u32 = 20;

/// Builds some of the courses alone, with nothing to interrupt them; their copies must be the same.
fn compare(program: &Path, folder: &Path, courses: u32) -> Result<()> {
    for number in (0..SAMPLE).map(|it| it * courses / SAMPLE) {
        let built = folder.join(place(number));
        let alone = TempDir::new()?;
        fs::copy(built.join("course.md"), alone.path().join("course.md"))?;
        let status = Command::new(program)
            .args(["build", "--quiet", "course.md"])
            .current_dir(alone.path())
            .status()?;
        let copies = kuliah_tests::files(alone.path());
        if !status.success() || copies.len() != 4 {
            bail!(
                "course {number} alone ended with {status}, {} files",
                copies.len()
            );
        }
        for copy in copies {
            let name = copy.file_name().unwrap_or_default();
            if fs::read(&copy)? != fs::read(built.join(name))? {
                bail!("{} of course {number} is another one", name.display());
            }
        }
    }
    Ok(())
}

/// The folder of a course.
fn place(number: u32) -> String {
    format!("{:02}/{number:04}", number % 100)
}

/// The processes that a process has started.
fn children(parent: u32) -> Result<Vec<String>> {
    let list = fs::read_to_string(format!("/proc/{parent}/task/{parent}/children"))?;
    Ok(list.split_whitespace().map(str::to_owned).collect())
}

/// What lies in a folder.
#[derive(Default)]
struct Seen {
    whole: u32,
    temporary: u32,
}

/// Looks at every copy; one that is not whole is an error.
fn look(folder: &Path) -> Result<Seen> {
    let mut seen = Seen::default();
    for path in kuliah_tests::files(folder) {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.contains(".kuliah-tmp-") {
            seen.temporary += 1;
            continue;
        }
        let (start, end): (&[u8], &[u8]) = match path.extension().and_then(|it| it.to_str()) {
            Some("pdf") => (b"%PDF-", b"%%EOF"),
            // The end of the archive's directory, which has no remark.
            Some("docx") => (b"PK\x03\x04", b"\0\0"),
            Some("json") => (b"{", b"}"),
            _ => continue,
        };
        let mut file = File::open(&path)?;
        let mut head = vec![0; start.len()];
        file.read_exact(&mut head)
            .with_context(|| format!("{} is cut", path.display()))?;
        file.seek(SeekFrom::End(-22))?;
        let mut tail = Vec::new();
        file.read_to_end(&mut tail)?;
        let is_archive = start.starts_with(b"PK");
        if head != start
            || !tail.trim_ascii_end().ends_with(end)
            || is_archive && !tail.starts_with(b"PK\x05\x06")
        {
            bail!("{} is not whole", path.display());
        }
        seen.whole += 1;
    }
    Ok(seen)
}
