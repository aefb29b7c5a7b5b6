//! References, in fields of CSL-JSON.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::CitationKey;
use super::widen::{or_number, or_one, or_text, or_text_or_year};
use crate::{Markup, Spanned};

/// A work that is cited; the fields are those of CSL-JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[non_exhaustive]
pub struct Reference {
    /// Citation key, as in `@key`.
    pub id: Spanned<CitationKey>,
    /// What sort of work it is.
    #[serde(rename = "type")]
    pub kind: ReferenceKind,
    /// Title.
    pub title: Markup,
    /// Authors, as `Family, Given`; a name without comma is an institution or a single name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(transform = or_one)]
    pub author: Vec<Name>,
    /// Editors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(transform = or_one)]
    pub editor: Vec<Name>,
    /// Translators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(transform = or_one)]
    pub translator: Vec<Name>,
    /// Date of publication: a year, a date, or words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<CslDate>,
    /// Date of the last visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessed: Option<CslDate>,
    /// Journal or book that holds the work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub container_title: Option<Markup>,
    /// Series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collection_title: Option<Markup>,
    /// Publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub publisher: Option<String>,
    /// Town of the publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub publisher_place: Option<String>,
    /// Edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(transform = or_number, length(min = 1))]
    pub edition: Option<String>,
    /// Volume.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(transform = or_number, length(min = 1))]
    pub volume: Option<String>,
    /// Issue of the volume.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(transform = or_number, length(min = 1))]
    pub issue: Option<String>,
    /// Number of a report or law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(transform = or_number, length(min = 1))]
    pub number: Option<String>,
    /// Pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(transform = or_number, length(min = 1))]
    pub page: Option<String>,
    /// Sort of thesis or report, such as "Disertasi".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub genre: Option<String>,
    /// Conference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub event_title: Option<String>,
    /// Language of the work, as a tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub language: Option<String>,
    /// Digital object identifier, without the address before it.
    #[serde(rename = "DOI", default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub doi: Option<String>,
    /// Book number.
    #[serde(rename = "ISBN", default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub isbn: Option<String>,
    /// Serial number of a journal.
    #[serde(rename = "ISSN", default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub issn: Option<String>,
    /// Address on the web.
    #[serde(rename = "URL", default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub url: Option<Spanned<String>>,
}

impl Reference {
    /// A work of which only the title is known.
    pub fn new(id: CitationKey, kind: ReferenceKind, title: impl Into<Markup>) -> Self {
        Self {
            id: id.into(),
            kind,
            title: title.into(),
            author: Vec::new(),
            editor: Vec::new(),
            translator: Vec::new(),
            issued: None,
            accessed: None,
            container_title: None,
            collection_title: None,
            publisher: None,
            publisher_place: None,
            edition: None,
            volume: None,
            issue: None,
            number: None,
            page: None,
            genre: None,
            event_title: None,
            language: None,
            doi: None,
            isbn: None,
            issn: None,
            url: None,
        }
    }
}

/// What sort of work a reference is: the types of CSL 1.0.2, appendix III.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ReferenceKind {
    /// A paper in no journal, such as a preprint.
    Article,
    /// A paper in a journal.
    ArticleJournal,
    /// A piece in a magazine.
    ArticleMagazine,
    /// A piece in a newspaper.
    ArticleNewspaper,
    /// A draft of a law.
    Bill,
    /// A book.
    Book,
    /// A broadcast.
    Broadcast,
    /// A part of a book.
    Chapter,
    /// A classic or sacred work.
    Classic,
    /// A collection in an archive.
    Collection,
    /// A data set.
    Dataset,
    /// Anything else.
    Document,
    /// An entry of a catalogue or database.
    Entry,
    /// An entry of a dictionary.
    EntryDictionary,
    /// An entry of an encyclopedia.
    EntryEncyclopedia,
    /// An event.
    Event,
    /// A figure of another work.
    Figure,
    /// A picture or work of art.
    Graphic,
    /// A hearing.
    Hearing,
    /// An interview.
    Interview,
    /// A decision of a court.
    #[serde(rename = "legal_case")]
    LegalCase,
    /// A law.
    Legislation,
    /// A manuscript.
    Manuscript,
    /// A map.
    Map,
    /// A film or video.
    #[serde(rename = "motion_picture")]
    MotionPicture,
    /// A score.
    #[serde(rename = "musical_score")]
    MusicalScore,
    /// A brochure.
    Pamphlet,
    /// A paper in the proceedings of a conference.
    PaperConference,
    /// A patent.
    Patent,
    /// A performance.
    Performance,
    /// A whole journal or magazine.
    Periodical,
    /// A letter or message.
    #[serde(rename = "personal_communication")]
    PersonalCommunication,
    /// A post on a forum or network.
    Post,
    /// A post on a blog.
    PostWeblog,
    /// A regulation.
    Regulation,
    /// A report.
    Report,
    /// A review.
    Review,
    /// A review of a book.
    ReviewBook,
    /// A program.
    Software,
    /// A recording.
    Song,
    /// A talk.
    Speech,
    /// A standard.
    Standard,
    /// A thesis or dissertation.
    Thesis,
    /// A treaty.
    Treaty,
    /// A web page.
    Webpage,
}

/// A personal or corporate name: family and given name, or a literal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(transform = or_text)]
#[non_exhaustive]
pub struct Name {
    /// Family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub family: Option<String>,
    /// Given names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub given: Option<String>,
    /// A particle that is not sorted by, such as "van".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub non_dropping_particle: Option<String>,
    /// What follows the name, such as "Jr.".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub suffix: Option<String>,
    /// An institution, or a name of one word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub literal: Option<String>,
}

impl Name {
    const EMPTY: Self = Self {
        family: None,
        given: None,
        non_dropping_particle: None,
        suffix: None,
        literal: None,
    };

    /// A person.
    pub fn person(family: impl Into<String>, given: impl Into<String>) -> Self {
        Self {
            family: Some(family.into()),
            given: Some(given.into()),
            ..Self::EMPTY
        }
    }

    /// An institution, or a person of one name.
    pub fn literal(name: impl Into<String>) -> Self {
        Self {
            literal: Some(name.into()),
            ..Self::EMPTY
        }
    }
}

/// A date as CSL-JSON writes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(transform = or_text_or_year)]
#[non_exhaustive]
pub struct CslDate {
    /// Year, month, day; two dates make a range.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 2), inner(length(min = 1, max = 3)))]
    pub date_parts: Vec<Vec<i32>>,
    /// A date in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub literal: Option<String>,
}

impl CslDate {
    /// A year.
    pub fn year(year: i32) -> Self {
        Self {
            date_parts: vec![vec![year]],
            literal: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_have_two_names_and_institutions_one() {
        let person = Name::person("Parsons", "Talcott");
        assert_eq!(person.family.as_deref(), Some("Parsons"));
        assert_eq!(person.given.as_deref(), Some("Talcott"));
        assert_eq!(person.literal, None);
        let office = Name::literal("Badan Pusat Statistik");
        assert_eq!(office.literal.as_deref(), Some("Badan Pusat Statistik"));
        assert_eq!((office.family, office.given), (None, None));
    }
}
