//! The styles of a template and ours, joined by their names.
//!
//! Ids of styles are localised, their names are not (ISO/IEC 29500-1, 17.7.4.9): "heading 1"
//! is `Heading1` in one file and `Judul1` in another. So ours give way to those of the same
//! name, and whatever refers to ours by its id is rewritten.

use std::collections::{BTreeMap, BTreeSet};

use super::Taken;
use crate::xml::{Element, Node};

/// Styles that stand in for ours where a template has them but not ours. The names are those
/// that pandoc gives what it makes.
const STAND_INS: [(&str, &str); 2] = [("quote", "block text"), ("kuliah table", "table")];
/// A style for paragraphs close to each other; lists and tables follow it.
const COMPACT: &str = "compact";
const CLOSE: [&str; 4] = ["list bullet", "list number", "list continue", "table text"];

/// The styles of a file.
#[derive(Debug)]
pub(crate) struct Merged {
    /// `w:styles`.
    pub(crate) root: Element,
    /// Ids of ours that became others.
    names: BTreeMap<String, String>,
    /// Ids, in the file, of the styles that serve our text.
    ours: BTreeSet<String>,
}

impl Merged {
    /// The id that one of our styles has in the file.
    pub(crate) fn id<'a>(&'a self, ours: &'a str) -> &'a str {
        self.names.get(ours).map_or(ours, String::as_str)
    }

    /// Rewrites the ids that the text, a header or a list names.
    pub(crate) fn rename(&self, element: &mut Element) {
        if matches!(
            element.name.as_str(),
            "w:pStyle" | "w:rStyle" | "w:tblStyle"
        ) {
            let new = element.get("w:val").and_then(|it| self.names.get(it));
            if let Some(new) = new.cloned() {
                element.set("w:val", new);
            }
        }
        for child in element.elements_mut() {
            self.rename(child);
        }
    }

    /// The styles that the template has for itself: none of ours is among them.
    pub(crate) fn own_to_template(&self) -> impl Iterator<Item = &Element> {
        let all = self.root.elements().filter(|it| it.name == "w:style");
        all.filter(|it| self.is_own_to_template(it.get("w:styleId").unwrap_or_default()))
    }

    /// Whether the template has the style of that id for itself.
    pub(crate) fn is_own_to_template(&self, id: &str) -> bool {
        !self.ours.contains(id)
    }

    /// Gives those styles the new numbers of their lists.
    pub(crate) fn renumber(&mut self, lists: &Taken) {
        for style in self.root.elements_mut().filter(|it| it.name == "w:style") {
            if !self
                .ours
                .contains(style.get("w:styleId").unwrap_or_default())
            {
                lists.renumber(style);
            }
        }
    }

    /// The style of an id.
    pub(crate) fn style(&self, id: &str) -> Option<&Element> {
        let mut all = self.root.elements();
        all.find(|it| it.name == "w:style" && it.get("w:styleId") == Some(id))
    }
}

/// A style of the template, by its place among the children of the root.
struct Known {
    id: String,
    kind: String,
    at: usize,
}

/// Joins a template's styles with ours, in a document of that language.
pub(crate) fn merge(template: &Element, ours: &Element, language: &str) -> Merged {
    let mut root = template.clone();
    root.children.retain(|node| {
        let name = node.element().map(|it| it.name.as_str());
        matches!(name, Some("w:docDefaults" | "w:latentStyles" | "w:style"))
    });
    speak(&mut root, ours, language);
    let known = index(&root);
    let taken: BTreeSet<String> = root
        .elements()
        .filter_map(|it| it.get("w:styleId").map(str::to_owned))
        .collect();
    let mut merged = Merged {
        root,
        names: BTreeMap::new(),
        ours: BTreeSet::new(),
    };
    let mut lacking = Vec::new();
    let mut unnumbered = BTreeSet::new();
    for style in ours.elements().filter(|it| it.name == "w:style") {
        let id = attribute(style, "w:styleId");
        let name = name(style);
        let theirs = find(&known, &name).or_else(|| {
            let stand_in = STAND_INS.iter().find(|(ours, _)| *ours == name)?;
            find(&known, stand_in.1)
        });
        if let Some(theirs) = theirs.filter(|it| it.kind == attribute(style, "w:type")) {
            merged.names.insert(id, theirs.id.clone());
            merged.ours.insert(theirs.id.clone());
            if let Some(Node::Element(element)) = merged.root.children.get_mut(theirs.at) {
                let had = element.find("w:pPr").and_then(|it| it.find("w:numPr"));
                if had.is_none() {
                    unnumbered.insert(theirs.id.clone());
                }
                adopt(element, style);
            }
        } else {
            let mut style = style.clone();
            if find(&known, &name).is_some() {
                // A style of another type bears the name.
                let name = format!("Kuliah {}", self::name(&style));
                set(&mut style, "w:name", &name);
            }
            let mut new = id.clone();
            while taken.contains(&new) {
                new = format!("Kuliah{new}");
            }
            style.set("w:styleId", &*new);
            merged.ours.insert(new.clone());
            merged.names.insert(id, new);
            lacking.push(style);
        }
    }
    let compact = find(&known, COMPACT).filter(|it| it.kind == "paragraph");
    for mut style in lacking {
        if let Some(compact) = compact.filter(|_| CLOSE.contains(&name(&style).as_str())) {
            set(&mut style, "w:basedOn", &compact.id);
        }
        for reference in ["w:basedOn", "w:next", "w:link"] {
            let id = style.find(reference).map(|it| attribute(it, "w:val"));
            if let Some(new) = id.and_then(|it| merged.names.get(&it).cloned())
                && !(reference == "w:basedOn" && compact.is_some_and(|it| it.id == new))
            {
                set(&mut style, reference, &new);
            }
        }
        merged.root.push(style);
    }
    one_default_each(&mut merged.root);
    keep_plain(&mut merged.root, &unnumbered);
    merged
}

