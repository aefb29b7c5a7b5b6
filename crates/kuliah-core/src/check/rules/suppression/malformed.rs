//! `suppression/malformed`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A comment that was to keep a finding and does not, because it names no rule or a wrong one.
    ///
    /// ## Why it matters
    ///
    /// The finding it was meant for is still reported, and whoever reads the file thinks it was
    /// dealt with. Students get what a colleague believed was checked.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// <!-- lint-ignore structure/anounced-count: angka dari kutipan -->
    /// Ada tiga prinsip utama:
    ///
    /// - Tepat
    /// - Konsisten
    /// - Jujur
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// <!-- lint-ignore structure/announced-count: angka dari kutipan -->
    /// Ada tiga prinsip utama:
    ///
    /// - Tepat
    /// - Konsisten
    /// ```
    ///
    /// ## How to configure
    ///
    /// `lint-ignore RULE: reason`, with several rules parted by commas. In Markdown it stands
    /// between `<!--` and `-->`, in YAML and TOML behind `#`. At the end of a line it covers that
    /// line; on a line of its own it covers the heading, paragraph or value that follows. Rules
    /// that exports rely on cannot be kept this way; the finding then says so.
    "suppression/malformed", Warning, since "0.1.0", origin Suppression,
}
