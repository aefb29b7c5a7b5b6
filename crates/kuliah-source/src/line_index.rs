//! Byte offsets into lines and columns.

use memchr::memchr2_iter;

/// A place for people: both count from 1, columns count characters.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: usize,
}

/// Where the lines of a text begin, and how many characters come before certain places of it.
///
/// A line ends at LF, CRLF or a bare CR.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// How many characters begin before each multiple of [`STEP`], so that a column costs the
    /// same on a line of any length.
    characters: Vec<usize>,
}

/// The bytes between two places whose characters are counted beforehand.
const STEP: usize = 256;

/// Whether a byte of UTF-8 begins a character.
fn begins_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

/// How many characters begin in some bytes.
fn characters_in(bytes: &[u8]) -> usize {
    // Few enough at once to be counted in a byte, which the processor does for several together.
    let parts = bytes.chunks(usize::from(u8::MAX));
    let count = |part: &[u8]| {
        let ones = part.iter().map(|it| u8::from(begins_character(*it)));
        usize::from(ones.fold(0, u8::wrapping_add))
    };
    parts.map(count).sum()
}

impl LineIndex {
    /// Reads the lines of a text.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes.get(at) == Some(&b'\n') || bytes.get(at + 1) != Some(&b'\n'));
        let mut starts = vec![0];
        starts.extend(ends.map(|at| at + 1));
        let mut characters = vec![0];
        let mut total = 0;
        for chunk in bytes.chunks(STEP) {
            total += characters_in(chunk);
            characters.push(total);
        }
        Self { starts, characters }
    }

    /// The line and column of a byte offset; an offset behind the end is the end.
    pub fn locate(&self, text: &str, offset: usize) -> LineColumn {
        let offset = offset.min(text.len());
        let line = self.line_of(offset);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        // A byte order mark is no character of the first line.
        let mark = usize::from(line == 1 && offset > 0 && text.starts_with('\u{feff}'));
        let before = self.characters_before(text, offset) - self.characters_before(text, start);
        let column = before - mark + 1;
        LineColumn { line, column }
    }

    /// The line of a byte offset, from 1.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).max(1)
    }

    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let known = offset / STEP;
        let counted = self.characters.get(known).copied().unwrap_or(0);
        let rest = text.as_bytes().get(known * STEP..offset);
        counted + characters_in(rest.unwrap_or_default())
    }

    /// The byte range of a line (from 1), without its line end.
    pub fn line_range(&self, text: &str, line: usize) -> Option<std::ops::Range<usize>> {
        let start = *self.starts.get(line.checked_sub(1)?)?;
        let next = self.starts.get(line).copied().unwrap_or(text.len());
        let body = text.get(start..next)?;
        Some(start..start + body.trim_end_matches(['\r', '\n']).len())
    }

    /// How many lines there are; a text without any line end has one.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, offset: usize) -> (usize, usize) {
        let it = LineIndex::new(text).locate(text, offset);
        (it.line, it.column)
    }

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let text = "a\nb\r\nc\rd";
        assert_eq!(place(text, 0), (1, 1));
        assert_eq!(place(text, 2), (2, 1));
        assert_eq!(place(text, 5), (3, 1));
        assert_eq!(place(text, 7), (4, 1));
        assert_eq!(LineIndex::new(text).line_range(text, 2), Some(2..3));
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(place("“é” x", "“é” ".len()), (1, 5));
    }

    #[test]
    fn columns_of_a_long_line_are_those_of_a_short_one() {
        let text = format!("a\n{}", "é“x”".repeat(500));
        for (at, (offset, _)) in text.char_indices().skip(2).enumerate() {
            assert_eq!(place(&text, offset), (2, at + 1));
        }
        assert_eq!(place(&text, text.len()), (2, 2001));
    }

    #[test]
    fn a_byte_order_mark_has_no_column() {
        assert_eq!(place("\u{feff}title", 3), (1, 1));
    }

    #[test]
    fn an_offset_behind_the_end_is_the_end() {
        assert_eq!(place("ab", 99), (1, 3));
    }
}
