//! Citations and reference list as runs.
//!
//! 1. `works` sorts the references, numbers them and tells apart those that would look alike.
//! 2. `plan` finds the works of each request and where it stands among the others.
//! 3. `parts` renders one work at a time; equal questions are asked once.
//! 4. `assemble` joins works to citations, `list` makes the entries.
//!
//! The formatter renders single works only. All that looks at several is ours, so that the cost
//! grows with the number of works and citations alone.

mod apart;
mod assemble;
mod list;
mod parts;
mod plan;
mod sort;
mod works;

use citationberg::LocaleCode;

use crate::{CiteError, CiteRequest, Reference, Run, Style};
use assemble::Assembler;
use parts::Engine;
use works::Works;

/// Everything that [`format()`] makes.
#[derive(Debug, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Formatted {
    /// Each citation, in the order of the requests.
    pub citations: Vec<FormattedCitation>,
    /// The reference list, sorted as the style asks.
    pub entries: Vec<FormattedEntry>,
    /// Whether the lines of an entry after its first are indented.
    pub hanging_indent: bool,
}

/// A citation as text, as a note, or both.
#[derive(Debug, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct FormattedCitation {
    /// What stands in the text; empty where there is a note alone.
    pub text: Vec<Run>,
    /// What stands in a note of its own, in styles of notes; never empty.
    pub note: Option<Vec<Run>>,
}

/// An entry of the reference list.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct FormattedEntry {
    /// The key of the reference.
    pub key: String,
    /// What stands in a column before the text, such as `[1]`; `None` in author-date styles.
    pub label: Option<Vec<Run>>,
    /// The text.
    pub runs: Vec<Run>,
}

/// Formats citations and the list of references.
///
/// `language` is a BCP 47 tag: `id…` gets the words of `id-ID`, any other those of `en-US`, or of
/// `en-GB` where it says so or the style is British. The list holds every reference, cited or not, but for those that are only ever cited as read in another
/// work, and those of which the style shows nothing, such as an interview that nobody can look up.
/// Letters after equal years count all references.
///
/// # Errors
///
/// See [`CiteError`].
pub fn format(
    references: &[Reference],
    requests: &[CiteRequest],
    style: &Style,
    language: &str,
) -> Result<Formatted, CiteError> {
    let mut engine = Engine::new(style, language)?;
    // Of the shipped styles only APA names a publisher who is the author once.
    let once: Vec<Reference>;
    let mut references = references;
    if matches!(style.name(), Some("apa" | "apa-id")) {
        once = references.iter().map(Reference::named_once).collect();
        references = &once;
    }
    let works = Works::new(&mut engine, references, requests)?;
    let sorted = engine.style.citation.sort.is_some();
    let plans = plan::plan(&works, engine.facts, sorted, requests)?;
    let mut assembler = Assembler::new(&mut engine, &works, style.name());
    let citations = plans.iter().map(|plan| assembler.citation(plan)).collect();
    Ok(Formatted {
        citations,
        entries: list::entries(&mut engine, &works),
        hanging_indent: engine.facts.hanging_indent,
    })
}

/// The words before the work that another was read in.
///
/// The guides: *Publication Manual*, 7th edition, section 8.6; *MLA Handbook*, 9th edition, section
/// 6.77; *Chicago Manual of Style*, 18th edition, section 14.160; *Cite Them Right*, 12th edition.
fn second_hand(style: Option<&str>, code: &LocaleCode) -> &'static str {
    if !code.is_english() {
        return "dalam";
    }
    match style {
        Some("mla") => "qtd. in",
        Some("chicago-author-date" | "chicago-notes") => "quoted in",
        Some("harvard") => "cited in",
        _ => "as cited in",
    }
}
