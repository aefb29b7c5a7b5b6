//! Whole documents, from tree to bytes.

mod build;
mod examples;
mod file;
mod pages;
mod quality;
mod structure;
mod themes;
mod valid;

use kuliah_doc::{Assets, Document, NoAssets};
use kuliah_theme::Theme;

use crate::font::Fonts;
use crate::layout::{Paginated, lay_out, overhang, paginate};
use crate::page::{GlyphText, Run};
use crate::style::Style;
use crate::tags::{Sequence, StructureTree, mark_pages};

/// A document as pages with numbered sequences.
struct Set {
    paginated: Paginated,
    sequences: Vec<Vec<Sequence>>,
    tree: StructureTree,
    diagnostics: Vec<kuliah_source::Diagnostic>,
}

fn set_in(theme: &Theme, document: &Document, assets: &dyn Assets) -> Set {
    let fonts = Fonts::new(&[], theme.text().figures).expect("bundled");
    let style = Style::of(theme);
    let mut laid_out = lay_out(document, assets, &fonts, &style).expect("laid out");
    let paginated = paginate(&mut laid_out, document);
    let sequences = mark_pages(&paginated.pages, &mut laid_out.tree);
    Set {
        paginated,
        sequences,
        tree: laid_out.tree,
        diagnostics: laid_out.diagnostics,
    }
}

fn set_with(document: &Document, assets: &dyn Assets) -> Set {
    set_in(&Theme::default(), document, assets)
}

fn set(document: &Document) -> Set {
    set_with(document, &NoAssets)
}

/// The lines of each page, artifacts in brackets.
fn dumps(document: &Document) -> Vec<Vec<String>> {
    let pages = set(document).paginated.pages;
    pages.iter().map(crate::page::Page::dump).collect()
}

/// Where a run begins and ends, but for what may hang over the edges of a line.
fn extent(run: &Run) -> (f32, f32) {
    let points = |part: f32, advance: f32| part * advance * run.stretch * run.size / 1000.0;
    let blank = |text: GlyphText| text == GlyphText::One(' ');
    let first = run.glyphs.first().expect("glyphs");
    let last = run
        .glyphs
        .iter()
        .rfind(|it| !blank(it.text))
        .unwrap_or(first);
    (
        run.x + points(overhang::left(first.text), first.advance),
        run.x + run.inked_width() - points(overhang::right(last.text), last.advance),
    )
}
