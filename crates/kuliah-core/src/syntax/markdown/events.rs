//! The events of the Markdown parser, with a limit to their nesting.

use std::iter::Peekable;
use std::ops::Range;

use kuliah_source::Message;
use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};

use super::super::{Parse, Source, error};
use super::refusal;

/// An event and its place in the text.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// A stream of events; it ends early where the nesting passes the limit, so that readers
/// may call themselves.
pub(super) struct Events<'a> {
    iter: Peekable<OffsetIter<'a>>,
    definitions: Vec<(String, Range<usize>)>,
    depth: usize,
    limit: usize,
    too_deep: Option<Range<usize>>,
}

impl<'a> Events<'a> {
    /// Starts to read a text.
    ///
    /// Attributes of headings and alerts are left to our own reading: the parser gives no
    /// places for the former and knows only marks of its own for the latter.
    pub(super) fn new(text: &'a str, limit: usize) -> Self {
        let options =
            Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_DEFINITION_LIST;
        let parser = Parser::new_ext(text, options);
        let mut definitions: Vec<_> = parser
            .reference_definitions()
            .iter()
            .map(|(label, definition)| (label.to_owned(), definition.span.clone()))
            .collect();
        definitions.sort_by_key(|(_, range)| range.start);
        Self {
            iter: parser.into_offset_iter().peekable(),
            definitions,
            depth: 0,
            limit,
            too_deep: None,
        }
    }

    /// The event to come.
    pub(super) fn peek(&mut self) -> Option<&Placed<'a>> {
        match self.too_deep {
            Some(_) => None,
            None => self.iter.peek(),
        }
    }

    /// Takes the event to come.
    pub(super) fn next(&mut self) -> Option<Placed<'a>> {
        self.peek()?;
        let (event, range) = self.iter.next()?;
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.depth > self.limit {
            self.too_deep = Some(range);
            return None;
        }
        Some((event, range))
    }

    /// Takes events up to the end of the block the stream is in, that end included.
    pub(super) fn skip_block(&mut self) {
        let mut open = 1_usize;
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
            if open == 0 {
                return;
            }
        }
    }

    /// Where the nesting passed the limit.
    pub(super) fn too_deep(&self) -> Option<Range<usize>> {
        self.too_deep.clone()
    }

    /// Reports the link definitions, which the parser takes out of the text.
    pub(super) fn report_definitions(&self, source: Source<'_>, parse: &mut Parse) {
        for (label, range) in &self.definitions {
            let written = source.text.get(range.clone()).unwrap_or_default();
            let span = source.span(range.start..range.start + written.trim_end().len());
            let is_citation =
                ["@", "-@"].iter().any(|sign| label.starts_with(sign)) || label.contains(" @");
            parse.diagnostics.push(if is_citation {
                let message = Message::new("syntax/swallowed-definition").with("label", &**label);
                error("syntax/swallowed-definition", span, message)
                    .help(Message::new("syntax/swallowed-definition.help"))
            } else {
                refusal::REFERENCE_LINK.at(span)
            });
        }
    }
}

/// Whether a tag stands inside a line of text.
pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// Whether an end belongs to a tag inside a line of text.
pub(super) fn is_inline_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
