//! What docx-rs has no words for, hidden in harmless places until the canonicaliser
//! turns it into markup.
//!
//! | to be said | carried by |
//! |---|---|
//! | language of a run | `hint` of its fonts: `lang:en-US` |
//! | head row of a table | a row height of nothing |
//! | title and description of a table | a number behind the style: `Table#3` |
//! | alternative text of a picture | a number behind the relationship: `rIdI1#3` |
//! | start of a footnote in a scratch document | a paragraph of the style `#note` |

use docx_rs::{HeightRule, Paragraph, Run, RunFonts, TableRow};

const LANGUAGE: &str = "lang:";
const NOTE: &str = "#note";

/// Gives a run a language.
pub(crate) fn set_language(run: Run, tag: &str) -> Run {
    run.fonts(RunFonts::new().hint(format!("{LANGUAGE}{tag}")))
}

/// The language that a font hint carries.
pub(crate) fn language(hint: &str) -> Option<&str> {
    hint.strip_prefix(LANGUAGE)
}

/// Makes a row the head of its table.
pub(crate) fn set_head(row: TableRow) -> TableRow {
    row.row_height(0.0).height_rule(HeightRule::Auto)
}

/// Adds the number of what is kept aside.
pub(crate) fn numbered(name: &str, index: usize) -> String {
    format!("{name}#{index}")
}

/// Takes apart a name and the number behind it.
pub(crate) fn split(value: &str) -> Option<(&str, usize)> {
    let (name, index) = value.rsplit_once('#')?;
    Some((name, index.parse().ok()?))
}

/// The paragraph before each footnote of a scratch document.
pub(crate) fn note() -> Paragraph {
    Paragraph::new().style(NOTE)
}

/// Whether a paragraph style is the mark of [`note`].
pub(crate) fn is_note(style: &str) -> bool {
    style == NOTE
}
