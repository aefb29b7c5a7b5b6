//! YAML: events of the parser into the tree.
//!
//! YAML 1.2 with the core schema's scalars, less anchors, aliases, tags, directives and
//! several documents in a file: a course file should mean what it shows.

use granit_parser::{Event, Parser, ScalarStyle, options};
use kuliah_source::{Diagnostic, Message, Span};

use super::limits::{Limits, exceeded};
use super::{Comment, Data, Key, Node, Parse, Source, Style, Text, TextMap, error};

/// Reads YAML; `None` when it is broken or empty of any document.
pub(super) fn parse(source: Source<'_>, limits: &Limits, parse: &mut Parse) -> Option<Node> {
    let options = options! {
        strict_indentation: true,
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        // JSON is read here too, and its keys may be of any length.
        simple_key_max_lookahead: usize::MAX,
        flow_nesting_limit: limits.depth * 2,
        block_nesting_limit: limits.depth * 2,
    };
    let mut builder = Builder {
        source,
        depth: limits.depth,
        open: Vec::new(),
        root: None,
        documents: 0,
        parse,
    };
    for event in Parser::new_from_str_with_options(source.text, options) {
        match event {
            Ok((event, span)) => {
                let range = span.byte_range().unwrap_or_default();
                let tag = span.tag_span().and_then(|it| it.byte_range());
                builder.event(event, range, tag)?;
            }
            Err(broken) => {
                let finding = broken_syntax(&broken, source, limits);
                builder.parse.diagnostics.push(finding);
                return None;
            }
        }
    }
    builder.root.or_else(|| {
        let span = source.span(0..0);
        Some(Node::new(Data::Null, span))
    })
}

fn broken_syntax(
    broken: &granit_parser::ScanError,
    source: Source<'_>,
    limits: &Limits,
) -> Diagnostic {
    use granit_parser::ErrorKind as Kind;
    let marker = broken.marker();
    let at = marker.byte_offset().unwrap_or_else(|| {
        source
            .text
            .char_indices()
            .nth(marker.index())
            .map_or(source.text.len(), |(at, _)| at)
    });
    let width = source
        .text
        .get(at..)
        .and_then(|rest| rest.chars().next())
        .filter(|c| !c.is_control())
        .map_or(0, char::len_utf8);
    let span = source.span(at..at + width);
    let parse_error = |message: &'static str, key: &'static str| {
        error("syntax/parse", span, Message::new(message)).help(Message::new(key))
    };
    match broken.kind() {
        Kind::RecursionLimitExceeded => exceeded("depth", limits.depth, limits.depth + 1, span),
        Kind::DirectiveDisallowed | Kind::UndeclaredTagHandle => error(
            "syntax/anchor-or-tag",
            span,
            Message::new("syntax/anchor-or-tag.directive"),
        )
        .help(Message::new("syntax/anchor-or-tag.help")),
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabInIndentation
        | Kind::TabAtBlockScalarStart => {
            parse_error("syntax/parse.yaml-tab", "syntax/parse.help-tab")
        }
        Kind::TabInPlainScalar => {
            // The place is that of the text which the tab goes on with.
            let rest = source.text.get(at..).unwrap_or_default();
            let tab = at + rest.find('\t').unwrap_or_default();
            let message = Message::new("syntax/parse.yaml-tab");
            error("syntax/parse", source.span(tab..tab), message)
                .help(Message::new("syntax/parse.help-tab"))
        }
        // A quote that is never closed runs on to a line that is not indented.
        Kind::UnclosedQuotedScalar | Kind::InvalidQuotedScalarIndent => {
            match opening_quote(source.text, at) {
                Some(quote) => {
                    let message = Message::new("syntax/parse.quote");
                    error("syntax/parse", source.span(quote..quote + 1), message)
                        .help(Message::new("syntax/parse.quote.help"))
                }
                None => parse_error("syntax/parse.quote", "syntax/parse.quote.help"),
            }
        }
        Kind::MappingValueNotAllowed => {
            error("syntax/parse", span, Message::new("syntax/parse.colon"))
                .help(Message::new("syntax/parse.colon.help"))
        }
        Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofImplicitFlowMapping
        | Kind::ExpectedFlowSequenceSeparator
        | Kind::ExpectedFlowMappingSeparator => parse_error(
            "syntax/parse.yaml-bracket",
            "syntax/parse.yaml-bracket.help",
        ),
        Kind::SimpleKeyExpected | Kind::InvalidSimpleKey => {
            parse_error("syntax/parse.yaml-key", "syntax/parse.yaml-key.help")
        }
        Kind::InvalidIndentation
        | Kind::ExpectedBlockMappingKey
        | Kind::ExpectedBlockSequenceEntry => {
            parse_error("syntax/parse.yaml-indent", "syntax/parse.yaml-indent.help")
        }
        Kind::MisplacedFlowCollectionEnd
        | Kind::MismatchedFlowCollectionEnd { .. }
        | Kind::UnclosedFlowCollection { .. } => {
            parse_error("syntax/parse.bracket", "syntax/parse.bracket.help")
        }
        Kind::UnexpectedCharacter { .. } => {
            parse_error("syntax/parse.yaml-sign", "syntax/parse.yaml-sign.help")
        }
        Kind::UnknownQuotedScalarEscape | Kind::InvalidQuotedScalarHexEscape => {
            parse_error("syntax/parse.backslash", "syntax/parse.backslash.help")
        }
        Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => {
            parse_error("syntax/parse.behind", "syntax/parse.behind.help")
        }
        _ => parse_error("syntax/parse.yaml", "syntax/parse.help-yaml"),
    }
}

