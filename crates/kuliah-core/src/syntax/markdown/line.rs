//! The inline events of one block into its text.

use std::ops::Range;

use kuliah_source::Span;
use pulldown_cmark::{Event, Tag};

use super::cutter::Cutter;
use super::events::{is_inline, is_inline_end};
use super::image::{self, Image};
use super::inline_text::InlineText;
use super::reader::Reader;
use super::{comments, refusal};

/// The text of a block that holds no blocks.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) text: InlineText,
    pub(super) image: Option<Image>,
}

impl Reader<'_, '_> {
    /// Reads the text of a block whose text begins at `start`, or else at its first event.
    ///
    /// Stops in front of the end of the block, or of a block inside it. `None` when there is
    /// nothing in it, or comments alone.
    pub(super) fn line(&mut self, start: Option<usize>) -> Option<Line> {
        self.cut(start, false)
    }

    /// Reads a text that may not be an image.
    pub(super) fn plain_line(&mut self) -> Option<InlineText> {
        let line = self.cut(None, false)?;
        self.refuse_image(line.image.as_ref());
        Some(line.text)
    }

    /// Reads the text of a cell, in which `\|` is a `|`.
    pub(super) fn cell(&mut self) -> Option<InlineText> {
        let line = self.cut(None, true)?;
        self.refuse_image(line.image.as_ref());
        Some(line.text)
    }

    /// Reports an image where text alone may stand.
    pub(super) fn refuse_image(&mut self, image: Option<&Image>) {
        if let Some(image) = image {
            self.report(refusal::IMAGE.at(image.span));
        }
    }

    fn cut(&mut self, start: Option<usize>, cell: bool) -> Option<Line> {
        let first = self.events.peek()?.1.start;
        let start = start.unwrap_or_else(|| self.with_backslash(first));
        let mut cutter = Cutter::new(self.source, start, self.quotes, cell);
        let mut end = start;
        let mut images = Vec::new();
        let mut bracket = None;
        while let Some((event, range)) = self.events.peek() {
            match event {
                Event::Start(tag) if !is_inline(tag) => break,
                Event::End(tag) if !is_inline_end(*tag) => break,
                Event::Rule => break,
                _ => {}
            }
            end = end.max(range.end);
            let Some((event, range)) = self.events.next() else {
                break;
            };
            match event {
                Event::SoftBreak => {
                    let next = self.next_start(range.end);
                    cutter.soft_break(range.start, range.end, next);
                }
                Event::HardBreak => {
                    let next = self.next_start(range.end);
                    cutter.hard_break(range.start, range.end, next);
                }
                Event::InlineHtml(html) if html.starts_with("<!--") => {
                    self.comment(&html, range.clone());
                    cutter.leave_out(range.start, range.end);
                }
                Event::FootnoteReference(label) => {
                    let span = self.source.span(range.clone());
                    if let Some(note) = self.notes.refer(&label, span, self.parse) {
                        cutter.replace(range.start, range.end, &note, ["^[", "]"]);
                    }
                }
                Event::Start(Tag::Image {
                    link_type,
                    dest_url,
                    ..
                }) => {
                    let image = self.image(range.clone(), link_type, dest_url.into_string());
                    end = end.max(range.end);
                    let is_first = images.is_empty() && cutter.len() == 0;
                    let is_first = is_first && range.start == cutter.start();
                    cutter.take(range.end);
                    images.push((image, is_first.then(|| cutter.len())));
                }
                Event::Text(_) => {
                    let open = bracket == Some(range.start);
                    bracket = self.bracket_end(&range);
                    if open {
                        self.refuse_unknown_note(&range);
                    }
                }
                _ => {}
            }
        }
        let text = cutter.finish(end);
        let image = self.only_image(&text, images);
        (!text.is_empty()).then_some(Line { text, image })
    }

    /// The one image a text consists of, attributes behind it read; others are reported.
    fn only_image(
        &mut self,
        text: &InlineText,
        mut images: Vec<(Image, Option<usize>)>,
    ) -> Option<Image> {
        if let [(image, Some(end))] = images.as_mut_slice()
            && image::take_attributes(image, text, *end)
        {
            return images.pop().map(|(image, _)| image);
        }
        for (image, _) in &images {
            self.report(refusal::IMAGE.at(image.span));
        }
        None
    }

    fn comment(&mut self, html: &str, range: Range<usize>) {
        let span = self.source.span(range);
        self.parse.comments.push(comments::comment(html, span));
    }

    /// Where the next event begins, at the latest behind `at`.
    fn next_start(&self, at: usize) -> usize {
        self.events.peek().map_or(at, |(_, range)| range.start)
    }

    /// The parser gives an escaped sign the place behind its backslash.
    fn with_backslash(&self, start: usize) -> usize {
        let before = self.source.text.get(..start).unwrap_or_default();
        start - usize::from(before.ends_with('\\'))
    }

    /// The end of a text that is an opening bracket alone.
    fn bracket_end(&self, range: &Range<usize>) -> Option<usize> {
        let is_bracket = self.source.text.get(range.clone()) == Some("[");
        let is_escaped = self.with_backslash(range.start) < range.start;
        (is_bracket && !is_escaped).then_some(range.end)
    }

    /// Reports `[^label]` that the parser did not take for a footnote.
    fn refuse_unknown_note(&mut self, range: &Range<usize>) {
        let rest = self.source.text.get(range.start..).unwrap_or_default();
        let label = rest
            .strip_prefix('^')
            .and_then(|rest| rest.split(['[', ']', '\n', '\r']).next())
            .unwrap_or_default();
        let end = range.start + 1 + label.len();
        let is_closed = self
            .source
            .text
            .get(end..)
            .is_some_and(|rest| rest.starts_with(']'));
        if !label.trim().is_empty() && is_closed {
            let span: Span = self.source.span(range.start - 1..end + 1);
            self.report(refusal::FOOTNOTE_UNKNOWN.with("label", label).at(span));
        }
    }
}
