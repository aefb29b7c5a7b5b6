//! The published schemas of courses, configurations and profiles, and what a tree has against
//! them.

mod choose;
mod generate;
mod grammar;
mod hints;
mod instance;
mod report;
mod type_words;

use kuliah_source::{Diagnostic, Message};

use crate::syntax::{Tree, error};

pub use generate::{config_schema, course_schema, profile_schema};
pub(crate) use grammar::Grammar;

/// Reports everything a tree has against the course schema, in source order.
///
/// `text` is the text of the file that the tree was read from; fixes are made from it.
pub fn validate(tree: &Tree, text: &str) -> Vec<Diagnostic> {
    let root = &tree.root;
    let is_of_file = root.span.file().is_some();
    if is_of_file && text.trim_start_matches('\u{feff}').trim().is_empty() {
        let message = Message::new("syntax/parse.empty");
        let help = Message::new("syntax/parse.empty.help");
        return vec![error("syntax/parse", root.span.at_start(), message).help(help)];
    }
    Grammar::Course.validate(tree, text)
}

#[cfg(test)]
mod tests;
