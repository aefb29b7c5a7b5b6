//! `citation/incomplete-reference`.

use kuliah_source::Message;

use crate::check::{Context, Sink, declare_rule};
use crate::model::{Reference, ReferenceKind};

declare_rule! {
    /// ## What it finds
    ///
    /// A reference that lacks what a reader needs to find a work of its type: the publisher of a
    /// book, the journal of an article, the address of a page on the web; and a date in words from
    /// which no year can be told. What each type needs is taken from chapter 10 of the APA manual
    /// (seventh edition). A work of type `document` needs nothing but its title.
    ///
    /// ## Why it matters
    ///
    /// Students cannot order, borrow or search for a work of which half is unknown.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: suharto2014, type: book, title: Judul, author: "Suharto, Edi", issued: 2014}
    /// ---
    /// # Materi
    ///
    /// Advokasi adalah keberpihakan [@suharto2014].
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: suharto2014, type: book, title: Judul, author: "Suharto, Edi", issued: 2014, publisher: Refika Aditama}
    /// ---
    /// # Materi
    ///
    /// Advokasi adalah keberpihakan [@suharto2014].
    /// ```
    "citation/incomplete-reference", Warning, since "0.1.0", origin Check, check check,
}

/// A field of a reference that a type of work may need.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
enum Field {
    Author,
    Editor,
    Issued,
    ContainerTitle,
    EventTitle,
    Publisher,
    Volume,
    Number,
    Genre,
    Doi,
    Url,
}

/// One thing a work needs: any of these fields.
type Need = &'static [Field];

const MAKER: Need = &[Field::Author, Field::Editor];
const DATE: Need = &[Field::Issued];
const HOLDER: Need = &[Field::ContainerTitle];
const ADDRESS: Need = &[Field::Url, Field::Doi];

/// What each type of work needs, with the section of the APA manual (seventh edition, 2020) that
/// asks for it. Types that are not here need nothing but their title.
const NEEDS: &[(&[ReferenceKind], &[Need], &str)] = &[
    (
        &[ReferenceKind::ArticleJournal],
        &[
            MAKER,
            DATE,
            HOLDER,
            &[Field::Volume, Field::Doi, Field::Url],
        ],
        "10.1",
    ),
    (
        &[
            ReferenceKind::ArticleMagazine,
            ReferenceKind::ArticleNewspaper,
        ],
        &[DATE, HOLDER],
        "10.1",
    ),
    (
        &[ReferenceKind::Book],
        &[MAKER, DATE, &[Field::Publisher, Field::Doi, Field::Url]],
        "10.2",
    ),
    (
        &[ReferenceKind::Chapter],
        &[
            MAKER,
            DATE,
            HOLDER,
            &[Field::Publisher, Field::Doi, Field::Url],
        ],
        "10.3",
    ),
    (
        &[ReferenceKind::Report],
        &[&[Field::Author, Field::Editor, Field::Publisher], DATE],
        "10.4",
    ),
    (
        &[ReferenceKind::PaperConference],
        &[MAKER, DATE, &[Field::ContainerTitle, Field::EventTitle]],
        "10.5",
    ),
    (
        &[ReferenceKind::Thesis],
        &[&[Field::Author], DATE, &[Field::Genre], &[Field::Publisher]],
        "10.6",
    ),
    (
        &[
            ReferenceKind::Webpage,
            ReferenceKind::Post,
            ReferenceKind::PostWeblog,
        ],
        &[ADDRESS],
        "10.15, 10.16",
    ),
    (
        &[ReferenceKind::Legislation, ReferenceKind::Regulation],
        &[DATE, &[Field::Number, Field::ContainerTitle, Field::Url]],
        "11.5",
    ),
];

/// Words that stand for a date on purpose: without a date, in press.
const UNDATED: &[&str] = &[
    "t.t.",
    "tanpa tahun",
    "n.d.",
    "no date",
    "in press",
    "forthcoming",
    "dalam proses cetak",
    "dalam penerbitan",
    "akan terbit",
    "segera terbit",
];