/// The name of a style in small letters; names do not tell capitals from small letters.
fn name(style: &Element) -> String {
    let name = style.find("w:name").and_then(|it| it.get("w:val"));
    name.unwrap_or_default().trim().to_lowercase()
}

fn attribute(element: &Element, name: &str) -> String {
    element.get(name).unwrap_or_default().to_owned()
}

/// The template's styles by name and by their further names.
fn index(root: &Element) -> BTreeMap<String, Known> {
    let mut known = BTreeMap::new();
    let mut further = Vec::new();
    for (at, node) in root.children.iter().enumerate() {
        let Some(style) = node.element().filter(|it| it.name == "w:style") else {
            continue;
        };
        let entry = || Known {
            id: attribute(style, "w:styleId"),
            kind: attribute(style, "w:type"),
            at,
        };
        known.entry(name(style)).or_insert_with(entry);
        let aliases = style.find("w:aliases").map(|it| attribute(it, "w:val"));
        for alias in aliases.unwrap_or_default().split(',') {
            further.push((alias.trim().to_lowercase(), entry()));
        }
    }
    for (alias, entry) in further.into_iter().filter(|(it, _)| !it.is_empty()) {
        known.entry(alias).or_insert(entry);
    }
    known
}

fn find<'a>(known: &'a BTreeMap<String, Known>, name: &str) -> Option<&'a Known> {
    known.get(name).filter(|it| !it.id.is_empty())
}

/// Gives a style of the template the place in our lists that ours has.
///
/// A list sets the indent of its paragraphs, unless the style has one of its own.
fn adopt(theirs: &mut Element, ours: &Element) {
    let own = ours.find("w:pPr");
    let list = own.and_then(|it| it.find("w:numPr")).cloned();
    let outline = own.and_then(|it| it.find("w:outlineLvl")).cloned();
    let numbered = list.as_ref().is_some_and(|list| {
        let id = list.find("w:numId").map(|it| attribute(it, "w:val"));
        id.is_some_and(|it| it != "0")
    });
    if let Some(properties) = find_mut(theirs, "w:pPr") {
        properties.children.retain(|node| {
            let name = node.element().map(|it| it.name.as_str());
            match name {
                Some("w:numPr") => false,
                Some("w:ind") => !numbered,
                Some("w:outlineLvl") => outline.is_none(),
                _ => true,
            }
        });
    }
    for property in [list, outline].into_iter().flatten() {
        add_property(theirs, property);
    }
}

fn find_mut<'a>(element: &'a mut Element, name: &str) -> Option<&'a mut Element> {
    element.elements_mut().find(|it| it.name == name)
}

/// Sets the value of a child.
fn set(style: &mut Element, name: &str, value: &str) {
    if let Some(child) = find_mut(style, name) {
        child.set("w:val", value);
    } else {
        // `basedOn` and the like follow the name (17.7.4.17).
        let at = usize::from(style.find("w:name").is_some());
        let child = Element::new(name).with("w:val", value);
        style.children.insert(at, Node::Element(child));
    }
}

/// Adds a paragraph property in the place that the schema has for it.
fn add_property(style: &mut Element, property: Element) {
    if style.find("w:pPr").is_none() {
        let before = |node: &Node| {
            let name = node.element().map(|it| it.name.as_str());
            !matches!(
                name,
                Some("w:rPr" | "w:tblPr" | "w:trPr" | "w:tcPr" | "w:tblStylePr")
            )
        };
        let at = style.children.iter().take_while(|it| before(it)).count();
        style
            .children
            .insert(at, Node::Element(Element::new("w:pPr")));
    }
    if let Some(properties) = find_mut(style, "w:pPr") {
        let place = |name: &str| PROPERTIES.iter().position(|it| *it == name);
        let own = place(&property.name);
        let after = |node: &&Node| {
            let name = node
                .element()
                .map(|it| it.name.as_str())
                .unwrap_or_default();
            place(name).unwrap_or(0) <= own.unwrap_or(0)
        };
        let at = properties.children.iter().take_while(after).count();
        properties.children.insert(at, Node::Element(property));
    }
}

