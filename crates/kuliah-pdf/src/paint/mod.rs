//! Pages into a file: first the file without the content of its pages, by way of `printpdf`, then
//! that of one page after the other.

mod fonts;
mod operators;
mod pictures;

use std::collections::BTreeMap;
use std::fmt;

use kuliah_doc::ExportError;
use printpdf::{
    Codepoint, FontId, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfParseErrorSeverity,
    PdfSaveOptions, Pt, Rect, TextItem, XObject, XObjectId,
};
use subsetter::GlyphRemapper;

use self::operators::Operators;
use crate::backend;
use crate::font::{FaceId, Fonts};
use crate::layout::{LaidOut, Paginated};
use crate::page::{GlyphText, Item, PictureId};
use crate::tags::Sequence;

/// Something the writer said is wrong, or left out.
#[derive(Debug)]
struct WriterError(String);

impl fmt::Display for WriterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WriterError {}

/// Paints pages with the glyphs that its fonts are cut down to.
pub(crate) struct Painter<'a> {
    fonts: &'a Fonts<'a>,
    laid_out: &'a LaidOut<'a>,
    used: BTreeMap<FaceId, Vec<u16>>,
    /// Width and height of a page.
    size: [f32; 2],
    remaps: BTreeMap<FaceId, GlyphRemapper>,
}

impl<'a> Painter<'a> {
    /// A painter of these pages.
    pub(crate) fn new(
        paginated: &Paginated,
        laid_out: &'a LaidOut<'a>,
        fonts: &'a Fonts<'a>,
    ) -> Self {
        let used = fonts::used_glyphs(&paginated.pages);
        let remaps = used.iter().map(|(face, glyphs)| {
            let mut remap = GlyphRemapper::new();
            for glyph in glyphs {
                remap.remap(*glyph);
            }
            (*face, remap)
        });
        Self {
            fonts,
            laid_out,
            size: paginated.size,
            remaps: remaps.collect(),
            used,
        }
    }

    /// The file with fonts, pictures and this many pages, whose content means nothing yet.
    ///
    /// # Errors
    ///
    /// [`ExportError::Backend`] when a font cannot be subset, or the writer reports an error.
    pub(crate) fn frame(&self, pages: usize) -> Result<lopdf::Document, ExportError> {
        let mut document = PdfDocument::new("");
        for (face, remap) in &self.remaps {
            let glyphs = self.used.get(face).map_or(&[][..], Vec::as_slice);
            let font = fonts::subset(self.fonts, *face, glyphs, remap)?;
            let id = FontId(face.resource().to_owned());
            document.resources.fonts.map.insert(id, PdfFont::new(font));
        }
        for (id, picture) in self.laid_out.pictures.iter() {
            if let Ok(image) = &picture.image {
                let object = XObject::External(pictures::picture_object(image));
                document.resources.xobjects.map.insert(resource(id), object);
            }
        }
        document.pages = vec![self.page(Vec::new()); pages];
        if let Some(first) = document.pages.first_mut() {
            first.ops = self.specimen();
        }
        written(&document)
    }

    /// Every glyph once, with its text: the writer embeds what it sees shown.
    fn specimen(&self) -> Vec<Op> {
        let mut out = vec![Op::StartTextSection];
        for (face, remap) in &self.remaps {
            out.push(Op::SetFont {
                font: PdfFontHandle::External(FontId(face.resource().to_owned())),
                size: Pt(1.0),
            });
            let glyphs = self.used.get(face).into_iter().flatten();
            let codes = glyphs.map(|glyph| Codepoint {
                gid: remap.get(*glyph).unwrap_or(0),
                offset: 0.0,
                cid: Some(text(self.laid_out.setter.texts.get(*face, *glyph))),
            });
            let items = vec![TextItem::GlyphIds(codes.collect())];
            out.push(Op::ShowText { items });
        }
        out.push(Op::EndTextSection);
        out
    }

    /// The content of one page: operators that paint items, sequence by sequence.
    pub(crate) fn content(&self, items: &[Item], sequences: &[Sequence]) -> Vec<u8> {
        Operators::of(self, items, sequences)
    }

    fn page(&self, ops: Vec<Op>) -> PdfPage {
        let [width, height] = self.size;
        let size = Rect::from_wh(Pt(width), Pt(height));
        PdfPage {
            media_box: size.clone(),
            trim_box: size.clone(),
            crop_box: size,
            ops,
        }
    }
}

fn written(document: &PdfDocument) -> Result<lopdf::Document, ExportError> {
    let mut warnings = Vec::new();
    let options = PdfSaveOptions {
        // Operators that the writer has no name for are ours, not those of a file read.
        secure: false,
        ..PdfSaveOptions::default()
    };
    let file = printpdf::to_lopdf_doc(document, &options, &mut warnings);
    let error = warnings
        .into_iter()
        .find(|it| it.severity == PdfParseErrorSeverity::Error);
    match error {
        Some(error) => Err(backend(WriterError(error.msg))),
        None => Ok(file),
    }
}

fn resource(id: PictureId) -> XObjectId {
    XObjectId(format!("P{}", id.0))
}

fn text(known: Option<&GlyphText>) -> String {
    let mut out = String::new();
    match known {
        Some(known) => known.push_to(&mut out),
        // Every sequence with such a glyph has its words beside it.
        None => out.push(char::REPLACEMENT_CHARACTER),
    }
    out
}
