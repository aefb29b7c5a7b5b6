//! Wrong files in, findings with their places out.

use kuliah_source::FileId;
use serde_json::Value;

use super::*;
use crate::syntax::{Limits, Syntax, parse};

/// Each finding as `line:column rule` and the text it covers.
fn findings(yaml: &str) -> Vec<String> {
    let parse = parse(FileId::FIRST, yaml, Syntax::Yaml, &Limits::default());
    assert_eq!(parse.diagnostics, []);
    let lines = kuliah_source::LineIndex::new(yaml);
    validate(&parse.tree.expect("a tree"), yaml)
        .iter()
        .map(|it| {
            let range = it.span().range().expect("attached");
            let at = lines.locate(yaml, range.start);
            let covered = yaml.get(range).expect("in the file");
            format!("{}:{} {} `{covered}`", at.line, at.column, it.message.key())
        })
        .collect()
}

const GOOD: &str = "format: 1\ntitle: T\nsections: [{title: A, content: x}]\n";

fn schemas() -> [Value; 3] {
    [course_schema(), config_schema(), profile_schema()]
}

#[test]
fn the_schemas_are_valid_and_compile() {
    let names = ["course", "config", "profile"];
    for (name, schema) in names.into_iter().zip(schemas()) {
        jsonschema::meta::validate(&schema).expect("a schema");
        let id = format!("urn:kuliah:schema:{name}:1");
        assert_eq!(schema.get("$id").and_then(Value::as_str), Some(&*id));
    }
    let grammars = [Grammar::Course, Grammar::Config, Grammar::Profile];
    assert!(grammars.into_iter().all(Grammar::compiles));
}

#[test]
fn every_object_is_closed_and_every_field_described() {
    let schemas = schemas();
    let mut open = Vec::new();
    let mut bare = Vec::new();
    let mut stack: Vec<_> = schemas.iter().map(|it| (String::new(), it)).collect();
    while let Some((path, value)) = stack.pop() {
        match value {
            Value::Object(map) => {
                if map.contains_key("properties")
                    && map.get("additionalProperties") != Some(&Value::Bool(false))
                {
                    open.push(path.clone());
                }
                if path.ends_with("/properties") {
                    let undescribed = map.iter().filter(|(_, it)| {
                        it.get("description").is_none() && it.get("$ref").is_none()
                    });
                    bare.extend(undescribed.map(|(name, _)| format!("{path}/{name}")));
                }
                stack.extend(map.iter().map(|(name, it)| (format!("{path}/{name}"), it)));
            }
            Value::Array(items) => {
                stack.extend(
                    items
                        .iter()
                        .enumerate()
                        .map(|(at, it)| (format!("{path}/{at}"), it)),
                );
            }
            _ => {}
        }
    }
    assert_eq!(open, Vec::<String>::new());
    assert_eq!(bare, Vec::<String>::new());
}

#[test]
fn a_good_course_has_no_findings() {
    assert_eq!(findings(GOOD), Vec::<String>::new());
}

#[test]
fn everything_is_reported_at_once() {
    let yaml = "\
format: 1
judul: T
date: 29-12-2018
credits: 99
lang: bahasa
sections:
  - title: A
    kind: materi
    content:
      - list: {kind: tehniques, items: []}
      - kutipan: x
      - prose: x
        note: y
      - Keterbukaan: membiarkan berbagai pandangan
  - roles:
      - name: 12
        content: {text: x}
      - id: Salah
        name: B
";
    let expected = [
        "2:1 schema/unknown-key `judul`",
        "3:7 schema/bad-format.date `29-12-2018`",
        "4:10 schema/out-of-bounds.number `99`",
        "5:7 schema/bad-format.lang `bahasa`",
        "8:11 schema/unknown-value `materi`",
        "10:22 schema/unknown-value `tehniques`",
        "10:40 schema/out-of-bounds.empty-list `[]`",
        "11:9 schema/unknown-key `kutipan`",
        "12:9 schema/unknown-key.several `prose: x\n        note: y`",
        "14:9 schema/colon-read-as-key `Keterbukaan: membiarkan berbagai pandangan`",
        "16:15 schema/wrong-type `12`",
        "17:18 schema/wrong-type `{text: x}`",
        "18:13 schema/bad-format.id `Salah`",
    ];
    assert_eq!(findings(yaml), expected);
}

