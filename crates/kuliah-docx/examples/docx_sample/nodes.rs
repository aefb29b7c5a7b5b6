//! Nodes for the blocks of a document that came from no course, and JSON that has them.

use kuliah_doc::{Block, BlockKind, NodePath};

/// Gives each block a node; the JSON holds an object for each, at its pointer.
pub(crate) fn number(blocks: &mut [Block]) -> String {
    let inner = under(blocks, &NodePath::root().key("blocks"));
    format!("{{\"blocks\": {inner}}}\n")
}

fn under(blocks: &mut [Block], path: &NodePath) -> String {
    let objects = blocks.iter_mut().enumerate().map(|(index, block)| {
        let node = path.item(index);
        let inner = match &mut block.kind {
            BlockKind::Section(section) => under(&mut section.blocks, &node.key("blocks")),
            BlockKind::Callout(callout) => under(&mut callout.blocks, &node.key("blocks")),
            BlockKind::List(list) => {
                let items = list.items.iter_mut().enumerate().map(|(index, item)| {
                    let node = node.key("blocks").item(index);
                    under(&mut item.blocks, &node)
                });
                joined(&items.collect::<Vec<_>>())
            }
            _ => "[]".to_owned(),
        };
        block.node = Some(node);
        format!("{{\"blocks\": {inner}}}")
    });
    joined(&objects.collect::<Vec<_>>())
}

fn joined(objects: &[String]) -> String {
    format!("[{}]", objects.join(", "))
}
