//! TOML: the parser's spanned table into the tree.

use kuliah_source::Message;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::limits::Limits;
use super::{Comment, Data, Key, Node, Parse, Source, Style, Text, TextMap, error};

/// Reads TOML; `None` when it is broken.
pub(super) fn parse(source: Source<'_>, limits: &Limits, parse: &mut Parse) -> Option<Node> {
    match DeTable::parse(source.text) {
        Ok(table) => {
            let reader = Reader {
                source,
                depth: limits.depth,
            };
            parse.comments = comments(source);
            let data = reader.table(table.get_ref(), 1);
            Some(Node::new(data, source.span(0..source.text.len())))
        }
        Err(broken) => {
            let range = broken.span().unwrap_or(0..0);
            let span = source.span(range);
            let duplicate = broken.message().contains("duplicate key");
            let finding = if duplicate {
                let name = source
                    .text
                    .get(span.start() - source.base..span.end() - source.base);
                let message = Message::new("syntax/duplicate-key")
                    .with("key", name.unwrap_or_default().trim_matches(['[', ']']));
                error("syntax/duplicate-key", span, message)
                    .help(Message::new("syntax/duplicate-key.help"))
            } else {
                let (key, help) = words_for(broken.message());
                error("syntax/parse", span, Message::new(key)).help(Message::new(help))
            };
            parse.diagnostics.push(finding);
            None
        }
    }
}

/// What is wrong and what to do, in place of the words of the parser.
fn words_for(reason: &str) -> (&'static str, &'static str) {
    // Sorted from what is told surely to what is told by the way.
    const WORDS: [(&str, &str, &str); 19] = [
        ("boolean", "syntax/parse.value", "syntax/parse.value.help"),
        (
            "must be quoted",
            "syntax/parse.value",
            "syntax/parse.value.help",
        ),
        (
            "escape",
            "syntax/parse.backslash",
            "syntax/parse.backslash.help",
        ),
        (
            "basic string",
            "syntax/parse.quote",
            "syntax/parse.quote.help",
        ),
        (
            "literal string",
            "syntax/parse.quote",
            "syntax/parse.quote.help",
        ),
        ("quote", "syntax/parse.quote", "syntax/parse.quote.help"),
        (
            "unclosed",
            "syntax/parse.bracket",
            "syntax/parse.bracket.help",
        ),
        ("comma", "syntax/parse.bracket", "syntax/parse.bracket.help"),
        (
            "opening",
            "syntax/parse.bracket",
            "syntax/parse.bracket.help",
        ),
        ("table", "syntax/parse.bracket", "syntax/parse.bracket.help"),
        (
            "key with no value",
            "syntax/parse.toml-equals",
            "syntax/parse.toml-equals.help",
        ),
        (
            "assignment",
            "syntax/parse.toml-equals",
            "syntax/parse.toml-equals.help",
        ),
        (
            "key-value pair",
            "syntax/parse.toml-equals",
            "syntax/parse.toml-equals.help",
        ),
        (
            "`=`",
            "syntax/parse.toml-equals",
            "syntax/parse.toml-equals.help",
        ),
        (
            "missing value",
            "syntax/parse.value",
            "syntax/parse.value.help",
        ),
        (
            "unexpected content",
            "syntax/parse.behind",
            "syntax/parse.behind.help",
        ),
        (
            "unexpected key or value",
            "syntax/parse.behind",
            "syntax/parse.behind.help",
        ),
        (
            "recurs",
            "syntax/parse.toml-open",
            "syntax/parse.toml-open.help",
        ),
        (
            "carriage return",
            "syntax/parse.toml",
            "syntax/parse.help-toml",
        ),
    ];
    const NUMBERS: [&str; 9] = [
        "date",
        "digit",
        "float",
        "integer",
        "leading zero",
        "number",
        "radix",
        "sign",
        "time",
    ];
    let known = WORDS.iter().find(|(words, _, _)| reason.contains(words));
    match known {
        Some((_, key, help)) => (key, help),
        None if NUMBERS.iter().any(|it| reason.contains(it)) => {
            ("syntax/parse.number", "syntax/parse.number.help")
        }
        None => ("syntax/parse.toml-open", "syntax/parse.toml-open.help"),
    }
}

struct Reader<'a> {
    source: Source<'a>,
    depth: usize,
}

