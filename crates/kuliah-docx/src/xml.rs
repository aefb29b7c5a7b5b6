//! A small ordered XML tree: read from a part, changed in place, written again.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The declaration every part opens with.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// An element, its attributes and children in document order.
///
/// Names carry their usual prefix (`w:p`); namespaces are not resolved.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
}

/// What an element holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Node {
    /// The element; `None` for text.
    pub(crate) fn element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) => None,
        }
    }
}

impl Element {
    /// An empty element.
    pub(crate) fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// Adds an attribute.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.set(name, value);
        self
    }

    /// Adds a child element.
    #[must_use]
    pub(crate) fn child(mut self, child: Element) -> Self {
        self.push(child);
        self
    }

    /// Adds text.
    #[must_use]
    pub(crate) fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// Adds a child element.
    pub(crate) fn push(&mut self, child: Element) {
        self.children.push(Node::Element(child));
    }

    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(it, _)| it == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Sets an attribute, in its old place when it has one.
    pub(crate) fn set(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        match self.attributes.iter_mut().find(|(it, _)| it == name) {
            Some((_, old)) => *old = value,
            None => self.attributes.push((name.to_owned(), value)),
        }
    }

    /// Takes an attribute away.
    pub(crate) fn remove(&mut self, name: &str) {
        self.attributes.retain(|(it, _)| it != name);
    }

    /// The child elements.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(Node::element)
    }

    /// The child elements, to be changed.
    pub(crate) fn elements_mut(&mut self) -> impl Iterator<Item = &mut Element> {
        self.children.iter_mut().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child element of that name.
    pub(crate) fn find(&self, name: &str) -> Option<&Element> {
        self.elements().find(|it| it.name == name)
    }

    /// The first element of that name anywhere below.
    pub(crate) fn descendant(&self, name: &str) -> Option<&Element> {
        self.elements().find_map(|it| {
            if it.name == name {
                Some(it)
            } else {
                it.descendant(name)
            }
        })
    }

    /// Writes the element as a whole part, with the XML declaration.
    pub(crate) fn to_part(&self) -> Vec<u8> {
        let mut out = String::from(DECLARATION);
        self.write(&mut out);
        out.into_bytes()
    }

    /// Writes the element and everything below.
    pub(crate) fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            out.push_str(&escape(value));
            out.push('"');
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for node in &self.children {
            match node {
                Node::Element(element) => element.write(out),
                Node::Text(text) => out.push_str(&escape(text)),
            }
        }
        out.push_str("</");
        out.push_str(&self.name);
        out.push('>');
    }
}

/// Escapes text for element content and double-quoted attributes alike.
///
/// Characters outside the `Char` production of XML 1.0 (section 2.2) are left out,
/// line ends and tabs become references, and the apostrophe stays as it is: Word
/// for Mac repairs files with `&apos;`.
pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    let plain = |c: char| is_char(c) && !matches!(c, '&' | '<' | '>' | '"' | '\t' | '\n' | '\r');
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars().filter(|&c| is_char(c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Reads a part; comments, processing instructions and the declaration are dropped.
///
/// # Errors
///
/// When the part is not well-formed, has no root, or refers to an entity that XML
/// does not define itself.
pub(crate) fn parse(part: &[u8]) -> Result<Element, quick_xml::Error> {
    let mut reader = Reader::from_reader(part);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event()? {
            Event::Start(tag) => open.push(element(&tag)?),
            Event::Empty(tag) => add(&mut open, element(&tag)?),
            Event::End(_) => {
                if let Some(done) = open.pop() {
                    add(&mut open, done);
                }
            }
            Event::Text(text) => add_text(&mut open, &text.decode()?),
            Event::CData(text) => add_text(&mut open, &text.decode()?),
            Event::GeneralRef(name) => {
                let reference = ["&", &name.decode()?, ";"].concat();
                add_text(&mut open, &quick_xml::escape::unescape(&reference)?);
            }
            Event::Eof => break,
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    let document = open.into_iter().next().unwrap_or_default();
    let root = document.children.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    root.ok_or_else(|| {
        let missing = std::io::Error::new(std::io::ErrorKind::InvalidData, "no root element");
        quick_xml::Error::from(missing)
    })
}

fn element(tag: &BytesStart<'_>) -> Result<Element, quick_xml::Error> {
    let mut element = Element::new(tag.decoder().decode(tag.name().as_ref())?);
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute?;
        let name = tag.decoder().decode(attribute.key.as_ref())?.into_owned();
        let raw = tag.decoder().decode(&attribute.value)?;
        let value = quick_xml::escape::unescape(&raw)?.into_owned();
        element.attributes.push((name, value));
    }
    Ok(element)
}

fn add(open: &mut [Element], child: Element) {
    if let Some(parent) = open.last_mut() {
        parent.push(child);
    }
}

fn add_text(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else {
        return;
    };
    match parent.children.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => parent.children.push(Node::Text(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip(source: &str) -> String {
        let mut out = String::new();
        parse(source.as_bytes())
            .expect("well-formed")
            .write(&mut out);
        out
    }

    #[test]
    fn what_is_read_is_written_again() {
        let source = r#"<w:p a="1" b="&lt;&quot;"><w:t>a &amp; b</w:t><w:br/></w:p>"#;
        assert_eq!(round_trip(source), source);
    }

    #[test]
    fn escapes_are_brought_into_one_form() {
        assert_eq!(
            round_trip("<a>it&apos;s &#65;<![CDATA[<b>]]></a>"),
            "<a>it's A&lt;b&gt;</a>"
        );
        assert_eq!(escape("a\u{b}\u{ffff}\tb"), "a&#9;b");
        assert_eq!(escape("tetap “utuh” 𝒳"), "tetap “utuh” 𝒳");
    }

    #[test]
    fn broken_xml_is_an_error() {
        for source in ["<a><b></a>", "<a>&unknown;</a>", "", "text"] {
            assert!(parse(source.as_bytes()).is_err(), "{source}");
        }
    }
}
