//! Paragraphs that were meant to be something else: headings without their blank, tables
//! without the line below their head.

use std::ops::Range;

use kuliah_source::{Diagnostic, Message, RuleId, Severity};

use super::super::{Parse, Source};

/// A line of a paragraph and where it begins in the source, marks of quotations left out.
struct Line<'a> {
    text: &'a str,
    start: usize,
}

/// Reports slips in the paragraph at a place.
pub(super) fn report(source: Source<'_>, range: &Range<usize>, parse: &mut Parse) {
    let written = source.text.get(range.clone()).unwrap_or_default();
    let mut at = range.start;
    let mut before: Option<usize> = None;
    let mut is_table = false;
    for whole in written.split_inclusive('\n') {
        let text = whole.trim_start_matches(['>', ' ', '\t']);
        let line = Line {
            start: at + whole.len() - text.len(),
            text: text.trim_end(),
        };
        at += whole.len();
        if let Some(length) = unspaced_heading(line.text) {
            let span = source.span(line.start..line.start + length);
            parse.diagnostics.push(warning("heading", span));
        }
        // Two lines of as many cells make a table.
        let cells = cells(line.text);
        if cells.is_some() && cells == before && !is_table {
            is_table = true;
            let span = source.span(line.start..line.start + line.text.len());
            parse.diagnostics.push(warning("table", span));
        }
        before = cells;
    }
}

fn warning(what: &str, span: kuliah_source::Span) -> Diagnostic {
    let (key, help) = match what {
        "heading" => (
            "syntax/shown-as-text.heading",
            "syntax/shown-as-text.heading.help",
        ),
        _ => (
            "syntax/shown-as-text.table",
            "syntax/shown-as-text.table.help",
        ),
    };
    let rule = RuleId::new("syntax/shown-as-text");
    Diagnostic::new(rule, Severity::Warning, span, Message::new(key)).help(Message::new(help))
}

/// The length of `#Judul` at the beginning of a line; a number as in `#1` is none.
fn unspaced_heading(line: &str) -> Option<usize> {
    let signs = line.len() - line.trim_start_matches('#').len();
    let rest = line.get(signs..)?;
    let is_heading = (1..=6).contains(&signs) && rest.starts_with(char::is_alphabetic);
    let word = rest.split_whitespace().next().unwrap_or_default();
    is_heading.then_some(signs + word.len())
}

/// How many cells a line of a table has; `None` for a line that begins or ends with no `|`.
fn cells(line: &str) -> Option<usize> {
    let inner = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.matches('|').count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_need_a_blank() {
        assert_eq!(unspaced_heading("#Dua kata"), Some(4));
        assert_eq!(unspaced_heading("##Tiga"), Some(6));
        for line in [
            "# Dua",
            "#1 dari 3",
            "Dua #tiga",
            "\\#Dua",
            "#######Dua",
            "",
        ] {
            assert_eq!(unspaced_heading(line), None, "{line}");
        }
    }

    #[test]
    fn lines_between_bars_have_cells() {
        assert_eq!(cells("| a | b |"), Some(2));
        assert_eq!(cells("|x|"), Some(1));
        assert_eq!(cells("nilai |x| itu"), None);
    }
}
