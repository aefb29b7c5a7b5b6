//! Space behind tables, which have none of their own in Word.
//!
//! The paragraph behind a table is set off from it. Only where none follows stands an empty
//! one: Word joins two tables that touch, and wants a paragraph at the end of a cell, of a
//! footnote and of the text.

use crate::page::Twips;
use crate::schema::sequence;
use crate::style;
use crate::xml::{Element, Node};

/// Between a table and what follows it.
const SPACE: Twips = 200;

/// Sets off what follows a table, at every depth.
pub(crate) fn set(element: &mut Element) {
    for child in element.elements_mut() {
        set(child);
    }
    if !matches!(element.name.as_str(), "w:body" | "w:tc" | "w:footnote") {
        return;
    }
    let mut behind = false;
    let mut children = Vec::with_capacity(element.children.len() + 1);
    for mut node in std::mem::take(&mut element.children) {
        if let Node::Element(block) = &mut node {
            match block.name.as_str() {
                "w:tbl" | "w:sectPr" if behind => children.push(Node::Element(gap())),
                "w:p" if behind => set_off(block),
                _ => {}
            }
            behind = block.name == "w:tbl";
        }
        children.push(node);
    }
    if behind {
        children.push(Node::Element(gap()));
    }
    element.children = children;
}

fn gap() -> Element {
    let style = Element::new("w:pStyle").with("w:val", style::GAP.id);
    Element::new("w:p").child(Element::new("w:pPr").child(style))
}

/// Gives a paragraph space above, unless its style has enough. An empty one, such as docx-rs puts at
/// the end of a cell, becomes a gap.
fn set_off(paragraph: &mut Element) {
    if paragraph.children.is_empty() {
        *paragraph = gap();
        return;
    }
    let style = paragraph
        .find("w:pPr")
        .and_then(|it| it.find("w:pStyle")?.get("w:val"));
    if style.is_some_and(|it| it.starts_with("Heading") || it == style::GAP.id) {
        return;
    }
    let spacing = Element::new("w:spacing").with("w:before", SPACE.to_string());
    if let Some(properties) = paragraph.elements_mut().find(|it| it.name == "w:pPr") {
        let order = sequence("w:pPr").unwrap_or_default();
        let place = |name: &str| {
            order
                .iter()
                .position(|it| name.strip_prefix("w:") == Some(it))
        };
        let ours = place("w:spacing");
        let at = properties
            .children
            .iter()
            .position(|it| it.element().is_some_and(|it| place(&it.name) > ours));
        let at = at.unwrap_or(properties.children.len());
        properties.children.insert(at, Node::Element(spacing));
    } else {
        let properties = Element::new("w:pPr").child(spacing);
        paragraph.children.insert(0, Node::Element(properties));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml;

    fn written(source: &str) -> String {
        let mut root = xml::parse(source.as_bytes()).expect("well-formed");
        set(&mut root);
        let mut out = String::new();
        root.write(&mut out);
        out
    }

    #[test]
    fn a_paragraph_behind_a_table_is_set_off() {
        assert_eq!(
            written(concat!(
                r#"<w:body><w:tbl/><w:p><w:pPr><w:pStyle w:val="BodyText"/><w:jc w:val="center"/>"#,
                "</w:pPr></w:p><w:p/></w:body>"
            )),
            concat!(
                r#"<w:body><w:tbl/><w:p><w:pPr><w:pStyle w:val="BodyText"/><w:spacing w:before="200"/>"#,
                r#"<w:jc w:val="center"/></w:pPr></w:p><w:p/></w:body>"#
            )
        );
    }

    #[test]
    fn a_heading_has_its_own_space() {
        let heading = r#"<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:p>"#;
        let source = &format!("<w:body><w:tbl/>{heading}</w:body>");
        assert_eq!(&written(source), source);
    }

    #[test]
    fn tables_never_touch_each_other_or_an_end() {
        let gap = r#"<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>"#;
        assert_eq!(
            written("<w:body><w:tbl/><w:sectPr/></w:body>"),
            format!("<w:body><w:tbl/>{gap}<w:sectPr/></w:body>")
        );
        assert_eq!(
            written("<w:tc><w:tcPr/><w:tbl/><w:tbl/></w:tc>"),
            format!("<w:tc><w:tcPr/><w:tbl/>{gap}<w:tbl/>{gap}</w:tc>")
        );
        assert_eq!(
            written("<w:tc><w:tbl/><w:p/></w:tc>"),
            format!("<w:tc><w:tbl/>{gap}</w:tc>")
        );
    }
}
