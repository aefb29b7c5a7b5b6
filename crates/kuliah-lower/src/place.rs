//! Where a text or block stands, as far as lowering must know.

use kuliah_core::check::number_in_words;
use kuliah_core::markup::{Count, CountScope};
use kuliah_core::model::{Course, ItemList, Section};
use kuliah_doc::Language;

/// What the counts in a text count.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) struct Counts {
    /// Roles of the section, or of the course when the section has none.
    roles: usize,
    /// Items of the list that the text introduces; `None` where it introduces none.
    items: Option<usize>,
}

impl Counts {
    /// The counts in texts of no section.
    pub(crate) fn of_course(course: &Course) -> Self {
        Self {
            roles: course.roles().count(),
            items: None,
        }
    }

    /// The counts in texts of a section.
    pub(crate) fn in_section(self, section: &Section) -> Self {
        match section.roles.len() {
            0 => self,
            roles => Self { roles, ..self },
        }
    }

    /// The counts in the title and lead of a list.
    pub(crate) fn in_list(self, list: &ItemList) -> Self {
        Self {
            items: Some(list.items.len()),
            ..self
        }
    }

    /// The number in words; as its author wrote it where there is nothing to count.
    pub(crate) fn write(self, count: Count, language: &Language) -> String {
        let number = match count.scope {
            CountScope::Roles => Some(self.roles),
            CountScope::Items => self.items,
        };
        match number {
            Some(number) => {
                let words = number_in_words(number, language.primary());
                if count.capital {
                    capitalised(&words)
                } else {
                    words
                }
            }
            None if count.capital => "{Count}".to_owned(),
            None => "{count}".to_owned(),
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// Level of the deepest heading.
const DEEPEST: u8 = 4;

/// Where blocks stand.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) struct Place {
    /// What the counts in them count.
    pub(crate) counts: Counts,
    /// Level of the heading above them, 0 without one; `None` where no heading may stand.
    level: Option<u8>,
}

impl Place {
    /// Directly in the document.
    pub(crate) fn top(counts: Counts) -> Self {
        Self {
            counts,
            level: Some(0),
        }
    }

    /// In the text of a section.
    pub(crate) fn in_section(self, section: &Section) -> Self {
        Self {
            counts: self.counts.in_section(section),
            ..self
        }
    }

    /// Level of a heading that stands here; `None` where none may.
    pub(crate) fn heading(self) -> Option<u8> {
        let level = self.level?.checked_add(1)?;
        (level <= DEEPEST).then_some(level)
    }

    /// Under a heading that stands here.
    pub(crate) fn below(self) -> Self {
        Self {
            level: self.heading(),
            ..self
        }
    }

    /// In a note, exercise, definition, item or footnote, which have no headings.
    pub(crate) fn enclosed(self) -> Self {
        Self {
            level: None,
            ..self
        }
    }
}
