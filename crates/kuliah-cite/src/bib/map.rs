//! Fields and types of BibTeX and BibLaTeX under their CSL names.

use biblatex::Entry;
use serde_json::{Map, Value};

use super::{date, names, text};
use crate::rich::write_rich_text;

/// Turns a resolved entry into a CSL-JSON object.
pub(super) fn to_csl(key: &str, bib_type: &str, entry: &Entry) -> Map<String, Value> {
    let kind = csl_type(bib_type, entry);
    let mut csl = Csl {
        entry,
        bib_type,
        object: Map::new(),
    };
    csl.put("id", Some(key.to_owned()));
    csl.put("type", Some(kind.to_owned()));
    csl.put("title", csl.title("title", "subtitle"));
    csl.put_names("author", "author");
    if csl.plain("editortype").is_none_or(|it| it == "editor") {
        csl.put_names("editor", "editor");
    }
    csl.put_names("translator", "translator");
    csl.put_value("issued", date::issued(entry));
    csl.put_value("accessed", csl.plain("urldate").map(|it| date::read(&it)));
    csl.put_container(kind);
    csl.put("collection-title", csl.rich("series"));
    csl.put_publisher(kind);
    csl.put("publisher-place", csl.first(&["location", "address"]));
    csl.put("edition", csl.plain("edition").map(|it| edition(&it)));
    csl.put("volume", csl.plain("volume"));
    csl.put_number(kind);
    csl.put("page", csl.plain("pages").map(|it| pages(&it)));
    csl.put("genre", csl.genre());
    csl.put("event-title", csl.rich("eventtitle"));
    csl.put(
        "language",
        csl.first(&["langid", "language"])
            .and_then(|it| language(&it)),
    );
    csl.put("DOI", csl.verbatim("doi"));
    csl.put("ISBN", csl.plain("isbn"));
    csl.put("ISSN", csl.plain("issn"));
    csl.put("URL", csl.url());
    csl.object
}

/// The CSL type; the table follows that of the CSL project for BibLaTeX.
fn csl_type(bib_type: &str, entry: &Entry) -> &'static str {
    let subtype = entry.get("entrysubtype").map(text::plain);
    let linked = ["url", "howpublished"]
        .iter()
        .any(|it| entry.get(it).is_some());
    match bib_type {
        "article" | "suppperiodical" => match subtype.as_deref() {
            Some("magazine") => "article-magazine",
            Some("newspaper") => "article-newspaper",
            _ => "article-journal",
        },
        "book" | "mvbook" | "manual" | "collection" | "mvcollection" | "proceedings"
        | "mvproceedings" | "reference" | "mvreference" => "book",
        "booklet" => "pamphlet",
        "inbook" | "bookinbook" | "suppbook" | "incollection" | "suppcollection" => "chapter",
        "inproceedings" | "conference" => "paper-conference",
        "inreference" => "entry-encyclopedia",
        "thesis" | "phdthesis" | "mastersthesis" | "mathesis" => "thesis",
        "report" | "techreport" => "report",
        "online" | "electronic" | "www" | "webpage" => "webpage",
        "periodical" => "periodical",
        "unpublished" => "manuscript",
        "patent" => "patent",
        "software" => "software",
        "dataset" => "dataset",
        "legislation" | "legal" | "law" => "legislation",
        "jurisdiction" => "legal_case",
        "standard" => "standard",
        "letter" => "personal_communication",
        "movie" | "video" => "motion_picture",
        "audio" | "music" => "song",
        "artwork" | "image" => "graphic",
        "performance" => "performance",
        "review" => "review",
        "misc" if linked => "webpage",
        _ => "document",
    }
}

/// An entry on its way into an object.
struct Csl<'a> {
    entry: &'a Entry,
    /// In lower case.
    bib_type: &'a str,
    object: Map<String, Value>,
}

