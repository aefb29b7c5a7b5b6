//! Runs, links, fields and the marks of footnotes.

use kuliah_doc::{Anchor, Block, Inline, inline_text};

use super::{Direct, Place, value};
use crate::story::Story;
use crate::xml::Element;
use crate::{language, link, style};

/// How a run looks.
#[derive(Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark of its own, in any combination"
)]
pub(super) struct Look {
    pub(super) strong: bool,
    /// The paragraph is bold itself.
    pub(super) heavy: bool,
    pub(super) emphasis: bool,
    pub(super) code: bool,
    pub(super) link: Option<&'static str>,
    pub(super) contents: bool,
    pub(super) language: Option<String>,
}

impl Look {
    pub(super) fn heavy() -> Self {
        Self {
            heavy: true,
            ..Self::default()
        }
    }

    pub(super) fn strong() -> Self {
        Self {
            strong: true,
            ..Self::default()
        }
    }

    pub(super) fn run(&self, child: Element) -> Element {
        let strong = self.strong && !self.heavy;
        let style = if self.code {
            Some(style::CODE_WORDS)
        } else if let Some(link) = self.link {
            Some(link)
        } else if strong {
            Some(style::STRONG)
        } else if self.emphasis {
            Some(style::EMPHASIS)
        } else {
            None
        };
        let mut properties = Vec::new();
        properties.extend(style.map(|it| value("w:rStyle", it)));
        if strong && style != Some(style::STRONG) {
            properties.extend(["w:b", "w:bCs"].map(Element::new));
        }
        if self.emphasis && style != Some(style::EMPHASIS) {
            properties.extend(["w:i", "w:iCs"].map(Element::new));
        }
        if let Some(tag) = &self.language {
            let mut element = value("w:lang", tag.as_str());
            if language::is_east_asian(tag) {
                element.set("w:eastAsia", tag.as_str());
            }
            if language::is_right_to_left(tag) {
                element.set("w:bidi", tag.as_str());
                properties.push(Element::new("w:rtl"));
            }
            properties.push(element);
        }
        let mut run = Element::new("w:r");
        if !properties.is_empty() {
            run.push(super::bag("w:rPr", properties));
        }
        run.child(child)
    }

    pub(super) fn text(&self, text: &str) -> Element {
        self.run(words(text))
    }
}

pub(super) fn words(text: &str) -> Element {
    let element = Element::new("w:t").with("xml:space", "preserve");
    if text.is_empty() {
        element
    } else {
        element.text(text)
    }
}

pub(super) fn line_end() -> Element {
    Element::new("w:br").with("w:type", "textWrapping")
}

/// The marks before the result of a field, and behind it.
pub(super) fn field(instruction: &str, look: &Look) -> ([Element; 3], Element) {
    let mark = |kind: &str| look.run(Element::new("w:fldChar").with("w:fldCharType", kind));
    let code = Element::new("w:instrText")
        .with("xml:space", "preserve")
        .text(format!(" {instruction} "));
    let begin = [mark("begin"), look.run(code), mark("separate")];
    (begin, mark("end"))
}

pub(super) fn anchor_link(name: &str, children: Vec<Element>) -> Element {
    let mut link = Element::new("w:hyperlink")
        .with("w:anchor", name)
        .with("w:history", "1");
    for child in children {
        link.push(child);
    }
    link
}

impl Direct<'_> {
    pub(super) fn inlines(&mut self, inlines: &[Inline], look: &Look, out: &mut Vec<Element>) {
        for inline in inlines {
            self.inline(inline, look, out);
        }
    }

    fn inline(&mut self, inline: &Inline, look: &Look, out: &mut Vec<Element>) {
        let mut inner = look.clone();
        match inline {
            Inline::Text(text) => out.push(look.text(text.as_str())),
            Inline::Code(text) => {
                inner.code = true;
                out.push(inner.text(text.as_str()));
            }
            Inline::Emphasis(content) => {
                inner.emphasis = true;
                self.inlines(content, &inner, out);
            }
            Inline::Strong(content) => {
                inner.strong = true;
                self.inlines(content, &inner, out);
            }
            Inline::Span { language, content } => {
                inner.language = Some(language::tag(language));
                self.inlines(content, &inner, out);
            }
            Inline::Link { target, content } => {
                let plain = look.contents || look.link.is_some();
                match link::target(target.as_str()).filter(|_| !plain) {
                    None => self.inlines(content, look, out),
                    Some(address) => {
                        let id = self.relations().link(&address);
                        inner.link = Some(style::LINK);
                        let mut children = Vec::new();
                        self.inlines(content, &inner, &mut children);
                        let mut link = Element::new("w:hyperlink")
                            .with("r:id", id)
                            .with("w:history", "1");
                        for child in children {
                            link.push(child);
                        }
                        out.push(link);
                    }
                }
            }
            Inline::Reference { target, content } => self.reference(target, content, look, out),
            Inline::Footnote { content, .. } => {
                if !look.contents {
                    self.footnote(content, out);
                }
            }
            Inline::Break if look.contents => out.push(look.text(" ")),
            Inline::Break => out.push(Element::new("w:r").child(line_end())),
        }
    }

    fn reference(
        &mut self,
        target: &Anchor,
        content: &[Inline],
        look: &Look,
        out: &mut Vec<Element>,
    ) {
        let plain = look.contents || look.link.is_some();
        let name = self.places.name(target).map(str::to_owned);
        let Some(name) = name.filter(|_| !plain) else {
            return self.inlines(content, look, out);
        };
        let text = inline_text(content);
        let repeats = !text.is_empty() && self.places.caption(target) == Some(text.as_str());
        let mut look = look.clone();
        look.link = Some(style::REFERENCE);
        let mut children = Vec::new();
        self.inlines(content, &look, &mut children);
        if repeats {
            let (begin, end) = field(&format!("REF {name} \\h \\* MERGEFORMAT"), &look);
            out.extend(begin);
            out.extend(children);
            out.push(end);
        } else {
            out.push(anchor_link(&name, children));
        }
    }

    /// Writes the mark; the note itself is walked for the numbers it uses up.
    fn footnote(&mut self, content: &[Block], out: &mut Vec<Element>) {
        let place = Place::new(self.design.page.text, style::FOOTNOTE);
        if self.story == Story::Notes {
            self.blocks(content, place);
            self.late += 1;
            return;
        }
        self.notes += 1;
        let number = self.notes;
        let pending = std::mem::take(&mut self.pending);
        let drawings = self.drawings;
        self.story = Story::Notes;
        self.blocks(content, place);
        self.story = Story::Body;
        self.drawings = drawings;
        self.pending.splice(..0, pending);
        let mark = Element::new("w:footnoteReference").with("w:id", number.to_string());
        let look = super::bag("w:rPr", vec![value("w:rStyle", style::NOTE_MARK)]);
        out.push(Element::new("w:r").child(look).child(mark));
    }
}
