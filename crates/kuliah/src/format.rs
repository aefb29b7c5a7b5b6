//! The formats a handout can be written in.

use std::sync::OnceLock;

use kuliah_core::check::CheckedCourse;
use kuliah_doc::{Assets, Document, ExportError, Exported, Exporter};
use kuliah_lower::{LowerOptions, lower};

/// A format a handout can be written in.
#[derive(Copy, Clone)]
pub struct Format {
    name: &'static str,
    summary: &'static str,
    writer: Writer,
}

#[derive(Copy, Clone)]
enum Writer {
    /// Writes the document tree.
    #[cfg_attr(
        not(any(feature = "pdf", feature = "docx")),
        expect(dead_code, reason = "no exporter is compiled in")
    )]
    Document(&'static dyn Exporter),
    /// Writes the course itself.
    #[cfg(feature = "json")]
    Json,
}

impl Format {
    /// The name on the command line, which is the file extension too.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What it is for, in a few words.
    pub fn summary(&self) -> &'static str {
        self.summary
    }
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Format").field(&self.name).finish()
    }
}

/// PDF in the default theme.
#[cfg(feature = "pdf")]
static PDF: kuliah_pdf::Pdf = kuliah_pdf::Pdf::new();

/// Every format that is compiled in.
pub static FORMATS: &[Format] = &[
    #[cfg(feature = "pdf")]
    Format {
        name: "pdf",
        summary: "for print and reading, tagged and archivable",
        writer: Writer::Document(&PDF),
    },
    #[cfg(feature = "docx")]
    Format {
        name: "docx",
        summary: "for colleagues who edit in Word",
        writer: Writer::Document(&kuliah_docx::Docx),
    },
    #[cfg(feature = "json")]
    Format {
        name: "json",
        summary: "the course as data, for other programs",
        writer: Writer::Json,
    },
];

/// The format with a name; `None` when there is none, or it is not compiled in.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// One audience's copy of a course, ready to be written in any format.
#[derive(Debug, Clone)]
pub struct Handout {
    course: CheckedCourse,
    options: LowerOptions,
    /// Made when the first format asks for it: JSON never does.
    document: OnceLock<Document>,
}

impl Handout {
    /// Makes the copy; what is not for the audience is in no part of it.
    pub fn new(course: &CheckedCourse, options: &LowerOptions) -> Self {
        Self {
            course: course.for_audience(options.audience),
            options: options.clone(),
            document: OnceLock::new(),
        }
    }

    /// The document tree.
    pub fn document(&self) -> &Document {
        self.document
            .get_or_init(|| lower(&self.course, &self.options))
    }

    /// Writes the copy.
    ///
    /// # Errors
    ///
    /// See [`ExportError`]. What the format shows only in part is among the findings instead.
    pub fn export(&self, format: &Format, assets: &dyn Assets) -> Result<Exported, ExportError> {
        match format.writer {
            Writer::Document(exporter) => exporter.export(self.document(), assets),
            #[cfg(feature = "json")]
            Writer::Json => kuliah_json::to_json(&self.course)
                .map(|bytes| Exported {
                    bytes,
                    diagnostics: Vec::new(),
                })
                .map_err(|error| ExportError::Backend(Box::new(error))),
        }
    }
}
