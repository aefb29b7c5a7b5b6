//! What stands above and below the text of every page.

use crate::read::Reader;

/// What stands at one place of a running line.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Slot {
    /// Nothing.
    #[default]
    Nothing,
    /// The title of the document.
    Title,
    /// The heading of the first level that the page is in.
    Section,
    /// The number of the page.
    Page,
    /// The number of the page and how many there are, in words: "Halaman 2 dari 7".
    PageOfPages,
    /// The name of the institution, as the cover has it.
    Institution,
}

const SLOTS: [(&str, Slot); 6] = [
    ("nothing", Slot::Nothing),
    ("title", Slot::Title),
    ("section", Slot::Section),
    ("page", Slot::Page),
    ("page-of-pages", Slot::PageOfPages),
    ("institution", Slot::Institution),
];

/// A running line: what stands left, in the middle and right.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// At the left edge of the text.
    pub left: Slot,
    /// In its middle.
    pub center: Slot,
    /// At its right edge.
    pub right: Slot,
}

impl Row {
    const BLANK: Self = Self {
        left: Slot::Nothing,
        center: Slot::Nothing,
        right: Slot::Nothing,
    };

    fn read(&mut self, keys: &mut Reader<'_, '_>) {
        keys.choice("left", &SLOTS, &mut self.left);
        keys.choice("center", &SLOTS, &mut self.center);
        keys.choice("right", &SLOTS, &mut self.right);
    }
}

/// The running lines.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct Running {
    /// Above the text.
    pub head: Row,
    /// Below the text.
    pub foot: Row,
    /// Whether a fine rule runs under the head.
    pub rule: bool,
    /// Whether the first page has a head too.
    pub first_head: bool,
}

impl Running {
    pub(crate) const BLANK: Self = Self {
        head: Row::BLANK,
        foot: Row::BLANK,
        rule: false,
        first_head: false,
    };

    pub(crate) fn read(&mut self, keys: &mut Reader<'_, '_>) {
        keys.group("head", |keys| self.head.read(keys));
        keys.group("foot", |keys| self.foot.read(keys));
        keys.flag("rule", &mut self.rule);
        keys.flag("first-head", &mut self.first_head);
    }
}
