//! Parts a `.bib` file into its entries and reads each by itself.

use std::ops::Range;

use biblatex::{Pair, RawBibliography, RawChunk};

use super::{BibError, BibErrorKind, BibToken, MAX_ERRORS};

/// Braces may stand this deep in an entry, so that no reader overflows its stack.
const MAX_DEPTH: usize = 50;

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct File {
    /// All but comments, preambles and abbreviations.
    pub(super) entries: Vec<Raw>,
    /// The abbreviations, `@string`, in the order of the file.
    pub(super) abbreviations: Vec<Field>,
    /// What could not be read.
    pub(super) errors: Vec<BibError>,
}

/// An entry whose values are still TeX.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    pub(super) key: String,
    pub(super) key_span: Range<usize>,
    /// The type, such as `article`, in lower case.
    pub(super) kind: String,
    pub(super) span: Range<usize>,
    pub(super) fields: Vec<Field>,
}

/// A field or abbreviation.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// The name of a field is in lower case, that of an abbreviation as written.
    pub(super) name: String,
    pub(super) value: Vec<Piece>,
}

/// A part of a value, `"text" # abbreviation`.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) abbreviation: bool,
    /// Its bytes in the file.
    pub(super) span: Range<usize>,
}

/// Reads a file; what follows a broken entry is read as if that were not there.
pub(super) fn scan(text: &str) -> File {
    let mut file = File::default();
    let mut at = 0;
    while let Some(start) = next_entry(text, at, &mut file.errors) {
        if file.errors.len() >= MAX_ERRORS {
            break;
        }
        let end = match entry_end(text, start) {
            Ok(end) => end,
            Err((error, next)) => {
                file.errors.push(error);
                at = next;
                continue;
            }
        };
        let block = text.get(start..end).unwrap_or_default();
        match RawBibliography::parse(block) {
            Ok(raw) => file.add(&raw, start, end),
            Err(error) => file.errors.push(BibError::from_parser(error, start)),
        }
        at = end;
    }
    file
}

impl File {
    fn add(&mut self, raw: &RawBibliography<'_>, start: usize, end: usize) {
        let abbreviations = raw.abbreviations.iter();
        self.abbreviations
            .extend(abbreviations.map(|pair| field(pair, start)));
        for entry in &raw.entries {
            let key = &entry.v.key;
            let key_span = key.span.start + start..key.span.end + start;
            if key.v.is_empty() {
                self.errors.push(BibError {
                    span: key_span,
                    kind: BibErrorKind::MissingKey,
                });
                continue;
            }
            let fields = entry.v.fields.iter().map(|pair| {
                let mut field = field(pair, start);
                field.name.make_ascii_lowercase();
                field
            });
            self.entries.push(Raw {
                key: key.v.to_owned(),
                key_span,
                kind: entry.v.kind.v.to_ascii_lowercase(),
                span: start..end,
                fields: fields.collect(),
            });
        }
    }
}

fn field(pair: &Pair<'_>, start: usize) -> Field {
    let piece = |chunk: &biblatex::Spanned<RawChunk<'_>>| {
        let (text, abbreviation) = match chunk.v {
            RawChunk::Normal(text) => (text, false),
            RawChunk::Abbreviation(name) => (name, true),
        };
        Piece {
            text: text.to_owned(),
            abbreviation,
            span: chunk.span.start + start..chunk.span.end + start,
        }
    };
    Field {
        name: pair.key.v.to_owned(),
        value: pair.value.v.iter().map(piece).collect(),
    }
}

/// The next `@type{` outside comments; a `}` too many before it belongs to an entry that ended too
/// early.
fn next_entry(text: &str, from: usize, errors: &mut Vec<BibError>) -> Option<usize> {
    let mut at = from;
    let mut depth: usize = 0;
    loop {
        at += text.get(at..)?.find(['@', '%', '{', '}'])?;
        let rest = text.get(at..)?;
        if rest.starts_with('%') {
            at += rest.find('\n')?;
            continue;
        }
        if rest.starts_with('{') {
            depth += 1;
        } else if rest.starts_with('}') && depth > 0 {
            depth -= 1;
        } else if rest.starts_with('}') {
            errors.push(BibError {
                span: at..at + 1,
                kind: BibErrorKind::Unexpected(BibToken::ClosingBrace),
            });
            if errors.len() >= MAX_ERRORS {
                return None;
            }
        } else if opens_entry(rest) {
            return Some(at);
        }
        at += 1;
    }
}

/// Whether `@`, a word and a brace follow.
fn opens_entry(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('@') else {
        return false;
    };
    let after = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    after.len() < rest.len() && after.trim_start().starts_with(['{', '('])
}

/// The end of the entry that starts at `start`, or the error and where to go on.
fn entry_end(text: &str, start: usize) -> Result<usize, (BibError, usize)> {
    let block = text.get(start..).unwrap_or_default();
    let mut depth = 0;
    let mut line_start = false;
    let mut resume = None;
    let mut escaped = false;
    let mut too_deep = None;
    for (offset, c) in block.char_indices() {
        let at = start + offset;
        if line_start && resume.is_none() && c == '@' && text.get(at..).is_some_and(opens_entry) {
            resume = Some(at);
        }
        line_start = c == '\n' || (line_start && c.is_whitespace());
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '{' => {
                depth += 1;
                if depth > MAX_DEPTH {
                    too_deep.get_or_insert(at);
                }
            }
            '}' if depth <= 1 => {
                return match too_deep {
                    None => Ok(at + 1),
                    Some(deep) => Err((error(BibErrorKind::TooDeep, deep..deep + 1), at + 1)),
                };
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    let line = block.lines().next().unwrap_or_default();
    let span = start..start + line.trim_end().len();
    Err((
        error(BibErrorKind::UnclosedEntry, span),
        resume.unwrap_or(text.len()),
    ))
}

fn error(kind: BibErrorKind, span: Range<usize>) -> BibError {
    BibError { span, kind }
}
