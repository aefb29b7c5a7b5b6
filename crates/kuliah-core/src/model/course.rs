//! The course as a whole.

use kuliah_source::{Date, Language};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block::Block;
use super::citation_style::CitationStyle;
use super::id::RoleId;
use super::list::{Item, ItemList, ListKind};
use super::reference::Reference;
use super::section::{Role, Section};
use super::visit::{self, FoundCitation};
use super::widen::{or_number, or_one, or_text};
use crate::{Markup, Spanned};

/// The version of the format this program reads and writes.
pub const FORMAT: u32 = 1;

/// The address of the course schema.
pub const COURSE_SCHEMA_ID: &str = "urn:kuliah:schema:course:1";

/// One course text: what is known of it, its sections and its references.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct Course {
    /// Version of the format; always 1.
    #[schemars(range(min = 1, max = 1), extend("examples" = [1]))]
    pub format: u32,
    /// Title printed on the first page.
    #[schemars(extend("examples" = ["Peran Pekerja Sosial"]))]
    pub title: Markup,
    /// Second line of the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<Markup>,
    /// Language of the text, as a tag such as `id` or `en-GB` (BCP 47).
    #[serde(default = "Language::indonesian")]
    #[schemars(
        with = "String",
        regex(pattern = r"^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$"),
        extend("examples" = ["id", "en"])
    )]
    pub lang: Language,
    /// Course code of the institution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(transform = or_number, length(min = 1), extend("examples" = ["PKS-304"]))]
    pub code: Option<String>,
    /// Credits (SKS), 1 to 60.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 60))]
    pub credits: Option<u8>,
    /// Semester in which the course is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(transform = or_number, length(min = 1), extend("examples" = ["Genap 2018/2019"]))]
    pub semester: Option<String>,
    /// Study programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub programme: Option<String>,
    /// Faculty or department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub faculty: Option<String>,
    /// University or school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub institution: Option<String>,
    /// Number of the meeting this text belongs to, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 999))]
    pub meeting: Option<u16>,
    /// Lecturers who wrote the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(transform = or_one)]
    pub authors: Vec<Author>,
    /// Date of this issue, as year-month-day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", extend("format" = "date", "examples" = ["2018-12-29"]))]
    pub date: Option<Date>,
    /// Licence or other terms of use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rights: Option<Markup>,
    /// Citation style: the name of a shipped one, or a `.csl` file in the course's folder; left out,
    /// the language chooses `apa-id` or `apa`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation_style: Option<Spanned<CitationStyle>>,
    /// Bibliography files in the course's folder: BibTeX or BibLaTeX (`.bib`), CSL-JSON (`.json`), or
    /// hayagriva's YAML (`.yaml`, `.yml`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(transform = or_one)]
    pub bibliography: Vec<Spanned<String>>,
    /// Sections, in teaching order.
    #[schemars(length(min = 1))]
    pub sections: Vec<Spanned<Section>>,
    /// References, in fields of CSL-JSON.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Spanned<Reference>>,
}

impl Course {
    /// A course with a title and nothing in it; it passes the check once it has a section.
    pub fn new(title: impl Into<Markup>, lang: Language) -> Self {
        Self {
            format: FORMAT,
            title: title.into(),
            subtitle: None,
            lang,
            code: None,
            credits: None,
            semester: None,
            programme: None,
            faculty: None,
            institution: None,
            meeting: None,
            authors: Vec::new(),
            date: None,
            rights: None,
            citation_style: None,
            bibliography: Vec::new(),
            sections: Vec::new(),
            references: Vec::new(),
        }
    }

    /// Adds a section.
    #[must_use]
    pub fn section(mut self, section: Section) -> Self {
        self.sections.push(section.into());
        self
    }

    /// Adds a reference.
    #[must_use]
    pub fn reference(mut self, reference: Reference) -> Self {
        self.references.push(reference.into());
        self
    }

    /// Every role, in reading order.
    pub fn roles(&self) -> impl Iterator<Item = &Role> {
        self.sections
            .iter()
            .flat_map(|section| section.roles.iter().map(|role| &**role))
    }

    /// The role with an id.
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.roles().find(|role| *role.id == *id)
    }

    /// Every list, in reading order; lists below items are part of theirs.
    pub fn item_lists(&self) -> impl Iterator<Item = &ItemList> {
        self.sections
            .iter()
            .flat_map(|section| section.item_lists())
    }

    /// Every list of tasks, in reading order.
    pub fn task_lists(&self) -> impl Iterator<Item = &ItemList> {
        self.item_lists()
            .filter(|list| list.kind == ListKind::Tasks)
    }

    /// Every technique, in reading order.
    pub fn techniques(&self) -> impl Iterator<Item = &Item> {
        self.item_lists()
            .filter(|list| list.kind == ListKind::Techniques)
            .flat_map(|list| list.items.iter().map(|item| &**item))
    }

    /// Every citation, in reading order: in running text, and of lists and quotations.
    pub fn citations(&self) -> Vec<FoundCitation<'_>> {
        visit::citations(self)
    }

    /// Every block, in reading order, outer before inner.
    pub fn blocks(&self) -> Vec<&Spanned<Block>> {
        visit::blocks(self)
    }
}

/// A lecturer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(transform = or_text)]
#[non_exhaustive]
pub struct Author {
    /// Name with titles, as printed.
    #[schemars(regex(pattern = r"\S"))]
    pub name: String,
    /// National lecturer number (NIDN) or another public identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(transform = or_number, length(min = 1))]
    pub id: Option<String>,
    /// Department or institution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub affiliation: Option<String>,
    /// Mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    // No `format`: engines of JSON Schema differ widely in what they take for an address.
    #[schemars(
        length(max = 254),
        regex(
            pattern = r"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$"
        )
    )]
    pub email: Option<String>,
}

impl Author {
    /// A lecturer of whom only the name is known.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            id: None,
            affiliation: None,
            email: None,
        }
    }
}
