//! The text of a PDF as its structure tree orders it, which is what a screen reader reads.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Marked text by page and number.
type Marked = BTreeMap<(ObjectId, i64), String>;

/// The text of a file.
#[derive(Debug, Default)]
pub struct PdfText {
    /// The text, less the table of contents and the marks of footnotes.
    pub body: String,
    /// The text of each footnote, less its mark.
    pub notes: Vec<String>,
    /// The links, less those of the table of contents and the marks of footnotes.
    pub links: Vec<PdfLink>,
}

/// A link and its words.
#[derive(Debug, Default)]
pub struct PdfLink {
    /// What is shown.
    pub text: String,
    /// Whether it stands in a footnote.
    pub in_note: bool,
    /// Its annotations, one a line.
    pub areas: Vec<Area>,
}

/// An annotation of a link.
#[derive(Debug)]
pub struct Area {
    /// Where its upper edge is.
    pub place: Place,
    /// Where it leads.
    pub target: Target,
}

/// A place in a file: the number of the page, from 1, and points above its lower edge.
pub type Place = (u32, f32);

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// A place in the file.
    Place(Place),
    /// An address.
    Address(String),
}

impl PdfText {
    /// All of it, footnotes last.
    pub fn whole(&self) -> String {
        format!("{}\n{}", self.body, self.notes.join("\n"))
    }
}

/// Reads the text of a tagged file.
pub fn text(bytes: &[u8]) -> PdfText {
    let file = open(bytes);
    let root = file.catalog().expect("a catalogue").get(b"StructTreeRoot");
    let root = dictionary(&file, root.expect("a structure tree"));
    let mut reader = Reader {
        marked: marked(&file),
        file: &file,
        pages: file
            .get_pages()
            .into_iter()
            .map(|(n, id)| (id, n))
            .collect(),
        out: PdfText::default(),
        in_note: false,
        in_link: false,
    };
    reader.kids(root, None);
    reader.out
}

/// Everything in a file that is not a picture, decompressed, for a search.
pub fn decompressed(bytes: &[u8]) -> Vec<u8> {
    let file = open(bytes);
    let mut out = Vec::new();
    for object in file.objects.values() {
        match object {
            Object::Stream(stream) => {
                out.extend(format!("{:?}", stream.dict).bytes());
                let content = stream.decompressed_content();
                out.extend(content.unwrap_or_else(|_| stream.content.clone()));
            }
            other => out.extend(format!("{other:?}").bytes()),
        }
        out.push(b'\n');
    }
    out
}

fn open(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).expect("a PDF file")
}

fn dictionary<'a>(file: &'a Document, object: &'a Object) -> &'a Dictionary {
    let (_, object) = file.dereference(object).expect("there");
    object.as_dict().expect("a dictionary")
}

/// The text of every marked sequence that is no artifact.
fn marked(file: &Document) -> Marked {
    let mut out = Marked::new();
    for page in file.get_pages().into_values() {
        let fonts = file.get_page_fonts(page).expect("fonts");
        let encodings: BTreeMap<_, _> = fonts
            .iter()
            .map(|(name, font)| (name, font.get_font_encoding(file).expect("an encoding")))
            .collect();
        let content = file.get_page_content(page);
        let content = Content::decode(&content).expect("operators");
        let mut open = None;
        let mut encoding = None;
        for Operation { operator, operands } in &content.operations {
            match (operator.as_str(), operands.as_slice()) {
                ("BDC", [_, Object::Dictionary(properties)]) => {
                    let id = properties.get(b"MCID").and_then(Object::as_i64).ok();
                    let actual = properties.get(b"ActualText").ok();
                    let words = actual.map(|it| lopdf::decode_text_string(it).expect("text"));
                    if let (Some(id), Some(words)) = (id, &words) {
                        out.entry((page, id)).or_default().push_str(words);
                    }
                    open = id.filter(|_| words.is_none());
                }
                ("EMC", _) => open = None,
                ("Tf", [Object::Name(name), ..]) => encoding = encodings.get(name),
                ("Tj" | "TJ", shown) => {
                    if let (Some(id), Some(encoding)) = (open, encoding) {
                        let text = out.entry((page, id)).or_default();
                        for string in strings(shown) {
                            let decoded = Document::decode_text(encoding, string);
                            text.push_str(&decoded.expect("a text"));
                        }
                    }
                }
                _ => {}
            }
        }
    }
    out
}