impl Csl<'_> {
    fn put(&mut self, key: &str, text: Option<String>) {
        self.put_value(key, text.filter(|it| !it.is_empty()).map(Value::String));
    }

    fn put_value(&mut self, key: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.object.insert(key.to_owned(), value);
        }
    }

    fn put_names(&mut self, key: &str, field: &str) {
        self.put_value(key, names::names(self.entry, field));
    }

    fn plain(&self, field: &str) -> Option<String> {
        let text = text::plain(self.entry.get(field)?);
        (!text.is_empty()).then_some(text)
    }

    /// A value without TeX.
    fn verbatim(&self, field: &str) -> Option<String> {
        self.plain(field)
            .map(|text| text.replace("\\_", "_").replace("\\%", "%"))
    }

    fn rich(&self, field: &str) -> Option<String> {
        let runs = text::runs(self.entry.get(field)?);
        (!runs.is_empty()).then(|| write_rich_text(&runs))
    }

    fn first(&self, fields: &[&str]) -> Option<String> {
        fields.iter().find_map(|field| self.plain(field))
    }

    /// Title and subtitle, parted by a colon unless the title ends in a mark.
    fn title(&self, title: &str, subtitle: &str) -> Option<String> {
        let Some(sub) = self.rich(subtitle) else {
            return self.rich(title);
        };
        let Some(title) = self.rich(title) else {
            return Some(sub);
        };
        let between = if title.ends_with(['?', '!', ':', '.']) {
            " "
        } else {
            ": "
        };
        Some(format!("{title}{between}{sub}"))
    }

    /// Journal, magazine, book or encyclopaedia.
    fn put_container(&mut self, kind: &str) {
        let journal = ["journaltitle", "journal"]
            .iter()
            .find(|field| self.entry.get(field).is_some())
            .and_then(|field| self.title(field, "journalsubtitle"));
        let book = || {
            let book = self.title("booktitle", "booksubtitle");
            book.or_else(|| self.title("maintitle", "mainsubtitle"))
        };
        let title = match kind {
            "chapter" | "paper-conference" | "entry-encyclopedia" => book().or(journal),
            _ => journal,
        };
        self.put("container-title", title);
    }

    fn put_publisher(&mut self, kind: &str) {
        let fields: &[&str] = match kind {
            "thesis" | "report" => &["institution", "school", "publisher", "organization"],
            _ => &["publisher", "organization", "institution", "school"],
        };
        let found = fields.iter().find(|field| self.entry.get(field).is_some());
        let parts = found.and_then(|field| self.entry.get_as::<Vec<biblatex::Chunks>>(field).ok());
        let parts = parts.unwrap_or_default();
        let parts: Vec<_> = parts
            .iter()
            .map(|it| text::plain(it))
            .filter(|it| !it.is_empty())
            .collect();
        self.put("publisher", Some(parts.join("; ")));
    }

    /// The number of an issue, of an article without pages, of a report and the like; that of a
    /// book counts its series, for which a reference has no place.
    fn put_number(&mut self, kind: &str) {
        let number = self.plain("number");
        let periodical = kind.starts_with("article") || kind == "periodical";
        if periodical {
            self.put("issue", number.or_else(|| self.plain("issue")));
            if self.entry.get("pages").is_none() {
                self.put("number", self.plain("eid"));
            }
        } else if !matches!(
            kind,
            "book" | "chapter" | "paper-conference" | "entry-encyclopedia"
        ) {
            self.put("number", number);
        }
    }

    /// The kind of thesis or report, from `type` or the type of the entry.
    fn genre(&self) -> Option<String> {
        let genre = self.plain("type");
        let indonesian = self
            .first(&["langid", "language"])
            .and_then(|it| language(&it))
            .is_some_and(|it| it == "id");
        let words = |id: &str, en: &str| Some(if indonesian { id } else { en }.to_owned());
        match genre.as_deref().unwrap_or(self.bib_type) {
            "phdthesis" => words("Disertasi", "Doctoral dissertation"),
            "mathesis" | "mastersthesis" => words("Tesis", "Master’s thesis"),
            "bathesis" | "bachelorthesis" => words("Skripsi", "Bachelor’s thesis"),
            "techreport" if genre.is_some() => words("Laporan teknis", "Technical report"),
            "resreport" => words("Laporan penelitian", "Research report"),
            _ => genre,
        }
    }

    /// `url`, an address in `howpublished`, or that of a preprint.
    fn url(&self) -> Option<String> {
        let is_address = |it: &String| it.starts_with("http://") || it.starts_with("https://");
        let found = self
            .verbatim("url")
            .or_else(|| self.verbatim("howpublished").filter(is_address));
        let preprint = || {
            let archive = self.first(&["eprinttype", "archiveprefix"])?;
            let address = |number: String| format!("https://arxiv.org/abs/{number}");
            let known = archive.eq_ignore_ascii_case("arxiv") && self.entry.get("doi").is_none();
            known
                .then(|| self.verbatim("eprint").map(address))
                .flatten()
        };
        found.or_else(preprint)
    }
}

