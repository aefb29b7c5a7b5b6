//! `suppression/unused`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A comment that keeps a finding of a rule which finds nothing there.
    ///
    /// ## Why it matters
    ///
    /// The text was mended and the excuse stayed behind. It would hide the next mistake on that
    /// line, and students would be the ones to find it.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// <!-- lint-ignore structure/announced-count: angka dari kutipan -->
    /// Ada dua prinsip utama:
    ///
    /// - Tepat
    /// - Konsisten
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Ada dua prinsip utama:
    ///
    /// - Tepat
    /// - Konsisten
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: it takes the comment out, or the rule out of its list; comments are not printed.
    "suppression/unused", Warning, since "0.1.0", origin Suppression, fix Safe,
}
