//! The structure tree and its parent tree.

use std::collections::BTreeMap;

use kuliah_doc::ExportError;
use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::{Finisher, integer, name, text};
use crate::tags::{Attribute, Element, Kid, Owner, ROOT};

impl Finisher<'_> {
    /// Writes the structure tree; gives its root.
    pub(super) fn structure(
        &mut self,
        annotations: &[Vec<ObjectId>],
    ) -> Result<ObjectId, ExportError> {
        let root = self.file.new_id();
        let tree = &self.laid_out.tree;
        let mut names = Vec::new();
        for (id, element) in tree.iter().filter(|(id, _)| tree.is_attached(*id)) {
            let Some(object) = self.elements.get(id.0).copied() else {
                continue;
            };
            let parent = if id == ROOT {
                Object::Reference(root)
            } else {
                self.element(element.parent)
            };
            let dictionary = self.element_dictionary(element, parent, annotations);
            if let Some(name) = &element.id {
                names.push((name.clone(), Object::Reference(object)));
            }
            self.file.set(object, dictionary)?;
        }
        let (parents, next) = self.parents(annotations)?;
        let parents = self.file.add(dictionary! { "Nums" => parents })?;
        let mut dictionary = dictionary! {
            "Type" => name("StructTreeRoot"),
            "K" => vec![self.element(ROOT)],
            "ParentTree" => parents,
            "ParentTreeNextKey" => integer(next)
        };
        if let Some(names) = self.names(names)? {
            dictionary.set("IDTree", names);
        }
        self.file.set(root, dictionary)?;
        Ok(root)
    }

    fn element_dictionary(
        &self,
        element: &Element,
        parent: Object,
        annotations: &[Vec<ObjectId>],
    ) -> Dictionary {
        // The page of the element itself saves that of every sequence on it.
        let page = element.kids.iter().find_map(|it| match it {
            Kid::Content { page, .. } => Some(*page),
            Kid::Element(_) | Kid::Link { .. } => None,
        });
        let kids = element.kids.iter();
        let kids = kids.map(|it| self.kid(it, page, annotations));
        let kids: Vec<Object> = kids.collect();
        let mut out = dictionary! {
            "Type" => name("StructElem"),
            "S" => name(element.tag),
            "P" => parent,
            "K" => kids
        };
        if let Some(page) = page {
            out.set("Pg", self.page(page));
        }
        if let Some(language) = &element.language {
            out.set("Lang", Object::string_literal(language.as_str()));
        }
        if let Some(title) = &element.title {
            out.set("T", text(title));
        }
        if let Some(alt) = &element.alt {
            out.set("Alt", text(alt));
        }
        if let Some(id) = &element.id {
            out.set("ID", Object::string_literal(id.as_str()));
        }
        if let Some(attribute) = &element.attribute {
            out.set("A", attribute_dictionary(attribute));
        }
        out
    }

    fn kid(&self, kid: &Kid, own: Option<usize>, annotations: &[Vec<ObjectId>]) -> Object {
        match kid {
            Kid::Element(id) => self.element(*id),
            Kid::Content { page, id } if own == Some(*page) => integer(*id),
            Kid::Content { page, id } => Object::Dictionary(dictionary! {
                "Type" => name("MCR"),
                "Pg" => self.page(*page),
                "MCID" => integer(*id)
            }),
            Kid::Link { page, index } => {
                let annotation = annotations.get(*page).and_then(|it| it.get(*index));
                Object::Dictionary(dictionary! {
                    "Type" => name("OBJR"),
                    "Pg" => self.page(*page),
                    "Obj" => annotation.map_or(Object::Null, |it| Object::Reference(*it))
                })
            }
        }
    }

    /// The owner of every marked sequence and every annotation; pages come first.
    fn parents(
        &mut self,
        annotations: &[Vec<ObjectId>],
    ) -> Result<(Vec<Object>, usize), ExportError> {
        let mut out = Vec::new();
        for (number, sequences) in self.sequences.iter().enumerate() {
            let owners = sequences.iter().filter_map(|it| match &it.owner {
                Owner::Element { element, .. } => Some(self.element(*element)),
                Owner::Artifact(_) => None,
            });
            let owners = Object::Array(owners.collect());
            out.push(integer(number));
            out.push(Object::Reference(self.file.add(owners)?));
        }
        let mut key = self.sequences.len();
        for (page, objects) in self.paginated.pages.iter().zip(annotations) {
            for (area, _) in page.links.iter().zip(objects) {
                let link = self.laid_out.links.get(area.link.0);
                out.push(integer(key));
                out.push(link.map_or(Object::Null, |it| self.element(it.element)));
                key += 1;
            }
        }
        Ok((out, key))
    }

    /// The tree of names that elements have (ISO 32000-1, 14.7.2); names are sorted in it.
    fn names(&mut self, names: Vec<(String, Object)>) -> Result<Option<ObjectId>, ExportError> {
        let sorted: BTreeMap<String, Object> = names.into_iter().collect();
        let (Some((first, _)), Some((last, _))) =
            (sorted.first_key_value(), sorted.last_key_value())
        else {
            return Ok(None);
        };
        let limits: Vec<Object> = [first, last]
            .map(|it| Object::string_literal(it.as_str()))
            .into();
        let pairs = sorted
            .iter()
            .flat_map(|(name, object)| [Object::string_literal(name.as_str()), object.clone()]);
        let pairs: Vec<Object> = pairs.collect();
        let leaf = self
            .file
            .add(dictionary! { "Limits" => limits, "Names" => pairs })?;
        let kids = vec![Object::Reference(leaf)];
        Ok(Some(self.file.add(dictionary! { "Kids" => kids })?))
    }
}

fn attribute_dictionary(attribute: &Attribute) -> Dictionary {
    match attribute {
        Attribute::ListNumbering(kind) => {
            dictionary! { "O" => name("List"), "ListNumbering" => name(kind) }
        }
        Attribute::Scope(scope) => dictionary! { "O" => name("Table"), "Scope" => name(scope) },
        Attribute::Bounds(edges) => {
            let edges: Vec<Object> = edges.iter().map(|it| Object::Real(*it)).collect();
            dictionary! { "O" => name("Layout"), "Placement" => name("Block"), "BBox" => edges }
        }
    }
}
