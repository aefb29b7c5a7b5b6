//! Positions in source files, what is said about them, and how to mend them;
//! and the few words every other crate speaks (languages, dates).
//!
//! Everything here is plain data: no input, no output, no clock.

mod asset_path;
mod character;
mod date;
mod diagnostic;
mod fix;
mod language;
mod line_index;
mod link;
mod message;
mod source_map;
mod span;

pub use asset_path::{AssetPath, UnsafePath};
pub use character::is_forbidden;
pub use date::{Date, DateError};
pub use diagnostic::{Diagnostic, Edit, Fix, Label, RuleId, Safety, Severity};
pub use fix::{Fixed, apply_fixes};
pub use language::{Language, LanguageError};
pub use line_index::{LineColumn, LineIndex};
pub use link::{LinkError, LinkTarget};
pub use message::{Arg, Catalogue, Message};
pub use source_map::{SourceFile, SourceMap};
pub use span::{FileId, Span};
