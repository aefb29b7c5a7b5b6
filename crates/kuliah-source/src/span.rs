//! A place in a source file.

use std::ops::Range;

/// A file of a [`SourceMap`](crate::SourceMap).
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct FileId(u32);

impl FileId {
    /// The first file of a map.
    pub const FIRST: Self = Self(0);

    /// Makes an id from a position in the map.
    pub const fn new(index: u32) -> Self {
        Self(index)
    }

    /// The position in the map.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The position in the map, as it travels through deserializers.
    pub const fn raw(self) -> u32 {
        self.0
    }
}

/// A range of bytes in one source file.
///
/// Offsets are in bytes from the start of the file, `start <= end`, and stand at
/// character borders. A [detached](Span::DETACHED) span points nowhere: it marks
/// values made in code.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct Span {
    file: FileId,
    start: u32,
    end: u32,
}

impl Span {
    /// Points into no file.
    pub const DETACHED: Self = Self {
        file: FileId(u32::MAX),
        start: 0,
        end: 0,
    };

    /// Makes a span from byte offsets; `end` is raised to `start` when it is smaller.
    ///
    /// Offsets beyond 4 GiB are cut to that; source files are far smaller.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let cut = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let start = cut(range.start);
        Self {
            file,
            start,
            end: cut(range.end).max(start),
        }
    }

    /// The file, or `None` when detached.
    pub fn file(self) -> Option<FileId> {
        (!self.is_detached()).then_some(self.file)
    }

    /// The byte range, or `None` when detached.
    pub fn range(self) -> Option<Range<usize>> {
        (!self.is_detached()).then_some(self.start as usize..self.end as usize)
    }

    /// Whether the span points nowhere.
    pub fn is_detached(self) -> bool {
        self.file == Self::DETACHED.file
    }

    /// Offset of the first byte; 0 when detached.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Offset behind the last byte; 0 when detached.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The empty span at the start of this one.
    #[must_use]
    pub fn at_start(self) -> Self {
        Self {
            end: self.start,
            ..self
        }
    }

    /// The smallest span over both; `self` when the other is in another file.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        if self.file == other.file {
            Self {
                file: self.file,
                start: self.start.min(other.start),
                end: self.end.max(other.end),
            }
        } else {
            self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_detached_span_has_no_range() {
        assert_eq!(Span::DETACHED.range(), None);
        assert_eq!(Span::DETACHED.file(), None);
    }

    #[test]
    fn joining_covers_both_and_ignores_other_files() {
        let a = Span::new(FileId::FIRST, 2..4);
        let b = Span::new(FileId::FIRST, 7..9);
        assert_eq!(a.to(b).range(), Some(2..9));
        assert_eq!(a.to(Span::new(FileId::new(1), 0..50)), a);
    }

    #[test]
    fn the_end_never_lies_before_the_start() {
        let reversed = std::ops::Range { start: 5, end: 3 };
        assert_eq!(Span::new(FileId::FIRST, reversed).range(), Some(5..5));
    }
}
