//! Block quotations, and the notes that are written like them.

use kuliah_source::{Diagnostic, Message, Span};

use super::super::{Data, Node, error};
use super::builder::{Blocks, Builder, Scope};
use super::fields::Fields;
use super::inline_text::InlineText;
use super::reader::Block;
use super::{brackets, citation, refusal};
use crate::synonyms;

/// The marks of notes and the audience of each.
const AUDIENCES: [(&str, &str); 3] = [
    ("note", "all"),
    ("student", "student"),
    ("lecturer", "lecturer"),
];

/// The mark of an answer.
pub(super) const ANSWER: &str = "answer";

/// Cuts the mark `[!word]` off the first paragraph of a quotation.
pub(super) fn take_mark(blocks: &mut Blocks) -> Option<InlineText> {
    let Some(Block::Paragraph(line)) = blocks.front_mut() else {
        return None;
    };
    let (word, _) = line.text.value.strip_prefix("[!")?.split_once(']')?;
    if word.contains(char::is_whitespace) {
        return None;
    }
    let end = "[!".len() + word.len();
    let mark = line.text.part("[!".len()..end);
    let rest = line.text.behind(end + 1);
    let is_line_break = rest.value.starts_with("\\\n");
    line.text = if is_line_break { rest.behind(2) } else { rest };
    if line.text.is_empty() {
        blocks.pop_front();
    }
    Some(mark)
}

impl Builder<'_> {
    /// Builds a quotation, or the note its mark makes of it.
    pub(super) fn quote(&mut self, blocks: Vec<Block>, span: Span, scope: Scope) -> Option<Node> {
        let mut blocks = Blocks::from(blocks);
        match take_mark(&mut blocks) {
            None => Some(self.quotation(blocks, span)),
            Some(mark) => self.note(&mark, blocks, span, scope),
        }
    }

    fn note(
        &mut self,
        mark: &InlineText,
        blocks: Blocks,
        span: Span,
        scope: Scope,
    ) -> Option<Node> {
        let word = mark.value.to_ascii_lowercase();
        let audience = AUDIENCES.iter().find(|(it, _)| *it == word);
        let content = self.inside(blocks, scope);
        let Some((_, audience)) = audience else {
            self.report(if word == ANSWER {
                refusal::ANSWER.at(mark.span)
            } else {
                unknown_mark(mark)
            });
            return None;
        };
        let mut fields = Fields::default();
        fields.named("audience", audience, mark.span);
        fields.list("content", content, span);
        Some(Node::tagged("note", fields.into_node(span)))
    }

    fn quotation(&mut self, blocks: Blocks, span: Span) -> Node {
        let mut paragraphs = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(line) => {
                    self.refuse_image(line.image.as_ref());
                    paragraphs.push(line.text);
                }
                other => self.report(refusal::QUOTE.at(other.span())),
            }
        }
        let cite = take_citation(&mut paragraphs);
        let language = take_language(&mut paragraphs);
        let text = paragraphs.into_iter().map(InlineText::into_node).collect();
        let mut fields = Fields::default();
        fields.node("text", Node::new(Data::Seq(text), span));
        fields.optional("lang", language);
        if let Some(cite) = cite {
            fields.node("cite", cite);
        }
        Node::tagged("quote", fields.into_node(span))
    }
}

/// Cuts the citation off the last paragraph; a paragraph of its own goes away with it.
fn take_citation(paragraphs: &mut Vec<InlineText>) -> Option<Node> {
    let (text, cite) = citation::trailing(paragraphs.last()?)?;
    let is_alone = text.is_empty();
    if is_alone && paragraphs.len() == 1 {
        return None;
    }
    paragraphs.pop();
    if !is_alone {
        paragraphs.push(text);
    }
    Some(cite)
}

/// Takes the language off when each paragraph as a whole is `[…]{lang=…}` of the same one.
fn take_language(paragraphs: &mut [InlineText]) -> Option<InlineText> {
    let bare: Vec<_> = paragraphs
        .iter()
        .map(without_language)
        .collect::<Option<_>>()?;
    let (_, first) = bare.first()?;
    let language = first.clone();
    if bare.iter().any(|(_, it)| it.value != language.value) {
        return None;
    }
    for (paragraph, (text, _)) in paragraphs.iter_mut().zip(bare) {
        *paragraph = text;
    }
    Some(language)
}

/// The text and the language of `[text]{lang=…}`.
fn without_language(text: &InlineText) -> Option<(InlineText, InlineText)> {
    let close = brackets::closing_of_first(&text.value, '[', ']')?;
    let open = "]{lang=";
    let rest = text.value.get(close..)?;
    let language = rest.strip_prefix(open)?.strip_suffix('}')?;
    if language.is_empty() || language.contains(['{', '}', '[', ']', ' ']) {
        return None;
    }
    let start = close + open.len();
    Some((
        text.part(1..close),
        text.part(start..start + language.len()),
    ))
}

fn unknown_mark(mark: &InlineText) -> Diagnostic {
    let allowed = AUDIENCES.iter().map(|(it, _)| *it).chain([ANSWER]);
    let message = Message::new("schema/unknown-value.note")
        .with("value", mark.value.as_str())
        .with("allowed", allowed.map(str::to_owned).collect::<Vec<_>>());
    let found = error("schema/unknown-value", mark.span, message);
    found.help(match synonyms::mark(&mark.value) {
        Some(near) => Message::new("schema/unknown-value.help").with("near", near),
        None => Message::new("schema/unknown-value.note.help"),
    })
}
