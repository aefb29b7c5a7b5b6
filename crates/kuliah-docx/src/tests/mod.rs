//! Tests of whole exports.

mod course;
mod direct;
#[path = "../../examples/docx_sample/document.rs"]
mod document;
mod metadata;
mod numbering;
mod odd;
mod oracle;
mod package;
mod reader;
mod references;
mod template;
mod text;
mod themes;
#[path = "../../examples/docx_sample/tree.rs"]
mod tree;

use kuliah_doc::{Block, Document, Exported, Exporter};

use crate::Docx;
use document::{assets, rich};
use reader::Package;

/// The rich document with other blocks.
fn with(blocks: Vec<Block>) -> Document {
    Document { blocks, ..rich() }
}

fn export(document: &Document) -> Exported {
    Docx::default()
        .export(document, &assets())
        .expect("an export")
}

/// Exports a document and checks whatever holds for every file.
fn open(document: &Document) -> Package {
    let package = Package::open(&export(document).bytes);
    references::check(&package);
    package
}

/// The suffixes of the messages, in order.
fn findings(document: &Document) -> Vec<String> {
    let found = export(document).diagnostics;
    found.iter().map(|it| it.message.key().to_owned()).collect()
}