/// Where the quotation mark stands that is open at an offset: the last one that begins a value.
fn opening_quote(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?;
    let begins_value = |mark: usize| {
        let previous = before.get(..mark).and_then(|it| it.chars().next_back());
        previous.is_none_or(|c| c.is_whitespace() || matches!(c, '[' | '{' | ','))
    };
    before
        .rmatch_indices(['"', '\''])
        .map(|(mark, _)| mark)
        .find(|&mark| begins_value(mark))
}

struct Open {
    node: Node,
    key: Option<Key>,
}

struct Builder<'a> {
    source: Source<'a>,
    depth: usize,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    parse: &'a mut Parse,
}

type Range = std::ops::Range<usize>;

impl Builder<'_> {
    /// Takes an event; `None` ends the reading.
    fn event(&mut self, event: Event<'_>, range: Range, tag: Option<Range>) -> Option<()> {
        let span = self.source.span(range.clone());
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents == 2 {
                    let message = Message::new("syntax/parse.second-document");
                    let help = Message::new("syntax/parse.second-document.help");
                    self.report(error("syntax/parse", span, message).help(help));
                    return None;
                }
            }
            Event::Comment(text, _) => self.parse.comments.push(Comment {
                text: text.trim().to_owned(),
                span,
            }),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse("syntax/anchor-or-tag.alias", span);
                self.put(Node::new(Data::Null, span));
            }
            Event::Anchor(..) => self.refuse("syntax/anchor-or-tag.anchor", span),
            Event::Scalar(value, style, _, scalar_tag) => {
                self.refuse_tag(scalar_tag.is_some(), span, tag);
                let data = self.scalar(&value, style, range);
                self.put(Node::new(data, span));
            }
            Event::SequenceStart(_, _, node_tag) => {
                self.refuse_tag(node_tag.is_some(), span, tag);
                self.start(Data::Seq(Vec::new()), span)?;
            }
            Event::MappingStart(_, _, node_tag) => {
                self.refuse_tag(node_tag.is_some(), span, tag);
                self.start(Data::Map(Vec::new()), span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(mut closed) = self.open.pop() {
                    closed.node.span = self.trimmed(closed.node.span.to(span));
                    self.put(closed.node);
                }
            }
            _ => {}
        }
        Some(())
    }

    /// A block collection ends before the next token; the white space there is not its own.
    fn trimmed(&self, span: Span) -> Span {
        let base = self.source.base;
        let (start, end) = (span.start() - base, span.end() - base);
        let text = self.source.text.get(start..end).unwrap_or_default();
        self.source.span(start..start + text.trim_end().len())
    }

    fn start(&mut self, data: Data, span: Span) -> Option<()> {
        if self.open.len() >= self.depth {
            self.report(exceeded("depth", self.depth, self.depth + 1, span));
            return None;
        }
        self.open.push(Open {
            node: Node::new(data, span),
            key: None,
        });
        Some(())
    }

    fn scalar(&self, value: &str, style: ScalarStyle, range: Range) -> Data {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            _ => Style::Quoted,
        };
        if style == Style::Plain
            && let Some(data) = plain(value)
        {
            return data;
        }
        let written = self.source.text.get(range.clone()).unwrap_or_default();
        // The opening quote is no part of the value.
        let quote = usize::from(style == Style::Quoted && written.starts_with(['"', '\'']));
        let inner = written.get(quote..).unwrap_or_default();
        let map = TextMap::follow(value, inner, self.source.base + range.start + quote);
        Data::Str(Text {
            value: value.to_owned(),
            style,
            map,
        })
    }

    fn put(&mut self, node: Node) {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        match &mut open.node.data {
            Data::Seq(items) => items.push(node),
            Data::Map(entries) => {
                if let Some(key) = open.key.take() {
                    entries.push((key, node));
                } else {
                    let name = key_name(&node);
                    open.key = Some(Key::new(name.clone().unwrap_or_default(), node.span));
                    if name.is_none() {
                        let message = Message::new("syntax/key-not-text");
                        let help = Message::new("syntax/key-not-text.help");
                        self.report(error("syntax/key-not-text", node.span, message).help(help));
                    }
                }
            }
            _ => {}
        }
    }

    fn refuse_tag(&mut self, tagged: bool, span: Span, tag: Option<Range>) {
        if tagged {
            let span = tag.map_or(span, |range| self.source.span(range));
            self.refuse("syntax/anchor-or-tag.tag", span);
        }
    }

    fn refuse(&mut self, key: &'static str, span: Span) {
        let finding = error("syntax/anchor-or-tag", span, Message::new(key));
        self.report(finding.help(Message::new("syntax/anchor-or-tag.help")));
    }

    fn report(&mut self, finding: Diagnostic) {
        self.parse.diagnostics.push(finding);
    }
}

