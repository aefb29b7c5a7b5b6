//! From the bytes of a course file to one spanned tree, whatever the syntax.
//!
//! [`decode_text`] makes text of bytes, and [`parse`] makes a [`Tree`] of text, by one
//! front end a syntax. Neither fails: what is wrong comes back as diagnostics.

mod comment;
pub(crate) mod de;
mod foreign;
mod json;
mod limits;
mod markdown;
mod report;
mod text_map;
mod toml;
mod tree;
mod yaml;

use std::str::FromStr;

use kuliah_source::{Diagnostic, FileId, Message, Span};

pub use comment::Comment;
pub use limits::Limits;
pub(crate) use report::{error, is_printable};
pub use text_map::TextMap;
pub use tree::{Data, Key, Node, Style, Text, Tree};

/// The syntaxes a course may be written in.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
#[non_exhaustive]
pub enum Syntax {
    /// Markdown with YAML front matter.
    Markdown,
    /// YAML 1.2 without anchors, aliases, tags and directives.
    Yaml,
    /// JSON (RFC 8259).
    Json,
    /// TOML 1.
    Toml,
}

impl Syntax {
    /// Every syntax.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Yaml, Self::Json, Self::Toml];

    /// The syntax of a file by the ending of its name; `None` for any other ending.
    pub fn of_path(path: &str) -> Option<Self> {
        path.rsplit_once('.')?.1.to_ascii_lowercase().parse().ok()
    }

    /// The usual ending of a file name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Yaml => "yaml",
            Self::Json => "json",
            Self::Toml => "toml",
        }
    }

    /// The name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Yaml => "YAML",
            Self::Json => "JSON",
            Self::Toml => "TOML",
        }
    }
}

impl FromStr for Syntax {
    type Err = ();

    /// Reads a file ending or name: `md`, `markdown`, `yaml`, `yml`, `json`, `toml`.
    fn from_str(name: &str) -> Result<Self, ()> {
        match name {
            "md" | "markdown" => Ok(Self::Markdown),
            "yaml" | "yml" => Ok(Self::Yaml),
            "json" => Ok(Self::Json),
            "toml" => Ok(Self::Toml),
            _ => Err(()),
        }
    }
}

/// What a front end made of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Parse {
    /// The tree; `None` when the file is too broken to have one.
    pub tree: Option<Tree>,
    /// The comments, in source order.
    pub comments: Vec<Comment>,
    /// What is wrong with the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// A text and the place in its file where it begins.
#[derive(Debug, Copy, Clone)]
pub(crate) struct Source<'a> {
    pub(crate) file: FileId,
    pub(crate) text: &'a str,
    pub(crate) base: usize,
}

impl Source<'_> {
    pub(crate) fn span(&self, range: std::ops::Range<usize>) -> Span {
        let last = self.text.len();
        let start = self.base + range.start.min(last);
        Span::new(self.file, start..self.base + range.end.min(last))
    }
}

/// Makes text of the bytes of a file.
///
/// The text is what the [`SourceMap`](kuliah_source::SourceMap) should hold, also when there are
/// diagnostics: bytes that are no UTF-8 are U+FFFD in it.
pub fn decode_text(file: FileId, bytes: &[u8]) -> (String, Vec<Diagnostic>) {
    if let Some(found) = foreign::foreign_file(file, bytes) {
        return (String::from_utf8_lossy(bytes).into_owned(), vec![found]);
    }
    let broken = match std::str::from_utf8(bytes) {
        Ok(text) => return (text.to_owned(), Vec::new()),
        Err(broken) => broken,
    };
    let at = broken.valid_up_to();
    let text = String::from_utf8_lossy(bytes).into_owned();
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let key = if utf16 {
        "syntax/not-utf8.utf16"
    } else {
        "syntax/not-utf8"
    };
    let byte = bytes.get(at).copied().unwrap_or_default();
    let message = Message::new(key)
        .with("byte", format!("{byte:#04x}"))
        .with("offset", at);
    let span = Span::new(file, at..at + '\u{fffd}'.len_utf8());
    let found = error("syntax/not-utf8", span, message).help(Message::new("syntax/not-utf8.help"));
    (text, vec![found])
}

/// Finds the characters of a file that no format can hold, in any syntax.
pub fn forbidden_characters(file: FileId, text: &str) -> Vec<Diagnostic> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let base = text.len() - body.len();
    report::forbidden_characters(Source {
        file,
        text: body,
        base,
    })
}

