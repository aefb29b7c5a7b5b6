//! Finds what CommonMark does not know: citations, language spans, footnotes, counts, breaks.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cite;
use super::{CitationForm, CitationGroup, Count, CountScope, InlineCitation, Problem, ProblemKind};
use crate::model::{CitationKey, LocatorLabel};

/// Something of ours, and its place in the text.
pub(super) struct Construct {
    pub(super) range: Range<usize>,
    pub(super) kind: ConstructKind,
}

pub(super) enum ConstructKind {
    Citation(CitationGroup),
    Language {
        content: Range<usize>,
        tag: Range<usize>,
    },
    Footnote {
        content: Range<usize>,
    },
    Count(Count),
    Break,
}

/// Finds the constructs of a text, in order and without overlap, and notes what is wrong.
pub(super) fn scan(text: &str, problems: &mut Vec<Problem>) -> Vec<Construct> {
    let mut scanner = Scanner {
        text,
        skeleton: Skeleton::new(text),
        braces: Places::of(text, |b| matches!(b, b'{' | b'}'), |_| true),
        found: Vec::new(),
        problems,
    };
    let mut at = 0;
    while let Some(mark) = next_mark(text, at) {
        at = scanner.step(mark);
    }
    scanner.found
}

/// The first character from an offset on that may begin or end something; all such characters are
/// of ASCII, so that each byte can be looked at alone.
fn next_mark(text: &str, at: usize) -> Option<usize> {
    let is_mark = |b: u8| {
        matches!(
            b,
            b'\\' | b'`' | b'<' | b'(' | b'[' | b']' | b'^' | b'@' | b'{' | b'$'
        )
    };
    let found = text
        .as_bytes()
        .get(at..)?
        .iter()
        .position(|&b| is_mark(b))?;
    Some(at + found)
}

struct Scanner<'a> {
    text: &'a str,
    skeleton: Skeleton,
    braces: Places,
    found: Vec<Construct>,
    problems: &'a mut Vec<Problem>,
}

