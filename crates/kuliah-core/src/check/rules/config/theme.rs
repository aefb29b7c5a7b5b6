//! `config/theme`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A theme that cannot be used: a key or value that is not known, a measure out of bounds, a
    /// column too narrow to read, colours too near each other, lines that run into each other.
    ///
    /// ## Why it matters
    ///
    /// A handout in such a theme would be hard to read, or not readable at all for students with
    /// weak sight.
    ///
    /// ## Example
    ///
    /// ```toml,reports
    /// [text]
    /// size = 3
    /// ```
    ///
    /// ## Instead
    ///
    /// ```toml,silent
    /// [text]
    /// size = 11
    /// ```
    "config/theme", Error, since "0.1.0", origin Config, proof true,
}
