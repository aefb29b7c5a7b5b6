//! Writes a document with every kind of block to a file, for looking at:
//! `pdf_sample FILE.pdf [attach] [sheets] [FONT.ttf]`.

mod blocks;
mod displays;
mod document;
mod words;

use std::collections::BTreeMap;
use std::error::Error;

use kuliah_doc::Exporter;
use kuliah_pdf::{Attachment, NoteLines, Pdf, PdfOptions, Sheets};
use kuliah_theme::Theme;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let path = std::env::args().nth(1).ok_or("usage: sample FILE.pdf")?;
    let assets = BTreeMap::from([("peran.png".to_owned(), displays::picture()?)]);
    let document = document::document()?;
    let mut assets = assets;
    let mut options = PdfOptions::new();
    for option in std::env::args().skip(2) {
        options = match option.as_str() {
            "attach" => {
                let source = b"# Peran\n".to_vec();
                options.with_attachment(Attachment::new("sumber.md", "text/markdown", source)?)
            }
            "sheets" => options.with_sheets(Sheets::new(2, NoteLines::Below)?),
            "sheets3" => options.with_sheets(Sheets::new(3, NoteLines::Beside)?),
            font => {
                assets.insert("own.ttf".to_owned(), std::fs::read(font)?);
                let theme = "base = \"handout\"\n[fonts.text]\nregular = \"own.ttf\"\n";
                let theme = Theme::from_toml(theme).map_err(|it| format!("{it:?}"))?;
                options.with_theme(theme)
            }
        };
    }
    let exported = Pdf::with_options(options).export(&document, &assets)?;
    std::fs::File::create_new(&path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, &exported.bytes))?;
    let rules = exported.diagnostics.iter().map(|it| it.message.key());
    std::io::Write::write_all(
        &mut std::io::stdout(),
        format!(
            "{} bytes; {:?}\n",
            exported.bytes.len(),
            rules.collect::<Vec<_>>()
        )
        .as_bytes(),
    )?;
    Ok(())
}
