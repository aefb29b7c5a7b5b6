//! Findings of the front ends.

use std::collections::BTreeMap;

use kuliah_source::{Diagnostic, Message, RuleId, Severity, Span};
use memchr::memchr;

use super::{Data, Key, Node, Source};
use crate::bytes::has_byte;

/// The most findings about single characters in one file; the rest are counted.
const MOST: usize = 20;

/// An error about the file itself.
pub(crate) fn error(rule: &'static str, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(RuleId::new(rule), Severity::Error, span, message)
}

/// Whether no format may be given the character; line ends and tabs are allowed in sources.
fn is_forbidden(c: char) -> bool {
    !matches!(c, ' '..='~')
        && !matches!(c, '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
        && kuliah_source::is_forbidden(c)
}

/// Whether a text is of letters and signs of ASCII alone, told without a look at each.
pub(crate) fn is_printable(text: &str) -> bool {
    let is_all = |bytes: &[u8]| {
        let other = bytes.iter().map(|b| u8::from(!matches!(b, b' '..=b'~')));
        other.fold(0, |all, one| all | one) == 0
    };
    text.as_bytes().chunks(64).all(is_all)
}

fn forbidden(c: char, span: Span) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(c));
    let message = Message::new("syntax/forbidden-character").with("character", code);
    error("syntax/forbidden-character", span, message)
        .help(Message::new("syntax/forbidden-character.help"))
}

/// Whether a text may hold such a character, told by bytes: controls of ASCII, and the first bytes
/// of the others.
fn may_hold_forbidden(text: &str) -> bool {
    let is = u8::from;
    has_byte(text, |b| {
        let is_blank = is(b == b'\t') | is(b == b'\n') | is(b == b'\r');
        let is_control = is(b < b' ') & !is_blank;
        is_control | is(b == 0x7f) | is(b == 0xc2) | is(b >= 0xef) != 0
    })
}

/// Characters in the file that no format can hold.
pub(crate) fn forbidden_characters(source: Source<'_>) -> Vec<Diagnostic> {
    if !may_hold_forbidden(source.text) {
        return Vec::new();
    }
    let lines = source.text.split_inclusive('\n').scan(0, |end, line| {
        let start = *end;
        *end += line.len();
        Some((start, line))
    });
    // Most lines hold nothing but letters of ASCII.
    let others = lines.filter(|(_, line)| !is_printable(line.trim_end_matches(['\r', '\n'])));
    others
        .flat_map(|(start, line)| line.char_indices().map(move |(at, c)| (start + at, c)))
        .filter(|&(_, c)| is_forbidden(c))
        .take(MOST)
        .map(|(at, c)| forbidden(c, source.span(at..at + c.len_utf8())))
        .collect()
}

/// Whether a text may hold characters written as escapes: all begin with a backslash, or are
/// references by number in Markdown.
pub(crate) fn may_hold_escapes(text: &str) -> bool {
    memchr(b'\\', text.as_bytes()).is_some() || text.contains("&#")
}

/// Such characters written as escapes.
pub(crate) fn forbidden_values(root: &Node, out: &mut Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        match &node.data {
            Data::Str(text) if !may_hold_forbidden(&text.value) => {}
            Data::Str(text) => {
                let bad = text.value.char_indices().filter(|&(_, c)| is_forbidden(c));
                found.extend(
                    bad.map(|(at, c)| {
                        forbidden(c, text.map.span(at..at + c.len_utf8(), node.span))
                    }),
                );
            }
            Data::Seq(items) => stack.extend(items),
            Data::Map(entries) => {
                let doubtful = entries
                    .iter()
                    .filter(|(key, _)| may_hold_forbidden(&key.name));
                for (key, _) in doubtful {
                    let bad = key.name.chars().find(|&c| is_forbidden(c));
                    found.extend(bad.map(|c| forbidden(c, key.span)));
                }
                stack.extend(entries.iter().map(|(_, value)| value));
            }
            _ => {}
        }
    }
    found.sort_by_key(Diagnostic::span);
    found.truncate(MOST);
    out.append(&mut found);
}

/// Keys that stand twice in one mapping, each with the place of the first.
pub(crate) fn duplicate_keys(root: &Node, out: &mut Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        match &node.data {
            Data::Seq(items) => stack.extend(items),
            Data::Map(entries) => {
                stack.extend(entries.iter().map(|(_, value)| value));
                if has_duplicates(entries) {
                    duplicates(entries, &mut found);
                }
            }
            _ => {}
        }
    }
    found.sort_by_key(Diagnostic::span);
    out.append(&mut found);
}

/// The most keys that are held against each other.
const FEW: usize = 16;

/// Whether a key may stand twice; of many keys that is not told beforehand.
fn has_duplicates(entries: &[(Key, Node)]) -> bool {
    let stands_before = |(at, (key, _)): (usize, &(Key, Node))| {
        let mut before = entries.iter().take(at);
        before.any(|(earlier, _)| earlier.name == key.name)
    };
    entries.len() > FEW || entries.iter().enumerate().any(stands_before)
}

fn duplicates(entries: &[(Key, Node)], found: &mut Vec<Diagnostic>) {
    let mut first = BTreeMap::new();
    for (key, _) in entries {
        match first.get(key.name.as_str()) {
            None => {
                first.insert(key.name.as_str(), key.span);
            }
            Some(&earlier) => found.push(duplicate_key(&key.name, key.span, earlier)),
        }
    }
}

fn duplicate_key(name: &str, span: Span, earlier: Span) -> Diagnostic {
    let message = Message::new("syntax/duplicate-key").with("key", name);
    error("syntax/duplicate-key", span, message)
        .label(earlier, Message::new("syntax/duplicate-key.first"))
        .help(Message::new("syntax/duplicate-key.help"))
}
