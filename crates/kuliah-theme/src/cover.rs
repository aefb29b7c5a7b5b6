//! How a handout begins.

use kuliah_source::AssetPath;

use crate::headings::Alignment;
use crate::read::{Bounds, Reader};

/// How title, authors and the identity block are set.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum CoverKind {
    /// One below the other, without rules.
    Plain,
    /// Above the text of the first page, with rules between.
    #[default]
    Block,
    /// On a page of their own.
    Page,
}

/// How a handout begins.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Cover {
    /// How title, authors and the identity block are set.
    pub kind: CoverKind,
    /// Where they stand.
    pub align: Alignment,
    /// Lines above the title, such as the names of university and faculty; may be none.
    pub institution: Vec<String>,
    /// A picture above all, by its path in the project.
    pub logo: Option<AssetPath>,
    /// How high it is, in points.
    pub logo_height: f32,
}

impl Cover {
    pub(crate) const BLANK: Self = Self {
        kind: CoverKind::Block,
        align: Alignment::Left,
        institution: Vec::new(),
        logo: None,
        logo_height: 0.0,
    };

    pub(crate) fn read(&mut self, keys: &mut Reader<'_, '_>) {
        let kinds = [
            ("none", CoverKind::Plain),
            ("block", CoverKind::Block),
            ("page", CoverKind::Page),
        ];
        keys.choice("kind", &kinds, &mut self.kind);
        keys.choice("align", &Alignment::ALL, &mut self.align);
        keys.texts("institution", 4, &mut self.institution);
        keys.path("logo", &mut self.logo);
        keys.millimetres(
            "logo-height",
            Bounds::new(5.0, 80.0, "mm"),
            &mut self.logo_height,
        );
    }
}
