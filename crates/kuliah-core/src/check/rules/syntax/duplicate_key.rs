//! `syntax/duplicate-key`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A key that stands twice in the same place of a file.
    ///
    /// ## Why it matters
    ///
    /// Only one of the two can count, and the program would have to guess which.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: Peran
    /// title: Tugas
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
    "syntax/duplicate-key", Error, since "0.1.0", origin Parse, proof true,
}
