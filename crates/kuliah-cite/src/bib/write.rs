//! References as BibLaTeX text; the opposite of [`read_bib`](super::read_bib).

use std::fmt::Write as _;

use biblatex::{Chunk, ChunksExt, Spanned};
use serde_json::{Map, Value};

use crate::rich::parse_rich_text;

/// Fields whose value means the same in both, and the names of BibLaTeX.
const SAME: [(&str, &str); 13] = [
    ("collection-title", "series"),
    ("publisher-place", "location"),
    ("edition", "edition"),
    ("volume", "volume"),
    ("number", "number"),
    ("issue", "number"),
    ("page", "pages"),
    ("event-title", "eventtitle"),
    ("language", "langid"),
    ("DOI", "doi"),
    ("ISBN", "isbn"),
    ("ISSN", "issn"),
    ("URL", "url"),
];

/// Mark the start and end of emphasis until the writer is done; no text holds them.
const MARKS: [(char, &str); 3] = [
    ('\u{e000}', "\\textit{"),
    ('\u{e001}', "\\textbf{"),
    ('\u{e002}', "}"),
];

/// Writes references, given as CSL-JSON objects, as the text of a `.bib` file.
///
/// Fields are those a [`Reference`](crate::Reference) may have. Small capitals and raised or
/// lowered words are written plainly.
pub fn write_bib(references: &[Map<String, Value>]) -> String {
    let mut out = String::new();
    for (place, reference) in references.iter().enumerate() {
        if place > 0 {
            out.push('\n');
        }
        entry(reference, &mut out);
    }
    out
}

fn entry(fields: &Map<String, Value>, out: &mut String) {
    let kind = text(fields, "type");
    let mut entry = Entry {
        fields,
        lines: String::new(),
    };
    let (bib_type, subtype) = bib_type(&kind);
    for role in ["author", "editor", "translator"] {
        entry.names(role);
    }
    entry.rich("title", "title");
    entry.rich("container-title", container_field(bib_type));
    entry.date("issued", "date");
    entry.date("accessed", "urldate");
    let publisher = match bib_type {
        "thesis" | "report" => "institution",
        "online" | "misc" | "software" => "organization",
        _ => "publisher",
    };
    entry.rich("publisher", publisher);
    if bib_type == "thesis" || bib_type == "report" {
        entry.rich("genre", "type");
    }
    for (name, field) in SAME {
        // An article has an issue, other works a number.
        if !(name == "number" && fields.contains_key("issue")) {
            entry.rich(name, field);
        }
    }
    if let Some(subtype) = subtype {
        entry.line("entrysubtype", &format!("{{{subtype}}}"));
    }
    let _ = write!(
        out,
        "@{bib_type}{{{},\n{}}}\n",
        text(fields, "id"),
        entry.lines
    );
}

/// The type of BibLaTeX, and what tells it from its like.
fn bib_type(kind: &str) -> (&'static str, Option<&'static str>) {
    match kind {
        "article-journal" | "article" => ("article", None),
        "article-magazine" => ("article", Some("magazine")),
        "article-newspaper" => ("article", Some("newspaper")),
        "book" => ("book", None),
        "pamphlet" => ("booklet", None),
        "chapter" => ("incollection", None),
        "paper-conference" => ("inproceedings", None),
        "entry" | "entry-dictionary" | "entry-encyclopedia" => ("inreference", None),
        "thesis" => ("thesis", None),
        "report" => ("report", None),
        "webpage" | "post" | "post-weblog" => ("online", None),
        "periodical" => ("periodical", None),
        "manuscript" => ("unpublished", None),
        "patent" => ("patent", None),
        "software" => ("software", None),
        "dataset" => ("dataset", None),
        "legislation" | "bill" | "regulation" => ("legislation", None),
        "legal_case" => ("jurisdiction", None),
        "standard" => ("standard", None),
        "personal_communication" => ("letter", None),
        "motion_picture" | "broadcast" => ("movie", None),
        "song" => ("audio", None),
        "graphic" | "figure" | "map" => ("artwork", None),
        "performance" => ("performance", None),
        "review" | "review-book" => ("review", None),
        _ => ("misc", None),
    }
}

fn container_field(bib_type: &str) -> &'static str {
    match bib_type {
        "article" | "review" | "periodical" => "journaltitle",
        "online" => "organization",
        _ => "booktitle",
    }
}

/// An entry on its way into text.
struct Entry<'a> {
    fields: &'a Map<String, Value>,
    lines: String,
}

