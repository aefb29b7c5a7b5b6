//! Pages into the operators of `printpdf`, with subset fonts and pictures as finished streams.

use std::collections::BTreeMap;
use std::fmt;

use kuliah_doc::ExportError;
use printpdf::{
    Codepoint, Color, DictItem, ExternalStream, ExternalXObject, FontId, Line, LinePoint, Op,
    PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, Point, Pt, Rect, Rgb,
    TextItem, TextMatrix, WindingOrder, XObject, XObjectId, XObjectTransform,
};
use subsetter::GlyphRemapper;

use crate::backend;
use crate::font::{FaceId, Fonts};
use crate::layout::LaidOut;
use crate::page::{Area, Artifact, Colour, GlyphText, Item, Page, PictureId, Run};
use crate::picture::{Data, Image};
use crate::tags::{Owner, Sequence, StructureTree};

/// A font that could not be subset or read back.
#[derive(Debug)]
struct FontWriteError {
    face: &'static str,
    why: String,
}

impl fmt::Display for FontWriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the font {} cannot be embedded: {}", self.face, self.why)
    }
}

impl std::error::Error for FontWriteError {}

/// Paints pages.
///
/// # Errors
///
/// [`ExportError::Backend`] when a font cannot be subset.
pub(crate) fn paint(
    pages: &[Page],
    sequences: &[Vec<Sequence>],
    laid_out: &LaidOut<'_>,
    fonts: &Fonts,
) -> Result<PdfDocument, ExportError> {
    let mut document = PdfDocument::new("");
    let used = used_glyphs(pages);
    let mut remaps = BTreeMap::new();
    for (face, glyphs) in &used {
        let (remap, font) = subset(fonts, *face, glyphs)?;
        let id = FontId(face.resource().to_owned());
        document.resources.fonts.map.insert(id, PdfFont::new(font));
        remaps.insert(*face, remap);
    }
    for (id, picture) in laid_out.pictures.iter() {
        if let Ok(image) = &picture.image {
            let object = XObject::External(picture_object(image));
            document.resources.xobjects.map.insert(resource(id), object);
        }
    }
    let painted = pages.iter().zip(sequences).map(|(page, sequences)| {
        let mut painter = Painter {
            fonts,
            laid_out,
            remaps: &remaps,
            operators: Vec::new(),
            fill: None,
        };
        painter.page(page, sequences);
        let style = laid_out.style;
        let size = Rect::from_wh(Pt(style.page_width), Pt(style.page_height));
        PdfPage {
            media_box: size.clone(),
            trim_box: size.clone(),
            crop_box: size,
            ops: painter.operators,
        }
    });
    document.pages = painted.collect();
    Ok(document)
}

fn used_glyphs(pages: &[Page]) -> BTreeMap<FaceId, Vec<u16>> {
    let mut used: BTreeMap<FaceId, Vec<u16>> = BTreeMap::new();
    for item in pages.iter().flat_map(|it| &it.items) {
        if let Item::Text { run, .. } = item {
            let glyphs = used.entry(run.face).or_default();
            glyphs.extend(run.glyphs.iter().map(|it| it.id));
        }
    }
    for glyphs in used.values_mut() {
        glyphs.sort_unstable();
        glyphs.dedup();
    }
    used
}

/// Subsets before the writer sees the face: it would embed all of it.
fn subset(
    fonts: &Fonts,
    id: FaceId,
    glyphs: &[u16],
) -> Result<(GlyphRemapper, ParsedFont), ExportError> {
    let face = fonts.face(id);
    let fail = |why: String| {
        backend(FontWriteError {
            face: face.name,
            why,
        })
    };
    let mut remap = GlyphRemapper::new();
    for glyph in glyphs {
        remap.remap(*glyph);
    }
    let bytes = subsetter::subset(face.bytes, 0, &remap).map_err(|it| fail(it.to_string()))?;
    let mut warnings = Vec::new();
    let font = ParsedFont::from_bytes(&bytes, 0, &mut warnings);
    let mut font = font.ok_or_else(|| fail("its subset cannot be read".to_owned()))?;
    font.font_name = Some(format!("{}+{}", tag(glyphs), face.name));
    font.font_metrics.ascent = face.ascent;
    font.font_metrics.descent = face.descent;
    Ok((remap, font))
}

