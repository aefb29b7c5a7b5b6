//! `schema/other`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// Anything else that the schema forbids and no other rule names.
    ///
    /// ## Why it matters
    ///
    /// It keeps the promise that nothing invalid is built. If you meet it, please report it.
    "schema/other", Error, since "0.1.0", origin Schema, proof true,
}
