//! `schema/missing-key`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A key that must be there and is not.
    ///
    /// ## Why it matters
    ///
    /// Without a title, a table head or the items of a list there is nothing to print.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    ///
    /// ## Instead
    ///
    /// ```yaml,silent
    /// format: 1
    /// title: Peran
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    "schema/missing-key", Error, since "0.1.0", origin Schema, proof true,
}
