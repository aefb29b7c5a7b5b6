//! Parts of a template as XML, read with care: what is written again must be well-formed.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::TemplateError;
use super::archive::shown;
use crate::schema::NAMESPACES;
use crate::xml::{self, Element};

/// The deepest nesting; Word's own limit for tables is far below.
const DEEPEST: usize = 200;
/// The most elements of a part.
const MOST_ELEMENTS: usize = 400_000;
/// The most attributes of an element.
const MOST_ATTRIBUTES: usize = 200;
/// What the namespaces of the strict form of the standard begin with.
const STRICT: &str = "http://purl.oclc.org/ooxml/";

/// Reads a part whose root must have that name.
///
/// # Errors
///
/// [`TemplateError::Broken`] when it is not well-formed or has another root, and what
/// else [`TemplateError`] says of namespaces, declarations and size.
pub(super) fn read(name: &str, bytes: &[u8], root: &str) -> Result<Element, TemplateError> {
    let broken = || TemplateError::Broken(shown(name));
    Scan::new(name).run(bytes)?;
    let element = xml::parse(bytes).map_err(|_| broken())?;
    if element.name == root {
        Ok(element)
    } else {
        Err(broken())
    }
}

/// A first look at a part, without building anything.
struct Scan<'a> {
    name: &'a str,
    /// Prefixes in scope, and the depth at which each was declared.
    prefixes: Vec<(String, usize)>,
    depth: usize,
    elements: usize,
    roots: usize,
}

impl<'a> Scan<'a> {
    fn new(name: &'a str) -> Self {
        Self {
            name,
            prefixes: vec![("xml".to_owned(), 0)],
            depth: 0,
            elements: 0,
            roots: 0,
        }
    }

    fn broken(&self) -> TemplateError {
        TemplateError::Broken(shown(self.name))
    }

    fn run(mut self, bytes: &[u8]) -> Result<(), TemplateError> {
        let mut reader = Reader::from_reader(bytes);
        loop {
            match reader.read_event().map_err(|_| self.broken())? {
                Event::Start(tag) => {
                    self.open(&tag)?;
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(TemplateError::TooLarge);
                    }
                }
                Event::Empty(tag) => {
                    self.open(&tag)?;
                    self.close();
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    self.close();
                }
                Event::Text(text) => {
                    let text = text.decode().map_err(|_| self.broken())?;
                    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
                    if self.depth == 0 && !text.chars().all(blank) {
                        return Err(self.broken());
                    }
                }
                Event::CData(_) | Event::GeneralRef(_) if self.depth == 0 => {
                    return Err(self.broken());
                }
                Event::DocType(_) => return Err(TemplateError::Declaration(shown(self.name))),
                Event::Eof => break,
                _ => {}
            }
        }
        if self.roots == 1 && self.depth == 0 {
            Ok(())
        } else {
            Err(self.broken())
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), TemplateError> {
        self.elements += 1;
        self.roots += usize::from(self.depth == 0);
        if self.elements > MOST_ELEMENTS {
            return Err(TemplateError::TooLarge);
        }
        let mut used = vec![self.text(tag.name().as_ref())?.to_owned()];
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|_| self.broken())?;
            let key = self.text(attribute.key.as_ref())?.to_owned();
            if let Some(prefix) = key.strip_prefix("xmlns:") {
                let uri = self.text(&attribute.value)?;
                self.declare(prefix, uri)?;
            } else if key == "xmlns" {
                refuse_strict(self.text(&attribute.value)?)?;
            } else {
                used.push(key);
            }
            if used.len() > MOST_ATTRIBUTES {
                return Err(TemplateError::TooLarge);
            }
        }
        let known = |prefix: &str| self.prefixes.iter().any(|(it, _)| it == prefix);
        let well_named = used.iter().all(|name| match name.split_once(':') {
            Some((prefix, local)) => is_name(local) && known(prefix),
            None => is_name(name),
        });
        if well_named {
            Ok(())
        } else {
            Err(self.broken())
        }
    }

    fn close(&mut self) {
        let depth = self.depth;
        // The mark at depth 0 is that of `xml`, which is always known.
        while self.prefixes.len() > 1 && self.prefixes.last().is_some_and(|(_, at)| *at >= depth) {
            self.prefixes.pop();
        }
    }

    fn declare(&mut self, prefix: &str, uri: &str) -> Result<(), TemplateError> {
        refuse_strict(uri)?;
        let usual = NAMESPACES.iter().all(|(declared, known)| {
            let declared = declared.strip_prefix("xmlns:").unwrap_or_default();
            (declared == prefix) == (*known == uri)
        });
        if !usual {
            return Err(TemplateError::Namespace(shown(self.name)));
        }
        if !is_name(prefix) {
            return Err(self.broken());
        }
        self.prefixes.push((prefix.to_owned(), self.depth));
        Ok(())
    }

    fn text<'b>(&self, bytes: &'b [u8]) -> Result<&'b str, TemplateError> {
        std::str::from_utf8(bytes).map_err(|_| self.broken())
    }
}

