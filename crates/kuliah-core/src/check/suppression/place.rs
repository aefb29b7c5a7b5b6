//! Which bytes of a file a comment covers, and which to delete to be rid of it.

use std::ops::Range;

use kuliah_source::{LineIndex, Span};

use crate::syntax::{Comment, Data, Node, Tree};

/// The lines and the values of a file.
pub(super) struct Places<'a> {
    text: &'a str,
    lines: LineIndex,
    /// Texts of several lines: where the key or the text begins, and where the text ends.
    texts: Vec<Range<usize>>,
    /// The line of the last comment asked for, and what it covers.
    below: Option<(usize, Range<usize>)>,
}

/// How comments are written.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
enum Style {
    /// `<!-- … -->`
    Markdown,
    /// `# …`
    Hash,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str, tree: Option<&Tree>) -> Self {
        let lines = LineIndex::new(text);
        let mut texts = Vec::new();
        if let Some(tree) = tree {
            gather(&tree.root, text, &mut texts);
            texts.sort_by_key(|it| it.start);
        }
        Self {
            text,
            lines,
            texts,
            below: None,
        }
    }

    /// What a comment covers, and what to delete to be rid of it.
    ///
    /// Comments are to be asked for from the last to the first.
    pub(super) fn of(&mut self, comment: &Comment) -> (Range<usize>, Span) {
        let Some(range) = comment.span.range() else {
            return (0..0, comment.span);
        };
        let written = self.text.get(range.clone()).unwrap_or_default();
        let style = if written.starts_with('#') {
            Style::Hash
        } else {
            Style::Markdown
        };
        let line = self.line_at(range.start);
        let before = self.line(line);
        let before = self.text.get(before.start..range.start).unwrap_or_default();
        let is_alone = before.chars().all(|c| c.is_whitespace() || c == '>');
        let covered = if is_alone {
            let covered = self.below(self.line_at(range.end.saturating_sub(1)), style);
            self.below = Some((line, covered.clone()));
            covered
        } else {
            self.with_text(self.line(line))
        };
        (covered, self.deletion(comment, &range, is_alone))
    }

    /// The number of the line that holds an offset, from 1.
    fn line_at(&self, offset: usize) -> usize {
        self.lines.line_of(offset)
    }

    /// The bytes of a line, without its end; nothing behind the last.
    fn line(&self, line: usize) -> Range<usize> {
        let end = self.text.len()..self.text.len();
        self.lines.line_range(self.text, line).unwrap_or(end)
    }

    fn words(&self, line: usize) -> &'a str {
        let words = self.text.get(self.line(line)).unwrap_or_default();
        words.trim_matches(|c: char| c.is_whitespace() || c == '>')
    }

    /// What stands below a line with nothing but a comment.
    fn below(&self, line: usize, style: Style) -> Range<usize> {
        let mut at = line + 1;
        while at <= self.lines.lines() {
            let words = self.words(at);
            if let Some((known, covered)) = &self.below
                && *known == at
            {
                return covered.clone();
            }
            let is_comment = match style {
                Style::Markdown => words.starts_with("<!--"),
                Style::Hash => words.starts_with('#'),
            };
            if !words.is_empty() && !is_comment {
                break;
            }
            at += 1;
        }
        match style {
            Style::Markdown => self.block(at),
            Style::Hash => self.with_text(self.line(at)),
        }
    }

    /// The heading, or the lines up to a blank one or a comment, that begin at a line.
    fn block(&self, first: usize) -> Range<usize> {
        let mut last = first;
        if !self.words(first).starts_with('#') {
            while last < self.lines.lines() {
                let next = self.words(last + 1);
                if next.is_empty() || next.starts_with("<!--") {
                    break;
                }
                last += 1;
            }
        }
        self.line(first).start..self.line(last).end
    }

    /// A line, and the text of several lines that begins on it.
    fn with_text(&self, line: Range<usize>) -> Range<usize> {
        let from = self.texts.partition_point(|it| it.start < line.start);
        let texts = self.texts.get(from..).unwrap_or_default();
        let on_line = texts.iter().take_while(|it| it.start < line.end);
        let end = on_line.map(|it| it.end).max();
        line.start..end.unwrap_or(line.end).max(line.end)
    }

    /// The comment with the blanks before it; with its line, where that would be left blank and
    /// parts nothing.
    fn deletion(&self, comment: &Comment, range: &Range<usize>, is_alone: bool) -> Span {
        let Some(file) = comment.span.file() else {
            return comment.span;
        };
        let (first, last) = (self.line_at(range.start), self.line_at(range.end - 1));
        let whole = self.line(first).start..self.line(last).end;
        let before = self.text.get(whole.start..range.start).unwrap_or_default();
        let start = whole.start + before.trim_end().len();
        let behind = self.text.get(range.end..whole.end).unwrap_or_default();
        if !is_alone || !behind.trim().is_empty() || !before.trim().is_empty() {
            return Span::new(file, start..range.end);
        }
        let above = if first > 1 { self.words(first - 1) } else { "" };
        let below = self.words(last + 1);
        // Two paragraphs, which without a line between them would be one.
        let parts = !above.is_empty() && !below.is_empty() && !below.starts_with('#');
        let is_markdown = !self
            .text
            .get(range.clone())
            .unwrap_or_default()
            .starts_with('#');
        if is_markdown && parts {
            return Span::new(file, start..range.end);
        }
        let next = self.line(last + 1).start;
        Span::new(file, whole.start..next.max(whole.end))
    }
}

/// Texts of several lines, from the key they stand under, or from the mark before them on: the
/// words of a block scalar begin a line below it.
fn gather(root: &Node, text: &str, out: &mut Vec<Range<usize>>) {
    let mut stack = vec![(root, None)];
    while let Some((node, key)) = stack.pop() {
        match &node.data {
            Data::Map(entries) => {
                stack.extend(
                    entries
                        .iter()
                        .map(|(key, node)| (node, Some(key.span.start()))),
                );
            }
            Data::Seq(items) => stack.extend(items.iter().map(|node| (node, None))),
            Data::Str(_) => {
                let before = text.get(..node.span.start()).unwrap_or_default();
                let mark = before.trim_end().len().saturating_sub(1);
                let range = key.unwrap_or(mark)..node.span.end();
                let written = text.get(range.clone()).unwrap_or_default();
                if written.contains('\n') {
                    out.push(range);
                }
            }
            _ => {}
        }
    }
}
