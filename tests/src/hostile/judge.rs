//! Runs the program on a case and judges all that it says and leaves behind.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use super::Case;
use crate::files;

/// What takes longer hangs. It is no measure: bounds are measured by `cargo xtask hostile`.
const PATIENCE: Duration = Duration::from_mins(2);

/// The most memory that a run may ask for to write to, used or not. It is somewhat more than what it
/// may use, 128 MiB.
const KIBIBYTES: u32 = 160 * 1_024;

/// How `check` and `build` end, and the worst that is found first.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Outcome {
    /// The exit code of `kuliah check`.
    pub check: i32,
    /// The exit code of `kuliah build`.
    pub build: i32,
    /// `rule line:column` of the first of the worst findings of `check`; `-` without any.
    pub finding: String,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\t{}\t{}", self.check, self.build, self.finding)
    }
}

impl FromStr for Outcome {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let columns: Vec<_> = text.split('\t').collect();
        let [check, build, finding] = columns.as_slice() else {
            return Err(format!("not three columns: {text}"));
        };
        let number = |text: &str| text.parse().map_err(|_| format!("no number: {text}"));
        Ok(Self {
            check: number(check)?,
            build: number(build)?,
            finding: (*finding).to_owned(),
        })
    }
}

/// One run.
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

/// Lays a case out, checks and builds it, and says what came of it.
///
/// # Errors
///
/// What must never be, whatever the input: a crash, a hang, an unsafe byte, a command for a build
/// server, a finding without place, a file half written or written for a course with errors.
pub fn judge(program: &Path, case: &Case) -> Result<Outcome, Vec<String>> {
    let desk = TempDir::new().expect("a folder");
    let folder = desk.path().join("course");
    fs::create_dir(&folder).expect("a folder");
    case.lay_out(&folder);
    let before = contents(&folder);
    let course = case.course_file();
    let mut faults = Vec::new();
    let mut run = |args: &[&str]| {
        let mut command = bounded(program, KIBIBYTES);
        let run = start(command.current_dir(&folder), args, &mut faults);
        said(args, &run, &mut faults);
        run
    };
    let data = run(&["check", "--format", "json", course]);
    let annotated = run(&["check", "--format", "github", course]);
    let people = run(&["check", course]);
    let built = run(&["build", "--out", "../out", course]);
    if annotated.code != data.code || people.code != data.code {
        faults.push("the exit code differs between formats".to_owned());
    }
    if contents(&folder) != before {
        faults.push("the folder of the course has changed".to_owned());
    }
    written(&desk.path().join("out"), built.code, &mut faults);
    let finding = first(&data, &mut faults);
    if faults.is_empty() {
        Ok(Outcome {
            check: data.code,
            build: built.code,
            finding,
        })
    } else {
        Err(faults)
    }
}

