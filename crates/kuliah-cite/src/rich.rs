//! The markup in CSL-JSON text: `<i>`, `<b>`, `<sup>`, `<sub>` and small capitals.
//!
//! 1. Reading finds tags that are closed again; any other `<` is text.
//! 2. Inside, each tag is one control character, since the formatter knows no markup: control
//!    characters pass through it untouched and are ignored in sorting.
//! 3. Formatted text is read back from those characters. Italics within italics turn upright.

use crate::{Run, run};

/// A switch of typography that a tag turns.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
enum Tag {
    Italic,
    Bold,
    Superscript,
    Subscript,
    SmallCaps,
    /// Protects its words from a change of case; shown plainly.
    NoCase,
}

/// The sign before words whose case stays, and the one behind them.
pub(crate) const NO_CASE: char = '\u{13}';
pub(crate) const END_NO_CASE: char = '\u{14}';

const TAGS: [(Tag, &str, &str, char, char); 8] = [
    (Tag::Italic, "<i>", "</i>", '\u{1}', '\u{2}'),
    (Tag::Bold, "<b>", "</b>", '\u{3}', '\u{4}'),
    (Tag::Superscript, "<sup>", "</sup>", '\u{5}', '\u{6}'),
    (Tag::Subscript, "<sub>", "</sub>", '\u{7}', '\u{8}'),
    (Tag::SmallCaps, "<sc>", "</sc>", '\u{e}', '\u{f}'),
    (
        Tag::SmallCaps,
        "<span style=\"font-variant:small-caps;\">",
        "</span>",
        '\u{e}',
        '\u{f}',
    ),
    (
        Tag::SmallCaps,
        "<span style=\"font-variant: small-caps;\">",
        "</span>",
        '\u{e}',
        '\u{f}',
    ),
    (
        Tag::NoCase,
        "<span class=\"nocase\">",
        "</span>",
        NO_CASE,
        END_NO_CASE,
    ),
];

/// Reads CSL-JSON text, such as a title, into runs.
///
/// Known tags are `<i>`, `<b>`, `<sup>`, `<sub>`, `<sc>` and the two forms of `<span>` of CSL-JSON;
/// a tag that is not closed, or any other, is text. `&lt;`, `&gt;` and `&amp;` are the signs
/// themselves. Line ends and control characters become blanks.
pub fn parse_rich_text(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    Reader::default().read(&mut runs, &Run::default(), &to_marked(text));
    runs
}

/// Writes runs as CSL-JSON text, such as a title.
///
/// The opposite of [`parse_rich_text`]; `url` and `entry` of the runs are left out.
pub fn write_rich_text(runs: &[Run]) -> String {
    let mut text = String::new();
    for run in runs {
        let tags: Vec<_> = [
            (run.italic, "<i>", "</i>"),
            (run.bold, "<b>", "</b>"),
            (run.superscript, "<sup>", "</sup>"),
            (run.subscript, "<sub>", "</sub>"),
            (run.small_caps, "<sc>", "</sc>"),
        ]
        .into_iter()
        .filter(|(on, ..)| *on)
        .collect();
        text.extend(tags.iter().map(|(_, open, _)| *open));
        escape(&run.text, &mut text);
        text.extend(tags.iter().rev().map(|(.., close)| *close));
    }
    text
}

/// Replaces the signs that would be read as markup.
fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mut chars = from.chars();
        let sign = chars.next();
        let read_as_markup = ENTITIES.iter().any(|(name, _)| from.starts_with(name))
            || TAGS
                .iter()
                .any(|(_, open, close, ..)| from.starts_with(open) || from.starts_with(close));
        match sign {
            Some('&') if read_as_markup => out.push_str("&amp;"),
            Some('<') if read_as_markup => out.push_str("&lt;"),
            Some(other) => out.push(other),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
}

/// How many tags may be open at once; more are text. Keeps the cost linear.
const DEPTH: usize = 16;

const ENTITIES: [(&str, char); 3] = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&')];

