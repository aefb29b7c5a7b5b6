//! Properties of the front end that hold for any input.

use kuliah_source::{FileId, Span};
use proptest::prelude::*;

use super::super::{Data, Limits, Node, Parse, Syntax, parse};

/// Pieces that mean something to Markdown or to us.
const PIECES: [&str; 72] = [
    "# ",
    "## ",
    "### ",
    "#### ",
    "##### ",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "    ",
    "  ",
    " ",
    "- ",
    "1. ",
    "3) ",
    "> ",
    ">",
    "> [!note] ",
    "> [!answer]\n",
    "[!x]",
    "{.roles}",
    "{.role}",
    "{#a .tasks}",
    "{.exercise lines=6}",
    "{",
    "}",
    "{count}",
    "**a:** b",
    "**",
    "*",
    "_",
    "`",
    "``",
    "```\n",
    "```r {#x}\n",
    "~~~\n",
    "| a | b |\n",
    "|---|:-:|\n",
    "|",
    "\\|",
    ": ",
    ":\n",
    ": Cap {#c}\n",
    "[^1]",
    "[^1]: ",
    "[^é]",
    "^[",
    "[@k, hlm. 5; @l]",
    "[@k]: x",
    "[",
    "]",
    "(",
    ")",
    "](#a)",
    "![a](b \"c\"){#d}",
    "![",
    "[x]{lang=en}",
    "<!-- c -->",
    "<!--",
    "-->",
    "<b>",
    "\\",
    "\\\n",
    "  \n",
    "é“𝒳",
    "---\n",
    "---\ntitle: a\n---\n",
    "===\n",
    "a (b, c)",
    "&amp;",
];

fn check_span(text: &str, span: Span) {
    let range = span.range().expect("attached");
    assert!(text.get(range.clone()).is_some(), "{range:?} in {text:?}");
}

fn check_places(text: &str, parse: &Parse) {
    let mut stack: Vec<&Node> = parse.tree.iter().map(|it| &it.root).collect();
    while let Some(node) = stack.pop() {
        check_span(text, node.span);
        match &node.data {
            Data::Seq(items) => stack.extend(items),
            Data::Map(entries) => {
                for (key, node) in entries {
                    check_span(text, key.span);
                    stack.push(node);
                }
            }
            Data::Str(value) => {
                for (at, c) in value.value.char_indices() {
                    let span = value.map.span(at..at + c.len_utf8(), node.span);
                    check_span(text, span);
                    // Signs may stand for others, letters never do.
                    if c.is_alphanumeric() && !value.map.pieces().is_empty() {
                        let written = span.range().and_then(|range| text.get(range));
                        assert_eq!(written, Some(c.to_string().as_str()), "{text:?}");
                    }
                }
            }
            _ => {}
        }
    }
    for found in &parse.diagnostics {
        found
            .labels
            .iter()
            .for_each(|label| check_span(text, label.span));
    }
    parse
        .comments
        .iter()
        .for_each(|it| check_span(text, it.span));
}

fn read(text: &str) -> Parse {
    parse(FileId::FIRST, text, Syntax::Markdown, &Limits::default())
}

/// Every key and text of a tree, and every comment.
fn texts(parse: &Parse) -> String {
    let mut out = String::new();
    let mut stack: Vec<&Node> = parse.tree.iter().map(|it| &it.root).collect();
    while let Some(node) = stack.pop() {
        match &node.data {
            Data::Seq(items) => stack.extend(items),
            Data::Map(entries) => {
                for (key, node) in entries {
                    out.extend([key.name.as_str(), "\n"]);
                    stack.push(node);
                }
            }
            Data::Str(text) => out.extend([text.value.as_str(), "\n"]),
            _ => {}
        }
    }
    parse
        .comments
        .iter()
        .for_each(|it| out.extend([it.text.as_str(), "\n"]));
    out
}

fn pieces(most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..most)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_place_lies_in_the_file(pieces in pieces(40)) {
        let text = pieces.concat();
        check_places(&text, &read(&text));
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,80}") {
        check_places(&text, &read(&text));
    }

    #[test]
    fn no_word_is_lost_in_silence(pieces in pieces(12)) {
        let words = (0..pieces.len()).map(|index| format!("kata{index}z"));
        let words: Vec<_> = words.collect();
        let text: String = pieces
            .iter()
            .zip(&words)
            .flat_map(|(piece, word)| [piece, word.as_str()])
            .collect();
        let parse = read(&text);
        if parse.diagnostics.is_empty() {
            let kept = texts(&parse);
            for word in &words {
                prop_assert!(kept.contains(word), "{word} of {text:?} is not in {kept:?}");
            }
        }
    }
}
