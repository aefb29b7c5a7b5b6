//! The document tree as paragraphs and tables of docx-rs.
//!
//! docx-rs has no words for much of the format; what it lacks is carried by the
//! markers of [`crate::marker`] and the side list in [`Parts`].

mod block;
mod callout;
mod contents;
mod field;
mod figure;
mod front;
mod inline;
mod keep;
mod list;
mod running;
mod section;
mod table;

/// What the writer without docx-rs shares with this one: measures and names.
#[cfg(test)]
pub(crate) mod oracle {
    pub(crate) use super::callout::styles as callout_styles;
    pub(crate) use super::field::sequence_name;
    pub(crate) use super::figure::alternative;
    pub(crate) use super::keep::{blocks as keeps_blocks, rows as keeps_rows};
    pub(crate) use super::table::{table_description, table_title, widths};
}

pub(crate) use self::list::default_left as list_indent;

use std::collections::{BTreeMap, BTreeSet};

use docx_rs::{
    BookmarkEnd, BookmarkStart, BuildXML, Paragraph, ParagraphChild, SpecialIndentType, Table,
};
use kuliah_doc::{Assets, Document, ExportError};
use kuliah_source::{Diagnostic, Span};

use crate::design::Design;
use crate::lists::Lists;
use crate::media::Media;
use crate::name::Places;
use crate::outline::Outline;
use crate::page::{LEAST, Twips};
use crate::story::{Relations, Story};
use crate::style::{self, Style};

/// What the document tree became.
#[derive(Debug)]
pub(crate) struct Parts {
    /// `document.xml`, as docx-rs writes it.
    pub(crate) document: Vec<u8>,
    /// How many blocks at its start are title and identity block.
    pub(crate) front: usize,
    /// The bookmarks of blocks that came from a node of the course, with those nodes.
    pub(crate) sources: Vec<(String, String)>,
    /// The default header and that of the first page, as docx-rs writes them.
    pub(crate) headers: Vec<Vec<u8>>,
    /// The default footer and that of the first page, as docx-rs writes them.
    pub(crate) footers: Vec<Vec<u8>>,
    /// A document that holds the footnotes, each behind a mark.
    pub(crate) notes: Vec<u8>,
    /// Title and description of each table, by number.
    pub(crate) tables: Vec<TableText>,
    /// Alternative text of each picture that is shown, by number.
    pub(crate) pictures: Vec<String>,
    /// The picture files.
    pub(crate) media: Media,
    /// The lists.
    pub(crate) lists: Lists,
    /// What the text points to.
    pub(crate) body_relations: Relations,
    /// What the footnotes point to.
    pub(crate) note_relations: Relations,
    /// What could not be shown.
    pub(crate) findings: Vec<Diagnostic>,
}

/// What is said of a table to those who cannot see it.
#[derive(Debug)]
pub(crate) struct TableText {
    pub(crate) title: String,
    pub(crate) description: Option<String>,
}

/// Builds the parts of a document.
///
/// # Errors
///
/// [`ExportError::Asset`] when a picture cannot be used.
pub(crate) fn build(
    document: &Document,
    assets: &dyn Assets,
    design: &Design,
    sources: bool,
) -> Result<Parts, ExportError> {
    let mut writer = Writer::new(document, assets, design, sources);
    let body = writer.body()?;
    let notes = std::mem::take(&mut writer.notes);
    let built = running::page(document, design, body).build();
    let placed = &writer.placed;
    let sources = writer.places.sources().iter();
    let sources = sources.filter(|(_, name)| placed.contains(*name));
    let sources = sources.map(|(node, name)| (name.clone(), node.to_string()));
    Ok(Parts {
        document: built.document,
        front: writer.front,
        sources: sources.collect(),
        headers: built.headers,
        footers: built.footers,
        notes: notes_document(notes),
        tables: writer.tables,
        pictures: writer.pictures,
        media: writer.media,
        lists: writer.lists,
        body_relations: writer.body_relations,
        note_relations: writer.note_relations,
        findings: writer.findings,
    })
}

fn notes_document(notes: Vec<Vec<Piece>>) -> Vec<u8> {
    let mut document = docx_rs::Document::new();
    for note in notes {
        document = document.add_paragraph(crate::marker::note());
        for piece in note {
            document = match piece {
                Piece::Paragraph(paragraph) => document.add_paragraph(*paragraph),
                Piece::Table(table) => document.add_table(*table),
            };
        }
    }
    document.build()
}

/// What a text is made of.
#[derive(Debug)]
pub(crate) enum Piece {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

/// Where a block stands.
#[derive(Debug, Copy, Clone)]
struct Place {
    /// From the margin, or the edge of the cell, to the text.
    left: Twips,
    /// From there to the right edge of the text.
    width: Twips,
    /// The style of a plain paragraph.
    style: Style,
    /// How many lists are around.
    lists: usize,
    /// How many callouts are around.
    callouts: usize,
}

impl Place {
    fn new(width: Twips, style: Style) -> Self {
        Self {
            left: 0,
            width,
            style,
            lists: 0,
            callouts: 0,
        }
    }

    /// Set in from the left, as far as the width allows.
    fn set_in(self, by: Twips, style: Style) -> Self {
        let by = by.min(self.width.saturating_sub(LEAST));
        Self {
            left: self.left + by,
            width: self.width - by,
            style,
            ..self
        }
    }

