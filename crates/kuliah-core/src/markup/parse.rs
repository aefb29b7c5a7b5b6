//! Inline text into inlines: CommonMark by its parser, our own constructs put back in.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use kuliah_source::{Language, is_forbidden};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use crate::bytes::has_any;

use super::scan::{Construct, ConstructKind, scan};
use super::{Inline, InlineKind, Problem, ProblemKind};

/// Deepest nesting of marks within one text.
const MAX_DEPTH: usize = 32;

/// Stands in for every byte of a construct; a forbidden character, so never the author's.
const MASK: char = '\u{1f}';

/// Before the text, so that nothing in it is read as a heading, list or quotation.
const GUARD: &str = ". ";

/// Reads canonical text.
pub(super) fn parse(text: &str) -> (Vec<Inline>, Vec<Problem>) {
    let mut problems = Vec::new();
    let context = Context {
        depth: 0,
        in_footnote: false,
    };
    let inlines = content(text, 0..text.len(), context, &mut problems);
    problems.sort_by_key(|problem| problem.range.start);
    (inlines, problems)
}

#[derive(Copy, Clone)]
struct Context {
    depth: usize,
    in_footnote: bool,
}

fn content(
    text: &str,
    range: Range<usize>,
    context: Context,
    problems: &mut Vec<Problem>,
) -> Vec<Inline> {
    let base = range.start;
    let part = text.get(range.clone()).unwrap_or_default();
    if is_plain(part) {
        return plain(part, range);
    }
    if context.depth >= MAX_DEPTH {
        problems.push(Problem {
            kind: ProblemKind::Depth,
            range: range.clone(),
        });
        return plain(part, range);
    }
    let mut found = Vec::new();
    let constructs = scan(part, &mut found);
    problems.extend(found.into_iter().map(|it| Problem {
        range: it.range.start + base..it.range.end + base,
        ..it
    }));
    let mut reader = Reader {
        text,
        base,
        context,
        constructs: constructs
            .into_iter()
            .map(|it| (it.range.start, it))
            .collect(),
        open: vec![Vec::new()],
        problems,
    };
    let masked = mask(part, reader.constructs.values());
    let words = masked.get(GUARD.len()..).unwrap_or_default();
    if is_plain(words) && !words.contains('\n') && !words.ends_with([' ', '\t']) {
        reader.words(words, 0, words.len());
        return reader.open.into_iter().next().unwrap_or_default();
    }
    let mut starts = Vec::new();
    for (event, range) in Parser::new_ext(&masked, Options::empty()).into_offset_iter() {
        reader.event(event, &range, &mut starts);
    }
    reader.open.into_iter().next().unwrap_or_default()
}

/// Most texts hold no sign that could mean anything.
fn is_plain(text: &str) -> bool {
    // All of them are of ASCII, so that bytes say what characters would, and sooner.
    !has_any(text, *b"*_`[]<&\\@{$^!")
}

fn plain(text: &str, range: Range<usize>) -> Vec<Inline> {
    if text.is_empty() {
        return Vec::new();
    }
    vec![Inline {
        kind: InlineKind::Text(text.to_owned()),
        range,
    }]
}

