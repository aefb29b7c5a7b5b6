//! Headings: their sizes, where they stand, whether they are numbered.

use crate::read::Reader;
use crate::typeset::{SPACE, Type};

/// Where a line stands between the edges of the text.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Alignment {
    /// At the left edge.
    #[default]
    Left,
    /// In the middle.
    Center,
}

impl Alignment {
    pub(crate) const ALL: [(&'static str, Self); 2] =
        [("left", Self::Left), ("center", Self::Center)];
}

/// Whether headings are numbered.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Numbering {
    /// As the course says.
    #[default]
    Course,
    /// Yes, whatever the course says.
    On,
    /// No, whatever the course says.
    Off,
}

/// Whether headings of the first level begin pages.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum NewPage {
    /// No.
    #[default]
    Never,
    /// Where the part does not fit in what is left of the page: short parts share pages, and no
    /// long one begins in the middle of one.
    UnlessFits,
    /// Each of them.
    Always,
}

/// A level of headings.
#[derive(Debug, Copy, Clone, PartialEq)]
#[non_exhaustive]
pub struct HeadingStyle {
    /// Its size.
    pub kind: Type,
    /// Space above, in points.
    pub before: f32,
    /// Space below, in points.
    pub after: f32,
    /// Whether it is slanted.
    pub italic: bool,
}

impl HeadingStyle {
    const BLANK: Self = Self {
        kind: Type::BLANK,
        before: 0.0,
        after: 0.0,
        italic: false,
    };

    fn read(&mut self, keys: &mut Reader<'_, '_>) {
        self.kind.read(keys);
        keys.number("before", SPACE, &mut self.before);
        keys.number("after", SPACE, &mut self.after);
        keys.flag("italic", &mut self.italic);
    }
}

/// The headings.
#[derive(Debug, Copy, Clone, PartialEq)]
#[non_exhaustive]
pub struct Headings {
    /// Levels from 1; the last one serves deeper levels too.
    pub levels: [HeadingStyle; 4],
    /// Where headings of the first level stand.
    pub align: Alignment,
    /// Whether a rule runs under headings of the first level.
    pub rule: bool,
    /// Whether headings of the first level begin pages.
    pub new_page: NewPage,
}

/// The keys of the levels.
pub(crate) const LEVELS: [&str; 4] = ["level-1", "level-2", "level-3", "level-4"];

impl Headings {
    pub(crate) const BLANK: Self = Self {
        levels: [HeadingStyle::BLANK; 4],
        align: Alignment::Left,
        rule: false,
        new_page: NewPage::Never,
    };

    pub(crate) fn read(&mut self, keys: &mut Reader<'_, '_>) {
        for (key, level) in LEVELS.into_iter().zip(&mut self.levels) {
            keys.group(key, |keys| level.read(keys));
        }
        keys.choice("align", &Alignment::ALL, &mut self.align);
        keys.flag("rule", &mut self.rule);
        let new_page = [
            ("never", NewPage::Never),
            ("unless-fits", NewPage::UnlessFits),
            ("always", NewPage::Always),
        ];
        keys.choice("new-page", &new_page, &mut self.new_page);
    }

    pub(crate) fn scale(&mut self, by: f32) {
        for level in &mut self.levels {
            level.kind.scale(by);
            level.before *= by;
            level.after *= by;
        }
    }
}
