//! The items of a page as operators (ISO 32000-1, annex A), byte by byte: the writer's own
//! operators would be built, copied and printed one by one, which took a quarter of all time.

use super::{Painter, resource};
use crate::font::FaceId;
use crate::page::{Area, Artifact, Colour, Glyph, Item, PictureId, Run};
use crate::syntax::{hexadecimal, integer, literal, name, real};
use crate::tags::{Owner, Sequence, StructureTree};

/// Operators of one page.
pub(super) struct Operators<'a> {
    painter: &'a Painter<'a>,
    out: Vec<u8>,
    /// The colour that text and areas are filled with now.
    fill: Option<Colour>,
    /// The codes of glyphs that stand side by side.
    codes: Vec<u8>,
}

impl<'a> Operators<'a> {
    /// The operators that paint items, sequence by sequence.
    pub(super) fn of(painter: &'a Painter<'a>, items: &[Item], sequences: &[Sequence]) -> Vec<u8> {
        let mut operators = Self {
            painter,
            out: Vec::with_capacity(1 << 14),
            fill: None,
            codes: Vec::new(),
        };
        for sequence in sequences {
            operators.begin(&sequence.owner, &painter.laid_out.tree);
            for item in items.get(sequence.items.clone()).unwrap_or_default() {
                operators.item(item);
            }
            operators.out.extend(b"EMC\n");
        }
        operators.out
    }

    fn begin(&mut self, owner: &Owner, tree: &StructureTree) {
        match owner {
            Owner::Artifact(kind) => {
                let properties: &[u8] = match kind {
                    Artifact::Layout => b"/Type/Layout",
                    Artifact::Header => b"/Type/Pagination/Subtype/Header",
                    Artifact::Footer => b"/Type/Pagination/Subtype/Footer",
                    Artifact::Pagination => b"/Type/Pagination",
                };
                self.out.extend(b"/Artifact<<");
                self.out.extend(properties);
            }
            Owner::Element {
                element,
                id,
                actual,
            } => {
                let tag = if actual.is_some() {
                    "Span"
                } else {
                    tree.tag(*element)
                };
                name(tag.as_bytes(), &mut self.out);
                self.out.extend(b"<</MCID ");
                integer(i64::try_from(*id).unwrap_or(i64::MAX), &mut self.out);
                if let Some(words) = actual {
                    let mut bytes = vec![0xfe, 0xff];
                    bytes.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
                    self.out.extend(b"/ActualText");
                    hexadecimal(&bytes, &mut self.out);
                }
            }
        }
        self.out.extend(b">>BDC\n");
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Text { run, y } => self.run(run, *y),
            Item::Rule {
                left,
                right,
                y,
                weight,
                colour,
            } => {
                self.write(&[colour.red, colour.green, colour.blue], "RG");
                self.write(&[*weight], "w");
                self.write(&[*left, *y], "m");
                self.write(&[*right, *y], "l");
                self.out.extend(b"S\n");
            }
            Item::Fill { area, colour } => {
                self.fill_with(*colour);
                let (wide, high) = (area.right - area.left, area.top - area.bottom);
                self.write(&[area.left, area.bottom, wide, high], "re");
                self.out.extend(b"f\n");
            }
            Item::Picture { picture, area, .. } => self.picture(*picture, *area),
        }
    }

    /// Writes an operator behind its numbers.
    fn write(&mut self, numbers: &[f32], operator: &str) {
        for number in numbers {
            real(*number, &mut self.out);
            self.out.push(b' ');
        }
        self.out.extend(operator.as_bytes());
        self.out.push(b'\n');
    }

    fn fill_with(&mut self, ink: Colour) {
        if self.fill != Some(ink) {
            self.write(&[ink.red, ink.green, ink.blue], "rg");
            self.fill = Some(ink);
        }
    }

    /// A picture is the unit square; its size is that of the area.
    fn picture(&mut self, picture: PictureId, area: Area) {
        let shown = self.painter.laid_out.pictures.get(picture);
        let Some(Ok(image)) = shown.map(|it| &it.image) else {
            return;
        };
        self.out.extend(b"q\n");
        self.write(&image.turn.placed(area), "cm");
        name(resource(picture).0.as_bytes(), &mut self.out);
        self.out.extend(b" Do\nQ\n");
    }

    fn run(&mut self, run: &Run, y: f32) {
        if run.glyphs.is_empty() {
            return;
        }
        self.fill_with(run.colour);
        self.out.extend(b"BT\n");
        name(run.face.resource().as_bytes(), &mut self.out);
        self.out.push(b' ');
        self.write(&[run.size], "Tf");
        // A glyph off its place, such as an accent, has a text matrix of its own.
        let mut x = run.x;
        let mut rest = run.glyphs.as_slice();
        while let Some(first) = rest.first() {
            let offset = first.offset;
            let count = rest.iter().take_while(|it| it.offset == offset).count();
            let (now, later) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            let scale = run.size / 1000.0;
            let left = x + offset.0 * scale * run.stretch;
            let up = y + offset.1 * scale;
            self.write(&[run.stretch, 0.0, 0.0, 1.0, left, up], "Tm");
            self.show(run.face, now);
            x += run.points(now.iter());
            rest = later;
        }
        self.out.extend(b"ET\n");
    }

    /// Glyphs as strings, with what the next one is moved by beyond a glyph's own width.
    fn show(&mut self, face: FaceId, glyphs: &[Glyph]) {
        let remap = self.painter.remaps.get(&face);
        let shown = self.painter.fonts.face(face);
        let mut error = 0.0;
        let last = glyphs.len().saturating_sub(1);
        self.out.push(b'[');
        self.codes.clear();
        for (index, glyph) in glyphs.iter().enumerate() {
            let code = remap.and_then(|it| it.get(glyph.id)).unwrap_or(0);
            self.codes.extend(code.to_be_bytes());
            let wanted = shown.written_width(glyph.id) - glyph.advance + error;
            // A thousandth of the em is finer than any device; what it leaves is carried on.
            let offset = wanted.round();
            error = wanted - offset;
            if offset != 0.0 && index < last {
                literal(&self.codes, &mut self.out);
                self.codes.clear();
                real(offset, &mut self.out);
            }
        }
        literal(&self.codes, &mut self.out);
        self.out.extend(b"]TJ\n");
    }
}
