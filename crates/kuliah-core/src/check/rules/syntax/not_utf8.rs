//! `syntax/not-utf8`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// Bytes that are no UTF-8: most often a file saved as UTF-16 or in a Windows code page.
    ///
    /// ## Why it matters
    ///
    /// The letters cannot be told for certain; a guess would print wrong ones. Save the file as
    /// UTF-8 in your editor.
    "syntax/not-utf8", Error, since "0.1.0", origin Parse, proof true,
}
