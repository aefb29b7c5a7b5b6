//! How long a Word file takes, for the sample document and for one twenty times as long.

#![expect(
    clippy::expect_used,
    reason = "a document that cannot be written is no benchmark"
)]

use divan::{Bencher, counter::ItemsCount};
use kuliah_doc::{BlockKind, Document, Exporter};
use kuliah_docx::{Docx, DocxOptions, Embed, Template};

#[path = "../examples/docx_sample/document.rs"]
mod document;
#[path = "../examples/docx_sample/tree.rs"]
mod tree;

/// How often the blocks of the sample stand in the document.
const COPIES: [usize; 2] = [1, 20];

fn main() {
    divan::main();
}

/// Only the first copy keeps its table of contents, which lists the headings of all.
fn sample(copies: usize) -> Document {
    let mut document = document::rich();
    let mut repeated = document.blocks.clone();
    repeated.retain(|it| it.kind != BlockKind::Contents);
    for _ in 1..copies {
        document.blocks.extend(repeated.iter().cloned());
    }
    document
}

#[divan::bench(args = COPIES)]
fn plain(bencher: Bencher<'_, '_>, copies: usize) {
    run(bencher, copies, DocxOptions::new());
}

#[divan::bench(args = COPIES)]
fn with_template_and_course(bencher: Bencher<'_, '_>, copies: usize) {
    let bytes = Docx::default().export(&document::rich(), &document::assets());
    let template = Template::read(&bytes.expect("a file").bytes).expect("a template");
    let embed = Embed::new(vec![b' '; 20_000]);
    run(
        bencher,
        copies,
        DocxOptions::new().template(template).embed(embed),
    );
}

#[divan::bench]
fn read_template(bencher: Bencher<'_, '_>) {
    let bytes = Docx::default().export(&document::rich(), &document::assets());
    let bytes = bytes.expect("a file").bytes;
    bencher.bench(|| Template::read(&bytes));
}

fn run(bencher: Bencher<'_, '_>, copies: usize, options: DocxOptions) {
    let document = sample(copies);
    let assets = document::assets();
    let docx = Docx::new(options);
    bencher
        .counter(ItemsCount::new(copies))
        .bench(|| docx.export(&document, &assets));
}
