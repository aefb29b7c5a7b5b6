//! Comments by which an author keeps a finding, and says why.
//!
//! `lint-ignore RULE[, …]: reason`, in `<!-- … -->` in Markdown and behind `#` in YAML and TOML.
//! At the end of a line the comment covers that line; on a line of its own it covers what
//! follows: a heading, a paragraph, a value. [`place`] finds what is covered, [`read`] what the
//! comment says.

mod place;
mod read;

use std::collections::BTreeMap;
use std::ops::Range;

use kuliah_source::{Diagnostic, Edit, FileId, Message, RuleId, Safety, Severity, Span};

use super::{CheckOptions, Origin, Rule, Stage};
use crate::syntax::{Comment, Tree};
use place::Places;

/// The suppressions of a file.
#[derive(Debug, Clone, Default)]
pub struct Suppressions {
    entries: Vec<Suppression>,
    /// By rule, the entries sorted by where what they cover begins; with each, how far it or one
    /// before it reaches.
    by_rule: BTreeMap<RuleId, Vec<(usize, usize)>>,
    /// What is wrong with the comments themselves.
    faults: Vec<Diagnostic>,
}

/// One rule in one comment.
#[derive(Debug, Clone)]
struct Suppression {
    rule: &'static Rule,
    reason: String,
    /// Where the rule is named.
    name: Span,
    /// The whole comment.
    comment: Span,
    /// The bytes that the comment covers.
    covered: Range<usize>,
    /// What to delete to be rid of this rule, the others staying.
    own: Span,
    /// What to delete to be rid of the comment.
    all: Span,
}

/// A finding that its author keeps.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Suppressed {
    /// The finding.
    pub diagnostic: Diagnostic,
    /// Why it is kept, in the author's words.
    pub reason: String,
    /// The comment that says so.
    pub comment: Span,
}

impl Suppressions {
    /// Reads the comments of a file.
    ///
    /// `text` is the text of the file, and `tree` what was read from it: a comment before a value
    /// of several lines covers them all.
    pub fn read(text: &str, comments: &[Comment], tree: Option<&Tree>) -> Self {
        let mut out = Self::default();
        let said: Vec<_> = comments
            .iter()
            .filter_map(|comment| Some((comment, read::said(text, comment)?)))
            .collect();
        if said.is_empty() {
            return out;
        }
        let mut places = Places::new(text, tree);
        // From the last to the first: of comments that stand one above the other, each covers
        // what the one below it covers.
        for (comment, said) in said.into_iter().rev() {
            let (covered, all) = places.of(comment);
            out.faults.extend(said.faults);
            let entry = |name: read::Named| Suppression {
                rule: name.rule,
                reason: said.reason.clone(),
                name: name.span,
                comment: comment.span,
                covered: covered.clone(),
                own: name.own,
                all,
            };
            out.entries.extend(said.rules.into_iter().map(entry));
        }
        out.entries.sort_by_key(|it| it.covered.start);
        for (at, entry) in out.entries.iter().enumerate() {
            let entries = out.by_rule.entry(entry.rule.id()).or_default();
            let reach = entries.last().map_or(0, |&(_, reach)| reach);
            entries.push((at, reach.max(entry.covered.end)));
        }
        out
    }

    /// The suppression of a finding: of several the one that begins nearest before it.
    fn of(&self, finding: &Diagnostic) -> Option<usize> {
        let range = finding.span().range()?;
        let entries = self.by_rule.get(&finding.rule)?;
        // A finding is covered where it begins, or where it ends: a comment behind a text of
        // several lines is about that text.
        let last = range.end.saturating_sub(1).max(range.start);
        let mut places = [range.start, last].into_iter();
        places.find_map(|offset| self.covering(entries, finding.span().file()?, offset))
    }

    /// The entry that covers a place: of several the one that begins nearest before it.
    fn covering(&self, entries: &[(usize, usize)], file: FileId, offset: usize) -> Option<usize> {
        let begins_before = |at: usize| {
            self.entries
                .get(at)
                .is_some_and(|it| it.covered.start <= offset)
        };
        let until = entries.partition_point(|&(at, _)| begins_before(at));
        let before = entries.get(..until)?.iter().rev();
        let near = before.take_while(|&&(_, reach)| reach > offset);
        let covers = |entry: &Suppression| {
            entry.comment.file() == Some(file) && entry.covered.contains(&offset)
        };
        let mut near = near.map(|&(at, _)| at);
        near.find(|&at| self.entries.get(at).is_some_and(covers))
    }

    /// Parts findings into those that stay and those that their author keeps; adds what is wrong
    /// with the comments.
    pub(super) fn part(
        &self,
        findings: Vec<Diagnostic>,
        options: &CheckOptions<'_>,
        stage: Stage,
    ) -> (Vec<Diagnostic>, Vec<Suppressed>) {
        let mut used = vec![false; self.entries.len()];
        let (mut stay, mut kept) = (Vec::with_capacity(findings.len()), Vec::new());
        for mut finding in findings {
            let at = self.of(&finding);
            let Some(entry) = at.and_then(|at| self.entries.get(at)) else {
                stay.push(finding);
                continue;
            };
            if let Some(used) = at.and_then(|at| used.get_mut(at)) {
                *used = true;
            }
            if entry.rule.proof {
                let words = Message::new("suppression/malformed.proof");
                finding = finding.label(entry.name, words);
                stay.push(finding);
            } else {
                kept.push(Suppressed {
                    diagnostic: finding,
                    reason: entry.reason.clone(),
                    comment: entry.comment,
                });
            }
        }
        stay.extend(self.faults.iter().cloned());
        if stage == Stage::Checked {
            stay.extend(self.unused(&used, options));
        }
        (stay, kept)
    }

    fn unused(&self, used: &[bool], options: &CheckOptions<'_>) -> Vec<Diagnostic> {
        let mut of_comment: BTreeMap<Span, Vec<(&Suppression, bool)>> = BTreeMap::new();
        for (entry, &used) in self.entries.iter().zip(used) {
            let entries = of_comment.entry(entry.comment).or_default();
            entries.push((entry, !used && had_its_turn(entry.rule, options)));
        }
        let mut out = Vec::new();
        for entries in of_comment.values() {
            let is_useless = entries.iter().all(|(_, unused)| *unused);
            let unused = entries.iter().filter(|(_, unused)| *unused);
            out.extend(unused.map(|(entry, _)| {
                let deleted = if is_useless { entry.all } else { entry.own };
                unused_finding(entry, deleted)
            }));
        }
        out
    }
}

/// Whether a rule would have found something in a course that was checked: what a format shows
/// is found later, and spelling needs a dictionary.
fn had_its_turn(rule: &Rule, options: &CheckOptions<'_>) -> bool {
    let is_spelling = rule.name == "language/spelling";
    rule.origin != Origin::Export
        && options.policy.is_on(rule)
        && (!is_spelling || options.speller.is_some())
}

fn unused_finding(entry: &Suppression, deleted: Span) -> Diagnostic {
    let message = Message::new("suppression/unused").with("rule", entry.rule.name);
    let edits = vec![Edit {
        span: deleted,
        text: String::new(),
    }];
    warning("suppression/unused", entry.name, message)
        .help(Message::new("suppression/unused.help"))
        .fix(Safety::Safe, Message::new("suppression/unused.fix"), edits)
}

fn warning(rule: &'static str, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(RuleId::new(rule), Severity::Warning, span, message)
}

#[cfg(test)]
mod tests;
