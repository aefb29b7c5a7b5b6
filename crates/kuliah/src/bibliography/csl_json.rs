//! CSL-JSON, as Zotero and pandoc write it, in the form a course takes.

use kuliah_core::syntax::{Data, Key, Node};
use kuliah_source::{Diagnostic, Message};

use super::{INLINE, inline, unreadable};

const NAMES: [&str; 3] = ["author", "editor", "translator"];
const DATES: [&str; 2] = ["issued", "accessed"];

/// The references of a file: a list, or an object whose `items` or `references` is one.
///
/// Fields without a place in a reference, such as `abstract` and `note`, are left out.
pub(super) fn entries(root: &Node) -> Result<Vec<Node>, Vec<Diagnostic>> {
    let list = ["items", "references"]
        .iter()
        .find_map(|it| root.get(it))
        .map_or(root, |it| it.1);
    let Data::Seq(items) = &list.data else {
        return Err(vec![unreadable(
            root.span,
            Message::new("citation/unreadable-bibliography.no-list"),
        )]);
    };
    Ok(items.iter().map(entry).collect())
}

fn entry(node: &Node) -> Node {
    let Data::Map(fields) = &node.data else {
        return node.clone();
    };
    let kept = fields.iter().filter(|(key, value)| {
        kuliah_cite::is_reference_field(&key.name) && !matches!(value.data, Data::Null)
    });
    let fields = kept.map(|(key, value)| (key.clone(), field(&key.name, value)));
    Node::new(Data::Map(fields.collect()), node.span)
}

fn field(name: &str, value: &Node) -> Node {
    if NAMES.contains(&name) {
        return each(value, &name_of);
    }
    if DATES.contains(&name) {
        return date(value);
    }
    match (&value.data, value.as_str()) {
        (_, Some(text)) if INLINE.contains(&name) => Node::text(inline(text), value.span),
        (Data::Int(number), _) if name == "id" => Node::text(number.to_string(), value.span),
        _ => value.clone(),
    }
}

fn each(list: &Node, change: &dyn Fn(&Node) -> Node) -> Node {
    match &list.data {
        Data::Seq(items) => Node::new(Data::Seq(items.iter().map(change).collect()), list.span),
        _ => list.clone(),
    }
}

/// A name with the parts a course knows; a particle that may be dropped stays behind the given
/// name, where sorting looks last.
fn name_of(node: &Node) -> Node {
    let Data::Map(fields) = &node.data else {
        return node.clone();
    };
    let known = [
        "family",
        "given",
        "literal",
        "non-dropping-particle",
        "suffix",
    ];
    let filled = |value: &Node| value.as_str().is_none_or(|text| !text.trim().is_empty());
    let mut kept: Vec<(Key, Node)> = fields
        .iter()
        .filter(|(key, value)| known.contains(&key.name.as_str()) && filled(value))
        .cloned()
        .collect();
    let particle = node
        .get("dropping-particle")
        .and_then(|(_, it)| it.as_str());
    if let Some(particle) = particle.filter(|it| !it.trim().is_empty())
        && let Some((_, given)) = kept.iter_mut().find(|(key, _)| key.name == "given")
    {
        let text = format!("{} {particle}", given.as_str().unwrap_or_default());
        *given = Node::text(text.trim(), given.span);
    }
    Node::new(Data::Map(kept), node.span)
}

/// A date whose parts are numbers; a season and the sign of doubt are left out.
fn date(node: &Node) -> Node {
    let Data::Map(fields) = &node.data else {
        return node.clone();
    };
    let mut kept = Vec::new();
    for (key, value) in fields {
        match key.name.as_str() {
            "date-parts" => kept.push((key.clone(), each(value, &|it| each(it, &number)))),
            "literal" => kept.push((key.clone(), value.clone())),
            // A date in words, which a course reads as it reads its own.
            "raw" if fields.len() == 1 => return value.clone(),
            "raw" => kept.push((Key::new("literal", key.span), value.clone())),
            _ => {}
        }
    }
    let both = |name: &str| kept.iter().any(|(key, _)| key.name == name);
    if both("date-parts") {
        kept.retain(|(key, _)| key.name == "date-parts");
    }
    Node::new(Data::Map(kept), node.span)
}

fn number(node: &Node) -> Node {
    match node.as_str().and_then(|text| text.trim().parse().ok()) {
        Some(number) => Node::new(Data::Int(number), node.span),
        None => node.clone(),
    }
}

#[cfg(test)]
mod tests {
    use kuliah_core::syntax::{Limits, Syntax, parse};
    use kuliah_source::FileId;
    use serde_json::json;

    use super::*;

    fn read(text: &str) -> Result<Vec<serde_json::Value>, usize> {
        let tree = parse(FileId::FIRST, text, Syntax::Json, &Limits::default()).tree;
        let made = entries(&tree.expect("a tree").root);
        made.map(|it| it.iter().map(Node::to_value).collect())
            .map_err(|it| it.len())
    }

    #[test]
    fn an_export_of_zotero_is_read() {
        let text = r#"[{"id": 7, "type": "book", "title": "<i>A</i> & b", "abstract": "x", "note": null,
            "author": [{"family": "Berg", "given": "A.", "dropping-particle": "van", "suffix": ""}],
            "issued": {"date-parts": [["2014", 3]], "season": "1"}, "accessed": {"raw": "2018-12-29"}}]"#;
        let expected = json!([{"id": "7", "type": "book", "title": "*A* \\& b",
            "author": [{"family": "Berg", "given": "A. van"}],
            "issued": {"date-parts": [[2014, 3]]}, "accessed": "2018-12-29"}]);
        assert_eq!(read(text).map(serde_json::Value::Array), Ok(expected));
    }

    #[test]
    fn what_holds_no_list_is_refused() {
        assert_eq!(read(r#"{"a": 1}"#), Err(1));
        assert_eq!(read(r#"{"references": []}"#), Ok(Vec::new()));
    }
}
