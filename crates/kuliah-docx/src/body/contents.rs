//! The table of contents: a field that is filled already, without page numbers.
//!
//! Only Word knows on which page a heading stands, so the entries are links, and a
//! reader who wants page numbers lets Word update the field.

use docx_rs::{ParagraphChild, Run};
use kuliah_doc::{CONTENTS_LEVELS, ExportError};

use super::block::run_child;
use super::inline::{Look, anchor_link};
use super::{Children, Piece, Place, Writer, at, boxed, field};
use crate::name::HeadingPlace;
use crate::style::{self, Style};

/// The field: headings of these levels, no page numbers, links, nothing of it in the web view,
/// outline levels too.
fn instruction() -> String {
    format!(r#"TOC \o "1-{CONTENTS_LEVELS}" \n \h \z \u"#)
}

impl Writer<'_> {
    pub(super) fn contents(
        &mut self,
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        let listed = |it: &&HeadingPlace| it.level <= CONTENTS_LEVELS;
        let headings: Vec<_> = self
            .places
            .headings()
            .iter()
            .filter(listed)
            .cloned()
            .collect();
        let Some(last) = headings.len().checked_sub(1) else {
            return Ok(());
        };
        let heading = self.document.labels.contents.clone();
        let piece = self.paragraph(style::CONTENTS_HEADING, place, |_, children| {
            children.push(Look::PLAIN.text(heading.as_str()));
            Ok(())
        })?;
        out.push(piece);
        for (index, heading) in headings.iter().enumerate() {
            let entry = self.entry(heading)?;
            let style = entry_style(heading.level);
            let paragraph = self.filled(|_, children| {
                if index == 0 {
                    children.extend(field::begin(&instruction(), &Look::PLAIN));
                }
                children.push(entry);
                if index == last {
                    children.push(field::end(&Look::PLAIN));
                }
                Ok(())
            })?;
            out.push(boxed(at(paragraph.style(style.id), style, place)));
        }
        Ok(())
    }

    fn entry(&mut self, heading: &HeadingPlace) -> Result<ParagraphChild, ExportError> {
        let number = heading.number;
        let label = number.and_then(|it| self.document.numbering.label(heading.level, it));
        let mut children = Children::new();
        if let Some(label) = label {
            let run = Run::new().add_text(label.as_str()).add_tab();
            children.push(run_child(run));
        }
        self.inlines(&heading.content, &Look::REPEATED, &mut children)?;
        Ok(anchor_link(&heading.name, children))
    }
}

fn entry_style(level: u8) -> Style {
    let id = match level {
        0 | 1 => "TOC1",
        _ => "TOC2",
    };
    Style {
        id,
        left: 0,
        shift: 0,
        hanging: 0,
    }
}
