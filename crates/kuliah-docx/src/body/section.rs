//! Sections: a heading, numbered by its style wherever Word counts alike.

use docx_rs::{IndentLevel, NumberingId};
use kuliah_doc::{ExportError, Heading, Section};

use super::inline::Look;
use super::{Piece, Place, Writer, at, boxed};
use crate::outline::{LEVELS, Label};
use crate::style::Style;

/// Heading styles by level, and those without a number.
const HEADINGS: [(&str, &str); LEVELS] = [
    ("Heading1", "Heading1Plain"),
    ("Heading2", "Heading2Plain"),
    ("Heading3", "Heading3Plain"),
    ("Heading4", "Heading4Plain"),
    ("Heading5", "Heading5Plain"),
    ("Heading6", "Heading6Plain"),
    ("Heading7", "Heading7Plain"),
    ("Heading8", "Heading8Plain"),
    ("Heading9", "Heading9Plain"),
];

impl Writer<'_> {
    pub(super) fn section(
        &mut self,
        section: &Section,
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        out.push(self.heading(&section.heading, place)?);
        self.blocks(&section.blocks, place, out)
    }

    fn heading(&mut self, heading: &Heading, place: Place) -> Result<Piece, ExportError> {
        let numbering = &self.document.numbering;
        let lists = &mut self.lists;
        let (label, start) = self
            .outline
            .next(numbering, heading.level, heading.number, || lists.reserve());
        if let Some(start) = start {
            self.lists.add_heading(start);
        }
        let name = self.places.headings().get(self.headings);
        let name = name.map(|it| it.name.clone());
        self.headings += 1;
        self.pending
            .extend(name.filter(|it| !self.pending.contains(it)));
        let paragraph = self.filled(|writer, children| {
            if let Label::Text(text) = &label {
                children.push(Look::HEAVY.text(&format!("{text} ")));
            }
            writer.inlines(&heading.content, &Look::HEAVY, children)
        })?;
        let style = self.heading_style(heading.level, &label);
        let mut paragraph = at(paragraph.style(style.id), style, place);
        if let Label::List { list, level } = label {
            paragraph = paragraph.numbering(NumberingId::new(list), IndentLevel::new(level));
        }
        Ok(boxed(paragraph))
    }

    fn heading_style(&self, level: u8, label: &Label) -> Style {
        let index = usize::from(level).clamp(1, LEVELS) - 1;
        let (numbered, plain) = HEADINGS.get(index).copied().unwrap_or_default();
        let scheme = self.document.numbering.levels.len();
        let plainly = matches!(label, Label::None | Label::Text(_)) && index < scheme;
        Style {
            id: if plainly { plain } else { numbered },
            left: 0,
            shift: 0,
            hanging: 0,
        }
    }
}
