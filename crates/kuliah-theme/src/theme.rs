//! A theme as a whole: read from TOML, shipped by name, derived for large print.

use kuliah_source::Message;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::check::check;
use crate::colour::Colours;
use crate::cover::Cover;
use crate::fault::ThemeFault;
use crate::fonts::Fonts;
use crate::headings::{Headings, Numbering};
use crate::page::{Page, points};
use crate::read::{Found, Reader};
use crate::running::Running;
use crate::typeset::{Scale, Space, Text};

/// The shipped themes; the first is the default.
const SHIPPED: [(&str, &str); 3] = [
    ("handout", include_str!("../themes/handout.toml")),
    ("modul", include_str!("../themes/modul.toml")),
    ("compact", include_str!("../themes/compact.toml")),
];

/// Size of running text in large print, in points.
///
/// The American Printing House for the Blind calls type from 18 points large print.
pub const LARGE_PRINT: f32 = 18.0;

/// How a handout looks.
///
/// All lengths are in points of 1/72 in, whatever the file has them in. A theme that exists has
/// passed every check, so exporters need no checks of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    pub(crate) page: Page,
    pub(crate) text: Text,
    pub(crate) scale: Scale,
    pub(crate) space: Space,
    pub(crate) headings: Headings,
    pub(crate) numbering: Numbering,
    pub(crate) colours: Colours,
    pub(crate) running: Running,
    pub(crate) cover: Cover,
    pub(crate) fonts: Fonts,
}

impl Default for Theme {
    /// The theme `handout`.
    fn default() -> Self {
        let [(_, text), ..] = SHIPPED;
        Self::shipped(text)
    }
}

impl Theme {
    /// What the shipped themes start from; they set every key.
    const BLANK: Self = Self {
        page: Page::BLANK,
        text: Text::BLANK,
        scale: Scale::BLANK,
        space: Space::BLANK,
        headings: Headings::BLANK,
        numbering: Numbering::Course,
        colours: Colours::BLANK,
        running: Running::BLANK,
        cover: Cover::BLANK,
        fonts: Fonts {
            text: crate::fonts::TextFonts {
                regular: None,
                italic: None,
                bold: None,
                bold_italic: None,
            },
            heading: crate::fonts::HeadingFonts {
                regular: None,
                italic: None,
                semibold: None,
            },
            code: crate::fonts::CodeFonts { regular: None },
        },
    };

    /// The names of the shipped themes, the default first.
    pub fn names() -> [&'static str; 3] {
        SHIPPED.map(|(name, _)| name)
    }

    /// The shipped theme of a name; `None` when there is none.
    pub fn named(name: &str) -> Option<Self> {
        let (_, text) = SHIPPED.iter().find(|(it, _)| *it == name)?;
        Some(Self::shipped(text))
    }

    /// The file of a shipped theme, to copy from; `None` when there is none.
    pub fn source(name: &str) -> Option<&'static str> {
        let (_, text) = SHIPPED.iter().find(|(it, _)| *it == name)?;
        Some(text)
    }

    /// Reads a theme. Keys that are left out are those of its `base`, the default theme when
    /// it names none.
    ///
    /// # Errors
    ///
    /// All faults of the file, in the order of their places: broken TOML, unknown keys, values
    /// of the wrong kind or beyond their bounds, margins that leave no room, text that cannot
    /// be read on its ground.
    pub fn from_toml(text: &str) -> Result<Self, Vec<ThemeFault>> {
        let (theme, mut faults) = Self::read(text, Self::default());
        if faults.is_empty() {
            return Ok(theme);
        }
        faults.sort_by_key(|it| (it.range.start, it.range.end));
        Err(faults)
    }

    /// The page.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Running text.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// Sizes of everything but running text and headings.
    pub fn scale(&self) -> &Scale {
        &self.scale
    }

    /// Spaces.
    pub fn space(&self) -> &Space {
        &self.space
    }

    /// Headings.
    pub fn headings(&self) -> &Headings {
        &self.headings
    }

    /// Whether headings are numbered.
    pub fn numbering(&self) -> Numbering {
        self.numbering
    }

    /// Colours.
    pub fn colours(&self) -> &Colours {
        &self.colours
    }

    /// Running lines.
    pub fn running(&self) -> &Running {
        &self.running
    }

    /// How the handout begins.
    pub fn cover(&self) -> &Cover {
        &self.cover
    }

    /// Font files.
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// The same theme in large print: running text of [`LARGE_PRINT`] points and everything in
    /// proportion, in one column, the right edge loose, margins no wider than they must be.
    ///
    /// A theme whose text is as large already keeps its sizes.
    #[must_use]
    pub fn large_print(&self) -> Self {
        let mut large = self.clone();
        let by = (LARGE_PRINT / self.text.kind.size).max(1.0);
        large.text.scale(by);
        large.text.justify = false;
        large.scale.scale(by);
        large.space.scale(by);
        large.headings.scale(by);
        let page = &mut large.page;
        page.columns = 1;
        let side = points(20.0);
        let margins = &mut page.margins;
        margins.left = margins.left.min(side);
        margins.right = margins.right.min(side);
        // Larger running lines keep their distance from the text.
        let grown = large.scale.running.size - self.scale.running.size;
        margins.top = margins
            .top
            .max(margins.head + grown + large.scale.running.size);
        margins.bottom = margins
            .bottom
            .max(margins.foot + 2.0 * large.scale.running.size);
        large
    }

    fn shipped(text: &str) -> Self {
        // That the shipped files have no faults is a test of this crate.
        let (theme, _) = Self::read(text, Self::BLANK);
        theme
    }

    fn read(text: &str, base: Self) -> (Self, Vec<ThemeFault>) {
        let (theme, found) = Self::find(text, base);
        (theme, found.faults)
    }

    /// Reads what can be read, and says what was found on the way.
    pub(crate) fn find(text: &str, base: Self) -> (Self, Found) {
        let mut found = Found::default();
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(broken) => {
                let range = broken.span().unwrap_or(0..0);
                let message =
                    Message::new("config/theme.syntax").with("reason", broken.message().to_owned());
                found.fault(range, message, Message::new("config/theme.syntax.help"));
                return (base, found);
            }
        };
        let table = table.get_ref();
        let mut theme = named_base(table).unwrap_or(base);
        let mut keys = Reader::new(table, &mut found);
        theme.read_keys(&mut keys);
        keys.finish();
        if found.faults.is_empty() {
            check(&mut theme, &mut found);
        }
        (theme, found)
    }

    fn read_keys(&mut self, keys: &mut Reader<'_, '_>) {
        let mut base = ();
        keys.choice("base", &Self::names().map(|it| (it, ())), &mut base);
        keys.group("page", |keys| self.page.read(keys));
        keys.group("text", |keys| self.text.read(keys));
        keys.group("type", |keys| self.scale.read(keys));
        keys.group("space", |keys| self.space.read(keys));
        keys.group("headings", |keys| self.headings.read(keys));
        let numberings = [
            ("course", Numbering::Course),
            ("on", Numbering::On),
            ("off", Numbering::Off),
        ];
        keys.choice("numbering", &numberings, &mut self.numbering);
        keys.group("colours", |keys| self.colours.read(keys));
        keys.group("running", |keys| self.running.read(keys));
        keys.group("cover", |keys| self.cover.read(keys));
        keys.group("fonts", |keys| self.fonts.read(keys));
    }
}

/// The shipped theme that a file builds on.
fn named_base(table: &DeTable<'_>) -> Option<Theme> {
    match table.get("base").map(Spanned::get_ref) {
        Some(DeValue::String(name)) => Theme::named(name),
        _ => None,
    }
}
