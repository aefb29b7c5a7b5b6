//! hayagriva's YAML, the bibliography of Typst, in the form a course takes.
//!
//! The format nests a work in what holds it (`parent`); CSL has one level, whose type tells the
//! relation.

use kuliah_core::syntax::{Data, Key, Node};
use kuliah_source::{Diagnostic, Message, Span};

use super::unreadable;
use kuliah_core::markup::escape;

/// The references of a file: a mapping from keys to entries.
pub(super) fn entries(root: &Node) -> Result<Vec<Node>, Vec<Diagnostic>> {
    let Data::Map(fields) = &root.data else {
        return Err(vec![unreadable(
            root.span,
            Message::new("citation/unreadable-bibliography.no-mapping"),
        )]);
    };
    let (mut out, mut errors) = (Vec::new(), Vec::new());
    for (key, value) in fields {
        match Entry(value).reference(key) {
            Ok(node) => out.push(node),
            Err(finding) => errors.push(*finding),
        }
    }
    if errors.is_empty() {
        Ok(out)
    } else {
        Err(errors)
    }
}

/// An entry, or what holds it.
#[derive(Copy, Clone)]
struct Entry<'a>(&'a Node);

impl<'a> Entry<'a> {
    fn get(self, name: &str) -> Option<&'a Node> {
        self.0.get(name).map(|(_, node)| node)
    }

    /// A text, or the `value` of a mapping.
    fn text(self, name: &str) -> Option<&'a Node> {
        let node = self.get(name)?;
        match &node.data {
            Data::Map(_) => node.get("value").map(|(_, it)| it),
            _ => Some(node),
        }
    }

    fn kind(self) -> String {
        let kind = self.get("type").and_then(Node::as_str).unwrap_or_default();
        kind.to_lowercase()
    }

    fn parent(self) -> Option<Entry<'a>> {
        let node = self.get("parent")?;
        match &node.data {
            Data::Seq(items) => items.first().map(Entry),
            _ => Some(Entry(node)),
        }
    }

    /// A field of the entry or of what holds it.
    fn nearest(self, name: &str) -> Option<&'a Node> {
        self.get(name).or_else(|| self.parent()?.get(name))
    }

    fn reference(self, key: &Key) -> Result<Node, Box<Diagnostic>> {
        let kind = self.get("type").ok_or_else(|| {
            Box::new(unreadable(
                key.span,
                Message::new("citation/unreadable-bibliography.no-type")
                    .with("key", key.name.as_str()),
            ))
        })?;
        let parent = self.parent();
        let mut out = Fields(Vec::new());
        out.put("id", Node::text(key.name.clone(), key.span));
        let parent_kind = parent.map(Entry::kind).unwrap_or_default();
        let written = self.kind();
        let csl = csl_type(&written, &parent_kind).unwrap_or(&written);
        out.put("type", Node::text(csl, kind.span));
        out.title("title", self.text("title"));
        for (name, field) in [("author", "author"), ("editor", "editor")] {
            out.names(name, self.nearest(field));
        }
        out.names("translator", self.affiliated("translator"));
        out.copy("issued", self.nearest("date"));
        if let Some(parent) = parent {
            out.title("container-title", parent.text("title"));
            if let Some(series) = parent.parent() {
                out.title("collection-title", series.text("title"));
            }
        }
        self.publisher(&mut out);
        for (name, field) in [
            ("edition", "edition"),
            ("volume", "volume"),
            ("issue", "issue"),
            ("page", "page-range"),
            ("genre", "genre"),
            ("language", "language"),
        ] {
            out.copy(name, self.nearest(field));
        }
        self.numbers(&mut out);
        if let Some(url) = self.nearest("url") {
            match &url.data {
                Data::Map(_) => {
                    out.copy("URL", url.get("value").map(|(_, it)| it));
                    out.copy("accessed", url.get("date").map(|(_, it)| it));
                }
                _ => out.copy("URL", Some(url)),
            }
        }
        Ok(Node::new(Data::Map(out.0), self.0.span))
    }

    fn affiliated(self, role: &str) -> Option<&'a Node> {
        let list = self.nearest("affiliated")?;
        let one = list
            .items()
            .iter()
            .find(|it| it.get("role").and_then(|(_, it)| it.as_str()) == Some(role))?;
        one.get("names").map(|(_, it)| it)
    }

    fn publisher(self, out: &mut Fields) {
        let publisher = self
            .nearest("publisher")
            .or_else(|| self.nearest("organization"));
        let mut place = self.nearest("location");
        if let Some(publisher) = publisher {
            match &publisher.data {
                Data::Map(_) => {
                    out.copy("publisher", publisher.get("name").map(|(_, it)| it));
                    place = publisher.get("location").map(|(_, it)| it).or(place);
                }
                _ => out.copy("publisher", Some(publisher)),
            }
        }
        out.copy("publisher-place", place);
    }

    fn numbers(self, out: &mut Fields) {
        let Some(number) = self.nearest("serial-number") else {
            return;
        };
        match &number.data {
            Data::Map(_) => {
                for (name, field) in [
                    ("DOI", "doi"),
                    ("ISBN", "isbn"),
                    ("ISSN", "issn"),
                    ("number", "serial"),
                ] {
                    out.copy(name, number.get(field).map(|(_, it)| it));
                }
            }
            _ => out.copy("number", Some(number)),
        }
    }
}

