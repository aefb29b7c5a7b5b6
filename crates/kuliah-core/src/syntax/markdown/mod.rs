//! Markdown with YAML front matter into the same tree the other front ends build.
//!
//! 1. [`front_matter`] cuts the file in two and reads the YAML;
//! 2. [`footnotes`] gathers the footnotes;
//! 3. [`reader`] makes blocks of the parser's events, each text cut out of the source with a
//!    map of its places;
//! 4. [`builder`] makes sections, roles and lists of the blocks.

mod attributes;

mod brackets;
mod builder;
mod citation;
mod code;
mod comments;
mod cutter;
mod definitions;
mod events;
mod exercise;
mod fields;
mod footnotes;
mod front_matter;
mod heading;
mod image;
mod inline_text;
mod line;
mod list;
mod paragraph;
mod quote;
mod reader;
mod refusal;
mod slips;
mod table;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use super::limits::{Limits, exceeded};
use super::{Data, Key, Node, Parse, Source};
use builder::Builder;
use events::Events;
use footnotes::Footnotes;
use front_matter::FrontMatter;
use reader::Reader;

/// Reads a course in Markdown.
///
/// `None` when the front matter is broken or blocks are nested too deeply; faults of the
/// text are reported even then.
pub(super) fn parse(source: Source<'_>, limits: &Limits, parse: &mut Parse) -> Option<Node> {
    let (front, body) = match front_matter::split(source) {
        FrontMatter::Absent => (Some(Vec::new()), source),
        FrontMatter::Open(span) => {
            parse.diagnostics.push(front_matter::open(span));
            return None;
        }
        FrontMatter::Found { yaml, body } => (front_matter::read(yaml, limits, parse), body),
    };
    let known = parse.diagnostics.len();
    let sections = sections(body, limits, parse);
    if let Some(found) = parse.diagnostics.get_mut(known..) {
        found.sort_by_key(kuliah_source::Diagnostic::span);
    }
    parse.comments.sort_by_key(|it| it.span);
    let mut root = front?;
    let sections = sections?;
    let span = body.span(0..body.text.trim_end().len());
    root.push((
        Key::new("sections", span.at_start()),
        Node::new(Data::Seq(sections), span),
    ));
    let whole = source.span(0..source.text.len());
    Some(Node::new(Data::Map(root), whole))
}

/// The sections of the text below the front matter; `None` when it is nested too deeply.
fn sections(body: Source<'_>, limits: &Limits, parse: &mut Parse) -> Option<Vec<Node>> {
    let mut notes = Footnotes::default();
    let mut events = Events::new(body.text, limits.depth);
    if footnotes::may_be_in(body.text) {
        footnotes::gather(body, &mut events, &mut notes, parse);
    }
    let mut blocks = Vec::new();
    let mut too_deep = events.too_deep();
    if too_deep.is_none() {
        events.report_definitions(body, parse);
        let mut reader = Reader::new(body, events, &mut notes, parse);
        blocks = reader.blocks();
        too_deep = reader.too_deep();
    }
    if let Some(range) = too_deep {
        let span = body.span(range.start..range.start);
        let found = exceeded("depth", limits.depth, limits.depth + 1, span);
        parse.diagnostics.push(found);
        return None;
    }
    notes.report_unused(parse);
    Some(Builder::new(parse).sections(blocks))
}
