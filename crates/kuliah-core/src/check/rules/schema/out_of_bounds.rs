//! `schema/out-of-bounds`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A blank text, an empty list, a number that is too small or too large, a table row with too many
    /// or too few cells, parts nested too deeply.
    ///
    /// ## Why it matters
    ///
    /// Each of them would print as a hole, or could not be printed at all.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: Peran
    /// credits: 0
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    ///
    /// ## Instead
    ///
    /// ```yaml,silent
    /// format: 1
    /// title: Peran
    /// credits: 3
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    "schema/out-of-bounds", Error, since "0.1.0", origin Schema, proof true,
}
