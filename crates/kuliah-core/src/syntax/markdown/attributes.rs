//! `{#id .class key=value}` at the end of a heading, caption, lead or image.

use std::ops::Range;

use kuliah_source::{Diagnostic, Message, Span};

use super::super::{Parse, error};
use super::inline_text::InlineText;
use crate::check::nearest;
use crate::synonyms;

/// The names of `name=value`.
const PAIRS: [&str; 2] = ["lines", "lang"];

/// What stands in such braces; every part knows its place.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    ids: Vec<InlineText>,
    classes: Vec<InlineText>,
    pairs: Vec<(InlineText, InlineText)>,
    words: Vec<InlineText>,
    span: Option<Span>,
}

/// Cuts attributes off the end of a text.
///
/// Braces without any `#id`, `.class` or `key=value` are text, such as `{count}`; so is the
/// language behind a bracket, `[text]{lang=en}`.
pub(super) fn split(text: &InlineText) -> (InlineText, Attributes) {
    let found = braces(&text.value).and_then(|range| {
        let attributes = Attributes::read(text, range.start + 1..range.end - 1)?;
        Some((range, attributes))
    });
    match found {
        Some((range, mut attributes)) => {
            let before = text.before(range.start);
            attributes.span = Some(text.span_of(range));
            (before, attributes)
        }
        None => (text.clone(), Attributes::default()),
    }
}

/// The braces a text ends in, escaped ones aside.
fn braces(text: &str) -> Option<Range<usize>> {
    let inner = text.strip_suffix('}').filter(|it| !ends_in_escape(it))?;
    let start = inner.rfind('{')?;
    let before = text.get(..start)?;
    let written = inner.get(start..)?;
    let is_language = before.ends_with(']') && written.starts_with("{lang=");
    let is_one_pair = !written.contains('}');
    (is_one_pair && !is_language && !ends_in_escape(before)).then_some(start..text.len())
}

/// Whether a text ends in a backslash that is not itself escaped.
fn ends_in_escape(text: &str) -> bool {
    let slashes = text.len() - text.trim_end_matches('\\').len();
    slashes % 2 == 1
}

impl Attributes {
    fn read(text: &InlineText, range: Range<usize>) -> Option<Self> {
        let mut read = Self::default();
        for token in tokens(&text.value, range) {
            let written = text.value.get(token.clone()).unwrap_or_default();
            let part = |from: usize| text.part(token.start + from..token.end);
            match (written.chars().next(), written.find('=')) {
                (Some('#'), _) if written.len() > 1 => read.ids.push(part(1)),
                (Some('.'), _) if written.len() > 1 => read.classes.push(part(1)),
                (_, Some(at)) if at > 0 => {
                    let name = text.part(token.start..token.start + at);
                    read.pairs.push((name, unquoted(&part(at + 1))));
                }
                _ => read.words.push(part(0)),
            }
        }
        let is_any = !(read.ids.is_empty() && read.classes.is_empty() && read.pairs.is_empty());
        is_any.then_some(read)
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.span.is_none()
    }

    /// Whether an id or a class is among them.
    pub(super) fn has_name(&self) -> bool {
        !(self.ids.is_empty() && self.classes.is_empty())
    }

    /// The place of the braces; `None` when there are none.
    pub(super) fn span(&self) -> Option<Span> {
        self.span
    }

    /// Whether a class is among them.
    pub(super) fn has_class(&self, name: &str) -> bool {
        self.classes.iter().any(|it| it.value == name)
    }

    /// The first class.
    pub(super) fn class(&self) -> Option<&str> {
        self.classes.first().map(|it| it.value.as_str())
    }

    /// Takes the first id.
    pub(super) fn take_id(&mut self) -> Option<InlineText> {
        (!self.ids.is_empty()).then(|| self.ids.remove(0))
    }

    /// Takes the first class that fits.
    pub(super) fn take_class(&mut self, fits: impl Fn(&str) -> bool) -> Option<InlineText> {
        let at = self.classes.iter().position(|it| fits(&it.value))?;
        Some(self.classes.remove(at))
    }

    /// Takes the value of a key.
    pub(super) fn take(&mut self, key: &str) -> Option<InlineText> {
        let at = self.pairs.iter().position(|(name, _)| name.value == key)?;
        Some(self.pairs.remove(at).1)
    }

