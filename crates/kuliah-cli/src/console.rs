//! The standard streams, also when they are closed or full.
//!
//! A closed pipe ends no run: files are still written.

use std::fmt::Display;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use anyhow::Context as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use kuliah::Syntax;

use crate::args::Color;
use crate::report::escape;

impl Color {
    /// Whether colours go to standard output.
    ///
    /// By itself only to a terminal that has them, and not where `NO_COLOR` is set.
    pub(crate) fn on_stdout(self) -> bool {
        self.on(|| AutoStream::choice(&io::stdout()))
    }

    /// Whether colours go to standard error.
    pub(crate) fn on_stderr(self) -> bool {
        self.on(|| AutoStream::choice(&io::stderr()))
    }

    fn on(self, auto: impl Fn() -> ColorChoice) -> bool {
        match self {
            Self::Auto => auto() != ColorChoice::Never,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// Writes to standard output.
///
/// # Errors
///
/// When it cannot be written to. A closed pipe is no error: whoever reads has read enough.
pub(crate) fn stdout(bytes: &[u8]) -> anyhow::Result<()> {
    let mut stream = io::stdout().lock();
    let result = stream.write_all(bytes).and_then(|()| stream.flush());
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("cannot write to standard output")
        }
        _ => Ok(()),
    }
}

/// Writes to standard error; there is nobody to tell when that fails.
pub(crate) fn stderr(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Writes a line to standard error; what is not ours in it is escaped.
pub(crate) fn note(line: &str) {
    stderr(&format!("{}\n", escape(line)));
}

/// Says what could not be done, and why.
pub(crate) fn trouble(trouble: &anyhow::Error) {
    note(&format!("kuliah: {}", trouble_text(trouble)));
}

/// What could not be done and why; numbers of system errors help no author.
pub(crate) fn trouble_text(trouble: &anyhow::Error) -> String {
    let text = format!("{trouble:#}");
    match text.rsplit_once(" (os error ") {
        Some((words, number)) if number.ends_with(')') => words.to_owned(),
        _ => text,
    }
}

/// Whether a person watches standard error.
pub(crate) fn is_watched() -> bool {
    io::stderr().is_terminal()
}

/// Whether standard output is a screen.
pub(crate) fn stdout_is_a_screen() -> bool {
    io::stdout().is_terminal()
}

/// Says a defect of ours in one line that begins as all trouble does.
pub(crate) fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        let what = panic.payload_as_str().unwrap_or("no reason given");
        let line = defect(what, &place.unwrap_or_default());
        stderr(&line);
    }));
}

fn defect(what: &str, place: &str) -> String {
    format!(
        "kuliah: internal error at {}: {}; please report it with the course that caused it\n",
        escape(place),
        escape(what)
    )
}

/// Prints help, or what is wrong with the arguments.
pub(crate) fn explain_usage(usage: &clap::Error) -> ExitCode {
    let code = ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
    match usage.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = usage.print();
        }
        _ => {
            let hint = usage
                .get(ContextKind::InvalidSubcommand)
                .and_then(file_hint);
            stderr(&hint.unwrap_or_else(|| usage_text(&usage.render())));
        }
    }
    code
}

/// What to write when a course, or the folder of one, stands where a command belongs.
fn file_hint(word: &ContextValue) -> Option<String> {
    let ContextValue::String(word) = word else {
        return None;
    };
    let path = Path::new(word);
    if !path.exists() && Syntax::of_path(word).is_none() {
        return None;
    }
    let name = as_word(&escape(word));
    Some(format!(
        "kuliah: {name} is no command; to check it, write `kuliah check {name}`, and to print it, \
         `kuliah build {name}`\n"
    ))
}

/// A name as one word of a command line.
pub(crate) fn as_word(name: &str) -> String {
    if name.contains(|c: char| c.is_whitespace() || "'\"$`\\&;|<>()*?!".contains(c)) {
        format!("\"{name}\"")
    } else {
        name.to_owned()
    }
}

/// The words of clap, which may repeat arguments, as trouble of ours.
fn usage_text(words: &impl Display) -> String {
    let words = words.to_string();
    let words = words.strip_prefix("error: ").unwrap_or(&words);
    let lines: Vec<_> = words.lines().map(escape).collect();
    format!("kuliah: {}\n", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usage_errors_begin_as_all_trouble_does() {
        let words = "error: unexpected argument '\u{1b}[31m' found\n\nUsage: kuliah\n";
        assert_eq!(
            usage_text(&words),
            "kuliah: unexpected argument '<U+001B>[31m' found\n\nUsage: kuliah\n"
        );
    }

    #[test]
    fn a_course_is_no_command() {
        let hint = |word: &str| file_hint(&ContextValue::String(word.to_owned()));
        assert_eq!(
            hint("no such.md").expect("a hint"),
            "kuliah: \"no such.md\" is no command; to check it, write `kuliah check \"no \
             such.md\"`, and to print it, `kuliah build \"no such.md\"`\n"
        );
        assert!(hint(".").is_some());
        assert_eq!(hint("chekc"), None);
    }

    #[test]
    fn trouble_has_no_numbers_of_the_system() {
        let error = anyhow::Error::from(io::Error::from_raw_os_error(2));
        let text = trouble_text(&error.context("cannot read a.md"));
        assert!(text.starts_with("cannot read a.md: "), "{text}");
        assert!(!text.contains("os error"), "{text}");
    }

    #[test]
    fn a_defect_is_one_line() {
        let line = defect("broken\nhere", "a.rs:1");
        assert!(line.starts_with("kuliah: internal error at a.rs:1: broken<U+000A>here;"));
        assert_eq!(line.matches('\n').count(), 1);
    }
}