fn mask<'a>(text: &str, constructs: impl Iterator<Item = &'a Construct>) -> String {
    let mut out = String::with_capacity(text.len() + GUARD.len());
    out.push_str(GUARD);
    let mut at = 0;
    for construct in constructs {
        out.push_str(text.get(at..construct.range.start).unwrap_or_default());
        out.extend(std::iter::repeat_n(MASK, construct.range.len()));
        at = construct.range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

struct Reader<'a> {
    text: &'a str,
    base: usize,
    context: Context,
    constructs: BTreeMap<usize, Construct>,
    open: Vec<Vec<Inline>>,
    problems: &'a mut Vec<Problem>,
}

/// What a mark was opened as.
enum Opened {
    Paragraph,
    Emphasis,
    Strong,
    Link { address: String },
    Image,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: &Range<usize>, starts: &mut Vec<Opened>) {
        // From the masked text to the whole.
        let local = range.start.saturating_sub(GUARD.len())..range.end.saturating_sub(GUARD.len());
        let whole = local.start + self.base..local.end + self.base;
        match event {
            Event::Start(tag) => self.start(tag, &whole, starts),
            Event::End(_) => self.end(starts, whole),
            Event::Text(text) => {
                let skipped = GUARD.len().saturating_sub(range.start).min(text.len());
                self.words(
                    text.get(skipped..).unwrap_or_default(),
                    local.start,
                    local.end,
                );
            }
            Event::Code(code) => {
                let code = self.unmasked(&code, &whole);
                self.push(InlineKind::Code(code), whole);
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                self.problem(ProblemKind::Html, whole.clone());
                let text = self.unmasked(&html, &whole);
                self.push(InlineKind::Text(text), whole);
            }
            Event::SoftBreak | Event::HardBreak => {
                self.push(InlineKind::Text(" ".to_owned()), whole);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, whole: &Range<usize>, starts: &mut Vec<Opened>) {
        starts.push(match tag {
            Tag::Emphasis => Opened::Emphasis,
            Tag::Strong => Opened::Strong,
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => Opened::Link {
                address: match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.into_string(),
                },
            },
            Tag::Image { .. } => {
                self.problem(ProblemKind::Image, whole.clone());
                Opened::Image
            }
            _ => Opened::Paragraph,
        });
        self.open.push(Vec::new());
    }

    fn end(&mut self, starts: &mut Vec<Opened>, whole: Range<usize>) {
        let content = self.open.pop().unwrap_or_default();
        let kind = match starts.pop() {
            Some(Opened::Emphasis) => InlineKind::Emphasis(content),
            Some(Opened::Strong) => InlineKind::Strong(content),
            Some(Opened::Link { address }) => match address.strip_prefix('#') {
                Some(target) => InlineKind::Reference {
                    target: target.to_owned(),
                    content,
                },
                None => InlineKind::Link { address, content },
            },
            _ => {
                if let Some(outer) = self.open.last_mut() {
                    outer.extend(content);
                }
                return;
            }
        };
        self.push(kind, whole);
    }

    fn push(&mut self, kind: InlineKind, range: Range<usize>) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        // The parser parts words at every sign that might have meant something.
        if let (InlineKind::Text(more), Some(last)) = (&kind, open.last_mut())
            && let InlineKind::Text(text) = &mut last.kind
        {
            text.push_str(more);
            last.range.end = range.end;
            return;
        }
        open.push(Inline { kind, range });
    }

    fn problem(&mut self, kind: ProblemKind, range: Range<usize>) {
        self.problems.push(Problem { kind, range });
    }

    /// Words, with constructs where they are masked.
    fn words(&mut self, text: &str, start: usize, end: usize) {
        if !text.contains(MASK) {
            if !text.is_empty() {
                let text = self.checked(text, start + self.base..end + self.base);
                self.push(InlineKind::Text(text), start + self.base..end + self.base);
            }
            return;
        }
        let mut rest = text;
        let mut at = start;
        while !rest.is_empty() {
            if let Some(construct) = self.constructs.remove(&at) {
                let length = construct.range.len();
                self.construct(construct);
                rest = rest.get(length..).unwrap_or_default();
                at += length;
                continue;
            }
            let length = rest.find(MASK).unwrap_or(rest.len()).max(1);
            let words = rest.get(..length).unwrap_or_default();
            let range = at + self.base..at + length + self.base;
            let words = self.checked(words, range.clone());
            self.push(InlineKind::Text(words), range);
            rest = rest.get(length..).unwrap_or_default();
            at += length;
        }
    }

    /// Characters that come from escapes such as `&#27;`.
    fn checked(&mut self, text: &str, range: Range<usize>) -> String {
        if !text.contains(is_forbidden) {
            return text.to_owned();
        }
        self.problem(ProblemKind::Forbidden, range);
        text.replace(is_forbidden, "\u{fffd}")
    }

    /// Code and HTML show what is masked in them as it was written.
    fn unmasked(&self, text: &str, range: &Range<usize>) -> String {
        let text = if text.contains(MASK) {
            let written = self.text.get(range.clone()).unwrap_or_default();
            Cow::Owned(written.trim_matches('`').trim().replace("\\\n", " "))
        } else {
            Cow::Borrowed(text)
        };
        text.replace(is_forbidden, "\u{fffd}")
    }

    fn construct(&mut self, construct: Construct) {
        let base = self.base;
        let shift = |range: Range<usize>| range.start + base..range.end + base;
        let range = shift(construct.range);
        let kind = match construct.kind {
            ConstructKind::Break => InlineKind::Break,
            ConstructKind::Count(count) => InlineKind::Count(count),
            ConstructKind::Citation(mut group) => {
                for item in &mut group.items {
                    item.range = shift(item.range.clone());
                    if let Some(via) = &mut item.via {
                        via.range = shift(via.range.clone());
                    }
                }
                InlineKind::Citation(group)
            }
            ConstructKind::Footnote { content: inner } => {
                if self.context.in_footnote {
                    self.problem(ProblemKind::NestedFootnote, range.clone());
                }
                InlineKind::Footnote(self.nested(shift(inner), true))
            }
            ConstructKind::Language {
                content: inner,
                tag,
            } => {
                let tag = shift(tag);
                let content = self.nested(shift(inner), self.context.in_footnote);
                let written = self.text.get(tag.clone()).unwrap_or_default();
                // Longer words are legal tags that no language has: "inggris".
                let is_short = written.split('-').next().is_some_and(|it| it.len() <= 3);
                if let (true, Ok(language)) = (is_short, Language::new(written)) {
                    InlineKind::Span { language, content }
                } else {
                    self.problem(ProblemKind::Language, tag);
                    if let Some(open) = self.open.last_mut() {
                        open.extend(content);
                    }
                    return;
                }
            }
        };
        self.push(kind, range);
    }

    fn nested(&mut self, range: Range<usize>, in_footnote: bool) -> Vec<Inline> {
        let context = Context {
            depth: self.context.depth + 1,
            in_footnote,
        };
        content(self.text, range, context, self.problems)
    }
}

#[cfg(test)]
mod tests;