impl Scanner<'_> {
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Reads what is at an offset and gives the next one.
    fn step(&mut self, at: usize) -> usize {
        if let Some(&end) = self.skeleton.opaque.get(&at) {
            return end;
        }
        let rest = self.rest(at);
        if rest.starts_with("\\\n") {
            return self.push(at..at + 2, ConstructKind::Break);
        }
        let Some(c) = rest.chars().next() else {
            return self.text.len();
        };
        match c {
            '^' if rest.starts_with("^[") => self.footnote(at),
            '[' => self.bracket(at),
            '@' if cite::starts_key(self.text, at) => self.narrative(at),
            '{' => self.brace(at),
            '$' => self.dollar(at),
            c => at + c.len_utf8(),
        }
    }

    fn push(&mut self, range: Range<usize>, kind: ConstructKind) -> usize {
        let end = range.end;
        self.found.push(Construct { range, kind });
        end
    }

    fn problem(&mut self, kind: ProblemKind, range: Range<usize>) {
        self.problems.push(Problem { kind, range });
    }

    fn footnote(&mut self, at: usize) -> usize {
        match self.skeleton.closing.get(&(at + 1)) {
            Some(&close) => {
                let content = at + 2..close;
                self.push(at..close + 1, ConstructKind::Footnote { content })
            }
            None => at + 2,
        }
    }

    fn bracket(&mut self, at: usize) -> usize {
        let Some(&close) = self.skeleton.closing.get(&at) else {
            self.open_citation(at);
            return at + 1;
        };
        if let Some(end) = self.span_attribute(close + 1) {
            self.problem(ProblemKind::SpanAttribute, close + 1..end);
        }
        let (inner, behind) = (at + 1..close, self.rest(close + 1));
        if behind.starts_with("{lang=")
            && let Some(end) = self.closing_brace(close + 1)
        {
            let tag = close + 1 + "{lang=".len()..end;
            return self.push(
                at..end + 1,
                ConstructKind::Language {
                    content: inner,
                    tag,
                },
            );
        }
        let text = self.text.get(inner.clone()).unwrap_or_default();
        if behind.starts_with('(') || !text.contains('@') || text.contains(['[', '`']) {
            return at + 1;
        }
        match cite::group(text, inner.start) {
            Some(group) => self.push(at..close + 1, ConstructKind::Citation(group)),
            None if text.starts_with('@') || text.starts_with("-@") => {
                self.problem(ProblemKind::Citation, at..close + 1);
                close + 1
            }
            None => at + 1,
        }
    }

    /// `[@key` that nothing closes: the key is read, and the bracket stays.
    fn open_citation(&mut self, at: usize) {
        let sign = match self.rest(at + 1).strip_prefix('-') {
            Some(_) => at + 2,
            None => at + 1,
        };
        if self.rest(sign).starts_with('@') && cite::starts_key(self.text, sign) {
            let key = cite::key_range(self.text, sign);
            self.problem(ProblemKind::OpenCitation, at..key.end);
        }
    }

    /// The end of `{name=value}` that begins at an offset.
    fn span_attribute(&self, at: usize) -> Option<usize> {
        let inner_start = self.rest(at).strip_prefix('{').map(|_| at + 1)?;
        let end = self.closing_brace(at)?;
        let inner = self.text.get(inner_start..end)?;
        let (name, value) = inner.split_once('=')?;
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic());
        let is_ours = name == "lang";
        (is_name && !is_ours && !value.is_empty() && !inner.contains(' ')).then_some(end + 1)
    }

    fn narrative(&mut self, at: usize) -> usize {
        let range = cite::key_range(self.text, at);
        let key = self.text.get(range.clone()).map(CitationKey::new);
        let Some(Ok(key)) = key else {
            return at + 1;
        };
        let mut item = InlineCitation {
            prefix: String::new(),
            key,
            range: range.clone(),
            locator: None,
            label: LocatorLabel::default(),
            suffix: String::new(),
            via: None,
        };
        let mut end = range.end;
        let open = end + 1;
        if self.rest(end).starts_with(" [")
            && let Some(&close) = self.skeleton.closing.get(&open)
            && !self.rest(close + 1).starts_with(['(', '{'])
            && let Some(behind) = self
                .text
                .get(open + 1..close)
                .and_then(|text| cite::narrative_behind(text, open + 1))
        {
            item.locator = behind.locator;
            item.label = behind.label;
            item.via = behind.via;
            end = close + 1;
        }
        let group = CitationGroup {
            form: CitationForm::Narrative,
            items: vec![item],
        };
        self.push(at..end, ConstructKind::Citation(group))
    }

    /// Where the `}` stands that closes the `{` at an offset; no other `{` lies between.
    fn closing_brace(&self, at: usize) -> Option<usize> {
        let end = self.braces.next(at)?;
        self.rest(end).starts_with('}').then_some(end)
    }

    fn brace(&mut self, at: usize) -> usize {
        let Some(end) = self.closing_brace(at) else {
            self.open_attribute(at);
            return at + 1;
        };
        let inner = self.text.get(at + 1..end).unwrap_or_default();
        let range = at..end + 1;
        let count = |scope, capital| ConstructKind::Count(Count { scope, capital });
        let kind = match inner {
            "count" => count(CountScope::Items, false),
            "Count" => count(CountScope::Items, true),
            "count:roles" => count(CountScope::Roles, false),
            "Count:roles" => count(CountScope::Roles, true),
            other => {
                if other.starts_with("count:") || other.starts_with("Count:") {
                    self.problem(ProblemKind::UnknownCount, range);
                } else if is_attribute(other) {
                    self.problem(ProblemKind::Attribute, range);
                } else if is_class_name(other) {
                    self.problem(ProblemKind::BareClass, range);
                }
                return at + 1;
            }
        };
        self.push(range, kind)
    }

    /// `{.class` and `{#id` that nothing closes.
    fn open_attribute(&mut self, at: usize) {
        const LONGEST: usize = 60;
        let rest = self.rest(at + 1);
        let word = rest
            .char_indices()
            .find(|&(at, c)| c.is_whitespace() || at >= LONGEST);
        let word = rest
            .get(..word.map_or(rest.len(), |(at, _)| at))
            .unwrap_or_default();
        if word.len() < LONGEST && is_attribute(word) {
            let end = at + 1 + rest.trim_end().len();
            self.problem(ProblemKind::OpenAttribute, at..end);
        }
    }

    /// `$x$` as pandoc reads it: no blank inside the marks, no digit behind the second.
    fn dollar(&mut self, at: usize) -> usize {
        let rest = self.rest(at + 1);
        if rest.starts_with(|c: char| c.is_whitespace() || c == '$') {
            return at + 1;
        }
        let Some(length) = rest.find('$') else {
            return at + 1;
        };
        let inner = rest.get(..length).unwrap_or_default();
        let behind = rest.get(length + 1..).unwrap_or_default();
        if inner.ends_with(char::is_whitespace) || behind.starts_with(|c: char| c.is_ascii_digit())
        {
            return at + 1;
        }
        let end = at + length + 2;
        self.problem(ProblemKind::Formula, at..end);
        end
    }
}

