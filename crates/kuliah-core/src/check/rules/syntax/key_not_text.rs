//! `syntax/key-not-text`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A list or a mapping where a key must stand.
    ///
    /// ## Why it matters
    ///
    /// Keys name the fields of a course; a list names nothing.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: Peran
    /// [a, b]: c
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
    ///   - {title: Materi, content: "[a, b]: c"}
    /// ```
    "syntax/key-not-text", Error, since "0.1.0", origin Parse, proof true,
}
