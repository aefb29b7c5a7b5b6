//! A tree that fits the schema into a course.

use kuliah_source::{Diagnostic, Message, Span};
use serde::Deserialize;

use super::block::{Block, Subsection, Table};
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
pub fn decode(tree: Tree) -> Result<Course, Vec<Diagnostic>> {
    let mut root = tree.root;
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
        parts(&section.content, Room::Below(0), &mut found);
        for role in &section.roles {
            parts(&role.content, Room::Below(1), &mut found);
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

/// Where a part with a heading may stand.
#[derive(Copy, Clone)]
enum Room {
    /// Below this many others.
    Below(usize),
    /// Nowhere: in a note, an exercise or a definition.
    Nowhere,
}

fn parts(blocks: &[Spanned<Block>], room: Room, out: &mut Vec<Diagnostic>) {
    for block in blocks {
        match &**block {
            Block::Section(part) => match room {
                Room::Below(depth) if depth < MAX_PARTS => {
                    parts(&part.content, Room::Below(depth + 1), out);
                }
                _ => out.push(misplaced(part, block.span(), room)),
            },
            Block::Note(note) => parts(&note.content, Room::Nowhere, out),
            Block::Exercise(exercise) => {
                parts(&exercise.content, Room::Nowhere, out);
                parts(&exercise.answer, Room::Nowhere, out);
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    parts(&definition.content, Room::Nowhere, out);
                }
            }
            Block::Prose(_)
            | Block::Quote(_)
            | Block::List(_)
            | Block::Table(_)
            | Block::Figure(_)
            | Block::Code(_) => {}
        }
    }
}

fn misplaced(part: &Subsection, block: Span, room: Room) -> Diagnostic {
    let (message, help) = match room {
        Room::Below(_) => (
            Message::new("schema/out-of-bounds.parts").with("max", MAX_PARTS),
            "schema/out-of-bounds.parts.help",
        ),
        Room::Nowhere => (
            Message::new("schema/out-of-bounds.part-inside"),
            "schema/out-of-bounds.part-inside.help",
        ),
    };
    let span = first_attached([part.title.whole(), block]);
    error("schema/out-of-bounds", span, message).help(Message::new(help))
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
