//! `syntax/anchor-or-tag`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// Anchors (`&a`), aliases (`*a`), tags (`!!str`) and directives (`%YAML`) of YAML.
    ///
    /// ## Why it matters
    ///
    /// They make a file mean something other than it shows, and a few lines of them can grow
    /// to gigabytes. A course needs none of them.
    ///
    /// ## Example
    ///
    /// ```yaml,reports
    /// format: 1
    /// title: &judul Peran
    /// sections:
    ///   - {title: *judul, content: Teks.}
    /// ```
    ///
    /// ## Instead
    ///
    /// ```yaml,silent
    /// format: 1
    /// title: Peran
    /// sections:
    ///   - {title: Peran, content: Teks.}
    /// ```
    "syntax/anchor-or-tag", Error, since "0.1.0", origin Parse, proof true,
}
