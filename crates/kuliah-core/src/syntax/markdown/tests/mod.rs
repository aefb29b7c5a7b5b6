//! Tests of the Markdown front end: text in, tree and findings out.

mod example;
mod faults;
mod front_matter;
mod mapping;
mod places;

use kuliah_source::FileId;
use serde_json::Value;

use super::super::{Limits, Parse, Syntax, Tree, parse};

/// Reads a file.
fn read(text: &str) -> Parse {
    parse(FileId::FIRST, text, Syntax::Markdown, &Limits::default())
}

/// The tree of a file without any finding.
fn tree(text: &str) -> Tree {
    let parse = read(text);
    assert_eq!(parse.diagnostics, [], "{text}");
    parse.tree.expect("a tree")
}

/// The sections of a file without any finding.
fn sections(text: &str) -> Value {
    let value = tree(text).root.to_value();
    value.get("sections").expect("sections").clone()
}

/// The blocks of a text without headings or findings.
fn blocks(text: &str) -> Value {
    sections(text)
        .pointer("/0/content")
        .cloned()
        .unwrap_or_default()
}

/// The message keys of the findings, each with the text it points at.
fn faults(text: &str) -> Vec<(&'static str, &str)> {
    read(text)
        .diagnostics
        .iter()
        .map(|found| {
            let range = found.span().range().expect("attached");
            (found.message.key(), text.get(range).expect("in range"))
        })
        .collect()
}
