//! `structure/part-order`.

use std::collections::BTreeSet;

use kuliah_source::Message;

use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A part that stands before one that the profile puts first.
    ///
    /// ## Why it matters
    ///
    /// Students who know the form of handouts find their way by it: the outcomes before the
    /// matter, the exercises at the end.
    ///
    /// ## Example
    ///
    /// With `name = "handout"` below `[profile]` in `kuliah.toml`:
    ///
    /// ```markdown,reports
    /// # Latihan
    ///
    /// Sebutkan dua peran.
    ///
    /// # Materi
    ///
    /// Pekerja sosial menghubungkan klien dengan sumber.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// # Materi
    ///
    /// Pekerja sosial menghubungkan klien dengan sumber.
    ///
    /// # Latihan
    ///
    /// Sebutkan dua peran.
    /// ```
    ///
    /// ## How to configure
    ///
    /// `[profile]` in `kuliah.toml` chooses the parts and their order. Without a choice there is
    /// none.
    "structure/part-order", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let profile = &cx.options.profile;
    let mut seen = BTreeSet::new();
    let mut furthest: Option<usize> = None;
    for section in cx.sections() {
        let (Some(title), Some(at)) = (&section.title, profile.part_of(section)) else {
            continue;
        };
        // A part that comes again, as in a text of several lessons, was in its place before.
        if !seen.insert(at) {
            continue;
        }
        let before = furthest.filter(|it| *it > at);
        if let Some(other) = before.and_then(|it| profile.parts.get(it)) {
            let other = other.title(&cx.course.lang);
            let message = Message::new("structure/part-order")
                .with("part", title.plain_text())
                .with("other", other)
                .with("profile", profile.name.as_str());
            let finding = sink.report(title.whole(), message);
            finding.help = Some(Message::new("structure/part-order.help").with("other", other));
        }
        furthest = furthest.max(Some(at));
    }
}
