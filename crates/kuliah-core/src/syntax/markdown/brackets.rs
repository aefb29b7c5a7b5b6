//! Which brackets of a text belong together, code spans and escaped signs left out.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::TextMap;
use super::inline_text::InlineText;

/// The offsets of signs outside code spans that no backslash stands before.
fn signs(text: &str) -> Vec<(usize, char)> {
    let runs = code_marks(text);
    let mut found = Vec::new();
    let mut escaped = false;
    let mut skip_to = 0;
    for (at, c) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == '`' {
            skip_to = runs.get(&at).copied().unwrap_or(at);
        } else if c.is_ascii_punctuation() {
            found.push((at, c));
        }
    }
    found
}

/// For every run of backticks its end, or that of the code span it opens.
fn code_marks(text: &str) -> BTreeMap<usize, usize> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(start) = text
        .get(at..)
        .and_then(|rest| rest.find('`'))
        .map(|it| at + it)
    {
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.len() - rest.trim_start_matches('`').len();
        at = start + length;
        runs.push((start, length));
    }
    // From the end, so that the next run of each length is known.
    let mut next = BTreeMap::new();
    let mut ends = BTreeMap::new();
    for &(start, length) in runs.iter().rev() {
        let close = next.insert(length, start + length);
        ends.insert(start, close.unwrap_or(start + length));
    }
    ends
}

/// Where the bracket that ends a text opened; `None` when it ends in no bracket.
pub(super) fn opening_of_last(text: &str, open: char, close: char) -> Option<usize> {
    let signs = text.ends_with(close).then(|| signs(text))?;
    let &(last, _) = signs.last().filter(|(_, c)| *c == close)?;
    if last + close.len_utf8() != text.len() {
        return None;
    }
    let mut depth = 0_usize;
    for &(at, c) in signs.iter().rev() {
        if c == close {
            depth += 1;
        } else if c == open {
            depth -= 1;
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// Where the bracket a text begins with is closed.
pub(super) fn closing_of_first(text: &str, open: char, close: char) -> Option<usize> {
    let signs = text.starts_with(open).then(|| signs(text))?;
    let mut depth = 0_usize;
    for (at, c) in signs {
        if c == open {
            depth += 1;
        } else if c == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// The parts between separators that stand outside brackets.
pub(super) fn split(text: &str, separator: char) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in signs(text) {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ if c == separator && depth == 0 => {
                parts.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(start..text.len());
    parts
}

/// Sets a backslash before each square bracket without a partner.
pub(super) fn balanced(text: InlineText) -> InlineText {
    let mut open = Vec::new();
    let mut lonely = Vec::new();
    for (at, c) in signs(&text.value) {
        match c {
            '[' => open.push(at),
            ']' if open.pop().is_none() => lonely.push(at),
            _ => {}
        }
    }
    lonely.append(&mut open);
    if lonely.is_empty() {
        return text;
    }
    lonely.sort_unstable();
    let (mut value, mut map) = (String::new(), TextMap::default());
    let mut from = 0;
    for (index, end) in lonely.into_iter().chain([text.value.len()]).enumerate() {
        if index > 0 {
            value.push('\\');
        }
        let part = text.map.part(&(from..end));
        for &(at, file) in part.pieces() {
            map.push(value.len() + at as usize, file as usize);
        }
        value.push_str(text.value.get(from..end).unwrap_or_default());
        from = end;
    }
    InlineText {
        value,
        map,
        span: text.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_bracket_opens_where_it_belongs() {
        for (text, open) in [
            ("a (b (c))", Some(2)),
            ("a (b) (c)", Some(6)),
            ("a \\(b)", None),
            ("a (b\\)", None),
            ("a `(b)` (c `)`)", Some(8)),
            ("a `(b)`", None),
            ("a ` (b)", Some(4)),
            ("a b)", None),
        ] {
            assert_eq!(opening_of_last(text, '(', ')'), open, "{text}");
        }
    }

    #[test]
    fn the_first_bracket_closes_where_it_belongs() {
        assert_eq!(closing_of_first("[a [b] c] d", '[', ']'), Some(8));
        assert_eq!(closing_of_first("[a `]` b", '[', ']'), None);
        assert_eq!(closing_of_first("a [b]", '[', ']'), None);
    }

    #[test]
    fn separators_count_outside_brackets() {
        let text = "a, b (c, d), `e, f`, \\, g";
        let parts: Vec<_> = split(text, ',')
            .into_iter()
            .filter_map(|range| text.get(range))
            .collect();
        assert_eq!(parts, ["a", " b (c, d)", " `e, f`", " \\, g"]);
    }
}
