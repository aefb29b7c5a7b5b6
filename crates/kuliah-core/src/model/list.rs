//! Lists of tasks, principles, techniques and so on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::citation::Citation;
use super::id::BlockId;
use super::widen::{or_one, or_text};
use crate::{Markup, Spanned};

/// A list of items of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct ItemList {
    /// Identifier for cross references.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Spanned<BlockId>>,
    /// What the items are.
    #[serde(default)]
    pub kind: ListKind,
    /// Heading of the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Markup>,
    /// Sentence that introduces the items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Markup>,
    /// Whether the items are numbered.
    #[serde(default)]
    pub ordered: bool,
    /// Sources of the whole list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(transform = or_one)]
    pub cite: Vec<Spanned<Citation>>,
    /// The items.
    #[schemars(length(min = 1))]
    pub items: Vec<Spanned<Item>>,
}

impl ItemList {
    /// A bulleted list.
    pub fn new<I: Into<Item>>(kind: ListKind, items: impl IntoIterator<Item = I>) -> Self {
        Self {
            id: None,
            kind,
            title: None,
            lead: None,
            ordered: false,
            cite: Vec::new(),
            items: items
                .into_iter()
                .map(|item| Spanned::from(item.into()))
                .collect(),
        }
    }

    /// Numbers the items.
    #[must_use]
    pub fn ordered(mut self) -> Self {
        self.ordered = true;
        self
    }

    /// Sets the sentence that introduces the items.
    #[must_use]
    pub fn lead(mut self, lead: impl Into<Markup>) -> Self {
        self.lead = Some(lead.into());
        self
    }
}

/// What the items of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ListKind {
    /// What somebody in the role does.
    Tasks,
    /// Rules that guide the work.
    Principles,
    /// Techniques and skills.
    Techniques,
    /// Models to work by.
    Models,
    /// Aspects to attend to.
    Aspects,
    /// An ordinary list.
    #[default]
    Plain,
}

/// One item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(transform = or_text)]
#[non_exhaustive]
pub struct Item {
    /// Term that the text explains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Markup>,
    /// The item itself.
    pub text: Markup,
    /// Items below this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub: Option<SubList>,
}

impl Item {
    /// An item without term.
    pub fn new(text: impl Into<Markup>) -> Self {
        Self {
            term: None,
            text: text.into(),
            sub: None,
        }
    }

    /// An item that explains a term.
    pub fn with_term(term: impl Into<Markup>, text: impl Into<Markup>) -> Self {
        Self {
            term: Some(term.into()),
            ..Self::new(text)
        }
    }
}

impl From<&str> for Item {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

/// A list below an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct SubList {
    /// Whether the items are numbered.
    #[serde(default)]
    pub ordered: bool,
    /// The items.
    #[schemars(length(min = 1))]
    pub items: Vec<Spanned<Item>>,
}

impl SubList {
    /// A bulleted list below an item.
    pub fn new<I: Into<Item>>(items: impl IntoIterator<Item = I>) -> Self {
        Self {
            ordered: false,
            items: items
                .into_iter()
                .map(|item| Spanned::from(item.into()))
                .collect(),
        }
    }
}
