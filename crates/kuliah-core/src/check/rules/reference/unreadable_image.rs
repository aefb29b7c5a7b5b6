//! `reference/unreadable-image`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A picture that is neither PNG nor JPEG, is broken, or has more than 40 million pixels.
    ///
    /// ## Why it matters
    ///
    /// Only these two formats look the same in every PDF reader and in Word. Save the picture as PNG.
    "reference/unreadable-image", Error, since "0.1.0", origin Assets, proof true,
}
