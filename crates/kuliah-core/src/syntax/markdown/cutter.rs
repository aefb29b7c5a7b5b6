//! Cutting a text out of the source line by line, with a map of its places.
//!
//! The raw range of a paragraph holds what is none of its text: the `> ` of quotations and
//! the indentation of items, at the start of every line but the first.

use memchr::memchr3;

use super::super::{Source, TextMap};
use super::inline_text::InlineText;

/// The mark of a line break in inline text.
const HARD_BREAK: &str = "\\\n";

/// Builds an [`InlineText`] from pieces of the source, taken in order.
pub(super) struct Cutter<'a> {
    source: Source<'a>,
    /// How many `>` may stand before a line.
    quotes: usize,
    /// Whether `\|` is an escaped border of a cell.
    cell: bool,
    value: String,
    map: TextMap,
    start: usize,
    at: usize,
}

impl<'a> Cutter<'a> {
    /// Starts at an offset of the source.
    pub(super) fn new(source: Source<'a>, start: usize, quotes: usize, cell: bool) -> Self {
        Self {
            source,
            quotes,
            cell,
            value: String::new(),
            map: TextMap::default(),
            start,
            at: start,
        }
    }

    /// The length of what was taken so far.
    pub(super) fn len(&self) -> usize {
        self.value.len()
    }

    /// Where the text begins.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Takes everything up to an offset.
    pub(super) fn take(&mut self, end: usize) {
        while self.at < end {
            let rest = self.source.text.get(self.at..end).unwrap_or_default();
            let length = memchr3(b'\n', b'\r', b'\\', rest.as_bytes()).unwrap_or(rest.len());
            let special = rest.get(length..).unwrap_or_default();
            self.push(self.at, length);
            self.at += length;
            if special.is_empty() {
                self.at = end;
            } else if special.starts_with('\\') {
                let is_border = self.cell && special.starts_with("\\|");
                if !is_border {
                    self.push(self.at, 1);
                }
                self.at += 1;
            } else {
                // A line end inside a code span or a link, which is a blank.
                let length = if special.starts_with("\r\n") { 2 } else { 1 };
                self.soft_break(self.at, self.at + length, end);
            }
        }
    }

    /// Leaves out everything up to an offset.
    pub(super) fn leave_out(&mut self, start: usize, end: usize) {
        self.take(start);
        self.at = end;
        if self.value.is_empty() || self.value.ends_with([' ', '\t', '\n']) {
            let rest = self.source.text.get(end..).unwrap_or_default();
            self.at += rest.len() - rest.trim_start_matches([' ', '\t']).len();
        }
        if self.value.is_empty() {
            self.start = self.at;
        }
    }

    /// Ends a line with a blank. `next` is where the text goes on at the latest.
    pub(super) fn soft_break(&mut self, at: usize, end: usize, next: usize) {
        self.take(at);
        self.end_line(" ", at, end, next);
    }

    /// Ends a line with a line break. `next` is where the text goes on at the latest.
    pub(super) fn hard_break(&mut self, at: usize, end: usize, next: usize) {
        self.take(at);
        self.end_line(HARD_BREAK, at, end, next);
    }

    fn end_line(&mut self, mark: &str, at: usize, end: usize, next: usize) {
        self.truncate(self.value.trim_end_matches([' ', '\t']).len());
        if !self.value.is_empty() && !self.value.ends_with(HARD_BREAK) {
            self.insert(mark, at);
        }
        self.at = self.line_start(end, next);
        if self.value.is_empty() {
            self.start = self.at;
        }
    }

    /// Adds text that stands for something at an offset of the source.
    pub(super) fn insert(&mut self, text: &str, at: usize) {
        self.map.push(self.value.len(), self.source.base + at);
        self.value.push_str(text);
    }

    /// Puts a text from elsewhere between two marks in the place of a range.
    pub(super) fn replace(
        &mut self,
        start: usize,
        end: usize,
        text: &InlineText,
        marks: [&str; 2],
    ) {
        self.take(start);
        let [open, close] = marks;
        self.insert(open, start);
        let shift = self.value.len();
        for &(value, file) in text.map.pieces() {
            self.map.push(shift + value as usize, file as usize);
        }
        self.value.push_str(&text.value);
        self.insert(close, end.saturating_sub(1));
        self.at = end;
    }

    /// Ends the text at an offset.
    pub(super) fn finish(mut self, end: usize) -> InlineText {
        self.take(end);
        loop {
            let text = self.value.trim_end_matches([' ', '\t']);
            let text = text.strip_suffix(HARD_BREAK).unwrap_or(text);
            if text.len() == self.value.len() {
                break;
            }
            self.truncate(text.len());
        }
        InlineText {
            span: self.source.span(self.start.min(end)..end),
            value: self.value,
            map: self.map,
        }
    }

    fn truncate(&mut self, length: usize) {
        self.value.truncate(length);
        self.map.truncate(length);
    }

    fn push(&mut self, at: usize, length: usize) {
        if let Some(text) = self.source.text.get(at..at + length)
            && length > 0
        {
            self.map.push(self.value.len(), self.source.base + at);
            self.value.push_str(text);
        }
    }

    /// Where the text of a line begins, behind blanks and the marks of quotations.
    fn line_start(&self, line: usize, next: usize) -> usize {
        let mut left = self.quotes;
        let prefix = self.source.text.get(line..next).unwrap_or_default();
        let length = prefix.find(|c| match c {
            ' ' | '\t' => false,
            '>' if left > 0 => {
                left -= 1;
                false
            }
            _ => true,
        });
        line + length.unwrap_or(prefix.len())
    }
}
