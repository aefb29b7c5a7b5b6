//! `config/unknown-rule`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A name in `kuliah.toml` that is neither a rule nor a group of rules.
    ///
    /// ## Why it matters
    ///
    /// The wish has no effect: a rule that should be an error stays a warning, and a handout goes
    /// to students that you meant to stop.
    ///
    /// ## Example
    ///
    /// ```toml,reports
    /// [lint.severity]
    /// "citation/uncited" = "error"
    /// ```
    ///
    /// ## Instead
    ///
    /// ```toml,silent
    /// [lint.severity]
    /// "citation/uncited-reference" = "error"
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Unsafe: the nearest name is only most likely the one that was meant.
    "config/unknown-rule", Error, since "0.1.0", origin Config, fix Unsafe, proof true,
}
