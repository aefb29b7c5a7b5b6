//! Headers and footers: those of the template, and ours where it has none.

use std::collections::BTreeMap;

use kuliah_doc::{Document, inline_text};

use super::section::change_properties;
use crate::design::Design;
use crate::media;
use crate::package::Relationship;
use crate::style;
use crate::template::{Contents, Edge, Fields, Kind, Merged, Place, Target, is_on};
use crate::xml::{Element, Node};

/// A header or footer of the file.
#[derive(Debug)]
pub(super) struct EdgePart {
    /// Which pages it is for.
    pub(super) kind: Kind,
    /// The id of its relationship.
    pub(super) id: String,
    /// Its file below `word/`.
    pub(super) file: String,
    /// `w:hdr` or `w:ftr`.
    pub(super) root: Element,
    /// What it points to.
    pub(super) relationships: Vec<Relationship>,
    /// Whether it is one of the template's.
    pub(super) from_template: bool,
}

/// Our headers and footers, those of the first page last.
pub(super) struct Own {
    pub(super) headers: Vec<Element>,
    pub(super) footers: Vec<Element>,
}

impl Own {
    /// As they are, without a template.
    pub(super) fn alone(self) -> Vec<EdgePart> {
        let mut parts = Vec::new();
        for (place, roots) in [(Place::Header, self.headers), (Place::Footer, self.footers)] {
            for (pages, root) in ["default", "first"].into_iter().zip(roots) {
                add(&mut parts, Kind { place, pages }, root, Vec::new(), false);
            }
        }
        parts
    }

    /// Those of the template, and ours where it has none.
    pub(super) fn beside(
        self,
        template: &Contents,
        styles: &Merged,
        design: &Design,
        fields: &Fields,
        drawings: usize,
    ) -> Vec<EdgePart> {
        let mut parts = Vec::new();
        let mut drawings = drawings;
        let has = |place| template.edges.iter().any(|it| it.kind.place == place);
        let none = template.edges.is_empty();
        let even = template
            .settings
            .iter()
            .find(|it| it.name == "w:evenAndOddHeaders");
        let first = none || {
            let mark = template.section.properties.iter();
            is_on(mark.into_iter().find(|it| it.name == "w:titlePg"))
        };
        for (place, roots) in [(Place::Header, self.headers), (Place::Footer, self.footers)] {
            for edge in template.edges.iter().filter(|it| it.kind.place == place) {
                let mut root = edge.root.clone();
                fields.fill(&mut root);
                name_pictures(&mut root, &mut drawings);
                add(&mut parts, edge.kind, root, outward(edge, template), true);
            }
            if has(place) {
                continue;
            }
            let mut roots: Vec<_> = roots.into_iter().map(Some).collect();
            for root in roots.iter_mut().flatten() {
                styles.rename(root);
                place_text(root, place, styles, design);
            }
            let default = roots.first().cloned().flatten();
            let wanted = [
                ("default", true, roots.first_mut().and_then(Option::take)),
                ("first", first, roots.get_mut(1).and_then(Option::take)),
                ("even", is_on(even), default),
            ];
            for (pages, wanted, root) in wanted {
                if let Some(root) = root.filter(|_| wanted) {
                    add(&mut parts, Kind { place, pages }, root, Vec::new(), false);
                }
            }
        }
        parts
    }
}

fn add(
    parts: &mut Vec<EdgePart>,
    kind: Kind,
    root: Element,
    relationships: Vec<Relationship>,
    from_template: bool,
) {
    let name = kind.place.name();
    let number = 1 + parts
        .iter()
        .filter(|it| it.kind.place == kind.place)
        .count();
    let id = match kind.place {
        Place::Header => format!("rIdHeader{number}"),
        Place::Footer => format!("rIdFooter{number}"),
    };
    parts.push(EdgePart {
        kind,
        id,
        file: format!("{name}{number}.xml"),
        root,
        relationships,
        from_template,
    });
}

fn outward(edge: &Edge, template: &Contents) -> Vec<Relationship> {
    let relationship = |(id, target): &(String, Target)| match target {
        Target::Address(address) => Some(Relationship::to_address(id.as_str(), address)),
        Target::Picture(index) => {
            let file = template.pictures.get(*index)?.file(*index);
            Some(Relationship::to_part(id.as_str(), "image", file))
        }
    };
    edge.targets.iter().filter_map(relationship).collect()
}

/// The template's header style may have tab stops for another page, its footer style another
/// alignment; ours is laid out for this page.
fn place_text(root: &mut Element, place: Place, styles: &Merged, design: &Design) {
    for paragraph in root.elements_mut().filter(|it| it.name == "w:p") {
        let style = match place {
            Place::Header => style::HEADER,
            Place::Footer => style::FOOTER,
        };
        let used = tabs(paragraph);
        let all = stops(styles, styles.id(style));
        let centred = used == 0 && place == Place::Footer;
        let alignment = if centred { "center" } else { "left" };
        let mut added = vec![Element::new("w:jc").with("w:val", alignment)];
        if used > 0 {
            added.insert(0, stops_of_ours(all, used, design));
        }
        change_properties(paragraph, |properties| {
            let after = usize::from(properties.find("w:pStyle").is_some());
            let added = added.into_iter().map(Node::Element);
            properties.children.splice(after..after, added);
        });
    }
}

