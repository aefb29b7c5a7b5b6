//! `structure/missing-metadata`.

use kuliah_source::{Message, Span};

use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// Metadata that the profile asks for and the course does not give.
    ///
    /// ## Why it matters
    ///
    /// A handout without the name of its course, its lecturer or its date cannot be told from
    /// last year's, and students do not know whom to ask.
    ///
    /// ## Example
    ///
    /// With the default profile, which asks a text that says where it belongs who teaches it:
    ///
    /// ```markdown,reports
    /// ---
    /// format: 1
    /// title: Peran Pekerja Sosial
    /// code: PKS-304
    /// credits: 3
    /// ---
    /// # Materi
    ///
    /// Teks.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ---
    /// format: 1
    /// title: Peran Pekerja Sosial
    /// code: PKS-304
    /// credits: 3
    /// authors: [Tim Pengajar]
    /// ---
    /// # Materi
    ///
    /// Teks.
    /// ```
    ///
    /// ## How to configure
    ///
    /// `[profile]` in `kuliah.toml` chooses what is asked for: `name = "handout"`, `"modul"` or
    /// `"diktat"`, or `path` with a profile of your own.
    "structure/missing-metadata", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let profile = &cx.options.profile;
    let missing: Vec<_> = profile.missing_metadata(cx.course).collect();
    let Some(first) = missing.first() else {
        return;
    };
    let names: Vec<_> = missing.iter().map(|it| it.key().to_owned()).collect();
    let message = Message::new("structure/missing-metadata")
        .with("profile", profile.name.as_str())
        .with("keys", names);
    let finding = sink.report(place(cx), message);
    let help = Message::new("structure/missing-metadata.help")
        .with("key", first.key())
        .with("example", first.example());
    finding.help = Some(help);
}

/// The title, beside which metadata stands.
fn place(cx: &Context<'_>) -> Span {
    cx.course.title.whole()
}
