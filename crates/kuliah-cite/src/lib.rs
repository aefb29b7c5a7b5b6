//! Turns references and citation requests into formatted text, and `.bib` text into references.
//!
//! References are CSL-JSON objects, the exchange format of Zotero, Mendeley and pandoc.
//! [`format()`] answers with the words of every citation and with the sorted reference list;
//! [`read_bib`] reads BibTeX and BibLaTeX. The crate knows neither courses nor documents.
//!
//! Styles and locales are files of the CSL project, see `data/README.md`.

mod bib;
mod date;
mod degrees;
mod duplicates;
mod error;
mod format;
mod item;
mod name;
mod reference;
mod request;
mod rich;
mod run;
mod style;
mod title;

pub use bib::{BibEntry, BibError, BibErrorKind, BibToken, read_bib, write_bib};
pub use duplicates::{Duplicate, Likeness, duplicates};
pub use error::CiteError;
pub use format::{Formatted, FormattedCitation, FormattedEntry, format};
pub use item::is_known_key as is_reference_field;
pub use reference::{Reference, ReferenceError};
pub use request::{CiteItem, CiteRequest, Form, LocatorKind};
pub use rich::{parse_rich_text, write_rich_text};
pub use run::Run;
pub use style::{MAX_STYLE_BYTES, Style, StyleError, default_style, style_names};

#[cfg(test)]
mod tests;
