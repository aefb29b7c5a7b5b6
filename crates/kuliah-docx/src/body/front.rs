//! The front of the document, its header and footer, and the page they stand on.

use docx_rs::{Docx, Footer, Header, PageMargin, Paragraph, Run};
use kuliah_doc::{Document, ExportError, Fact};

use super::block::run_child;
use super::inline::Look;
use super::{Children, Piece, Place, Writer, field, signed};
use crate::{page, style};

/// The header holds title and authors up to that many characters, else the title alone.
const HEADER_LENGTH: usize = 76;

impl Writer<'_> {
    /// Title, subtitle, authors and the identity block.
    pub(super) fn front(&mut self, place: Place, out: &mut Vec<Piece>) -> Result<(), ExportError> {
        let front = &self.document.front;
        let lines = [
            (style::TITLE, Some(&front.title)),
            (style::SUBTITLE, front.subtitle.as_ref()),
        ];
        let authors = front.authors.iter().map(|it| (style::AUTHOR, Some(it)));
        for (style, content) in lines.into_iter().chain(authors) {
            let Some(content) = content else {
                continue;
            };
            let look = if style.id == style::TITLE.id {
                Look::HEAVY
            } else {
                Look::PLAIN
            };
            let paragraph = self.paragraph(style, place, |writer, children| {
                writer.inlines(content, &look, children)
            })?;
            out.push(paragraph);
        }
        for fact in &front.facts {
            out.push(self.fact(fact, place)?);
        }
        Ok(())
    }

    fn fact(&mut self, fact: &Fact, place: Place) -> Result<Piece, ExportError> {
        self.paragraph(style::FACT, place, |writer, children| {
            let label = Run::new().add_text(fact.label.as_str());
            children.push(run_child(label.style(style::FACT_LABEL)));
            children.push(run_child(Run::new().add_tab()));
            writer.inlines(&fact.value, &Look::PLAIN, children)
        })
    }
}

/// Puts the text on pages with header and footer.
pub(super) fn page(document: &Document, body: Vec<Piece>) -> Docx {
    let margin = PageMargin::new()
        .top(signed(page::TOP))
        .bottom(signed(page::TOP))
        .left(signed(page::SIDE))
        .right(signed(page::SIDE))
        .header(signed(page::EDGE))
        .footer(signed(page::EDGE));
    // Headers and footers are numbered in the order of these calls.
    let docx = Docx::new()
        .page_size(page::WIDTH, page::HEIGHT)
        .page_margin(margin)
        .header(Header::new().add_paragraph(header(document)))
        .footer(Footer::new().add_paragraph(footer(document)))
        .first_header(Header::new().add_paragraph(Paragraph::new().style(style::HEADER)))
        .first_footer(Footer::new().add_paragraph(footer(document)));
    body.into_iter().fold(docx, |docx, piece| match piece {
        Piece::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
        Piece::Table(table) => docx.add_table(*table),
    })
}

/// The title at the left, the authors at the right.
fn header(document: &Document) -> Paragraph {
    let metadata = &document.metadata;
    let names: Vec<_> = metadata.authors.iter().map(AsRef::as_ref).collect();
    let authors = names.join(", ");
    let title = metadata.title.as_str();
    let mut run = Run::new().add_text(title);
    let length = title.chars().count() + authors.chars().count();
    if !authors.is_empty() && length <= HEADER_LENGTH {
        run = run.add_tab().add_text(authors);
    }
    Paragraph::new().style(style::HEADER).add_run(run)
}

/// "Halaman 1 dari 1", in the middle.
fn footer(document: &Document) -> Paragraph {
    let labels = &document.labels;
    let words = |text: &str| run_child(Run::new().add_text(text));
    let mut children = Children::new();
    children.push(words(&format!("{} ", labels.page)));
    field::push(&mut children, "PAGE", &Look::PLAIN, vec![words("1")]);
    children.push(words(&format!(" {} ", labels.page_of)));
    field::push(&mut children, "NUMPAGES", &Look::PLAIN, vec![words("1")]);
    let mut paragraph = Paragraph::new().style(style::FOOTER);
    paragraph.children = children;
    paragraph
}
