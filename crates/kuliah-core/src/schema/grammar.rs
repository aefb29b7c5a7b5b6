//! The grammars of the files the program reads, and what a tree has against them.

use std::sync::LazyLock;

use jsonschema::{Draft, Validator};
use kuliah_source::{Diagnostic, Message, Span};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::instance::TreeJson;
use super::{choose, report};
use crate::syntax::de::TreeReader;
use crate::syntax::{Data, Tree, error};

/// A sort of file.
#[derive(Debug, Copy, Clone)]
pub(crate) enum Grammar {
    /// A course.
    Course,
    /// A configuration, `kuliah.toml`.
    Config,
    /// A profile.
    Profile,
}

// The published schemas, which a test holds against those that the types give: to read one takes
// a fraction of the time of making it.
static COURSE: LazyLock<Option<Compiled>> =
    LazyLock::new(|| Compiled::new(include_str!("../../../../schema/course.schema.json")));
static CONFIG: LazyLock<Option<Compiled>> =
    LazyLock::new(|| Compiled::new(include_str!("../../../../schema/config.schema.json")));
static PROFILE: LazyLock<Option<Compiled>> =
    LazyLock::new(|| Compiled::new(include_str!("../../../../schema/profile.schema.json")));

/// A schema and what validates with it.
struct Compiled {
    schema: Value,
    validator: Validator<TreeJson>,
}

impl Compiled {
    /// `None` when the schema itself is broken, which a test rules out.
    fn new(schema: &str) -> Option<Self> {
        let schema = serde_json::from_str(schema).ok()?;
        let validator = jsonschema::options_for::<TreeJson>()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .should_ignore_unknown_formats(false)
            .build(&schema)
            .ok()?;
        Some(Self { schema, validator })
    }
}

impl Grammar {
    fn compiled(self) -> Option<&'static Compiled> {
        match self {
            Self::Course => COURSE.as_ref(),
            Self::Config => CONFIG.as_ref(),
            Self::Profile => PROFILE.as_ref(),
        }
    }

    /// Reports everything a tree has against the grammar, in source order.
    ///
    /// `text` is the text of the file that the tree was read from; fixes are made from it.
    pub(crate) fn validate(self, tree: &Tree, text: &str) -> Vec<Diagnostic> {
        let root = &tree.root;
        if !matches!(root.data, Data::Map(_)) {
            let message = Message::new("schema/wrong-type.root");
            return vec![
                error("schema/wrong-type", root.span.at_start(), message)
                    .help(Message::new("schema/wrong-type.root-help")),
            ];
        }
        let Some(compiled) = self.compiled() else {
            return vec![other("the schema is broken", root.span.at_start())];
        };
        let mut reporter = report::Reporter::new(root, text, &compiled.schema);
        for broken in compiled.validator.iter_errors(root) {
            choose::leaves(root, &broken, &mut |leaf| reporter.report(leaf));
        }
        reporter.finish()
    }

    /// Reads a typed value from a tree that fits the grammar; otherwise reports why it does not.
    pub(crate) fn read<T: DeserializeOwned>(
        self,
        tree: &Tree,
        text: &str,
        out: &mut Vec<Diagnostic>,
    ) -> Option<T> {
        let found = self.validate(tree, text);
        if !found.is_empty() {
            out.extend(found);
            return None;
        }
        let mut root = tree.root.clone();
        if let Data::Map(entries) = &mut root.data {
            entries.retain(|(key, _)| key.name != "$schema");
        }
        let read = T::deserialize(TreeReader(&root));
        let broken = |why: crate::syntax::de::Error| {
            let span = if why.span.is_detached() {
                root.span
            } else {
                why.span
            };
            out.push(other(&why.message, span));
        };
        read.map_err(broken).ok()
    }
}

fn other(reason: &str, span: Span) -> Diagnostic {
    let message = Message::new("schema/other").with("reason", reason);
    error("schema/other", span, message).help(Message::new("schema/other.help"))
}

#[cfg(test)]
impl Grammar {
    /// Whether the schema is one.
    pub(super) fn compiles(self) -> bool {
        self.compiled().is_some()
    }
}
