//! Blocks of a document from plain words.

use kuliah_doc::{
    Anchor, AnchorKind, Block, BlockKind, Callout, CalloutKind, Caption, Heading, Inline, List,
    ListItem, Marker, SafeText, Section,
};
use kuliah_source::Span;

pub(crate) fn safe(words: &str) -> SafeText {
    SafeText::lossy(words)
}

pub(crate) fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(safe(words))]
}

pub(crate) fn block(kind: BlockKind) -> Block {
    Block::new(Span::DETACHED, kind)
}

pub(crate) fn paragraph(words: &str) -> Block {
    block(BlockKind::Paragraph(text(words)))
}

pub(crate) fn caption(label: &str, number: u32, words: &str) -> Caption {
    Caption {
        label: safe(label),
        number,
        content: text(words),
    }
}

pub(crate) fn section(level: u8, number: u32, title: &str, blocks: Vec<Block>) -> Block {
    block(BlockKind::Section(Section {
        heading: Heading {
            level,
            number: Some(number),
            content: text(title),
        },
        blocks,
    }))
    .anchored(Some(Anchor::new(AnchorKind::Section, title)))
}

pub(crate) fn items(marker: Marker, items: &[&str]) -> Block {
    let items = items.iter().map(|words| ListItem {
        span: Span::DETACHED,
        blocks: vec![paragraph(words)],
    });
    block(BlockKind::List(List {
        marker,
        items: items.collect(),
    }))
}

pub(crate) fn callout(kind: CalloutKind, title: &str, blocks: Vec<Block>) -> Block {
    block(BlockKind::Callout(Callout {
        kind,
        title: text(title),
        blocks,
    }))
}
