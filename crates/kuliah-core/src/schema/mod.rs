//! The published schemas of courses, configurations and profiles, and what a tree has against
//! them.

mod choose;
mod generate;
mod grammar;
mod report;

use kuliah_source::Diagnostic;

use crate::syntax::Tree;

pub use generate::{config_schema, course_schema, profile_schema};
pub(crate) use grammar::Grammar;

/// Reports everything a tree has against the course schema, in source order.
///
/// `text` is the text of the file that the tree was read from; fixes are made from it.
pub fn validate(tree: &Tree, text: &str) -> Vec<Diagnostic> {
    Grammar::Course.validate(tree, text)
}

#[cfg(test)]
mod tests;
