//! `structure/missing-part`.

use std::collections::BTreeSet;

use kuliah_source::{Message, Span};

use crate::check::{Context, PartKind, Profile, Sink, declare_rule};
use crate::model::Block;

declare_rule! {
    /// ## What it finds
    ///
    /// A part that the profile asks for and the course does not have.
    ///
    /// A section is a part when its class says so, as `{.outcomes}`, or when its title is one of
    /// those that the profile lists; an exercise anywhere counts as the part with exercises, and
    /// the reference list is there as soon as there are references.
    ///
    /// ## Why it matters
    ///
    /// Students look for what they must be able to do, for the summary and for the exercises. A
    /// part that was forgotten is noticed when the class is over.
    ///
    /// ## Example
    ///
    /// With `name = "handout"` below `[profile]` in `kuliah.toml`:
    ///
    /// ```markdown,reports
    /// # Materi
    ///
    /// Pekerja sosial menghubungkan klien dengan sumber.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ---
    /// format: 1
    /// title: Peran Pekerja Sosial
    /// references:
    ///   - {id: suharto2014, type: book, title: Judul, author: "Suharto, Edi", issued: 2014}
    /// ---
    /// # Capaian Pembelajaran
    ///
    /// Mahasiswa mampu menjelaskan peran pekerja sosial.
    ///
    /// # Deskripsi Singkat
    ///
    /// Peran yang dijalankan pekerja sosial.
    ///
    /// # Materi
    ///
    /// Pekerja sosial menghubungkan klien dengan sumber [@suharto2014].
    ///
    /// # Rangkuman
    ///
    /// Ada banyak peran.
    ///
    /// # Latihan
    ///
    /// Sebutkan dua peran.
    /// ```
    ///
    /// ## How to configure
    ///
    /// `[profile]` in `kuliah.toml` chooses what is asked for: `name = "handout"`, `"modul"` or
    /// `"diktat"`, or `path` with a profile of your own. Without a choice no part is asked for.
    "structure/missing-part", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let profile = &cx.options.profile;
    if profile.parts.is_empty() {
        return;
    }
    let present = present(cx, profile);
    for (at, part) in profile.parts.iter().enumerate() {
        if !part.required || present.contains(&at) {
            continue;
        }
        let title = part.title(&cx.course.lang);
        let message = Message::new("structure/missing-part")
            .with("part", title)
            .with("profile", profile.name.as_str());
        let help = match part.kind {
            Some(PartKind::References) => Message::new("structure/missing-part.references"),
            Some(kind) => Message::new("structure/missing-part.help-kind")
                .with("part", title)
                .with("kind", kind.name()),
            None => Message::new("structure/missing-part.help").with("part", title),
        };
        let finding = sink.report(place(cx, profile, at), message);
        finding.help = Some(help);
    }
}

/// The parts that are there.
fn present(cx: &Context<'_>, profile: &Profile) -> BTreeSet<usize> {
    let mut present: BTreeSet<_> = cx.sections().filter_map(|it| profile.part_of(it)).collect();
    let of_kind = |kind: PartKind| {
        let parts = profile.parts.iter().enumerate();
        parts
            .filter(move |(_, part)| part.kind == Some(kind))
            .map(|(at, _)| at)
    };
    if !cx.course.references.is_empty() {
        present.extend(of_kind(PartKind::References));
    }
    for block in &cx.blocks {
        match &***block {
            Block::Section(part) => present.extend(profile.titled(&part.title.plain_text())),
            Block::Exercise(_) => present.extend(of_kind(PartKind::Assessment)),
            _ => {}
        }
    }
    present
}

/// The section before which the part would stand; the title when there is none.
fn place(cx: &Context<'_>, profile: &Profile, part: usize) -> Span {
    let mut sections = cx.sections();
    let later = sections.find(|it| profile.part_of(it).is_some_and(|other| other > part));
    let later = later.and_then(|section| section.title.as_ref());
    later.map_or_else(|| cx.course.title.whole(), crate::Markup::whole)
}