fn start(command: &mut assert_cmd::Command, args: &[&str], faults: &mut Vec<String>) -> Run {
    command.timeout(PATIENCE).args(args);
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    let output = command.output().expect("a run");
    let mut text = |bytes| {
        String::from_utf8(bytes).unwrap_or_else(|_| {
            faults.push(format!("{args:?} prints bytes that are no UTF-8"));
            String::new()
        })
    };
    Run {
        code: output.status.code().unwrap_or(-1),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// The program with a limit to its memory (`RLIMIT_DATA`), where there is one: beyond it, it ends with
/// a code that is none of its own.
fn bounded(program: &Path, kibibytes: u32) -> assert_cmd::Command {
    if !cfg!(target_os = "linux") {
        return assert_cmd::Command::new(program);
    }
    let mut command = assert_cmd::Command::new("sh");
    command.args(["-c", "ulimit -d \"$0\" && exec \"$@\""]);
    command.arg(kibibytes.to_string()).arg(program);
    // Every thread asks for a stack, and there are as many threads as processors.
    command.env("RAYON_NUM_THREADS", "2");
    command
}

/// Whether all that a run says is safe to show.
fn said(args: &[&str], run: &Run, faults: &mut Vec<String>) {
    if !(0..=2).contains(&run.code) {
        faults.push(format!("{args:?} ended with {}: {}", run.code, run.stderr));
    }
    for text in [&run.stdout, &run.stderr] {
        if text.contains("internal error") || text.contains("panicked") {
            faults.push(format!("{args:?}: {text}"));
        }
        if let Some(c) = text.chars().find(|&c| c != '\n' && is_unsafe(c)) {
            faults.push(format!("{args:?} prints U+{:04X}", u32::from(c)));
        }
        for line in text.lines() {
            let begins_well = ["::error ", "::warning ", "::notice "];
            let is_ours =
                args.contains(&"github") && begins_well.iter().any(|it| line.starts_with(it));
            // Three colons name no command; they stand before a second file of an excerpt.
            let start = line.trim_start();
            if start.starts_with("::") && !start.starts_with(":::") && !is_ours
                || ["##[", "##vso["].iter().any(|it| line.contains(it))
            {
                faults.push(format!("{args:?} prints a command: {line}"));
            }
        }
    }
}

fn is_unsafe(c: char) -> bool {
    let code = u32::from(c);
    c.is_control()
        || matches!(code, 0x61c | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff)
        || matches!(code, 0xfdd0..=0xfdef | 0xe0000..=0xe007f)
        || code & 0xfffe == 0xfffe
}

/// Every file in a folder and below, and its bytes; links and pipes by their names alone.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let entry = entry.expect("an entry");
            let kind = entry.file_type().expect("a kind");
            let bytes = if kind.is_dir() {
                folders.push(entry.path());
                Vec::new()
            } else if kind.is_file() {
                fs::read(entry.path()).expect("a file")
            } else {
                Vec::new()
            };
            out.insert(entry.path().display().to_string(), bytes);
        }
    }
    out
}

/// All copies or none, each of them whole.
fn written(out: &Path, code: i32, faults: &mut Vec<String>) {
    let found = if out.is_dir() { files(out) } else { Vec::new() };
    let names: Vec<_> = found
        .iter()
        .filter_map(|it| it.file_name()?.to_str())
        .collect();
    let expected: &[&str] = match code {
        0 => &["course.canonical.json", "course.docx", "course.pdf"],
        _ => &[],
    };
    if names != expected {
        faults.push(format!("a build that ends with {code} leaves {names:?}"));
    }
    for path in &found {
        let bytes = fs::read(path).expect("a file");
        let (start, end): (&[u8], &[u8]) = match path.extension().and_then(|it| it.to_str()) {
            Some("pdf") => (b"%PDF-", b"%%EOF"),
            Some("docx") => (b"PK", b""),
            _ => (b"{", b"}"),
        };
        if !bytes.starts_with(start) || !bytes.trim_ascii_end().ends_with(end) {
            faults.push(format!("{} is not whole", path.display()));
        }
    }
}

/// The first of the worst findings; each must have a rule and a place.
fn first(run: &Run, faults: &mut Vec<String>) -> String {
    let Ok(report) = serde_json::from_str::<Value>(&run.stdout) else {
        faults.push(format!("no report: {}", run.stderr));
        return String::new();
    };
    let findings = report["findings"].as_array().cloned().unwrap_or_default();
    let troubles = report["troubles"].as_array().cloned().unwrap_or_default();
    if run.code == 0 && findings.iter().any(|it| it["severity"] == "error")
        || run.code == 1 && findings.is_empty()
        || run.code == 2 && troubles.is_empty()
    {
        faults.push(format!("ended with {} and reports {report:#}", run.code));
    }
    for finding in &findings {
        if finding["rule"].as_str().is_none_or(str::is_empty) || finding["line"].as_u64().is_none()
        {
            faults.push(format!("no place: {finding:#}"));
        }
    }
    let of = |severity: &str| findings.iter().find(|it| it["severity"] == severity);
    match ["error", "warning", "info"].into_iter().find_map(of) {
        None => "-".to_owned(),
        Some(it) => format!(
            "{} {}:{}",
            it["rule"].as_str().unwrap_or_default(),
            it["line"],
            it["column"]
        ),
    }
}
