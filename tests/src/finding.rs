//! Findings, for comparison with what a test expects.

use kuliah::check::{Locale, catalogue};
use kuliah::{Diagnostic, FileId, SourceMap};

/// Where a finding is and which rule it is of: `12:5 citation/unknown-key`.
///
/// The file's name stands before the place unless it is the course itself; `-` is no place.
pub fn place(finding: &Diagnostic, sources: &SourceMap) -> String {
    let span = finding.span();
    let Some(file) = sources.file_of(span) else {
        return format!("- {}", finding.rule);
    };
    let at = file.locate(span.start());
    let name = if span.file() == Some(FileId::FIRST) {
        String::new()
    } else {
        format!("{}:", file.name())
    };
    format!("{name}{}:{} {}", at.line, at.column, finding.rule)
}

/// The places of findings.
pub fn places(findings: &[Diagnostic], sources: &SourceMap) -> Vec<String> {
    findings.iter().map(|it| place(it, sources)).collect()
}

/// What a finding says in English, for a person who reads a failed test.
pub fn words(finding: &Diagnostic, sources: &SourceMap) -> String {
    let english = catalogue(Locale::English);
    let mut out = format!(
        "{}: {}",
        place(finding, sources),
        finding.message.render(english)
    );
    if let Some(help) = &finding.help {
        out.push_str(&format!(" ({})", help.render(english)));
    }
    out
}
