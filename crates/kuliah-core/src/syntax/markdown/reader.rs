//! Events of the parser into blocks, each with its place.

use std::ops::Range;

use kuliah_source::{Diagnostic, Span};
use pulldown_cmark::{Event, Tag};

use super::super::{Parse, Source};
use super::code::Code;
use super::definitions::Definition;
use super::events::{Events, is_inline};
use super::footnotes::Footnotes;
use super::heading::Heading;
use super::inline_text::InlineText;
use super::line::Line;
use super::refusal;
use super::slips;
use super::table::Table;

/// A block of Markdown.
#[derive(Debug)]
pub(super) enum Block {
    Heading(Heading),
    Paragraph(Line),
    List(List),
    Quote {
        blocks: Vec<Block>,
        span: Span,
    },
    Table(Table),
    Code(Code),
    Definitions {
        entries: Vec<Definition>,
        span: Span,
    },
}

/// A list and what its items hold.
#[derive(Debug)]
pub(super) struct List {
    pub(super) ordered: bool,
    pub(super) items: Vec<(Vec<Block>, Span)>,
    pub(super) span: Span,
}

impl Block {
    /// Its place.
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Heading(heading) => heading.span,
            Self::Paragraph(line) => line.text.span,
            Self::List(list) => list.span,
            Self::Quote { span, .. } | Self::Definitions { span, .. } => *span,
            Self::Table(table) => table.span,
            Self::Code(code) => code.text.span,
        }
    }
}

/// Reads events up to the end of the block they stand in.
pub(super) struct Reader<'a, 'p> {
    pub(super) source: Source<'a>,
    pub(super) events: Events<'a>,
    pub(super) notes: &'p mut Footnotes,
    pub(super) parse: &'p mut Parse,
    /// How many quotations are open.
    pub(super) quotes: usize,
}

impl<'a, 'p> Reader<'a, 'p> {
    /// Makes a reader.
    pub(super) fn new(
        source: Source<'a>,
        events: Events<'a>,
        notes: &'p mut Footnotes,
        parse: &'p mut Parse,
    ) -> Self {
        Self {
            source,
            events,
            notes,
            parse,
            quotes: 0,
        }
    }

    /// Where the nesting passed the limit; what was read is to be thrown away then.
    pub(super) fn too_deep(&self) -> Option<Range<usize>> {
        self.events.too_deep()
    }

    /// Reads blocks up to the end of the one they stand in, that end included.
    pub(super) fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.peek() {
            match event {
                Event::Start(tag) if !is_inline(tag) => blocks.extend(self.block()),
                Event::End(_) => {
                    self.events.next();
                    break;
                }
                Event::Rule => {
                    let range = range.clone();
                    let span = self.trimmed(range);
                    self.events.next();
                    self.report(refusal::THEMATIC_BREAK.at(span));
                }
                // A tight item has its text without a paragraph around it.
                _ => blocks.extend(self.line(None).map(Block::Paragraph)),
            }
        }
        blocks
    }

    fn block(&mut self) -> Option<Block> {
        let (Event::Start(tag), range) = self.events.next()? else {
            return None;
        };
        let span = self.trimmed(range.clone());
        match tag {
            Tag::Paragraph => {
                let line = self.line(Some(range.start));
                self.events.skip_block();
                slips::report(self.source, &range, self.parse);
                line.map(Block::Paragraph)
            }
            Tag::Heading { level, .. } => self.heading(level, span).map(Block::Heading),
            Tag::BlockQuote(_) => {
                self.quotes += 1;
                let blocks = self.blocks();
                self.quotes -= 1;
                Some(Block::Quote { blocks, span })
            }
            Tag::List(start) => Some(Block::List(self.list(start, span))),
            Tag::Table(align) => Some(Block::Table(self.table(&align, span))),
            Tag::CodeBlock(kind) => Some(Block::Code(self.code(&kind, range))),
            Tag::DefinitionList => Some(self.definition_list(span)),
            Tag::HtmlBlock => {
                self.html_block(range);
                None
            }
            // Footnotes are read before all else; nothing else is asked for.
            _ => {
                self.events.skip_block();
                None
            }
        }
    }

    fn list(&mut self, start: Option<u64>, span: Span) -> List {
        if start.is_some_and(|start| start != 1) {
            self.report(refusal::LIST_START.at(span.at_start()));
        }
        let mut items = Vec::new();
        while let Some((event, range)) = self.events.next() {
            let Event::Start(Tag::Item) = event else {
                break;
            };
            let span = self.trimmed(range);
            items.push((self.blocks(), span));
        }
        List {
            ordered: start.is_some(),
            items,
            span,
        }
    }

    /// An empty text at an offset.
    pub(super) fn nothing(&self, at: usize) -> InlineText {
        InlineText {
            value: String::new(),
            map: super::super::TextMap::at(self.source.base + at),
            span: self.source.span(at..at),
        }
    }

    /// The place of a block, less the white space behind it.
    pub(super) fn trimmed(&self, range: Range<usize>) -> Span {
        let written = self.source.text.get(range.clone()).unwrap_or_default();
        self.source
            .span(range.start..range.start + written.trim_end().len())
    }

    /// Reports a fault.
    pub(super) fn report(&mut self, found: Diagnostic) {
        self.parse.diagnostics.push(found);
    }
}
