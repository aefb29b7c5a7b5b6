//! A profile as its file holds it.

use kuliah_source::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::Spanned;
use crate::model::Course;

/// What a kind of handout must have: its metadata, its parts and their order.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct ProfileFile {
    /// Name of the profile.
    #[schemars(regex(pattern = r"\S"), extend("examples" = ["handout"]))]
    pub(crate) name: String,
    /// Where the convention comes from: a decree, a guide, common usage.
    #[schemars(regex(pattern = r"\S"))]
    pub(crate) source: String,
    /// When the convention was looked up, as year-month-day.
    #[serde(default)]
    #[schemars(with = "String", extend("format" = "date", "examples" = ["2026-11-24"]))]
    pub(crate) date: Option<Date>,
    /// Metadata that must be there.
    #[serde(default)]
    pub(crate) metadata: MetadataSection,
    /// Parts, in their order.
    #[serde(default)]
    pub(crate) parts: Vec<Spanned<PartEntry>>,
}

/// Metadata that must be there.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct MetadataSection {
    /// Keys of the course that must be given.
    #[serde(default)]
    pub(crate) required: Vec<MetadataField>,
    /// Ask only where at least one of these keys is given; left out, always.
    #[serde(default)]
    pub(crate) when: Vec<MetadataField>,
}

/// A part of a handout.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct PartEntry {
    /// What the part is for; left out, only its title tells it.
    #[serde(default)]
    pub(crate) kind: Option<PartKind>,
    /// Title of the part.
    pub(crate) label: Label,
    /// Other titles of it, in any language.
    #[serde(default)]
    pub(crate) synonyms: Vec<Spanned<String>>,
    /// Whether a handout must have it.
    #[serde(default = "yes")]
    pub(crate) required: bool,
}

fn yes() -> bool {
    true
}

/// A title in two languages.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Label {
    /// In Indonesian.
    #[schemars(regex(pattern = r"\S"), extend("examples" = ["Capaian Pembelajaran"]))]
    pub(crate) id: String,
    /// In English.
    #[schemars(regex(pattern = r"\S"), extend("examples" = ["Learning Outcomes"]))]
    pub(crate) en: String,
}

/// What a part is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PartKind {
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
    /// Reference list, which the program writes.
    References,
}

impl PartKind {
    /// The name in sources.
    pub fn name(self) -> &'static str {
        match self {
            Self::Description => "description",
            Self::Outcomes => "outcomes",
            Self::Material => "material",
            Self::Summary => "summary",
            Self::Assessment => "assessment",
            Self::References => "references",
        }
    }
}

/// A key of a course that a profile may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum MetadataField {
    /// Second line of the title.
    Subtitle,
    /// Course code of the institution.
    Code,
    /// Credits (SKS).
    Credits,
    /// Semester in which the course is given.
    Semester,
    /// Study programme.
    Programme,
    /// Faculty or department.
    Faculty,
    /// University or school.
    Institution,
    /// Number of the meeting.
    Meeting,
    /// Lecturers who wrote the text.
    Authors,
    /// Date of this issue.
    Date,
    /// Licence or other terms of use.
    Rights,
}

impl MetadataField {
    /// The key in sources.
    pub fn key(self) -> &'static str {
        match self {
            Self::Subtitle => "subtitle",
            Self::Code => "code",
            Self::Credits => "credits",
            Self::Semester => "semester",
            Self::Programme => "programme",
            Self::Faculty => "faculty",
            Self::Institution => "institution",
            Self::Meeting => "meeting",
            Self::Authors => "authors",
            Self::Date => "date",
            Self::Rights => "rights",
        }
    }

    /// A value as it may look.
    pub(crate) fn example(self) -> &'static str {
        match self {
            Self::Subtitle => "Strategi dan Teknik",
            Self::Code => "PKS-304",
            Self::Credits => "3",
            Self::Semester => "Genap 2025/2026",
            Self::Programme => "Pekerjaan Sosial",
            Self::Faculty => "Ilmu Sosial",
            Self::Institution => "Universitas …",
            Self::Meeting => "2",
            Self::Authors => "[\"…, M.Si.\"]",
            Self::Date => "2026-02-09",
            Self::Rights => "CC BY 4.0",
        }
    }

    /// Whether a course gives it.
    pub(crate) fn is_in(self, course: &Course) -> bool {
        match self {
            Self::Subtitle => course.subtitle.is_some(),
            Self::Code => course.code.is_some(),
            Self::Credits => course.credits.is_some(),
            Self::Semester => course.semester.is_some(),
            Self::Programme => course.programme.is_some(),
            Self::Faculty => course.faculty.is_some(),
            Self::Institution => course.institution.is_some(),
            Self::Meeting => course.meeting.is_some(),
            Self::Authors => !course.authors.is_empty(),
            Self::Date => course.date.is_some(),
            Self::Rights => course.rights.is_some(),
        }
    }
}
