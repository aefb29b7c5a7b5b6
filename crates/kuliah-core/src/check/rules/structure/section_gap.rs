//! `structure/section-gap`.

use kuliah_source::Message;

use crate::Markup;
use crate::check::{Context, Sink, declare_rule};
use crate::model::Block;
use crate::typed_label::{Series, typed_label};

declare_rule! {
    /// ## What it finds
    ///
    /// Letters or numbers typed before titles that do not begin at A or 1, or that jump.
    ///
    /// ## Why it matters
    ///
    /// A handout that begins with part B makes students look for part A. The program letters and
    /// numbers titles by itself; leave yours out and they are always right.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// # B. Deskripsi Singkat
    ///
    /// Teks.
    ///
    /// # C. Materi
    ///
    /// Teks.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// # Deskripsi Singkat
    ///
    /// Teks.
    ///
    /// # Materi
    ///
    /// Teks.
    /// ```
    "structure/section-gap", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    check_titles(cx.sections().filter_map(|it| it.title.as_ref()), sink);
    for section in cx.sections() {
        check_titles(section.roles.iter().map(|role| &role.name), sink);
        check_titles(parts(&section.content), sink);
        for role in &section.roles {
            check_titles(parts(&role.content), sink);
        }
    }
    for block in &cx.blocks {
        if let Block::Section(part) = &***block {
            check_titles(parts(&part.content), sink);
        }
    }
}

/// The titles of the parts that stand side by side.
fn parts(blocks: &[crate::Spanned<Block>]) -> impl Iterator<Item = &Markup> {
    blocks.iter().filter_map(|block| match &**block {
        Block::Section(part) => Some(&part.title),
        _ => None,
    })
}

fn check_titles<'a>(titles: impl Iterator<Item = &'a Markup>, sink: &mut Sink<'_>) {
    let mut series: Option<(Series, u32)> = None;
    for title in titles {
        let Some(label) = typed_label(title.source(), series.map(|(it, _)| it)) else {
            continue;
        };
        let expected = match series {
            Some((kind, last)) if kind == label.series => last + 1,
            _ => 1,
        };
        if label.number != expected {
            let message = Message::new("structure/section-gap")
                .with("found", label.series.write(label.number))
                .with("expected", label.series.write(expected));
            let finding = sink.report(title.span(label.range.clone()), message);
            finding.help = Some(Message::new("structure/section-gap.help"));
        }
        series = Some((label.series, label.number));
    }
}
