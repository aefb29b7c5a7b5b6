//! What the formatter is asked, gathered from a course.

use std::collections::{BTreeMap, BTreeSet};
use std::ptr;

use kuliah_cite::{CiteItem, CiteRequest, Form, LocatorKind};
use kuliah_core::markup::{CitationForm, CitationGroup, Inline, InlineCitation, InlineKind};
use kuliah_core::model::{Block, Citation, LocatorLabel, Visit};
use kuliah_core::{Markup, Spanned};

/// Collects what the formatter is asked, in reading order.
pub(super) struct Gather<'a, 'r> {
    /// The keys that can be asked for.
    known: BTreeSet<&'r str>,
    /// Whether citations make notes.
    notes: bool,
    /// Notes so far.
    note: u32,
    /// Works that somebody read.
    pub(super) read: BTreeSet<String>,
    /// Works that were found in others.
    pub(super) second_hand: BTreeSet<String>,
    /// The citations of lists and quotations, by their first.
    lists: BTreeMap<*const Citation, &'a [Spanned<Citation>]>,
    pub(super) of_group: BTreeMap<*const CitationGroup, usize>,
    pub(super) of_list: BTreeMap<*const Citation, usize>,
    pub(super) requests: Vec<CiteRequest>,
}

impl<'r> Gather<'_, 'r> {
    /// Asks for nothing yet. `notes` is whether citations make notes.
    pub(super) fn new(known: BTreeSet<&'r str>, notes: bool) -> Self {
        Self {
            known,
            notes,
            note: 0,
            read: BTreeSet::new(),
            second_hand: BTreeSet::new(),
            lists: BTreeMap::new(),
            of_group: BTreeMap::new(),
            of_list: BTreeMap::new(),
            requests: Vec::new(),
        }
    }

    /// Takes a request; `None` when one of its keys is unknown.
    fn ask(&mut self, form: Form, items: Vec<CiteItem>, in_note: bool) -> Option<usize> {
        let works = |item: &CiteItem| {
            let via = item.via.as_ref().map(|it| it.key.clone());
            [Some(item.key.clone()), via].into_iter().flatten()
        };
        let known = items
            .iter()
            .flat_map(works)
            .all(|key| self.known.contains(key.as_str()));
        if !known || items.is_empty() {
            return None;
        }
        for item in &items {
            match &item.via {
                Some(via) => {
                    self.second_hand.insert(item.key.clone());
                    self.read.insert(via.key.clone());
                }
                None => {
                    self.read.insert(item.key.clone());
                }
            }
        }
        if self.notes && !in_note {
            self.note = self.note.saturating_add(1);
        }
        let request = CiteRequest::new(form, items).in_note(self.note, in_note);
        self.requests.push(request);
        Some(self.requests.len() - 1)
    }

    /// The citations among inlines. Neither a note nor a link can hold a note.
    fn inlines(&mut self, inlines: &[Inline], in_note: bool) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Citation(group) => self.group(group, in_note),
                InlineKind::Footnote(content) => {
                    self.note = self.note.saturating_add(1);
                    self.inlines(content, true);
                }
                InlineKind::Link { content, .. } | InlineKind::Reference { content, .. } => {
                    self.inlines(content, true);
                }
                InlineKind::Emphasis(content)
                | InlineKind::Strong(content)
                | InlineKind::Span { content, .. } => self.inlines(content, in_note),
                InlineKind::Text(_)
                | InlineKind::Code(_)
                | InlineKind::Count(_)
                | InlineKind::Break => {}
            }
        }
    }

    fn group(&mut self, group: &CitationGroup, in_note: bool) {
        let form = match group.form {
            CitationForm::Parenthetical => Form::Parenthetical,
            CitationForm::Narrative => Form::Narrative,
            CitationForm::Year => Form::Year,
        };
        let items = group.items.iter().map(asked).collect();
        if let Some(place) = self.ask(form, items, in_note) {
            self.of_group.insert(ptr::from_ref(group), place);
        }
    }
}

fn asked(item: &InlineCitation) -> CiteItem {
    let made = CiteItem::new(item.key.as_str())
        .with_prefix(item.prefix.as_str())
        .with_suffix(item.suffix.as_str());
    let made = located(made, item.locator.as_deref(), item.label);
    match &item.via {
        Some(via) => made.cited_in(asked(via)),
        None => made,
    }
}

impl<'a> Visit<'a> for Gather<'a, '_> {
    fn markup(&mut self, markup: &'a Markup) {
        self.inlines(markup.inlines(), false);
    }

    fn block(&mut self, block: &'a Spanned<Block>) {
        let cite = match &**block {
            Block::Quote(quote) => &quote.cite,
            Block::List(list) => &list.cite,
            _ => return,
        };
        if let Some(first) = cite.first() {
            self.lists.insert(ptr::from_ref(&**first), cite);
        }
    }

    fn citation(&mut self, citation: &'a Spanned<Citation>) {
        // The first of a list stands for all; the others are met again and passed over.
        let place: *const Citation = ptr::from_ref(&**citation);
        let Some(cite) = self.lists.get(&place) else {
            return;
        };
        let items = cite.iter().map(|it| {
            located(
                CiteItem::new(it.key.as_str()),
                it.locator.as_deref(),
                it.label,
            )
        });
        if let Some(request) = self.ask(Form::Parenthetical, items.collect(), false) {
            self.of_list.insert(place, request);
        }
    }
}

fn located(item: CiteItem, locator: Option<&str>, label: LocatorLabel) -> CiteItem {
    let kind = match label {
        LocatorLabel::Chapter => LocatorKind::Chapter,
        LocatorLabel::Section => LocatorKind::Section,
        LocatorLabel::ArticleLocator => LocatorKind::Article,
        LocatorLabel::Paragraph => LocatorKind::Paragraph,
        LocatorLabel::Verse => LocatorKind::Verse,
        LocatorLabel::Volume => LocatorKind::Volume,
        LocatorLabel::Figure => LocatorKind::Figure,
        LocatorLabel::Table => LocatorKind::Table,
        LocatorLabel::Line => LocatorKind::Line,
        LocatorLabel::Note => LocatorKind::Note,
        LocatorLabel::Appendix => LocatorKind::Appendix,
        _ => LocatorKind::Page,
    };
    match locator {
        Some(locator) => item.at(kind, locator),
        None => item,
    }
}
