//! From offsets in a text's value to offsets in the file it was written in.

use std::ops::Range;

use kuliah_source::Span;
use smallvec::SmallVec;

/// Pairs of offsets `(in the value, in the file)`, each the start of a run that both
/// hold alike; sorted. Empty when the parts of the text cannot be told apart.
#[derive(Debug, Clone, Default, Eq, PartialEq)]
pub struct TextMap {
    // Nearly every text is one run.
    pieces: SmallVec<[(u32, u32); 2]>,
}

impl TextMap {
    /// A text that stands in the file as it is, from `offset` on.
    pub fn at(offset: usize) -> Self {
        let mut map = Self::default();
        map.push(0, offset);
        map
    }

    /// Makes a map from pairs sorted by their first part.
    pub fn from_pieces(pieces: impl IntoIterator<Item = (u32, u32)>) -> Self {
        Self {
            pieces: pieces.into_iter().collect(),
        }
    }

    /// The pairs.
    pub fn pieces(&self) -> &[(u32, u32)] {
        &self.pieces
    }

    /// Starts a run; one that only goes on is not noted.
    pub fn push(&mut self, value: usize, file: usize) {
        let narrow = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        let (value, file) = (narrow(value), narrow(file));
        let goes_on = self.pieces.last().is_some_and(|&(v, f)| {
            i64::from(file) - i64::from(f) == i64::from(value) - i64::from(v)
        });
        if !goes_on {
            self.pieces.push((value, file));
        }
    }

    /// Forgets the runs that begin behind a length of the value.
    pub(crate) fn truncate(&mut self, length: usize) {
        let is_kept = |&(value, _): &(u32, u32)| (value as usize) < length;
        let kept = self.pieces.partition_point(is_kept);
        self.pieces.truncate(kept);
    }

    /// The place in the file of a range of the value; `whole` when it cannot be told.
    pub fn span(&self, range: Range<usize>, whole: Span) -> Span {
        let Some(file) = whole.file() else {
            return whole;
        };
        let (Some(start), Some(end)) = (self.locate(range.start), self.locate_end(&range)) else {
            return whole;
        };
        Span::new(file, start..end)
    }

    /// Whether a range ends with a byte that stands in the file as it is, not with an escape.
    pub fn ends_alike(&self, range: &Range<usize>) -> bool {
        self.locate(range.end) == self.locate_end(range)
    }

    fn locate(&self, offset: usize) -> Option<usize> {
        let at = self
            .pieces
            .partition_point(|&(value, _)| value as usize <= offset);
        let &(value, file) = self.pieces.get(at.checked_sub(1)?)?;
        Some(file as usize + (offset - value as usize))
    }

    /// The end of a range lies in the run its last byte is in, not in the one behind it.
    fn locate_end(&self, range: &Range<usize>) -> Option<usize> {
        match range.end.checked_sub(1) {
            Some(last) if last >= range.start => self.locate(last).map(|it| it + 1),
            _ => self.locate(range.end),
        }
    }

    /// The map of a part of the value, whose offsets count from the part's start.
    #[must_use]
    pub fn part(&self, range: &Range<usize>) -> Self {
        let mut map = Self::default();
        if let Some(start) = self.locate(range.start) {
            map.push(0, start);
        }
        // Many parts of one long text are asked for, so the others are not looked at.
        let first = self
            .pieces
            .partition_point(|&(value, _)| value as usize <= range.start);
        for &(value, file) in self.pieces.iter().skip(first) {
            let value = value as usize;
            if value >= range.end {
                break;
            }
            map.push(value - range.start, file as usize);
        }
        map
    }

    /// Follows a value through the source it was read from.
    ///
    /// `source` begins at `offset` of the file. Escapes that begin with a backslash, doubled
    /// quotes, indentation and folded lines are stepped over. Gives an empty map where the two
    /// cannot be matched.
    pub fn follow(value: &str, source: &str, offset: usize) -> Self {
        if source.starts_with(value) && !value.is_empty() && !value.contains(['\\', '\'']) {
            return Self::at(offset);
        }
        let mut map = Self::default();
        let mut at = 0;
        for (index, c) in value.char_indices() {
            let Some(next) = step(c, source, at) else {
                return Self::default();
            };
            map.push(index, offset + next.start);
            at = next.end;
            if next.len() != c.len_utf8() {
                // What is behind an escape stands elsewhere, even the end of the text.
                map.push(index + c.len_utf8(), offset + at);
            }
        }
        map
    }
}

