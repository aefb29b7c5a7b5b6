//! `export/overfull-line`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A line or table that is wider than the page allows.
    ///
    /// ## Why it matters
    ///
    /// It runs into the margin, or is broken in the middle of a word.
    "export/overfull-line", Warning, since "0.1.0", origin Export,
}
