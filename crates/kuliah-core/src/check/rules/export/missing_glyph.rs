//! `export/missing-glyph`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// Characters that none of the built-in typefaces has. The PDF shows a box in their place; the text
    /// can still be copied.
    ///
    /// ## Why it matters
    ///
    /// A student sees boxes. Arabic, Chinese and mathematics are not in the typefaces.
    "export/missing-glyph", Warning, since "0.1.0", origin Export,
}