fn refuse_strict(uri: &str) -> Result<(), TemplateError> {
    if uri.starts_with(STRICT) {
        Err(TemplateError::Strict)
    } else {
        Ok(())
    }
}

/// Whether a name without prefix is one of XML, of the letters that Office uses.
fn is_name(name: &str) -> bool {
    let mut letters = name.chars();
    let first = letters
        .next()
        .is_some_and(|c| c.is_ascii_alphabetic() || c == '_');
    first && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

    fn fault(source: &str) -> Option<String> {
        let source = source.replace('@', W);
        let found = read("word/styles.xml", source.as_bytes(), "w:styles");
        found.err().map(|it| format!("{it:?}"))
    }

    #[test]
    fn ordinary_parts_are_read() {
        for source in [
            "<w:styles @/>",
            "<?xml version=\"1.0\"?>\n<!-- a --><w:styles @><w:style/></w:styles>\n",
            "\u{feff}<w:styles @ xmlns:x=\"urn:x\"><x:a x:b=\"1\" c=\"2\"/></w:styles>",
            "<w:styles @><a xmlns=\"urn:y\"/></w:styles>",
        ] {
            assert_eq!(fault(source), None, "{source}");
        }
    }

    #[test]
    fn broken_parts_are_refused() {
        for source in [
            "",
            "text",
            "<w:styles @>",
            "<w:styles @/><w:styles @/>",
            "<w:styles @/>text",
            "<w:styles/>",
            "<w:styles @><x:a/></w:styles>",
            "<w:styles @><a xmlns:x=\"urn:x\"/><x:a/></w:styles>",
            "<w:styles @ a=\"1\" a=\"2\"/>",
            "<w:styles @><a\u{1}b/></w:styles>",
            "<w:styles @>&unknown;</w:styles>",
            "<w:fonts @/>",
        ] {
            assert_eq!(
                fault(source).as_deref(),
                Some(r#"Broken("word/styles.xml")"#),
                "{source}"
            );
        }
    }

    #[test]
    fn declarations_other_namespaces_and_depth_are_refused() {
        let dtd = "<!DOCTYPE a [<!ENTITY b \"c\">]><w:styles @>&b;</w:styles>";
        assert!(fault(dtd).is_some_and(|it| it.starts_with("Declaration")));
        let strict = r#"<w:styles xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>"#;
        assert_eq!(fault(strict).as_deref(), Some("Strict"));
        let other = "<w:styles @ xmlns:v=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>";
        assert!(fault(other).is_some_and(|it| it.starts_with("Namespace")));
        let deep = format!(
            "<w:styles @>{}{}</w:styles>",
            "<w:a>".repeat(5_000),
            "</w:a>".repeat(5_000)
        );
        assert_eq!(fault(&deep).as_deref(), Some("TooLarge"));
    }
}