#[test]
fn empty_values_are_named() {
    let yaml = "format: 1\ntitle: T\ndate:\nsections: [{title: A, content: ' '}]\n";
    assert_eq!(
        findings(yaml),
        [
            "3:1 schema/wrong-type.empty `date`",
            "4:32 schema/out-of-bounds.blank `' '`"
        ]
    );
}

#[test]
fn what_is_wrong_with_a_reference_is_found_where_it_stands() {
    let with = |reference: &str| findings(&format!("{GOOD}references:\n  - {reference}\n"));
    assert_eq!(
        with("{id: a2000, type: book}"),
        ["5:6 schema/missing-key `id`"]
    );
    assert_eq!(
        with("{id: a b, type: book, title: T}"),
        ["5:10 schema/bad-format.key `a b`"]
    );
}

#[test]
fn a_number_out_of_bounds_is_told_between_what_it_must_be() {
    let found = |yaml: &str| {
        let parse = parse(FileId::FIRST, yaml, Syntax::Yaml, &Limits::default());
        validate(&parse.tree.expect("a tree"), yaml).remove(0)
    };
    let credits = found(&format!("{GOOD}credits: 99\n"));
    let bound = |name: &str| {
        let args = credits.message.args().iter();
        let mut named = args.filter(|(it, _)| *it == name);
        named.next().map(|(_, value)| value.to_string())
    };
    assert_eq!(bound("low").as_deref(), Some("1"));
    assert_eq!(bound("high").as_deref(), Some("60"));
    let help = |it: &kuliah_source::Diagnostic| it.help.as_ref().map(kuliah_source::Message::key);
    let of_format = found(&GOOD.replace("format: 1", "format: 2"));
    assert_eq!(help(&of_format), Some("schema/wrong-type.help-format"));
    assert_ne!(help(&credits), help(&of_format));
}

#[test]
fn a_file_that_is_no_mapping_says_so_once() {
    assert_eq!(findings("- a\n"), ["1:1 schema/wrong-type.root ``"]);
}

#[test]
fn thousands_of_unknown_keys_are_found_each_at_its_place() {
    let lines = (1..=20_000).map(|number| format!("strange{number}: 1\n"));
    let yaml = GOOD.to_owned() + &lines.collect::<String>();
    let expected = (1..=20_000)
        .map(|number| format!("{}:1 schema/unknown-key `strange{number}`", number + 3))
        .collect::<Vec<_>>();
    assert_eq!(findings(&yaml), expected);
}

/// What is advised about a value of the wrong type.
fn help(line: &str) -> Option<&'static str> {
    let yaml = format!("{GOOD}{line}\n");
    let parse = parse(FileId::FIRST, &yaml, Syntax::Yaml, &Limits::default());
    let found = validate(&parse.tree.expect("a tree"), &yaml);
    let [one] = found.as_slice() else {
        panic!("{line}: {found:?}");
    };
    assert_eq!(one.rule.as_str(), "schema/wrong-type", "{line}");
    one.help.as_ref().map(kuliah_source::Message::key)
}

#[test]
fn advice_follows_from_the_type_that_is_wanted() {
    let whole = Some("schema/wrong-type.help-whole");
    let quote = Some("schema/wrong-type.help-quote");
    assert_eq!(help("credits: 2.5"), whole);
    assert_eq!(help("meeting: 1.5"), whole);
    assert_eq!(help("credits: tiga"), None);
    // Text or a whole number: with quotation marks nothing of it is lost.
    assert_eq!(help("code: 4.10"), quote);
    assert_eq!(help("programme: true"), quote);
    assert_eq!(help("subtitle: [a]"), None);
}