/// Turns tags into control characters; blanks are made single, other control characters dropped.
pub(crate) fn to_marked(text: &str) -> String {
    let clean = single_blanks(text);
    let mut out = String::with_capacity(clean.len());
    // Open tags: which, and where its sign stands in `out`.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut rest = clean.as_str();
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        if let Some((name, sign)) = ENTITIES.iter().find(|(name, _)| from.starts_with(name)) {
            out.push(*sign);
            rest = from.get(name.len()..).unwrap_or_default();
        } else if let Some((index, start_tag)) = opens(from).filter(|_| open.len() < DEPTH) {
            open.push((index, out.len()));
            out.push_str(start_tag);
            rest = from.get(start_tag.len()..).unwrap_or_default();
        } else if let Some((index, start)) = closes(from, &open) {
            // Tags opened since then are never closed: they stay text.
            open.retain(|(_, other)| *other < start);
            if let Some((_, name, end, on, off)) = TAGS.get(index) {
                out.replace_range(start..start + name.len(), on.encode_utf8(&mut [0; 4]));
                out.push(*off);
                rest = from.get(end.len()..).unwrap_or_default();
            }
        } else {
            out.push_str(from.get(..1).unwrap_or_default());
            rest = from.get(1..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    ends_before_punctuation(out)
}

/// The tag that starts at the start of `text`.
fn opens(text: &str) -> Option<(usize, &'static str)> {
    let mut tags = TAGS.iter().map(|it| it.1).enumerate();
    tags.find(|(_, start_tag)| text.starts_with(start_tag))
}

/// The open tag that ends at the start of `text`.
fn closes(text: &str, open: &[(usize, usize)]) -> Option<(usize, usize)> {
    open.iter()
        .rev()
        .copied()
        .find(|(index, _)| TAGS.get(*index).is_some_and(|it| text.starts_with(it.2)))
}

/// Moves a closing sign at the end before a final `.`, `?` or `!`, which the formatter looks at to
/// decide about its own full stop.
fn ends_before_punctuation(mut text: String) -> String {
    let is_end = |c: char| TAGS.iter().any(|it| it.4 == c);
    let inner = text.trim_end_matches(is_end);
    if inner.len() < text.len() && inner.ends_with(['.', '?', '!']) {
        let ends = text.split_off(inner.len());
        let mark = text.pop();
        text.push_str(&ends);
        text.extend(mark);
    }
    text
}

/// Makes every stretch of blanks, line ends and control characters one blank; none at the ends.
pub(crate) fn single_blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let blank = c == ' ' || c == '\u{2028}' || c == '\u{2029}' || c.is_control();
        if !blank {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out
}

/// Reads text with control characters as markup, over several pieces.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    italic: usize,
    bold: usize,
    superscript: usize,
    subscript: usize,
    small_caps: usize,
}

impl Reader {
    /// Appends the visible text of a piece, looking like `base` but for its own markup.
    pub(crate) fn read(&mut self, runs: &mut Vec<Run>, base: &Run, text: &str) {
        let mut start = 0;
        for (at, c) in text.char_indices().filter(|(_, c)| c.is_control()) {
            self.show(runs, base, text.get(start..at).unwrap_or_default());
            self.turn(c);
            start = at + c.len_utf8();
        }
        self.show(runs, base, text.get(start..).unwrap_or_default());
    }

    fn show(&self, runs: &mut Vec<Run>, base: &Run, text: &str) {
        let run = Run {
            text: text.to_owned(),
            italic: base.italic ^ (self.italic % 2 == 1),
            bold: base.bold ^ (self.bold % 2 == 1),
            small_caps: base.small_caps || self.small_caps > 0,
            superscript: base.superscript || self.superscript > 0,
            subscript: base.subscript || (self.subscript > 0 && self.superscript == 0),
            url: base.url.clone(),
            entry: base.entry.clone(),
        };
        run::push(runs, run);
    }

    fn turn(&mut self, sign: char) {
        let Some((tag, .., on, _)) = TAGS.iter().find(|it| it.3 == sign || it.4 == sign) else {
            return;
        };
        let depth = match tag {
            Tag::Italic => &mut self.italic,
            Tag::Bold => &mut self.bold,
            Tag::Superscript => &mut self.superscript,
            Tag::Subscript => &mut self.subscript,
            Tag::SmallCaps => &mut self.small_caps,
            Tag::NoCase => return,
        };
        *depth = if sign == *on {
            *depth + 1
        } else {
            depth.saturating_sub(1)
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, &str)]) {
        let runs = parse_rich_text(text);
        let seen: Vec<_> = runs
            .iter()
            .map(|run| {
                let mut look = String::new();
                for (on, letter) in [
                    (run.italic, 'i'),
                    (run.bold, 'b'),
                    (run.superscript, '^'),
                    (run.subscript, '_'),
                    (run.small_caps, 'c'),
                ] {
                    look.extend(on.then_some(letter));
                }
                (look, run.text.as_str())
            })
            .collect();
        let seen: Vec<_> = seen
            .iter()
            .map(|(look, text)| (look.as_str(), *text))
            .collect();
        assert_eq!(seen, expect, "{text:?}");
    }

    #[test]
    fn closed_tags_are_markup() {
        check("a <i>b</i> c", &[("", "a "), ("i", "b"), ("", " c")]);
        check("<b>a<i>b</i></b>", &[("b", "a"), ("ib", "b")]);
        check("H<sub>2</sub>O", &[("", "H"), ("_", "2"), ("", "O")]);
        check(
            "<span style=\"font-variant: small-caps;\">sm</span> <span class=\"nocase\">DNA</span>",
            &[("c", "sm"), ("", " DNA")],
        );
    }

    #[test]
    fn italics_within_italics_turn_upright() {
        check("<i>a <i>b</i></i>", &[("i", "a "), ("", "b")]);
    }

    #[test]
    fn everything_else_is_text() {
        for text in [
            "a < b > c",
            "<i>a",
            "a</i>",
            "<em>a</em>",
            "<script>x</script>",
            "R&D",
        ] {
            check(text, &[("", text)]);
        }
        check("<b>a <i>b</b>", &[("b", "a <i>b")]);
        check("&lt;i> &amp;lt;", &[("", "<i> &lt;")]);
    }

    #[test]
    fn control_characters_and_line_ends_are_blanks() {
        check(" a\r\n\tb\u{1}c\u{0}\u{85} ", &[("", "a b c")]);
    }

    #[test]
    fn writing_is_the_opposite_of_reading() {
        for text in [
            "a <i>b</i> c",
            "<b><i>a</i></b>",
            "&lt;i>x&lt;/i> &amp;lt; R&D <",
            "x<sup>2</sup>",
        ] {
            assert_eq!(
                write_rich_text(&parse_rich_text(text)),
                text.replace("<b><i>a</i></b>", "<i><b>a</b></i>")
            );
        }
    }

    #[test]
    fn a_final_mark_stands_behind_the_markup() {
        assert_eq!(to_marked("a <i>b?</i>"), "a \u{1}b\u{2}?");
        assert_eq!(to_marked("a <i>b</i>?"), "a \u{1}b\u{2}?");
    }
}
