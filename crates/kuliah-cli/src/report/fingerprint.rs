//! What tells a finding from all others, and stays the same when lines move.
//!
//! A finding is known by its rule, its file, the text that it points at, and, when the same rule
//! finds the same text several times in a file, by which of them it is. Words of messages, lines
//! and columns are left out: they change with the language, and with every edit above.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use kuliah::{Diagnostic, RuleId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Sources;

/// How many bytes of a digest are kept; 16 make a clash as good as impossible.
const KEPT: usize = 16;

/// Which of the findings of its file a finding is, as 32 hexadecimal digits.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Mark(String);

/// Which file a finding is in, and which of its findings it is, as 32 hexadecimal digits.
#[derive(Debug, Clone, Eq, PartialEq, Ord, PartialOrd, Serialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct Fingerprint(String);

/// A finding, and what tells it from others.
#[derive(Debug)]
pub(crate) struct Marked {
    /// The finding.
    pub(crate) finding: Diagnostic,
    /// The file that it is in, from the current folder.
    pub(crate) file: String,
    /// Which of the findings of that file it is.
    pub(crate) mark: Mark,
}

/// Marks the findings of a course, which are in order.
pub(crate) fn mark(findings: Vec<Diagnostic>, sources: &Sources<'_>) -> Vec<Marked> {
    let mut marks = Marks::default();
    let marked = |finding: Diagnostic| {
        let place = sources.place(finding.span());
        let file = match &place {
            Some(place) => sources.seen(&place.path),
            None => sources.seen(sources.course()),
        };
        let mark = marks.next(&file, finding.rule, sources.covered(finding.span()));
        Marked {
            finding,
            file,
            mark,
        }
    };
    findings.into_iter().map(marked).collect()
}

/// Gives the findings of a course their marks, in their order.
#[derive(Debug, Default)]
struct Marks {
    /// How many findings had the same file, rule and text.
    seen: BTreeMap<Mark, usize>,
}

impl Marks {
    /// The mark of the next finding: of a rule, in a file, at some text.
    fn next(&mut self, file: &str, rule: RuleId, covered: &str) -> Mark {
        // Line ends and indentation may change without a change to the text.
        let covered: Vec<_> = covered.split_whitespace().collect();
        let covered = covered.join(" ");
        let same = Mark(digest(&[file, rule.as_str(), &covered]));
        let count = self.seen.entry(same).or_default();
        let ordinal = *count;
        *count += 1;
        Mark(digest(&[rule.as_str(), &covered, &ordinal.to_string()]))
    }
}

impl Fingerprint {
    /// The fingerprint of a finding in a file.
    pub(super) fn new(file: &str, mark: &Mark) -> Self {
        Self(digest(&[file, &mark.0]))
    }

    /// The digits.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The digits of a list of texts; where one ends and the next begins counts too.
fn digest(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let mut out = String::with_capacity(2 * KEPT);
    for byte in hash.finalize().iter().take(KEPT) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: RuleId = RuleId::new("citation/unknown-key");

    #[test]
    fn the_same_text_twice_has_two_marks() {
        let mut marks = Marks::default();
        let first = marks.next("a.md", RULE, "@x1");
        let second = marks.next("a.md", RULE, "@x1");
        assert_ne!(first, second);
        assert_eq!(Marks::default().next("a.md", RULE, "@x1"), first);
    }

    #[test]
    fn file_rule_and_text_all_count_and_blanks_do_not() {
        let mark = |rule, text| Marks::default().next("a.md", rule, text);
        let plain = mark(RULE, "@x1 @x2");
        assert_eq!(plain, mark(RULE, "@x1\r\n   @x2"));
        assert_ne!(plain, mark(RULE, "@x1 @x3"));
        assert_ne!(plain, mark(RuleId::new("citation/other"), "@x1 @x2"));
        let here = Fingerprint::new("a.md", &plain);
        assert_ne!(here, Fingerprint::new("b.md", &plain));
        assert_eq!(here.as_str().len(), 32);
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
    }
}
