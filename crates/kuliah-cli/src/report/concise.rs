//! One line a finding, as editors and `grep` read them.

use annotate_snippets::renderer::{DEFAULT_ERROR_STYLE, DEFAULT_INFO_STYLE, DEFAULT_WARNING_STYLE};
use kuliah::{Diagnostic, Severity};

use super::{Sources, escape, said};

/// `path:line:column: severity[rule]: message (help)`.
pub(super) fn line(finding: &Diagnostic, sources: &Sources<'_>, color: bool) -> String {
    let place = sources
        .place(finding.span())
        .map_or_else(|| sources.course().to_owned(), |place| place.shown());
    let kind = format!("{}[{}]", finding.severity, finding.rule);
    let kind = if color {
        let style = match finding.severity {
            Severity::Error => DEFAULT_ERROR_STYLE,
            Severity::Warning => DEFAULT_WARNING_STYLE,
            Severity::Info => DEFAULT_INFO_STYLE,
        };
        format!("{style}{kind}{style:#}")
    } else {
        kind
    };
    let message = escape(&said(&finding.message));
    let help = finding.help.as_ref().map(|help| escape(&said(help)));
    let help = help.map_or_else(String::new, |help| format!(" ({help})"));
    format!("{}: {kind}: {message}{help}", escape(&place))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kuliah::{FileId, Message, RuleId, SourceMap, Span};

    use super::*;

    #[test]
    fn a_finding_is_one_line() {
        let mut map = SourceMap::new();
        map.add("a\nb.md", "satu\nMenurut @x1.\n");
        let rule = "citation/unknown-key";
        let finding = Diagnostic::new(
            RuleId::new(rule),
            Severity::Error,
            Span::new(FileId::FIRST, 14..16),
            Message::new(rule).with("key", "x1"),
        )
        .help(Message::new("citation/unknown-key.help-near").with("near", "x2"));
        let sources = Sources::new(&map, Path::new(""));
        assert_eq!(
            line(&finding, &sources, false),
            "a<U+000A>b.md:2:10: error[citation/unknown-key]: no reference has the key `x1` \
             (did you mean `x2`?)"
        );
        let colored = line(&finding, &sources, true);
        assert!(colored.contains("\u{1b}[1m\u{1b}[91merror[citation/unknown-key]\u{1b}[0m"));
    }
}
