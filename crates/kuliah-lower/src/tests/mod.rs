//! A course in, the texts and the shape of its document out.

mod callouts;
mod captioned;
mod citations;
mod front;
mod lists;
mod references;
mod robustness;
mod structure;
mod words;

use kuliah_core::check::{CheckOptions, CheckedCourse, check};
use kuliah_core::model::{Audience, Course, decode};
use kuliah_core::schema::validate;
use kuliah_core::syntax::{Limits, Syntax, parse};
use kuliah_doc::{Block, BlockKind, Document, Heading, Inline, Visit, block_texts};
use kuliah_doc::{inline_text, walk_block, walk_document, walk_inlines};
use kuliah_source::FileId;

use crate::{LowerOptions, lower};

/// Reads a Markdown course; the front matter has format and title already.
fn course(front: &str, body: &str) -> CheckedCourse {
    let text = format!("---\nformat: 1\ntitle: Peran Pekerja Sosial\n{front}---\n{body}");
    let parse = parse(FileId::FIRST, &text, Syntax::Markdown, &Limits::default());
    assert_eq!(parse.diagnostics, [], "{text}");
    let tree = parse.tree.expect("a tree");
    assert_eq!(validate(&tree, &text), [], "{text}");
    checked(decode(tree).expect("a course"))
}

#[track_caller]
fn checked(course: Course) -> CheckedCourse {
    let checked = check(course, &CheckOptions::default());
    checked
        .course
        .unwrap_or_else(|| panic!("{:#?}", checked.diagnostics))
}

fn document(front: &str, body: &str) -> Document {
    lower(&course(front, body), &LowerOptions::default())
}

fn lecturers(course: &CheckedCourse) -> Document {
    let options = LowerOptions {
        audience: Audience::Lecturer,
        ..LowerOptions::default()
    };
    lower(course, &options)
}

/// The texts behind the front of the first page.
fn texts(document: &Document) -> Vec<String> {
    let mut bare = document.clone();
    bare.front.authors.clear();
    bare.front.facts.clear();
    bare.front.subtitle = None;
    block_texts(&bare).split_off(1)
}

#[track_caller]
fn check_texts(front: &str, body: &str, expected: &[&str]) {
    assert_eq!(texts(&document(front, body)), expected, "{body}");
}

/// Every heading: its level, number and words.
fn headings(document: &Document) -> Vec<(u8, Option<u32>, String)> {
    let mut found = Vec::new();
    each_block(document, |block| {
        if let BlockKind::Section(section) = &block.kind {
            let Heading {
                level,
                number,
                content,
            } = &section.heading;
            found.push((*level, *number, inline_text(content)));
        }
    });
    found
}

fn each_block(document: &Document, with: impl FnMut(&Block)) {
    struct Each<F>(F);

    impl<F: FnMut(&Block)> Visit for Each<F> {
        fn block(&mut self, block: &Block) {
            (self.0)(block);
            walk_block(self, block);
        }
    }

    walk_document(&mut Each(with), document);
}

/// Every inline, outer before inner.
fn inlines(document: &Document) -> Vec<Inline> {
    struct All(Vec<Inline>);

    impl Visit for All {
        fn inline(&mut self, inline: &Inline) {
            self.0.push(inline.clone());
            match inline {
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Span { content, .. }
                | Inline::Link { content, .. }
                | Inline::Reference { content, .. } => walk_inlines(self, content),
                Inline::Footnote { content, .. } => content.iter().for_each(|it| self.block(it)),
                Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
            }
        }
    }

    let mut all = All(Vec::new());
    walk_document(&mut all, document);
    all.0
}

/// Every reference but those of the list back to the text: the key it leads to, and what it shows.
fn references(document: &Document) -> Vec<(String, String)> {
    let text = Document {
        blocks: document
            .blocks
            .iter()
            .filter(|it| !is_list(it))
            .cloned()
            .collect(),
        ..document.clone()
    };
    let all = inlines(&text);
    all.iter()
        .filter_map(|inline| match inline {
            Inline::Reference { target, content } => {
                Some((target.key().to_owned(), inline_text(content)))
            }
            _ => None,
        })
        .collect()
}

/// Whether a block is the section of the reference list.
fn is_list(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Section(section) => section
            .blocks
            .iter()
            .any(|it| matches!(it.kind, BlockKind::Bibliography(_))),
        _ => false,
    }
}

fn blocks(document: &Document, wanted: impl Fn(&BlockKind) -> bool) -> Vec<Block> {
    let mut found = Vec::new();
    each_block(document, |block| {
        if wanted(&block.kind) {
            found.push(block.clone());
        }
    });
    found
}
