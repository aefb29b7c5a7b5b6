//! `citation/unreadable-bibliography`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A `.bib` file with an error in it, or one that cannot be read.
    ///
    /// ## Why it matters
    ///
    /// Entries behind the error would be missing from the reference list.
    "citation/unreadable-bibliography", Error, since "0.1.0", origin Assets, proof true,
}
