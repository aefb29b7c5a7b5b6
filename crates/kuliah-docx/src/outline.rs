//! The numbers of headings: what Word counts, and where it must be told otherwise.

use kuliah_doc::Numbering;

/// Levels of a multilevel list.
pub(crate) const LEVELS: usize = 9;
/// The list that the heading styles belong to.
pub(crate) const HEADINGS: usize = 1;
/// Letters run on beyond this (Z, AA, … thirty times Z), so larger numbers are written out.
const MOST: u32 = 780;

/// Where a list starts to count, other than at 1.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) struct Start {
    /// The list, as paragraphs name it.
    pub(crate) list: usize,
    /// Level from 0.
    pub(crate) level: usize,
    /// The first number.
    pub(crate) number: u32,
}

/// How a heading comes by its number.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) enum Label {
    /// It has none.
    None,
    /// Through its style.
    Style,
    /// Through a list of its own, at a level from 0.
    List {
        /// The list.
        list: usize,
        /// Level from 0.
        level: usize,
    },
    /// As text before its words, where Word cannot count that way.
    Text(String),
}

/// Counts headings as Word does.
///
/// Word keeps one counter a level for all lists of one definition. A numbered
/// heading adds one at its level, or takes the level's start when nothing was
/// counted there since a heading further out (ISO/IEC 29500-1, 17.9.26 and 17.9.27).
/// Headings without a number count nothing, so a heading below one may need a list
/// with a start of its own.
#[derive(Debug)]
pub(crate) struct Outline {
    counters: [u32; LEVELS],
    current: Option<Start>,
}

impl Outline {
    /// Nothing counted yet.
    pub(crate) fn new() -> Self {
        Self {
            counters: [0; LEVELS],
            current: None,
        }
    }

    /// Numbers the next heading; `new_list` hands out a list where one is needed.
    pub(crate) fn next(
        &mut self,
        numbering: &Numbering,
        level: u8,
        number: Option<u32>,
        new_list: impl FnOnce() -> usize,
    ) -> (Label, Option<Start>) {
        let Some(number) = number else {
            return (Label::None, None);
        };
        let Some(text) = numbering.label(level, number) else {
            return (Label::None, None);
        };
        let level = usize::from(level).saturating_sub(1);
        let expected = self.expected(level);
        let Some(counter) = self
            .counters
            .get_mut(level)
            .filter(|_| (1..=MOST).contains(&number))
        else {
            return (Label::Text(text.to_string()), None);
        };
        *counter = number;
        for deeper in self.counters.iter_mut().skip(level + 1) {
            *deeper = 0;
        }
        let mut started = None;
        if number != expected {
            started = Some(Start {
                list: new_list(),
                level,
                number,
            });
            self.current = started;
        }
        let label = self.current.map_or(Label::Style, |start| Label::List {
            list: start.list,
            level,
        });
        (label, started)
    }

    fn expected(&self, level: usize) -> u32 {
        match self.counters.get(level) {
            // A level that starts again takes the list's own start (17.9.27).
            Some(0) | None => self
                .current
                .filter(|start| start.level == level)
                .map_or(1, |start| start.number),
            Some(counter) => counter + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs headings through; a list of its own is shown as `list:level`.
    fn labels(headings: &[(u8, Option<u32>)]) -> Vec<String> {
        let numbering = Numbering::handout();
        let mut outline = Outline::new();
        let mut lists = 100;
        let mut out = Vec::new();
        for &(level, number) in headings {
            let (label, start) = outline.next(&numbering, level, number, || {
                lists += 1;
                lists
            });
            let mut text = match label {
                Label::None => "none".to_owned(),
                Label::Style => "style".to_owned(),
                Label::List { list, level } => format!("{list}:{level}"),
                Label::Text(text) => text,
            };
            if let Some(start) = start {
                text = format!("{text}={}", start.number);
            }
            out.push(text);
        }
        out
    }

    #[test]
    fn ordinary_headings_are_numbered_by_their_style() {
        let headings = [
            (1, Some(1)),
            (2, Some(1)),
            (2, Some(2)),
            (1, Some(2)),
            (2, Some(1)),
        ];
        assert!(labels(&headings).iter().all(|it| it == "style"));
    }

    #[test]
    fn a_plain_heading_does_not_start_the_count_again() {
        let headings = [
            (1, None),
            (2, Some(1)),
            (1, None),
            (2, Some(1)),
            (2, Some(2)),
        ];
        assert_eq!(
            labels(&headings),
            ["none", "style", "none", "101:1=1", "101:1"]
        );
    }

    #[test]
    fn gaps_and_restarts_get_a_start_of_their_own() {
        let headings = [
            (1, Some(4)),
            (2, Some(1)),
            (1, Some(5)),
            (3, Some(9)),
            (1, Some(6)),
            (3, Some(1)),
        ];
        assert_eq!(
            labels(&headings),
            ["101:0=4", "101:1", "101:0", "102:2=9", "102:0", "103:2=1"]
        );
    }

    #[test]
    fn what_word_cannot_count_is_text() {
        assert_eq!(
            labels(&[(1, Some(0)), (3, Some(900)), (4, Some(1))]),
            [".", &format!("{}.", "p".repeat(30)), "none"]
        );
    }
}
