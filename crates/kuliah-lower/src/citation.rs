//! Citations and the reference list, formatted once for the whole course.

mod gather;

use std::collections::{BTreeMap, BTreeSet};
use std::ptr;

use kuliah_cite::{FormattedCitation, FormattedEntry, Run, Style, default_style, format};
use kuliah_core::Spanned;
use kuliah_core::markup::{CitationGroup, InlineCitation};
use kuliah_core::model::{Citation, Course, CslDate, Name, Reference, walk};
use kuliah_doc::{Anchor, AnchorKind, Entry, Inline, LinkTarget, SafeText, inline_text};

use crate::reference::{references, title_runs};
use crate::text::{filled, text};
use gather::Gather;

/// The formatted text of every citation, and the reference list.
///
/// Citations are found by where they are in memory: equal ones at two places may differ in text.
pub(crate) struct Citations<'a> {
    /// Position in `texts`.
    of_group: BTreeMap<*const CitationGroup, usize>,
    /// Position in `texts`, by the first citation of a list or quotation.
    of_list: BTreeMap<*const Citation, usize>,
    /// Fewer than the citations when they could not be formatted.
    texts: Vec<FormattedCitation>,
    list: Vec<ListEntry<'a>>,
    /// The keys in `list`.
    listed: BTreeSet<String>,
}

/// A citation in the text, and the note it makes.
#[derive(Default)]
pub(crate) struct Cited {
    /// What stands in the text; empty where the note is all.
    pub(crate) text: Vec<Inline>,
    /// What stands in the note.
    pub(crate) note: Option<Vec<Inline>>,
}

impl Cited {
    fn text(text: Vec<Inline>) -> Self {
        Self { text, note: None }
    }
}

/// An entry of the reference list.
enum ListEntry<'a> {
    /// As the style has it.
    Formatted(FormattedEntry),
    /// A work of which the style shows nothing.
    Plain(&'a Reference),
}

impl<'a> Citations<'a> {
    /// Formats the citations of a course.
    pub(crate) fn of(course: &'a Course) -> Self {
        let references = references(course);
        // Reading a style takes longer than all else of a course that cites nothing.
        let style = (!references.is_empty()).then(|| style(course));
        let notes = style
            .as_ref()
            .is_some_and(|it| it.is_note().unwrap_or_default());
        let known = references.iter().map(kuliah_cite::Reference::key).collect();
        let mut gather = Gather::new(known, notes);
        walk(course, &mut gather);
        // The check rules out doubled keys, `ask` unknown ones; were there another error,
        // citations and entries would stand unformatted.
        let formatted = style.and_then(|style| {
            format(&references, &gather.requests, &style, course.lang.as_str()).ok()
        });
        let formatted = formatted.unwrap_or_default();
        let mut listed: BTreeSet<String> =
            formatted.entries.iter().map(|it| it.key.clone()).collect();
        let mut list: Vec<_> = formatted
            .entries
            .into_iter()
            .map(ListEntry::Formatted)
            .collect();
        for reference in &course.references {
            let key = reference.id.as_str();
            // A work that nobody read is not in the list: the one it was found in is.
            let second_hand = gather.second_hand.contains(key) && !gather.read.contains(key);
            if !second_hand && listed.insert(key.to_owned()) {
                list.push(ListEntry::Plain(reference));
            }
        }
        Self {
            of_group: gather.of_group,
            of_list: gather.of_list,
            texts: formatted.citations,
            list,
            listed,
        }
    }

    /// A citation in running text; its parts lead to the reference list when `linked`.
    pub(crate) fn group(&self, group: &CitationGroup, linked: bool) -> Cited {
        let place = self.of_group.get(&ptr::from_ref(group));
        match place.and_then(|place| self.texts.get(*place)) {
            Some(made) => self.cited(made, linked),
            None => Cited::text(unformatted(group.items.iter().map(written))),
        }
    }

