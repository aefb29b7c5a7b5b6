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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SectionId;

    #[test]
    fn what_is_shipped_can_be_read() {
        for name in Profile::names() {
            let text = Profile::shipped_text(name).expect("shipped");
            let (profile, found) = Profile::parse(FileId::FIRST, text);
            assert_eq!(found, [], "{name}");
            assert_eq!(profile.name, name);
            assert!(profile.date.is_some() && !profile.source.is_empty());
        }
        assert!(Profile::shipped("skripsi").is_none());
        assert_eq!(Profile::default().name, "default");
    }

    fn part(profile: &Profile, title: &str, kind: SectionKind) -> Option<String> {
        let id = SectionId::new("a").expect("an id");
        let at = profile.part_of(&Section::new(id, title).kind(kind))?;
        profile.parts.get(at).map(|part| part.english.clone())
    }

    #[test]
    fn a_part_is_told_by_its_kind_or_its_title() {
        let handout = Profile::shipped("handout").expect("shipped");
        let plain = |title| part(&handout, title, SectionKind::Plain);
        assert_eq!(
            plain("A. Capaian Pembelajaran").as_deref(),
            Some("Learning Outcomes")
        );
        assert_eq!(plain("LATIHAN / TUGAS").as_deref(), Some("Exercises"));
        assert_eq!(plain("Kesimpulan").as_deref(), Some("Summary"));
        assert_eq!(plain("Peran"), None);
        let marked = part(&handout, "Peran", SectionKind::Material);
        assert_eq!(marked.as_deref(), Some("Material"));
        // What the author marked decides.
        let marked = part(&handout, "Rangkuman", SectionKind::Material);
        assert_eq!(marked.as_deref(), Some("Material"));
    }

    #[test]
    fn metadata_is_asked_for_where_some_is_given() {
        let mut course = Course::new("Peran", Language::indonesian());
        let missing = |profile: &Profile, course: &Course| {
            let missing = profile.missing_metadata(course);
            missing.map(MetadataField::key).collect::<Vec<_>>()
        };
        let default = Profile::default();
        assert_eq!(missing(&default, &course), Vec::<&str>::new());
        course.credits = Some(3);
        assert_eq!(missing(&default, &course), ["authors"]);
        let diktat = Profile::shipped("diktat").expect("shipped");
        let all = ["code", "programme", "institution", "authors", "date"];
        assert_eq!(missing(&diktat, &course), all);
    }

    #[test]
    fn an_own_profile_is_read_and_its_faults_found_at_their_lines() {
        let text = "name = \"a\"\nsource = \"b\"\n[[parts]]\nlabel = { id = \"X\", en = \"Y\" }\n\
                    kind = \"materi\"\n[metadata]\nrequired = [\"sks\"]\n";
        let (_, found) = Profile::parse(FileId::FIRST, text);
        let places = found.iter().map(|it| {
            let range = it.span().range().expect("attached");
            (it.rule.as_str(), text.get(range).expect("in the file"))
        });
        let expected = [
            ("schema/unknown-value", "\"materi\""),
            ("schema/unknown-value", "\"sks\""),
        ];
        assert_eq!(places.collect::<Vec<_>>(), expected);
    }
}
