//! The sheet of paper: its size, its margins, its columns.

use crate::read::{Bounds, Reader};

/// Sizes with a name: width and height in millimetres.
///
/// A4 is that of ISO 216. Letter is 8.5 × 11 in. "F4" or folio is no size of any standard for
/// paper; here it is the 8.5 × 13 in that printer drivers and word processors call Folio
/// (`DMPAPER_FOLIO` of the Windows API; `na_foolscap` of PWG 5101.1). Paper sold under the name in
/// Indonesia is cut to 215 × 330 mm, or less: a theme may give width and height instead.
const NAMED: [(&str, (f64, f64)); 3] = [
    ("a4", (210.0, 297.0)),
    ("letter", (215.9, 279.4)),
    ("f4", (215.9, 330.2)),
];

/// Margins, in points, and where the running lines stand.
#[derive(Debug, Copy, Clone, PartialEq)]
#[non_exhaustive]
pub struct Margins {
    /// From the upper edge of the page to the text.
    pub top: f32,
    /// From the lower edge of the page to the text.
    pub bottom: f32,
    /// From the left edge of the page to the text.
    pub left: f32,
    /// From the right edge of the page to the text.
    pub right: f32,
    /// From the upper edge of the page to the baseline of the running head.
    pub head: f32,
    /// From the lower edge of the page to the baseline of the running foot.
    pub foot: f32,
}

/// The page, in points.
#[derive(Debug, Copy, Clone, PartialEq)]
#[non_exhaustive]
pub struct Page {
    /// Width of the sheet.
    pub width: f32,
    /// Height of the sheet.
    pub height: f32,
    /// Its margins.
    pub margins: Margins,
    /// How many columns the text has: 1 or 2.
    pub columns: u8,
    /// Between two columns.
    pub column_gap: f32,
}

impl Page {
    pub(crate) const BLANK: Self = Self {
        width: 0.0,
        height: 0.0,
        margins: Margins {
            top: 0.0,
            bottom: 0.0,
            left: 0.0,
            right: 0.0,
            head: 0.0,
            foot: 0.0,
        },
        columns: 1,
        column_gap: 0.0,
    };

    /// Width of the text, all columns and the gaps between them.
    pub fn text_width(&self) -> f32 {
        self.width - self.margins.left - self.margins.right
    }

    /// Height of the text.
    pub fn text_height(&self) -> f32 {
        self.height - self.margins.top - self.margins.bottom
    }

    /// Width of a column.
    pub fn column_width(&self) -> f32 {
        let columns = f32::from(self.columns.max(1));
        (self.text_width() - self.column_gap * (columns - 1.0)) / columns
    }

    pub(crate) fn read(&mut self, keys: &mut Reader<'_, '_>) {
        let mut size = None;
        let named = NAMED.map(|(name, size)| (name, Some(size)));
        keys.choice("size", &named, &mut size);
        if let Some((width, height)) = size {
            self.width = points(width);
            self.height = points(height);
        }
        keys.millimetres("width", SHEET, &mut self.width);
        keys.millimetres("height", SHEET, &mut self.height);
        let margins = &mut self.margins;
        keys.group("margins", |keys| {
            keys.millimetres("top", MARGIN, &mut margins.top);
            keys.millimetres("bottom", MARGIN, &mut margins.bottom);
            keys.millimetres("left", MARGIN, &mut margins.left);
            keys.millimetres("right", MARGIN, &mut margins.right);
            keys.millimetres("head", MARGIN, &mut margins.head);
            keys.millimetres("foot", MARGIN, &mut margins.foot);
        });
        keys.count("columns", [1, 2], &mut self.columns);
        keys.millimetres("column-gap", GAP, &mut self.column_gap);
    }
}

/// A5 is 148 mm wide, A3 420 mm high.
const SHEET: Bounds = Bounds::new(100.0, 600.0, "mm");
/// Printers leave about 4 mm of the edge blank.
const MARGIN: Bounds = Bounds::new(5.0, 150.0, "mm");
/// Columns closer than 3 mm are read across.
const GAP: Bounds = Bounds::new(3.0, 30.0, "mm");

/// Millimetres as points of 1/72 in, to a thousandth of a point.
pub(crate) fn points(millimetres: f64) -> f32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a thousandth of a point is within what is kept"
    )]
    let points = ((millimetres * 72.0 / 25.4 * 1000.0).round() / 1000.0) as f32;
    points
}