    /// The citation of a whole list or quotation; empty when it has none.
    pub(crate) fn list(&self, cite: &[Spanned<Citation>]) -> Cited {
        let Some(first) = cite.first() else {
            return Cited::default();
        };
        let place = self.of_list.get(&ptr::from_ref(&**first));
        match place.and_then(|place| self.texts.get(*place)) {
            Some(made) => self.cited(made, true),
            None => Cited::text(unformatted(cite.iter().map(|it| {
                let locator = it.locator.iter().map(String::as_str);
                let parts: Vec<_> = [it.key.as_str()].into_iter().chain(locator).collect();
                parts.join(", ")
            }))),
        }
    }

    fn cited(&self, made: &FormattedCitation, linked: bool) -> Cited {
        Cited {
            text: self.inlines(&made.text, linked),
            note: made.note.as_ref().map(|runs| self.inlines(runs, linked)),
        }
    }

    /// The reference list.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        let entries = self.list.iter().map(|entry| match entry {
            ListEntry::Formatted(entry) => Entry {
                anchor: Anchor::new(AnchorKind::Entry, entry.key.as_str()),
                label: entry.label.as_ref().map(|runs| {
                    let label = self.inlines(runs, false);
                    SafeText::lossy(&inline_text(&label))
                }),
                content: self.inlines(&entry.runs, true),
            },
            ListEntry::Plain(work) => Entry {
                anchor: Anchor::new(AnchorKind::Entry, work.id.as_str()),
                label: None,
                content: self.plain(work),
            },
        });
        entries.collect()
    }

    /// Authors, title and year, for a work that the style leaves out of its list: whoever follows a
    /// citation to it is to find the work.
    fn plain(&self, work: &Reference) -> Vec<Inline> {
        let title = filled(self.inlines(&title_runs(&work.title), false))
            .unwrap_or_else(|| vec![text(work.id.as_str())]);
        let authors: Vec<_> = work.author.iter().map(inverted).collect();
        let mut out = Vec::new();
        if !authors.is_empty() {
            out.push(text(&format!(
                "{}. ",
                authors.join("; ").trim_end_matches('.')
            )));
        }
        out.extend(title);
        if let Some(year) = work.issued.as_ref().and_then(year) {
            out.push(text(&format!(", {year}.")));
        }
        out
    }

    fn inlines(&self, runs: &[Run], linked: bool) -> Vec<Inline> {
        let same = |a: &Run, b: &Run| a.entry == b.entry && a.url == b.url;
        let mut out = Vec::new();
        for part in runs.chunk_by(same) {
            let content: Vec<Inline> = part.iter().map(styled).collect();
            let first = part.first().filter(|_| linked);
            let entry = first.and_then(|it| it.entry.as_ref());
            let url = first.and_then(|it| it.url.as_ref());
            if let Some(key) = entry.filter(|key| self.listed.contains(*key)) {
                let target = Anchor::new(AnchorKind::Entry, key.as_str());
                out.push(Inline::Reference { target, content });
            } else if let Some(target) = url.and_then(|url| LinkTarget::new(url).ok()) {
                out.push(Inline::Link { target, content });
            } else {
                out.extend(content);
            }
        }
        out
    }
}

/// The style of a course: its own, or that of its language.
pub fn style(course: &Course) -> Style {
    let chosen = course.citation_style.as_ref().and_then(|chosen| {
        let own = chosen.definition().and_then(|it| Style::from_csl(it).ok());
        own.or_else(|| Style::by_name(chosen.name()))
    });
    chosen.unwrap_or_else(|| default_style(course.lang.as_str()))
}

/// A run as an inline. The document knows no small capitals and no raised or lowered text: such
/// words stand as they are.
fn styled(run: &Run) -> Inline {
    let mut inline = text(&run.text);
    if run.italic {
        inline = Inline::Emphasis(vec![inline]);
    }
    if run.bold {
        inline = Inline::Strong(vec![inline]);
    }
    inline
}

/// A citation that could not be formatted: the keys in square brackets.
fn unformatted(parts: impl Iterator<Item = String>) -> Vec<Inline> {
    let parts: Vec<_> = parts.collect();
    vec![text(&format!("[{}]", parts.join("; ")))]
}