    /// Reports whatever was not taken.
    pub(super) fn refuse(self, parse: &mut Parse) {
        let ids = self
            .ids
            .into_iter()
            .map(|it| (format!("#{}", it.value), it.span));
        let classes = self
            .classes
            .into_iter()
            .map(|it| (format!(".{}", it.value), it.span));
        let pairs = self
            .pairs
            .into_iter()
            .map(|(name, _)| (name.value, name.span));
        let words = self.words.into_iter().map(|it| (it.value, it.span));
        for (name, span) in ids.chain(classes).chain(pairs).chain(words) {
            parse.diagnostics.push(unknown(&name, span));
        }
    }
}

/// The finding about an attribute that means nothing where it stands.
pub(super) fn unknown(name: &str, span: Span) -> Diagnostic {
    let message = Message::new("schema/unknown-key.attribute").with("name", name);
    let found = error("schema/unknown-key", span, message);
    let near = match name.strip_prefix('.') {
        Some(class) => synonyms::class(class)
            .filter(|it| *it != class)
            .map(|it| format!(".{it}")),
        None if name.starts_with('#') => None,
        None => match synonyms::class(name) {
            Some(class) => Some(format!(".{class}")),
            None => nearest(name, PAIRS.into_iter())
                .filter(|it| *it != name)
                .map(str::to_owned),
        },
    };
    found.help(match near {
        Some(near) => Message::new("schema/unknown-key.help-near").with("near", near),
        None => Message::new("schema/unknown-key.attribute.help"),
    })
}

/// The parts of a range between blanks; a value in quotes may hold blanks.
fn tokens(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let inner = text.get(range.clone()).unwrap_or_default();
    let mut tokens = Vec::new();
    let mut start = None;
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in inner.char_indices() {
        let at = range.start + at;
        match quote {
            Some(open) if open == c => quote = None,
            Some(_) => {}
            None if c.is_whitespace() => tokens.extend(start.take().map(|start| start..at)),
            None => {
                start.get_or_insert(at);
                if before == '=' && matches!(c, '"' | '\'') {
                    quote = Some(c);
                }
            }
        }
        before = c;
    }
    tokens.extend(start.map(|start| start..range.end));
    tokens
}

fn unquoted(text: &InlineText) -> InlineText {
    let value = &text.value;
    let is_quoted = ['"', '\'']
        .iter()
        .any(|&quote| value.len() > 1 && value.starts_with(quote) && value.ends_with(quote));
    if is_quoted {
        return text.part(1..value.len() - 1);
    }
    text.clone()
}

#[cfg(test)]
mod tests {
    use kuliah_source::FileId;

    use super::super::super::TextMap;
    use super::*;

    fn read(text: &str) -> (String, Attributes) {
        let text = InlineText {
            value: text.to_owned(),
            map: TextMap::at(0),
            span: Span::new(FileId::FIRST, 0..text.len()),
        };
        let (rest, attributes) = split(&text);
        (rest.value, attributes)
    }

    #[test]
    fn parts_are_told_apart() {
        let (rest, mut read) = read("a {#b .c d=6 e=\"f g\" .h i}");
        assert_eq!(rest, "a");
        assert_eq!(read.take_id().map(|it| it.value), Some("b".to_owned()));
        assert!(read.take_id().is_none());
        let class = read.take_class(|it| it != "c").map(|it| it.span.range());
        assert_eq!(class, Some(Some(22..23)));
        assert_eq!(read.take("d").map(|it| it.value), Some("6".to_owned()));
        assert_eq!(read.take("e").map(|it| it.value), Some("f g".to_owned()));
        assert!(read.has_class("c") && !read.has_class("h"));
    }

    #[test]
    fn other_braces_are_text() {
        for text in [
            "{count:roles}",
            "[a]{lang=en}",
            "a \\{#b}",
            "{}",
            "{#}",
            "{.}",
            "{a b}",
            "{=a}",
            "a}",
            "`{#a}`",
        ] {
            let (rest, read) = read(text);
            assert_eq!(rest, text);
            assert!(read.is_empty());
        }
    }
}
