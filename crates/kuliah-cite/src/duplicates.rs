//! References that are most likely the same work.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::rich::parse_rich_text;

/// Two references to what is most likely one work.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct Duplicate {
    /// The place of the first in the list.
    pub first: usize,
    /// The place of the other.
    pub second: usize,
    /// What they have in common.
    pub likeness: Likeness,
}

/// What two references have in common.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
#[non_exhaustive]
pub enum Likeness {
    /// The key.
    Key,
    /// The digital object identifier.
    Doi,
    /// Title, year and first author, signs and capitals aside.
    Work,
}

/// Finds references, given as CSL-JSON objects, that are most likely the same work.
///
/// Each is compared with the first of its like; the cost grows with their number alone.
pub fn duplicates(references: &[Map<String, Value>]) -> Vec<Duplicate> {
    let mut first: BTreeMap<(Likeness, String), usize> = BTreeMap::new();
    let mut out = Vec::new();
    for (second, reference) in references.iter().enumerate() {
        let mut found = None;
        for (likeness, sign) in signs(reference) {
            match first.get(&(likeness, sign.clone())) {
                Some(&earlier) => {
                    found = found.or(Some(Duplicate {
                        first: earlier,
                        second,
                        likeness,
                    }));
                }
                None => {
                    first.insert((likeness, sign), second);
                }
            }
        }
        out.extend(found);
    }
    out
}

fn signs(reference: &Map<String, Value>) -> Vec<(Likeness, String)> {
    let text = |name: &str| {
        reference
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let mut signs = vec![(Likeness::Key, text("id").to_owned())];
    let doi = text("DOI").to_lowercase();
    let doi = doi.rsplit("doi.org/").next().unwrap_or_default().trim();
    if !doi.is_empty() {
        signs.push((Likeness::Doi, doi.to_owned()));
    }
    let title: String = parse_rich_text(text("title"))
        .iter()
        .map(|it| bare(&it.text))
        .collect();
    let year = reference.get("issued").map(year).unwrap_or_default();
    let author = reference
        .get("author")
        .and_then(|it| it.get(0))
        .map(family)
        .unwrap_or_default();
    let dated = !(year.is_empty() && author.is_empty());
    if dated && !title.is_empty() {
        signs.push((Likeness::Work, format!("{title}|{year}|{}", bare(&author))));
    }
    signs
}

/// Letters and digits alone, small.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn year(date: &Value) -> String {
    let part = date.get("date-parts").and_then(|it| it.get(0)?.get(0));
    part.map(ToString::to_string).unwrap_or_default()
}

fn family(name: &Value) -> String {
    let part = |key: &str| name.get(key).and_then(Value::as_str);
    part("family")
        .or_else(|| part("literal"))
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_same_work_under_two_keys_is_found() {
        let works = json!([
            {"id": "a", "title": "Peran <i>Enabler</i>", "issued": {"date-parts": [[1978]]}, "author": [{"family": "Barker", "given": "R."}]},
            {"id": "b", "title": "Peran enabler!", "issued": {"date-parts": [[1978]]}, "author": [{"family": "Barker", "given": "Robert"}]},
            {"id": "c", "title": "Lain", "DOI": "10.1000/X"},
            {"id": "d", "title": "Judul lain", "DOI": "https://doi.org/10.1000/x"},
            {"id": "a", "title": "Sama sekali lain"},
            {"id": "e", "title": "Peran enabler", "issued": {"date-parts": [[1980]]}, "author": [{"family": "Barker"}]},
        ]);
        let works: Vec<Map<String, Value>> = serde_json::from_value(works).expect("objects");
        let seen: Vec<_> = duplicates(&works)
            .iter()
            .map(|it| (it.first, it.second, it.likeness))
            .collect();
        assert_eq!(
            seen,
            [
                (0, 1, Likeness::Work),
                (2, 3, Likeness::Doi),
                (0, 4, Likeness::Key)
            ]
        );
    }
}
