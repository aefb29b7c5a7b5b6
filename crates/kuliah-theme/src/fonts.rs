//! Font files of the lecturer's own, by their paths in the project.
//!
//! What is left out is taken from the faces that Kuliah brings along.

use kuliah_source::AssetPath;

use crate::read::Reader;

/// The faces of running text.
#[derive(Debug, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct TextFonts {
    /// Upright.
    pub regular: Option<AssetPath>,
    /// Slanted.
    pub italic: Option<AssetPath>,
    /// Bold.
    pub bold: Option<AssetPath>,
    /// Bold and slanted.
    pub bold_italic: Option<AssetPath>,
}

/// The faces of headings, captions and running lines.
#[derive(Debug, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct HeadingFonts {
    /// Upright.
    pub regular: Option<AssetPath>,
    /// Slanted.
    pub italic: Option<AssetPath>,
    /// Between regular and bold.
    pub semibold: Option<AssetPath>,
}

/// The face of program text.
#[derive(Debug, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct CodeFonts {
    /// Upright; its letters should all have one width.
    pub regular: Option<AssetPath>,
}

/// All font files.
#[derive(Debug, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Fonts {
    /// Of running text.
    pub text: TextFonts,
    /// Of headings.
    pub heading: HeadingFonts,
    /// Of program text.
    pub code: CodeFonts,
}

impl Fonts {
    pub(crate) fn read(&mut self, keys: &mut Reader<'_, '_>) {
        let Self {
            text,
            heading,
            code,
        } = self;
        keys.group("text", |keys| {
            keys.path("regular", &mut text.regular);
            keys.path("italic", &mut text.italic);
            keys.path("bold", &mut text.bold);
            keys.path("bold-italic", &mut text.bold_italic);
        });
        keys.group("heading", |keys| {
            keys.path("regular", &mut heading.regular);
            keys.path("italic", &mut heading.italic);
            keys.path("semibold", &mut heading.semibold);
        });
        keys.group("code", |keys| keys.path("regular", &mut code.regular));
    }
}
