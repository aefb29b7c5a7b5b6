//! Pages: their measures, and which headers and footers they have.

use super::edges::EdgePart;
use crate::design::Design;
use crate::page::Page;
use crate::template::Contents;
use crate::xml::{Element, Node};

/// Puts a text on its pages. Its first `front` blocks are title and identity block; they run
/// over all columns, and have a page of their own where the design asks for it.
pub(super) fn put(
    text: &mut Element,
    edges: &[EdgePart],
    design: &Design,
    template: Option<&Contents>,
    front: usize,
) {
    let page = match template {
        Some(template) => template.section.properties.clone(),
        None => own(&design.page),
    };
    let mut page = page;
    if !edges.iter().any(|it| it.from_template) && !page.iter().any(|it| it.name == "w:titlePg") {
        let at = page
            .iter()
            .position(|it| AFTER_TITLE_PAGE.contains(&it.name.as_str()));
        page.insert(at.unwrap_or(page.len()), Element::new("w:titlePg"));
    }
    let Some(body) = text.elements_mut().find(|it| it.name == "w:body") else {
        return;
    };
    body.children
        .retain(|node| node.element().is_none_or(|it| it.name != "w:sectPr"));
    let columns = design.page.columns > 1;
    let last = front.checked_sub(1);
    let last = last.filter(|_| columns || design.cover.own_page);
    let behind = body.children.len() > front;
    if let Some(Node::Element(paragraph)) = last.and_then(|it| body.children.get_mut(it))
        && behind
    {
        let whole = page.iter().cloned().map(|it| match it.name.as_str() {
            "w:cols" => Element::new("w:cols").with("w:space", "720"),
            _ => it,
        });
        let section = section(edges, None, whole.collect());
        change_properties(paragraph, |properties| properties.push(section));
        let kind = if design.cover.own_page {
            "nextPage"
        } else {
            "continuous"
        };
        page.retain(|it| it.name != "w:titlePg");
        body.push(self::section(&[], Some(kind), page));
    } else {
        body.push(section(edges, None, page));
    }
}

/// What follows the mark of a title page in the schema (ISO/IEC 29500-1, 17.6.17).
const AFTER_TITLE_PAGE: [&str; 3] = ["w:textDirection", "w:rtlGutter", "w:docGrid"];

fn section(edges: &[EdgePart], kind: Option<&str>, page: Vec<Element>) -> Element {
    let mut section = Element::new("w:sectPr");
    for edge in edges {
        section.push(
            Element::new(edge.kind.place.reference())
                .with("w:type", edge.kind.pages)
                .with("r:id", &*edge.id),
        );
    }
    if let Some(kind) = kind {
        section.push(Element::new("w:type").with("w:val", kind));
    }
    section.children.extend(page.into_iter().map(Node::Element));
    section
}

fn own(page: &Page) -> Vec<Element> {
    let margins = [
        ("w:top", page.top),
        ("w:right", page.right),
        ("w:bottom", page.bottom),
        ("w:left", page.left),
        ("w:header", page.header),
        ("w:footer", page.footer),
        ("w:gutter", 0),
    ];
    let margins = margins
        .into_iter()
        .fold(Element::new("w:pgMar"), |element, (name, length)| {
            element.with(name, length.to_string())
        });
    let gap = if page.columns > 1 { page.gap } else { 425 };
    let columns = Element::new("w:cols")
        .with("w:space", gap.to_string())
        .with("w:num", page.columns.to_string());
    vec![page.size(), margins, columns]
}

/// Adds the properties of a paragraph where it has none, and changes them.
pub(super) fn change_properties(paragraph: &mut Element, change: impl FnOnce(&mut Element)) {
    let has = |node: &Node| node.element().is_some_and(|it| it.name == "w:pPr");
    if !paragraph.children.first().is_some_and(has) {
        let made = Node::Element(Element::new("w:pPr"));
        paragraph.children.insert(0, made);
    }
    if let Some(Node::Element(properties)) = paragraph.children.first_mut() {
        change(properties);
    }
}