impl Entry<'_> {
    fn line(&mut self, name: &str, value: &str) {
        let _ = writeln!(self.lines, "  {name} = {value},");
    }

    fn rich(&mut self, name: &str, field: &str) {
        let value = text(self.fields, name);
        if value.is_empty() || self.lines.contains(&format!("  {field} = ")) {
            return;
        }
        let verbatim = matches!(field, "doi" | "url");
        let mut marked = String::new();
        for run in parse_rich_text(&value) {
            let opened = [(run.italic, MARKS[0].0), (run.bold, MARKS[1].0)];
            let opened: Vec<char> = opened
                .into_iter()
                .filter(|it| it.0)
                .map(|it| it.1)
                .collect();
            marked.extend(&opened);
            marked.push_str(&run.text);
            marked.extend(opened.iter().map(|_| MARKS[2].0));
        }
        let marked = if field == "pages" {
            marked.replace('-', "--")
        } else {
            marked
        };
        let mut written = [normal(marked)].to_biblatex_string(verbatim);
        for (mark, tex) in MARKS {
            written = written.replace(mark, tex);
        }
        self.line(field, &written);
    }

    fn names(&mut self, role: &str) {
        let Some(Value::Array(names)) = self.fields.get(role) else {
            return;
        };
        let one = |name: &Value| {
            let part = |key: &str| name.get(key).and_then(Value::as_str).unwrap_or_default();
            let escaped = |text: &str| {
                let written = [normal(text.to_owned())].to_biblatex_string(false);
                let inner = written
                    .strip_prefix('{')
                    .and_then(|it| it.strip_suffix('}'));
                inner.unwrap_or_default().to_owned()
            };
            if !part("literal").is_empty() {
                return format!("{{{}}}", escaped(part("literal")));
            }
            let family = [part("non-dropping-particle"), part("family")].join(" ");
            let parts = [family.trim(), part("suffix"), part("given")];
            let parts: Vec<_> = parts
                .iter()
                .filter(|it| !it.is_empty())
                .map(|it| escaped(it))
                .collect();
            parts.join(", ")
        };
        let names: Vec<_> = names.iter().map(one).filter(|it| !it.is_empty()).collect();
        if !names.is_empty() {
            self.line(role, &format!("{{{}}}", names.join(" and ")));
        }
    }

    fn date(&mut self, name: &str, field: &str) {
        let Some(date) = self.fields.get(name) else {
            return;
        };
        let point = |parts: &Value| {
            let parts = parts.as_array().map(Vec::as_slice).unwrap_or_default();
            let parts: Vec<String> = parts
                .iter()
                .enumerate()
                .filter_map(|(at, it)| {
                    let number = it.as_i64()?;
                    Some(if at == 0 {
                        format!("{number:04}")
                    } else {
                        format!("{number:02}")
                    })
                })
                .collect();
            parts.join("-")
        };
        let points: Vec<_> = date
            .get("date-parts")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .map(point)
            .collect();
        if !points.is_empty() {
            self.line(field, &format!("{{{}}}", points.join("/")));
        } else if let Some(words) = date.get("literal").and_then(Value::as_str) {
            let field = if field == "date" { "year" } else { field };
            let written = [normal(words.to_owned())].to_biblatex_string(false);
            self.line(field, &written);
        }
    }
}

fn normal(text: String) -> Spanned<Chunk> {
    Spanned::detached(Chunk::Normal(text))
}

fn text(fields: &Map<String, Value>, name: &str) -> String {
    match fields.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::read_bib;

    #[test]
    fn what_is_written_reads_back() {
        let works = json!([
            {
                "id": "buku1978", "type": "book", "title": "Peran <i>enabler</i> & {lain} 50%",
                "author": [{"family": "Barker", "given": "R. L."}, {"literal": "Badan Pusat Contoh"}],
                "issued": {"date-parts": [[1978]]}, "publisher": "Penerbit", "publisher-place": "Bandung",
                "edition": "4", "ISBN": "978-0-00-000000-2", "collection-title": "Seri",
            },
            {
                "id": "artikel", "type": "article-journal", "title": "Judul artikel",
                "author": [{"family": "Hernández", "given": "S.", "suffix": "Jr."}],
                "issued": {"date-parts": [[2015, 3, 9]]}, "container-title": "Jurnal Contoh",
                "volume": "3", "issue": "2", "page": "15-29", "DOI": "10.1000/a_b",
            },
            {
                "id": "bab", "type": "chapter", "title": "Judul bab", "container-title": "Kumpulan",
                "author": [{"literal": "Sukarno"}], "editor": [{"family": "Wibowo", "given": "A."}],
                "issued": {"date-parts": [[1990]]}, "page": "10-20", "publisher": "Penerbit",
            },
            {
                "id": "laman", "type": "webpage", "title": "Judul laman",
                "URL": "https://example.org/a_b?c=1&d=%20", "accessed": {"date-parts": [[2018, 12, 29]]},
            },
            {
                "id": "tesis", "type": "thesis", "title": "Judul tesis", "publisher": "Universitas",
                "genre": "Disertasi", "issued": {"date-parts": [[2020]]},
            },
        ]);
        let works: Vec<Map<String, Value>> = serde_json::from_value(works).expect("objects");
        let written = write_bib(&works);
        let read = read_bib(&written).unwrap_or_else(|errors| panic!("{errors:?}\n{written}"));
        let read: Vec<_> = read
            .into_iter()
            .map(|it| Value::Object(it.reference))
            .collect();
        let works: Vec<_> = works.into_iter().map(Value::Object).collect();
        assert_eq!(read, works, "{written}");
    }
}
