//! The few conversions between counts and lengths, each with its range said once.

/// A count as a length; exact up to 16 million.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts on a page stay far below 2^24"
)]
pub(crate) fn length(count: usize) -> f32 {
    count as f32
}

/// How often one length goes into another; 0 for what is no number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and negative ratios become 0 on purpose"
)]
pub(crate) fn times(whole: f32, part: f32) -> usize {
    (whole / part).floor().clamp(0.0, 1e6) as usize
}

/// A measure of a font as a length; those of a face fit 16 bits.
pub(crate) fn units(value: i32) -> f32 {
    f32::from(i16::try_from(value).unwrap_or(i16::MAX))
}