impl Field {
    fn name(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Editor => "editor",
            Self::Issued => "issued",
            Self::ContainerTitle => "container-title",
            Self::EventTitle => "event-title",
            Self::Publisher => "publisher",
            Self::Volume => "volume",
            Self::Number => "number",
            Self::Genre => "genre",
            Self::Doi => "DOI",
            Self::Url => "URL",
        }
    }

    fn is_in(self, work: &Reference) -> bool {
        match self {
            Self::Author => !work.author.is_empty(),
            Self::Editor => !work.editor.is_empty(),
            Self::Issued => work.issued.is_some(),
            Self::ContainerTitle => work.container_title.is_some(),
            Self::EventTitle => work.event_title.is_some(),
            // An institution that wrote a work most often publishes it too, and is then named once
            // (APA 9.29).
            Self::Publisher => {
                work.publisher.is_some() || work.author.iter().any(|it| it.literal.is_some())
            }
            Self::Volume => work.volume.is_some(),
            Self::Number => work.number.is_some(),
            Self::Genre => work.genre.is_some(),
            Self::Doi => work.doi.is_some(),
            Self::Url => work.url.is_some(),
        }
    }
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for work in cx.references() {
        let missing = missing(work);
        if !missing.is_empty() {
            let message = Message::new("citation/incomplete-reference")
                .with("key", work.id.as_str())
                .with("missing", missing);
            let finding = sink.report(work.id.span(), message);
            finding.help = Some(Message::new("citation/incomplete-reference.help"));
        }
        if let Some(words) = undated(work) {
            let message = Message::new("citation/incomplete-reference.date")
                .with("key", work.id.as_str())
                .with("words", words);
            let finding = sink.report(work.id.span(), message);
            let help = Message::new("citation/incomplete-reference.date-help");
            finding.help = Some(help.with("year", year_in(words).unwrap_or("2014")));
        }
    }
}

/// The keys that are missing, `author or editor` where one of them would do.
fn missing(work: &Reference) -> Vec<String> {
    let needs = NEEDS.iter().find(|(kinds, ..)| kinds.contains(&work.kind));
    let needs = needs.map_or(&[] as &[Need], |(_, needs, _)| needs);
    let lacks = |need: &&Need| !need.iter().any(|field| field.is_in(work));
    let names = |need: &Need| {
        let names: Vec<_> = need
            .iter()
            .map(|field| format!("`{}`", field.name()))
            .collect();
        names.join("/")
    };
    needs.iter().filter(lacks).map(names).collect()
}

/// The words of a date that the program cannot read, but for those that say there is none.
fn undated(work: &Reference) -> Option<&str> {
    let words = work.issued.as_ref()?.literal.as_deref()?;
    let known = UNDATED
        .iter()
        .any(|it| it.eq_ignore_ascii_case(words.trim()));
    (!known).then_some(words)
}

fn year_in(words: &str) -> Option<&str> {
    let mut numbers = words.split(|c: char| !c.is_ascii_digit());
    numbers.find(|it| it.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CitationKey, Name};

    fn work(kind: ReferenceKind) -> Reference {
        Reference::new(CitationKey::new("a").expect("a key"), kind, "Judul")
    }

    #[test]
    fn every_type_says_what_it_needs() {
        let mut book = work(ReferenceKind::Book);
        assert_eq!(
            missing(&book),
            ["`author`/`editor`", "`issued`", "`publisher`/`DOI`/`URL`"]
        );
        book.editor = vec![Name::person("Suharto", "Edi")];
        book.publisher = Some("Penerbit".to_owned());
        assert_eq!(missing(&book), ["`issued`"]);
        assert_eq!(missing(&work(ReferenceKind::Webpage)), ["`URL`/`DOI`"]);
        assert!(missing(&work(ReferenceKind::Document)).is_empty());
    }

    #[test]
    fn words_that_say_there_is_no_date_are_no_slip() {
        let dated = |words: &str| {
            let mut work = work(ReferenceKind::Document);
            let mut date = crate::model::CslDate::year(0);
            date.date_parts.clear();
            date.literal = Some(words.to_owned());
            work.issued = Some(date);
            work
        };
        assert_eq!(undated(&dated("t.t.")), None);
        assert_eq!(undated(&dated("In press")), None);
        assert_eq!(undated(&dated("tahun 2014")), Some("tahun 2014"));
        assert_eq!(year_in("Desember 2014"), Some("2014"));
    }
}
