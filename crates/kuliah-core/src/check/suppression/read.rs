//! What a comment says: `lint-ignore RULE[, …]: reason`.

use std::ops::Range;

use kuliah_source::{Diagnostic, FileId, Message, Span};

use super::warning;
use crate::check::policy::nearest_rule;
use crate::check::{RULES, Rule, rule};
use crate::syntax::Comment;

/// How a suppression begins.
const MARK: &str = "lint-ignore";

/// What a comment says of rules.
pub(super) struct Said {
    /// The rules it names; none without a reason.
    pub(super) rules: Vec<Named>,
    /// Why findings of theirs are kept.
    pub(super) reason: String,
    /// What is wrong with it.
    pub(super) faults: Vec<Diagnostic>,
}

/// A rule that is named.
pub(super) struct Named {
    pub(super) rule: &'static Rule,
    /// Where.
    pub(super) span: Span,
    /// The name and the comma that parts it from its neighbour.
    pub(super) own: Span,
}

/// Reads a comment; `None` when it is about something else.
pub(super) fn said(text: &str, comment: &Comment) -> Option<Said> {
    let first = comment.text.split_whitespace().next()?;
    let first = first.split(':').next().unwrap_or(first);
    let mut said = Said {
        rules: Vec::new(),
        reason: String::new(),
        faults: Vec::new(),
    };
    if first != MARK {
        if is_misspelt(first) {
            let message = Message::new("suppression/malformed.mark").with("text", first);
            let help = Message::new("suppression/malformed.mark.help");
            let finding = warning("suppression/malformed", comment.span, message);
            said.faults.push(finding.help(help));
            return Some(said);
        }
        return None;
    }
    let (file, range) = (comment.span.file()?, comment.span.range()?);
    let start = range.start + text.get(range.clone())?.find(MARK)? + MARK.len();
    let body = text.get(start..range.end)?.trim_end_matches("-->");
    let (names, reason) = body.split_once(':').unwrap_or((body, ""));
    said.reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let rules = words(names, start);
    let mut fault = |message: Message, help: Message, span: Span| {
        let finding = warning("suppression/malformed", span, message);
        said.faults.push(finding.help(help));
    };
    if rules.is_empty() {
        let message = Message::new("suppression/malformed");
        let help = Message::new("suppression/malformed.help");
        fault(message, help, comment.span);
    }
    for (at, (name, range)) in rules.iter().enumerate() {
        let span = Span::new(file, range.clone());
        if let Some(rule) = rule(name) {
            let own = own_part(&rules, at, file);
            said.rules.push(Named { rule, span, own });
            continue;
        }
        let message = Message::new("suppression/malformed.rule").with("name", *name);
        let near = nearest_rule(name, RULES.iter().map(|rule| rule.name));
        let help = match near {
            Some(near) => Message::new("suppression/malformed.rule.help-near").with("near", near),
            None => Message::new("suppression/malformed.rule.help"),
        };
        fault(message, help, span);
    }
    if said.reason.is_empty() && !rules.is_empty() {
        let rule = "suppression/without-reason";
        let help = Message::new("suppression/without-reason.help");
        let finding = warning(rule, comment.span, Message::new(rule));
        said.faults.push(finding.help(help));
        said.rules.clear();
    }
    Some(said)
}

/// `lint_ignore`, `Lint-Ignore`, `lintignore`, `lint-ignored`.
fn is_misspelt(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphanumeric());
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    matches!(
        letters.as_str(),
        "lintignore" | "lintignored" | "lintignores" | "kuliahignore"
    )
}

/// The names, which commas or blanks part, and their places in the file.
fn words(names: &str, start: usize) -> Vec<(&str, Range<usize>)> {
    let is_between = |c: char| c == ',' || c.is_whitespace();
    let mut out = Vec::new();
    let mut at = start;
    for piece in names.split_inclusive(is_between) {
        let name = piece.trim_end_matches(is_between);
        if !name.is_empty() {
            out.push((name, at..at + name.len()));
        }
        at += piece.len();
    }
    out
}

/// A name with what parts it from the next, or from the one before when it is the last.
fn own_part(named: &[(&str, Range<usize>)], at: usize, file: FileId) -> Span {
    let own = named.get(at).map_or(0..0, |(_, range)| range.clone());
    let before = at.checked_sub(1).and_then(|at| named.get(at));
    match (named.get(at + 1), before) {
        (Some((_, next)), _) => Span::new(file, own.start..next.start),
        (None, Some((_, before))) => Span::new(file, before.end..own.end),
        (None, None) => Span::new(file, own),
    }
}
