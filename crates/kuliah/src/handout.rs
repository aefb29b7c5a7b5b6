//! One audience's copy of a course.

use std::sync::OnceLock;

use kuliah_core::check::CheckedCourse;
use kuliah_core::model::Audience;
use kuliah_doc::{Assets, Document, ExportError, Exported, Numbering};
use kuliah_lower::{LowerOptions, lower};
use kuliah_source::Date;
use kuliah_theme::Theme;

use crate::Format;

/// What a copy is to be like.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct HandoutOptions {
    /// Whose copy it is; students' unless said otherwise.
    pub audience: Audience,
    /// Whether there is a table of contents once there are two headings; there is unless said
    /// otherwise.
    pub contents: bool,
    /// How PDF and DOCX look.
    pub theme: Theme,
    /// A Word file whose styles, page, headers and footers DOCX takes over.
    #[cfg(feature = "docx")]
    pub template: Option<kuliah_docx::Template>,
    /// Whether a DOCX carries the copy's course along, so that an edited file finds its way
    /// back; it does unless said otherwise.
    pub embed: bool,
    /// The date in the properties of PDF and DOCX of a course that names none.
    pub file_date: Option<Date>,
    /// Whether a PDF carries the copy's course along as data, and is PDF/A-3a then.
    pub attach: bool,
    /// Pages of the PDF on sheets with lines to write on.
    #[cfg(feature = "pdf")]
    pub sheets: Option<kuliah_pdf::Sheets>,
}

impl Default for HandoutOptions {
    fn default() -> Self {
        Self {
            audience: Audience::default(),
            contents: true,
            theme: Theme::default(),
            #[cfg(feature = "docx")]
            template: None,
            embed: true,
            file_date: None,
            attach: false,
            #[cfg(feature = "pdf")]
            sheets: None,
        }
    }
}

impl HandoutOptions {
    /// The usual copy for an audience.
    pub fn for_audience(audience: Audience) -> Self {
        Self {
            audience,
            ..Self::default()
        }
    }

    /// Another look.
    #[must_use]
    pub fn with_theme(mut self, theme: Theme) -> Self {
        self.theme = theme;
        self
    }

    fn lowering(&self) -> LowerOptions {
        let mut options = LowerOptions::default();
        options.audience = self.audience;
        options.contents = self.contents;
        if self.theme.numbering() == kuliah_theme::Numbering::Off {
            options.numbering = Numbering { levels: Vec::new() };
        }
        options
    }
}

/// One audience's copy of a course, ready to be written in any format.
#[derive(Debug, Clone)]
pub struct Handout {
    course: CheckedCourse,
    options: HandoutOptions,
    /// Made when the first format asks for it: JSON never does.
    document: OnceLock<Document>,
}

impl Handout {
    /// Makes the copy; what is not for the audience is in no part of it.
    pub fn new(course: &CheckedCourse, options: HandoutOptions) -> Self {
        Self {
            course: course.for_audience(options.audience),
            options,
            document: OnceLock::new(),
        }
    }

    /// The course as its audience gets it.
    pub fn course(&self) -> &CheckedCourse {
        &self.course
    }

    /// What the copy is like.
    pub fn options(&self) -> &HandoutOptions {
        &self.options
    }

    /// The document tree.
    pub fn document(&self) -> &Document {
        self.document.get_or_init(|| {
            let mut document = lower(&self.course, &self.options.lowering());
            let date = &mut document.metadata.date;
            *date = date.or(self.options.file_date);
            document
        })
    }

    /// Writes the copy.
    ///
    /// # Errors
    ///
    /// See [`ExportError`]. What the format shows only in part is among the findings instead.
    pub fn export(&self, format: &Format, assets: &dyn Assets) -> Result<Exported, ExportError> {
        format.write(self, assets)
    }
}
