//! The measures of the page, and lengths in the units of the format.

/// A length in twentieths of a point, as the format counts (`dxa`).
pub(crate) type Twips = u32;

/// A length in English metric units, as drawings count: 635 to a [`Twips`].
pub(crate) type Emu = u64;

/// Width of A4.
pub(crate) const WIDTH: Twips = 11_906;
/// Height of A4.
pub(crate) const HEIGHT: Twips = 16_838;
/// Margin left and right: leaves 60 to 78 characters of 11 pt Calibri a line.
pub(crate) const SIDE: Twips = 2_325;
/// Margin above and below the text.
pub(crate) const TOP: Twips = 1_560;
/// From the edge of the paper to header and footer.
pub(crate) const EDGE: Twips = 760;
/// Width of the text.
pub(crate) const TEXT: Twips = WIDTH - 2 * SIDE;

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
pub(crate) fn picture_size(pixels: (u32, u32), width: Twips) -> (u32, u32) {
    let natural = (
        Emu::from(pixels.0) * EMU_PER_PIXEL,
        Emu::from(pixels.1) * EMU_PER_PIXEL,
    );
    let most = (
        Emu::from(width) * EMU_PER_TWIP,
        Emu::from(HEIGHT) * EMU_PER_TWIP * 6 / 10,
    );
    let fitted = fit(natural.0, natural.1, most.0);
    let (height, width) = fit(fitted.1, fitted.0, most.1);
    let narrow = |it: Emu| u32::try_from(it.max(1)).unwrap_or(u32::MAX);
    (narrow(width), narrow(height))
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

    #[test]
    fn small_pictures_keep_their_size() {
        assert_eq!(picture_size((96, 48), TEXT), (96 * 9_525, 48 * 9_525));
    }

    #[test]
    fn large_pictures_keep_their_shape() {
        let (width, height) = picture_size((4_000, 1_000), TEXT);
        assert_eq!(Emu::from(width), Emu::from(TEXT) * 635);
        assert_eq!(width / height, 4);
        let (width, height) = picture_size((1_000, 6_000), TEXT);
        assert_eq!(Emu::from(height), Emu::from(HEIGHT) * 635 * 6 / 10);
        assert_eq!(height / width, 6);
    }

    #[test]
    fn extremes_stay_within_the_format() {
        let (width, height) = picture_size((u32::MAX, 1), TEXT);
        assert_eq!((Emu::from(width), height), (Emu::from(TEXT) * 635, 1));
    }
}
