//! The document tree into strips, and its blocks into structure elements.
//!
//! One file a kind of block; this one holds what they share.

mod bands;
mod code;
mod contents;
mod display;
mod flow;
mod front;
mod glyph_texts;
mod hyphenate;
mod indonesian;
mod inline;
mod line_break;
mod lines;
mod list;
mod measure;
mod notes;
pub(crate) mod overhang;
mod paginate;
mod paragraph;
mod running;
mod sections;
mod split;
mod table;
mod text;

use kuliah_doc::{Assets, Block, BlockKind, Document, ExportError, Inline};
use kuliah_source::{Diagnostic, Message, RuleId, Severity, Span};

use self::flow::{Flow, Keep};
pub(crate) use self::flow::{Frame, FrameId, Strip};
use self::hyphenate::Rules;
use self::inline::{Attributes, Links};
use self::measure::Typesetter;
use self::notes::Note;
pub(crate) use self::paginate::paginate;
use self::sections::Sections;
use crate::font::{FaceId, Fonts};
use crate::page::{Colour, Link, Page, PlaceId, Position};
use crate::picture::Pictures;
use crate::style::{Style, Type};
use crate::tags::{ElementId, ROOT, StructureTree};

const MISSING_GLYPH: RuleId = RuleId::new("export/missing-glyph");
const OVERFULL_LINE: RuleId = RuleId::new("export/overfull-line");
const NOT_SHOWN: RuleId = RuleId::new("export/not-shown");

/// A finding names no more characters or words than this.
const MOST_NAMED: usize = 12;
/// Characters of a word that a finding shows.
const LONGEST_NAMED: usize = 40;

/// Where blocks are set, and whose they are.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Room {
    pub left: f32,
    pub width: f32,
    /// Size of running text here.
    pub kind: Type,
    /// The element that the blocks belong to.
    pub parent: ElementId,
    pub frame: Option<FrameId>,
    /// How words are broken here.
    pub rules: Rules,
    /// How many lists are around.
    pub lists: usize,
    /// How many headings are around.
    pub headings: usize,
    /// Whether it is in a footnote.
    pub in_note: bool,
    /// The colour of text.
    pub ink: Colour,
    /// No room gets narrower than this by being indented.
    pub least: f32,
}

impl Room {
    /// A room further in; it never gets too narrow to set text.
    fn indented(self, left: f32, right: f32) -> Self {
        if self.width - left - right < self.least {
            return self;
        }
        Self {
            left: self.left + left,
            width: self.width - left - right,
            ..self
        }
    }

    fn within(self, parent: ElementId) -> Self {
        Self { parent, ..self }
    }

    /// Whether it is in no list, remark or footnote.
    fn is_top(self) -> bool {
        self.lists == 0 && self.frame.is_none() && !self.in_note
    }

    fn right(self) -> f32 {
        self.left + self.width
    }

    /// Running text of an element.
    fn text(self, owner: ElementId) -> Attributes {
        Attributes {
            face: FaceId::Text,
            size: self.kind.size,
            rise: 0.0,
            colour: self.ink,
            owner,
            link: None,
            note: None,
            rules: self.rules,
            columns: false,
        }
    }

    /// Text in the face of headings, which is never hyphenated.
    fn sans(self, owner: ElementId, kind: Type) -> Attributes {
        Attributes {
            face: FaceId::Sans,
            size: kind.size,
            rules: Rules::Whole,
            ..self.text(owner)
        }
    }
}

/// A heading of the document, as the outline and the running heads need it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heading {
    /// How deep it is, from 1.
    pub depth: usize,
    /// Number and words.
    pub text: String,
    pub element: ElementId,
    pub place: PlaceId,
}

/// Everything known of a document before its pages.
pub(crate) struct LaidOut<'a> {
    pub style: &'a Style,
    pub setter: Typesetter<'a>,
    pub tree: StructureTree,
    pub strips: Vec<Strip>,
    pub notes: Vec<Vec<Strip>>,
    /// Table heads to repeat.
    pub heads: Vec<Vec<Strip>>,
    pub frames: Vec<Frame>,
    pub headings: Vec<Heading>,
    pub links: Vec<Link>,
    pub places: usize,
    pub pictures: Pictures,
    pub diagnostics: Vec<Diagnostic>,
}

/// The pages of a document, and where its places came to stand.
pub(crate) struct Paginated {
    pub pages: Vec<Page>,
    /// By [`PlaceId`].
    pub positions: Vec<Position>,
    /// Width and height of every page.
    pub size: [f32; 2],
    /// How many pages there are, whether each has a sheet of its own or not.
    pub count: usize,
}

/// A document on its way into strips.
pub(crate) struct Layout<'a> {
    document: &'a Document,
    assets: &'a dyn Assets,
    style: &'a Style,
    setter: Typesetter<'a>,
    tree: StructureTree,
    links: Links,
    sections: Sections<'a>,
    flow: Flow,
    notes: Vec<Note<'a>>,
    heads: Vec<Vec<Strip>>,
    frames: Vec<Frame>,
    headings: Vec<Heading>,
    pictures: Pictures,
    diagnostics: Vec<Diagnostic>,
    /// The author's place of the block at hand.
    span: Span,
}

