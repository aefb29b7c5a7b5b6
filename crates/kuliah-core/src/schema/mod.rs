//! The published schema of a course, and what a tree has against it.

mod choose;
mod generate;
mod report;

use std::sync::LazyLock;

use jsonschema::Validator;
use kuliah_source::{Diagnostic, Message};
use serde_json::Value;

use crate::syntax::{Data, Tree, error};

pub use generate::course_schema;

/// The schema and what validates with it; `None` when the schema itself is broken, which a
/// test rules out.
static COURSE: LazyLock<Option<Compiled>> = LazyLock::new(Compiled::new);

struct Compiled {
    schema: Value,
    validator: Validator,
}

impl Compiled {
    fn new() -> Option<Self> {
        let schema = course_schema();
        let validator = jsonschema::draft202012::options()
            .should_validate_formats(true)
            .should_ignore_unknown_formats(false)
            .build(&schema)
            .ok()?;
        Some(Self { schema, validator })
    }
}

/// Reports everything a tree has against the course schema, in source order.
///
/// `text` is the text of the file that the tree was read from; fixes are made from it.
pub fn validate(tree: &Tree, text: &str) -> Vec<Diagnostic> {
    let root = &tree.root;
    if !matches!(root.data, Data::Map(_)) {
        let message = Message::new("schema/wrong-type.root");
        return vec![
            error("schema/wrong-type", root.span.at_start(), message)
                .help(Message::new("schema/wrong-type.root-help")),
        ];
    }
    let Some(compiled) = &*COURSE else {
        let message = Message::new("schema/other").with("reason", "the schema is broken");
        return vec![
            error("schema/other", root.span.at_start(), message)
                .help(Message::new("schema/other.help")),
        ];
    };
    let value = root.to_value();
    let mut reporter = report::Reporter::new(root, text, &compiled.schema);
    for broken in compiled.validator.iter_errors(&value) {
        choose::leaves(&broken, &mut |leaf| reporter.report(leaf));
    }
    reporter.finish()
}

#[cfg(test)]
mod tests;
