//! Text within a block: [`Markup`] to inlines.

use kuliah_core::Markup;
use kuliah_core::markup::{CitationGroup, Inline, InlineKind};
use kuliah_doc::{Block, BlockKind, Inline as Lowered, LinkTarget, SafeText, inline_text};
use kuliah_source::Span;

use crate::document::Lowering;
use crate::place::Counts;
use crate::target::{Name, Target};
use crate::text::{filled, is_blank, or_dash, shortened, text, trim_end};

/// The longest title that a reference repeats whole, in bytes: every reference repeats it.
const LONGEST_NAME: usize = 240;

/// What a text may hold besides words.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
enum Allowed {
    /// Links, references, citations and footnotes.
    Everything,
    /// What a link shows: citations are words, and there are no links within it.
    NoLinks,
    /// What names something elsewhere: words alone, without citations and footnotes.
    Words,
}

/// Where an inline stands.
#[derive(Copy, Clone)]
struct Setting<'m> {
    /// The text it is part of.
    markup: &'m Markup,
    /// What counts count.
    counts: Counts,
    /// What it may hold.
    allowed: Allowed,
}

impl Setting<'_> {
    fn within_link(self) -> Self {
        match self.allowed {
            Allowed::Everything => self.with(Allowed::NoLinks),
            Allowed::NoLinks | Allowed::Words => self,
        }
    }

    fn with(self, allowed: Allowed) -> Self {
        Self { allowed, ..self }
    }
}

