//! Entries of a `.bib` file, or pasted BibTeX, put into a course.

use std::io::{self, Read as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use kuliah::references::{Refusal, add, collect, duplicates, parse_bib};

use super::Subject;
use crate::args::Color;
use crate::commands::Exit;
use crate::console;
use crate::files::{Origin, read_text, shown};
use crate::mend::Change;

/// The most that is added at once, in bytes.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// Adds entries, or shows what adding them would change.
pub(super) fn run(
    subject: &Subject,
    entries: &Path,
    shown_only: bool,
    color: Color,
) -> anyhow::Result<Exit> {
    let is_stdin = entries.as_os_str() == "-";
    if is_stdin && subject.file.origin == Origin::Stdin {
        bail!("the course and the entries cannot both come from standard input");
    }
    let (name, text) = if is_stdin {
        ("<stdin>".to_owned(), pasted()?)
    } else {
        (shown(entries), read_text(entries, MOST_BYTES)?)
    };
    let words = subject.words();
    let addition = match add(&subject.input(), &subject.root, &name, &text) {
        Ok(addition) => addition,
        Err(Refusal::Found {
            sources,
            diagnostics,
        }) => return subject.report(&sources, diagnostics),
        Err(Refusal::NoPlace { lines }) => {
            console::note(&words.no_place(&subject.file.name));
            console::stdout(lines.as_bytes())?;
            return Ok(Exit::CouldNotRun);
        }
        Err(_) => bail!("the entries cannot be added"),
    };
    let path = match (&addition.bibliography, &subject.file.origin) {
        (Some(name), _) => Some(subject.root.shown().join(name)),
        (None, Origin::File(path)) => Some(path.clone()),
        (None, Origin::Stdin) => None,
    };
    let target = path
        .as_deref()
        .map_or_else(|| subject.file.name.clone(), shown);
    let change = Change::new(path, target.clone(), addition.old, addition.new);
    for note in likely(subject, &text) {
        console::note(&note);
    }
    if shown_only {
        console::stdout(change.diff(color.on_stdout()).as_bytes())?;
    } else {
        change.write()?;
    }
    console::note(&words.added(&addition.keys, &target, shown_only));
    Ok(Exit::Success)
}

fn pasted() -> anyhow::Result<String> {
    let mut text = String::new();
    let read = io::stdin()
        .lock()
        .take(MOST_BYTES)
        .read_to_string(&mut text);
    read.context("cannot read standard input")?;
    Ok(text)
}

/// What is most likely there already under another key.
fn likely(subject: &Subject, text: &str) -> Vec<String> {
    let (_, Ok(collection)) = collect(&subject.input(), &subject.root) else {
        return Vec::new();
    };
    let mut all = collection.fields();
    let old = all.len();
    all.extend(parse_bib(text).unwrap_or_default());
    let key = |at: usize| {
        let id = all.get(at).and_then(|it| it.get("id"));
        id.and_then(|it| it.as_str()).unwrap_or_default()
    };
    let found = duplicates(&all).into_iter();
    let found = found.filter(|it| it.second >= old);
    let words = subject.words();
    found
        .map(|it| words.likely(key(it.second), key(it.first), it.likeness))
        .collect()
}
