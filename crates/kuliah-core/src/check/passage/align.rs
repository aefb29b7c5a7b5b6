//! Which part of the source each part of a text was read from.

use std::ops::Range;

/// A part of the text and the part of the source it was read from.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// Where it begins in the text.
    pub(super) at: usize,
    /// How many bytes of the text it is.
    pub(super) length: usize,
    /// The source; as long as the part when both are alike.
    pub(super) source: Range<usize>,
}

impl Piece {
    fn is_alike(&self) -> bool {
        self.length == self.source.len()
    }

    /// Where a byte of the text begins in the source.
    pub(super) fn start(&self, at: usize) -> usize {
        if self.is_alike() {
            self.source.start + (at - self.at)
        } else {
            self.source.start
        }
    }

    /// Where a byte of the text ends in the source.
    pub(super) fn end(&self, at: usize) -> usize {
        if self.is_alike() {
            self.source.start + (at - self.at) + 1
        } else {
            self.source.end
        }
    }
}

/// Follows a text through its source, stepping over backslashes and entities; `at` is where
/// the text begins, `offset` where the source does. One piece where the two cannot be matched.
pub(super) fn align(text: &str, source: &str, at: usize, offset: usize, out: &mut Vec<Piece>) {
    if text == source {
        push(out, at, text.len(), offset..offset + source.len());
        return;
    }
    let kept = out.len();
    let mut place = 0;
    for (index, c) in text.char_indices() {
        let rest = text.get(index..).unwrap_or_default();
        let Some(length) = source.get(place..).and_then(|it| written(c, rest, it)) else {
            out.truncate(kept);
            let source = offset..offset + source.len();
            out.push(Piece {
                at,
                length: text.len(),
                source,
            });
            return;
        };
        let start = offset + place;
        push(out, at + index, c.len_utf8(), start..start + length);
        place += length;
    }
}

/// How many bytes of the source the first character of a text takes.
fn written(c: char, text: &str, source: &str) -> Option<usize> {
    if let Some(behind) = source.strip_prefix('\\')
        && c.is_ascii_punctuation()
        && behind.starts_with(c)
    {
        return Some(2);
    }
    if source.starts_with('&')
        && let Some(length) = entity(source)
        && !text.starts_with(source.get(..length)?)
    {
        return Some(length);
    }
    source.starts_with(c).then(|| c.len_utf8())
}

/// The length of the entity a source begins with, as `&amp;`.
fn entity(source: &str) -> Option<usize> {
    let name = source.strip_prefix('&')?;
    let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '#')?;
    let is_one = length > 0 && name.get(length..)?.starts_with(';');
    is_one.then_some(length + 2)
}

/// Adds a piece, to the last one where it only goes on.
fn push(out: &mut Vec<Piece>, at: usize, length: usize, source: Range<usize>) {
    if let Some(last) = out.last_mut()
        && last.is_alike()
        && length == source.len()
        && last.at + last.length == at
        && last.source.end == source.start
    {
        last.length += length;
        last.source.end = source.end;
        return;
    }
    out.push(Piece { at, length, source });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str, source: &str) -> Vec<(usize, usize, Range<usize>)> {
        let mut out = Vec::new();
        align(text, source, 0, 10, &mut out);
        out.into_iter()
            .map(|it| (it.at, it.length, it.source))
            .collect()
    }

    #[test]
    fn like_texts_are_one_piece() {
        assert_eq!(pieces("a b", "a b"), [(0, 3, 10..13)]);
    }

    #[test]
    fn escapes_and_entities_are_pieces_of_their_own() {
        assert_eq!(
            pieces("a*b", "a\\*b"),
            [(0, 1, 10..11), (1, 1, 11..13), (2, 1, 13..14)]
        );
        assert_eq!(
            pieces("a&b", "a&amp;b"),
            [(0, 1, 10..11), (1, 1, 11..16), (2, 1, 16..17)]
        );
        assert_eq!(pieces("a\\b", "a\\b"), [(0, 3, 10..13)]);
        for text in ["a&;b", "a&amp", "a& b;"] {
            assert_eq!(pieces(text, text), [(0, text.len(), 10..10 + text.len())]);
        }
    }

    #[test]
    fn what_cannot_be_matched_is_one_piece() {
        assert_eq!(pieces("xyz", "abcd"), [(0, 3, 10..14)]);
    }
}
