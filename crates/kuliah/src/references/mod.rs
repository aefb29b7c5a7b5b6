//! The references of a course by themselves: listed, formatted, compared, and carried to and from
//! other programs.

mod add;
mod collection;
mod edit;
mod entry;

use std::collections::BTreeSet;

use kuliah_cite::{CiteError, CiteRequest, Reference, Style, format as format_references};
use kuliah_core::check::CheckedCourse;
use kuliah_lower::csl_json;
use serde_json::{Map, Value};

pub use add::{Addition, Refusal, add};
pub use collection::{Collection, Entry, collect};
pub use kuliah_cite::{
    BibError, Duplicate, Likeness, MAX_STYLE_BYTES, Run, StyleError, default_style, duplicates,
    style_names, write_bib,
};

/// A citation style.
pub use kuliah_cite::Style as CitationStyle;

/// A reference as a style prints it.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct FormattedReference {
    /// Its key.
    pub key: String,
    /// What stands in a column before it, such as `[1]`.
    pub label: Option<String>,
    /// The text in runs of one look each.
    pub runs: Vec<Run>,
}

impl FormattedReference {
    /// The text alone.
    pub fn text(&self) -> String {
        self.runs.iter().map(|it| it.text.as_str()).collect()
    }
}

/// The references of a course as CSL-JSON objects, in the order of the source.
pub fn list(course: &CheckedCourse) -> Vec<Map<String, Value>> {
    csl_json(course.course())
}

/// The references of a course that nothing cites.
pub fn unused(course: &CheckedCourse) -> Vec<String> {
    let cited: BTreeSet<_> = course
        .course()
        .citations()
        .iter()
        .map(|it| it.key.as_str().to_owned())
        .collect();
    let keys = course
        .course()
        .references
        .iter()
        .map(|it| it.id.as_str().to_owned());
    keys.filter(|key| !cited.contains(key)).collect()
}

/// Formats references, given as CSL-JSON objects, in a style and the words of a language (a BCP 47
/// tag); sorted as the style asks. Objects that are no references are left out.
///
/// # Errors
///
/// See [`CiteError`].
pub fn format(
    references: &[Map<String, Value>],
    style: &Style,
    language: &str,
) -> Result<Vec<FormattedReference>, CiteError> {
    let works: Vec<_> = references
        .iter()
        .filter_map(|it| Reference::new(it).ok())
        .collect();
    let made = format_references(&works, &[] as &[CiteRequest], style, language)?;
    let entries = made.entries.into_iter().map(|entry| FormattedReference {
        key: entry.key,
        label: entry
            .label
            .map(|runs| runs.iter().map(|it| it.text.as_str()).collect()),
        runs: entry.runs,
    });
    Ok(entries.collect())
}

/// Reads BibTeX or BibLaTeX, such as a site offers for copying, as CSL-JSON objects.
///
/// # Errors
///
/// All errors with their bytes in the text.
pub fn parse_bib(text: &str) -> Result<Vec<Map<String, Value>>, Vec<BibError>> {
    let entries = kuliah_cite::read_bib(text)?;
    Ok(entries.into_iter().map(|it| it.reference).collect())
}

/// Writes references as the text of a CSL-JSON file.
pub fn write_csl_json(references: &[Map<String, Value>]) -> String {
    serde_json::to_string_pretty(references).unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    const BIB: &str = "@book{barker1978, author = {Barker, Robert}, title = {Judul}, \
                       publisher = {Penerbit}, date = {1978}}\n";

    #[test]
    fn pasted_text_comes_back_in_every_form() {
        let read = parse_bib(BIB).expect("references");
        assert_eq!(parse_bib(&write_bib(&read)).expect("references"), read);
        let json: Vec<Map<String, Value>> =
            serde_json::from_str(&write_csl_json(&read)).expect("JSON");
        assert_eq!(json, read);
        let style = Style::by_name("ieee").expect("shipped");
        let made = format(&read, &style, "en").expect("formatted");
        let first = made.first().expect("one");
        assert_eq!(first.label.as_deref(), Some("[1]"));
        assert_eq!(first.text(), "R. Barker, Judul. Penerbit, 1978.");
    }
}
