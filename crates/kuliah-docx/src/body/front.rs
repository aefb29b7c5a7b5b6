//! The front of the document: cover, title and the identity block.

use docx_rs::{Pic, Run};
use kuliah_doc::{ExportError, Fact, SafeText};

use super::block::run_child;
use super::inline::Look;
use super::{Piece, Place, Writer};
use crate::{marker, page, style};

impl Writer<'_> {
    /// What the theme puts above the title; title, subtitle, authors and the identity block.
    pub(super) fn front(&mut self, place: Place, out: &mut Vec<Piece>) -> Result<(), ExportError> {
        self.cover(place, out)?;
        let front = &self.document.front;
        let lines = [
            (style::TITLE, Some(&front.title)),
            (style::SUBTITLE, front.subtitle.as_ref()),
        ];
        let authors = front.authors.iter().map(|it| (style::AUTHOR, Some(it)));
        for (style, content) in lines.into_iter().chain(authors) {
            let Some(content) = content else {
                continue;
            };
            let look = if style.id == style::TITLE.id {
                Look::HEAVY
            } else {
                Look::PLAIN
            };
            let paragraph = self.paragraph(style, place, |writer, children| {
                writer.inlines(content, &look, children)
            })?;
            out.push(paragraph);
        }
        for fact in &front.facts {
            out.push(self.fact(fact, place)?);
        }
        Ok(())
    }

    /// The logo and the lines above the title.
    fn cover(&mut self, place: Place, out: &mut Vec<Piece>) -> Result<(), ExportError> {
        let design = self.design;
        if let Some(logo) = &design.cover.logo {
            let (index, info) = self.media.add(logo, self.assets)?;
            let height = design.cover.logo_height;
            let size = page::picture_of_height((info.width, info.height), height, place.width);
            let words = design.cover.institution.join(", ");
            let alternative = if words.is_empty() {
                logo.to_string()
            } else {
                words
            };
            let picture = self.shown(index, size, alternative);
            out.push(self.paragraph(style::LOGO, place, |_, children| {
                children.push(run_child(Run::new().add_image(picture)));
                Ok(())
            })?);
        }
        for line in &design.cover.institution {
            let line = SafeText::lossy(line);
            out.push(self.paragraph(style::INSTITUTION, place, |_, children| {
                children.push(Look::PLAIN.text(line.as_str()));
                Ok(())
            })?);
        }
        Ok(())
    }

    /// A picture of the package at a size.
    pub(super) fn shown(&mut self, index: usize, size: (u32, u32), alternative: String) -> Pic {
        let shown = self.pictures.len();
        self.pictures.push(alternative);
        let id = marker::numbered(&self.relations().picture(index), shown);
        // docx-rs merges pictures of equal bytes, so each gets bytes of its own; the
        // real ones go into the package by themselves.
        let bytes = shown.to_be_bytes().to_vec();
        Pic::new_with_dimensions(bytes, 1, 1)
            .id(id)
            .size(size.0, size.1)
    }

    fn fact(&mut self, fact: &Fact, place: Place) -> Result<Piece, ExportError> {
        self.paragraph(style::FACT, place, |writer, children| {
            let label = Run::new().add_text(fact.label.as_str());
            children.push(run_child(label.style(style::FACT_LABEL)));
            children.push(run_child(Run::new().add_tab()));
            writer.inlines(&fact.value, &Look::PLAIN, children)
        })
    }
}