/// Six letters that name a set of glyphs (ISO 32000-1, 9.6.4).
fn tag(glyphs: &[u16]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in glyphs.iter().flat_map(|it| it.to_be_bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let letter = |at: u32| {
        let rest = (hash >> (at * 8)) % 26;
        char::from(b'A' + u8::try_from(rest).unwrap_or(0))
    };
    (0..6).map(letter).collect()
}

fn resource(id: PictureId) -> XObjectId {
    XObjectId(format!("P{}", id.0))
}

fn name(text: &str) -> DictItem {
    DictItem::Name(text.as_bytes().to_vec())
}

fn picture_object(image: &Image) -> ExternalXObject {
    let mut dict = image_dictionary(image, image.components);
    let content = match &image.data {
        Data::Jpeg(bytes) => {
            dict.insert("Filter".into(), name("DCTDecode"));
            bytes.clone()
        }
        Data::Deflated(bytes) => {
            dict.extend(deflated(image, image.components));
            bytes.clone()
        }
    };
    if let Some(alpha) = &image.alpha {
        let mut mask = image_dictionary(image, 1);
        mask.extend(deflated(image, 1));
        let stream = ExternalStream {
            dict: mask,
            content: alpha.clone(),
            compress: false,
        };
        dict.insert("SMask".into(), DictItem::Stream { stream });
    }
    ExternalXObject {
        stream: ExternalStream {
            dict,
            content,
            compress: false,
        },
        width: None,
        height: None,
        dpi: None,
    }
}

fn image_dictionary(image: &Image, components: u8) -> BTreeMap<String, DictItem> {
    let space = if components == 1 {
        "DeviceGray"
    } else {
        "DeviceRGB"
    };
    BTreeMap::from([
        ("Type".into(), name("XObject")),
        ("Subtype".into(), name("Image")),
        ("Width".into(), DictItem::Int(image.width.into())),
        ("Height".into(), DictItem::Int(image.height.into())),
        ("ColorSpace".into(), name(space)),
        ("BitsPerComponent".into(), DictItem::Int(8)),
    ])
}

fn deflated(image: &Image, components: u8) -> BTreeMap<String, DictItem> {
    let parameters = BTreeMap::from([
        // PNG's filters, one chosen a row.
        ("Predictor".into(), DictItem::Int(15)),
        ("Colors".into(), DictItem::Int(components.into())),
        ("BitsPerComponent".into(), DictItem::Int(8)),
        ("Columns".into(), DictItem::Int(image.width.into())),
    ]);
    BTreeMap::from([
        ("Filter".into(), name("FlateDecode")),
        ("DecodeParms".into(), DictItem::Dict { map: parameters }),
    ])
}

fn colour(colour: Colour) -> Color {
    Color::Rgb(Rgb {
        r: colour.red,
        g: colour.green,
        b: colour.blue,
        icc_profile: None,
    })
}

/// Operators of one page.
struct Painter<'a> {
    fonts: &'a Fonts,
    laid_out: &'a LaidOut<'a>,
    remaps: &'a BTreeMap<FaceId, GlyphRemapper>,
    operators: Vec<Op>,
    /// The colour that text and areas are filled with now.
    fill: Option<Colour>,
}

