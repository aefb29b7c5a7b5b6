//! A finished page as plain items: what stands where and whose it is, with no word about the writer.

use std::rc::Rc;

use crate::font::FaceId;
use crate::tags::ElementId;

/// A colour in sRGB, each part from 0 to 1.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Colour {
    pub red: f32,
    pub green: f32,
    pub blue: f32,
}

impl Colour {
    pub(crate) const fn new(red: f32, green: f32, blue: f32) -> Self {
        Self { red, green, blue }
    }
}

/// What a glyph says when it is read aloud or copied.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) enum GlyphText {
    /// Nothing: a glyph before it says it all, or the words beside it do.
    Nothing,
    /// One character.
    One(char),
    /// Several, as a ligature: UTF-8, filled up with zeros.
    Many([u8; 7]),
}

impl GlyphText {
    /// A text too long for a glyph is no text of a glyph: its words have to stand beside it.
    pub(crate) fn new(text: &str) -> Self {
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Self::Nothing,
            (Some(one), None) => Self::One(one),
            _ => {
                let mut bytes = [0; 7];
                let Some(room) = bytes.get_mut(..text.len()) else {
                    return Self::Nothing;
                };
                room.copy_from_slice(text.as_bytes());
                Self::Many(bytes)
            }
        }
    }

    pub(crate) fn push_to(self, out: &mut String) {
        match self {
            Self::Nothing => {}
            Self::One(one) => out.push(one),
            Self::Many(bytes) => {
                let bytes = bytes.split(|it| *it == 0).next().unwrap_or_default();
                out.push_str(std::str::from_utf8(bytes).unwrap_or_default());
            }
        }
    }
}

/// A glyph of a run.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Glyph {
    /// Its number in the whole face.
    pub id: u16,
    /// To the next glyph, spacing included, in thousandths of the em.
    pub advance: f32,
    /// How far it stands off its place, to the right and up, in thousandths of the em.
    pub offset: (f32, f32),
    /// Its text.
    pub text: GlyphText,
}

/// Something decorative; assistive technology passes over it.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) enum Artifact {
    /// Rules, tints, leaders.
    Layout,
    /// The running head.
    Header,
    /// The page number.
    Footer,
    /// What is repeated on a further page.
    Pagination,
}

/// Whose an item is.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) enum Mark {
    /// Part of an element.
    Element(ElementId),
    /// Part of an element, where the glyphs stand for these words.
    Actual(ElementId, Rc<str>),
    /// Part of nothing.
    Artifact(Artifact),
}

/// A link of the document, by number.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) struct LinkId(pub usize);

/// A place of the document that links lead to, by number.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) struct PlaceId(pub usize);

/// A picture of the document, by number.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) struct PictureId(pub usize);

/// Glyphs of one face, size, colour, owner and link, side by side.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    pub face: FaceId,
    pub size: f32,
    pub colour: Colour,
    /// Left edge, from the left edge of the page.
    pub x: f32,
    /// How wide its glyphs are drawn: 1 as they are, 1.02 for 2 % wider.
    pub stretch: f32,
    pub glyphs: Vec<Glyph>,
    pub mark: Mark,
    pub link: Option<LinkId>,
}

impl Run {
    /// Its width in points.
    pub(crate) fn width(&self) -> f32 {
        self.points(self.glyphs.iter())
    }

    /// Its width without the blanks at its end.
    pub(crate) fn inked_width(&self) -> f32 {
        let blank = |it: &&Glyph| it.text == GlyphText::One(' ');
        let blanks = self.glyphs.iter().rev().take_while(blank);
        self.width() - self.points(blanks)
    }

    /// The width of some of its glyphs in points.
    pub(crate) fn points<'g>(&self, glyphs: impl Iterator<Item = &'g Glyph>) -> f32 {
        glyphs.map(|it| it.advance).sum::<f32>() * self.size * self.stretch / 1000.0
    }

    /// What it says, as its glyphs have it.
    #[cfg(test)]
    pub(crate) fn text(&self) -> String {
        let mut out = String::with_capacity(self.glyphs.len());
        for glyph in &self.glyphs {
            glyph.text.push_to(&mut out);
        }
        out
    }
}

/// A rectangle: left, lower, right and upper edge.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Area {
    pub left: f32,
    pub bottom: f32,
    pub right: f32,
    pub top: f32,
}

/// Something on a page; `y` runs upwards from the foot.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item {
    /// Glyphs on a baseline.
    Text { run: Run, y: f32 },
    /// A level rule.
    Rule {
        left: f32,
        right: f32,
        y: f32,
        weight: f32,
        colour: Colour,
    },
    /// A filled rectangle.
    Fill { area: Area, colour: Colour },
    /// A picture.
    Picture {
        picture: PictureId,
        area: Area,
        element: ElementId,
    },
}

