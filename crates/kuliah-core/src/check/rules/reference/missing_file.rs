//! `reference/missing-file`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A picture or bibliography that is not in the course's folder, or cannot be read.
    ///
    /// ## Why it matters
    ///
    /// The handout would have a hole where the picture belongs.
    "reference/missing-file", Error, since "0.1.0", origin Assets, proof true,
}
