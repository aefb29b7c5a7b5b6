//! Tests: the faults that authors make in each syntax are said in our own words.

use kuliah_source::FileId;

use super::{Limits, Syntax, parse};
use crate::check::{Locale, catalogue};

/// Messages that say no more than that a file cannot be read.
const GENERAL: [&str; 4] = [
    "syntax/parse.json",
    "syntax/parse.toml",
    "syntax/parse.toml-open",
    "syntax/parse.yaml",
];

/// Holds the first finding in each text against what is expected of it.
#[track_caller]
fn check(syntax: Syntax, faults: &[(&str, &str, &str)]) {
    for (text, place, key) in faults {
        let found = parse(FileId::FIRST, text, syntax, &Limits::default()).diagnostics;
        let first = found.first().unwrap_or_else(|| panic!("{text:?} is read"));
        let range = first.span().range().expect("attached");
        let at = kuliah_source::LineIndex::new(text).locate(text, range.start);
        let found = (format!("{}:{}", at.line, at.column), first.message.key());
        assert_eq!((found.0.as_str(), found.1), (*place, *key), "{text:?}");
        assert!(!GENERAL.contains(key), "{text:?}");
        let words = Locale::ALL.map(|it| first.message.render(catalogue(it)));
        assert_ne!(words[0], words[1], "{text:?}");
        let help = first.help.as_ref().expect("help");
        let help = Locale::ALL.map(|it| help.render(catalogue(it)));
        assert_ne!(help[0], help[1], "{text:?}");
    }
}

#[test]
fn faults_in_yaml_are_told_apart() {
    check(
        Syntax::Yaml,
        &[
            // A tab as indentation, before a key and within the text of one.
            (
                "title: A\nsections:\n\t- title: B\n",
                "3:2",
                "syntax/parse.yaml-tab",
            ),
            ("a:\n  - b: C\n\t  d: e\n", "3:1", "syntax/parse.yaml-tab"),
            // No colon, and none with a blank behind it.
            (
                "format: 1\ntitle A\nlang: id\n",
                "2:1",
                "syntax/parse.yaml-key",
            ),
            (
                "format: 1\ntitle:A\nlang: id\n",
                "2:1",
                "syntax/parse.yaml-key",
            ),
            // A quotation mark that nothing closes, or too early.
            (
                "format: 1\ntitle: \"A\nlang: id\n",
                "2:8",
                "syntax/parse.quote",
            ),
            (
                "format: 1\ntitle: 'A\nlang: id\n",
                "2:8",
                "syntax/parse.quote",
            ),
            ("title: \"A\" B\n", "1:12", "syntax/parse.behind"),
            // A comma too few and one too many.
            ("a: [{b: A c: 3}]\n", "1:12", "syntax/parse.yaml-bracket"),
            ("a: [b,, c]\n", "1:7", "syntax/parse.yaml-bracket"),
            ("title: A\ntitle: B\n", "2:1", "syntax/duplicate-key"),
            // Lines that stand under none before them.
            ("a:\n  - b: A\n   c: d\n", "3:4", "syntax/parse.yaml-indent"),
            ("a:\n  - b: A\n - b: C\n", "3:2", "syntax/parse.yaml-indent"),
            ("a: 1\n b: 2\n", "2:3", "syntax/parse.colon"),
            // Brackets that nothing closes, or another one.
            ("a: [{b: A]\nc: d\n", "1:5", "syntax/parse.bracket"),
            ("a: [{b: A}]]\n", "1:12", "syntax/parse.bracket"),
            ("title: Peran: pembela\n", "1:13", "syntax/parse.colon"),
            // Signs that mean something to YAML.
            ("title: @a\n", "1:8", "syntax/parse.yaml-sign"),
            ("title: \"C:\\dir\"\n", "1:8", "syntax/parse.backslash"),
        ],
    );
}

