//! The document tree as DOCX, which Word, LibreOffice and others open and edit.
//!
//! 1. `body` turns the tree into paragraphs and tables of docx-rs;
//! 2. `canon` brings what docx-rs writes into the form of the schema;
//! 3. `parts` adds styles, numbering, footnotes, properties and the rest;
//! 4. `package` packs all parts into one archive.
//!
//! The file is a function of the document and its assets: no clock, no counters
//! that outlive an export, no order left to chance.

mod body;
mod canon;
mod finding;
mod language;
mod link;
mod lists;
mod marker;
mod media;
mod name;
mod nesting;
mod outline;
mod package;
mod page;
mod parts;
mod schema;
mod story;
mod style;
#[cfg(test)]
mod tests;
mod xml;

use kuliah_doc::{Assets, Document, ExportError, Exported, Exporter};

/// Writes documents as DOCX (ISO/IEC 29500 transitional, as Word 2010 and later read it).
#[derive(Debug, Copy, Clone, Default)]
pub struct Docx;

impl Exporter for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    /// Writes a document; equal documents and assets give equal bytes.
    ///
    /// # Errors
    ///
    /// [`ExportError::Asset`] when a picture cannot be had or is neither PNG nor
    /// JPEG; [`ExportError::Invalid`] when blocks are nested deeper than any course
    /// nests them; [`ExportError::Backend`] when docx-rs writes something unforeseen.
    fn export(&self, document: &Document, assets: &dyn Assets) -> Result<Exported, ExportError> {
        nesting::check(document)?;
        let body = body::build(document, assets)?;
        let parts = parts::assemble(document, &body)?;
        let bytes = package::pack(&parts).map_err(|error| ExportError::Backend(Box::new(error)))?;
        Ok(Exported {
            bytes,
            diagnostics: body.findings,
        })
    }
}