impl Item {
    /// The same item, moved up.
    pub(crate) fn raised(self, by: f32) -> Self {
        self.moved(0.0, by)
    }

    /// The same item, moved right and up.
    pub(crate) fn moved(mut self, right: f32, up: f32) -> Self {
        match &mut self {
            Self::Text { run, y } => {
                run.x += right;
                *y += up;
            }
            Self::Rule {
                left,
                right: end,
                y,
                ..
            } => {
                *left += right;
                *end += right;
                *y += up;
            }
            Self::Fill { area, .. } | Self::Picture { area, .. } => {
                area.left += right;
                area.right += right;
                area.bottom += up;
                area.top += up;
            }
        }
        self
    }

    /// Whose it is.
    pub(crate) fn mark(&self) -> Mark {
        match self {
            Self::Text { run, .. } => run.mark.clone(),
            Self::Picture { element, .. } => Mark::Element(*element),
            Self::Rule { .. } | Self::Fill { .. } => Mark::Artifact(Artifact::Layout),
        }
    }
}

/// Where a link goes.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) enum Target {
    /// An address.
    Address(String),
    /// A place of the document.
    Place(PlaceId),
}

/// A link.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) struct Link {
    pub target: Target,
    pub element: ElementId,
    /// What it is, in words.
    pub contents: String,
}

/// Where a link can be clicked: one area a line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LinkArea {
    pub link: LinkId,
    pub area: Area,
}

/// A page, in painting order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Page {
    pub items: Vec<Item>,
    pub links: Vec<LinkArea>,
}

/// Where a place came to stand: page from 0, and the upper edge.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Position {
    pub page: usize,
    pub top: f32,
}

#[cfg(test)]
impl Page {
    /// The text of each line, from top to bottom, left to right; artifacts in brackets.
    pub(crate) fn dump(&self) -> Vec<String> {
        let mut lines: Vec<(f32, f32, String)> = Vec::new();
        for item in &self.items {
            if let Item::Text { run, y } = item {
                let text = match &run.mark {
                    Mark::Element(_) => run.text(),
                    Mark::Actual(_, words) => words.to_string(),
                    Mark::Artifact(_) => format!("[{}]", run.text()),
                };
                lines.push((*y, run.x, text));
            }
        }
        lines.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.total_cmp(&b.1)));
        let mut out: Vec<(f32, String)> = Vec::new();
        for (y, _, text) in lines {
            match out.last_mut() {
                Some((at, line)) if (*at - y).abs() < 0.01 => line.push_str(&text),
                _ => out.push((y, text)),
            }
        }
        out.into_iter().map(|(_, text)| text).collect()
    }

    /// What stands where, one item a line, in painting order; whole points.
    pub(crate) fn drawing(&self) -> String {
        use std::fmt::Write;
        let mut out = String::new();
        for item in &self.items {
            let line = match item {
                Item::Text { run, y } => {
                    let text = match &run.mark {
                        Mark::Element(_) => run.text(),
                        Mark::Actual(_, words) => words.to_string(),
                        Mark::Artifact(_) => format!("[{}]", run.text()),
                    };
                    let (x, face, size) = (run.x, run.face, run.size);
                    format!("{x:4.0} {y:4.0} {face:?} {size:.1} {text}")
                }
                Item::Rule {
                    left,
                    right,
                    y,
                    weight,
                    ..
                } => format!("{left:4.0} {y:4.0} rule to {right:.0}, {weight:.1}"),
                Item::Fill { area, .. } => format!(
                    "{:4.0} {:4.0} tint to {:.0} {:.0}",
                    area.left, area.bottom, area.right, area.top
                ),
                Item::Picture { area, .. } => format!(
                    "{:4.0} {:4.0} picture to {:.0} {:.0}",
                    area.left, area.bottom, area.right, area.top
                ),
            };
            // A blank at the end would be lost in an editor.
            writeln!(out, "{}", line.trim_end()).expect("a string");
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::{Glyph, GlyphText};

    #[test]
    fn a_glyph_is_small_and_knows_its_text() {
        assert_eq!(std::mem::size_of::<Glyph>(), 24);
        for text in ["", "a", "ffi", "中文x"] {
            let mut out = String::new();
            GlyphText::new(text).push_to(&mut out);
            assert_eq!(out, text);
        }
        assert_eq!(GlyphText::new("delapan b"), GlyphText::Nothing);
    }
}
