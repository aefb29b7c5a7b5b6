//! Reads BibTeX and BibLaTeX into CSL-JSON.
//!
//! 1. `scan` parts the text into entries, so that one broken entry leaves the others whole.
//! 2. `resolve` reads an entry with the `biblatex` crate: abbreviations, cross-references, accents.
//! 3. `map` gives fields and types their CSL names; `names`, `date` and `text` read the values.

mod date;
mod error;
mod map;
mod names;
mod resolve;
mod scan;
mod text;
mod write;

use std::ops::Range;

use serde_json::{Map, Value};

pub use error::{BibError, BibErrorKind, BibToken};
pub use write::write_bib;

/// How many errors are told before reading stops.
const MAX_ERRORS: usize = 50;

/// An entry of a `.bib` file.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct BibEntry {
    /// Its key.
    pub key: String,
    /// The bytes of the entry, from `@` to its closing brace.
    pub span: Range<usize>,
    /// The bytes of the key.
    pub key_span: Range<usize>,
    /// The entry as a CSL-JSON object, with the keys a [`Reference`](crate::Reference) may have.
    /// Titles hold their emphasis as [`parse_rich_text`](crate::parse_rich_text) reads it.
    pub reference: Map<String, Value>,
}

/// Reads BibTeX or BibLaTeX text, entries in the order of the file.
///
/// Fields without a place in a reference are left out: notes, abstracts, keywords, files and the
/// like. Entries of equal keys are all kept. Text outside entries, and `@comment`, is ignored.
///
/// # Errors
///
/// All errors with their bytes, 50 at most; no entries then, since a list with gaps would be
/// printed without a word.
pub fn read_bib(text: &str) -> Result<Vec<BibEntry>, Vec<BibError>> {
    let file = scan::scan(text);
    let mut errors = file.errors;
    let mut entries = Vec::new();
    let resolver = resolve::Resolver::new(&file.entries, &file.abbreviations, &mut errors);
    for raw in &file.entries {
        if errors.len() >= MAX_ERRORS {
            break;
        }
        match resolver.resolve(raw) {
            Ok(None) => {}
            Ok(Some(entry)) => entries.push(BibEntry {
                key: raw.key.clone(),
                span: raw.span.clone(),
                key_span: raw.key_span.clone(),
                reference: map::to_csl(&raw.key, &raw.kind, &entry),
            }),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() {
        return Ok(entries);
    }
    errors.sort_by_key(|error| (error.span.start, error.span.end));
    errors.truncate(MAX_ERRORS);
    Err(errors)
}

#[cfg(test)]
mod tests;