    /// A cell of that width within this place.
    fn cell(self, width: Twips, style: Style) -> Self {
        Self {
            left: 0,
            width,
            style,
            ..self
        }
    }
}

type Children = Vec<ParagraphChild>;

/// The state of the walk over the tree.
struct Writer<'a> {
    document: &'a Document,
    assets: &'a dyn Assets,
    design: &'a Design,
    /// Whether blocks bear bookmarks for the nodes they came from.
    sources: bool,
    /// How many blocks title and identity block take.
    front: usize,
    places: Places,
    story: Story,
    /// The block that is being written, for findings.
    span: Span,
    /// Bookmarks that the next paragraph opens.
    pending: Vec<String>,
    /// Bookmarks that are in the document.
    placed: BTreeSet<String>,
    /// How many headings were written.
    headings: usize,
    outline: Outline,
    sequences: BTreeMap<String, u32>,
    notes: Vec<Vec<Piece>>,
    /// What follows at the end of the footnote that is being written.
    late: Vec<Piece>,
    tables: Vec<TableText>,
    pictures: Vec<String>,
    media: Media,
    lists: Lists,
    body_relations: Relations,
    note_relations: Relations,
    findings: Vec<Diagnostic>,
}

impl<'a> Writer<'a> {
    fn new(
        document: &'a Document,
        assets: &'a dyn Assets,
        design: &'a Design,
        sources: bool,
    ) -> Self {
        Self {
            document,
            assets,
            design,
            sources,
            front: 0,
            places: Places::of(document),
            story: Story::Body,
            span: Span::DETACHED,
            pending: Vec::new(),
            placed: BTreeSet::new(),
            headings: 0,
            outline: Outline::new(),
            sequences: BTreeMap::new(),
            notes: Vec::new(),
            late: Vec::new(),
            tables: Vec::new(),
            pictures: Vec::new(),
            media: Media::default(),
            lists: Lists::new(),
            body_relations: Relations::default(),
            note_relations: Relations::default(),
            findings: Vec::new(),
        }
    }

    fn body(&mut self) -> Result<Vec<Piece>, ExportError> {
        let page = &self.design.page;
        let mut out = Vec::new();
        self.front(Place::new(page.whole, style::BODY), &mut out)?;
        self.front = out.len();
        let place = Place::new(page.text, style::BODY);
        self.blocks(&self.document.blocks, place, &mut out)?;
        if !self.pending.is_empty() {
            // The last blocks came to nothing, but their bookmarks are referred to.
            let gap = self.paragraph(style::GAP, place, |_, _| Ok(()))?;
            out.push(gap);
        }
        Ok(out)
    }

    fn relations(&mut self) -> &mut Relations {
        match self.story {
            Story::Body => &mut self.body_relations,
            Story::Notes => &mut self.note_relations,
        }
    }

    /// A paragraph at a place; `fill` writes what is in it.
    fn paragraph(
        &mut self,
        style: Style,
        place: Place,
        fill: impl FnOnce(&mut Self, &mut Children) -> Result<(), ExportError>,
    ) -> Result<Piece, ExportError> {
        let paragraph = self.filled(fill)?.style(style.id);
        Ok(boxed(at(paragraph, style, place)))
    }

    /// A paragraph without properties that opens and closes the pending bookmarks.
    fn filled(
        &mut self,
        fill: impl FnOnce(&mut Self, &mut Children) -> Result<(), ExportError>,
    ) -> Result<Paragraph, ExportError> {
        let names = std::mem::take(&mut self.pending);
        let mut paragraph = Paragraph::new();
        let first = self.placed.len() + 1;
        let mut ids = first..first;
        for name in names {
            if self.placed.insert(name.clone()) {
                let start = BookmarkStart::new(ids.end, name);
                paragraph
                    .children
                    .push(ParagraphChild::BookmarkStart(start));
                ids.end += 1;
            }
        }
        fill(self, &mut paragraph.children)?;
        for id in ids {
            let end = BookmarkEnd::new(id);
            paragraph.children.push(ParagraphChild::BookmarkEnd(end));
        }
        Ok(paragraph)
    }

    /// Writes what `fill` writes between the ends of a bookmark.
    fn bookmarked(
        &mut self,
        name: Option<String>,
        out: &mut Children,
        fill: impl FnOnce(&mut Self, &mut Children) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let Some(name) = name.filter(|it| !self.placed.contains(it)) else {
            return fill(self, out);
        };
        self.placed.insert(name.clone());
        let id = self.placed.len();
        out.push(ParagraphChild::BookmarkStart(BookmarkStart::new(id, name)));
        fill(self, out)?;
        out.push(ParagraphChild::BookmarkEnd(BookmarkEnd::new(id)));
        Ok(())
    }
}

fn boxed(paragraph: Paragraph) -> Piece {
    Piece::Paragraph(Box::new(paragraph))
}

/// Indents a paragraph where its place wants another indent than its style has.
fn at(paragraph: Paragraph, style: Style, place: Place) -> Paragraph {
    let left = place.left + style.shift;
    if left == style.left {
        return paragraph;
    }
    indented(paragraph, left, style.hanging)
}

fn indented(paragraph: Paragraph, left: Twips, hanging: Twips) -> Paragraph {
    let hanging = (hanging > 0).then(|| SpecialIndentType::Hanging(signed(hanging)));
    paragraph.indent(Some(signed(left)), hanging, None, None)
}

fn signed(length: Twips) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

fn wide(length: Twips) -> usize {
    length as usize
}
