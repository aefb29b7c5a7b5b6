//! Writes a document that holds every kind of block and inline:
//! `docx_sample OUT.docx [--template FILE] [--theme NAME] [--embed]`.

mod document;
mod nodes;
mod tree;

use std::fs::File;
use std::io::{Error, Write};

use kuliah_doc::Exporter;
use kuliah_docx::{Docx, DocxOptions, Embed, Template};
use kuliah_theme::Theme;

fn main() -> Result<(), Error> {
    let usage = || Error::other("usage: docx_sample OUT.docx [--template F] [--theme N] [--embed]");
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or_else(usage)?;
    let mut document = document::rich();
    let mut options = DocxOptions::new();
    while let Some(name) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(usage);
        options = match name.as_str() {
            "--template" => {
                let template = Template::read(&std::fs::read(value()?)?);
                options.template(template.map_err(Error::other)?)
            }
            "--theme" => options.theme(Theme::named(&value()?).ok_or_else(usage)?),
            "--embed" => options.embed(Embed::new(nodes::number(&mut document.blocks))),
            _ => return Err(usage()),
        };
    }
    let exported = Docx::new(options)
        .export(&document, &document::assets())
        .map_err(Error::other)?;
    File::create(path)?.write_all(&exported.bytes)
}
