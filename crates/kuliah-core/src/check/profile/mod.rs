//! What a kind of handout must have: its metadata, its parts and their order.
//!
//! There is no one official form of a handout, so that a profile is data: a TOML file. Three are
//! shipped, and a user's own is read the same way.

mod file;
mod read;

use std::sync::LazyLock;

use kuliah_source::{Date, Diagnostic, FileId, Language};

use crate::model::{Course, Section, SectionKind};
use crate::typed_label;

pub(crate) use file::ProfileFile;
pub use file::{MetadataField, PartKind};

/// What a kind of handout must have.
///
/// The letters of parts follow from their order, because the program letters titles by itself.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Profile {
    /// Its name, as a configuration gives it.
    pub name: String,
    /// Where the convention comes from.
    pub source: String,
    /// When the convention was looked up.
    pub date: Option<Date>,
    /// The metadata that must be there.
    pub metadata: Vec<MetadataField>,
    /// Metadata is asked for only where one of these is given; always, when there are none.
    pub when: Vec<MetadataField>,
    /// The parts, in their order.
    pub parts: Vec<Part>,
}

/// A part of a handout.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Part {
    /// What the part is for; `None` when only its title tells it.
    pub kind: Option<PartKind>,
    /// Its title in Indonesian.
    pub indonesian: String,
    /// Its title in English.
    pub english: String,
    /// Other titles of it, in any language.
    pub synonyms: Vec<String>,
    /// Whether a handout must have it.
    pub required: bool,
}

/// The names of the profiles that are shipped, and their texts.
const SHIPPED: [(&str, &str); 4] = [
    ("default", include_str!("default.toml")),
    ("diktat", include_str!("diktat.toml")),
    ("handout", include_str!("handout.toml")),
    ("modul", include_str!("modul.toml")),
];

static DEFAULT: LazyLock<Profile> =
    LazyLock::new(|| Profile::shipped("default").unwrap_or_else(Profile::empty));

impl Default for Profile {
    /// The profile of a course for which none was chosen.
    ///
    /// It asks for no parts, since nobody said what sort of text this is. Only a text that says
    /// where it belongs, by its credits, semester or programme, is asked who teaches it: students
    /// who are handed such a text want to know whom to ask.
    fn default() -> Self {
        DEFAULT.clone()
    }
}

impl Profile {
    /// A profile that asks for nothing.
    pub fn empty() -> Self {
        Self {
            name: String::new(),
            source: String::new(),
            date: None,
            metadata: Vec::new(),
            when: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// The names of the profiles that are shipped.
    pub fn names() -> impl Iterator<Item = &'static str> {
        SHIPPED.into_iter().map(|(name, _)| name)
    }

    /// A profile that is shipped; `None` when none has the name.
    pub fn shipped(name: &str) -> Option<Self> {
        let text = Self::shipped_text(name)?;
        Some(Self::parse(FileId::FIRST, text).0)
    }

    /// The file of a profile that is shipped, to begin an own one with.
    pub fn shipped_text(name: &str) -> Option<&'static str> {
        let found = SHIPPED.iter().find(|(it, _)| *it == name);
        found.map(|(_, text)| *text)
    }

    /// Reads a profile in TOML, and reports what is wrong with it at its own lines.
    ///
    /// With errors, the profile holds what could be read.
    pub fn parse(file: FileId, text: &str) -> (Self, Vec<Diagnostic>) {
        read::profile(file, text)
    }

    /// The metadata that a course lacks.
    pub(crate) fn missing_metadata(&self, course: &Course) -> impl Iterator<Item = MetadataField> {
        let applies = self.when.is_empty() || self.when.iter().any(|it| it.is_in(course));
        let fields = self.metadata.iter().copied();
        fields.filter(move |field| applies && !field.is_in(course))
    }

    /// The part that a section is.
    pub(crate) fn part_of(&self, section: &Section) -> Option<usize> {
        let title = section.title.as_ref().map(crate::Markup::plain_text);
        let by_title = title.and_then(|title| self.titled(&title));
        let kind = PartKind::of(section.kind);
        let of_kind = |part: &Part| kind.is_some() && part.kind == kind;
        match by_title {
            Some(at) if kind.is_none() || self.parts.get(at).is_some_and(of_kind) => Some(at),
            _ => self.parts.iter().position(of_kind).or(by_title),
        }
    }

    /// The part that has a title.
    pub(crate) fn titled(&self, title: &str) -> Option<usize> {
        let label = typed_label(title, None);
        let rest = label.and_then(|label| title.get(label.range.end..));
        let wanted = folded(rest.unwrap_or(title));
        self.parts.iter().position(|part| part.is_titled(&wanted))
    }
}

impl Part {
    /// Its title in a language: in Indonesian unless the language is English.
    pub fn title(&self, language: &Language) -> &str {
        if language.primary() == "en" {
            &self.english
        } else {
            &self.indonesian
        }
    }

    fn is_titled(&self, wanted: &str) -> bool {
        let titles = [&self.indonesian, &self.english].into_iter();
        titles.chain(&self.synonyms).any(|it| folded(it) == wanted)
    }
}

/// A title without case, signs and doubled blanks.
fn folded(title: &str) -> String {
    let letters = title.to_lowercase();
    let words = letters.split(|c: char| !c.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

impl PartKind {
    fn of(kind: SectionKind) -> Option<Self> {
        match kind {
            SectionKind::Description => Some(Self::Description),
            SectionKind::Outcomes => Some(Self::Outcomes),
            SectionKind::Material => Some(Self::Material),
            SectionKind::Summary => Some(Self::Summary),
            SectionKind::Assessment => Some(Self::Assessment),
            SectionKind::Plain => None,
        }
    }
}
