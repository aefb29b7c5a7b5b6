//! The items of a page as the writer's operators.

use std::collections::BTreeMap;

use printpdf::{
    Color, CurTransMat, DictItem, FontId, Line, LinePoint, Op, PaintMode, PdfFontHandle, Point, Pt,
    Rect, Rgb, TextMatrix, WindingOrder, XObjectTransform,
};

use super::{Painter, name, resource};
use crate::font::FaceId;
use crate::page::{Area, Artifact, Colour, Glyph, Item, PictureId, Run};
use crate::picture::turn::Turn;
use crate::tags::{Owner, Sequence, StructureTree};

fn colour(colour: Colour) -> Color {
    Color::Rgb(Rgb {
        r: colour.red,
        g: colour.green,
        b: colour.blue,
        icc_profile: None,
    })
}

/// Operators of one page.
pub(super) struct Operators<'a> {
    painter: &'a Painter<'a>,
    out: Vec<Op>,
    /// The colour that text and areas are filled with now.
    fill: Option<Colour>,
}

impl<'a> Operators<'a> {
    /// The operators that paint items, sequence by sequence.
    pub(super) fn of(painter: &'a Painter<'a>, items: &[Item], sequences: &[Sequence]) -> Vec<Op> {
        let mut operators = Self {
            painter,
            out: Vec::new(),
            fill: None,
        };
        operators.page(items, sequences);
        operators.out
    }

    fn page(&mut self, items: &[Item], sequences: &[Sequence]) {
        for sequence in sequences {
            self.begin(&sequence.owner, &self.painter.laid_out.tree);
            for item in items.get(sequence.items.clone()).unwrap_or_default() {
                self.item(item);
            }
            self.out.push(Op::EndMarkedContent);
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
        self.out.push(Op::BeginMarkedContentWithProperties {
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
                self.out.push(Op::SetOutlineColor { col: colour(*ink) });
                self.out.push(Op::SetOutlineThickness { pt: Pt(*weight) });
                let points = [*left, *right].map(|x| LinePoint {
                    p: Point {
                        x: Pt(x),
                        y: Pt(*y),
                    },
                    bezier: false,
                });
                self.out.push(Op::DrawLine {
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
            self.out.push(Op::SetFillColor { col: colour(ink) });
            self.fill = Some(ink);
        }
    }

    fn area(&mut self, area: Area) {
        let mut rectangle = Rect::from_wh(Pt(area.right - area.left), Pt(area.top - area.bottom));
        rectangle.x = Pt(area.left);
        rectangle.y = Pt(area.bottom);
        rectangle.mode = Some(PaintMode::Fill);
        rectangle.winding_order = Some(WindingOrder::NonZero);
        self.out.push(Op::DrawRectangle { rectangle });
    }

    /// A picture is the unit square; its size is that of the area.
    fn picture(&mut self, picture: PictureId, area: Area) {
        let shown = self.painter.laid_out.pictures.get(picture);
        let Some(Ok(image)) = shown.map(|it| &it.image) else {
            return;
        };
        let (wide, high) = (area.right - area.left, area.top - area.bottom);
        if image.turn != Turn::default() {
            let matrix = CurTransMat::Raw(image.turn.placed(area));
            self.out.push(Op::SaveGraphicsState);
            self.out.push(Op::SetTransformationMatrix { matrix });
            self.out.push(Op::UseXobject {
                id: resource(picture),
                transform: XObjectTransform {
                    no_auto_scale: true,
                    ..XObjectTransform::default()
                },
            });
            self.out.push(Op::RestoreGraphicsState);
            return;
        }
        self.out.push(Op::UseXobject {
            id: resource(picture),
            transform: XObjectTransform {
                translate_x: Some(Pt(area.left)),
                translate_y: Some(Pt(area.bottom)),
                scale_x: Some(wide),
                scale_y: Some(high),
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
        self.out.push(Op::StartTextSection);
        self.out.push(Op::SetFont {
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
            let (left, up) = (x + offset.0 * scale * run.stretch, y + offset.1 * scale);
            self.out.push(Op::SetTextMatrix {
                matrix: TextMatrix::Raw([run.stretch, 0.0, 0.0, 1.0, left, up]),
            });
            self.out.push(self.show(run.face, now));
            x += run.points(now.iter());
            rest = later;
        }
        self.out.push(Op::EndTextSection);
    }

    /// Glyphs as strings, with what the next one is moved by beyond a glyph's own width.
    ///
    /// The writer's own operator for glyphs holds one string and one object a glyph; written
    /// so, a page has a tenth of them.
    fn show(&self, face: FaceId, glyphs: &[Glyph]) -> Op {
        let remap = self.painter.remaps.get(&face);
        let shown = self.painter.fonts.face(face);
        let mut items = Vec::new();
        let mut codes: Vec<u8> = Vec::with_capacity(glyphs.len() * 2);
        let mut error = 0.0;
        let last = glyphs.len().saturating_sub(1);
        for (index, glyph) in glyphs.iter().enumerate() {
            let code = remap.and_then(|it| it.get(glyph.id)).unwrap_or(0);
            codes.extend(code.to_be_bytes());
            let wanted = shown.written_width(glyph.id) - glyph.advance + error;
            // A tenth of a thousandth of the em is enough; what it leaves is carried on.
            let offset = (wanted * 10.0).round() / 10.0;
            error = wanted - offset;
            if offset != 0.0 && index < last {
                items.push(string(std::mem::take(&mut codes)));
                items.push(DictItem::Real(offset));
            }
        }
        items.push(string(codes));
        Op::Unknown {
            key: "TJ".to_owned(),
            value: vec![DictItem::Array(items)],
        }
    }
}

fn string(data: Vec<u8>) -> DictItem {
    DictItem::String {
        data,
        literal: true,
    }
}
