//! Headings, paragraphs, quotations and the reference list.

use kuliah_doc::{Entry, ExportError, Inline, Quote, Section};

use kuliah_theme::Alignment;

use super::flow::{Keep, Strip};
use super::inline::{Attributes, Part};
use super::line_break::Widths;
use super::lines::{Line, set_lines};
use super::paragraph::Spacing;
use super::{Heading, Layout, Room};
use crate::font::FaceId;
use crate::page::Item;
use crate::style::{self, HeadingStyle, Type};
use crate::tags::{Attribute, ElementId, ROOT};

/// How a paragraph is set.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Setting {
    pub justified: bool,
    /// How far the second and later lines stand in from the first.
    pub hanging: f32,
    /// How far the first line stands in from the others.
    pub indent: f32,
    /// Whether lines stand in the middle; only where the right edge is loose.
    pub centred: bool,
}

impl Setting {
    /// Both edges straight.
    pub(crate) const JUSTIFIED: Self = Self {
        justified: true,
        hanging: 0.0,
        indent: 0.0,
        centred: false,
    };
    /// Right edge loose.
    pub(crate) const RAGGED: Self = Self {
        justified: false,
        hanging: 0.0,
        indent: 0.0,
        centred: false,
    };
}

impl<'a> Layout<'a> {
    /// Sets parts in lines that fill a room.
    pub(crate) fn lines(&mut self, parts: &[Part], room: Room, setting: Setting) -> Vec<Line> {
        let justified = setting.justified && room.width >= self.style.least_justified;
        let spacing = if justified {
            Spacing::Justified
        } else {
            Spacing::Ragged
        };
        let mut paragraph = self.setter.measure(parts, spacing);
        self.report_missing(&paragraph.missing);
        if paragraph.is_empty() {
            return Vec::new();
        }
        let widths = Widths {
            first: room.width - setting.indent,
            rest: room.width - setting.hanging,
        };
        let wide = paragraph.split_wide(widths.rest.min(widths.first));
        self.report_overfull(&wide);
        let fonts = self.setter.fonts;
        let mut lines = set_lines(fonts, &paragraph, room.left, widths, justified);
        for (index, line) in lines.iter_mut().enumerate() {
            let edge = if index == 0 {
                setting.indent
            } else {
                setting.hanging
            };
            let shift = if setting.centred {
                edge + (room.width - edge - line.width).max(0.0) / 2.0
            } else {
                edge
            };
            if shift > 0.0 {
                line.shift(shift);
            }
        }
        lines
    }

