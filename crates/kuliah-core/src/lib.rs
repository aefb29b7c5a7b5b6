//! The course: its syntaxes, its schema, its model and the rules it is checked by.
//!
//! bytes → [`syntax::Tree`] → [`schema::validate`] → [`model::decode`] → [`check::check`].
//! No step does any input or output.

mod bytes;
pub mod check;
pub mod config;
pub mod markup;
pub mod model;
pub mod schema;
mod spanned;
mod synonyms;
pub mod syntax;
mod typed_label;

pub use markup::Markup;
pub use spanned::Spanned;
pub use typed_label::{Series, TypedLabel, typed_label};
