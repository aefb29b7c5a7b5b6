//! Comments, and the blocks of HTML they come in.

use std::ops::Range;

use kuliah_source::{Message, Span};
use pulldown_cmark::Event;

use super::super::{Comment, TextMap, error};
use super::inline_text::InlineText;
use super::reader::Reader;
use super::refusal;

/// Makes a comment of its HTML.
pub(super) fn comment(html: &str, span: Span) -> Comment {
    let text = html.strip_prefix("<!--").unwrap_or(html);
    let text = text.strip_suffix("-->").unwrap_or_default();
    Comment {
        text: text.trim().to_owned(),
        span,
    }
}

impl Reader<'_, '_> {
    /// Reads a block of HTML whose start was taken: comments are kept, all else is reported.
    pub(super) fn html_block(&mut self, range: Range<usize>) {
        let html = self.html(range);
        let mut at = 0;
        while let Some(rest) = html.value.get(at..) {
            at += rest.len() - rest.trim_start().len();
            let rest = rest.trim_start();
            if rest.is_empty() {
                return;
            }
            let Some(inner) = rest.strip_prefix("<!--") else {
                let end = html.value.trim_end().len();
                let is_text = at > 0 && !rest.starts_with('<');
                let refusal = if is_text {
                    refusal::TEXT_AFTER_COMMENT
                } else {
                    refusal::HTML
                };
                self.report(refusal.at(html.span_of(at..end)));
                return;
            };
            let Some(length) = inner.find("-->") else {
                let span = html.span_of(at..at + "<!--".len());
                let found = error("syntax/parse", span, Message::new("syntax/parse.comment"))
                    .help(Message::new("syntax/parse.comment.help"));
                self.report(found);
                return;
            };
            let end = at + "<!--".len() + length + "-->".len();
            let written = html.value.get(at..end).unwrap_or_default();
            let span = html.span_of(at..end);
            self.parse.comments.push(comment(written, span));
            at = end;
        }
    }

    fn html(&mut self, range: Range<usize>) -> InlineText {
        let (mut value, mut map) = (String::new(), TextMap::default());
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Html(text) | Event::Text(text) => {
                    map.push(value.len(), self.source.base + range.start);
                    value.push_str(&text);
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        let span = self.source.span(range);
        InlineText { value, map, span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_are_no_part_of_a_comment() {
        for (html, text) in [
            ("<!-- a -->", "a"),
            ("<!---->", ""),
            ("<!-->", ""),
            ("<!--a-b-->", "a-b"),
        ] {
            assert_eq!(comment(html, Span::DETACHED).text, text, "{html}");
        }
    }
}
