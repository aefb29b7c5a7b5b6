//! The course: typed, as its author meant it.
//!
//! A tree that fits the schema becomes a [`Course`] in two steps: `desugar` rewrites the
//! shorthands to the canonical form, `decode` reads that by serde. The same types are what
//! programs build in code, and what the canonical JSON is written from.

mod audience;
mod block;
mod citation;
mod citation_style;
mod course;
mod decode;
mod desugar;
mod id;
mod list;
mod reference;
mod section;
mod visit;
mod widen;

pub use audience::Audience;
pub use block::{
    Align, Block, Code, Definition, Exercise, Figure, Note, NoteAudience, Quote, Subsection, Table,
};
pub use citation::{Citation, LocatorLabel};
pub use citation_style::CitationStyle;
pub use course::{Author, COURSE_SCHEMA_ID, Course, FORMAT};
pub use decode::decode;
pub use id::{BlockId, CitationKey, IdError, RoleId, SectionId};
pub use list::{Item, ItemList, ListKind, SubList};
pub use reference::{CslDate, Name, Reference, ReferenceKind};
pub use section::{Role, Section, SectionKind};
pub use visit::{FoundCitation, Visit, each_inline, walk, walk_blocks};