/// Where the character stands at or behind `at`, stepping over what the value leaves out.
fn step(c: char, source: &str, mut at: usize) -> Option<Range<usize>> {
    loop {
        let rest = source.get(at..)?;
        let here = rest.chars().next()?;
        if here == '\\' && c != '\\' || rest.starts_with("\\\\") {
            let length = escape_length(rest);
            let is_line_end = rest.get(1..).is_some_and(|it| it.starts_with(['\n', '\r']));
            if is_line_end {
                at += length;
                continue;
            }
            return Some(at..at + length);
        }
        if rest.starts_with("''") && c == '\'' {
            return Some(at..at + 2);
        }
        if here == c || (c == '\n' && here == '\r') {
            return Some(at..at + here.len_utf8());
        }
        if !here.is_whitespace() {
            return None;
        }
        if c == ' ' && matches!(here, '\n' | '\r') {
            // A folded line end is a blank.
            let blank = rest.len() - rest.trim_start().len();
            return Some(at..at + blank);
        }
        at += here.len_utf8();
    }
}

/// The length in bytes of the escape a text begins with.
fn escape_length(text: &str) -> usize {
    let behind = text.get(1..).unwrap_or_default();
    let one = match behind.chars().next() {
        Some('x') => 4,
        Some('u') => 6,
        Some('U') => 10,
        Some('\n' | '\r') => 1 + (behind.len() - behind.trim_start().len()),
        Some(c) => 1 + c.len_utf8(),
        None => 1,
    };
    let surrogate = text
        .get(2..4)
        .is_some_and(|it| matches!(it.to_ascii_lowercase().as_str(), "d8" | "d9" | "da" | "db"));
    if one == 6 && surrogate && text.get(6..8) == Some("\\u") {
        return 12.min(text.len());
    }
    one.min(text.len())
}

#[cfg(test)]
mod tests {
    use kuliah_source::FileId;

    use super::*;

    fn covered<'a>(value: &str, source: &'a str, part: &str) -> &'a str {
        let map = TextMap::follow(value, source, 0);
        let at = value.find(part).expect("part of the value");
        let whole = Span::new(FileId::FIRST, 0..source.len());
        let span = map.span(at..at + part.len(), whole);
        source
            .get(span.range().expect("attached"))
            .expect("in range")
    }

    #[test]
    fn a_plain_text_maps_to_itself() {
        assert_eq!(covered("satu dua", "satu dua", "dua"), "dua");
    }

    #[test]
    fn indented_lines_of_a_block_map_line_by_line() {
        assert_eq!(
            covered("satu\ndua @key\n", "    satu\n    dua @key\n", "@key"),
            "@key"
        );
    }

    #[test]
    fn folded_lines_map() {
        assert_eq!(
            covered("satu dua tiga", "satu\n  dua\n  tiga", "tiga"),
            "tiga"
        );
        assert_eq!(
            covered("satu dua tiga", "satu\r\n  dua\r\n  tiga", "dua"),
            "dua"
        );
    }

    #[test]
    fn escapes_are_stepped_over() {
        assert_eq!(covered("a\"b é @k", r#"a\"b \u00e9 @k"#, "@k"), "@k");
        assert_eq!(covered("𝒳 @k", r"\ud835\udcb3 @k", "@k"), "@k");
        assert_eq!(covered("it's @k", "it''s @k", "@k"), "@k");
        assert_eq!(covered("a\\b @k", r"a\\b @k", "@k"), "@k");
    }

    #[test]
    fn what_cannot_be_matched_is_the_whole() {
        assert_eq!(covered("abc", "xyz", "b"), "xyz");
    }

    #[test]
    fn a_part_keeps_its_places() {
        let map = TextMap::follow("satu\ndua\ntiga", "  satu\n  dua\n  tiga", 10);
        let part = map.part(&(5..13));
        let whole = Span::new(FileId::FIRST, 0..50);
        assert_eq!(part.span(4..8, whole).range(), Some(27 - 2..29));
    }

    #[test]
    fn a_text_cut_short_forgets_the_runs_behind_its_end() {
        let mut map = TextMap::from_pieces([(0, 10), (4, 20), (8, 30)]);
        map.truncate(8);
        assert_eq!(map.pieces(), [(0, 10), (4, 20)]);
        map.truncate(4);
        assert_eq!(map.pieces(), [(0, 10)]);
    }
}
