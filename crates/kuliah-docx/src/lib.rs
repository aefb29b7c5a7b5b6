//! The document tree as DOCX, which Word, LibreOffice and others open and edit.
//!
//! 1. `body` turns the tree into paragraphs and tables of docx-rs;
//! 2. `canon` brings what docx-rs writes into the form of the schema;
//! 3. `parts` adds styles, numbering, footnotes, properties and the rest, from `design`
//!    and, where one is given, from the `template`;
//! 4. `package` packs all parts into one archive.
//!
//! The file is a function of the document, its assets and the options: no clock, no counters
//! that outlive an export, no order left to chance.

mod body;
mod canon;
mod design;
mod finding;
mod language;
mod link;
mod lists;
mod marker;
mod media;
mod name;
mod nesting;
mod options;
mod outline;
mod package;
mod page;
mod parts;
mod schema;
mod story;
mod style;
mod template;
#[cfg(test)]
mod tests;
mod xml;

use kuliah_doc::{Assets, Document, ExportError, Exported, Exporter};

use crate::design::Design;
pub use crate::name::source_bookmarks;
pub use crate::options::{DocxOptions, Embed};
pub use crate::parts::{COURSE_NAMESPACE, blocks_digest};
pub use crate::template::{Harm, Template, TemplateError};

/// Writes documents as DOCX (ISO/IEC 29500 transitional, as Word 2010 and later read it).
#[derive(Debug, Clone, Default)]
pub struct Docx {
    options: DocxOptions,
}

impl Docx {
    /// Writes documents as the options say.
    pub const fn new(options: DocxOptions) -> Self {
        Self { options }
    }
}

impl Exporter for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    /// Writes a document; equal documents, assets and options give equal bytes.
    ///
    /// # Errors
    ///
    /// [`ExportError::Asset`] when a picture cannot be had or is neither PNG nor
    /// JPEG; [`ExportError::Invalid`] when blocks are nested deeper than any course
    /// nests them, or the course to carry along is not UTF-8; [`ExportError::Backend`]
    /// when docx-rs writes something unforeseen.
    fn export(&self, document: &Document, assets: &dyn Assets) -> Result<Exported, ExportError> {
        nesting::check(document)?;
        let design = self.design();
        let body = body::build(document, assets, &design, self.options.embed.is_some())?;
        let parts = parts::assemble(document, &body, &design, &self.options)?;
        let bytes = package::pack(&parts).map_err(|error| ExportError::Backend(Box::new(error)))?;
        Ok(Exported {
            bytes,
            diagnostics: body.findings,
        })
    }
}

impl Docx {
    /// The look of the theme, on the page of the template and in its colours.
    fn design(&self) -> Design {
        let mut design = match &self.options.theme {
            Some(theme) => Design::of(theme),
            None => Design::default(),
        };
        if let Some(template) = &self.options.template {
            design.follow(template.contents());
        }
        design
    }
}
