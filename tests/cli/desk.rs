//! A folder of its own for each test, and the program at work in it.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use kuliah_tests::files;
use kuliah_tests::program::program;
use serde_json::Value;
use tempfile::TempDir;

/// The longest that one run may take; what takes longer hangs.
const PATIENCE: Duration = Duration::from_mins(1);

/// The front matter of a course without findings.
pub(crate) const FRONT: &str = "---\nformat: 1\ntitle: Roles\nlang: en\n---\n\n";

/// A course without findings, in Markdown.
pub(crate) const CLEAN: &str =
    "---\nformat: 1\ntitle: Roles\nlang: en\n---\n\n# Material\n\nText.\n";

/// The same in YAML.
pub(crate) const CLEAN_YAML: &str =
    "format: 1\ntitle: Roles\nlang: en\nsections:\n  - {title: Material, content: Text.}\n";

/// The same in JSON.
pub(crate) const CLEAN_JSON: &str = r#"{
  "format": 1,
  "title": "Roles",
  "lang": "en",
  "sections": [{"title": "Material", "content": "Text."}]
}
"#;

/// The same in TOML.
pub(crate) const CLEAN_TOML: &str = r#"format = 1
title = "Roles"
lang = "en"

[[sections]]
title = "Material"
content = "Text."
"#;

/// A Markdown course with the front matter of [`CLEAN`].
pub(crate) fn markdown(body: &str) -> String {
    format!("{FRONT}{body}")
}

/// A course with one warning, on line 11.
pub(crate) fn with_warning() -> String {
    markdown("# Material\n\nText.\n\n# Empty\n")
}

/// A course with one error, on line 9.
pub(crate) fn with_error() -> String {
    markdown("# Material\n\nText [@nobody].\n")
}

/// A folder that is removed after the test.
pub(crate) struct Desk {
    folder: TempDir,
}

/// How a run ended.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) struct Ran {
    /// The exit code.
    pub(crate) code: i32,
    /// What went to standard output.
    pub(crate) stdout: String,
    /// What went to standard error.
    pub(crate) stderr: String,
}

impl Desk {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        Self { folder }
    }

    /// A folder with these files in it.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let desk = Self::new();
        for (name, text) in files {
            desk.put(name, text);
        }
        desk
    }

    /// The path of something in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, and the folders it lies in.
    pub(crate) fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        let folder = path.parent().expect("a folder");
        fs::create_dir_all(folder).expect("a folder");
        let mut file = File::create(&path).expect("a new file");
        file.write_all(content.as_ref()).expect("a written file");
    }

    /// The bytes of a file.
    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Every file in the folder and below, hidden ones too, sorted, with `/` between folders.
    pub(crate) fn listing(&self) -> Vec<String> {
        let name = |path: PathBuf| {
            let inside = path.strip_prefix(self.folder.path()).expect("a path below");
            inside.display().to_string().replace('\\', "/")
        };
        files(self.folder.path()).into_iter().map(name).collect()
    }

    /// Runs the program in the folder, with nothing on standard input.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, "")
    }

    /// Runs the program in the folder, with this on standard input.
    pub(crate) fn run_with(&self, args: &[&str], stdin: impl Into<Vec<u8>>) -> Ran {
        let mut command = assert_cmd::Command::new(program());
        command.current_dir(self.folder.path()).timeout(PATIENCE);
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(variable);
        }
        let output = command.args(args).write_stdin(stdin).output();
        let output = output.expect("a run");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Ran {
            code: output.status.code().expect("an exit code"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Checks one file and gives its findings, one line each.
    pub(crate) fn check(&self, name: &str) -> Ran {
        self.run(&["check", "--quiet", "--format", "concise", name])
    }
}

impl Ran {
    /// The run, which must have ended with this code.
    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        assert!(!self.stderr.contains("internal error"), "{self:#?}");
        self
    }

    /// The run, which must have said nothing on standard output and exactly this elsewhere.
    #[track_caller]
    pub(crate) fn says(self, stderr: &str) -> Self {
        assert_eq!(self.stdout, "");
        assert_eq!(self.stderr, stderr);
        self
    }

    /// The beginnings of the lines of a concise report: `file:line:column: severity[rule]`.
    pub(crate) fn findings(&self) -> Vec<&str> {
        let heads = self.stdout.lines().map(|line| line.split_once("]: "));
        heads
            .map(|parts| parts.map_or("not a finding", |(head, _)| head))
            .collect()
    }

    /// Standard output, as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).expect("JSON")
    }
}
