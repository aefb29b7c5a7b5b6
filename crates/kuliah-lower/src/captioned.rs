//! Tables, figures and program text.

use kuliah_core::Markup;
use kuliah_core::model::{Align, Code, Figure, Table};
use kuliah_doc::{
    Alignment, Anchor, AnchorKind, AssetPath, Block, BlockKind, Caption, Inline, Row, SafeText,
};

use crate::document::Lowering;
use crate::origin::Origin;
use crate::place::Place;
use crate::text::{filled, text};

/// What stands for a tab in program text.
const TAB: &str = "    ";

impl Lowering<'_> {
    /// A table. A course built in code may have rows of unequal length: the short ones are filled
    /// up to the longest.
    pub(crate) fn table(
        &mut self,
        table: &Table,
        number: Option<u32>,
        from: &Origin,
        place: Place,
        out: &mut Vec<Block>,
    ) {
        let caption = self.caption(table.caption.as_ref(), self.words.table, number, place);
        let longest = table.rows.iter().map(|row| row.len()).max().unwrap_or(0);
        let width = table.head.len().max(longest);
        let head = self.row(&table.head, width, place);
        let rows = table
            .rows
            .iter()
            .map(|row| self.row(row, width, place))
            .collect();
        let align = table.align.iter().map(|it| alignment(*it));
        let columns = align
            .chain(std::iter::repeat(Alignment::Start))
            .take(width)
            .collect();
        let anchor = table
            .id
            .as_ref()
            .map(|id| Anchor::new(AnchorKind::Table, id.as_str()));
        if width == 0 {
            out.extend(caption.map(|caption| caption_alone(&caption, from).anchored(anchor)));
            return;
        }
        let table = kuliah_doc::Table {
            caption,
            columns,
            head,
            rows,
        };
        out.push(from.block(BlockKind::Table(table)).anchored(anchor));
    }

    fn row(&mut self, cells: &[Markup], width: usize, place: Place) -> Row {
        let mut cells: Vec<_> = cells
            .iter()
            .map(|cell| self.inlines(cell, place.counts))
            .collect();
        cells.resize_with(width, Vec::new);
        Row { cells }
    }

    /// A picture. The check refuses paths that lead out of the course's folder; were there one,
    /// its words would be shown alone.
    pub(crate) fn figure(
        &mut self,
        figure: &Figure,
        number: Option<u32>,
        from: &Origin,
        place: Place,
        out: &mut Vec<Block>,
    ) {
        let caption = self.caption(figure.caption.as_ref(), self.words.figure, number, place);
        let anchor = figure
            .id
            .as_ref()
            .map(|id| Anchor::new(AnchorKind::Figure, id.as_str()));
        let alt = figure.alt.as_deref().filter(|alt| !alt.trim().is_empty());
        let Ok(source) = AssetPath::new(&figure.src) else {
            let words = alt.map(|alt| from.block(BlockKind::Paragraph(vec![text(alt)])));
            let below = from.key("figure").key("caption");
            let caption = caption.map(|caption| caption_alone(&caption, &below));
            let start = out.len();
            out.extend(words.into_iter().chain(caption));
            if let Some(first) = out.get_mut(start) {
                first.anchor = anchor;
            }
            return;
        };
        let figure = kuliah_doc::Figure {
            source,
            alt: alt.map(SafeText::lossy),
            caption,
        };
        out.push(from.block(BlockKind::Figure(figure)).anchored(anchor));
    }

    /// Program text.
    pub(crate) fn code(
        &mut self,
        code: &Code,
        number: Option<u32>,
        from: &Origin,
        place: Place,
        out: &mut Vec<Block>,
    ) {
        let caption = self.caption(code.caption.as_ref(), self.words.code, number, place);
        let anchor = code
            .id
            .as_ref()
            .map(|id| Anchor::new(AnchorKind::Code, id.as_str()));
        let code = kuliah_doc::Code {
            language: code.language.as_deref().map(SafeText::lossy),
            lines: lines(&code.text),
            caption,
        };
        out.push(from.block(BlockKind::Code(code)).anchored(anchor));
    }

    fn caption(
        &mut self,
        caption: Option<&Markup>,
        label: &str,
        number: Option<u32>,
        place: Place,
    ) -> Option<Caption> {
        let (caption, number) = caption.zip(number)?;
        Some(Caption {
            label: SafeText::lossy(label),
            number,
            content: self.inlines(caption, place.counts),
        })
    }
}

fn alignment(align: Align) -> Alignment {
    match align {
        Align::Center => Alignment::Center,
        Align::End => Alignment::End,
        _ => Alignment::Start,
    }
}

/// The caption of something that cannot be shown, as a paragraph.
fn caption_alone(caption: &Caption, from: &Origin) -> Block {
    let mut content: Vec<Inline> = vec![text(&format!("{} {}", caption.label, caption.number))];
    if let Some(words) = filled(caption.content.clone()) {
        content.push(text(". "));
        content.extend(words);
    }
    from.block(BlockKind::Paragraph(content))
}

/// The lines of program text, whatever line ends it has; at least one.
fn lines(code: &str) -> Vec<SafeText> {
    let code = code
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\t', TAB);
    let code = code.strip_suffix('\n').unwrap_or(&code);
    code.split('\n').map(SafeText::lossy).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn program_text_keeps_its_lines_and_blanks() {
        let shown =
            |code: &str| -> Vec<String> { lines(code).iter().map(ToString::to_string).collect() };
        assert_eq!(
            shown("a\n\tb\r\n\r\n  c\rd\n"),
            ["a", "    b", "", "  c", "d"]
        );
        assert_eq!(shown(""), [""]);
    }
}
