//! Short ways to build blocks and inlines in code.

use kuliah_doc::{
    Anchor, AnchorKind, AssetPath, Block, BlockKind, Callout, CalloutKind, Caption, Figure,
    Heading, Inline, Language, LinkTarget, List, ListItem, Marker, SafeText, Section,
};
use kuliah_source::Span;

/// Text that an author wrote.
pub(crate) fn safe(text: &str) -> SafeText {
    SafeText::lossy(text)
}

/// A piece of text.
pub(crate) fn text(text: &str) -> Inline {
    Inline::Text(safe(text))
}

/// Text alone.
pub(crate) fn words(content: &str) -> Vec<Inline> {
    vec![text(content)]
}

/// A block without name and place.
pub(crate) fn block(kind: BlockKind) -> Block {
    Block::new(Span::DETACHED, kind)
}

/// A paragraph.
pub(crate) fn paragraph(content: Vec<Inline>) -> Block {
    block(BlockKind::Paragraph(content))
}

/// A block with a name.
pub(crate) fn anchored(kind: AnchorKind, key: &str, content: BlockKind) -> Block {
    block(content).anchored(Some(Anchor::new(kind, key)))
}

/// A section with a name.
pub(crate) fn section(
    level: u8,
    number: Option<u32>,
    title: &str,
    key: &str,
    blocks: Vec<Block>,
) -> Block {
    let heading = Heading {
        level,
        number,
        content: words(title),
    };
    anchored(
        AnchorKind::Section,
        key,
        BlockKind::Section(Section { heading, blocks }),
    )
}

/// A list.
pub(crate) fn list(marker: Marker, items: Vec<ListItem>) -> Block {
    block(BlockKind::List(List { marker, items }))
}

/// An item of a list.
pub(crate) fn item(blocks: Vec<Block>) -> ListItem {
    ListItem {
        span: Span::DETACHED,
        blocks,
    }
}

/// A callout.
pub(crate) fn callout(kind: CalloutKind, title: &str, blocks: Vec<Block>) -> Block {
    block(BlockKind::Callout(Callout {
        kind,
        title: words(title),
        blocks,
    }))
}

/// A caption.
pub(crate) fn caption(label: &str, number: u32, content: Vec<Inline>) -> Caption {
    Caption {
        label: safe(label),
        number,
        content,
    }
}

/// A reference to a place of the document.
pub(crate) fn reference(kind: AnchorKind, key: &str, content: &str) -> Inline {
    Inline::Reference {
        target: Anchor::new(kind, key),
        content: words(content),
    }
}

/// A link; its words alone where the address is none.
pub(crate) fn link(address: &str, content: &str) -> Inline {
    match LinkTarget::new(address) {
        Ok(target) => Inline::Link {
            target,
            content: words(content),
        },
        Err(_) => text(content),
    }
}

/// A language; Indonesian where the tag is none.
pub(crate) fn language(tag: &str) -> Language {
    Language::new(tag).unwrap_or_else(|_| Language::indonesian())
}

/// A figure with a name; its path alone where it is none.
pub(crate) fn figure(key: &str, path: &str, alt: &str, caption: Caption) -> Block {
    match AssetPath::new(path) {
        Ok(source) => anchored(
            AnchorKind::Figure,
            key,
            BlockKind::Figure(Figure {
                source,
                alt: Some(safe(alt)),
                caption: Some(caption),
            }),
        ),
        Err(_) => paragraph(words(path)),
    }
}
