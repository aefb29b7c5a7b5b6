//! Parts as docx-rs writes them, brought into canonical form: children in the order of
//! the schema, markers turned into markup, noise removed.
//!
//! An element that is not foreseen is an error, never a guess: the next version of
//! docx-rs cannot slip anything into a file unseen.

use std::fmt;

use crate::body::TableText;
use crate::language;
use crate::marker;
use crate::schema::{NAMESPACES, is_known, sequence};
use crate::xml::{Element, Node};

/// Why a part cannot be brought into canonical form.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) enum CanonError {
    /// An element that is not foreseen.
    Element(String),
    /// A child that the schema does not allow there.
    Child {
        /// The parent.
        parent: String,
        /// The child.
        child: String,
    },
    /// A marker that leads nowhere.
    Marker(String),
}

impl fmt::Display for CanonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Element(name) => write!(f, "unforeseen element `{name}`"),
            Self::Child { parent, child } => write!(f, "no place for `{child}` in `{parent}`"),
            Self::Marker(value) => write!(f, "the marker `{value}` leads nowhere"),
        }
    }
}

impl std::error::Error for CanonError {}

/// What markers stand for, and the numbers that run through all parts.
#[derive(Debug)]
pub(crate) struct Canon<'a> {
    tables: &'a [TableText],
    pictures: &'a [String],
    drawings: usize,
}

impl<'a> Canon<'a> {
    /// For the parts of one document.
    pub(crate) fn new(tables: &'a [TableText], pictures: &'a [String]) -> Self {
        Self {
            tables,
            pictures,
            drawings: 0,
        }
    }

    /// How many pictures were numbered so far.
    pub(crate) fn drawings(&self) -> usize {
        self.drawings
    }

    /// Brings a part into canonical form.
    ///
    /// # Errors
    ///
    /// See [`CanonError`].
    pub(crate) fn part(&mut self, mut root: Element) -> Result<Element, CanonError> {
        self.element(&mut root)?;
        root.attributes = NAMESPACES.map(|(k, v)| (k.to_owned(), v.to_owned())).into();
        Ok(root)
    }

    /// Children first, so that an element sees them in their final form.
    fn element(&mut self, element: &mut Element) -> Result<(), CanonError> {
        if !is_known(&element.name) {
            return Err(CanonError::Element(element.name.clone()));
        }
        element.attributes.retain(|(name, _)| !is_noise(name));
        for child in element.elements_mut() {
            self.element(child)?;
        }
        match element.name.as_str() {
            "w:rPr" => run_language(element),
            "w:tblPr" => self.table(element)?,
            "w:trPr" => head_row(element),
            "w:drawing" => self.drawing(element)?,
            "w:gridCol" => element.remove("w:type"),
            "w:instrText" => element.set("xml:space", "preserve"),
            "w:fldChar" if element.get("w:dirty") == Some("false") => element.remove("w:dirty"),
            "w:ind" if element.get("w:right") == Some("0") => element.remove("w:right"),
            _ => {}
        }
        element.children.retain(|node| !is_empty_bag(node));
        order(element)
    }

    fn table(&self, properties: &mut Element) -> Result<(), CanonError> {
        properties.children.retain(|node| {
            let name = node.element().map(|it| it.name.as_str());
            !matches!(name, Some("w:tblBorders" | "w:jc"))
        });
        let mut text = None;
        for style in properties
            .elements_mut()
            .filter(|it| it.name == "w:tblStyle")
        {
            let value = style.get("w:val").unwrap_or_default().to_owned();
            let (name, index) = marker::split(&value).ok_or(CanonError::Marker(value.clone()))?;
            text = self.tables.get(index);
            style.set("w:val", name);
        }
        let text = text.ok_or_else(|| CanonError::Marker("table".to_owned()))?;
        properties.push(
            Element::new("w:tblLook")
                .with("w:val", "0420")
                .with("w:firstRow", "1")
                .with("w:lastRow", "0")
                .with("w:firstColumn", "0")
                .with("w:lastColumn", "0")
                .with("w:noHBand", "0")
                .with("w:noVBand", "1"),
        );
        properties.push(Element::new("w:tblCaption").with("w:val", &*text.title));
        if let Some(description) = &text.description {
            properties.push(Element::new("w:tblDescription").with("w:val", &**description));
        }
        Ok(())
    }

    /// Gives a picture its number, name and alternative text.
    fn drawing(&mut self, drawing: &mut Element) -> Result<(), CanonError> {
        let embed = drawing
            .descendant("a:blip")
            .and_then(|it| it.get("r:embed"));
        let value = embed.unwrap_or_default().to_owned();
        let lost = || CanonError::Marker(value.clone());
        let (relation, index) = marker::split(&value).ok_or_else(lost)?;
        let alternative = self.pictures.get(index).ok_or_else(lost)?;
        self.drawings += 1;
        name_picture(drawing, self.drawings, relation, alternative);
        Ok(())
    }
}