/// How many tabs a paragraph has.
fn tabs(element: &Element) -> usize {
    let own = |it: &Element| usize::from(it.name == "w:tab") + tabs(it);
    element.elements().map(own).sum()
}

/// Takes the stops of a style away and sets ours: one tab leads to the right edge, two lead
/// to the middle first.
fn stops_of_ours(old: Vec<(String, String)>, used: usize, design: &Design) -> Element {
    let whole = design.page.whole;
    let mut wanted = vec![("right", whole.to_string())];
    if used > 1 {
        wanted.insert(0, ("center", (whole / 2).to_string()));
    }
    let mut all = Element::new("w:tabs");
    for (kind, at) in old {
        if kind != "clear" && !wanted.iter().any(|(_, it)| *it == at) {
            all.push(
                Element::new("w:tab")
                    .with("w:val", "clear")
                    .with("w:pos", at),
            );
        }
    }
    for (kind, at) in wanted {
        all.push(Element::new("w:tab").with("w:val", kind).with("w:pos", at));
    }
    all
}

/// The tab stops of a style and those it builds on.
fn stops(styles: &Merged, id: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut next = Some(id.to_owned());
    // A circle of styles ends after as many steps as a chain can sensibly have.
    for _ in 0..20 {
        let Some(style) = next.take().and_then(|id| styles.style(&id)) else {
            break;
        };
        let tabs = style.find("w:pPr").and_then(|it| it.find("w:tabs"));
        for tab in tabs.iter().flat_map(|it| it.elements()) {
            let get = |name| tab.get(name).unwrap_or_default().to_owned();
            out.push((get("w:val"), get("w:pos")));
        }
        let base = style.find("w:basedOn").and_then(|it| it.get("w:val"));
        next = base.map(str::to_owned);
    }
    out.retain(|(_, at)| at.parse::<u32>().is_ok());
    out.dedup();
    out
}

/// Numbers the pictures of a template on from those of the text. One without a description
/// is marked as decoration: nobody can say here what it shows.
fn name_pictures(element: &mut Element, drawings: &mut usize) {
    if element.name == "wp:docPr" {
        *drawings += 1;
        element.set("id", drawings.to_string());
        let described = element.get("descr").is_some_and(|it| !it.trim().is_empty());
        if !described {
            element.remove("descr");
            decorate(element);
        }
    }
    for child in element.elements_mut() {
        name_pictures(child, drawings);
    }
}

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// The extension of Word 2019 and later for pictures that say nothing, and its id.
const DECORATIVE: (&str, &str) = (
    "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "{C183D7F6-B498-43B3-948B-1728B52AA6E4}",
);

fn decorate(picture: &mut Element) {
    let (namespace, id) = DECORATIVE;
    picture
        .children
        .retain(|node| node.element().is_none_or(|it| it.name != "a:extLst"));
    let mark = Element::new("adec:decorative")
        .with("xmlns:adec", namespace)
        .with("val", "1");
    picture.push(
        Element::new("a:extLst")
            .with("xmlns:a", DRAWING)
            .child(Element::new("a:ext").with("uri", id).child(mark)),
    );
}

/// The pictures of the text that a part of ours shows, below `word/`.
pub(super) fn pictures_of(template: &Contents) -> Vec<crate::package::Part> {
    let pictures = template.pictures.iter().enumerate();
    let part = |(index, picture): (usize, &crate::template::Picture)| crate::package::Part {
        name: format!("word/{}", picture.file(index)),
        // Extensions that a package of ours declares need no type of their own.
        content_type: (!media::is_declared(picture.extension)).then_some(picture.content_type),
        bytes: picture.bytes.clone(),
    };
    pictures.map(part).collect()
}

/// Words for the course code, in the languages that handouts have labels in.
const CODE: [&str; 4] = ["code", "kode", "course code", "kode mata kuliah"];
const DATE: [&str; 2] = ["date", "tanggal"];

/// What placeholders stand for: title, lecturers, code, date, and each row of the identity
/// block by its label.
pub(super) fn fields(document: &Document) -> Fields {
    let metadata = &document.metadata;
    let rows = document.front.facts.iter().map(|fact| {
        let label = fact.label.as_str().trim().to_lowercase();
        (label, inline_text(&fact.value).trim().to_owned())
    });
    let mut fields: BTreeMap<String, String> = rows.collect();
    let authors: Vec<_> = metadata.authors.iter().map(AsRef::as_ref).collect();
    let authors = authors.join(", ");
    let row = |labels: &[&str]| labels.iter().find_map(|it| fields.get(*it)).cloned();
    let code = row(&CODE).unwrap_or_default();
    let date = row(&DATE).or_else(|| metadata.date.map(|it| it.to_string()));
    let date = date.unwrap_or_default();
    for (names, value) in [
        (["title", "judul"], metadata.title.as_str()),
        (["lecturer", "dosen"], &authors),
        (["code", "kode"], &code),
        (["date", "tanggal"], &date),
    ] {
        for name in names {
            fields.insert(name.to_owned(), value.to_owned());
        }
    }
    Fields(fields)
}
