//! Footnotes: the text of each is put where it is referred to.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use kuliah_source::{Message, Span};

use super::super::{Parse, Source};
use super::events::Events;
use super::inline_text::InlineText;
use super::reader::{Block, Reader};
use super::{brackets, refusal};

/// The footnotes of a file, by label.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    notes: BTreeMap<String, Note>,
    /// Whether a footnote is being read, which may hold no other.
    inside: bool,
    /// The labels of those that others hold.
    nested: BTreeSet<String>,
}

#[derive(Debug)]
struct Note {
    text: InlineText,
    span: Span,
    used: Option<Span>,
}

/// Whether a text may hold footnotes at all.
pub(super) fn may_be_in(text: &str) -> bool {
    text.contains("[^") && text.contains("]:")
}

/// Reads the footnotes among some events and nothing else.
pub(super) fn gather<'a>(
    source: Source<'a>,
    events: &mut Events<'a>,
    notes: &mut Footnotes,
    parse: &mut Parse,
) {
    notes.inside = true;
    for note in events.notes() {
        let mut reader = Reader::new(source, note.events, notes, parse);
        let blocks = reader.blocks();
        if reader.too_deep().is_some() {
            break;
        }
        reader.footnote(&note.label, note.range, blocks);
    }
    notes.inside = false;
}

impl Reader<'_, '_> {
    fn footnote(&mut self, label: &str, range: Range<usize>, blocks: Vec<Block>) {
        let mark = range.start..range.start + label.len() + "[^]".len();
        let span = self.source.span(mark);
        if let Some(known) = self.notes.notes.get(&folded(label)) {
            let found = refusal::FOOTNOTE_DUPLICATE.with("label", label).at(span);
            let first = Message::new("syntax/unsupported-markup.footnote-duplicate.first");
            let found = found.label(known.span, first);
            self.report(found);
            return;
        }
        let mut blocks = blocks.into_iter();
        let text = match blocks.next() {
            Some(Block::Paragraph(line)) => {
                self.refuse_image(line.image.as_ref());
                line.text
            }
            other => {
                let at = other.map_or(span, |block| block.span());
                self.report(refusal::FOOTNOTE_BLOCK.with("label", label).at(at));
                return;
            }
        };
        if let Some(block) = blocks.next() {
            self.report(
                refusal::FOOTNOTE_BLOCK
                    .with("label", label)
                    .at(block.span()),
            );
        }
        let text = brackets::balanced(text);
        let note = Note {
            text,
            span,
            used: None,
        };
        self.notes.notes.insert(folded(label), note);
    }
}

impl Footnotes {
    /// The text of the footnote that is referred to at a place; `None`, and a finding, when
    /// it may not stand there.
    pub(super) fn refer(
        &mut self,
        label: &str,
        span: Span,
        parse: &mut Parse,
    ) -> Option<InlineText> {
        if self.inside {
            let found = refusal::FOOTNOTE_NESTED.with("label", label).at(span);
            parse.diagnostics.push(found);
            self.nested.insert(folded(label));
            return None;
        }
        // One that is not there was reported where it is defined.
        let note = self.notes.get_mut(&folded(label))?;
        if let Some(first) = note.used {
            let message = Message::new("syntax/unsupported-markup.footnote-twice.first");
            let found = refusal::FOOTNOTE_TWICE.with("label", label).at(span);
            parse.diagnostics.push(found.label(first, message));
            return None;
        }
        note.used = Some(span);
        Some(note.text.clone())
    }

    /// Reports the footnotes that nothing refers to.
    pub(super) fn report_unused(&self, parse: &mut Parse) {
        for (label, note) in &self.notes {
            if note.used.is_none() && !self.nested.contains(label) {
                let found = refusal::FOOTNOTE_UNUSED
                    .with("label", &**label)
                    .at(note.span);
                parse.diagnostics.push(found);
            }
        }
    }
}

/// Labels are alike whatever their case.
fn folded(label: &str) -> String {
    label.to_lowercase()
}
