//! One change to a document: what a slip or a program with a fault would make of it.

use std::collections::BTreeMap;

use serde_json::{Map, Number, Value, json};

/// Values in documents by the kind of their place, so that what is rare is changed as often as what
/// is everywhere: the last two keys of the way to it.
pub(super) struct Places<'a>(Vec<(String, Vec<Place<'a>>)>);

/// Where a document comes from, the document, and the pointer to a value in it.
type Place<'a> = (&'a str, &'a Value, String);

impl<'a> Places<'a> {
    /// The values of some documents.
    pub(super) fn of(documents: impl Iterator<Item = &'a (String, Value)>) -> Self {
        let mut kinds: BTreeMap<String, Vec<Place<'a>>> = BTreeMap::new();
        for (origin, document) in documents {
            let mut pointers = Vec::new();
            collect(document, &mut String::new(), &mut pointers);
            for pointer in pointers {
                let is_key = |it: &&str| it.parse::<usize>().is_err();
                let mut keys: Vec<_> = pointer.split('/').filter(is_key).collect();
                keys.drain(..keys.len().saturating_sub(2));
                let is_item = pointer.ends_with(|it: char| it.is_ascii_digit());
                let kind = keys.join("/") + if is_item { "/*" } else { "" };
                let kind = kinds.entry(kind).or_default();
                kind.push((origin, document, pointer));
            }
        }
        Self(kinds.into_iter().collect())
    }

    /// What stands at the edges of each kind of place, at one place of each: whatever is drawn, no
    /// kind of bound is passed over.
    pub(super) fn edges(&self) -> impl Iterator<Item = (String, Value)> {
        self.0.iter().flat_map(|(_, places)| {
            let shortest = places
                .iter()
                .min_by_key(|(_, document, _)| document.to_string().len());
            let here = shortest.and_then(|(_, document, pointer)| document.pointer(pointer));
            let edges = here.map(edges_of).unwrap_or_default();
            edges.into_iter().filter_map(move |edge| {
                let (origin, document, pointer) = shortest?;
                let mut changed = (*document).clone();
                let what = edge.to_string().chars().take(20).collect::<String>();
                *changed.pointer_mut(pointer)? = edge;
                Some((format!("{origin}, {what} at `{pointer}`"), changed))
            })
        })
    }

    /// Every one of the texts at one place for each thing that has a format.
    pub(super) fn formatted(&self) -> impl Iterator<Item = (String, Value)> {
        FORMATTED.iter().flat_map(|key| {
            let places = self.0.iter().flat_map(|(_, places)| places);
            let texts = places.filter(|(_, document, pointer)| {
                pointer.ends_with(key) && document.pointer(pointer).is_some_and(Value::is_string)
            });
            let shortest = texts.min_by_key(|(_, document, _)| document.to_string().len());
            TEXTS.iter().filter_map(move |text| {
                let (origin, document, pointer) = shortest?;
                let mut changed = (*document).clone();
                *changed.pointer_mut(pointer)? = Value::from(*text);
                Some((format!("{origin}, {text:?} at `{pointer}`"), changed))
            })
        })
    }
}

/// Values of the type of another, and one that is of no type that is asked for.
fn edges_of(value: &Value) -> Vec<Value> {
    let mut edges = match value {
        Value::Number(_) => [-1, 0, 1, 61, 100_000].map(Value::from).to_vec(),
        Value::String(_) => vec![json!(""), json!("a".repeat(5_000))],
        Value::Array(items) => {
            let first = items.first().cloned().unwrap_or_default();
            vec![json!([]), Value::Array(vec![first; 70])]
        }
        Value::Object(_) => vec![json!({})],
        Value::Bool(_) | Value::Null => Vec::new(),
    };
    edges.push(Value::Null);
    edges
}

/// Texts about which the engines' ideas of a blank, a letter, a date or an end might differ;
/// but for the year 0, which the calendar of Python lacks.
const TEXTS: [&str; 33] = [
    "",
    " ",
    "\u{a0}",
    "\u{feff}",
    "\u{85}",
    "\u{180e}",
    "\u{200b}",
    "\u{2028}",
    "\u{3000}",
    "\u{1c}",
    "\u{b}",
    "2024-02-29",
    "2023-02-29",
    "2024-1-1",
    "0001-01-01",
    "id",
    "ID",
    "id-Latn-ID",
    "x y",
    "a.csl",
    "A.CSL",
    "ana@example.org",
    "ana@",
    "ana@localhost",
    "a b@example.org",
    "h\u{e9}@example.org",
    "\"a b\"@example.org",
    "ana@[127.0.0.1]",
    "ana@ex_ample.org",
    ".ana@example.org",
    "http://example.org",
    "1",
    "true",
];

/// What has a format or pattern of its own: the key that it stands under.
const FORMATTED: [&str; 7] = [
    "/email",
    "/date",
    "/lang",
    "/id",
    "/citation-style",
    "/key",
    "/title",
];

/// Draws changes, always the same ones.
#[derive(Default)]
pub(super) struct Changes {
    state: u64,
}

impl Changes {
    /// The next number, evenly spread (`SplitMix64`).
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another; 0 below 0.
    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    /// One of a list.
    pub(super) fn one_of<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    /// A document with one change in it, and what the change is; `None` without documents.
    pub(super) fn change(&mut self, places: &Places<'_>) -> Option<(String, Value)> {
        let (kind, found) = self.one_of(&places.0)?;
        let (origin, document, pointer) = self.one_of(found)?;
        let mut changed = (*document).clone();
        let what = self.change_here(changed.pointer_mut(pointer)?);
        let origin = format!("{origin}, {what} at `{pointer}`, a place of the kind `{kind}`");
        Some((origin, changed))
    }

