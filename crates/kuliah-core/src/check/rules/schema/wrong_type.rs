//! `schema/wrong-type`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A value of the wrong sort: a number or list where text belongs, or nothing at all.
    ///
    /// ## Why it matters
    ///
    /// YAML reads `12` as a number and an empty value as nothing; quotation marks make text of it.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: [Peran]
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    ///
    /// ## Instead
    ///
    /// ```yaml,silent
    /// format: 1
    /// title: "[Peran]"
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    "schema/wrong-type", Error, since "0.1.0", origin Schema, proof true,
}
