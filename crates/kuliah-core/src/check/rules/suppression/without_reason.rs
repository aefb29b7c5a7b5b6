//! `suppression/without-reason`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A comment that was to keep a finding and does not say why; the finding is still reported.
    ///
    /// ## Why it matters
    ///
    /// Next year nobody remembers whether the text is right or was only silenced, and a mistake
    /// is handed to one class after the other.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// <!-- lint-ignore structure/announced-count -->
    /// Ada tiga prinsip utama:
    ///
    /// - Tepat
    /// - Konsisten
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// <!-- lint-ignore structure/announced-count: prinsip ketiga dibahas pekan depan -->
    /// Ada tiga prinsip utama:
    ///
    /// - Tepat
    /// - Konsisten
    /// ```
    "suppression/without-reason", Warning, since "0.1.0", origin Suppression,
}
