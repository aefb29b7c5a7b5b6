//! References in the form the formatter takes.
//!
//! The formatter panics on spans of dates, empty dates and months beyond twelve, and shows markup
//! and control characters as they are: nothing of that passes through here.

use std::{collections::BTreeMap, str::FromStr};

use citationberg::{
    json::{DateValue, Item, NameValue, Value as ItemValue},
    taxonomy::Kind,
};
use serde_json::{Map, Value};

use crate::{
    ReferenceError,
    date::{CslDate, read_date},
    name::read_names,
    rich::{single_blanks, to_marked},
    style::variant::{NUMBER, SHADOWS, SORT_DATE, SORT_YEAR, SUFFIX},
};

const NAMES: [&str; 3] = ["author", "editor", "translator"];
const DATES: [&str; 2] = ["issued", "accessed"];
/// Text with markup.
const RICH: [&str; 12] = [
    "title",
    "container-title",
    "collection-title",
    "publisher",
    "publisher-place",
    "edition",
    "volume",
    "issue",
    "number",
    "page",
    "genre",
    "event-title",
];
/// Text without markup.
const VERBATIM: [&str; 5] = ["language", "DOI", "ISBN", "ISSN", "URL"];

/// Whether a [`Reference`](crate::Reference) may have this key.
pub fn is_known_key(key: &str) -> bool {
    key == "id"
        || key == "type"
        || [&NAMES[..], &DATES, &RICH, &VERBATIM]
            .iter()
            .any(|keys| keys.contains(&key))
}

/// Checks a CSL-JSON object and turns it into its key and the formatter's item.
pub(crate) fn make_item(fields: &Map<String, Value>) -> Result<(String, Item), ReferenceError> {
    let key = required(fields, "id")?;
    let kind = required(fields, "type")?;
    if Kind::from_str(&kind).is_err() {
        return Err(ReferenceError::UnknownType { found: kind });
    }
    let mut item = BTreeMap::new();
    for (name, value) in fields {
        if name == "id" || name == "type" || value.is_null() {
            continue;
        }
        if !is_known_key(name) {
            return Err(ReferenceError::UnknownKey { key: name.clone() });
        }
        let shape = || ReferenceError::WrongShape { key: name.clone() };
        if NAMES.contains(&name.as_str()) {
            let names = read_names(value).map_err(|_| shape())?;
            if !names.is_empty() {
                item.insert(name.clone(), ItemValue::Names(names));
            }
        } else if DATES.contains(&name.as_str()) {
            add_date(&mut item, name, read_date(value).map_err(|_| shape())?);
        } else {
            let text = clean_field(name, &read_text(value).ok_or_else(shape)?);
            if !text.is_empty() {
                item.insert(name.clone(), ItemValue::String(text));
            }
        }
    }
    // Variables that are always there, see `style::variant`.
    item.insert("citation-key".into(), ItemValue::String(SUFFIX.to_string()));
    item.insert("annote".into(), ItemValue::String(NUMBER.to_string()));
    for (field, shadow) in SHADOWS {
        if item.contains_key(&field.to_string()) {
            item.insert(shadow.to_string(), ItemValue::String("1".to_owned()));
        }
    }
    item.insert("id".into(), ItemValue::String(key.clone()));
    item.insert("type".into(), ItemValue::String(kind));
    Ok((key, Item(item)))
}

/// Leaves out a publisher, and the name of a web site, that is the author (sections 9.29 and 10.16
/// of the *Publication Manual*, 7th edition).
pub(crate) fn drop_named_twice(Item(item): &mut Item) {
    let kind = item.get("type").and_then(ItemValue::to_str);
    let kind = kind.unwrap_or_default().into_owned();
    let Some(ItemValue::Names(names)) = item.get("author") else {
        return;
    };
    let [NameValue::Literal(author)] = names.as_slice() else {
        return;
    };
    let author = ItemValue::String(author.literal.clone());
    let site =
        matches!(kind.as_str(), "webpage" | "post" | "post-weblog").then_some("container-title");
    for key in site.into_iter().chain(["publisher"]) {
        if item.get(key) == Some(&author) {
            item.remove(key);
        }
    }
}

fn required(fields: &Map<String, Value>, key: &'static str) -> Result<String, ReferenceError> {
    let text = match fields.get(key) {
        None => String::new(),
        Some(value) => {
            read_text(value).ok_or_else(|| ReferenceError::WrongShape { key: key.into() })?
        }
    };
    let text = single_blanks(&text);
    if text.is_empty() {
        return Err(ReferenceError::Missing { key });
    }
    Ok(text)
}

/// Text, or a number as text.
fn read_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null => Some(String::new()),
        _ => None,
    }
}

fn clean_field(name: &str, text: &str) -> String {
    match name {
        "DOI" => bare_doi(&single_blanks(text)).to_owned(),
        "page" | "volume" | "issue" | "number" => {
            to_marked(text).replace("--", "-").replace(['–', '—'], "-")
        }
        _ if VERBATIM.contains(&name) => single_blanks(text),
        _ => to_marked(text),
    }
}

/// The DOI without the address before it, which the style puts there.
fn bare_doi(doi: &str) -> &str {
    let doi = doi.trim();
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|it| strip_ascii_prefix(doi, it));
    let rest = rest.unwrap_or(doi);
    let prefixes = ["dx.doi.org/", "www.doi.org/", "doi.org/", "doi:"];
    let rest = prefixes.iter().find_map(|it| strip_ascii_prefix(rest, it));
    rest.unwrap_or(doi).trim_start()
}

fn strip_ascii_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// Words instead of a date go where the style prints the state of a work ("in press").
fn add_date(item: &mut BTreeMap<String, ItemValue>, name: &str, date: Option<CslDate>) {
    match date {
        Some(CslDate::Known(date)) => {
            if name == "issued" {
                let (year, whole) = sort_texts(&date);
                item.insert(SORT_YEAR.to_string(), ItemValue::String(year));
                item.insert(SORT_DATE.to_string(), ItemValue::String(whole));
            }
            item.insert(name.to_owned(), ItemValue::Date(date));
        }
        Some(CslDate::Words(words)) if name == "issued" => {
            item.insert("status".to_owned(), ItemValue::String(words));
        }
        // No style prints the day of access in words: it would need a place of its own.
        None | Some(CslDate::Words(_)) => {}
    }
}

/// The year and the whole date as texts that sort; years before our era come first.
fn sort_texts(date: &DateValue) -> (String, String) {
    let parts = match date {
        DateValue::DateParts { date_parts, .. } => date_parts.0.first(),
        DateValue::Raw { .. } => None,
    };
    let part = |at: usize| {
        parts
            .and_then(|it| it.0.get(at).copied())
            .unwrap_or_default()
    };
    let year = format!("{:06}", i32::from(part(0)) + 100_000);
    let whole = format!("{year}{:02}{:02}", part(1), part(2));
    (year, whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doi_loses_its_address() {
        for doi in [
            "10.1000/182",
            "https://doi.org/10.1000/182",
            "http://dx.doi.org/10.1000/182",
            "DOI: 10.1000/182",
            "doi.org/10.1000/182",
        ] {
            assert_eq!(bare_doi(doi), "10.1000/182", "{doi}");
        }
        assert_eq!(bare_doi("https://example.org/a"), "https://example.org/a");
    }

    #[test]
    fn page_dashes_are_made_alike() {
        for page in ["10-20", "10--20", "10–20", "10—20"] {
            assert_eq!(clean_field("page", page), "10-20");
        }
    }
}
