//! One line a finding, as editors and `grep` read them.

use annotate_snippets::renderer::{DEFAULT_ERROR_STYLE, DEFAULT_INFO_STYLE, DEFAULT_WARNING_STYLE};

use super::escape;
use super::finding::{Finding, Level};

/// `path:line:column: severity[rule]: message (help)`.
pub(super) fn line(finding: &Finding, color: bool) -> String {
    let kind = format!("{}[{}]", finding.severity.name(), finding.rule);
    let kind = if color {
        let style = match finding.severity {
            Level::Error => DEFAULT_ERROR_STYLE,
            Level::Warning => DEFAULT_WARNING_STYLE,
            Level::Info => DEFAULT_INFO_STYLE,
        };
        format!("{style}{kind}{style:#}")
    } else {
        kind
    };
    let (heading, sentence) = (finding.heading(), finding.sentence());
    format!("{}: {kind}: {}", escape(&heading), escape(&sentence))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kuliah::{Diagnostic, FileId, Message, RuleId, Severity, SourceMap, Span};

    use super::*;
    use crate::report::{Sources, finding, mark};

    #[test]
    fn a_finding_is_one_line() {
        let mut map = SourceMap::new();
        map.add("a\nb.md", "satu\nMenurut @x1.\n");
        let rule = "citation/unknown-key";
        let found = Diagnostic::new(
            RuleId::new(rule),
            Severity::Error,
            Span::new(FileId::FIRST, 14..16),
            Message::new(rule).with("key", "x1"),
        )
        .help(Message::new("citation/unknown-key.help-near").with("near", "x2"));
        let sources = Sources::new(&map, Path::new(""));
        let found = finding::findings(&mark(vec![found], &sources), &sources);
        assert_eq!(
            line(&found[0], false),
            "a<U+000A>b.md:2:10: error[citation/unknown-key]: no reference has the key `x1` \
             (did you mean `x2`?)"
        );
        let colored = line(&found[0], true);
        assert!(colored.contains("\u{1b}[1m\u{1b}[91merror[citation/unknown-key]\u{1b}[0m"));
    }
}
