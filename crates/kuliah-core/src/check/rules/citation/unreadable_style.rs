//! `citation/unreadable-style`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A `.csl` file, named as the citation style, that is broken, is no style, or only points to
    /// another one.
    ///
    /// ## Why it matters
    ///
    /// Citations and the reference list would be set in another style than the one that was asked for.
    /// Take the file from the style repository of the Citation Style Language project, or name one
    /// of the styles that are shipped.
    "citation/unreadable-style", Error, since "0.1.0", origin Assets, proof true,
}
