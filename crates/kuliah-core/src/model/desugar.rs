//! Rewrites the shorthands of a valid tree into the canonical form.
//!
//! It runs after the schema and before decoding, so that the model needs no `untagged` type
//! and every value keeps its place.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use kuliah_source::{Date, Span};

use super::id::slug;
use crate::markup::paragraphs;
use crate::syntax::{Data, Key, Node, Style, Text, TextMap};

/// Rewrites a course.
pub(super) fn desugar(course: &mut Node) {
    // For editors only; the export writes it anew.
    if let Data::Map(entries) = &mut course.data {
        entries.retain(|(key, _)| key.name != "$schema");
    }
    for name in ["code", "semester"] {
        with(course, name, text);
    }
    with(course, "bibliography", many);
    with(course, "authors", many);
    for author in children(course, "authors") {
        wrap(author, "name");
        with(author, "id", text);
    }
    for reference in children(course, "references") {
        desugar_reference(reference);
    }
    for section in children(course, "sections") {
        with(section, "content", content);
        for role in children(section, "roles") {
            with(role, "aliases", many);
            with(role, "content", content);
        }
    }
    Ids::of(course).fill(course);
}

fn desugar_reference(reference: &mut Node) {
    for name in ["edition", "volume", "issue", "number", "page"] {
        with(reference, name, text);
    }
    for name in ["author", "editor", "translator"] {
        with(reference, name, many);
        children(reference, name).iter_mut().for_each(person);
    }
    for name in ["issued", "accessed"] {
        with(reference, name, date);
    }
}

/// Blocks: a text among them is prose, and prose is one paragraph.
fn content(node: &mut Node) {
    many(node);
    let Data::Seq(blocks) = &mut node.data else {
        return;
    };
    let mut out = Vec::with_capacity(blocks.len());
    for mut block in mem::take(blocks) {
        wrap(&mut block, "prose");
        if let Some((_, prose)) = block.get("prose") {
            out.extend(
                split(prose)
                    .into_iter()
                    .map(|part| Node::tagged("prose", part)),
            );
        } else {
            body(&mut block);
            out.push(block);
        }
    }
    *blocks = out;
}

/// What is inside a block.
fn body(block: &mut Node) {
    with(block, "quote", |quote| {
        wrap(quote, "text");
        with(quote, "text", quoted);
        with(quote, "cite", cite);
    });
    with(block, "list", |list| {
        with(list, "cite", cite);
        children(list, "items").iter_mut().for_each(item);
    });
    with(block, "note", |note| {
        wrap(note, "content");
        with(note, "content", content);
    });
    with(block, "exercise", |exercise| {
        with(exercise, "content", content);
        with(exercise, "answer", content);
    });
    with(block, "section", |section| {
        with(section, "content", content);
    });
    with(block, "code", |code| with(code, "text", program_text));
    with(block, "definitions", |definitions| {
        for definition in definitions.items_mut() {
            with(definition, "content", content);
        }
    });
}

fn item(node: &mut Node) {
    wrap(node, "text");
    with(node, "sub", |sub| {
        children(sub, "items").iter_mut().for_each(item);
    });
}

fn cite(node: &mut Node) {
    many(node);
    for citation in node.items_mut() {
        wrap(citation, "key");
        with(citation, "locator", text);
    }
}

/// The paragraphs of a quotation.
fn quoted(node: &mut Node) {
    many(node);
    if let Data::Seq(parts) = &mut node.data {
        *parts = parts.iter().flat_map(split).collect();
    }
}

/// Program text: line ends are LF, none at the end.
fn program_text(node: &mut Node) {
    if let Data::Str(text) = &mut node.data {
        let unified = text.value.replace("\r\n", "\n").replace('\r', "\n");
        unified.trim_end_matches('\n').clone_into(&mut text.value);
    }
}

/// `Suharto, Edi` is a person, a name without comma an institution or a single name.
fn person(node: &mut Node) {
    let Some(name) = node.as_str().map(str::to_owned) else {
        return;
    };
    let span = node.span;
    let field = |name: &str, value: &str| (Key::new(name, span), Node::text(value.trim(), span));
    node.data = Data::Map(match name.split_once(',') {
        Some((family, given)) if !family.trim().is_empty() && !given.trim().is_empty() => {
            vec![field("family", family), field("given", given)]
        }
        _ => vec![field("literal", name.trim_matches([',', ' ']))],
    });
}

