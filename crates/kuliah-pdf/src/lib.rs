//! The document tree as PDF 1.7 that conforms to PDF/UA-1 and PDF/A-2a at once.
//!
//! 1. `layout` measures the text, breaks it into lines and the lines into pages of plain
//!    items, and builds the structure tree in reading order.
//! 2. `tags` numbers the marked sequences of the pages and hangs them into the tree.
//! 3. `paint` has `printpdf` embed subset fonts and pictures, and writes the pages' operators.
//! 4. `finish` completes the file in memory: tags, links, outline, metadata.
//!
//! Only `paint` knows the writer, only `finish` and what it calls know `lopdf`.

mod attachment;
mod depth;
mod finish;
mod font;
mod layout;
mod number;
mod page;
mod paint;
mod picture;
mod sheet;
mod style;
mod syntax;
mod tags;
#[cfg(test)]
mod tests;

pub use attachment::{Attachment, AttachmentError, Relationship};
pub use font::{FontFault, FontFile};
pub use sheet::{NoteLines, Sheets, SheetsError};

use std::borrow::Cow;

use self::font::FaceId;
use kuliah_doc::{AssetError, Assets, Document, ExportError, Exported, Exporter};
use kuliah_theme::Theme;

use self::style::Style;

/// What a PDF is to be like.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct PdfOptions {
    /// How it looks; `None` for the default theme.
    pub theme: Option<Theme>,
    /// A file that goes along, such as the source of this copy; the PDF is PDF/A-3a then
    /// instead of PDF/A-2a.
    pub attachment: Option<Attachment>,
    /// Pages on sheets with lines to write on; `None` for one page a sheet, without lines.
    pub sheets: Option<Sheets>,
}

impl PdfOptions {
    /// The default theme.
    pub const fn new() -> Self {
        Self {
            theme: None,
            attachment: None,
            sheets: None,
        }
    }

    /// Chooses how it looks.
    #[must_use]
    pub fn with_theme(mut self, theme: Theme) -> Self {
        self.theme = Some(theme);
        self
    }

    /// Attaches a file.
    #[must_use]
    pub fn with_attachment(mut self, attachment: Attachment) -> Self {
        self.attachment = Some(attachment);
        self
    }

    /// Puts pages on sheets with lines to write on.
    #[must_use]
    pub const fn with_sheets(mut self, sheets: Sheets) -> Self {
        self.sheets = Some(sheets);
        self
    }
}

/// Writes a document as tagged PDF.
///
/// Every file is PDF 1.7, PDF/UA-1 and PDF/A-2a; equal documents give equal bytes.
/// What cannot be shown comes back as a diagnostic of the rules `export/missing-glyph`,
/// `export/overfull-line` and `export/not-shown`.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Pdf {
    /// What the files are like.
    pub options: PdfOptions,
}

impl Pdf {
    /// Files in the default theme.
    pub const fn new() -> Self {
        Self {
            options: PdfOptions::new(),
        }
    }

    /// Files as the options ask for.
    pub const fn with_options(options: PdfOptions) -> Self {
        Self { options }
    }
}

impl Exporter for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn export(&self, document: &Document, assets: &dyn Assets) -> Result<Exported, ExportError> {
        depth::check(document)?;
        let theme = match &self.options.theme {
            Some(theme) => Cow::Borrowed(theme),
            None => Cow::Owned(Theme::default()),
        };
        let style = Style::of(&theme);
        let own = own_fonts(theme.fonts(), assets)?;
        let fonts = font::Fonts::new(&own, theme.text().figures).map_err(backend)?;
        let mut laid_out = layout::lay_out(document, assets, &fonts, &style)?;
        let mut paginated = layout::paginate(&mut laid_out, document);
        if let Some(sheets) = self.options.sheets {
            paginated = sheet::impose(paginated, sheets, &style, &mut laid_out.tree);
        }
        let sequences = tags::mark_pages(&paginated.pages, &mut laid_out.tree);
        tags::hang_links(&paginated.pages, &laid_out.links, &mut laid_out.tree);
        let painter = paint::Painter::new(&paginated, &laid_out, &fonts);
        let frame = painter.frame(paginated.pages.len())?;
        // Each page is painted when its turn comes, and let go.
        let items = paginated.pages.iter_mut();
        let items: Vec<_> = items.map(|it| std::mem::take(&mut it.items)).collect();
        let pages = items.into_iter().zip(&sequences);
        let contents = pages.map(|(items, sequences)| painter.content(&items, sequences));
        let bytes = finish::finish(
            frame,
            contents,
            &sequences,
            &paginated,
            &laid_out,
            document,
            &self.options,
        )?;
        Ok(Exported {
            bytes,
            diagnostics: laid_out.diagnostics,
        })
    }
}

/// Reads the font files that a theme names.
fn own_fonts(
    fonts: &kuliah_theme::Fonts,
    assets: &dyn Assets,
) -> Result<Vec<(FaceId, FontFile)>, ExportError> {
    let parts = [
        (FaceId::Text, &fonts.text.regular),
        (FaceId::TextItalic, &fonts.text.italic),
        (FaceId::TextBold, &fonts.text.bold),
        (FaceId::TextBoldItalic, &fonts.text.bold_italic),
        (FaceId::Sans, &fonts.heading.regular),
        (FaceId::SansItalic, &fonts.heading.italic),
        (FaceId::SansBold, &fonts.heading.semibold),
        (FaceId::Code, &fonts.code.regular),
    ];
    let named = parts
        .into_iter()
        .filter_map(|(id, path)| Some((id, path.as_ref()?)));
    let read = named.map(|(id, path)| {
        let fail = |source| ExportError::Asset {
            path: path.clone(),
            source,
        };
        let bytes = assets.read(path).map_err(fail)?.into_owned();
        let file = FontFile::new(bytes);
        let file = file.map_err(|it| fail(AssetError::Unreadable(it.to_string())))?;
        Ok((id, file))
    });
    read.collect()
}

fn backend(error: impl std::error::Error + Send + Sync + 'static) -> ExportError {
    ExportError::Backend(Box::new(error))
}
