//! The front matter.

use serde_json::json;

use super::{faults, read, tree};

#[test]
fn its_keys_come_before_the_sections() {
    for text in [
        "---\ntitle: Peran\nlang: id\n---\n# A\n",
        "---\r\ntitle: Peran\r\nlang: id\r\n---\r\n# A\r\n",
        "---\rtitle: Peran\rlang: id\r---\r# A\r",
        "\u{feff}\n---  \ntitle: Peran\n\nlang: id\n...\n# A\n",
    ] {
        let root = tree(text).root;
        let expected = json!({ "title": "Peran", "lang": "id", "sections": [{ "title": "A" }] });
        assert_eq!(root.to_value(), expected, "{text:?}");
        let (key, node) = root.get("lang").expect("there");
        assert_eq!(text.get(key.span.range().expect("attached")), Some("lang"));
        assert_eq!(text.get(node.span.range().expect("attached")), Some("id"));
    }
}

#[test]
fn it_may_be_absent_or_empty() {
    for text in ["# A\n", "---\n---\n# A\n", "---\n# komentar\n---\n# A\n"] {
        assert_eq!(
            tree(text).root.to_value(),
            json!({ "sections": [{ "title": "A" }] })
        );
    }
    assert_eq!(tree("").root.to_value(), json!({ "sections": [] }));
    assert_eq!(tree(" \n").root.to_value(), json!({ "sections": [] }));
}

#[test]
fn broken_front_matter_leaves_no_tree() {
    for (text, key, place) in [
        ("---\ntitle: a\n\n# A\n", "syntax/parse.front-matter", "---"),
        ("---\n- a\n---\n", "schema/wrong-type.front-matter", "- a"),
        ("---\nkata\n---\n", "schema/wrong-type.front-matter", "kata"),
        (
            "---\ntitle: Peran: pembela\n---\n",
            "syntax/parse.colon",
            ":",
        ),
    ] {
        assert_eq!(faults(text), [(key, place)], "{text}");
        assert_eq!(read(text).tree, None, "{text}");
    }
}

#[test]
fn a_broken_front_matter_does_not_hide_faults_of_the_text() {
    let keys: Vec<_> = faults("---\na: [\n---\n\n***\n")
        .into_iter()
        .map(|it| it.0)
        .collect();
    assert_eq!(
        keys,
        [
            "syntax/parse.bracket",
            "syntax/unsupported-markup.thematic-break"
        ]
    );
}

#[test]
fn sections_belong_in_the_text() {
    let text = "---\nsections: []\n---\n# A\n";
    let expected = [("schema/unknown-key.sections-in-front-matter", "sections")];
    assert_eq!(faults(text), expected);
}
