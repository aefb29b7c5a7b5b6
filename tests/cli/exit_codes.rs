//! The exit codes of every command, as `docs/ci.md` has them.

use std::collections::BTreeSet;

use crate::desk::{CLEAN, Desk, with_error, with_warning};

/// How commands end, on a desk with some files on it.
const ENDINGS: [(&[&str], i32); 53] = [
    (&["check", "clean.md"], 0),
    (&["check", "warning.md"], 0),
    (&["check", "warning.md", "--fail-on", "warning"], 1),
    (&["check", "error.md"], 1),
    (&["check", "error.md", "--format", "sarif"], 1),
    (&["check", "error.md", "--quiet"], 1),
    (&["check", "error.md", "gone.md"], 2),
    (&["check", "gone.md"], 2),
    (&["check", "empty"], 2),
    (&["check", "clean.md", "--format", "xml"], 2),
    (&["check", "clean.md", "--config", "gone.toml"], 2),
    (&["check", "clean.md", "--baseline", "gone.json"], 2),
    (&["build", "clean.md", "--to", "json"], 0),
    (&["build", "warning.md", "--to", "json"], 0),
    (
        &["build", "warning.md", "--to", "json", "--fail-on", "info"],
        1,
    ),
    (&["build", "error.md", "--to", "json"], 1),
    (&["build", "gone.md"], 2),
    (&["build", "clean.md", "--out", "taken"], 2),
    (&["build", "clean.md", "--to", "odt"], 2),
    (&["build", "-"], 2),
    (&["new", "fresh.md"], 0),
    (&["new", "clean.md"], 2),
    (&["new", "taken/course.md"], 2),
    (&["new", "course.txt"], 2),
    (&["references", "clean.md"], 0),
    (&["references", "error.md", "--format", "json"], 0),
    (&["references", "clean.md", "--add", "taken"], 1),
    (
        &["references", "clean.md", "--to", "bib", "--out", "taken"],
        2,
    ),
    (&["references", "clean.md", "--to", "ris"], 2),
    (&["references", "gone.md"], 2),
    (&["schema"], 0),
    (&["schema", "diagnostics"], 0),
    (&["schema", "nothing"], 2),
    (&["schema", "--out", "taken/schema.json"], 2),
    (&["explain", "citation/unknown-key"], 0),
    (&["explain", "citation"], 0),
    (&["explain", "nothing"], 2),
    (&["explain"], 2),
    (&["rules"], 0),
    (&["rules", "--format", "json"], 0),
    (&["rules", "--format", "xml"], 2),
    (&["merge-reports", "report.json"], 0),
    (&["merge-reports", "report.json", "found.json"], 1),
    (&["merge-reports", "gone.json"], 2),
    (&["merge-reports", "clean.md"], 2),
    (&["merge-reports"], 2),
    (&["completions", "bash"], 0),
    (&["completions", "csh"], 2),
    (&["help"], 0),
    (&["help", "check"], 0),
    (&["help", "nothing"], 2),
    (&["nothing"], 2),
    (&[], 2),
];

fn desk() -> Desk {
    let desk = Desk::with(&[("clean.md", CLEAN), ("taken", ""), ("empty/a.txt", "")]);
    desk.put("warning.md", with_warning());
    desk.put("error.md", with_error());
    let report = r#"{"version": 1, "findings": [], "suppressed": [], "troubles": [], "summary":
        {"courses": 1, "errors": 0, "warnings": 0, "infos": 0}, "exit_code": 0}"#;
    desk.put("report.json", report);
    let found = report.replace("\"exit_code\": 0", "\"exit_code\": 1");
    desk.put("found.json", found);
    desk
}

#[test]
fn every_command_ends_as_the_table_says() {
    for (args, code) in ENDINGS {
        let run = desk().run(args);
        assert_eq!(run.code, code, "{args:?} {run:#?}");
        // What could not be done is always said.
        if code == 2 {
            assert!(!run.stderr.is_empty(), "{args:?}");
        }
    }
}

#[test]
fn no_command_is_left_out_of_the_table() {
    let help = Desk::new().run(&["--help"]).stdout;
    let (_, commands) = help.split_once("Commands:\n").expect("commands");
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let named = |line: &str| line.split_whitespace().next().map(str::to_owned);
    let commands: BTreeSet<_> = commands.filter_map(named).collect();
    assert!(commands.len() > 7, "{commands:?}");
    for command in commands {
        let of_it = ENDINGS
            .iter()
            .filter(|(args, _)| args.first() == Some(&command.as_str()));
        let codes: BTreeSet<_> = of_it.map(|(_, code)| *code).collect();
        let possible: &[i32] = match command.as_str() {
            "build" | "check" | "merge-reports" | "references" => &[0, 1, 2],
            // They find nothing.
            _ => &[0, 2],
        };
        assert!(codes.iter().eq(possible), "{command}: {codes:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_with_2() {
    use std::fs::OpenOptions;
    use std::process::Command;

    for args in [
        &["check", "error.md"][..],
        &["check", "--format", "json", "clean.md"],
        &["build", "clean.md", "--to", "pdf", "--out", "-"],
        &["schema"],
        &["explain", "citation"],
        &["rules"],
        &["completions", "zsh"],
    ] {
        let desk = desk();
        let full = OpenOptions::new().write(true).open("/dev/full");
        let mut command = Command::new(kuliah_tests::program::program());
        command.current_dir(desk.path("")).args(args);
        let run = command.stdout(full.expect("a device")).output();
        let run = run.expect("a run");
        assert_eq!(run.status.code(), Some(2), "{args:?}");
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(
            said.contains("kuliah: cannot write to standard output"),
            "{said}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_signal_ends_with_128_and_its_number() {
    use std::process::{Command, Stdio};

    // They wait for a course on standard input.
    let waiting: [&[&str]; 2] = [
        &["check", "-"],
        &[
            "build", "-", "--syntax", "markdown", "--to", "json", "--out", "-",
        ],
    ];
    let signals = [("INT", 2), ("TERM", 15), ("HUP", 1)];
    for (args, (name, number)) in waiting
        .iter()
        .flat_map(|it| signals.map(|signal| (it, signal)))
    {
        let mut command = Command::new(kuliah_tests::program::program());
        command.args(*args).stdin(Stdio::piped());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut running = command.spawn().expect("a run");
        // Kept open: at its end the course would be checked.
        let input = running.stdin.take();
        let id = running.id().to_string();
        std::thread::sleep(std::time::Duration::from_millis(300));
        let sent = Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.expect("kill").success());
        let ended = running.wait().expect("an end");
        drop(input);
        assert_eq!(ended.code(), Some(128 + number), "{args:?} {name}");
    }
}
