//! `schema/colon-read-as-key`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A text in YAML that holds a colon and a blank, and so was read as a key and its value.
    ///
    /// ## Why it matters
    ///
    /// It is the trap of YAML: `Keterbukaan: membiarkan pandangan didengar` without quotation marks is
    /// no sentence. In Markdown there is no such trap.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: Peran
    /// sections:
    ///   - title: Materi
    ///     content:
    ///       - Keterbukaan : membiarkan pandangan didengar
    /// ```
    ///
    /// ## Instead
    ///
    /// ```yaml,silent
    /// format: 1
    /// title: Peran
    /// sections:
    ///   - title: Materi
    ///     content:
    ///       - "Keterbukaan : membiarkan pandangan didengar"
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: the text is put in quotation marks and stays as it is.
    "schema/colon-read-as-key", Error, since "0.1.0", origin Schema, fix Safe, proof true,
}
