//! Code blocks, fenced and indented.

use std::ops::Range;

use kuliah_source::Message;
use pulldown_cmark::{CodeBlockKind, Event};

use super::super::{Node, TextMap, error};
use super::attributes::{self, Attributes};
use super::builder::{Blocks, Builder};
use super::fields::Fields;
use super::inline_text::InlineText;
use super::reader::Reader;

/// A code block.
#[derive(Debug)]
pub(super) struct Code {
    /// The words behind the opening fence, less the attributes.
    info: InlineText,
    attributes: Attributes,
    /// The lines, joined by LF and without one at the end.
    pub(super) text: InlineText,
}

impl Reader<'_, '_> {
    /// Reads a code block whose start was taken.
    pub(super) fn code(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) -> Code {
        let (mut value, mut map) = (String::new(), TextMap::default());
        while let Some((event, place)) = self.events.next() {
            match event {
                Event::Text(text) => {
                    map.push(value.len(), self.source.base + place.start);
                    value.push_str(&text);
                }
                _ => break,
            }
        }
        if value.ends_with('\n') {
            value.pop();
        }
        let span = self.trimmed(range.clone());
        let text = InlineText { value, map, span };
        let info = match kind {
            CodeBlockKind::Fenced(_) => self.fence(range),
            CodeBlockKind::Indented => self.nothing(range.start),
        };
        let (info, attributes) = attributes::split(&info);
        Code {
            info,
            attributes,
            text,
        }
    }

    /// The words behind the opening fence. Reports a fence that is never closed, since it
    /// takes the rest of the course in.
    fn fence(&mut self, range: Range<usize>) -> InlineText {
        let written = self.source.text.get(range.clone()).unwrap_or_default();
        let first = written.split(['\n', '\r']).next().unwrap_or_default();
        let sign = if first.starts_with('~') { '~' } else { '`' };
        let length = first.len() - first.trim_start_matches(sign).len();
        let last = written
            .trim_end()
            .rsplit(['\n', '\r'])
            .next()
            .unwrap_or_default();
        let last = last.trim_start_matches([' ', '\t', '>']);
        let is_closed = written.trim_end().len() > first.len()
            && last.len() >= length
            && last.chars().all(|c| c == sign);
        let start = range.start;
        if !is_closed {
            let span = self.source.span(start..start + length);
            let found = error("syntax/parse", span, Message::new("syntax/parse.fence"))
                .help(Message::new("syntax/parse.fence.help"));
            self.report(found);
        }
        let text = InlineText {
            value: first.to_owned(),
            map: TextMap::at(self.source.base + start),
            span: self.source.span(start..start + first.len()),
        };
        text.behind(length)
    }
}

impl Builder<'_> {
    /// A code block, with the caption that follows it.
    pub(super) fn code(&mut self, mut code: Code, blocks: &mut Blocks) -> Node {
        let mut fields = Fields::default();
        let end = code
            .info
            .value
            .find(char::is_whitespace)
            .unwrap_or(code.info.value.len());
        let language = code.info.before(end);
        let rest = code.info.behind(end);
        fields.optional("id", code.attributes.take_id());
        if !language.is_empty() {
            fields.text("language", language);
        }
        if !rest.is_empty() {
            self.report(attributes::unknown(&rest.value, rest.span));
        }
        code.attributes.refuse(self.parse);
        let caption = Self::caption_below(blocks);
        let span = code.text.span;
        fields.text("text", code.text);
        self.caption(&mut fields, caption);
        Node::tagged("code", fields.into_node_from(span))
    }
}
