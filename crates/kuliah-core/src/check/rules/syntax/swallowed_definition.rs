//! `syntax/swallowed-definition`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A line such as `[@key]: word`. Markdown reads that as the definition of a link and shows nothing
    /// of it.
    ///
    /// ## Why it matters
    ///
    /// The sentence would vanish from the handout.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// [@barker1978]: pemungkin
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Pemungkin membantu klien.
    /// ```
    "syntax/swallowed-definition", Error, since "0.1.0", origin Parse, proof true,
}
