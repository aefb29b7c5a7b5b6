//! The document tree: what lowering makes and every exporter reads.
//!
//! The tree knows pages as little as it knows courses: headings, paragraphs,
//! lists, tables and the inline text in them, with the author's place kept on
//! every block. Its enums are not `#[non_exhaustive]` on purpose: a new node must
//! break every exporter's `match`.

mod block;
mod dump;
mod export;
pub mod image;
mod inline;
mod metadata;
mod node;
mod numbering;
mod text;
mod walk;

pub use block::{
    Alignment, Anchor, AnchorKind, Block, BlockKind, CONTENTS_LEVELS, Callout, CalloutKind,
    Caption, Code, Definition, Document, Entry, Fact, Figure, FrontMatter, Heading, List, ListItem,
    Marker, Quote, Row, Section, Table,
};
pub use dump::{block_texts, inline_text};
pub use export::{AssetError, Assets, ExportError, Exported, Exporter, NoAssets};
pub use inline::Inline;
pub use kuliah_source::{AssetPath, Date, Language, LinkError, LinkTarget};
pub use metadata::{Labels, Metadata};
pub use node::NodePath;
pub use numbering::{NumberFormat, Numbering};
pub use text::{Forbidden, SafeText};
pub use walk::{Visit, walk_block, walk_document, walk_inline, walk_inlines};