impl Painter<'_> {
    fn page(&mut self, page: &Page, sequences: &[Sequence]) {
        for sequence in sequences {
            self.begin(&sequence.owner, &self.laid_out.tree);
            for item in page.items.get(sequence.items.clone()).unwrap_or_default() {
                self.item(item);
            }
            self.operators.push(Op::EndMarkedContent);
        }
    }

    fn begin(&mut self, owner: &Owner, tree: &StructureTree) {
        let (tag, properties) = match owner {
            Owner::Artifact(Artifact::Layout) => {
                let properties = BTreeMap::from([("Type".into(), name("Layout"))]);
                ("Artifact", properties)
            }
            Owner::Artifact(Artifact::Pagination) => {
                let properties = BTreeMap::from([("Type".into(), name("Pagination"))]);
                ("Artifact", properties)
            }
            Owner::Artifact(kind) => {
                let subtype = if *kind == Artifact::Header {
                    "Header"
                } else {
                    "Footer"
                };
                let properties = BTreeMap::from([
                    ("Type".into(), name("Pagination")),
                    ("Subtype".into(), name(subtype)),
                ]);
                ("Artifact", properties)
            }
            Owner::Element {
                element,
                id,
                actual,
            } => {
                let number = i64::try_from(*id).unwrap_or(i64::MAX);
                let mut properties = BTreeMap::from([("MCID".into(), DictItem::Int(number))]);
                if let Some(words) = actual {
                    let mut bytes = vec![0xfe, 0xff];
                    bytes.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
                    properties.insert("ActualText".into(), DictItem::Bytes(bytes));
                }
                let tag = if actual.is_some() {
                    "Span"
                } else {
                    tree.tag(*element)
                };
                (tag, properties)
            }
        };
        self.operators.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map: properties },
        });
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Text { run, y } => self.run(run, *y),
            Item::Rule {
                left,
                right,
                y,
                weight,
                colour: ink,
            } => {
                self.operators
                    .push(Op::SetOutlineColor { col: colour(*ink) });
                self.operators
                    .push(Op::SetOutlineThickness { pt: Pt(*weight) });
                let points = [*left, *right].map(|x| LinePoint {
                    p: Point {
                        x: Pt(x),
                        y: Pt(*y),
                    },
                    bezier: false,
                });
                self.operators.push(Op::DrawLine {
                    line: Line {
                        points: points.to_vec(),
                        is_closed: false,
                    },
                });
            }
            Item::Fill { area, colour } => {
                self.fill_with(*colour);
                self.area(*area);
            }
            Item::Picture { picture, area, .. } => self.picture(*picture, *area),
        }
    }

    fn fill_with(&mut self, ink: Colour) {
        if self.fill != Some(ink) {
            self.operators.push(Op::SetFillColor { col: colour(ink) });
            self.fill = Some(ink);
        }
    }

    fn area(&mut self, area: Area) {
        let mut rectangle = Rect::from_wh(Pt(area.right - area.left), Pt(area.top - area.bottom));
        rectangle.x = Pt(area.left);
        rectangle.y = Pt(area.bottom);
        rectangle.mode = Some(PaintMode::Fill);
        rectangle.winding_order = Some(WindingOrder::NonZero);
        self.operators.push(Op::DrawRectangle { rectangle });
    }

    /// A picture is the unit square; its size is that of the area.
    fn picture(&mut self, picture: PictureId, area: Area) {
        let shown = self.laid_out.pictures.get(picture);
        if shown.is_none_or(|it| it.image.is_err()) {
            return;
        }
        self.operators.push(Op::UseXobject {
            id: resource(picture),
            transform: XObjectTransform {
                translate_x: Some(Pt(area.left)),
                translate_y: Some(Pt(area.bottom)),
                scale_x: Some(area.right - area.left),
                scale_y: Some(area.top - area.bottom),
                no_auto_scale: true,
                ..XObjectTransform::default()
            },
        });
    }

    fn run(&mut self, run: &Run, y: f32) {
        if run.glyphs.is_empty() {
            return;
        }
        self.fill_with(run.colour);
        self.operators.push(Op::StartTextSection);
        self.operators.push(Op::SetFont {
            font: PdfFontHandle::External(FontId(run.face.resource().to_owned())),
            size: Pt(run.size),
        });
        // A glyph off its place, such as an accent, has a text matrix of its own.
        let mut x = run.x;
        let mut rest = run.glyphs.as_slice();
        while let Some(first) = rest.first() {
            let offset = first.offset;
            let count = rest.iter().take_while(|it| it.offset == offset).count();
            let (now, later) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            let scale = run.size / 1000.0;
            let (left, up) = (x + offset.0 * scale, y + offset.1 * scale);
            self.operators.push(Op::SetTextMatrix {
                matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, left, up]),
            });
            let codes = self.codes(run.face, now);
            let items = vec![TextItem::GlyphIds(codes)];
            self.operators.push(Op::ShowText { items });
            x += now.iter().map(|it| it.advance).sum::<f32>() * scale;
            rest = later;
        }
        self.operators.push(Op::EndTextSection);
    }

    /// Glyphs with what each one moves the next by, beyond its own width.
    fn codes(&self, face: FaceId, glyphs: &[crate::page::Glyph]) -> Vec<Codepoint> {
        let remap = self.remaps.get(&face);
        let texts = &self.laid_out.setter.texts;
        let mut error = 0.0;
        let last = glyphs.len().saturating_sub(1);
        let codes = glyphs.iter().enumerate().map(|(index, glyph)| {
            let wanted = self.fonts.face(face).advance(glyph.id) - glyph.advance + error;
            // A tenth of a thousandth of the em is enough; what it leaves is carried on.
            let offset = (wanted * 10.0).round() / 10.0;
            error = wanted - offset;
            Codepoint {
                gid: remap.and_then(|it| it.get(glyph.id)).unwrap_or(0),
                offset: if index == last { 0.0 } else { offset },
                cid: Some(text(texts.get(face, glyph.id))),
            }
        });
        codes.collect()
    }
}

fn text(known: Option<&GlyphText>) -> String {
    let mut out = String::new();
    match known {
        Some(known) => known.push_to(&mut out),
        // Every sequence with such a glyph has its words beside it.
        None => out.push(char::REPLACEMENT_CHARACTER),
    }
    out
}
