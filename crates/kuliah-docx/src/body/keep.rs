//! What is short enough to stay on one page. Only Word knows its lines, so they are
//! estimated.

use kuliah_doc::{Block, BlockKind, Inline, Row, inline_text};

use crate::page::{CELL_PADDING, STEP, Twips};

/// Half a page: what is longer may break, lest it leave a hole before it.
const KEPT_LINES: usize = 24;
/// A line to write on is as high as that many lines of text.
const WRITE_IN: usize = 2;
/// Title, margins and gaps of a box.
const BOX: usize = 3;

/// Whether the rows of a table are to stay on one page, its columns that wide.
pub(crate) fn rows<'a>(
    rows: impl Iterator<Item = &'a Row>,
    grid: &[Twips],
    character: Twips,
) -> bool {
    rows.map(|row| row_lines(row, grid, character))
        .sum::<usize>()
        <= KEPT_LINES
}

fn row_lines(row: &Row, grid: &[Twips], character: Twips) -> usize {
    let cells = row.cells.iter().zip(grid);
    let lines =
        cells.map(|(cell, width)| lines(cell, width.saturating_sub(2 * CELL_PADDING), character));
    lines.max().unwrap_or(1)
}

/// Whether blocks within a box of that width are to stay on one page.
pub(crate) fn blocks(blocks: &[Block], width: Twips, character: Twips) -> bool {
    height(blocks, width, character) <= KEPT_LINES
}

fn height(blocks: &[Block], width: Twips, character: Twips) -> usize {
    let within = |blocks: &[Block]| height(blocks, width.saturating_sub(STEP), character);
    let text = |content: &[Inline]| lines(content, width, character);
    let one = |block: &Block| match &block.kind {
        BlockKind::Paragraph(content) => text(content),
        BlockKind::Quote(quote) => quote.paragraphs.iter().map(|it| text(it)).sum(),
        BlockKind::List(list) => list.items.iter().map(|it| within(&it.blocks).max(1)).sum(),
        BlockKind::Definitions(all) => {
            let all = all.iter();
            all.map(|it| text(&it.term) + within(&it.blocks)).sum()
        }
        BlockKind::Table(table) => {
            let caption = table.caption.as_ref().map_or(0, |it| text(&it.content));
            caption + table.rows.len() + BOX
        }
        BlockKind::Code(code) => code.lines.len() + BOX,
        BlockKind::Callout(callout) => BOX + within(&callout.blocks),
        BlockKind::WriteIn { lines } => usize::from(*lines) * WRITE_IN,
        // None of these is known to be short.
        BlockKind::Figure(_)
        | BlockKind::Section(_)
        | BlockKind::Contents
        | BlockKind::Bibliography(_) => KEPT_LINES,
    };
    blocks.iter().map(one).sum()
}

fn lines(content: &[Inline], width: Twips, character: Twips) -> usize {
    let all = inline_text(content).chars().count();
    let a_line = (width / character.max(1)).max(1) as usize;
    all.div_ceil(a_line).max(1)
}

#[cfg(test)]
mod tests {
    use kuliah_doc::SafeText;
    use kuliah_source::Span;

    use super::*;

    fn words(count: usize) -> Vec<Inline> {
        vec![Inline::Text(SafeText::lossy(&"kata ".repeat(count)))]
    }

    fn block(kind: BlockKind) -> Block {
        Block::new(Span::DETACHED, kind)
    }

    #[test]
    fn a_short_table_stays_whole_and_a_long_one_breaks() {
        let row = Row {
            cells: vec![words(2), words(3)],
        };
        let grid = [3_000, 4_000];
        assert!(rows(vec![&row; 10].into_iter(), &grid, 105));
        assert!(!rows(vec![&row; 60].into_iter(), &grid, 105));
        let tall = Row {
            cells: vec![words(2), words(60)],
        };
        assert!(!rows(vec![&tall; 10].into_iter(), &grid, 105));
    }

    #[test]
    fn an_exercise_stays_whole_unless_it_takes_half_a_page() {
        let task = || block(BlockKind::Paragraph(words(60)));
        let exercise = |lines| [task(), block(BlockKind::WriteIn { lines })];
        assert!(blocks(&exercise(6), 7_000, 105));
        assert!(!blocks(&exercise(20), 7_000, 105));
        let many: Vec<_> = std::iter::repeat_with(task).take(12).collect();
        assert!(!blocks(&many, 7_000, 105));
    }
}