/// Lays a document out.
///
/// # Errors
///
/// [`ExportError::Asset`] for a picture that cannot be had or read.
pub(crate) fn lay_out<'a>(
    document: &'a Document,
    assets: &'a dyn Assets,
    fonts: &'a Fonts<'a>,
    style: &'a Style,
) -> Result<LaidOut<'a>, ExportError> {
    let mut links = Links::default();
    let sections = Sections::collect(&document.blocks, &mut links);
    let mut layout = Layout {
        document,
        assets,
        style,
        setter: Typesetter::new(fonts),
        tree: StructureTree::new(),
        links,
        sections,
        flow: Flow::default(),
        notes: Vec::new(),
        heads: Vec::new(),
        frames: Vec::new(),
        headings: Vec::new(),
        pictures: Pictures::default(),
        diagnostics: Vec::new(),
        span: Span::DETACHED,
    };
    let room = Room {
        left: style.left,
        width: style.column,
        kind: style.text,
        parent: ROOT,
        frame: None,
        rules: Rules::of(&document.metadata.language),
        lists: 0,
        headings: 0,
        in_note: false,
        ink: style.ink,
        least: style.least_width,
    };
    layout.front(room)?;
    layout.blocks(&document.blocks, room)?;
    let strips = std::mem::take(&mut layout.flow).finish();
    let notes = layout.set_notes(room)?;
    Ok(LaidOut {
        style,
        setter: layout.setter,
        tree: layout.tree,
        strips,
        notes,
        heads: layout.heads,
        frames: layout.frames,
        headings: layout.headings,
        places: layout.links.places(),
        links: layout.links.all,
        pictures: layout.pictures,
        diagnostics: layout.diagnostics,
    })
}

impl<'a> Layout<'a> {
    fn blocks(&mut self, blocks: &'a [Block], room: Room) -> Result<(), ExportError> {
        let mut announces = false;
        for block in blocks {
            if announces {
                self.flow.keep(announced(&block.kind));
            }
            announces = ends_in_colon(block);
            self.block(block, room)?;
        }
        Ok(())
    }

    fn block(&mut self, block: &'a Block, room: Room) -> Result<(), ExportError> {
        if !block.span.is_detached() {
            self.span = block.span;
        }
        if let Some(anchor) = &block.anchor
            && let Some(place) = self.links.place(anchor)
        {
            self.flow.place(place);
        }
        match &block.kind {
            BlockKind::Section(section) => self.section(section, room),
            BlockKind::Paragraph(content) => {
                self.paragraph(content, room);
                Ok(())
            }
            BlockKind::Quote(quote) => {
                self.quote(quote, room);
                Ok(())
            }
            BlockKind::List(list) => self.list(list, room),
            BlockKind::Definitions(definitions) => self.definitions(definitions, room),
            BlockKind::Table(table) => {
                self.table(table, room);
                Ok(())
            }
            BlockKind::Figure(figure) => self.figure(figure, room),
            BlockKind::Code(code) => {
                self.code(code, room);
                Ok(())
            }
            BlockKind::Callout(callout) => self.callout(callout, room),
            BlockKind::WriteIn { lines } => {
                self.write_in(*lines, room);
                Ok(())
            }
            BlockKind::Contents => {
                self.contents(room);
                Ok(())
            }
            BlockKind::Bibliography(entries) => {
                self.bibliography(entries, room);
                Ok(())
            }
        }
    }

    fn report(&mut self, rule: RuleId, message: Message, help: &'static str) {
        let finding = Diagnostic::new(rule, Severity::Warning, self.span, message);
        self.diagnostics.push(finding.help(Message::new(help)));
    }

    fn report_missing(&mut self, characters: &[char]) {
        if characters.is_empty() {
            return;
        }
        let mut named: Vec<String> = Vec::new();
        for c in characters {
            let name = format!("U+{:04X}", u32::from(*c));
            if named.len() < MOST_NAMED && !named.contains(&name) {
                named.push(name);
            }
        }
        let message = Message::new(MISSING_GLYPH.as_str()).with("characters", named);
        self.report(MISSING_GLYPH, message, "export/missing-glyph.help");
    }

    /// Reports words that were broken where words are not broken, once for a paragraph or table.
    fn report_overfull(&mut self, words: &[String]) {
        if words.is_empty() {
            return;
        }
        let mut named: Vec<String> = Vec::new();
        for word in words {
            let mut start: String = word.chars().take(LONGEST_NAMED).collect();
            if start.len() < word.len() {
                start.push('…');
            }
            if named.len() < MOST_NAMED && !named.contains(&start) {
                named.push(start);
            }
        }
        let message = Message::new(OVERFULL_LINE.as_str()).with("words", named);
        self.report(OVERFULL_LINE, message, "export/overfull-line.help");
    }
}

/// How firmly a line that ends in a colon holds on to what it announces.
fn announced(kind: &BlockKind) -> Keep {
    match kind {
        BlockKind::List(_)
        | BlockKind::Quote(_)
        | BlockKind::Code(_)
        | BlockKind::Definitions(_)
        | BlockKind::Table(_) => Keep::Bound,
        // A picture may be high.
        BlockKind::Figure(_) => Keep::Group,
        _ => Keep::Free,
    }
}

fn ends_in_colon(block: &Block) -> bool {
    let BlockKind::Paragraph(content) = &block.kind else {
        return false;
    };
    match content.last() {
        Some(Inline::Text(text)) => text.as_str().trim_end().ends_with(':'),
        _ => false,
    }
}
