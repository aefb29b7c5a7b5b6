//! `config/bad-pattern`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A pattern for file names in `kuliah.toml` that cannot be read.
    ///
    /// ## Why it matters
    ///
    /// The entry would hold for no file: what was to be checked more strictly before it reaches
    /// students is checked as everything else.
    ///
    /// ## Example
    ///
    /// ```toml,reports
    /// [[lint.per-file]]
    /// files = ["draf/[a-.md"]
    /// ignore = ["structure"]
    /// ```
    ///
    /// ## Instead
    ///
    /// `*` stands for any part of a name, `?` for one character, `[ab]` for one of them, and `**`
    /// for any folders.
    ///
    /// ```toml,silent
    /// [[lint.per-file]]
    /// files = ["draf/**", "*/latihan-?.md"]
    /// ignore = ["structure"]
    /// ```
    "config/bad-pattern", Error, since "0.1.0", origin Config, proof true,
}
