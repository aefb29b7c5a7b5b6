//! The theme and the font table of a template, joined with ours.

use crate::xml::{Element, Node};

/// Our theme with the colours and fonts of the template's.
///
/// Effects and fills of shapes are left out: no handout has shapes, and they may point to
/// further parts.
pub(crate) fn theme(ours: Element, template: &Element) -> Element {
    let mut theme = ours;
    let Some(theirs) = template.find("a:themeElements") else {
        return theme;
    };
    for elements in theme
        .elements_mut()
        .filter(|it| it.name == "a:themeElements")
    {
        for child in elements.elements_mut() {
            if !matches!(child.name.as_str(), "a:clrScheme" | "a:fontScheme") {
                continue;
            }
            if let Some(found) = theirs.find(&child.name) {
                *child = found.clone();
                without_extensions(child);
            }
        }
    }
    theme
}

fn without_extensions(element: &mut Element) {
    element
        .children
        .retain(|node| node.element().is_none_or(|it| it.name != "a:extLst"));
    for child in element.elements_mut() {
        without_extensions(child);
    }
}

/// The template's fonts, then those of ours that it lacks; font files are left out.
pub(crate) fn fonts(ours: Element, template: &Element) -> Element {
    let mut fonts = template.clone();
    for font in fonts.elements_mut() {
        font.children.retain(|node| {
            node.element()
                .is_none_or(|it| !it.name.starts_with("w:embed"))
        });
        // LibreOffice names character sets as the strict form does, which Word does not know.
        for child in font.elements_mut() {
            child.remove("w:characterSet");
        }
    }
    let known: Vec<_> = fonts
        .elements()
        .filter_map(|it| it.get("w:name").map(str::to_lowercase))
        .collect();
    let lacking = ours.children.into_iter().filter(|node| {
        let name = node.element().and_then(|it| it.get("w:name"));
        name.is_some_and(|it| !known.contains(&it.to_lowercase()))
    });
    fonts
        .children
        .retain(|node| matches!(node, Node::Element(_)));
    fonts.children.extend(lacking);
    fonts
}
