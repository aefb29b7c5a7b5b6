//! `config/proof-rule`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A wish in `kuliah.toml` to lower or ignore a rule that must stay an error.
    ///
    /// ## Why it matters
    ///
    /// Handouts are written from a course in which these faults are ruled out. With one of them
    /// in it, students would get a citation without a work, or a reference that leads nowhere.
    ///
    /// ## Example
    ///
    /// ```toml,reports
    /// [lint]
    /// ignore = ["citation/unknown-key"]
    /// ```
    ///
    /// ## Instead
    ///
    /// Name a rule that may be ignored. Where a group is named, its other rules are ignored and
    /// these stay.
    ///
    /// ```toml,silent
    /// [lint]
    /// ignore = ["citation/uncited-reference"]
    /// ```
    "config/proof-rule", Error, since "0.1.0", origin Config, proof true,
}