#[test]
fn faults_in_json_are_told_apart() {
    check(
        Syntax::Json,
        &[
            ("{\"a\": \"A\tB\"}", "1:8", "syntax/parse.json-tab"),
            ("{\"format\" 1}", "1:11", "syntax/parse.json-separator"),
            ("{\"a\": \"A,\n \"b\": 1}", "1:9", "syntax/parse.json-tab"),
            ("{\"a\": \"A", "1:8", "syntax/parse.json-end"),
            (
                "{\"a\": 1\n \"b\": 2}",
                "2:2",
                "syntax/parse.json-separator",
            ),
            (
                "{\"a\": [\"x\" \"y\"]}",
                "1:12",
                "syntax/parse.json-separator",
            ),
            ("{\"a\": 1,}", "1:9", "syntax/parse.json-comma"),
            ("{\"a\": [1,]}", "1:10", "syntax/parse.json-comma"),
            ("{\"a\": 1,, \"b\": 2}", "1:9", "syntax/parse.json-comma"),
            ("{\"a\": 1, \"a\": 2}", "1:10", "syntax/duplicate-key"),
            ("{\"a\": [1, 2}", "1:12", "syntax/parse.bracket"),
            ("{\"a\": {\"b\": 1]", "1:14", "syntax/parse.bracket"),
            ("{\"a\": [1, 2\n", "2:1", "syntax/parse.json-end"),
            ("{\"a\": 1}}", "1:9", "syntax/parse.json-behind"),
            // Text and keys without quotation marks, or with others.
            ("{\"a\": Peran: pembela}", "1:7", "syntax/parse.value"),
            ("{\"a\": True}", "1:7", "syntax/parse.value"),
            ("{title: 1}", "1:2", "syntax/parse.json-key"),
            ("{'title': 1}", "1:2", "syntax/parse.json-key"),
            ("{\"a\": 2018-12-29}", "1:11", "syntax/parse.number"),
            ("{\"a\": 03}", "1:8", "syntax/parse.number"),
            ("{\"a\": 3.}", "1:9", "syntax/parse.number"),
            ("{\"a\": \"C:\\dir\"}", "1:11", "syntax/parse.backslash"),
        ],
    );
}

#[test]
fn faults_in_toml_are_told_apart() {
    check(
        Syntax::Toml,
        &[
            ("title: \"A\"\n", "1:8", "syntax/parse.toml-equals"),
            ("title \"A\"\n", "1:7", "syntax/parse.toml-equals"),
            ("judul kuliah = \"A\"\n", "1:7", "syntax/parse.toml-equals"),
            ("title = \"A\nlang = \"id\"\n", "1:11", "syntax/parse.quote"),
            ("title = 'A\nlang = 1\n", "1:11", "syntax/parse.quote"),
            ("a = \"\"\"x\n", "2:1", "syntax/parse.quote"),
            ("a = [\"x\" \"y\"]\n", "1:10", "syntax/parse.bracket"),
            ("a = 1\na = 2\n", "2:1", "syntax/duplicate-key"),
            ("[a]\n[a]\n", "2:2", "syntax/duplicate-key"),
            ("a = [1, 2\nb = 3\n", "2:1", "syntax/parse.bracket"),
            ("a = {b = 1\nc = 2\n", "2:1", "syntax/parse.bracket"),
            ("[a\nb = 1\n", "1:3", "syntax/parse.bracket"),
            ("title = Peran: pembela\n", "1:9", "syntax/parse.value"),
            ("a = “x”\n", "1:5", "syntax/parse.value"),
            ("a = \n", "1:5", "syntax/parse.value"),
            ("date = 2018-13-29\n", "1:8", "syntax/parse.number"),
            ("date = 29-12-2018\n", "1:8", "syntax/parse.number"),
            ("credits = 03\n", "1:11", "syntax/parse.number"),
            ("a = 3.\n", "1:7", "syntax/parse.number"),
            ("a = 1 b = 2\n", "1:9", "syntax/parse.behind"),
            ("a = \"C:\\dir\"\n", "1:9", "syntax/parse.backslash"),
        ],
    );
}

/// Commas behind the last value of YAML and TOML, and tabs before the keys of TOML, are right.
#[test]
fn what_is_no_fault_is_read() {
    for (syntax, text) in [
        (Syntax::Yaml, "a: [b, c,]\n"),
        (Syntax::Toml, "a = [1,]\n"),
        (Syntax::Toml, "\ta = 1\n\tb = 2\n"),
        (Syntax::Json, "{\n\t\"a\": 1\n}\n"),
    ] {
        let found = parse(FileId::FIRST, text, syntax, &Limits::default()).diagnostics;
        assert_eq!(found, [], "{text:?}");
    }
}