/// A key as text; `None` for a list or mapping.
fn key_name(node: &Node) -> Option<String> {
    match &node.data {
        Data::Str(text) => Some(text.value.clone()),
        Data::Int(number) => Some(number.to_string()),
        Data::Float(number) => Some(number.to_string()),
        Data::Bool(value) => Some(value.to_string()),
        Data::Null => Some("null".to_owned()),
        Data::Seq(_) | Data::Map(_) => None,
    }
}

/// The core schema of YAML 1.2 (section 10.3.2), less what would lose a letter of a text:
/// `0755`, `0x1f`, `.5`, `.inf` and a number beyond 64 bits stay text. `None` is text.
fn plain(value: &str) -> Option<Data> {
    match value {
        "" | "~" | "null" | "Null" | "NULL" => return Some(Data::Null),
        "true" | "True" | "TRUE" => return Some(Data::Bool(true)),
        "false" | "False" | "FALSE" => return Some(Data::Bool(false)),
        _ => {}
    }
    let unsigned = value.strip_prefix('-').unwrap_or(value);
    let mut parts = unsigned.splitn(2, '.');
    let whole = parts.next().unwrap_or_default();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    match parts.next() {
        None => value.parse().ok().map(Data::Int),
        Some(fraction) if digits(fraction) => {
            let number: f64 = value.parse().ok()?;
            // `format: 1.0` is the whole number 1, as JSON Schema has it.
            match format!("{number:.0}").parse::<i64>() {
                Ok(whole) if fraction.bytes().all(|b| b == b'0') => Some(Data::Int(whole)),
                _ => Some(Data::Float(number)),
            }
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use kuliah_source::FileId;

    use super::super::Syntax;
    use super::*;

    fn read(text: &str) -> Parse {
        super::super::parse(FileId::FIRST, text, Syntax::Yaml, &Limits::default())
    }

    fn rules(text: &str) -> Vec<&'static str> {
        read(text)
            .diagnostics
            .iter()
            .map(|it| it.rule.as_str())
            .collect()
    }

    #[test]
    fn what_breaks_the_syntax_is_covered_by_its_whole_character() {
        for (text, covered) in [("a: 1\nb: @c\n", "@"), ("é: 1\nb: @c\n", "@")] {
            let found = read(text).diagnostics;
            let range = found[0].span().range().expect("attached");
            assert_eq!(text.get(range), Some(covered), "{text}");
        }
    }

    #[test]
    fn scalars_keep_every_letter_they_might_lose() {
        for (written, data) in [
            ("12", Some(Data::Int(12))),
            ("-3", Some(Data::Int(-3))),
            ("1.5", Some(Data::Float(1.5))),
            ("1.0", Some(Data::Int(1))),
            ("true", Some(Data::Bool(true))),
            ("", Some(Data::Null)),
            ("no", None),
            ("0755", None),
            ("0123456789", None),
            ("1_000", None),
            ("1e3", None),
            ("12:30", None),
            ("2018-12-29", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(plain(written), data, "{written}");
        }
    }

    #[test]
    fn spans_count_bytes() {
        let text = "title: \"“Peran”\"\nkey: nilai\n";
        let tree = read(text).tree.expect("a tree");
        let (key, node) = tree.root.get("key").expect("there");
        assert_eq!(text.get(key.span.range().expect("attached")), Some("key"));
        assert_eq!(
            text.get(node.span.range().expect("attached")),
            Some("nilai")
        );
    }

    #[test]
    fn anchors_aliases_and_tags_are_refused_by_name() {
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        assert!(rules(bomb).iter().all(|it| *it == "syntax/anchor-or-tag"));
        assert_eq!(rules(bomb).len(), 6);
        assert_eq!(rules("a: !!str 1\n"), ["syntax/anchor-or-tag"]);
        assert_eq!(rules("a: *nowhere\n"), ["syntax/anchor-or-tag"]);
        assert_eq!(rules("%YAML 1.2\n---\na: 1\n"), ["syntax/anchor-or-tag"]);
    }

    #[test]
    fn a_second_document_is_never_dropped_in_silence() {
        assert_eq!(rules("a: 1\n---\nb: 2\n"), ["syntax/parse"]);
    }

    #[test]
    fn depth_is_limited() {
        assert_eq!(rules(&"[".repeat(20_000)), ["syntax/limit-exceeded"]);
        let deep = format!("{}1{}", "[".repeat(65), "]".repeat(65));
        assert_eq!(rules(&deep), ["syntax/limit-exceeded"]);
    }

    #[test]
    fn comments_are_kept_with_their_places() {
        let parse = read("a: 1 # satu\n");
        assert_eq!(
            parse.comments.first().map(|it| it.text.as_str()),
            Some("satu")
        );
        assert_eq!(parse.comments.first().map(|it| it.span.start()), Some(5));
    }

    #[test]
    fn an_open_quotation_mark_is_where_the_finding_is() {
        let text = "format: 1\ntitle: \"Peran it's\nlang: id\n";
        let parse = read(text);
        let finding = parse.diagnostics.first().expect("a finding");
        assert_eq!(finding.span().start(), text.find('"').expect("there"));
        assert_eq!(finding.message.key(), "syntax/parse.quote");
        let parse = read("title: Peran: pekerja\n");
        let finding = parse.diagnostics.first().expect("a finding");
        assert_eq!(finding.message.key(), "syntax/parse.colon");
    }

    #[test]
    fn broken_text_says_where() {
        let parse = read("a: [1, 2\nb: 3\n");
        let finding = parse.diagnostics.first().expect("a finding");
        assert_eq!(finding.rule.as_str(), "syntax/parse");
        assert!(parse.tree.is_none());
    }
}