    fn change_here(&mut self, here: &mut Value) -> &'static str {
        if self.below(3) == 0 {
            *here = self.another();
            return "another value";
        }
        match here {
            Value::Object(map) => self.change_map(map),
            Value::Array(items) => self.change_list(items),
            Value::String(text) => self.change_text(text),
            Value::Number(number) => self.change_number(number),
            Value::Bool(value) => {
                *value = !*value;
                "the other truth"
            }
            Value::Null => {
                *here = self.another();
                "another value"
            }
        }
    }

    fn change_map(&mut self, map: &mut Map<String, Value>) -> &'static str {
        let keys: Vec<_> = map.keys().cloned().collect();
        let key = self.one_of(&keys).cloned().unwrap_or_default();
        match self.below(4) {
            0 | 1 => {
                map.shift_remove(&key);
                "a key taken away"
            }
            2 => {
                let value = map.shift_remove(&key).unwrap_or_default();
                map.insert(format!("{key}s"), value);
                "a key named otherwise"
            }
            _ => {
                let names = [
                    "lang",
                    "id",
                    "title",
                    "text",
                    "url",
                    "minutes",
                    "bogus",
                    "__proto__",
                    "",
                ];
                let name = self.one_of(&names).copied().unwrap_or_default();
                let value = self.another();
                map.insert(name.to_owned(), value);
                "a key put in"
            }
        }
    }

    fn change_list(&mut self, items: &mut Vec<Value>) -> &'static str {
        match self.below(4) {
            0 => {
                items.clear();
                "a list emptied"
            }
            1 => {
                items.truncate(1);
                "a list cut"
            }
            2 => {
                let first = items.first().cloned().unwrap_or_default();
                items.resize(items.len() + 70, first);
                "a list made long"
            }
            _ => {
                items.push(self.another());
                "an item put in"
            }
        }
    }

    fn change_text(&mut self, text: &mut String) -> &'static str {
        match self.below(5) {
            0 => {
                text.push_str(
                    self.one_of(&["\n", " ", "\u{301}", "!", "\u{661}", "\r"])
                        .copied()
                        .unwrap_or_default(),
                );
                "a sign behind a text"
            }
            1 => {
                let lengths = [
                    63, 64, 65, 127, 128, 129, 199, 200, 201, 255, 256, 257, 1_000, 5_000,
                ];
                let length = self.one_of(&lengths).copied().unwrap_or_default();
                let sign = self
                    .one_of(&["a", "\u{e9}", "\u{1d54f}"])
                    .copied()
                    .unwrap_or_default();
                *text = sign.repeat(length);
                "a long text"
            }
            2 => {
                text.clear();
                "a text emptied"
            }
            _ => {
                self.one_of(&TEXTS)
                    .copied()
                    .unwrap_or_default()
                    .clone_into(text);
                "another text"
            }
        }
    }

    fn change_number(&mut self, number: &mut Number) -> &'static str {
        let numbers = [
            json!(0),
            json!(-1),
            json!(1),
            json!(2),
            json!(7),
            json!(100),
            json!(255),
            json!(256),
            json!(65_535),
            json!(65_536),
            json!(4_294_967_296_u64),
            json!(i64::MAX),
            json!(1.0),
            json!(1.5),
            json!(-0.0),
            json!(1e300),
            json!(1e-9),
        ];
        if let Some(Value::Number(other)) = self.one_of(&numbers) {
            *number = other.clone();
        }
        "another number"
    }

    /// A value of any type.
    fn another(&mut self) -> Value {
        let values = [
            json!(null),
            json!(true),
            json!(3),
            json!(-1),
            json!(2.5),
            json!("kata"),
            json!(""),
            json!([]),
            json!(["kata"]),
            json!([["kata"]]),
            json!({}),
            json!({ "text": "kata" }),
            json!({ "text": "kata", "id": "nama" }),
            json!({ "items": ["satu", "dua"] }),
        ];
        self.one_of(&values).cloned().unwrap_or_default()
    }
}

/// The pointers to every value of a document.
fn collect(value: &Value, here: &mut String, out: &mut Vec<String>) {
    out.push(here.clone());
    let length = here.len();
    let mut below = |name: &str, value: &Value| {
        here.push('/');
        here.push_str(&name.replace('~', "~0").replace('/', "~1"));
        collect(value, here, out);
        here.truncate(length);
    };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| below(key, value)),
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                below(&number.to_string(), item);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Changes, Places};
    use serde_json::json;

    #[test]
    fn changes_are_always_the_same_and_not_all_alike() {
        let document = json!({ "title": "A", "minutes": 3, "list": ["x", { "a/b": true }] });
        let documents = [("one".to_owned(), document)];
        let places = Places::of(documents.iter());
        let draw = || {
            let mut changes = Changes::default();
            (0..50).map(|_| changes.change(&places)).collect::<Vec<_>>()
        };
        let drawn = draw();
        assert_eq!(drawn, draw());
        let distinct = drawn.iter().flatten().map(|(what, _)| what);
        assert!(
            distinct.collect::<std::collections::BTreeSet<_>>().len() > 15,
            "{drawn:?}"
        );
        let is_deep = |what: &str| what.contains("`/list/1/a~1b`");
        assert!(drawn.iter().flatten().any(|(what, _)| is_deep(what)));
    }
}