fn written(item: &InlineCitation) -> String {
    let mut out = item.prefix.clone();
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(item.key.as_str());
    if let Some(locator) = &item.locator {
        out.push_str(", ");
        out.push_str(locator);
    }
    if !item.suffix.is_empty() && !item.suffix.starts_with([',', ';', ':', '.']) {
        out.push(' ');
    }
    out.push_str(&item.suffix);
    if let Some(via) = &item.via {
        out.push_str(" < ");
        out.push_str(&written(via));
    }
    out
}

/// "Family, Given", or the name of an institution.
fn inverted(name: &Name) -> String {
    let parts = [&name.literal, &name.family, &name.given];
    let parts: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join(", ")
}

/// The year of a date, or its words.
fn year(date: &CslDate) -> Option<String> {
    let number = date.date_parts.first().and_then(|it| it.first());
    number.map(i32::to_string).or_else(|| date.literal.clone())
}

#[cfg(test)]
mod tests {
    use kuliah_core::markup::InlineKind;
    use kuliah_core::model::{
        Block, CitationKey, Quote, Reference, ReferenceKind, Section, SectionId, each_inline,
    };
    use kuliah_doc::Language;

    use super::*;

    fn key(text: &str) -> CitationKey {
        CitationKey::new(text).expect("a key")
    }

    /// A course that no check has seen.
    fn unchecked(cite: Vec<Citation>, keys: &[&str]) -> Course {
        let mut quote = Quote::new("Kata");
        quote.cite = cite.into_iter().map(Spanned::from).collect();
        let prose = Block::prose("Teks [lihat @nihil, 5 dan seterusnya; @ada].");
        let section = Section::new(SectionId::new("a").expect("an id"), "A");
        let course = Course::new("Judul", Language::indonesian())
            .section(section.content([prose, Block::Quote(quote)]));
        keys.iter().fold(course, |course, it| {
            course.reference(Reference::new(
                key(it),
                ReferenceKind::Book,
                format!("Buku *{it}*"),
            ))
        })
    }

    /// The citations of the paragraph and of the quotation.
    fn shown(course: &Course) -> [String; 2] {
        let citations = Citations::of(course);
        let mut out = [String::new(), String::new()];
        for block in course.blocks() {
            match &**block {
                Block::Prose(markup) => each_inline(markup.inlines(), &mut |inline| {
                    if let InlineKind::Citation(group) = &inline.kind {
                        out[0] = inline_text(&citations.group(group, true).text);
                    }
                }),
                Block::Quote(quote) => out[1] = inline_text(&citations.list(&quote.cite).text),
                _ => {}
            }
        }
        out
    }

    #[test]
    fn unknown_keys_stand_in_square_brackets() {
        let mut cite = Citation::new(key("nihil"));
        cite.locator = Some("7".to_owned());
        let course = unchecked(vec![cite, Citation::new(key("ada"))], &["ada"]);
        assert_eq!(
            shown(&course),
            ["[lihat nihil, 5 dan seterusnya; ada]", "[nihil, 7; ada]"]
        );
    }

    #[test]
    fn keys_that_two_works_share_leave_the_titles() {
        let course = unchecked(vec![Citation::new(key("ada"))], &["ada", "ada", "lain"]);
        assert_eq!(shown(&course)[1], "[ada]");
        let entries = Citations::of(&course).entries();
        let texts: Vec<_> = entries.iter().map(|it| inline_text(&it.content)).collect();
        assert_eq!(texts, ["Buku ada", "Buku lain"]);
    }

    #[test]
    fn unknown_works_that_were_read_in_others_are_named_with_them() {
        let prose = Block::prose("Teks [lihat @nihil, hlm. 7 dalam @ada, 5 kata].");
        let section = Section::new(SectionId::new("a").expect("an id"), "A");
        let course = Course::new("Judul", Language::indonesian()).section(section.content([prose]));
        assert_eq!(shown(&course)[0], "[lihat nihil, 7 < ada, 5 kata]");
    }

    #[test]
    fn citations_of_a_quotation_are_one() {
        let cite = ["satu", "dua"].map(|it| Citation::new(key(it))).to_vec();
        let course = unchecked(cite, &["satu", "dua", "nihil", "ada"]);
        assert_eq!(shown(&course)[1], "(Buku dua, t.t.; Buku satu, t.t.)");
    }
}
