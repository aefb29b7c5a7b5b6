//! `syntax/parse`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// Text that breaks the rules of its syntax: a bracket or quotation mark that is never
    /// closed, a tab as indentation, a comma too many.
    ///
    /// ## Why it matters
    ///
    /// Nothing of the file can be read with certainty, so nothing is built from it.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: "Peran pekerja sosial
    /// sections: []
    /// ```
    ///
    /// ## Instead
    ///
    /// ```yaml,silent
    /// format: 1
    /// title: "Peran pekerja sosial"
    /// sections:
    ///   - {title: Materi, content: Teks.}
    /// ```
    "syntax/parse", Error, since "0.1.0", origin Parse, proof true,
}
