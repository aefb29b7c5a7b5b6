//! Works in the order that the keys of a style ask for.
//!
//! Values are made once for each work, and only as long as works are still equal.

use std::cmp::Ordering;

use citationberg::json::{DateValue, Item, NameValue, Value};
use citationberg::taxonomy::{DateVariable, NumberVariable, Variable};
use citationberg::{SortDirection, SortKey};
use hayagriva::BufWriteFormat;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};

use super::parts::Engine;
use crate::style::variant::{Part, SORT_DATE, Variant};

/// More keys than any style has; the rest is passed over.
const MAX_KEYS: usize = 64;

/// What works are compared by.
#[derive(Debug, Clone)]
enum Key {
    /// Nothing: such works come last, whichever way is sorted (CSL 1.0.2, "Sorting").
    Empty,
    Text(String),
    Number(i64),
}

/// Sorts works by these keys: groups of equals, each in the order of `works`.
///
/// `number` is the number of a work, for styles that sort by it.
pub(crate) fn sort(
    engine: &mut Engine<'_>,
    items: &[&Item],
    keys: &[SortKey],
    number: &dyn Fn(usize) -> u32,
) -> Vec<Vec<usize>> {
    let locale: Option<icu_locale::Locale> = engine.code.0.parse().ok();
    let collator =
        locale.and_then(|it| Collator::try_new(it.into(), CollatorOptions::default()).ok());
    let mut sorter = Sorter {
        engine,
        items,
        number,
        collator,
    };
    let keys = keys.get(..keys.len().min(MAX_KEYS)).unwrap_or_default();
    sorter.part((0..items.len()).collect(), keys)
}

struct Sorter<'s, 'a> {
    engine: &'s mut Engine<'a>,
    items: &'s [&'s Item],
    number: &'s dyn Fn(usize) -> u32,
    collator: Option<CollatorBorrowed<'static>>,
}

impl Sorter<'_, '_> {
    fn part(&mut self, works: Vec<usize>, keys: &[SortKey]) -> Vec<Vec<usize>> {
        let Some((key, others)) = keys.split_first().filter(|_| works.len() > 1) else {
            return if works.is_empty() {
                Vec::new()
            } else {
                vec![works]
            };
        };
        let mut valued: Vec<(Key, usize)> = works
            .into_iter()
            .map(|work| (self.value(work, key), work))
            .collect();
        let descending = key.sort_direction() == SortDirection::Descending;
        valued.sort_by(|(a, _), (b, _)| self.compare(a, b, descending));
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut last: Option<&Key> = None;
        for (value, work) in &valued {
            let equal = last.is_some_and(|it| self.compare(it, value, false) == Ordering::Equal);
            match groups.last_mut() {
                Some(group) if equal => group.push(*work),
                _ => groups.push(vec![*work]),
            }
            last = Some(value);
        }
        groups
            .into_iter()
            .flat_map(|group| self.part(group, others))
            .collect()
    }

    fn compare(&self, a: &Key, b: &Key, descending: bool) -> Ordering {
        let order = match (a, b) {
            (Key::Empty, Key::Empty) => return Ordering::Equal,
            (Key::Empty, _) => return Ordering::Greater,
            (_, Key::Empty) => return Ordering::Less,
            (Key::Number(a), Key::Number(b)) => a.cmp(b),
            (Key::Number(_), Key::Text(_)) => Ordering::Less,
            (Key::Text(_), Key::Number(_)) => Ordering::Greater,
            (Key::Text(a), Key::Text(b)) => match &self.collator {
                Some(collator) => collator.compare(a, b),
                None => a.cmp(b),
            },
        };
        if descending { order.reverse() } else { order }
    }

    fn value(&mut self, work: usize, key: &SortKey) -> Key {
        let Some(item) = self.items.get(work).copied() else {
            return Key::Empty;
        };
        match key {
            SortKey::MacroName {
                name,
                names_min,
                names_use_first,
                ..
            } => {
                let part = Part::Sort(name.clone(), *names_min, *names_use_first);
                let made = self.engine.render(item, None, &Variant::of(part));
                let mut text = String::new();
                match made.write_buf(&mut text, BufWriteFormat::Plain) {
                    Ok(()) => self.text(&text),
                    Err(_) => Key::Empty,
                }
            }
            SortKey::Variable { variable, .. } => match variable {
                Variable::Number(NumberVariable::CitationNumber) => {
                    Key::Number(i64::from((self.number)(work)))
                }
                Variable::Date(DateVariable::Issued) => self.field(item, &SORT_DATE.to_string()),
                Variable::Date(date) => date_key(item, &date.to_string()),
                Variable::Name(name) => match item.0.get(&name.to_string()) {
                    Some(Value::Names(names)) => self.text(&names_text(names)),
                    _ => Key::Empty,
                },
                Variable::Number(number) => self.number_key(item, &number.to_string()),
                Variable::Page(page) => self.number_key(item, &page.to_string()),
                Variable::Standard(text) => self.field(item, &text.to_string()),
            },
        }
    }

    fn number_key(&self, item: &Item, name: &str) -> Key {
        let Some(Value::String(text)) = item.0.get(name) else {
            return Key::Empty;
        };
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().map_or_else(|_| self.text(text), Key::Number)
    }

    fn field(&self, item: &Item, name: &str) -> Key {
        match item.0.get(name) {
            Some(Value::String(text)) => self.text(text),
            _ => Key::Empty,
        }
    }

    /// Text as it is compared: without marks and quotation marks, and in English without the
    /// article before it (*Publication Manual*, 7th edition, section 9.44; *MLA Handbook*, 9th
    /// edition, section 5.126).
    fn text(&self, text: &str) -> Key {
        let bare = |c: &char| !c.is_control() && !"“”‘’«»\"'".contains(*c);
        let text: String = text.chars().filter(bare).collect::<String>().to_lowercase();
        let text = text.trim();
        let articles: &[&str] = if self.engine.code.is_english() {
            &["the ", "an ", "a "]
        } else {
            &[]
        };
        let text = articles
            .iter()
            .find_map(|it| text.strip_prefix(it))
            .unwrap_or(text);
        if text.is_empty() {
            Key::Empty
        } else {
            Key::Text(text.to_owned())
        }
    }
}

fn names_text(names: &[NameValue]) -> String {
    let one = |name: &NameValue| match name {
        NameValue::Literal(name) => name.literal.clone(),
        NameValue::Item(name) => {
            let given = name.given.as_deref().unwrap_or_default();
            format!("{} {given}", name.family)
        }
    };
    names.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn date_key(item: &Item, name: &str) -> Key {
    match item.0.get(name) {
        Some(Value::Date(DateValue::DateParts { date_parts, .. })) => {
            let parts = date_parts
                .0
                .first()
                .map(|it| it.0.as_slice())
                .unwrap_or_default();
            let part = |at: usize| i64::from(parts.get(at).copied().unwrap_or_default());
            Key::Number(part(0) * 10_000 + part(1) * 100 + part(2))
        }
        _ => Key::Empty,
    }
}
