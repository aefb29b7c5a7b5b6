//! White space of inline text: one line, but for forced breaks.

use kuliah_source::is_forbidden;

use crate::syntax::{TextMap, is_printable};

/// Joins the lines of one paragraph by blanks.
///
/// A backslash or two blanks at a line's end force a break, which is written as a backslash
/// and a line end. Characters no format can hold become U+FFFD.
pub(crate) fn canonical(text: String, map: TextMap) -> (String, TextMap) {
    if is_one_line(&text) {
        return (text, map);
    }
    joined(&text, &map)
}

fn joined(text: &str, map: &TextMap) -> (String, TextMap) {
    let mut out = String::with_capacity(text.len());
    let mut places = TextMap::default();
    let mut pending = Pending::Nothing;
    for (start, line) in lines(text) {
        let body = line.trim_matches(is_blank);
        if body.is_empty() {
            continue;
        }
        match pending {
            Pending::Nothing => {}
            Pending::Blank => out.push(' '),
            Pending::Break => out.push_str("\\\n"),
        }
        let forced = has_break_mark(body);
        let kept = if forced {
            body.strip_suffix('\\').unwrap_or(body)
        } else {
            body
        };
        let offset = start + (line.len() - line.trim_start_matches(is_blank).len());
        let part = map.part(&(offset..offset + kept.len()));
        for &(value, file) in part.pieces() {
            places.push(out.len() + value as usize, file as usize);
        }
        if is_printable(kept) {
            out.push_str(kept);
        } else {
            out.extend(kept.chars().map(safe));
        }
        pending = if forced || line.ends_with("  ") {
            Pending::Break
        } else {
            Pending::Blank
        };
    }
    (out, places)
}

/// Whether a text is one line that stays as it is; most are.
fn is_one_line(text: &str) -> bool {
    !text.is_empty()
        && is_printable(text)
        && !text.starts_with(is_blank)
        && !text.ends_with(is_blank)
        && !text.ends_with('\\')
}

fn safe(c: char) -> char {
    match c {
        '\t' => ' ',
        c if is_forbidden(c) => '\u{fffd}',
        c => c,
    }
}

#[derive(Copy, Clone)]
enum Pending {
    Nothing,
    Blank,
    Break,
}

/// Whether a line ends in a backslash that is not itself escaped.
fn has_break_mark(line: &str) -> bool {
    let marks = line.len() - line.trim_end_matches('\\').len();
    marks % 2 == 1
}

fn is_blank(c: char) -> bool {
    // A no-break space is text.
    c.is_ascii_whitespace()
}

/// The lines of a text with the offset each begins at; CR, LF and CRLF all end a line.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let end = rest.bytes().position(|b| matches!(b, b'\n' | b'\r'));
        let end = end.unwrap_or(rest.len());
        let line = (at, rest.get(..end).unwrap_or_default());
        let behind = rest.get(end..).unwrap_or_default();
        at += end
            + if behind.starts_with("\r\n") {
                2
            } else {
                behind.len().min(1)
            };
        Some(line)
    })
}

/// The paragraphs of a text, parted by blank lines, as byte ranges.
pub(crate) fn paragraphs(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut out: Vec<std::ops::Range<usize>> = Vec::new();
    let mut open = false;
    for (start, line) in lines(text) {
        let blank = line.trim_matches(is_blank).is_empty();
        match out.last_mut() {
            Some(last) if open && !blank => last.end = start + line.len(),
            _ if !blank => out.push(start..start + line.len()),
            _ => {}
        }
        open = !blank;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> String {
        canonical(text.to_owned(), TextMap::default()).0
    }

    #[test]
    fn two_blanks_or_a_backslash_force_a_break() {
        assert_eq!(joined("a  \nb"), "a\\\nb");
        assert_eq!(joined("a\\\n  b"), "a\\\nb");
        assert_eq!(joined("a\\\\\nb"), "a\\\\ b");
        assert_eq!(joined("a\\"), "a");
    }

    #[test]
    fn canonical_text_stays_as_it_is() {
        for text in ["a \\\nb *c* d", "a b", "", "\u{a0}x"] {
            assert_eq!(joined(text), text);
            assert_eq!(joined(&joined(text)), joined(text));
        }
    }

    #[test]
    fn places_follow_the_lines() {
        let map = TextMap::follow("ab\ncd\n", "  ab\n  cd\n", 0);
        let (text, places) = canonical("ab\ncd\n".to_owned(), map);
        assert_eq!(text, "ab cd");
        assert_eq!(places.pieces(), [(0, 2), (3, 7)]);
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        let text = "a\nb\n\n \nc\r\nd\r\n\r\ne";
        let parts: Vec<_> = paragraphs(text)
            .into_iter()
            .map(|it| text.get(it))
            .collect();
        assert_eq!(parts, [Some("a\nb"), Some("c\r\nd"), Some("e")]);
    }
}
