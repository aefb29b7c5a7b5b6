//! Sizes of type and the spaces around it.

use crate::read::{Bounds, Reader};

/// Type that can be read, and that fits a page.
const SIZE: Bounds = Bounds::new(6.0, 72.0, "pt");
const LEADING: Bounds = Bounds::new(6.0, 120.0, "pt");
pub(crate) const SPACE: Bounds = Bounds::new(0.0, 144.0, "pt");

/// Size and leading of a kind of text, in points.
#[derive(Debug, Copy, Clone, PartialEq)]
#[non_exhaustive]
pub struct Type {
    /// Height of the em.
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
}

impl Type {
    pub(crate) const BLANK: Self = Self {
        size: 10.0,
        leading: 12.0,
    };

    pub(crate) fn read(&mut self, keys: &mut Reader<'_, '_>) {
        keys.number("size", SIZE, &mut self.size);
        keys.number("leading", LEADING, &mut self.leading);
    }

    pub(crate) fn scale(&mut self, by: f32) {
        self.size *= by;
        self.leading *= by;
    }
}

/// How figures look.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Figures {
    /// As high as capitals: 1998.
    #[default]
    Lining,
    /// With ascenders and descenders like small letters, where the face has them.
    OldStyle,
}

/// Running text.
#[derive(Debug, Copy, Clone, PartialEq)]
#[non_exhaustive]
pub struct Text {
    /// Its size.
    pub kind: Type,
    /// Whether both edges are straight; else the right one is loose.
    pub justify: bool,
    /// How its figures look.
    pub figures: Figures,
    /// How far the first line of a paragraph stands in, in points.
    pub indent: f32,
    /// After a paragraph, in points.
    pub after: f32,
}

impl Text {
    pub(crate) const BLANK: Self = Self {
        kind: Type::BLANK,
        justify: true,
        figures: Figures::Lining,
        indent: 0.0,
        after: 0.0,
    };

    pub(crate) fn read(&mut self, keys: &mut Reader<'_, '_>) {
        self.kind.read(keys);
        keys.flag("justify", &mut self.justify);
        let figures = [
            ("lining", Figures::Lining),
            ("old-style", Figures::OldStyle),
        ];
        keys.choice("figures", &figures, &mut self.figures);
        keys.number("indent", Bounds::new(0.0, 72.0, "pt"), &mut self.indent);
        keys.number("after", SPACE, &mut self.after);
    }

    pub(crate) fn scale(&mut self, by: f32) {
        self.kind.scale(by);
        self.indent *= by;
        self.after *= by;
    }
}

/// Sizes of everything but running text and headings.
#[derive(Debug, Copy, Clone, PartialEq)]
#[non_exhaustive]
pub struct Scale {
    /// The title of the document.
    pub title: Type,
    /// Its second line.
    pub subtitle: Type,
    /// The authors.
    pub authors: Type,
    /// The identity block: course code, credits and so on.
    pub identity: Type,
    /// Entries of the table of contents.
    pub contents: Type,
    /// Its heading.
    pub contents_title: Type,
    /// Cells of a table.
    pub table: Type,
    /// The head row of a table.
    pub table_head: Type,
    /// Captions.
    pub caption: Type,
    /// Program text that is set apart.
    pub code: Type,
    /// Footnotes.
    pub note: Type,
    /// Titles of remarks and exercises.
    pub callout_title: Type,
    /// Running head and foot.
    pub running: Type,
}

impl Scale {
    pub(crate) const BLANK: Self = Self {
        title: Type::BLANK,
        subtitle: Type::BLANK,
        authors: Type::BLANK,
        identity: Type::BLANK,
        contents: Type::BLANK,
        contents_title: Type::BLANK,
        table: Type::BLANK,
        table_head: Type::BLANK,
        caption: Type::BLANK,
        code: Type::BLANK,
        note: Type::BLANK,
        callout_title: Type::BLANK,
        running: Type::BLANK,
    };

    /// Every kind of text, with its key.
    pub(crate) fn kinds(&mut self) -> [(&'static str, &mut Type); 13] {
        [
            ("title", &mut self.title),
            ("subtitle", &mut self.subtitle),
            ("authors", &mut self.authors),
            ("identity", &mut self.identity),
            ("contents", &mut self.contents),
            ("contents-title", &mut self.contents_title),
            ("table", &mut self.table),
            ("table-head", &mut self.table_head),
            ("caption", &mut self.caption),
            ("code", &mut self.code),
            ("note", &mut self.note),
            ("callout-title", &mut self.callout_title),
            ("running", &mut self.running),
        ]
    }

    pub(crate) fn read(&mut self, keys: &mut Reader<'_, '_>) {
        for (key, kind) in self.kinds() {
            keys.group(key, |keys| kind.read(keys));
        }
    }

    pub(crate) fn scale(&mut self, by: f32) {
        for (_, kind) in self.kinds() {
            kind.scale(by);
        }
    }
}

/// Spaces, in points.
#[derive(Debug, Copy, Clone, PartialEq)]
#[non_exhaustive]
pub struct Space {
    /// Between the items of a list.
    pub between_items: f32,
    /// From the edge of a list to its text.
    pub list_indent: f32,
    /// Quotations, from both sides.
    pub quote_indent: f32,
    /// Second and later lines of a reference.
    pub reference_indent: f32,
    /// After a reference.
    pub after_reference: f32,
    /// Above and below tables, figures, program text and remarks.
    pub around_display: f32,
}

impl Space {
    pub(crate) const BLANK: Self = Self {
        between_items: 0.0,
        list_indent: 0.0,
        quote_indent: 0.0,
        reference_indent: 0.0,
        after_reference: 0.0,
        around_display: 0.0,
    };

    fn all(&mut self) -> [(&'static str, &mut f32); 6] {
        [
            ("between-items", &mut self.between_items),
            ("list-indent", &mut self.list_indent),
            ("quote-indent", &mut self.quote_indent),
            ("reference-indent", &mut self.reference_indent),
            ("after-reference", &mut self.after_reference),
            ("around-display", &mut self.around_display),
        ]
    }

    pub(crate) fn read(&mut self, keys: &mut Reader<'_, '_>) {
        for (key, space) in self.all() {
            keys.number(key, SPACE, space);
        }
    }

    pub(crate) fn scale(&mut self, by: f32) {
        for (_, space) in self.all() {
            *space *= by;
        }
    }
}