/// Reads a file.
pub fn parse(file: FileId, text: &str, syntax: Syntax, limits: &Limits) -> Parse {
    let mut parse = Parse {
        tree: None,
        comments: Vec::new(),
        diagnostics: Vec::new(),
    };
    // A byte order mark is no part of the text.
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source = Source {
        file,
        text: body,
        base: text.len() - body.len(),
    };
    if body.len() > limits.file_bytes {
        let value = body.len();
        parse.diagnostics.push(limits::exceeded(
            "bytes",
            limits.file_bytes,
            value,
            source.span(0..0),
        ));
        return parse;
    }
    parse.diagnostics = report::forbidden_characters(source);
    if !parse.diagnostics.is_empty() {
        return parse;
    }
    let root = match syntax {
        Syntax::Markdown => markdown::parse(source, limits, &mut parse),
        Syntax::Yaml => yaml::parse(source, limits, &mut parse),
        Syntax::Json => json::parse(source, limits, &mut parse),
        Syntax::Toml => toml::parse(source, limits, &mut parse),
    };
    if let Some(root) = root {
        limits::check(&root, limits, &mut parse.diagnostics);
        report::duplicate_keys(&root, &mut parse.diagnostics);
        if report::may_hold_escapes(source.text) {
            report::forbidden_values(&root, &mut parse.diagnostics);
        }
        parse.tree = Some(Tree { root });
    }
    parse
}

#[cfg(test)]
mod slips;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_a_name_tells_the_syntax() {
        for syntax in Syntax::ALL {
            let path = format!("kuliah.2026/a.{}", syntax.extension());
            assert_eq!(Syntax::of_path(&path), Some(syntax));
            assert_eq!(syntax.name().to_lowercase().parse(), Ok(syntax));
        }
        assert_eq!(Syntax::of_path("A.YML"), Some(Syntax::Yaml));
        assert_eq!(Syntax::of_path("a.pdf"), None);
        assert_eq!(Syntax::of_path("md"), None);
    }

    #[test]
    fn what_is_no_utf8_is_found_at_its_first_byte() {
        let (text, found) = decode_text(FileId::FIRST, b"Caf\xe9");
        assert_eq!(text, "Caf\u{fffd}");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].rule.as_str(), "syntax/not-utf8");
        assert_eq!(found[0].span().range(), Some(3..6));
        assert_eq!(decode_text(FileId::FIRST, "Café".as_bytes()).1, []);
    }

    #[test]
    fn a_mark_at_the_start_moves_no_place() {
        let found = forbidden_characters(FileId::FIRST, "\u{feff}ab\u{1}");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].span().range(), Some(5..6));
    }

    #[test]
    fn utf_16_is_told_by_its_mark_in_either_order() {
        for bytes in [b"\xff\xfea\0", b"\xfe\xff\0a"] {
            let (_, found) = decode_text(FileId::FIRST, bytes);
            assert_eq!(found[0].message.key(), "syntax/not-utf8.utf16");
            assert_eq!(found[0].span().start(), 0);
        }
    }

    #[test]
    fn a_file_of_as_many_bytes_as_may_be_is_read_and_one_more_is_not() {
        let text = "format: 1\ntitle: A\n";
        for (bytes, key) in [
            (text.len(), None),
            (text.len() - 1, Some("syntax/limit-exceeded.bytes")),
        ] {
            let limits = Limits {
                file_bytes: bytes,
                ..Limits::default()
            };
            let found = parse(FileId::FIRST, text, Syntax::Yaml, &limits).diagnostics;
            assert_eq!(found.first().map(|it| it.message.key()), key);
        }
    }

    #[test]
    fn values_as_deep_as_may_be_are_read_and_one_level_more_is_not() {
        // A mapping, a list in it, a text in that: three levels.
        let texts = [
            (Syntax::Yaml, "a:\n  - b\n"),
            (Syntax::Json, "{\"a\": [\"b\"]}"),
            (Syntax::Toml, "a = [\"b\"]\n"),
        ];
        for (syntax, text) in texts {
            for (depth, key) in [(3, None), (2, Some("syntax/limit-exceeded.depth"))] {
                let limits = Limits {
                    depth,
                    ..Limits::default()
                };
                let found = parse(FileId::FIRST, text, syntax, &limits).diagnostics;
                let first = found.first().map(|it| it.message.key());
                assert_eq!(first, key, "{syntax:?} {depth}");
                let args = found.iter().flat_map(|it| it.message.args());
                let values = args.filter(|(name, _)| *name == "value");
                let values: Vec<_> = values.map(|(_, it)| it.to_string()).collect();
                assert_eq!(values.len(), usize::from(key.is_some()));
                assert!(values.iter().all(|it| it == "3"), "{values:?}");
            }
        }
    }

    #[test]
    fn as_many_values_as_may_be_are_read_and_one_more_is_not() {
        // A mapping, a list in it, two texts in that.
        let text = "a: [b, c]\n";
        for (nodes, key) in [(4, None), (3, Some("syntax/limit-exceeded.nodes"))] {
            let limits = Limits {
                nodes,
                ..Limits::default()
            };
            let found = parse(FileId::FIRST, text, Syntax::Yaml, &limits).diagnostics;
            assert_eq!(found.first().map(|it| it.message.key()), key);
        }
    }
}