/// `1994`, `2018-12` and `2018-12-29` are dates, anything else words.
fn date(node: &mut Node) {
    let written = match &node.data {
        Data::Int(year) => year.to_string(),
        Data::Str(text) => text.value.trim().to_owned(),
        _ => return,
    };
    let span = node.span;
    let data = match date_parts(&written) {
        Some(parts) => {
            let number = |part: i64| Node::new(Data::Int(part), span);
            let date = Node::new(Data::Seq(parts.into_iter().map(number).collect()), span);
            (
                Key::new("date-parts", span),
                Node::new(Data::Seq(vec![date]), span),
            )
        }
        None => (Key::new("literal", span), Node::text(written, span)),
    };
    node.data = Data::Map(vec![data]);
}

fn date_parts(written: &str) -> Option<Vec<i64>> {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit()) && !part.is_empty();
    let parts: Vec<&str> = written.split('-').collect();
    let fits = match parts.as_slice() {
        // A year may be negative: 44 before the common era is -43.
        ["", year] => return digits(year).then(|| written.parse().ok().map(|it| vec![it]))?,
        [year] => digits(year) && year.len() <= 4,
        [year, month] => {
            year.len() == 4 && Date::parse(&format!("{year}-{month:0>2}-01")).is_some()
        }
        [year, month, day] => {
            year.len() == 4 && Date::parse(&format!("{year}-{month:0>2}-{day:0>2}")).is_some()
        }
        _ => false,
    };
    fits.then(|| parts.iter().filter_map(|part| part.parse().ok()).collect())
}

/// One value where a list may stand.
fn many(node: &mut Node) {
    if !matches!(node.data, Data::Seq(_)) {
        let data = mem::replace(&mut node.data, Data::Null);
        node.data = Data::Seq(vec![Node::new(data, node.span)]);
    }
}

/// A bare text where a mapping stands becomes the value of `name`.
fn wrap(node: &mut Node, name: &str) {
    if matches!(node.data, Data::Str(_)) {
        let data = mem::replace(&mut node.data, Data::Null);
        let span = node.span;
        node.data = Data::Map(vec![(Key::new(name, span), Node::new(data, span))]);
    }
}

/// A whole number where text stands.
fn text(node: &mut Node) {
    if let Data::Int(number) = node.data {
        node.data = Data::Str(Text {
            value: number.to_string(),
            style: Style::Plain,
            map: TextMap::at(node.span.start()),
        });
    }
}

/// The paragraphs of a text, each with its place.
fn split(node: &Node) -> Vec<Node> {
    let Data::Str(text) = &node.data else {
        return vec![node.clone()];
    };
    let ranges = paragraphs(&text.value);
    if ranges.len() == 1 {
        return vec![node.clone()];
    }
    let part = |range: std::ops::Range<usize>| {
        let value = text.value.get(range.clone()).unwrap_or_default();
        let span = text.map.span(range.clone(), node.span);
        Node::mapped(value, text.map.part(&range), span)
    };
    ranges.into_iter().map(part).collect()
}

fn with(node: &mut Node, name: &str, change: impl FnOnce(&mut Node)) {
    if let Some(child) = node.get_mut(name) {
        change(child);
    }
}

fn children<'a>(node: &'a mut Node, name: &str) -> &'a mut [Node] {
    node.get_mut(name).map(Node::items_mut).unwrap_or_default()
}

/// The ids that are taken, so that those made from titles do not meet them.
struct Ids {
    taken: BTreeSet<String>,
    next: BTreeMap<String, u32>,
}

impl Ids {
    /// Collects the ids that the author wrote.
    fn of(course: &Node) -> Self {
        let mut taken = BTreeSet::new();
        let mut stack: Vec<&Node> = course
            .get("sections")
            .map(|(_, it)| it)
            .into_iter()
            .collect();
        while let Some(node) = stack.pop() {
            match &node.data {
                Data::Seq(items) => stack.extend(items),
                Data::Map(entries) => {
                    for (key, value) in entries {
                        if let ("id", Some(id)) = (key.name.as_str(), value.as_str()) {
                            taken.insert(id.to_owned());
                        }
                        stack.push(value);
                    }
                }
                _ => {}
            }
        }
        Self {
            taken,
            next: BTreeMap::new(),
        }
    }

    /// Gives every section, role and part an id.
    fn fill(&mut self, course: &mut Node) {
        for (index, section) in children(course, "sections").iter_mut().enumerate() {
            self.identify(section, "title", &format!("section-{}", index + 1));
            self.fill_parts(section);
            for role in children(section, "roles") {
                self.identify(role, "name", "role");
                self.fill_parts(role);
            }
        }
    }