impl Reader<'_> {
    fn table(&self, table: &DeTable<'_>, depth: usize) -> Data {
        let mut entries: Vec<_> = table
            .iter()
            .map(|(key, value)| {
                let name = key.get_ref().to_string();
                let key = Key::new(name, self.source.span(key.span()));
                (key, self.value(value, depth + 1))
            })
            .collect();
        // The parser sorts by key; the tree keeps the author's order.
        entries.sort_by_key(|(key, _)| key.span.start());
        Data::Map(entries)
    }

    fn value(&self, value: &Spanned<DeValue<'_>>, depth: usize) -> Node {
        let span = self.source.span(value.span());
        let data = match value.get_ref() {
            // One level beyond the limit is kept, so that the limit is reported.
            _ if depth > self.depth + 1 => Data::Null,
            DeValue::String(text) => self.text(text, &value.span(), Style::Quoted),
            DeValue::Datetime(date) => self.text(&date.to_string(), &value.span(), Style::Plain),
            DeValue::Boolean(value) => Data::Bool(*value),
            DeValue::Integer(number) => {
                let digits = number.as_str().replace('_', "");
                i64::from_str_radix(&digits, number.radix()).map_or_else(
                    |_| self.text(&digits, &value.span(), Style::Plain),
                    Data::Int,
                )
            }
            DeValue::Float(number) => match number.as_str().replace('_', "").parse::<f64>() {
                Ok(number) if number.is_finite() => Data::Float(number),
                _ => self.text(number.as_str(), &value.span(), Style::Plain),
            },
            DeValue::Array(items) => {
                Data::Seq(items.iter().map(|it| self.value(it, depth + 1)).collect())
            }
            DeValue::Table(table) => self.table(table, depth),
        };
        Node::new(data, span)
    }

    fn text(&self, value: &str, range: &std::ops::Range<usize>, style: Style) -> Data {
        let written = self.source.text.get(range.clone()).unwrap_or_default();
        let quotes = ["\"\"\"", "'''", "\"", "'"]
            .iter()
            .find(|quote| written.starts_with(**quote))
            .map_or(0, |quote| quote.len());
        let inner = written.get(quotes..).unwrap_or_default();
        let map = TextMap::follow(value, inner, self.source.base + range.start + quotes);
        Data::Str(Text {
            value: value.to_owned(),
            style,
            map,
        })
    }
}

/// Comments on lines of their own, and behind a value on the same line.
///
/// A `#` within a text is told from a comment by the quotes before it on the line; a text of
/// several lines may still be mistaken for one, which only matters where it reads as a
/// suppression.
fn comments(source: Source<'_>) -> Vec<Comment> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        let mut quote = None;
        for (at, c) in line.char_indices() {
            match (quote, c) {
                (None, '"' | '\'') => quote = Some(c),
                (Some(open), c) if c == open => quote = None,
                (None, '#') => {
                    let text = line.get(at..).unwrap_or_default().trim_end();
                    out.push(Comment {
                        text: text.trim_start_matches('#').trim().to_owned(),
                        span: source.span(start + at..start + at + text.len()),
                    });
                    break;
                }
                _ => {}
            }
        }
        start += line.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use kuliah_source::FileId;

    use super::super::Syntax;
    use super::*;

    fn read(text: &str) -> Parse {
        super::super::parse(FileId::FIRST, text, Syntax::Toml, &Limits::default())
    }

    #[test]
    fn values_and_dates_are_read() {
        let text =
            "title = \"Peran\"\ndate = 2018-12-29\ncredits = 0x3\n[[sections]]\ntitle = 'A'\n";
        let tree = read(text).tree.expect("a tree");
        let value = serde_json::json!({
            "title": "Peran", "date": "2018-12-29", "credits": 3, "sections": [{ "title": "A" }]
        });
        assert_eq!(tree.root.to_value(), value);
        let (_, node) = tree.root.at("/sections/0/title").expect("there");
        assert_eq!(text.get(node.span.range().expect("attached")), Some("'A'"));
    }

    #[test]
    fn duplicate_keys_and_broken_text_have_a_place() {
        let text = "a = 1\na = 2\n";
        let finding = read(text)
            .diagnostics
            .into_iter()
            .next()
            .expect("a finding");
        assert_eq!(finding.rule.as_str(), "syntax/duplicate-key");
        assert_eq!(finding.span().start(), 6);
        let finding = read("a = \n")
            .diagnostics
            .into_iter()
            .next()
            .expect("a finding");
        assert_eq!(finding.rule.as_str(), "syntax/parse");
    }

    #[test]
    fn the_authors_order_is_kept() {
        let tree = read("b = 1\na = 2\n").tree.expect("a tree");
        let Data::Map(entries) = &tree.root.data else {
            panic!("a table")
        };
        let names: Vec<_> = entries.iter().map(|(key, _)| key.name.as_str()).collect();
        assert_eq!(names, ["b", "a"]);
    }
}
