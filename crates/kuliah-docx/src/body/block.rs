//! Blocks: each kind to its writer, and the plain ones here.

use docx_rs::{BreakType, ParagraphChild, Run};
use kuliah_doc::{
    Anchor, Block, BlockKind, Caption, Code, Definition, Entry, ExportError, Inline, Quote,
};

use super::inline::Look;
use super::{Children, Piece, Place, Writer, boxed};
use crate::page::STEP;
use crate::style;

/// Program text of up to that many lines is kept on one page.
const KEPT_LINES: usize = 15;

impl Writer<'_> {
    /// Writes blocks one after the other.
    pub(super) fn blocks(
        &mut self,
        blocks: &[Block],
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        blocks
            .iter()
            .try_for_each(|block| self.block(block, place, out))
    }

    fn block(
        &mut self,
        block: &Block,
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        self.span = block.span;
        let anchor = block.anchor.as_ref();
        self.open_source(block);
        if !has_caption(&block.kind) {
            self.open(anchor);
        }
        match &block.kind {
            BlockKind::Section(section) => self.section(section, place, out),
            BlockKind::Paragraph(content) => self.text(content, place, out),
            BlockKind::Quote(quote) => self.quote(quote, place, out),
            BlockKind::List(list) => self.list(list, place, out),
            BlockKind::Definitions(definitions) => self.definitions(definitions, place, out),
            BlockKind::Table(table) => self.table(table, anchor, place, out),
            BlockKind::Figure(figure) => self.figure(figure, anchor, place, out),
            BlockKind::Code(code) => self.code(code, anchor, place, out),
            BlockKind::Callout(callout) => self.callout(callout, place, out),
            BlockKind::WriteIn { lines } => self.write_in(*lines, place, out),
            BlockKind::Contents => self.contents(place, out),
            BlockKind::Bibliography(entries) => self.bibliography(entries, place, out),
        }
    }

    /// Lets the next paragraph bear the bookmark of an anchor.
    pub(super) fn open(&mut self, anchor: Option<&Anchor>) {
        let name = anchor.and_then(|anchor| self.places.name(anchor));
        self.pending.extend(name.map(str::to_owned));
    }

    /// Lets the next paragraph bear the bookmark of the node that a block came from.
    pub(super) fn open_source(&mut self, block: &Block) {
        let node = block.node.as_ref().filter(|_| self.sources);
        let name = node.and_then(|node| self.places.source(node));
        self.pending.extend(name.map(str::to_owned));
    }

    /// Writes a plain paragraph.
    pub(super) fn text(
        &mut self,
        content: &[Inline],
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        let paragraph = self.paragraph(place.style, place, |writer, children| {
            writer.inlines(content, &Look::PLAIN, children)
        })?;
        out.push(paragraph);
        Ok(())
    }

    fn quote(
        &mut self,
        quote: &Quote,
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        let look = Look::PLAIN.spoken(quote.language.as_ref());
        let count = quote.paragraphs.len().max(1);
        for index in 0..count {
            let content = quote.paragraphs.get(index).map_or(&[][..], Vec::as_slice);
            let citation = quote.citation.as_ref().filter(|_| index + 1 == count);
            if content.is_empty() && citation.is_none() {
                continue;
            }
            let paragraph = self.paragraph(style::QUOTE, place, |writer, children| {
                writer.inlines(content, &look, children)?;
                if let Some(citation) = citation {
                    if !content.is_empty() {
                        children.push(Look::PLAIN.text(" "));
                    }
                    writer.inlines(citation, &Look::PLAIN, children)?;
                }
                Ok(())
            })?;
            out.push(paragraph);
        }
        Ok(())
    }

    fn definitions(
        &mut self,
        definitions: &[Definition],
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        for definition in definitions {
            let term = self.paragraph(style::TERM, place, |writer, children| {
                writer.inlines(&definition.term, &Look::HEAVY, children)
            })?;
            out.push(term);
            let inner = place.set_in(STEP, style::DEFINITION);
            self.blocks(&definition.blocks, inner, out)?;
        }
        Ok(())
    }

    fn code(
        &mut self,
        code: &Code,
        anchor: Option<&Anchor>,
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        if let Some(caption) = &code.caption {
            let caption = self.caption(caption, anchor, style::TABLE_CAPTION, place)?;
            out.push(caption);
        } else {
            self.open(anchor);
        }
        if code.lines.is_empty() {
            return Ok(());
        }
        let piece = self.paragraph(style::CODE, place, |_, children| {
            for (index, line) in code.lines.iter().enumerate() {
                let run = if index == 0 {
                    Run::new()
                } else {
                    Run::new().add_break(BreakType::TextWrapping)
                };
                children.push(run_child(run.add_text(line.as_str())));
            }
            Ok(())
        })?;
        out.push(match piece {
            Piece::Paragraph(it) if code.lines.len() <= KEPT_LINES => boxed(it.keep_lines(true)),
            piece => piece,
        });
        Ok(())
    }

    fn write_in(
        &mut self,
        lines: u8,
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        for _ in 0..lines {
            let line = self.paragraph(style::WRITE_IN, place, |_, _| Ok(()))?;
            out.push(line);
        }
        Ok(())
    }

    fn bibliography(
        &mut self,
        entries: &[Entry],
        place: Place,
        out: &mut Vec<Piece>,
    ) -> Result<(), ExportError> {
        for entry in entries {
            self.open(Some(&entry.anchor));
            let paragraph = self.paragraph(style::BIBLIOGRAPHY, place, |writer, children| {
                if let Some(label) = entry.label.as_ref().filter(|it| !it.is_empty()) {
                    let run = Run::new().add_text(label.as_str()).add_tab();
                    children.push(run_child(run));
                }
                writer.inlines(&entry.content, &Look::PLAIN, children)
            })?;
            out.push(paragraph);
        }
        Ok(())
    }

    /// "Tabel 1. " and the words, a bookmark around "Tabel 1".
    pub(super) fn caption(
        &mut self,
        caption: &Caption,
        anchor: Option<&Anchor>,
        style: style::Style,
        place: Place,
    ) -> Result<Piece, ExportError> {
        let name = anchor
            .and_then(|it| self.places.name(it))
            .map(str::to_owned);
        self.paragraph(style, place, |writer, children| {
            writer.bookmarked(name, children, |writer, children| {
                writer.caption_number(caption, children);
                Ok(())
            })?;
            children.push(Look::STRONG.text("."));
            if !caption.content.is_empty() {
                children.push(Look::PLAIN.text(" "));
            }
            writer.inlines(&caption.content, &Look::PLAIN, children)
        })
    }

    fn caption_number(&mut self, caption: &Caption, children: &mut Children) {
        if !caption.label.is_empty() {
            let label = format!("{} ", caption.label);
            children.push(Look::STRONG.text(&label));
        }
        self.sequence(caption, children);
    }
}

fn has_caption(kind: &BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Table(_) | BlockKind::Figure(_) | BlockKind::Code(_)
    )
}

pub(super) fn run_child(run: Run) -> ParagraphChild {
    ParagraphChild::Run(Box::new(run))
}
