//! Sections and roles.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block::{Block, spanned};
use super::id::{RoleId, SectionId};
use super::list::{Item, ItemList, ListKind};
use super::visit;
use super::widen::{id_is_optional, or_one, or_text};
use crate::{Markup, Spanned};

/// A part of the course text with its own title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(transform = id_is_optional)]
#[non_exhaustive]
pub struct Section {
    /// Identifier for cross references; made from the title when left out.
    pub id: Spanned<SectionId>,
    /// Title; left out only for text before the first heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Markup>,
    /// What the section is for.
    #[serde(default)]
    pub kind: SectionKind,
    /// Text before the roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(transform = or_text)]
    pub content: Vec<Spanned<Block>>,
    /// Roles, in teaching order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Spanned<Role>>,
}

impl Section {
    /// A section with a title and nothing in it.
    pub fn new(id: SectionId, title: impl Into<Markup>) -> Self {
        Self {
            id: id.into(),
            title: Some(title.into()),
            kind: SectionKind::Plain,
            content: Vec::new(),
            roles: Vec::new(),
        }
    }

    /// Sets what the section is for.
    #[must_use]
    pub fn kind(mut self, kind: SectionKind) -> Self {
        self.kind = kind;
        self
    }

    /// Sets its text.
    #[must_use]
    pub fn content(mut self, content: impl IntoIterator<Item = Block>) -> Self {
        self.content = spanned(content);
        self
    }

    /// Sets its roles.
    #[must_use]
    pub fn roles(mut self, roles: impl IntoIterator<Item = Role>) -> Self {
        self.roles = roles.into_iter().map(Spanned::from).collect();
        self
    }

    /// The lists of its own text and of its roles, in reading order.
    pub fn item_lists(&self) -> Vec<&ItemList> {
        let mut out = visit::lists(&self.content);
        for role in &self.roles {
            out.extend(visit::lists(&role.content));
        }
        out
    }
}

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SectionKind {
    /// Short description of the course.
    Description,
    /// Learning outcomes.
    Outcomes,
    /// Teaching matter.
    Material,
    /// Summary.
    Summary,
    /// Exercises and assessment.
    Assessment,
    /// Anything else.
    #[default]
    Plain,
}

/// One professional role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(transform = id_is_optional)]
#[non_exhaustive]
pub struct Role {
    /// Identifier for cross references; made from the name when left out.
    pub id: Spanned<RoleId>,
    /// Display name.
    pub name: Markup,
    /// Other names of the role.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(transform = or_one)]
    pub aliases: Vec<Markup>,
    /// Text, lists, quotations and so on, in reading order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(transform = or_text)]
    pub content: Vec<Spanned<Block>>,
}

impl Role {
    /// A role with nothing in it.
    pub fn new(id: RoleId, name: impl Into<Markup>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            aliases: Vec::new(),
            content: Vec::new(),
        }
    }

    /// Sets its text.
    #[must_use]
    pub fn content(mut self, content: impl IntoIterator<Item = Block>) -> Self {
        self.content = spanned(content);
        self
    }

    /// The lists of one kind, in reading order.
    pub fn lists(&self, kind: ListKind) -> impl Iterator<Item = &ItemList> {
        visit::lists(&self.content)
            .into_iter()
            .filter(move |list| list.kind == kind)
    }

    /// The lists of tasks.
    pub fn task_lists(&self) -> impl Iterator<Item = &ItemList> {
        self.lists(ListKind::Tasks)
    }

    /// The tasks of all its lists of tasks.
    pub fn tasks(&self) -> impl Iterator<Item = &Item> {
        self.items(ListKind::Tasks)
    }

    /// The techniques of all its lists of techniques.
    pub fn techniques(&self) -> impl Iterator<Item = &Item> {
        self.items(ListKind::Techniques)
    }

    /// The principles of all its lists of principles.
    pub fn principles(&self) -> impl Iterator<Item = &Item> {
        self.items(ListKind::Principles)
    }

    /// The models of all its lists of models.
    pub fn models(&self) -> impl Iterator<Item = &Item> {
        self.items(ListKind::Models)
    }

    fn items(&self, kind: ListKind) -> impl Iterator<Item = &Item> {
        self.lists(kind)
            .flat_map(|list| list.items.iter().map(|item| &**item))
    }
}