/// `#id` or `.class`, alone or with others.
fn is_attribute(inner: &str) -> bool {
    let sign = |word: &str| {
        word.strip_prefix(['#', '.'])
            .is_some_and(|it| it.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    !inner.is_empty() && inner.split_whitespace().all(sign)
}

/// The name of a kind or of another class that a heading may have, in either language.
fn is_class_name(inner: &str) -> bool {
    inner.bytes().all(|b| b.is_ascii_lowercase()) && crate::synonyms::class(inner).is_some()
}

/// The brackets that belong together, and what must not be looked into.
#[derive(Default)]
struct Skeleton {
    /// From `[` to its `]`.
    closing: BTreeMap<usize, usize>,
    /// From the start of an escape, code span, link target or address to its end.
    opaque: BTreeMap<usize, usize>,
}

impl Skeleton {
    fn new(text: &str) -> Self {
        let mut skeleton = Self::default();
        let runs = Backticks::new(text);
        let ends = if text.contains('<') {
            let may_end = |b: u8| b <= b' ' || matches!(b, b'<' | b'>') || !b.is_ascii();
            Places::of(text, may_end, |c| {
                matches!(c, '<' | '>') || c.is_whitespace()
            })
        } else {
            Places(Vec::new())
        };
        let (mut open, mut at) = (Vec::new(), 0);
        let mut targets_close = true;
        while let Some(mark) = next_mark(text, at) {
            at = mark;
            let rest = text.get(at..).unwrap_or_default();
            let Some(c) = rest.chars().next() else { break };
            let end = match c {
                '\\' => escape_end(rest).map(|length| at + length),
                '`' => Some(runs.end_of_code(text, at)),
                '<' => address_end(text, at, &ends),
                _ => None,
            };
            if let Some(end) = end {
                skeleton.opaque.insert(at, end);
                at = end;
                continue;
            }
            match c {
                '[' => open.push(at),
                ']' => {
                    if let Some(start) = open.pop() {
                        skeleton.closing.insert(start, at);
                        let target = targets_close.then(|| target_length(text, at + 1)).flatten();
                        if let Some(Target::Closed(length)) = target {
                            skeleton.opaque.insert(at + 1, at + 1 + length);
                            at += length;
                        }
                        targets_close &= !matches!(target, Some(Target::Open));
                    }
                }
                _ => {}
            }
            at += c.len_utf8();
        }
        skeleton
    }
}

/// The length of `\x` for a sign; a backslash before a line end is ours.
fn escape_end(rest: &str) -> Option<usize> {
    let next = rest.chars().nth(1)?;
    next.is_ascii_punctuation().then_some(2)
}

/// The end of `<https://…>` or `<a@b.id>` that begins at an offset.
fn address_end(text: &str, at: usize, ends: &Places) -> Option<usize> {
    let end = ends.next(at)?;
    let inner = text.get(at + 1..end)?;
    (text.as_bytes().get(end) == Some(&b'>') && inner.contains([':', '@'])).then_some(end + 1)
}

/// Where certain characters stand, so that the next one is found at once.
struct Places(Vec<usize>);

impl Places {
    /// The places of `is`; every such character begins with a byte that is one of `first`.
    fn of(text: &str, first: impl Fn(u8) -> bool, is: impl Fn(char) -> bool) -> Self {
        let bytes = text.bytes().enumerate().filter(|&(_, b)| first(b));
        let is_one = |at: &usize| {
            text.get(*at..)
                .and_then(|it| it.chars().next())
                .is_some_and(&is)
        };
        Self(bytes.map(|(at, _)| at).filter(is_one).collect())
    }

    /// The first place behind an offset.
    fn next(&self, at: usize) -> Option<usize> {
        self.0.get(self.0.partition_point(|&it| it <= at)).copied()
    }
}

enum Target {
    Closed(usize),
    Open,
}

/// The length of `(…)` behind a bracket, inner brackets balanced.
fn target_length(text: &str, at: usize) -> Option<Target> {
    let rest = text.get(at..)?.strip_prefix('(')?;
    let mut depth = 1_usize;
    for (offset, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(Target::Closed(offset + 2));
        }
    }
    Some(Target::Open)
}

/// Runs of backticks by their length, so that each finds its partner at once.
struct Backticks {
    by_length: BTreeMap<usize, Vec<usize>>,
}

impl Backticks {
    fn new(text: &str) -> Self {
        let mut by_length: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut at = 0;
        while let Some(found) = text.get(at..).and_then(|rest| rest.find('`')) {
            let start = at + found;
            let length = run_length(text, start);
            by_length.entry(length).or_default().push(start);
            at = start + length;
        }
        Self { by_length }
    }

    /// The end of the code span that begins here, or of the run when nothing closes it.
    fn end_of_code(&self, text: &str, at: usize) -> usize {
        let length = run_length(text, at);
        let starts = self
            .by_length
            .get(&length)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let next = starts.partition_point(|&start| start < at + length);
        starts.get(next).map_or(at, |start| *start) + length
    }
}

fn run_length(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.len() - rest.trim_start_matches('`').len()
}
