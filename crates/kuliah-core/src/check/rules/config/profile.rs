//! `config/profile`.

use crate::check::declare_rule;

declare_rule! {
    /// ## What it finds
    ///
    /// A profile that cannot be used: its name is not known, a name and a path are given at once,
    /// or two of its parts share a title.
    ///
    /// ## Why it matters
    ///
    /// The parts of a handout would go unchecked, and students may get one without its exercises
    /// or its learning outcomes.
    ///
    /// ## Example
    ///
    /// ```toml,reports
    /// [profile]
    /// name = "handuot"
    /// ```
    ///
    /// ## Instead
    ///
    /// ```toml,silent
    /// [profile]
    /// name = "handout"
    /// ```
    ///
    /// ## How to configure
    ///
    /// A profile is a TOML file that `path` names in place of `name`. It gives its name, the
    /// source of the convention, the metadata that must be there, and the parts in their order,
    /// each with its titles:
    ///
    /// ```toml,silent
    /// [profile]
    /// path = "profil.toml"
    /// ```
    "config/profile", Error, since "0.1.0", origin Config, proof true,
}