/// "10--20", "10–20" and "10 - 20" as "10-20".
fn pages(text: &str) -> String {
    let plain = text.replace(['–', '—'], "-").replace("--", "-");
    plain
        .split('-')
        .map(str::trim)
        .collect::<Vec<_>>()
        .join("-")
}

/// "2nd", "Second", "ke-2" and "kedua" as "2"; other words are kept.
fn edition(text: &str) -> String {
    const WORDS: [(&str, &str); 10] = [
        ("first", "pertama"),
        ("second", "kedua"),
        ("third", "ketiga"),
        ("fourth", "keempat"),
        ("fifth", "kelima"),
        ("sixth", "keenam"),
        ("seventh", "ketujuh"),
        ("eighth", "kedelapan"),
        ("ninth", "kesembilan"),
        ("tenth", "kesepuluh"),
    ];
    let lower = text.to_lowercase();
    let mut words = lower
        .split_whitespace()
        .filter(|it| !matches!(*it, "edition" | "edisi" | "ed."));
    let (Some(word), None) = (words.next(), words.next()) else {
        return text.to_owned();
    };
    if let Some(at) = WORDS.iter().position(|(en, id)| word == *en || word == *id) {
        return (at + 1).to_string();
    }
    let word = word.strip_prefix("ke-").unwrap_or(word);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..).unwrap_or_default();
    let number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if number && matches!(ending, "" | "st" | "nd" | "rd" | "th") {
        return digits.to_owned();
    }
    text.to_owned()
}

/// The BCP 47 tag of a language of babel, or the tag itself.
fn language(name: &str) -> Option<String> {
    const NAMES: [(&str, &str); 17] = [
        ("indonesian", "id"),
        ("bahasa", "id"),
        ("bahasai", "id"),
        ("bahasa indonesia", "id"),
        ("indonesia", "id"),
        ("malay", "ms"),
        ("english", "en"),
        ("american", "en-US"),
        ("usenglish", "en-US"),
        ("british", "en-GB"),
        ("ukenglish", "en-GB"),
        ("inggris", "en"),
        ("dutch", "nl"),
        ("german", "de"),
        ("ngerman", "de"),
        ("french", "fr"),
        ("arabic", "ar"),
    ];
    let lower = name.to_lowercase();
    if let Some((_, tag)) = NAMES.iter().find(|(known, _)| *known == lower) {
        return Some((*tag).to_owned());
    }
    let primary = name.split('-').next().unwrap_or_default();
    let tag = matches!(primary.len(), 2 | 3)
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    tag.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editions_become_numbers() {
        for text in [
            "4",
            "4th",
            "Fourth",
            "fourth edition",
            "ke-4",
            "Keempat",
            "Edisi keempat",
        ] {
            assert_eq!(edition(text), "4", "{text}");
        }
        for text in ["Revised", "2nd revised", "edisi"] {
            assert_eq!(edition(text), text);
        }
    }

    #[test]
    fn languages_become_tags() {
        for (name, tag) in [
            ("indonesian", Some("id")),
            ("British", Some("en-GB")),
            ("pt-BR", Some("pt-BR")),
            ("klingonisch", None),
        ] {
            assert_eq!(language(name).as_deref(), tag, "{name}");
        }
    }

    #[test]
    fn dashes_of_pages_are_made_alike() {
        for text in ["10--20", "10-20", "10–20", "10 - 20"] {
            assert_eq!(pages(text), "10-20", "{text}");
        }
    }
}
