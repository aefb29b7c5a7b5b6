//! The page of a template: size, margins, columns, and which headers it has.

use super::TemplateError;
use super::edge::{Kind, Place};
use crate::page::Page;
use crate::xml::Element;

/// The page of a template.
#[derive(Debug)]
pub(crate) struct Section {
    /// What the properties of the section say, in the order of the schema, without headers.
    pub(crate) properties: Vec<Element>,
    /// The measures of it.
    pub(crate) page: Page,
}

/// A header or footer that the section names.
pub(super) struct Reference {
    pub(super) relation: String,
    pub(super) kind: Kind,
}

/// What is kept of a section, in the order of the schema (ISO/IEC 29500-1, 17.6.17).
const KEPT: [&str; 9] = [
    "w:pgSz",
    "w:pgMar",
    "w:pgBorders",
    "w:pgNumType",
    "w:cols",
    "w:titlePg",
    "w:textDirection",
    "w:rtlGutter",
    "w:docGrid",
];

/// What is kept of the settings, in the order of the schema (17.15.1.78).
const SETTINGS: [&str; 8] = [
    "w:mirrorMargins",
    "w:alignBordersAndEdges",
    "w:bordersDoNotSurroundHeader",
    "w:bordersDoNotSurroundFooter",
    "w:gutterAtTop",
    "w:defaultTabStop",
    "w:evenAndOddHeaders",
    "w:clrSchemeMapping",
];

/// The largest page of Word: 22 inches.
const LARGEST: i64 = 31_680;
/// The least width of text that a handout can be set in.
const LEAST: i64 = 2_400;

/// The settings that headers, page and theme depend on.
pub(super) fn settings(root: Option<Element>) -> Vec<Element> {
    let root = root.unwrap_or_default();
    let find = |name: &&str| root.find(name).filter(|it| it.children.is_empty()).cloned();
    SETTINGS.iter().filter_map(find).collect()
}

/// Whether a property that is on or off is there and on.
pub(crate) fn is_on(element: Option<&Element>) -> bool {
    element.is_some_and(|it| !matches!(it.get("w:val"), Some("0" | "false" | "off")))
}

impl Section {
    /// The last section of a text; a header that it does not name is that of the section before.
    ///
    /// # Errors
    ///
    /// [`TemplateError::Page`].
    pub(super) fn of(
        text: &Element,
        settings: &[Element],
    ) -> Result<(Self, Vec<Reference>), TemplateError> {
        let mut sections = Vec::new();
        collect(text, &mut sections);
        let last = sections.last().copied().cloned().unwrap_or_default();
        let mut properties: Vec<Element> = Vec::new();
        for name in KEPT {
            properties.extend(last.find(name).map(plain));
        }
        let even = is_on(settings.iter().find(|it| it.name == "w:evenAndOddHeaders"));
        let first = is_on(last.find("w:titlePg"));
        let mut references = Vec::new();
        for place in [Place::Header, Place::Footer] {
            for (pages, used) in [("default", true), ("first", first), ("even", even)] {
                let kind = Kind { place, pages };
                let name = place.reference();
                let named = sections.iter().rev().find_map(|section| {
                    let mut all = section.elements().filter(|it| it.name == name);
                    let found = all.find(|it| it.get("w:type").unwrap_or("default") == pages)?;
                    found.get("r:id").map(str::to_owned)
                });
                if let Some(relation) = named.filter(|_| used) {
                    references.push(Reference { relation, kind });
                }
            }
        }
        let gutter_at_top = is_on(settings.iter().find(|it| it.name == "w:gutterAtTop"));
        let page = measure(&last, gutter_at_top)?;
        if last.find("w:pgSz").is_none() {
            // Without a size Word takes US Letter, LibreOffice A4.
            properties.insert(0, page.size());
        }
        let measured = Self { properties, page };
        Ok((measured, references))
    }
}

/// A property without what leads to other parts.
fn plain(element: &Element) -> Element {
    let mut element = element.clone();
    element
        .attributes
        .retain(|(name, _)| !name.starts_with("r:"));
    for child in &mut element.children {
        if let crate::xml::Node::Element(child) = child {
            *child = plain(child);
        }
    }
    element
}

fn collect<'a>(element: &'a Element, out: &mut Vec<&'a Element>) {
    for child in element.elements() {
        if child.name == "w:sectPr" {
            out.push(child);
        } else {
            collect(child, out);
        }
    }
}

/// The measures of a section; A4 with margins of an inch where it says nothing.
fn measure(section: &Element, gutter_at_top: bool) -> Result<Page, TemplateError> {
    let length = |element: &str, name: &str, usual: i64| {
        let value = section.find(element).and_then(|it| it.get(name));
        let parsed = value.map_or(Ok(usual), str::parse::<i64>);
        // A negative margin above or below means "at least" to Word.
        parsed.map_err(|_| TemplateError::Page).and_then(|it| {
            let it = it.saturating_abs();
            (it <= LARGEST).then_some(it).ok_or(TemplateError::Page)
        })
    };
    let width = length("w:pgSz", "w:w", 11_906)?;
    let height = length("w:pgSz", "w:h", 16_838)?;
    let left = length("w:pgMar", "w:left", 1_440)?;
    let right = length("w:pgMar", "w:right", 1_440)?;
    let gutter = length("w:pgMar", "w:gutter", 0)?;
    let gutter = if gutter_at_top { 0 } else { gutter };
    let whole = width - left - right - gutter;
    let text = narrowest_column(section, whole).ok_or(TemplateError::Page)?;
    let above = length("w:pgMar", "w:top", 1_440)? + length("w:pgMar", "w:bottom", 1_440)?;
    if text < LEAST || height - above < LEAST {
        return Err(TemplateError::Page);
    }
    let narrow = |it: i64| u32::try_from(it).map_err(|_| TemplateError::Page);
    let columns = if text < whole { 2 } else { 1 };
    Ok(Page {
        width: narrow(width)?,
        height: narrow(height)?,
        columns,
        text: narrow(text)?,
        whole: narrow(whole)?,
        ..Page::default()
    })
}

/// Where columns differ, the narrowest is the measure: nothing may run over its edge.
fn narrowest_column(section: &Element, whole: i64) -> Option<i64> {
    let Some(columns) = section.find("w:cols") else {
        return Some(whole);
    };
    let own = columns.elements().filter(|it| it.name == "w:col");
    let widths = own.map(|it| it.get("w:w").and_then(|it| it.parse::<i64>().ok()));
    if let Some(least) = widths.collect::<Option<Vec<_>>>()?.into_iter().min() {
        return Some(least.min(whole));
    }
    let number = |name, usual| match columns.get(name) {
        Some(value) => value.parse::<i64>().ok(),
        None => Some(usual),
    };
    let count = number("w:num", 1)?.clamp(1, 45);
    let space = number("w:space", 720)?.clamp(0, LARGEST);
    Some((whole - (count - 1) * space) / count)
}