    /// Puts lines into the flow: no single line of theirs is left on a page.
    pub(crate) fn push_lines(&mut self, lines: Vec<Line>, kind: Type, room: Room) {
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let single = count > 1 && (index == 0 || index + 2 == count);
            let keep = match (single, line.hyphen) {
                (true, _) => Keep::Bound,
                (false, true) => Keep::Hyphen,
                (false, false) => Keep::Free,
            };
            self.push_line(line, kind, room, keep);
        }
    }

    fn push_line(&mut self, line: Line, kind: Type, room: Room, keep: Keep) {
        let mut strip = line_strip(line, kind);
        let labels = self.flow.take_labels();
        let base = -kind.leading * style::BASELINE;
        let labels = labels.into_iter().map(|(run, rise)| Item::Text {
            run,
            y: base + rise,
        });
        strip.items.splice(0..0, labels);
        strip.keep = keep;
        strip.frame = room.frame;
        self.flow.push(strip);
    }

    /// Sets a waiting label on a line of its own.
    pub(crate) fn flush_label(&mut self, room: Room) {
        if self.flow.has_label() {
            self.push_line(Line::default(), room.kind, room, Keep::Bound);
        }
    }

    /// Sets inline text as a paragraph of an element.
    pub(crate) fn text(
        &mut self,
        content: &'a [Inline],
        base: Attributes,
        kind: Type,
        room: Room,
        setting: Setting,
    ) {
        let parts = self.parts(content, base);
        let lines = self.lines(&parts, room, setting);
        self.push_lines(lines, kind, room);
    }

    pub(crate) fn paragraph(&mut self, content: &'a [Inline], room: Room) {
        let owner = self.tree.block("P", room.parent);
        let setting = if room.lists == 0 && room.kind == self.style.text {
            Setting {
                indent: self.style.indent,
                ..self.running_text()
            }
        } else {
            self.running_text()
        };
        self.text(content, room.text(owner), room.kind, room, setting);
        self.flow.space(self.style.after_paragraph);
    }

    /// Sets running text whose element is there already.
    pub(crate) fn paragraph_of(&mut self, content: &'a [Inline], owner: ElementId, room: Room) {
        let setting = self.running_text();
        self.text(content, room.text(owner), room.kind, room, setting);
    }

    /// How the theme sets running text.
    fn running_text(&self) -> Setting {
        if self.style.justified {
            Setting::JUSTIFIED
        } else {
            Setting::RAGGED
        }
    }

    pub(crate) fn section(&mut self, section: &'a Section, room: Room) -> Result<(), ExportError> {
        let element = self.tree.block("Sect", room.parent);
        let place = self.sections.arrive(section);
        let place = place.unwrap_or_else(|| self.links.new_place());
        self.flush_label(room);
        let inside = Room {
            headings: room.headings + 1,
            ..room.within(element)
        };
        self.heading(section, place, inside);
        self.blocks(&section.blocks, inside)
    }

    fn heading(&mut self, section: &'a Section, place: crate::page::PlaceId, room: Room) {
        let heading = &section.heading;
        let element = self.tree.block(heading_tag(room.headings), room.parent);
        let level = usize::from(heading.level.max(1)) - 1;
        let deepest = self.style.headings.len() - 1;
        let Some(look) = self.style.headings.get(level.min(deepest)).copied() else {
            return;
        };
        let HeadingStyle {
            kind,
            before,
            after,
            italic,
            align,
            rule,
            new_page,
        } = look;
        let centred = align == Alignment::Center;
        let attributes = Attributes {
            face: FaceId::Sans.styled(true, italic),
            colour: self.style.accent,
            ..room.sans(element, kind)
        };
        let label = self.heading_label(section);
        let words = kuliah_doc::inline_text(&heading.content);
        let text = match &label {
            Some(label) => format!("{label} {words}"),
            None => words,
        };
        if let Some(it) = self.tree.get_mut(element) {
            it.title = Some(text.clone());
        }
        let mut indent = 0.0;
        let mut label_runs = Vec::new();
        let mut parts = Vec::new();
        match label {
            // In the middle, number and words are one text.
            Some(label) if centred => parts.push(Part::Text(format!("{label} "), attributes)),
            Some(label) => {
                let line = self.setter.label(&label, attributes, room.left);
                indent = line.width + 0.55 * kind.size;
                label_runs = line.runs;
            }
            None => {}
        }
        // A part begins a page; one in a remark or list stays in it.
        if room.is_top() {
            self.flow.new_page(new_page);
        }
        self.flow.space(before);
        self.flow.place(place);
        self.headings.push(Heading {
            depth: room.headings,
            text,
            element,
            place,
        });
        parts.extend(self.parts(&heading.content, attributes));
        let inner = Room {
            left: room.left + indent,
            width: room.width - indent,
            ..room
        };
        let setting = Setting {
            centred,
            ..Setting::RAGGED
        };
        let lines = self.lines(&parts, inner, setting);
        self.flow.label(label_runs);
        self.flush_empty(&lines, room);
        let number = self.headings.len() - 1;
        for (index, line) in lines.into_iter().enumerate() {
            self.push_line(line, kind, room, Keep::Bound);
            if index == 0
                && let Some(strip) = self.flow.strips.last_mut()
            {
                strip.heading = Some(number);
            }
        }
        if rule {
            self.heading_rule(room);
        }
        self.flow.space(after);
    }

    fn heading_rule(&mut self, room: Room) {
        self.flow.space(4.0 * self.style.unit);
        let strip = Self::level_strip(style::TABLE_RULE, self.style.accent, room);
        self.flow.push(Strip {
            keep: Keep::Bound,
            frame: room.frame,
            ..strip
        });
    }

    fn flush_empty(&mut self, lines: &[Line], room: Room) {
        if lines.is_empty() {
            self.flush_label(room);
        }
    }

    /// The number of a heading, as printed.
    pub(crate) fn heading_label(&self, section: &Section) -> Option<String> {
        let number = section.heading.number.filter(|_| self.style.numbered)?;
        let label = self.document.numbering.label(section.heading.level, number);
        label.map(|it| it.to_string())
    }

    pub(crate) fn quote(&mut self, quote: &'a Quote, room: Room) {
        let element = self.tree.block("BlockQuote", room.parent);
        let mut inside = room
            .within(element)
            .indented(self.style.quote_indent, self.style.quote_indent);
        if let Some(language) = &quote.language {
            if let Some(it) = self.tree.get_mut(element) {
                it.language = Some(language.as_str().to_owned());
            }
            inside.rules = super::hyphenate::Rules::of(language);
        }
        self.flow
            .space(self.style.after_paragraph + 2.0 * self.style.unit);
        // A quotation without words still has a source.
        let paragraphs: Vec<&'a [Inline]> = match quote.paragraphs.as_slice() {
            [] => vec![&[]],
            some => some.iter().map(Vec::as_slice).collect(),
        };
        let last = paragraphs.len() - 1;
        for (index, content) in paragraphs.into_iter().enumerate() {
            let owner = self.tree.block("P", element);
            let base = inside.text(owner);
            let mut parts = self.parts(content, base);
            if index == last
                && let Some(citation) = &quote.citation
            {
                parts.push(Part::Text(" ".to_owned(), base));
                parts.extend(self.citation(citation, base, room, quote.language.is_some()));
            }
            let setting = self.running_text();
            let lines = self.lines(&parts, inside, setting);
            self.push_lines(lines, inside.kind, inside);
            self.flow.space(self.style.after_paragraph);
        }
        self.flow
            .space(self.style.after_paragraph + 2.0 * self.style.unit);
    }

    /// A citation in the document's language, within a quotation in another one.
    fn citation(
        &mut self,
        content: &'a [Inline],
        base: Attributes,
        room: Room,
        foreign: bool,
    ) -> Vec<Part> {
        if !foreign {
            return self.parts(content, base);
        }
        let owner = self.tree.inline("Span", base.owner);
        let language = self.document.metadata.language.as_str().to_owned();
        if let Some(element) = self.tree.get_mut(owner) {
            element.language = Some(language);
        }
        let at = Attributes {
            owner,
            rules: room.rules,
            ..base
        };
        self.parts(content, at)
    }

    pub(crate) fn bibliography(&mut self, entries: &'a [Entry], room: Room) {
        if entries.iter().any(|it| it.label.is_some()) {
            self.numbered_entries(entries, room);
            return;
        }
        for (index, entry) in entries.iter().enumerate() {
            let paragraph = self.tree.block("P", room.parent);
            let owner = self.tree.block("BibEntry", paragraph);
            self.entry(entry, owner, room, self.style.hanging);
            self.keep_last_two(index, entries.len());
        }
    }

    fn numbered_entries(&mut self, entries: &'a [Entry], room: Room) {
        let list = self.tree.block("L", room.parent);
        if let Some(it) = self.tree.get_mut(list) {
            it.attribute = Some(Attribute::ListNumbering("Decimal"));
        }
        let mut labels = Vec::with_capacity(entries.len());
        for entry in entries {
            let item = self.tree.block("LI", list);
            let label = self.tree.block("Lbl", item);
            let body = self.tree.block("LBody", item);
            let owner = self.tree.block("BibEntry", body);
            let text = entry.label.as_ref().map_or("", |it| it.as_str());
            let line = self.setter.label(text, room.text(label), room.left);
            labels.push((line, owner));
        }
        let widest = labels.iter().map(|(it, _)| it.width).fold(0.0, f32::max);
        let inside = room.indented(widest + self.style.label_gap, 0.0);
        for (index, (entry, (label, owner))) in entries.iter().zip(labels).enumerate() {
            self.flow.label(label.runs);
            self.entry(entry, owner, inside, 0.0);
            self.keep_last_two(index, entries.len());
        }
    }

    /// No entry is left alone on the last page.
    fn keep_last_two(&mut self, index: usize, count: usize) {
        if index + 2 == count {
            self.flow.keep(Keep::Group);
        }
    }

    fn entry(&mut self, entry: &'a Entry, owner: ElementId, room: Room, hanging: f32) {
        if let Some(place) = self.links.place(&entry.anchor) {
            self.flow.place(place);
        }
        let setting = Setting {
            hanging,
            ..Setting::RAGGED
        };
        self.text(&entry.content, room.text(owner), room.kind, room, setting);
        self.flush_label(room);
        self.flow.space(self.style.after_entry);
    }

    /// An element of a paragraph of the document itself.
    pub(crate) fn top_paragraph(&mut self) -> ElementId {
        self.tree.block("P", ROOT)
    }
}

/// A strip of one line.
pub(crate) fn line_strip(line: Line, kind: Type) -> Strip {
    let base = -kind.leading * style::BASELINE;
    let runs = line.runs.into_iter().map(|(run, rise)| Item::Text {
        run,
        y: base + rise,
    });
    Strip {
        height: kind.leading,
        items: runs.collect(),
        notes: line.notes,
        ..Strip::default()
    }
}

/// The tag of a heading; none is skipped, as the depth is that of the tree.
fn heading_tag(depth: usize) -> &'static str {
    match depth {
        0 => "H1",
        1 => "H2",
        2 => "H3",
        3 => "H4",
        4 => "H5",
        _ => "H6",
    }
}
