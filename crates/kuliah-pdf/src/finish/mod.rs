//! The writer's document into the bytes of the file: tags, links, outline and metadata come in here.

mod attachment;
mod deflate;
mod file;
mod links;
mod metadata;
mod object;
mod outline;
mod structure;
mod xmp;

use kuliah_doc::{Document, ExportError};
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, dictionary};

use self::file::File;
use crate::layout::{LaidOut, Paginated};
use crate::tags::Sequence;
use crate::{PdfOptions, Sheets, backend};

/// What every part of the finishing needs.
struct Finisher<'a> {
    /// What the writer made: fonts, pictures, pages without content.
    frame: lopdf::Document,
    file: File,
    /// In order.
    pages: Vec<ObjectId>,
    /// The object of each structure element.
    elements: Vec<ObjectId>,
    catalog: ObjectId,
    sequences: &'a [Vec<Sequence>],
    paginated: &'a Paginated,
    laid_out: &'a LaidOut<'a>,
    document: &'a Document,
    options: &'a PdfOptions,
}

/// Completes and writes a file: `frame` is all of it but the content of its pages, which
/// comes page by page.
///
/// # Errors
///
/// [`ExportError::Backend`] when the frame is incomplete or a stream cannot be deflated.
pub(crate) fn finish(
    frame: lopdf::Document,
    contents: impl Iterator<Item = Vec<u8>>,
    sequences: &[Vec<Sequence>],
    paginated: &Paginated,
    laid_out: &LaidOut<'_>,
    document: &Document,
    options: &PdfOptions,
) -> Result<Vec<u8>, ExportError> {
    let catalog = frame.trailer.get(b"Root").and_then(Object::as_reference);
    let catalog = catalog.map_err(backend)?;
    let information = frame.trailer.get(b"Info").and_then(Object::as_reference);
    let information = information.map_err(backend)?;
    let pages = frame.page_iter().collect();
    let mut file = File::new(frame.max_id);
    let elements = (0..laid_out.tree.len()).map(|_| file.new_id()).collect();
    let mut finisher = Finisher {
        frame,
        file,
        pages,
        elements,
        catalog,
        sequences,
        paginated,
        laid_out,
        document,
        options,
    };
    finisher.contents(contents)?;
    let annotations = finisher.links()?;
    let structure = finisher.structure(&annotations)?;
    let outline = finisher.outline()?;
    finisher.catalog(structure, outline)?;
    finisher.information(information)?;
    if let Some(attachment) = &options.attachment {
        finisher.attachment(attachment)?;
    }
    let Finisher {
        frame, mut file, ..
    } = finisher;
    for (id, object) in frame.objects {
        file.set(id, object)?;
    }
    file.close(catalog, information)
}

impl Finisher<'_> {
    fn element(&self, id: crate::tags::ElementId) -> Object {
        self.elements
            .get(id.0)
            .map_or(Object::Null, |it| Object::Reference(*it))
    }

    fn page(&self, number: usize) -> Object {
        self.pages
            .get(number)
            .map_or(Object::Null, |it| Object::Reference(*it))
    }

    /// Where a link or bookmark goes: the page, with a place at its upper edge.
    fn destination(&self, place: crate::page::PlaceId) -> Object {
        let position = self.paginated.positions.get(place.0);
        let (page, top) = position.map_or((0, 0.0), |it| (it.page, it.top));
        // A little above, so that the line does not touch the window's edge.
        Object::Array(vec![
            self.page(page),
            name("XYZ"),
            Object::Integer(0),
            Object::Real(top + 8.0),
            Object::Null,
        ])
    }

    fn dictionary_of(&mut self, id: ObjectId) -> Result<&mut Dictionary, ExportError> {
        self.frame
            .get_object_mut(id)
            .and_then(Object::as_dict_mut)
            .map_err(backend)
    }

    /// Writes the content of every page, in place of what the frame has there.
    fn contents(&mut self, contents: impl Iterator<Item = Vec<u8>>) -> Result<(), ExportError> {
        for (page, content) in self.pages.clone().into_iter().zip(contents) {
            let id = self.dictionary_of(page)?.get(b"Contents");
            let id = id.and_then(Object::as_reference).map_err(backend)?;
            self.frame.objects.remove(&id);
            let stream = Stream::new(Dictionary::new(), content);
            self.file.set(id, stream)?;
        }
        Ok(())
    }

    fn catalog(
        &mut self,
        structure: ObjectId,
        outline: Option<ObjectId>,
    ) -> Result<(), ExportError> {
        let metadata = self.metadata_stream()?;
        let intent = self.output_intent()?;
        let language = self.document.metadata.language.as_str().to_owned();
        let (pages, sheets) = (self.paginated.count, self.options.sheets);
        let id = self.catalog;
        let catalog = self.dictionary_of(id)?;
        catalog.set("Version", name("1.7"));
        catalog.set("Lang", Object::string_literal(language));
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
        catalog.set("StructTreeRoot", structure);
        catalog.set("Metadata", metadata);
        catalog.set("OutputIntents", vec![intent]);
        catalog.set(
            "ViewerPreferences",
            dictionary! { "DisplayDocTitle" => true },
        );
        let labels = labels(pages, sheets);
        catalog.set("PageLabels", dictionary! { "Nums" => labels });
        catalog.remove(b"PageLayout");
        match outline {
            Some(outline) => {
                catalog.set("Outlines", outline);
                catalog.set("PageMode", name("UseOutlines"));
            }
            None => catalog.set("PageMode", name("UseNone")),
        }
        Ok(())
    }
}

/// What pages are called: their numbers, and on sheets those of the first and last one there.
fn labels(pages: usize, sheets: Option<Sheets>) -> Vec<Object> {
    let Some(sheets) = sheets else {
        let decimal = Object::Dictionary(dictionary! { "S" => name("D") });
        return vec![Object::Integer(0), decimal];
    };
    let label = |sheet: usize| {
        let first = sheet * sheets.pages() + 1;
        let last = (first + sheets.pages() - 1).min(pages);
        let label = if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        };
        let label = Object::Dictionary(dictionary! { "P" => text(&label) });
        [integer(sheet), label]
    };
    (0..pages.div_ceil(sheets.pages()))
        .flat_map(label)
        .collect()
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, all else in UTF-16.
fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::string_literal(words);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn integer(value: usize) -> Object {
    Object::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}