fn name_picture(element: &mut Element, number: usize, relation: &str, alternative: &str) {
    match element.name.as_str() {
        "wp:docPr" | "pic:cNvPr" => {
            element.attributes.clear();
            element.set("id", number.to_string());
            element.set("name", format!("Picture {number}"));
            element.set("descr", alternative);
        }
        "a:blip" => element.set("r:embed", relation),
        _ => {}
    }
    for child in element.elements_mut() {
        name_picture(child, number, relation, alternative);
    }
}

/// Turns the language that a font hint carries into a language.
fn run_language(properties: &mut Element) {
    let mut tag = None;
    for fonts in properties.elements_mut().filter(|it| it.name == "w:rFonts") {
        if let Some(found) = fonts.get("w:hint").and_then(marker::language) {
            tag = Some(found.to_owned());
            fonts.remove("w:hint");
        }
    }
    let Some(tag) = tag else {
        return;
    };
    properties.children.retain(|node| {
        node.element()
            .is_none_or(|it| it.name != "w:rFonts" || !it.attributes.is_empty())
    });
    let mut language = Element::new("w:lang").with("w:val", tag.as_str());
    if language::is_east_asian(&tag) {
        language.set("w:eastAsia", tag.as_str());
    }
    if language::is_right_to_left(&tag) {
        language.set("w:bidi", tag.as_str());
        properties.push(Element::new("w:rtl"));
    }
    properties.push(language);
}

/// Turns a row height of nothing into the mark of a head row.
fn head_row(properties: &mut Element) {
    for child in properties.elements_mut() {
        if child.name == "w:trHeight" && child.get("w:val") == Some("0") {
            *child = Element::new("w:tblHeader");
        }
    }
}

/// Paragraph ids, which nothing refers to, and namespaces, which the root declares.
fn is_noise(attribute: &str) -> bool {
    attribute == "w14:paraId" || attribute.starts_with("xmlns")
}

fn is_empty_bag(node: &Node) -> bool {
    node.element().is_some_and(|it| {
        let bag = matches!(it.name.as_str(), "w:rPr" | "w:pPr" | "w:tcPr" | "w:trPr");
        bag && it.children.is_empty() && it.attributes.is_empty()
    })
}

/// Puts the children of a property bag into the order of its schema type.
fn order(element: &mut Element) -> Result<(), CanonError> {
    let Some(sequence) = sequence(&element.name) else {
        return Ok(());
    };
    let place = |node: &Node| {
        let name = node.element()?.name.strip_prefix("w:")?;
        sequence.iter().position(|it| *it == name)
    };
    for child in element.elements() {
        if place(&Node::Element(Element::new(&*child.name))).is_none() {
            return Err(CanonError::Child {
                parent: element.name.clone(),
                child: child.name.clone(),
            });
        }
    }
    element.children.sort_by_key(place);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml;

    fn canon(source: &str) -> Result<String, CanonError> {
        let tables = [TableText {
            title: "Peran".to_owned(),
            description: None,
        }];
        let pictures = ["Bagan".to_owned()];
        let mut root = xml::parse(source.as_bytes()).expect("well-formed");
        Canon::new(&tables, &pictures).element(&mut root)?;
        let mut out = String::new();
        root.write(&mut out);
        Ok(out)
    }

    #[test]
    fn properties_are_put_in_order() {
        assert_eq!(
            canon(r#"<w:pPr><w:rPr/><w:jc w:val="center"/><w:pStyle w:val="A"/></w:pPr>"#),
            Ok(r#"<w:pPr><w:pStyle w:val="A"/><w:jc w:val="center"/></w:pPr>"#.to_owned())
        );
    }

    #[test]
    fn languages_leave_their_hint() {
        assert_eq!(
            canon(r#"<w:rPr><w:rFonts w:hint="lang:ar-SA"/><w:i/></w:rPr>"#),
            Ok(r#"<w:rPr><w:i/><w:rtl/><w:lang w:val="ar-SA" w:bidi="ar-SA"/></w:rPr>"#.to_owned())
        );
    }

    #[test]
    fn pictures_get_their_text() {
        let out = canon(concat!(
            r#"<w:drawing><wp:docPr id="1" name="Figure"/>"#,
            r#"<a:blip r:embed="rIdI7#0"/></w:drawing>"#
        ));
        let wanted = concat!(
            r#"<w:drawing><wp:docPr id="1" name="Picture 1" descr="Bagan"/>"#,
            r#"<a:blip r:embed="rIdI7"/></w:drawing>"#
        );
        assert_eq!(out, Ok(wanted.to_owned()));
    }

    #[test]
    fn what_is_not_foreseen_is_an_error() {
        assert_eq!(
            canon("<w:p><w:sdt/></w:p>"),
            Err(CanonError::Element("w:sdt".to_owned()))
        );
        assert_eq!(
            canon("<w:rPr><w:pStyle/></w:rPr>"),
            Err(CanonError::Child {
                parent: "w:rPr".to_owned(),
                child: "w:pStyle".to_owned()
            })
        );
        assert_eq!(
            canon(r#"<w:tblPr><w:tblStyle w:val="T#9"/></w:tblPr>"#),
            Err(CanonError::Marker("table".to_owned()))
        );
    }
}
