//! Lists of a template that its own styles and headers belong to.
//!
//! Headings and lists of the text are numbered by the course, in lists of ours; what else a
//! colleague finds among the styles keeps the list that the template gave it.

use std::collections::{BTreeMap, BTreeSet};

use crate::outline::LEVELS;
use crate::xml::{Element, Node};

/// Lists of a template get these numbers; ours are smaller or larger.
const FIRST: usize = 10;
/// The most lists that are taken over.
const MOST: usize = 90;
/// Definitions of a template get numbers from here.
const FIRST_DEFINITION: usize = 1_000;

/// The lists of a template.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    definitions: BTreeMap<String, Element>,
    lists: BTreeMap<String, Element>,
}

/// The lists that are taken over, and their new numbers.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    /// `w:abstractNum` of each.
    pub(crate) definitions: Vec<Element>,
    /// `w:num` of each.
    pub(crate) lists: Vec<Element>,
    numbers: BTreeMap<String, usize>,
}

impl Numbers {
    /// The lists that a part defines.
    pub(super) fn of(part: Option<Element>) -> Self {
        let mut numbers = Self::default();
        for node in part.unwrap_or_default().children {
            let Node::Element(element) = node else {
                continue;
            };
            let into = match element.name.as_str() {
                "w:abstractNum" => (&mut numbers.definitions, "w:abstractNumId"),
                "w:num" => (&mut numbers.lists, "w:numId"),
                _ => continue,
            };
            let (map, key) = into;
            if let Some(id) = element.get(key).map(str::to_owned) {
                map.entry(id).or_insert(element);
            }
        }
        numbers
    }

    /// Takes over the lists that something in these elements belongs to.
    ///
    /// `keeps` says whether a level may stay tied to a paragraph style.
    pub(crate) fn take(&self, users: &[&Element], keeps: &dyn Fn(&str) -> bool) -> Taken {
        let mut used = BTreeSet::new();
        for user in users {
            collect(user, &mut used);
        }
        let mut taken = Taken::default();
        let mut definitions: BTreeMap<&str, usize> = BTreeMap::new();
        for id in used.iter().filter(|it| *it != "0").take(MOST) {
            let Some(list) = self.lists.get(id) else {
                continue;
            };
            let reference = list.find("w:abstractNumId").and_then(|it| it.get("w:val"));
            let Some((key, definition)) =
                reference.and_then(|it| self.definitions.get_key_value(it))
            else {
                continue;
            };
            let number = if let Some(&number) = definitions.get(key.as_str()) {
                number
            } else {
                let number = FIRST_DEFINITION + definitions.len();
                definitions.insert(key, number);
                taken.definitions.push(tidy(definition, number, keeps));
                number
            };
            let own = FIRST + taken.lists.len();
            taken.numbers.insert(id.clone(), own);
            let mut list = list.clone();
            list.set("w:numId", own.to_string());
            for child in list.elements_mut() {
                if child.name == "w:abstractNumId" {
                    child.set("w:val", number.to_string());
                }
                for level in child.elements_mut().filter(|it| it.name == "w:lvl") {
                    untie(level, keeps);
                }
            }
            taken.lists.push(list);
        }
        taken
    }
}

impl Taken {
    /// Gives everything that belongs to a list its new number, or none where it is lost.
    pub(crate) fn renumber(&self, element: &mut Element) {
        element.children.retain(|node| {
            let Some(properties) = node.element().filter(|it| it.name == "w:numPr") else {
                return true;
            };
            let list = properties.find("w:numId").and_then(|it| it.get("w:val"));
            list.is_some_and(|it| it == "0" || self.numbers.contains_key(it))
        });
        for child in element.elements_mut() {
            if child.name == "w:numId" {
                let new = child.get("w:val").and_then(|it| self.numbers.get(it));
                if let Some(new) = new.copied() {
                    child.set("w:val", new.to_string());
                }
            } else {
                self.renumber(child);
            }
        }
    }
}

fn collect(element: &Element, out: &mut BTreeSet<String>) {
    if element.name == "w:numId" {
        out.extend(element.get("w:val").map(str::to_owned));
    }
    for child in element.elements() {
        collect(child, out);
    }
}

/// A definition with what Word wants of one: its marks and all nine levels, in order.
fn tidy(definition: &Element, number: usize, keeps: &dyn Fn(&str) -> bool) -> Element {
    const ORDER: [&str; 7] = [
        "w:nsid",
        "w:multiLevelType",
        "w:tmpl",
        "w:name",
        "w:styleLink",
        "w:numStyleLink",
        "w:lvl",
    ];
    let mut out = Element::new("w:abstractNum").with("w:abstractNumId", number.to_string());
    for name in ORDER {
        let found: Vec<_> = definition
            .elements()
            .filter(|it| it.name == name)
            .cloned()
            .collect();
        if found.is_empty() {
            let usual = match name {
                "w:nsid" => format!("4B56{number:04X}"),
                "w:tmpl" => format!("4C42{number:04X}"),
                "w:multiLevelType" => "multilevel".to_owned(),
                _ => continue,
            };
            out.push(Element::new(name).with("w:val", usual));
            continue;
        }
        let most = if name == "w:lvl" { LEVELS } else { 1 };
        for mut element in found.into_iter().take(most) {
            if name == "w:lvl" {
                untie(&mut element, keeps);
            }
            out.push(element);
        }
    }
    let levels = out.elements().filter(|it| it.name == "w:lvl").count();
    if out.find("w:numStyleLink").is_none() {
        for level in levels..LEVELS {
            out.push(
                Element::new("w:lvl")
                    .with("w:ilvl", level.to_string())
                    .child(Element::new("w:start").with("w:val", "1"))
                    .child(Element::new("w:numFmt").with("w:val", "none"))
                    .child(Element::new("w:lvlText").with("w:val", ""))
                    .child(Element::new("w:lvlJc").with("w:val", "left")),
            );
        }
    }
    out
}

/// Unties a level from a style that is no longer its own, and from a picture as its mark.
fn untie(level: &mut Element, keeps: &dyn Fn(&str) -> bool) {
    level.children.retain(|node| {
        let Some(element) = node.element() else {
            return false;
        };
        match element.name.as_str() {
            "w:pStyle" => element.get("w:val").is_some_and(keeps),
            "w:lvlPicBulletId" => false,
            _ => true,
        }
    });
}