/// The fields of a reference.
struct Fields(Vec<(Key, Node)>);

impl Fields {
    fn put(&mut self, name: &str, node: Node) {
        self.0.push((Key::new(name, node.span), node));
    }

    fn copy(&mut self, name: &str, node: Option<&Node>) {
        if let Some(node) = node {
            self.put(name, node.clone());
        }
    }

    /// A title; its words are words, since markup here is Typst's.
    fn title(&mut self, name: &str, node: Option<&Node>) {
        match node.and_then(|node| Some((node.as_str()?, node.span))) {
            Some((text, span)) => self.put(name, Node::text(escape(text), span)),
            None => self.copy(name, node),
        }
    }

    fn names(&mut self, name: &str, node: Option<&Node>) {
        let Some(node) = node else { return };
        let list = match &node.data {
            Data::Seq(items) => items.iter().map(person).collect(),
            _ => vec![person(node)],
        };
        self.put(name, Node::new(Data::Seq(list), node.span));
    }
}

/// `Family, Given` as it is; a mapping in CSL's words.
fn person(node: &Node) -> Node {
    let Data::Map(fields) = &node.data else {
        return node.clone();
    };
    let part = |name: &str, span: Span| Key::new(name, span);
    let mut out: Vec<(Key, Node)> = Vec::new();
    let alone = node.get("given-name").is_none();
    for (key, value) in fields {
        let name = match key.name.as_str() {
            "name" if alone => "literal",
            "name" => "family",
            "given-name" => "given",
            "prefix" => "non-dropping-particle",
            "suffix" => "suffix",
            _ => continue,
        };
        out.push((part(name, key.span), value.clone()));
    }
    Node::new(Data::Map(out), node.span)
}

/// The type of CSL for a type of hayagriva, by the type of what holds it.
fn csl_type(kind: &str, parent: &str) -> Option<&'static str> {
    Some(match (kind, parent) {
        ("article", "periodical" | "") => "article-journal",
        ("article", "newspaper") => "article-newspaper",
        ("article", "proceedings" | "conference") => "paper-conference",
        ("article" | "post", "blog") | ("blog", _) => "post-weblog",
        ("article", "web") | ("web", _) => "webpage",
        ("article", _) => "article",
        ("chapter" | "anthos", _) => "chapter",
        ("entry", "reference" | "") => "entry-encyclopedia",
        ("entry", _) => "entry",
        ("book" | "anthology" | "proceedings" | "reference" | "conference", _) => "book",
        ("report", _) => "report",
        ("thesis", _) => "thesis",
        ("post" | "thread", _) => "post",
        ("scene" | "video", _) => "motion_picture",
        ("artwork", _) => "graphic",
        ("patent", _) => "patent",
        ("case", _) => "legal_case",
        ("legislation", _) => "legislation",
        ("newspaper" | "periodical", _) => "periodical",
        ("manuscript", _) => "manuscript",
        ("audio", _) => "song",
        ("performance", _) => "performance",
        ("exhibition", _) => "event",
        ("repository", _) => "software",
        ("original" | "misc", _) => "document",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use kuliah_core::syntax::{Limits, Syntax, parse};
    use kuliah_source::FileId;
    use serde_json::json;

    use super::*;

    #[test]
    fn an_article_takes_what_its_parent_has() {
        let yaml = "\
artikel2015:
  type: Article
  title: Judul *bukan* miring
  author: [\"Penulis, A.\", {name: Badan Contoh}]
  date: 2015-03
  page-range: 15-29
  serial-number: {doi: 10.1000/182}
  url: {value: 'https://example.org/a', date: 2018-12-29}
  parent: {type: Periodical, title: Jurnal Contoh, volume: 3, issue: 2}
";
        let tree = parse(FileId::FIRST, yaml, Syntax::Yaml, &Limits::default()).tree;
        let made = entries(&tree.expect("a tree").root).expect("entries");
        let expected = json!({
            "id": "artikel2015", "type": "article-journal", "title": "Judul \\*bukan\\* miring",
            "author": ["Penulis, A.", {"literal": "Badan Contoh"}], "issued": "2015-03",
            "container-title": "Jurnal Contoh", "volume": 3, "issue": 2, "page": "15-29",
            "DOI": "10.1000/182", "URL": "https://example.org/a", "accessed": "2018-12-29",
        });
        assert_eq!(made.first().map(Node::to_value), Some(expected));
    }

    #[test]
    fn an_entry_without_type_is_told_at_its_key() {
        let tree = parse(
            FileId::FIRST,
            "a: {title: X}\n",
            Syntax::Yaml,
            &Limits::default(),
        )
        .tree;
        let found = entries(&tree.expect("a tree").root).expect_err("refused");
        assert_eq!(found.first().map(|it| it.span().start()), Some(0));
    }
}