/// The properties of a paragraph in the order of the schema (17.3.1.26).
const PROPERTIES: [&str; 36] = [
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:framePr",
    "w:widowControl",
    "w:numPr",
    "w:suppressLineNumbers",
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:kinsoku",
    "w:wordWrap",
    "w:overflowPunct",
    "w:topLinePunct",
    "w:autoSpaceDE",
    "w:autoSpaceDN",
    "w:bidi",
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:suppressOverlap",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:textboxTightWrap",
    "w:outlineLvl",
    "w:divId",
    "w:cnfStyle",
    "w:rPr",
    "w:sectPr",
    "w:pPrChange",
];

/// The language of a file is that of its course: styles have none of their own.
fn speak(root: &mut Element, ours: &Element, language: &str) {
    silence(root);
    let Some(usual) = ours.find("w:docDefaults") else {
        return;
    };
    if root.find("w:docDefaults").is_none() {
        root.children.insert(0, Node::Element(usual.clone()));
        return;
    }
    let defaults = ["w:docDefaults", "w:rPrDefault", "w:rPr"];
    let mut at = root;
    for (depth, name) in defaults.into_iter().enumerate() {
        if at.find(name).is_none() {
            at.children.insert(0, Node::Element(Element::new(name)));
        }
        let Some(child) = find_mut(at, name) else {
            return;
        };
        if depth == 2 {
            let tag = Element::new("w:lang")
                .with("w:val", language)
                .with("w:eastAsia", "en-US")
                .with("w:bidi", "ar-SA");
            let last = |node: &&Node| {
                let name = node.element().map(|it| it.name.as_str());
                !matches!(name, Some("w:eastAsianLayout" | "w:specVanish" | "w:oMath"))
            };
            let place = child.children.iter().take_while(last).count();
            child.children.insert(place, Node::Element(tag));
        }
        at = child;
    }
}

fn silence(element: &mut Element) {
    element
        .children
        .retain(|node| node.element().is_none_or(|it| it.name != "w:lang"));
    for child in element.elements_mut() {
        silence(child);
    }
}

/// Word wants one default style of each type: the first that says so, else that of its usual name.
fn one_default_each(root: &mut Element) {
    let usual = [
        ("paragraph", "normal"),
        ("character", "default paragraph font"),
        ("table", "normal table"),
        ("numbering", "no list"),
    ];
    for (kind, usual) in usual {
        let mut seen = false;
        let styles = |root: &mut Element, pick: &mut dyn FnMut(&mut Element)| {
            let all = root.elements_mut().filter(|it| it.name == "w:style");
            all.filter(|it| it.get("w:type") == Some(kind))
                .for_each(pick);
        };
        styles(root, &mut |style| {
            let on = matches!(style.get("w:default"), Some("1" | "true" | "on"));
            style.remove("w:default");
            if on && !seen {
                seen = true;
                default(style);
            }
        });
        if !seen {
            styles(root, &mut |style| {
                if name(style) == usual {
                    default(style);
                }
            });
        }
    }
}

fn default(style: &mut Element) {
    let at = usize::from(
        style
            .attributes
            .first()
            .is_some_and(|(it, _)| it == "w:type"),
    );
    let mark = ("w:default".to_owned(), "1".to_owned());
    style.attributes.insert(at, mark);
}

/// Styles that build on one which had no number keep having none, though that one now has.
fn keep_plain(root: &mut Element, unnumbered: &BTreeSet<String>) {
    let numbered: BTreeSet<String> = root
        .elements()
        .filter(|it| unnumbered.contains(&attribute(it, "w:styleId")))
        .filter(|it| has_list(it))
        .map(|it| attribute(it, "w:styleId"))
        .collect();
    for style in root.elements_mut().filter(|it| it.name == "w:style") {
        let base = style.find("w:basedOn").map(|it| attribute(it, "w:val"));
        if base.is_some_and(|it| numbered.contains(&it)) && !has_list(style) {
            let none = Element::new("w:numId").with("w:val", "0");
            add_property(style, Element::new("w:numPr").child(none));
        }
    }
}

fn has_list(style: &Element) -> bool {
    let properties = style.find("w:pPr");
    properties.is_some_and(|it| it.find("w:numPr").is_some())
}
