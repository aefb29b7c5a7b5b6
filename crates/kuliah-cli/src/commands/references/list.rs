//! References as text and as data.

use kuliah::SourceMap;
use kuliah::references::{Collection, Duplicate, Entry, FormattedReference, Likeness};
use serde_json::{Value, json};

use super::words::Words;
use crate::report::{Sources, escape, escape_json};

/// The version of the data; it grows when a program that reads the old one would fail.
const VERSION: u32 = 1;

/// The most authors that a list names.
const MOST_AUTHORS: usize = 2;

/// A line for each reference, below a line of heads.
pub(super) fn table(entries: &[Entry], words: Words) -> String {
    let row = |entry: &Entry| {
        let authors = authors(&entry.authors(), words);
        let title = entry.title();
        let work = if authors.is_empty() {
            title
        } else {
            format!("{authors}: {title}")
        };
        let year = entry.year().unwrap_or_else(|| words.undated().to_owned());
        let cells = [
            entry.key().to_owned(),
            words.cited(entry.cited),
            year,
            entry.kind().to_owned(),
            work,
        ];
        cells.map(|it| escape(&it))
    };
    let heads = words.heads().map(str::to_owned);
    let rows: Vec<_> = std::iter::once(heads)
        .chain(entries.iter().map(row))
        .collect();
    let width = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at));
        cells.map(|it| it.chars().count()).max().unwrap_or_default()
    };
    let [key, cited, year, kind] = [0, 1, 2, 3].map(width);
    let lines = rows.iter().map(|[a, b, c, d, e]| {
        format!("{a:key$}  {b:cited$}  {c:year$}  {d:kind$}  {e}")
            .trim_end()
            .to_owned()
            + "\n"
    });
    lines.collect()
}

/// "Barker", "Barker, Compton", "Barker et al."
fn authors(names: &[String], words: Words) -> String {
    match names {
        [first, _, _, ..] if names.len() > MOST_AUTHORS => format!("{first} {}", words.others()),
        names => names.join(", "),
    }
}

/// A paragraph for each reference, as the reference list prints it.
pub(super) fn paragraphs(formatted: &[FormattedReference]) -> String {
    let line = |it: &FormattedReference| {
        let label = it.label.as_ref().map(|label| format!("{label} "));
        escape(&(label.unwrap_or_default() + &it.text())) + "\n"
    };
    formatted.iter().map(line).collect()
}

/// A line for each pair that is most likely one work, with both places.
pub(super) fn pairs(
    collection: &Collection,
    found: &[Duplicate],
    sources: &Sources<'_>,
    words: Words,
) -> String {
    let entry = |at: usize| collection.entries.get(at);
    let place = |entry: &Entry| match sources.place(entry.span) {
        Some(place) => format!("{} ({}:{})", entry.key(), place.path, place.from.line),
        None => entry.key().to_owned(),
    };
    let line = |it: &Duplicate| {
        let (first, second) = (entry(it.first)?, entry(it.second)?);
        let same = words.same(it.likeness);
        Some(escape(&format!("{}, {}: {same}", place(first), place(second))) + "\n")
    };
    found.iter().filter_map(line).collect()
}

/// All of it as data.
pub(super) fn data(
    collection: &Collection,
    style: &str,
    formatted: Option<&[FormattedReference]>,
    duplicates: &[Duplicate],
    (sources, map): (&Sources<'_>, &SourceMap),
) -> anyhow::Result<String> {
    let reference = |entry: &Entry| {
        let place = sources.place(entry.span);
        let place = place
            .map(|it| json!({"path": it.path, "line": it.from.line, "column": it.from.column}));
        let mut fields = json!({
            "key": entry.key(),
            "type": entry.kind(),
            "authors": entry.authors(),
            "title": entry.title(),
            "year": entry.year(),
            "cited": entry.cited,
            "place": place,
            "data": entry.fields,
        });
        let made = formatted.and_then(|all| all.iter().find(|it| it.key == entry.key()));
        if let (Some(all), Some(_)) = (fields.as_object_mut(), formatted) {
            let made = made.map(|it| json!({"label": it.label, "text": it.text()}));
            all.insert("formatted".to_owned(), made.unwrap_or_default());
        }
        fields
    };
    let key = |at: usize| collection.entries.get(at).map(Entry::key);
    let pair = |it: &Duplicate| json!({"first": key(it.first), "second": key(it.second), "same": likeness(it.likeness)});
    let course = map.files().next().map(|(_, file)| file.name().to_owned());
    let report = json!({
        "version": VERSION,
        "course": course,
        "language": collection.language,
        "style": style,
        "references": collection.entries.iter().map(reference).collect::<Vec<Value>>(),
        "duplicates": duplicates.iter().map(pair).collect::<Vec<Value>>(),
    });
    Ok(escape_json(&serde_json::to_string_pretty(&report)?) + "\n")
}

fn likeness(likeness: Likeness) -> &'static str {
    match likeness {
        Likeness::Key => "key",
        Likeness::Doi => "doi",
        _ => "work",
    }
}
