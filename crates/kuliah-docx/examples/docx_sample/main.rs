//! Writes a document that holds every kind of block and inline: `sample OUT.docx`.

mod document;
mod tree;

use std::fs::File;
use std::io::{Error, Write};

use kuliah_doc::Exporter;
use kuliah_docx::Docx;

fn main() -> Result<(), Error> {
    let path = std::env::args()
        .nth(1)
        .ok_or_else(|| Error::other("usage: sample OUT.docx"))?;
    let exported = Docx
        .export(&document::rich(), &document::assets())
        .map_err(Error::other)?;
    File::create(path)?.write_all(&exported.bytes)
}
