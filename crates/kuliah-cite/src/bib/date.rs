//! Dates of a `.bib` file as CSL-JSON dates.

use biblatex::Entry;
use serde_json::{Value, json};

use super::text::plain;

/// The date in `date`, or else in `year`, `month` and `day`.
pub(super) fn issued(entry: &Entry) -> Option<Value> {
    let field = |name: &str| entry.get(name).map(plain).filter(|it| !it.is_empty());
    if let Some(date) = field("date") {
        return Some(read(&date));
    }
    let Some(year) = field("year") else {
        // "in press" and the like stand where a date is not known yet.
        return field("pubstate").map(|words| json!({"literal": pubstate(&words)}));
    };
    let Some(year_number) = number(&year) else {
        return Some(read(&year));
    };
    let mut parts = vec![year_number];
    if let Some((month, day)) = field("month").as_deref().and_then(read_month) {
        parts.push(month);
        let day = day.or_else(|| field("day").as_deref().and_then(number));
        parts.extend(day.filter(|day| (1..=31).contains(day)));
    }
    Some(json!({"date-parts": [parts]}))
}

/// Reads an ISO date or a span of two, `2018-12-29` or `2018/2020`; anything else is kept in words.
pub(super) fn read(text: &str) -> Value {
    let points: Option<Vec<Vec<i64>>> = text.split('/').map(point).collect();
    match points {
        Some(points) if points.len() <= 2 => json!({"date-parts": points}),
        // `~` marks a date that is about right.
        _ => match text.strip_suffix('~') {
            Some(about) => json!({"literal": format!("ca. {about}")}),
            None => json!({"literal": text}),
        },
    }
}

fn point(text: &str) -> Option<Vec<i64>> {
    let text = text.trim();
    let (date, _time) = text.split_once('T').unwrap_or((text, ""));
    let (sign, digits) = match date.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, date),
    };
    let mut parts = Vec::new();
    for part in digits.split('-') {
        parts.push(number(part)?);
    }
    let sound = match parts.as_slice() {
        [_] => true,
        [_, month] => (1..=12).contains(month),
        [_, month, day] => (1..=12).contains(month) && (1..=31).contains(day),
        _ => false,
    };
    if let Some(year) = parts.first_mut() {
        *year *= sign;
    }
    sound.then_some(parts)
}

fn number(text: &str) -> Option<i64> {
    let text = text.trim();
    let digits = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// The month, and the day where it stands there too: "3", "mar", "Maret", "March 5".
fn read_month(text: &str) -> Option<(i64, Option<i64>)> {
    const MONTHS: [(&str, i64); 16] = [
        ("jan", 1),
        ("feb", 2),
        ("mar", 3),
        ("apr", 4),
        ("may", 5),
        ("mei", 5),
        ("jun", 6),
        ("jul", 7),
        ("aug", 8),
        ("agu", 8),
        ("sep", 9),
        ("oct", 10),
        ("okt", 10),
        ("nov", 11),
        ("dec", 12),
        ("des", 12),
    ];
    if let Some(month) = number(text) {
        return (1..=12).contains(&month).then_some((month, None));
    }
    let mut words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty());
    let start = words.next()?.get(..3)?.to_ascii_lowercase();
    let (_, month) = MONTHS.iter().find(|(name, _)| *name == start)?;
    Some((*month, words.next().and_then(number)))
}

/// The words for the keys of BibLaTeX.
fn pubstate(words: &str) -> &str {
    match words {
        "inpress" => "in press",
        "inpreparation" => "in preparation",
        "prepublished" => "advance online publication",
        _ => words,
    }
}
