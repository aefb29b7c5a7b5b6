//! Header and footer, and the document around the text.

use docx_rs::{Docx, Footer, Header, Paragraph, Run};
use kuliah_doc::Document;
use kuliah_theme::{Row, Slot};

use super::block::run_child;
use super::inline::Look;
use super::{Children, Piece, field};
use crate::design::Design;
use crate::style;

/// The header holds title and authors up to that many characters, else the title alone.
const HEADER_LENGTH: usize = 76;

/// Puts header and footer to the text; the page itself is written by `parts`.
pub(super) fn page(document: &Document, design: &Design, body: Vec<Piece>) -> Docx {
    let running = design.running.as_ref();
    let lines = Lines { document, design };
    // The style of the header may bring a rule, which an empty one must not show.
    let empty = || match running {
        Some(running) if running.rule => Paragraph::new(),
        _ => Paragraph::new().style(style::HEADER),
    };
    let (head, foot) = match running {
        Some(running) => (lines.header(running.head), lines.footer(running.foot)),
        None => (lines.usual_header(), lines.usual_footer()),
    };
    // A cover is a page without number; elsewhere the first page has one.
    let first_head = running.is_some_and(|it| it.first_head);
    let first_head = if first_head { head.clone() } else { empty() };
    let first_foot = if design.cover.own_page {
        Paragraph::new().style(style::FOOTER)
    } else {
        foot.clone()
    };
    // Headers and footers are numbered in the order of these calls.
    let docx = Docx::new()
        .header(Header::new().add_paragraph(head))
        .footer(Footer::new().add_paragraph(foot))
        .first_header(Header::new().add_paragraph(first_head))
        .first_footer(Footer::new().add_paragraph(first_foot));
    body.into_iter().fold(docx, |docx, piece| match piece {
        Piece::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
        Piece::Table(table) => docx.add_table(*table),
    })
}

/// What the running lines are made of.
struct Lines<'a> {
    document: &'a Document,
    design: &'a Design,
}

impl Lines<'_> {
    /// The title at the left, the authors at the right.
    fn usual_header(&self) -> Paragraph {
        let metadata = &self.document.metadata;
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
    fn usual_footer(&self) -> Paragraph {
        let mut paragraph = Paragraph::new().style(style::FOOTER);
        paragraph.children = self.slot(Slot::PageOfPages);
        paragraph
    }

    fn header(&self, row: Row) -> Paragraph {
        self.row(row, style::HEADER)
    }

    fn footer(&self, row: Row) -> Paragraph {
        self.row(row, style::FOOTER)
    }

    /// Left, middle and right, parted by tabs.
    fn row(&self, row: Row, style: &str) -> Paragraph {
        let mut children = self.slot(row.left);
        for slot in [row.center, row.right] {
            children.push(run_child(Run::new().add_tab()));
            children.extend(self.slot(slot));
        }
        let mut paragraph = Paragraph::new().style(style);
        if [row.left, row.center, row.right] != [Slot::Nothing; 3] {
            paragraph.children = children;
        }
        paragraph
    }

    fn slot(&self, slot: Slot) -> Children {
        let labels = &self.document.labels;
        let mut out = Children::new();
        match slot {
            Slot::Title => out.push(words(self.document.metadata.title.as_str())),
            Slot::Institution => out.push(words(&self.design.cover.institution.join(", "))),
            Slot::Page => field::push(&mut out, "PAGE", &Look::PLAIN, vec![words("1")]),
            Slot::PageOfPages => {
                out.push(words(&format!("{} ", labels.page)));
                field::push(&mut out, "PAGE", &Look::PLAIN, vec![words("1")]);
                out.push(words(&format!(" {} ", labels.page_of)));
                field::push(&mut out, "NUMPAGES", &Look::PLAIN, vec![words("1")]);
            }
            // `Nothing`, what a later theme may ask for, and `Section`: only a field that looks
            // up styles could tell a page's section, and no such field is written.
            _ => {}
        }
        out
    }
}

fn words(text: &str) -> docx_rs::ParagraphChild {
    run_child(Run::new().add_text(text))
}
