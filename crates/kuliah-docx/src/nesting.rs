//! How deep a document is nested, found without going deep itself.

use kuliah_doc::{Block, BlockKind, Caption, Document, ExportError, Inline};

/// Blocks and inlines within each other, at most; courses are nested half as deep.
const DEEPEST: usize = 128;

/// What is still to be looked at, and how deep it is.
enum Waiting<'a> {
    Blocks(&'a [Block], usize),
    Inlines(&'a [Inline], usize),
}

/// Refuses a document that is nested too deep to be walked.
///
/// # Errors
///
/// [`ExportError::Invalid`].
pub(crate) fn check(document: &Document) -> Result<(), ExportError> {
    let front = &document.front;
    let mut waiting = vec![
        Waiting::Blocks(&document.blocks, 0),
        Waiting::Inlines(&front.title, 0),
        Waiting::Inlines(front.subtitle.as_deref().unwrap_or_default(), 0),
    ];
    waiting.extend(front.authors.iter().map(|it| Waiting::Inlines(it, 0)));
    waiting.extend(front.facts.iter().map(|it| Waiting::Inlines(&it.value, 0)));
    while let Some(next) = waiting.pop() {
        let (Waiting::Blocks(_, depth) | Waiting::Inlines(_, depth)) = next;
        if depth > DEEPEST {
            let what = format!("blocks are nested more than {DEEPEST} deep");
            return Err(ExportError::Invalid(what));
        }
        match next {
            Waiting::Blocks(blocks, depth) => {
                for block in blocks {
                    inside_block(block, depth + 1, &mut waiting);
                }
            }
            Waiting::Inlines(inlines, depth) => {
                for inline in inlines {
                    inside_inline(inline, depth + 1, &mut waiting);
                }
            }
        }
    }
    Ok(())
}

fn inside_block<'a>(block: &'a Block, depth: usize, out: &mut Vec<Waiting<'a>>) {
    let caption = |caption: &'a Option<Caption>| {
        let content = caption.as_ref().map(|it| it.content.as_slice());
        Waiting::Inlines(content.unwrap_or_default(), depth)
    };
    match &block.kind {
        BlockKind::Section(section) => {
            out.push(Waiting::Inlines(&section.heading.content, depth));
            out.push(Waiting::Blocks(&section.blocks, depth));
        }
        BlockKind::Paragraph(content) => out.push(Waiting::Inlines(content, depth)),
        BlockKind::Quote(quote) => {
            let texts = quote.paragraphs.iter().chain(&quote.citation);
            out.extend(texts.map(|it| Waiting::Inlines(it, depth)));
        }
        BlockKind::List(list) => {
            out.extend(
                list.items
                    .iter()
                    .map(|it| Waiting::Blocks(&it.blocks, depth)),
            );
        }
        BlockKind::Definitions(definitions) => {
            for definition in definitions {
                out.push(Waiting::Inlines(&definition.term, depth));
                out.push(Waiting::Blocks(&definition.blocks, depth));
            }
        }
        BlockKind::Table(table) => {
            out.push(caption(&table.caption));
            let rows = std::iter::once(&table.head).chain(&table.rows);
            let cells = rows.flat_map(|row| &row.cells);
            out.extend(cells.map(|it| Waiting::Inlines(it, depth)));
        }
        BlockKind::Figure(figure) => out.push(caption(&figure.caption)),
        BlockKind::Code(code) => out.push(caption(&code.caption)),
        BlockKind::Callout(callout) => {
            out.push(Waiting::Inlines(&callout.title, depth));
            out.push(Waiting::Blocks(&callout.blocks, depth));
        }
        BlockKind::Bibliography(entries) => {
            out.extend(
                entries
                    .iter()
                    .map(|it| Waiting::Inlines(&it.content, depth)),
            );
        }
        BlockKind::WriteIn { .. } | BlockKind::Contents => {}
    }
}

fn inside_inline<'a>(inline: &'a Inline, depth: usize, out: &mut Vec<Waiting<'a>>) {
    match inline {
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Span { content, .. }
        | Inline::Link { content, .. }
        | Inline::Reference { content, .. } => out.push(Waiting::Inlines(content, depth)),
        Inline::Footnote { content, .. } => out.push(Waiting::Blocks(content, depth)),
        Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
    }
}
