//! The events of the Markdown parser, with a limit to their nesting.

use std::ops::Range;
use std::vec::IntoIter;

use kuliah_source::Message;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use super::super::{Parse, Source, error};
use super::refusal;

/// An event and its place in the text.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// A footnote among the events.
pub(super) struct Note<'a> {
    pub(super) label: CowStr<'a>,
    pub(super) range: Range<usize>,
    /// What stands in it, its end included.
    pub(super) events: Events<'a>,
}

/// A stream of events; it ends early where the nesting passes the limit, so that readers
/// may call themselves.
pub(super) struct Events<'a> {
    iter: IntoIter<Placed<'a>>,
    definitions: Vec<(String, Range<usize>)>,
    depth: usize,
    limit: usize,
    too_deep: Option<Range<usize>>,
}

impl<'a> Events<'a> {
    /// Reads a text.
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
        let mut events = Vec::with_capacity(text.len() / USUAL_LENGTH);
        events.extend(parser.into_offset_iter());
        Self {
            iter: events.into_iter(),
            definitions,
            depth: 0,
            limit,
            too_deep: None,
        }
    }

    /// The footnotes of the text; the stream ends where it began if nothing is nested too deeply.
    pub(super) fn notes(&mut self) -> Vec<Note<'a>> {
        let mut notes = Vec::new();
        let all = self.iter.as_slice();
        let mut depth = 0;
        let mut skipped = 0;
        for (at, (event, range)) in all.iter().enumerate() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            if depth > self.limit {
                self.too_deep = Some(range.clone());
                break;
            }
            if let Event::Start(Tag::FootnoteDefinition(label)) = event
                && at >= skipped
            {
                let inside = all.get(at + 1..).unwrap_or_default();
                let inside = inside.get(..block_length(inside)).unwrap_or_default();
                let inside = inside.to_vec();
                skipped = at + 1 + inside.len();
                let events = Self {
                    iter: inside.into_iter(),
                    definitions: Vec::new(),
                    depth,
                    limit: self.limit,
                    too_deep: None,
                };
                let (label, range) = (label.clone(), range.clone());
                notes.push(Note {
                    label,
                    range,
                    events,
                });
            }
        }
        notes
    }

    /// The event to come.
    pub(super) fn peek(&self) -> Option<&Placed<'a>> {
        match self.too_deep {
            Some(_) => None,
            None => self.iter.as_slice().first(),
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

/// The usual length of what an event stands for.
const USUAL_LENGTH: usize = 16;

/// How many events there are up to the end of the block they stand in, that end included.
fn block_length(events: &[Placed<'_>]) -> usize {
    let mut open = 1_usize;
    let end = events.iter().position(|(event, _)| {
        match event {
            Event::Start(_) => open += 1,
            Event::End(_) => open -= 1,
            _ => {}
        }
        open == 0
    });
    end.map_or(events.len(), |end| end + 1)
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
