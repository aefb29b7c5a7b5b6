//! Whole documents, from tree to bytes.

mod build;
mod file;
mod pages;
mod quality;
mod structure;
mod themes;
mod valid;

use kuliah_doc::{Assets, Document, NoAssets};
use kuliah_theme::Theme;

use crate::font::Fonts;
use crate::layout::{Paginated, lay_out, paginate};
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
