//! `schema/unknown-value`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A value that is none of the names allowed there, such as the kind of a list.
    ///
    /// ## Why it matters
    ///
    /// The program cannot tell what was meant, and would treat the list as an ordinary one.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// ### Teknik {.tehniques}
    ///
    /// - Negosiasi
    /// - Mediasi
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ### Teknik {.techniques}
    ///
    /// - Negosiasi
    /// - Mediasi
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Unsafe: the nearest name is only most likely the one that was meant.
    "schema/unknown-value", Error, since "0.1.0", origin Schema, fix Unsafe, proof true,
}
