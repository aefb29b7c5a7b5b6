//! English: a file for each group of rules, its words sorted by key, a line each.

mod accessibility;
mod citation;
mod config;
mod export;
mod language;
mod list;
mod reference;
mod schema;
mod structure;
mod suppression;
mod syntax;
mod typography;

use kuliah_source::Catalogue;

/// The words, sorted by key.
pub(super) static CATALOGUE: Catalogue = Catalogue {
    tables: &[
        accessibility::TABLE,
        citation::TABLE,
        config::TABLE,
        export::TABLE,
        language::TABLE,
        list::TABLE,
        reference::TABLE,
        schema::TABLE,
        structure::TABLE,
        suppression::TABLE,
        syntax::TABLE,
        typography::TABLE,
    ],
};
