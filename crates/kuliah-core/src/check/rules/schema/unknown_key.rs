//! `schema/unknown-key`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A key, attribute or block that a course does not know.
    ///
    /// ## Why it matters
    ///
    /// What stands under it would be lost. Often it is a slip (`judul` for `title`), and the finding
    /// names the nearest key there is.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: Peran
    /// subtitel: Tugas
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    ///
    /// ## Instead
    ///
    /// ```yaml,silent
    /// format: 1
    /// title: Peran
    /// subtitle: Tugas
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Unsafe: the nearest key is only most likely the one that was meant.
    "schema/unknown-key", Error, since "0.1.0", origin Schema, fix Unsafe, proof true,
}
