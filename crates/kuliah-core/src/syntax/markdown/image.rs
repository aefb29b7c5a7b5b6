//! An image and what is written in its brackets.

use std::ops::Range;

use kuliah_source::Span;
use pulldown_cmark::{Event, LinkType};

use super::super::TextMap;
use super::attributes::{self, Attributes};
use super::cutter::Cutter;
use super::inline_text::InlineText;
use super::reader::Reader;

/// `![alt](src "caption"){#id}`.
#[derive(Debug)]
pub(super) struct Image {
    /// Its file; `None` when it is named by a reference.
    pub(super) src: Option<InlineText>,
    /// What is to be seen, without markup.
    pub(super) alt: InlineText,
    pub(super) caption: Option<InlineText>,
    pub(super) attributes: Attributes,
    pub(super) span: Span,
}

impl Reader<'_, '_> {
    /// Reads an image whose start was taken.
    pub(super) fn image(&mut self, range: Range<usize>, kind: LinkType, target: String) -> Image {
        let (alt, alt_end) = self.alt(&range);
        let mut image = Image {
            src: None,
            alt,
            caption: None,
            attributes: Attributes::default(),
            span: self.source.span(range.clone()),
        };
        let written = self.source.text.get(alt_end..range.end).unwrap_or_default();
        let Some(parts) = Parts::of(written).filter(|_| kind == LinkType::Inline) else {
            return image;
        };
        let at = |range: Range<usize>| alt_end + range.start..alt_end + range.end;
        let place = at(parts.target);
        let raw = self.source.text.get(place.clone()).unwrap_or_default();
        image.src = Some(InlineText {
            map: TextMap::follow(&target, raw, self.source.base + place.start),
            value: target,
            span: self.source.span(place),
        });
        image.caption = parts.title.map(at).map(|title| {
            let cutter = Cutter::new(self.source, title.start, self.quotes, false);
            cutter.finish(title.end)
        });
        image
    }

    /// Reads the alternative text and the end of the image; gives the former's end, too.
    fn alt(&mut self, range: &Range<usize>) -> (InlineText, usize) {
        let base = self.source.base;
        let mut end = range.start + "![".len();
        let start = end;
        let (mut value, mut map) = (String::new(), TextMap::default());
        let mut open = 1_usize;
        while let Some((event, place)) = self.events.next() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                Event::Text(text) | Event::Code(text) => {
                    map.push(value.len(), base + place.start);
                    value.push_str(&text);
                }
                Event::SoftBreak | Event::HardBreak => {
                    map.push(value.len(), base + place.start);
                    value.push(' ');
                }
                _ => {}
            }
            if open == 0 {
                break;
            }
            end = end.max(place.end);
        }
        let span = self.source.span(start..end);
        (InlineText { value, map, span }, end)
    }
}

/// Where file and title stand in `](src "title")`.
#[derive(Debug, PartialEq)]
struct Parts {
    target: Range<usize>,
    title: Option<Range<usize>>,
}

impl Parts {
    fn of(text: &str) -> Option<Self> {
        let open = text.find("](")? + 2;
        let close = text.strip_suffix(')')?.len();
        let start = open + blank(text.get(open..close)?);
        let rest = text.get(start..close)?;
        let (target, behind) = if rest.starts_with('<') {
            let length = end_of(rest.get(1..)?, |c| c == '>');
            (start + 1..start + 1 + length, start + 1 + length + 1)
        } else {
            let length = end_of(rest, char::is_whitespace);
            (start..start + length, start + length)
        };
        let rest = text.get(behind..close).unwrap_or_default();
        let title = rest.trim_end();
        let lead = blank(title);
        let title = (title.len() >= lead + 2).then(|| behind + lead + 1..behind + title.len() - 1);
        Some(Self { target, title })
    }
}

/// The length of what stands before a title: blanks, line ends and marks of quotations.
fn blank(text: &str) -> usize {
    let is_blank = |c: char| c.is_whitespace() || c == '>';
    text.len() - text.trim_start_matches(is_blank).len()
}

/// The offset of the first unescaped character of a kind; the length when there is none.
fn end_of(text: &str, is_it: impl Fn(char) -> bool) -> usize {
    let mut escaped = false;
    text.find(|c| {
        let found = !escaped && is_it(c);
        escaped = !escaped && c == '\\';
        found
    })
    .unwrap_or(text.len())
}

/// Gives an image the attributes behind it. `false` when anything else stands there.
pub(super) fn take_attributes(image: &mut Image, text: &InlineText, end: usize) -> bool {
    let behind = text.behind(end);
    if image.src.is_none() {
        return false;
    }
    if behind.is_empty() {
        return true;
    }
    let (rest, attributes) = attributes::split(&behind);
    image.attributes = attributes;
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_and_title_are_found() {
        for (text, target, title) in [
            ("](a.svg)", "a.svg", None),
            ("](a.svg \"b\")", "a.svg", Some("b")),
            ("]( a\\ b.svg  'b (c)' )", "a\\ b.svg", Some("b (c)")),
            ("](<a b.svg> (c))", "a b.svg", Some("c")),
            ("](a.svg\n> \"c\nd\")", "a.svg", Some("c\nd")),
            ("]()", "", None),
        ] {
            let parts = Parts::of(text).expect("parts");
            assert_eq!(text.get(parts.target), Some(target), "{text}");
            assert_eq!(parts.title.and_then(|it| text.get(it)), title, "{text}");
        }
        assert_eq!(Parts::of("][x]"), None);
    }
}