/// The strings of `Tj` or `TJ`.
fn strings(shown: &[Object]) -> Vec<&[u8]> {
    let all = shown.iter().flat_map(|it| match it {
        Object::Array(items) => items.as_slice(),
        other => std::slice::from_ref(other),
    });
    all.filter_map(|it| it.as_str().ok()).collect()
}

struct Reader<'a> {
    file: &'a Document,
    marked: Marked,
    /// The numbers of the pages.
    pages: BTreeMap<ObjectId, u32>,
    out: PdfText,
    in_note: bool,
    in_link: bool,
}

impl Reader<'_> {
    fn kids(&mut self, element: &Dictionary, page: Option<ObjectId>) {
        let own = element.get(b"Pg").and_then(Object::as_reference).ok();
        let page = own.or(page);
        let Ok(kids) = element.get(b"K") else {
            return;
        };
        let (_, kids) = self.file.dereference(kids).expect("there");
        match kids {
            Object::Array(kids) => kids.iter().for_each(|it| self.kid(it, page)),
            other => self.kid(other, page),
        }
    }

    fn kid(&mut self, kid: &Object, page: Option<ObjectId>) {
        if let Ok(id) = kid.as_i64() {
            return self.content(page, id);
        }
        let file = self.file;
        let kid = dictionary(file, kid);
        if kid.has_type(b"MCR") {
            let own = kid.get(b"Pg").and_then(Object::as_reference).ok();
            let id = kid.get(b"MCID").and_then(Object::as_i64).expect("a number");
            return self.content(own.or(page), id);
        }
        if kid.has_type(b"OBJR") {
            return self.annotation(kid, page);
        }
        match kid.get(b"S").and_then(Object::as_name).unwrap_or_default() {
            // `Reference` is the mark of a footnote.
            b"TOC" | b"Reference" => {}
            b"Lbl" if self.in_note => {}
            b"Note" => {
                self.out.notes.push(String::new());
                self.in_note = true;
                self.kids(kid, page);
                self.in_note = false;
            }
            b"Link" => {
                let in_note = self.in_note;
                self.out.links.push(PdfLink {
                    in_note,
                    ..PdfLink::default()
                });
                self.in_link = true;
                self.kids(kid, page);
                self.in_link = false;
            }
            _ => self.kids(kid, page),
        }
    }

    /// Takes an annotation of the link that is open.
    fn annotation(&mut self, reference: &Dictionary, page: Option<ObjectId>) {
        let Some(link) = self.out.links.last_mut().filter(|_| self.in_link) else {
            return;
        };
        let own = reference.get(b"Pg").and_then(Object::as_reference).ok();
        let page = own.or(page).expect("a page");
        let annotation = dictionary(self.file, reference.get(b"Obj").expect("an annotation"));
        let rectangle = annotation.get(b"Rect").and_then(Object::as_array);
        let top = rectangle.expect("four edges")[3].as_float();
        let target = if let Ok(place) = annotation.get(b"Dest").and_then(Object::as_array) {
            let page = place[0].as_reference().expect("a page");
            Target::Place((self.pages[&page], place[3].as_float().expect("a height")))
        } else {
            let action = dictionary(self.file, annotation.get(b"A").expect("an action"));
            let address = action.get(b"URI").and_then(Object::as_str);
            let address = address.expect("an address");
            Target::Address(String::from_utf8_lossy(address).into_owned())
        };
        link.areas.push(Area {
            place: (self.pages[&page], top.expect("a height")),
            target,
        });
    }

    fn content(&mut self, page: Option<ObjectId>, id: i64) {
        let words = page.and_then(|page| self.marked.get(&(page, id)));
        if let (true, Some(link)) = (self.in_link, self.out.links.last_mut()) {
            link.text.extend(words.map(String::as_str));
        }
        let out = match self.out.notes.last_mut() {
            Some(note) if self.in_note => note,
            _ => &mut self.out.body,
        };
        out.extend(words.map(String::as_str));
        out.push(' ');
    }
}
