//! Turns references and citation requests into formatted text, and `.bib` text into references.
//!
//! References are CSL-JSON objects, the exchange format of Zotero, Mendeley and pandoc.
//! [`format()`] answers with the words of every citation and with the sorted reference list;
//! [`read_bib`] reads BibTeX and BibLaTeX. The crate knows neither courses nor documents.
//!
//! Styles and locales are files of the CSL project, see `data/README.md`.

mod bib;
mod date;
mod error;
mod item;
mod name;
mod plan;
mod reference;
mod render;
mod request;
mod rich;
mod run;
mod style;

pub use bib::{BibEntry, BibError, BibErrorKind, BibToken, read_bib};
pub use error::CiteError;
pub use reference::{Reference, ReferenceError};
pub use render::{Formatted, FormattedEntry, format};
pub use request::{CiteItem, CiteRequest, Form, LocatorKind};
pub use rich::{parse_rich_text, write_rich_text};
pub use run::Run;
pub use style::{Style, default_style};

#[cfg(test)]
mod tests;
