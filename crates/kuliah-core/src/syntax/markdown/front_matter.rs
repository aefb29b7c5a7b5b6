//! The YAML between two lines of `---` at the top of the file.

use std::ops::Range;

use kuliah_source::{Diagnostic, Message, Span};

use super::super::limits::Limits;
use super::super::{Data, Key, Node, Parse, Source, error, yaml};

/// What stands at the top of a file.
pub(super) enum FrontMatter<'a> {
    /// No front matter.
    Absent,
    /// A first `---` without a second; the place of the first.
    Open(Span),
    /// The YAML and the text below it.
    Found { yaml: Source<'a>, body: Source<'a> },
}

/// Cuts a file in front matter and text; blank lines before the first `---` are allowed.
pub(super) fn split(source: Source<'_>) -> FrontMatter<'_> {
    let mut lines = Lines {
        text: source.text,
        at: 0,
    };
    let Some(first) = lines.find(|line| !line.trim().is_empty()) else {
        return FrontMatter::Absent;
    };
    let opening = source.text.get(first.clone()).unwrap_or_default();
    if opening.trim_end() != "---" {
        return FrontMatter::Absent;
    }
    let start = lines.at;
    let Some(last) = lines.find(|line| matches!(line.trim_end(), "---" | "...")) else {
        return FrontMatter::Open(source.span(first));
    };
    FrontMatter::Found {
        yaml: part(source, start..last.start),
        body: part(source, lines.at..source.text.len()),
    }
}

/// The finding about a first `---` without a second.
pub(super) fn open(span: Span) -> Diagnostic {
    error(
        "syntax/parse",
        span,
        Message::new("syntax/parse.front-matter"),
    )
    .help(Message::new("syntax/parse.front-matter.help"))
}

/// Reads the YAML of the front matter; `None` when it is broken or no mapping.
pub(super) fn read(
    yaml: Source<'_>,
    limits: &Limits,
    parse: &mut Parse,
) -> Option<Vec<(Key, Node)>> {
    let root = yaml::parse(yaml, limits, parse)?;
    let entries = match root.data {
        Data::Map(entries) => entries,
        Data::Null => Vec::new(),
        _ => {
            let message = Message::new("schema/wrong-type.front-matter");
            let found = error("schema/wrong-type", root.span, message)
                .help(Message::new("schema/wrong-type.front-matter.help"));
            parse.diagnostics.push(found);
            return None;
        }
    };
    let (sections, fields) = entries
        .into_iter()
        .partition::<Vec<_>, _>(|(key, _)| key.name == "sections");
    parse.diagnostics.extend(sections.iter().map(|(key, _)| {
        let message = Message::new("schema/unknown-key.sections-in-front-matter");
        error("schema/unknown-key", key.span, message).help(Message::new(
            "schema/unknown-key.sections-in-front-matter.help",
        ))
    }));
    Some(fields)
}

fn part(source: Source<'_>, range: Range<usize>) -> Source<'_> {
    Source {
        text: source.text.get(range.clone()).unwrap_or_default(),
        base: source.base + range.start,
        ..source
    }
}

/// The lines of a text, ended by LF, CR LF or CR.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Lines<'_> {
    /// Steps behind the next line that `is_it`; gives its range without the line end.
    fn find(&mut self, is_it: impl Fn(&str) -> bool) -> Option<Range<usize>> {
        loop {
            let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
            let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
            let (line, behind) = rest.split_at_checked(length)?;
            let line_end = if behind.starts_with("\r\n") {
                2
            } else {
                behind.len().min(1)
            };
            let range = self.at..self.at + length;
            self.at = range.end + line_end;
            if is_it(line) {
                return Some(range);
            }
        }
    }
}
