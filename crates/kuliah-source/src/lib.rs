//! Positions in source files, what is said about them, and how to mend them.
//!
//! Everything here is plain data: no input, no output, no clock.

mod diagnostic;
mod line_index;
mod message;
mod source_map;
mod span;

pub use diagnostic::{Diagnostic, Edit, Fix, Label, RuleId, Safety, Severity};
pub use line_index::{LineColumn, LineIndex};
pub use message::{Arg, Catalogue, Message};
pub use source_map::{SourceFile, SourceMap};
pub use span::{FileId, Span};
