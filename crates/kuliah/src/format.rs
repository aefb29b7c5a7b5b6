//! The formats a handout can be written in.

#[cfg(any(feature = "pdf", feature = "docx"))]
use kuliah_doc::Exporter as _;
use kuliah_doc::{Assets, ExportError, Exported};

use crate::Handout;

/// A format a handout can be written in.
#[derive(Copy, Clone)]
pub struct Format {
    name: &'static str,
    summary: &'static str,
    write: fn(&Handout, &dyn Assets) -> Result<Exported, ExportError>,
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

    pub(crate) fn write(
        &self,
        handout: &Handout,
        assets: &dyn Assets,
    ) -> Result<Exported, ExportError> {
        (self.write)(handout, assets)
    }
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Format").field(&self.name).finish()
    }
}

/// Every format that is compiled in.
pub static FORMATS: &[Format] = &[
    #[cfg(feature = "pdf")]
    Format {
        name: "pdf",
        summary: "for print and reading, tagged and archivable",
        write: pdf,
    },
    #[cfg(feature = "docx")]
    Format {
        name: "docx",
        summary: "for colleagues who edit in Word",
        write: docx,
    },
    #[cfg(feature = "json")]
    Format {
        name: "json",
        summary: "the course as data, for other programs",
        write: json,
    },
];

/// The format with a name; `None` when there is none, or it is not compiled in.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

#[cfg(feature = "pdf")]
fn pdf(handout: &Handout, assets: &dyn Assets) -> Result<Exported, ExportError> {
    let wanted = handout.options();
    let mut options = kuliah_pdf::PdfOptions::new().with_theme(wanted.theme.clone());
    options.sheets = wanted.sheets;
    if wanted.attach {
        let attachment = kuliah_pdf::Attachment::new(
            "course.canonical.json",
            "application/json",
            canonical(handout)?,
        );
        let attachment = attachment.map_err(|error| ExportError::Backend(Box::new(error)))?;
        options = options.with_attachment(attachment);
    }
    kuliah_pdf::Pdf::with_options(options).export(handout.document(), assets)
}

#[cfg(feature = "docx")]
fn docx(handout: &Handout, assets: &dyn Assets) -> Result<Exported, ExportError> {
    let wanted = handout.options();
    let mut options = kuliah_docx::DocxOptions::new().theme(wanted.theme.clone());
    options.template.clone_from(&wanted.template);
    if wanted.embed {
        options = options.embed(kuliah_docx::Embed::new(canonical(handout)?));
    }
    kuliah_docx::Docx::new(options).export(handout.document(), assets)
}

#[cfg(feature = "json")]
fn json(handout: &Handout, _: &dyn Assets) -> Result<Exported, ExportError> {
    Ok(Exported {
        bytes: canonical(handout)?,
        diagnostics: Vec::new(),
    })
}

/// The copy's course as canonical JSON.
#[cfg(any(feature = "pdf", feature = "docx", feature = "json"))]
fn canonical(handout: &Handout) -> Result<Vec<u8>, ExportError> {
    kuliah_json::to_json(handout.course()).map_err(|error| ExportError::Backend(Box::new(error)))
}
