//! Exercises: `### Title {.exercise lines=6}` up to the next heading.

use super::super::{Data, Node};
use super::builder::{Blocks, Builder, Scope};
use super::fields::Fields;
use super::heading::Heading;
use super::inline_text::InlineText;
use super::quote::{ANSWER, take_mark};
use super::reader::Block;

impl Builder<'_> {
    /// Builds an exercise; `> [!answer]` in it is its answer.
    pub(super) fn exercise(&mut self, mut heading: Heading, blocks: &mut Blocks) -> Node {
        let scope = Scope::below(heading.level);
        let mut own = Blocks::new();
        let mut answer = Vec::new();
        while !matches!(blocks.front(), None | Some(Block::Heading(_))) {
            match blocks.pop_front() {
                Some(Block::Quote { blocks, .. }) if is_answer(&blocks) => {
                    let mut blocks = Blocks::from(blocks);
                    take_mark(&mut blocks);
                    answer.extend(self.inside(blocks, scope));
                }
                other => own.extend(other),
            }
        }
        let mut fields = Fields::default();
        fields.optional("id", heading.attributes.take_id());
        if !heading.text.is_empty() {
            fields.text("title", heading.text);
        }
        let content = self.inside(own, scope);
        fields.list("content", content, heading.span);
        fields.filled("answer", answer);
        if let Some(lines) = heading.attributes.take("lines") {
            fields.node("lines", number(lines));
        }
        heading.attributes.refuse(self.parse);
        Node::tagged("exercise", fields.into_node_from(heading.span))
    }
}

fn is_answer(blocks: &[Block]) -> bool {
    let Some(Block::Paragraph(line)) = blocks.first() else {
        return false;
    };
    let mark = line
        .text
        .value
        .strip_prefix("[!")
        .and_then(|it| it.split_once(']'));
    mark.is_some_and(|(word, _)| word.eq_ignore_ascii_case(ANSWER))
}

/// A number, or the text as it is for the schema to name.
fn number(text: InlineText) -> Node {
    match text.value.parse() {
        Ok(number) => Node::new(Data::Int(number), text.span),
        Err(_) => text.into_node(),
    }
}
