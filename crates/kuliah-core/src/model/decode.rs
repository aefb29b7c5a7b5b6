//! A tree that fits the schema into a course.

use kuliah_source::{Diagnostic, Message, Span};
use serde::Deserialize;

use super::block::{Block, Table};
use super::course::Course;
use super::desugar::desugar;
use crate::Spanned;
use crate::syntax::de::TreeReader;
use crate::syntax::{Tree, error};

/// How deep parts may be nested below a section; a role counts as one.
const MAX_PARTS: usize = 3;

/// Reads a course from a tree that fits the schema.
///
/// # Errors
///
/// What a schema cannot say: rows of unequal length, parts nested too deeply. A value that
/// fits the schema and yet cannot be read is reported under `schema/other`.
pub fn decode(tree: &Tree) -> Result<Course, Vec<Diagnostic>> {
    let mut root = tree.root.clone();
    desugar(&mut root);
    let course = Course::deserialize(TreeReader(&root)).map_err(|broken| {
        let span = if broken.span.is_detached() {
            root.span
        } else {
            broken.span
        };
        let message = Message::new("schema/other").with("reason", broken.message);
        vec![error("schema/other", span, message).help(Message::new("schema/other.help"))]
    })?;
    let mut found = Vec::new();
    for section in &course.sections {
        parts(&section.content, 0, &mut found);
        for role in &section.roles {
            parts(&role.content, 1, &mut found);
        }
    }
    for block in course.blocks() {
        if let Block::Table(table) = &**block {
            cells(table, &mut found);
        }
    }
    if found.is_empty() {
        Ok(course)
    } else {
        Err(found)
    }
}

fn parts(blocks: &[Spanned<Block>], depth: usize, out: &mut Vec<Diagnostic>) {
    for block in blocks {
        match &**block {
            Block::Section(part) if depth == MAX_PARTS => {
                let span = first_attached([part.title.whole(), block.span()]);
                let message = Message::new("schema/out-of-bounds.parts").with("max", MAX_PARTS);
                out.push(
                    error("schema/out-of-bounds", span, message)
                        .help(Message::new("schema/out-of-bounds.parts.help")),
                );
            }
            Block::Section(part) => parts(&part.content, depth + 1, out),
            Block::Note(note) => parts_forbidden(&note.content, out),
            Block::Exercise(exercise) => {
                parts_forbidden(&exercise.content, out);
                parts_forbidden(&exercise.answer, out);
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    parts_forbidden(&definition.content, out);
                }
            }
            _ => {}
        }
    }
}

/// A part with a heading cannot stand in a note, an exercise or a definition.
fn parts_forbidden(blocks: &[Spanned<Block>], out: &mut Vec<Diagnostic>) {
    for block in blocks {
        match &**block {
            Block::Section(part) => {
                let span = first_attached([part.title.whole(), block.span()]);
                let message = Message::new("schema/out-of-bounds.part-inside");
                out.push(
                    error("schema/out-of-bounds", span, message)
                        .help(Message::new("schema/out-of-bounds.part-inside.help")),
                );
            }
            Block::Note(note) => parts_forbidden(&note.content, out),
            Block::Exercise(exercise) => {
                parts_forbidden(&exercise.content, out);
                parts_forbidden(&exercise.answer, out);
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    parts_forbidden(&definition.content, out);
                }
            }
            _ => {}
        }
    }
}

fn cells(table: &Table, out: &mut Vec<Diagnostic>) {
    let columns = table.head.len();
    for row in table.rows.iter().filter(|row| row.len() != columns) {
        let message = Message::new("schema/out-of-bounds.cells")
            .with("cells", row.len())
            .with("columns", columns);
        out.push(
            error("schema/out-of-bounds", row.span(), message)
                .help(Message::new("schema/out-of-bounds.cells.help")),
        );
    }
    if table.align.len() > columns {
        let span = table
            .head
            .first()
            .map_or(Span::DETACHED, crate::Markup::whole);
        let message = Message::new("schema/out-of-bounds.align")
            .with("aligned", table.align.len())
            .with("columns", columns);
        out.push(
            error("schema/out-of-bounds", span, message)
                .help(Message::new("schema/out-of-bounds.align.help")),
        );
    }
}

fn first_attached<const N: usize>(spans: [Span; N]) -> Span {
    spans
        .into_iter()
        .find(|span| !span.is_detached())
        .unwrap_or(Span::DETACHED)
}
