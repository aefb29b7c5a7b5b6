//! The course: syntax, schema, model and rules.

pub mod syntax;
