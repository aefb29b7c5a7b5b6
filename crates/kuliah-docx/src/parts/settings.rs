//! `settings.xml`: compatibility, footnotes, languages, and what a template's pages need.

use super::fill;
use crate::language;
use crate::template::Contents;
use crate::xml::{self, Element, Node};

const SETTINGS: &str = include_str!("settings.xml");

/// Writes the part for a document in that language.
///
/// # Errors
///
/// When our own part is not well-formed, which a test rules out.
pub(super) fn part(
    language: &str,
    template: Option<&Contents>,
) -> Result<Vec<u8>, quick_xml::Error> {
    let (decimal, list) = if language::has_decimal_point(language) {
        (".", ",")
    } else {
        (",", ";")
    };
    let values = [("language", language), ("decimal", decimal), ("list", list)];
    let part = fill(SETTINGS, &values);
    let Some(template) = template else {
        return Ok(part);
    };
    let mut root = xml::parse(&part)?;
    for setting in &template.settings {
        put(&mut root, setting);
    }
    Ok(root.to_part())
}

/// Replaces a setting, or adds it where the schema has its place (ISO/IEC 29500-1, 17.15.1.78):
/// all but one of those that are added come right behind the zoom.
fn put(root: &mut Element, setting: &Element) {
    let mut setting = setting.clone();
    setting
        .attributes
        .retain(|(name, _)| name.starts_with("w:"));
    if let Some(old) = root.elements_mut().find(|it| it.name == setting.name) {
        *old = setting;
        return;
    }
    let next = if setting.name == "w:evenAndOddHeaders" {
        "w:characterSpacingControl"
    } else {
        "w:defaultTabStop"
    };
    let named = |node: &Node| node.element().is_some_and(|it| it.name == next);
    let at = root.children.iter().position(named).unwrap_or(0);
    root.children.insert(at, Node::Element(setting));
}