impl Lowering<'_> {
    /// Everything in a text; empty when it shows nothing.
    pub(crate) fn inlines(&mut self, markup: &Markup, counts: Counts) -> Vec<Lowered> {
        self.lower(markup, counts, Allowed::Everything)
    }

    /// What a text shows but for footnotes, as plain text.
    pub(crate) fn plain(&mut self, markup: &Markup, counts: Counts) -> String {
        inline_text(&self.lower(markup, counts, Allowed::NoLinks))
            .trim()
            .to_owned()
    }

    /// The words of a text alone, without links, citations and footnotes.
    pub(crate) fn words_of(&mut self, markup: &Markup, counts: Counts) -> Vec<Lowered> {
        let mut out = self.lower(markup, counts, Allowed::Words);
        trim_end(&mut out);
        out
    }

    fn lower(&mut self, markup: &Markup, counts: Counts, allowed: Allowed) -> Vec<Lowered> {
        let setting = Setting {
            markup,
            counts,
            allowed,
        };
        self.all(markup.inlines(), setting)
    }

    fn all(&mut self, inlines: &[Inline], setting: Setting<'_>) -> Vec<Lowered> {
        let mut out = Vec::with_capacity(inlines.len());
        let mut inlines = inlines.iter().peekable();
        while let Some(inline) = inlines.next() {
            let InlineKind::Citation(group) = &inline.kind else {
                self.one(inline, setting, &mut out);
                continue;
            };
            let Some(note) = self.citation(group, setting, &mut out) else {
                continue;
            };
            // The mark of a note stands behind the sign that ends the words (*Chicago Manual of
            // Style*, 18th edition, section 13.27).
            if let Some(InlineKind::Text(words)) = inlines.peek().map(|it| &it.kind) {
                let rest = words.trim_start_matches(['.', ',', ';', ':', '!', '?', '”', '’']);
                let signs = words.strip_suffix(rest).unwrap_or_default();
                if !signs.is_empty() {
                    out.push(text(signs));
                    out.push(note);
                    out.extend((!rest.is_empty()).then(|| text(rest)));
                    inlines.next();
                    continue;
                }
            }
            out.push(note);
        }
        out
    }

    /// A citation; what it shows in a note is handed back.
    fn citation(
        &mut self,
        group: &CitationGroup,
        setting: Setting<'_>,
        out: &mut Vec<Lowered>,
    ) -> Option<Lowered> {
        if setting.allowed == Allowed::Words {
            return None;
        }
        let linked = setting.allowed == Allowed::Everything;
        let made = self.citations.group(group, linked);
        if made.text.is_empty() {
            trim_end(out);
        }
        out.extend(made.text);
        let note = made.note.filter(|_| linked)?;
        Some(self.cited_note(note, setting.markup.whole()))
    }

    /// A footnote that a citation makes.
    pub(crate) fn cited_note(&mut self, content: Vec<Lowered>, span: Span) -> Lowered {
        let number = self.next_footnote();
        let paragraph = BlockKind::Paragraph(or_dash(content));
        Lowered::Footnote {
            number,
            content: vec![Block::new(span, paragraph)],
        }
    }

    fn one(&mut self, inline: &Inline, setting: Setting<'_>, out: &mut Vec<Lowered>) {
        match &inline.kind {
            InlineKind::Text(words) => out.extend((!words.is_empty()).then(|| text(words))),
            InlineKind::Code(code) => out.push(Lowered::Code(SafeText::lossy(code))),
            InlineKind::Break => out.push(Lowered::Break),
            InlineKind::Count(count) => {
                out.push(text(&setting.counts.write(*count, self.language())));
            }
            InlineKind::Emphasis(content) => {
                out.extend(wrapped(self.all(content, setting), Lowered::Emphasis));
            }
            InlineKind::Strong(content) => {
                out.extend(wrapped(self.all(content, setting), Lowered::Strong));
            }
            InlineKind::Span { language, content } => {
                let content = self.all(content, setting);
                out.extend(wrapped(content, |content| Lowered::Span {
                    language: language.clone(),
                    content,
                }));
            }
            InlineKind::Link { address, content } => self.link(address, content, setting, out),
            InlineKind::Reference { target, content } => {
                self.reference(target, content, setting, out);
            }
            InlineKind::Citation(group) => {
                let note = self.citation(group, setting, out);
                out.extend(note);
            }
            InlineKind::Footnote(content) => {
                if setting.allowed != Allowed::Words {
                    self.footnote(content, setting, out);
                }
            }
        }
    }

    fn link(
        &mut self,
        address: &str,
        content: &[Inline],
        setting: Setting<'_>,
        out: &mut Vec<Lowered>,
    ) {
        let content = filled(self.all(content, setting.within_link()));
        let content = content.unwrap_or_else(|| vec![text(address)]);
        match LinkTarget::new(address) {
            Ok(target) if setting.allowed == Allowed::Everything => {
                out.push(Lowered::Link { target, content });
            }
            _ => out.extend(content),
        }
    }

    fn reference(
        &mut self,
        id: &str,
        content: &[Inline],
        setting: Setting<'_>,
        out: &mut Vec<Lowered>,
    ) {
        let targets = self.targets;
        let target = targets.get(id);
        let content = filled(self.all(content, setting.within_link()));
        let content = match (content, target) {
            (Some(content), _) => content,
            // Within a name only plain words, or two titles that name each other never end.
            (None, Some(target)) if setting.allowed == Allowed::Words => {
                vec![text(&plain_name(id, target))]
            }
            (None, Some(target)) => self.name(id, target),
            (None, None) => vec![text(id)],
        };
        match target.map(|it| it.anchor.clone()) {
            Some(target) if setting.allowed == Allowed::Everything => {
                out.push(Lowered::Reference { target, content });
            }
            _ => out.extend(content),
        }
    }

    /// What a reference to a place shows when it has no words of its own; never empty.
    fn name(&mut self, id: &str, target: &Target<'_>) -> Vec<Lowered> {
        match target.name {
            Name::Title(title, counts) if title.source().len() <= LONGEST_NAME => {
                filled(self.words_of(title, counts)).unwrap_or_else(|| vec![text(id)])
            }
            _ => vec![text(&plain_name(id, target))],
        }
    }

    fn footnote(&mut self, content: &[Inline], setting: Setting<'_>, out: &mut Vec<Lowered>) {
        let (Some(first), Some(last)) = (content.first(), content.last()) else {
            return;
        };
        let span = setting.markup.span(first.range.start..last.range.end);
        // The number comes before what is in the footnote, as the mark does.
        let number = self.next_footnote();
        let paragraph = or_dash(self.all(content, setting.with(Allowed::Everything)));
        out.push(Lowered::Footnote {
            number,
            content: vec![Block::new(span, BlockKind::Paragraph(paragraph))],
        });
    }
}

/// Marked text; blanks need no mark.
fn wrapped(content: Vec<Lowered>, mark: impl FnOnce(Vec<Lowered>) -> Lowered) -> Vec<Lowered> {
    if content.iter().all(is_blank) {
        content
    } else {
        vec![mark(content)]
    }
}

/// The name of a place in plain words; its id when it has none.
fn plain_name(id: &str, target: &Target<'_>) -> String {
    let name = match target.name {
        Name::Title(title, _) if title.source().len() <= LONGEST_NAME => title.plain_text(),
        Name::Title(title, _) => {
            let start: String = title.source().chars().take(LONGEST_NAME).collect();
            shortened(&Markup::new(&start).plain_text(), LONGEST_NAME / 2)
        }
        Name::Numbered(label, number) => format!("{label} {number}"),
        Name::None => String::new(),
    };
    if name.is_empty() { id.to_owned() } else { name }
}