    fn fill_parts(&mut self, node: &mut Node) {
        for block in children(node, "content") {
            if let Data::Map(entries) = &mut block.data {
                for (key, value) in entries {
                    match key.name.as_str() {
                        "section" => {
                            self.identify(value, "title", "part");
                            self.fill_parts(value);
                        }
                        "note" | "exercise" => self.fill_parts(value),
                        _ => {}
                    }
                }
            }
        }
    }

    fn identify(&mut self, node: &mut Node, from: &str, otherwise: &str) {
        if node.get("id").is_some() {
            return;
        }
        let (title, span) = match node.get(from) {
            Some((_, title)) => (title.as_str().unwrap_or_default(), title.span),
            None => ("", node.span),
        };
        let words = crate::Markup::new(title).plain_text();
        let id = self.fresh(slug(&words).unwrap_or_else(|| otherwise.to_owned()));
        if let Data::Map(entries) = &mut node.data {
            entries.insert(0, id_entry(id, span));
        }
    }

    /// The id itself if it is free, else with the first free number behind it.
    fn fresh(&mut self, base: String) -> String {
        if self.taken.insert(base.clone()) {
            return base;
        }
        let next = self.next.entry(base.clone()).or_insert(2);
        loop {
            let number = next.to_string();
            let room = 64 - 1 - number.len();
            let id = format!("{}-{number}", base.get(..room).unwrap_or(&base));
            *next += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

fn id_entry(id: String, span: Span) -> (Key, Node) {
    (
        Key::new("id", span),
        Node::mapped(id, TextMap::default(), span),
    )
}

#[cfg(test)]
mod tests {
    use kuliah_source::FileId;
    use serde_json::{Value, json};

    use super::*;
    use crate::syntax::{Limits, Syntax, parse};

    fn desugared(yaml: &str) -> Value {
        let parse = parse(FileId::FIRST, yaml, Syntax::Yaml, &Limits::default());
        assert_eq!(parse.diagnostics, []);
        let mut root = parse.tree.expect("a tree").root;
        desugar(&mut root);
        root.to_value()
    }

    #[test]
    fn every_shorthand_becomes_canonical() {
        let yaml = "\
$schema: x
code: 304
authors: Penulis
references: [{id: a, author: 'Suharto, Edi', editor: [Kementerian Sosial], issued: 1994, accessed: 2018-12-29, edition: 4}]
sections:
  - title: Satu
    content: |
      a
      b

      c
  - title: Satu
    roles:
      - name: Peran
        aliases: lain
        content:
          - quote: {text: q, cite: a}
          - list: {items: [x, {text: y, sub: {items: [z]}}]}
          - note: n
";
        let expected = json!({
            "code": "304",
            "authors": [{ "name": "Penulis" }],
            "references": [{
                "id": "a",
                "author": [{ "family": "Suharto", "given": "Edi" }],
                "editor": [{ "literal": "Kementerian Sosial" }],
                "issued": { "date-parts": [[1994]] },
                "accessed": { "date-parts": [[2018, 12, 29]] },
                "edition": "4"
            }],
            "sections": [
                { "id": "satu", "title": "Satu", "content": [{ "prose": "a\nb" }, { "prose": "c" }] },
                { "id": "satu-2", "title": "Satu", "roles": [{
                    "id": "peran", "name": "Peran", "aliases": ["lain"],
                    "content": [
                        { "quote": { "text": ["q"], "cite": [{ "key": "a" }] } },
                        { "list": { "items": [
                            { "text": "x" }, { "text": "y", "sub": { "items": [{ "text": "z" }] } }
                        ] } },
                        { "note": { "content": [{ "prose": "n" }] } }
                    ]
                }] }
            ]
        });
        assert_eq!(desugared(yaml), expected);
    }

    #[test]
    fn dates_are_dates_or_words() {
        assert_eq!(date_parts("1994"), Some(vec![1994]));
        assert_eq!(date_parts("2018-12"), Some(vec![2018, 12]));
        assert_eq!(date_parts("-43"), Some(vec![-43]));
        for words in [
            "musim hujan",
            "2018-13",
            "12-2018",
            "2018-02-30",
            "t.t.",
            "",
        ] {
            assert_eq!(date_parts(words), None, "{words}");
        }
    }

    #[test]
    fn a_comma_with_nothing_on_one_side_makes_no_person() {
        let name = |written: &str| {
            let all = desugared(&format!("references: [{{id: a, author: '{written}'}}]\n"));
            all.pointer("/references/0/author/0").cloned()
        };
        let person = json!({ "family": "Suharto", "given": "Edi" });
        assert_eq!(name("Suharto, Edi"), Some(person));
        assert_eq!(name("Suharto,"), Some(json!({ "literal": "Suharto" })));
        assert_eq!(name(", Edi"), Some(json!({ "literal": "Edi" })));
    }
}
