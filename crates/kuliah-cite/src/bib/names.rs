//! Names of a `.bib` file as CSL-JSON names.

use biblatex::{Entry, Person};
use serde_json::{Map, Value};

use crate::rich::single_blanks;

/// The names in a field; `None` when there are none.
pub(super) fn names(entry: &Entry, field: &str) -> Option<Value> {
    let people = entry.get_as::<Vec<Person>>(field).ok()?;
    let names: Vec<Value> = people.iter().filter_map(name).collect();
    (!names.is_empty()).then_some(Value::Array(names))
}

/// A name of one part, of an institution or of many Indonesians, is kept whole.
fn name(person: &Person) -> Option<Value> {
    let part = |text: &str| single_blanks(text);
    let (family, given) = (part(&person.name), part(&person.given_name));
    let (particle, suffix) = (part(&person.prefix), part(&person.suffix));
    let mut name = Map::new();
    let mut put = |key: &str, text: String| {
        if !text.is_empty() {
            name.insert(key.to_owned(), Value::String(text));
        }
    };
    if family.is_empty() || given.is_empty() {
        let parts = [given, particle, family, suffix];
        let parts: Vec<_> = parts
            .iter()
            .map(String::as_str)
            .filter(|it| !it.is_empty())
            .collect();
        put("literal", parts.join(" "));
    } else {
        put("family", family);
        put("given", given);
        put("non-dropping-particle", particle);
        put("suffix", suffix);
    }
    (!name.is_empty()).then_some(Value::Object(name))
}
