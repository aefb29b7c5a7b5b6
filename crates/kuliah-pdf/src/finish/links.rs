//! Link annotations, one a line, and the keys of a page that hang on them.

use kuliah_doc::ExportError;
use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::{Finisher, integer, name, text};
use crate::page::{LinkArea, Target};

/// The bit of an annotation that says "print me" (ISO 19005-2, 6.3.2).
const PRINT: i64 = 4;

impl Finisher<'_> {
    /// Writes the annotations of every page; gives their objects, page by page.
    pub(super) fn links(&mut self) -> Result<Vec<Vec<ObjectId>>, ExportError> {
        let paginated = self.paginated;
        let mut out = Vec::with_capacity(paginated.pages.len());
        // The parent tree has a row a page first, then one an annotation.
        let mut key = paginated.pages.len();
        for (number, page) in paginated.pages.iter().enumerate() {
            let mut annotations = Vec::with_capacity(page.links.len());
            for area in &page.links {
                if let Some(annotation) = self.annotation(area, key) {
                    annotations.push(self.file.add(annotation)?);
                    key += 1;
                }
            }
            let Some(id) = self.pages.get(number).copied() else {
                continue;
            };
            let references = annotations.iter().map(|it| Object::Reference(*it));
            let references: Vec<Object> = references.collect();
            let page = self.dictionary_of(id)?;
            if references.is_empty() {
                page.remove(b"Annots");
            } else {
                page.set("Annots", references);
            }
            page.set("StructParents", integer(number));
            page.set("Tabs", name("S"));
            out.push(annotations);
        }
        Ok(out)
    }

    fn annotation(&self, area: &LinkArea, key: usize) -> Option<Dictionary> {
        let link = self.laid_out.links.get(area.link.0)?;
        let edges = [
            area.area.left,
            area.area.bottom,
            area.area.right,
            area.area.top,
        ];
        let rectangle: Vec<Object> = edges.into_iter().map(Object::Real).collect();
        let mut out = dictionary! {
            "Type" => name("Annot"),
            "Subtype" => name("Link"),
            "Rect" => rectangle,
            "Border" => vec![Object::Integer(0); 3],
            "F" => PRINT,
            "H" => name("I"),
            "Contents" => text(&link.contents),
            "StructParent" => integer(key)
        };
        match &link.target {
            Target::Address(address) => {
                let action = dictionary! {
                    "Type" => name("Action"),
                    "S" => name("URI"),
                    "URI" => Object::string_literal(ascii(address))
                };
                out.set("A", action);
            }
            Target::Place(place) => out.set("Dest", self.destination(*place)),
        }
        Some(out)
    }
}

/// An address in ASCII, as PDF wants it (ISO 32000-1, 12.6.4.7): other bytes are percent-coded.
fn ascii(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii() {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                let digit = char::from_digit(u32::from(digit), 16).unwrap_or('0');
                out.push(digit.to_ascii_uppercase());
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::ascii;

    #[test]
    fn addresses_are_ascii() {
        assert_eq!(ascii("https://a.id/é?x=1"), "https://a.id/%C3%A9?x=1");
    }
}
