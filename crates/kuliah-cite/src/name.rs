//! Names of people and institutions, made ready for the formatter.

use citationberg::json::{LiteralName, NameItem, NameValue};
use serde_json::Value;

use crate::degrees::{Bare, bare, bare_whole};
use crate::{reference::WrongShape, rich::single_blanks};

const PARTS: [&str; 6] = [
    "family",
    "given",
    "literal",
    "non-dropping-particle",
    "dropping-particle",
    "suffix",
];

/// Reads a list of CSL-JSON names; those without content are left out.
pub(crate) fn read_names(value: &Value) -> Result<Vec<NameValue>, WrongShape> {
    let mut names = Vec::new();
    for name in value.as_array().ok_or(WrongShape)? {
        names.extend(read_name(name)?);
    }
    Ok(names)
}

/// Reads one name. A name of one part, as many Indonesian names are, is kept whole: the formatter
/// would take its last word for a family name.
fn read_name(value: &Value) -> Result<Option<NameValue>, WrongShape> {
    let object = value.as_object().ok_or(WrongShape)?;
    if !object.keys().all(|key| PARTS.contains(&key.as_str())) {
        return Err(WrongShape);
    }
    let part = |key: &str| match object.get(key) {
        None | Some(Value::Null) => Ok(String::new()),
        Some(Value::String(text)) => Ok(single_blanks(text)),
        Some(_) => Err(WrongShape),
    };
    let [family, given, literal, particle, dropping, suffix] = [
        part("family")?,
        part("given")?,
        part("literal")?,
        part("non-dropping-particle")?,
        part("dropping-particle")?,
        part("suffix")?,
    ];
    if !literal.is_empty() {
        let Some(person) = bare_whole(&literal) else {
            return Ok(Some(whole(literal)));
        };
        return Ok(Some(person_name(person, String::new(), String::new())));
    }
    if family.is_empty() || given.is_empty() {
        let words = [given, dropping, particle, family, suffix];
        let words: Vec<_> = words
            .iter()
            .map(String::as_str)
            .filter(|it| !it.is_empty())
            .collect();
        return Ok((!words.is_empty()).then(|| whole(words.join(" "))));
    }
    let person = bare(&family, &given, &suffix);
    Ok(Some(person_name(person, particle, dropping)))
}

/// The name of a person; whole where one part is left of it.
fn person_name(person: Bare, particle: String, dropping: String) -> NameValue {
    let Bare {
        family,
        given,
        suffix,
    } = person;
    if given.is_empty() && particle.is_empty() && dropping.is_empty() {
        return whole(family);
    }
    let some = |text: String| (!text.is_empty()).then_some(text);
    NameValue::Item(NameItem {
        family,
        given: some(given),
        non_dropping_particle: some(particle),
        dropping_particle: some(dropping),
        suffix: some(suffix),
        comma_suffix: None,
    })
}

fn whole(literal: String) -> NameValue {
    NameValue::Literal(LiteralName { literal })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_of_one_part_stay_whole() {
        for (value, expect) in [
            (json!({"family": "Penulis"}), "Penulis"),
            (json!({"given": "Penulis Dua"}), "Penulis Dua"),
            (json!({"literal": " Badan  Contoh "}), "Badan Contoh"),
            (
                json!({"family": "Berg", "non-dropping-particle": "van den"}),
                "van den Berg",
            ),
        ] {
            assert_eq!(read_name(&value), Ok(Some(whole(expect.into()))));
        }
    }

    #[test]
    fn names_without_content_are_left_out() {
        let names = json!([{}, {"family": " "}, {"literal": ""}, {"given": null}]);
        assert_eq!(read_names(&names), Ok(Vec::new()));
    }

    #[test]
    fn other_shapes_are_refused() {
        for value in [
            json!("A"),
            json!(["A"]),
            json!([{"family": 1}]),
            json!([{"nama": "A"}]),
        ] {
            assert_eq!(read_names(&value), Err(WrongShape), "{value}");
        }
    }
}
