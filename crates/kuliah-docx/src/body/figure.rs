//! Figures: a picture scaled to its place, its caption below.

use docx_rs::{Pic, Run};
use kuliah_doc::{Anchor, ExportError, Figure, inline_text};

use super::block::run_child;
use super::{Piece, Place, Writer, boxed};
use crate::{finding, page, style};

impl Writer<'_> {
    pub(super) fn figure(
        &mut self,
        figure: &Figure,
        anchor: Option<&Anchor>,
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        if figure.caption.is_none() {
            self.open(anchor);
        }
        let picture = self.picture(figure, place)?;
        let piece = self.paragraph(style::FIGURE, place, |_, children| {
            children.push(run_child(Run::new().add_image(picture)));
            Ok(())
        })?;
        out.push(match piece {
            Piece::Paragraph(it) => boxed(it.keep_next(figure.caption.is_some())),
            piece @ Piece::Table(_) => piece,
        });
        if let Some(caption) = &figure.caption {
            let caption = self.caption(caption, anchor, style::IMAGE_CAPTION, place)?;
            out.push(caption);
        }
        Ok(())
    }

    fn picture(&mut self, figure: &Figure, place: Place) -> Result<Pic, ExportError> {
        let (index, info) = self.media.add(&figure.source, self.assets)?;
        if self.media.is_turned(index) {
            let finding = finding::orientation(self.span, figure.source.as_str());
            self.findings.push(finding);
        }
        let (width, height) =
            page::picture_size((info.width, info.height), place.width, &self.design.page);
        Ok(self.shown(index, (width, height), alternative(figure)))
    }
}

/// The alternative text; the caption, then the file's name, where the author left it out.
pub(crate) fn alternative(figure: &Figure) -> String {
    let given = figure.alt.as_ref().map(ToString::to_string);
    let caption = || {
        let caption = figure.caption.as_ref()?;
        Some(inline_text(&caption.content))
    };
    let filled = |text: &String| !text.trim().is_empty();
    given
        .filter(filled)
        .or_else(|| caption().filter(filled))
        .unwrap_or_else(|| figure.source.to_string())
}
