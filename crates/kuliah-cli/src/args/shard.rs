//! One of several parts of the courses, for runs on several machines.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// Part `index` of `of`, both counted from 1.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) struct Shard {
    of: usize,
    index: usize,
}

impl Shard {
    /// Which part it is, from 1.
    pub(crate) fn index(self) -> usize {
        self.index
    }

    /// How many parts there are.
    pub(crate) fn of(self) -> usize {
        self.of
    }

    /// Whether it is the part that also reports what belongs to no course.
    pub(crate) fn is_first(self) -> bool {
        self.index == 1
    }

    /// The positions of its courses among `count`.
    ///
    /// The parts follow one another, hold every position once, and differ in length by one at
    /// the most; equal inputs have equal parts everywhere.
    pub(crate) fn range(self, count: usize) -> Range<usize> {
        let border = |parts: usize| {
            let whole = count / self.of * parts;
            whole + (count % self.of).min(parts)
        };
        border(self.index - 1)..border(self.index)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |text: &str| text.parse::<u16>().ok().map(usize::from);
        let parts = text.split_once('/');
        let parts = parts.and_then(|(index, of)| Some((number(index)?, number(of)?)));
        match parts {
            Some((index, of)) if (1..=of).contains(&index) => Ok(Self { of, index }),
            _ => Err(
                "a part is written as I/N, with I from 1 to N: 1/8 is the first of eight"
                    .to_owned(),
            ),
        }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.index, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_hold_every_position_once_and_are_equally_long() {
        for of in 1..=9_usize {
            for count in 0..=40 {
                let ranges: Vec<_> = (1..=of)
                    .map(|index| Shard { of, index }.range(count))
                    .collect();
                let all: Vec<_> = ranges.iter().cloned().flatten().collect();
                assert_eq!(all, (0..count).collect::<Vec<_>>(), "{of} parts of {count}");
                let longest = ranges.iter().map(ExactSizeIterator::len).max();
                let shortest = ranges.iter().map(ExactSizeIterator::len).min();
                assert!(
                    longest <= shortest.map(|it| it + 1),
                    "{of} parts of {count}"
                );
            }
        }
    }

    #[test]
    fn a_part_is_written_as_a_fraction() {
        let shard: Shard = "3/8".parse().expect("a part");
        assert_eq!((shard.index(), shard.of(), shard.is_first()), (3, 8, false));
        assert_eq!(shard.to_string(), "3/8");
        for text in [
            "",
            "3",
            "0/8",
            "9/8",
            "1/0",
            "a/b",
            "1/2/3",
            "-1/8",
            "1/99999999",
        ] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }
}
