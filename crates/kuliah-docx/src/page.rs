//! The measures of the page, and lengths in the units of the format.

use crate::xml::Element;

/// A length in twentieths of a point, as the format counts (`dxa`).
pub(crate) type Twips = u32;

/// A length in English metric units, as drawings count: 635 to a [`Twips`].
pub(crate) type Emu = u64;

/// Width of A4.
const WIDTH: Twips = 11_906;
/// Height of A4.
const HEIGHT: Twips = 16_838;
/// Margin left and right: leaves 60 to 78 characters of 11 pt Calibri a line.
const SIDE: Twips = 2_325;
/// Margin above and below the text.
const TOP: Twips = 1_560;
/// From the edge of the paper to header and footer.
const EDGE: Twips = 760;

/// A page.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) struct Page {
    /// Width of the paper.
    pub(crate) width: Twips,
    /// Height of the paper.
    pub(crate) height: Twips,
    /// Margin above the text.
    pub(crate) top: Twips,
    /// Margin below the text.
    pub(crate) bottom: Twips,
    /// Margin at the left.
    pub(crate) left: Twips,
    /// Margin at the right.
    pub(crate) right: Twips,
    /// From the upper edge of the paper to the header.
    pub(crate) header: Twips,
    /// From the lower edge of the paper to the footer.
    pub(crate) footer: Twips,
    /// How many columns the text has.
    pub(crate) columns: Twips,
    /// Between two columns.
    pub(crate) gap: Twips,
    /// Width of a column.
    pub(crate) text: Twips,
    /// From the left to the right edge of the text, all columns.
    pub(crate) whole: Twips,
}

impl Default for Page {
    fn default() -> Self {
        let mut page = Self {
            width: WIDTH,
            height: HEIGHT,
            top: TOP,
            bottom: TOP,
            left: SIDE,
            right: SIDE,
            header: EDGE,
            footer: EDGE,
            columns: 1,
            gap: 0,
            text: 0,
            whole: 0,
        };
        page.fit_text();
        page
    }
}

impl Page {
    /// Works out the width of the text anew.
    pub(crate) fn fit_text(&mut self) {
        self.whole = self.width.saturating_sub(self.left + self.right);
        let gaps = self.gap * self.columns.saturating_sub(1);
        let columns = self.columns.max(1);
        self.text = (self.whole.saturating_sub(gaps) / columns).max(LEAST);
    }

    /// `w:pgSz`.
    pub(crate) fn size(&self) -> Element {
        Element::new("w:pgSz")
            .with("w:w", self.width.to_string())
            .with("w:h", self.height.to_string())
    }
}

/// What one level of a list, a definition or a quotation is set in by.
pub(crate) const STEP: Twips = 400;
/// The least width that nesting leaves to a text.
pub(crate) const LEAST: Twips = 1_800;
/// Padding of a cell, left and right each.
pub(crate) const CELL_PADDING: Twips = 113;
/// Padding of a callout, left and right each.
pub(crate) const CALLOUT_PADDING: Twips = 198;

const EMU_PER_TWIP: Emu = 635;
/// At 96 pixels to the inch.
const EMU_PER_PIXEL: Emu = 9_525;

/// Width and height on the page of a picture that many pixels wide and high.
///
/// It is set at 96 pixels to the inch, made smaller where it would be wider than
/// `width` or higher than 60 % of the page, never larger, and at least one unit.
pub(crate) fn picture_size(pixels: (u32, u32), width: Twips, page: &Page) -> (u32, u32) {
    let natural = (
        Emu::from(pixels.0) * EMU_PER_PIXEL,
        Emu::from(pixels.1) * EMU_PER_PIXEL,
    );
    let most = (
        Emu::from(width) * EMU_PER_TWIP,
        Emu::from(page.height) * EMU_PER_TWIP * 6 / 10,
    );
    let fitted = fit(natural.0, natural.1, most.0);
    let (height, width) = fit(fitted.1, fitted.0, most.1);
    let narrow = |it: Emu| u32::try_from(it.max(1)).unwrap_or(u32::MAX);
    (narrow(width), narrow(height))
}

/// Width and height on the page of a picture that is to be that high, made smaller where it
/// would be wider than `width`.
pub(crate) fn picture_of_height(pixels: (u32, u32), height: Twips, width: Twips) -> (u32, u32) {
    let height = Emu::from(height) * EMU_PER_TWIP;
    let wide = height * Emu::from(pixels.0) / Emu::from(pixels.1.max(1));
    let (wide, high) = fit(wide, height, Emu::from(width) * EMU_PER_TWIP);
    let narrow = |it: Emu| u32::try_from(it.max(1)).unwrap_or(u32::MAX);
    (narrow(wide), narrow(high))
}

/// Scales both sides so that the first is at most `most`.
fn fit(side: Emu, other: Emu, most: Emu) -> (Emu, Emu) {
    if side <= most {
        (side, other)
    } else {
        (most, other * most / side)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: Twips = WIDTH - 2 * SIDE;

    fn size(pixels: (u32, u32)) -> (u32, u32) {
        picture_size(pixels, TEXT, &Page::default())
    }

    #[test]
    fn small_pictures_keep_their_size() {
        assert_eq!(size((96, 48)), (96 * 9_525, 48 * 9_525));
    }

    #[test]
    fn large_pictures_keep_their_shape() {
        let (width, height) = size((4_000, 1_000));
        assert_eq!(Emu::from(width), Emu::from(TEXT) * 635);
        assert_eq!(width / height, 4);
        let (width, height) = size((1_000, 6_000));
        assert_eq!(Emu::from(height), Emu::from(HEIGHT) * 635 * 6 / 10);
        assert_eq!(height / width, 6);
    }

    #[test]
    fn extremes_stay_within_the_format() {
        let (width, height) = size((u32::MAX, 1));
        assert_eq!((Emu::from(width), height), (Emu::from(TEXT) * 635, 1));
    }
}
