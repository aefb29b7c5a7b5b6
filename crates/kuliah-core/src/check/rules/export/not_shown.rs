//! `export/not-shown`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// Something in the course that a format cannot show as it is.
    ///
    /// ## Why it matters
    ///
    /// Nothing is dropped in silence: the finding says what is shown instead.
    "export/not-shown", Warning, since "0.1.0", origin Export,
}
