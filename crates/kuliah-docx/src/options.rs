//! What a caller may choose.

use kuliah_theme::Theme;

use crate::template::Template;

/// What a caller may choose; the default is a plain handout.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct DocxOptions {
    /// A file whose styles, page, headers and footers are taken over; `None` for our own.
    pub template: Option<Template>,
    /// How the file looks; `None` for the usual look, which is that of the default theme.
    /// Where a template says something too, the template holds.
    pub theme: Option<Theme>,
    /// The course, so that an edited file can be read back; `None` to leave it out.
    pub embed: Option<Embed>,
}

impl DocxOptions {
    /// Nothing chosen.
    pub const fn new() -> Self {
        Self {
            template: None,
            theme: None,
            embed: None,
        }
    }

    /// Takes styles, page, headers and footers from a template.
    #[must_use]
    pub fn template(mut self, template: Template) -> Self {
        self.template = Some(template);
        self
    }

    /// Looks like a theme.
    #[must_use]
    pub fn theme(mut self, theme: Theme) -> Self {
        self.theme = Some(theme);
        self
    }

    /// Carries the course along.
    #[must_use]
    pub fn embed(mut self, embed: Embed) -> Self {
        self.embed = Some(embed);
        self
    }
}

/// A course that a file carries along.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Embed {
    /// Canonical JSON of the course as filtered for the audience of the copy: whoever has the
    /// file can read all of it. The nodes of the document's blocks point into it.
    pub json: Vec<u8>,
}

impl Embed {
    /// Carries that JSON, in UTF-8.
    pub fn new(json: impl Into<Vec<u8>>) -> Self {
        Self { json: json.into() }
    }
}
