//! Blocks, each kind by its writer.

use kuliah_doc::{
    Anchor, Block, BlockKind, CONTENTS_LEVELS, Caption, Code, Figure, Heading, Inline, List, Marker,
};

use super::inline::{Look, anchor_link, field, line_end, words};
use super::{Direct, Place, bag, before_indent, in_list, indent, styled, value};
use crate::body::oracle::{alternative, sequence_name};
use crate::lists::BULLETS;
use crate::outline::Label;
use crate::page::{self, STEP, Twips};
use crate::style::{self, Style};
use crate::xml::Element;

type Out = Vec<Element>;

impl Direct<'_> {
    /// Front and text.
    pub(super) fn all(&mut self) -> Out {
        let document = self.document;
        let front = &document.front;
        let place = Place::new(self.design.page.whole, style::BODY);
        let mut out = Out::new();
        let mut line = |direct: &mut Self, style: Style, content: &[Inline], look: Look| {
            let line = direct.paragraph(styled(style, place), |direct, children| {
                direct.inlines(content, &look, children);
            });
            out.push(line);
        };
        line(self, style::TITLE, &front.title, Look::heavy());
        if let Some(subtitle) = &front.subtitle {
            line(self, style::SUBTITLE, subtitle, Look::default());
        }
        for author in &front.authors {
            line(self, style::AUTHOR, author, Look::default());
        }
        for fact in &front.facts {
            let look = bag("w:rPr", vec![value("w:rStyle", style::FACT_LABEL)]);
            let label = Element::new("w:r")
                .child(look)
                .child(words(fact.label.as_str()));
            let fact = self.paragraph(styled(style::FACT, place), |direct, children| {
                children.push(label);
                children.push(Element::new("w:r").child(Element::new("w:tab")));
                direct.inlines(&fact.value, &Look::default(), children);
            });
            out.push(fact);
        }
        let place = Place::new(self.design.page.text, style::BODY);
        out.extend(self.blocks(&document.blocks, place));
        if !self.pending.is_empty() {
            out.push(self.gap(place));
        }
        out
    }

    pub(super) fn blocks(&mut self, blocks: &[Block], place: Place) -> Out {
        blocks.iter().flat_map(|it| self.block(it, place)).collect()
    }

    fn block(&mut self, block: &Block, place: Place) -> Out {
        let anchor = block.anchor.as_ref();
        self.open_source(block);
        match &block.kind {
            BlockKind::Table(table) => return self.table(table, anchor, place),
            BlockKind::Figure(figure) => return self.figure(figure, anchor, place),
            BlockKind::Code(code) => return self.code(code, anchor, place),
            _ => self.open(anchor),
        }
        match &block.kind {
            BlockKind::Section(section) => {
                let mut out = vec![self.heading(&section.heading, place)];
                out.extend(self.blocks(&section.blocks, place));
                out
            }
            BlockKind::Paragraph(content) => {
                vec![self.words(place.style, content, &Look::default(), place)]
            }
            BlockKind::Quote(quote) => {
                let look = Look {
                    language: quote.language.as_ref().map(crate::language::tag),
                    ..Look::default()
                };
                let count = quote.paragraphs.len().max(1);
                let mut out = Out::new();
                for index in 0..count {
                    let content = quote.paragraphs.get(index).cloned().unwrap_or_default();
                    let citation = quote.citation.as_ref().filter(|_| index + 1 == count);
                    if content.is_empty() && citation.is_none() {
                        continue;
                    }
                    out.push(
                        self.paragraph(styled(style::QUOTE, place), |direct, children| {
                            direct.inlines(&content, &look, children);
                            if let Some(citation) = citation {
                                if !content.is_empty() {
                                    children.push(Look::default().text(" "));
                                }
                                direct.inlines(citation, &Look::default(), children);
                            }
                        }),
                    );
                }
                out
            }
            BlockKind::List(list) => self.list(list, place),
            BlockKind::Definitions(definitions) => {
                let mut out = Out::new();
                for definition in definitions {
                    let look = Look::heavy();
                    out.push(self.words(style::TERM, &definition.term, &look, place));
                    let inner = place.set_in(STEP, style::DEFINITION);
                    out.extend(self.blocks(&definition.blocks, inner));
                }
                out
            }
            BlockKind::Callout(callout) => self.callout(callout, place),
            BlockKind::WriteIn { lines } => (0..*lines)
                .map(|_| self.paragraph(styled(style::WRITE_IN, place), |_, _| ()))
                .collect(),
            BlockKind::Contents => self.contents(place),
            BlockKind::Bibliography(entries) => {
                let mut out = Out::new();
                for entry in entries {
                    self.open(Some(&entry.anchor));
                    let properties = styled(style::BIBLIOGRAPHY, place);
                    out.push(self.paragraph(properties, |direct, children| {
                        if let Some(label) = entry.label.as_ref().filter(|it| !it.is_empty()) {
                            let run = Element::new("w:r").child(words(label.as_str()));
                            children.push(run.child(Element::new("w:tab")));
                        }
                        direct.inlines(&entry.content, &Look::default(), children);
                    }));
                }
                out
            }
            BlockKind::Table(_) | BlockKind::Figure(_) | BlockKind::Code(_) => Out::new(),
        }
    }

    pub(super) fn open(&mut self, anchor: Option<&Anchor>) {
        let name = anchor.and_then(|it| self.places.name(it));
        self.pending.extend(name.map(str::to_owned));
    }

    fn open_source(&mut self, block: &Block) {
        let node = block.node.as_ref().filter(|_| self.sources);
        let name = node.and_then(|it| self.places.source(it));
        self.pending.extend(name.map(str::to_owned));
    }

    pub(super) fn words(
        &mut self,
        style: Style,
        content: &[Inline],
        look: &Look,
        place: Place,
    ) -> Element {
        self.paragraph(styled(style, place), |direct, children| {
            direct.inlines(content, look, children);
        })
    }

    pub(super) fn gap(&mut self, place: Place) -> Element {
        self.paragraph(styled(style::GAP, Place { left: 0, ..place }), |_, _| ())
    }

    fn heading(&mut self, heading: &Heading, place: Place) -> Element {
        let numbering = &self.document.numbering;
        let lists = &mut self.lists;
        let number = heading.number;
        let reserve = || lists.reserve();
        let (label, start) = self.outline.next(numbering, heading.level, number, reserve);
        if let Some(start) = start {
            self.lists.add_heading(start);
        }
        let name = self.places.headings().get(self.headings);
        let name = name.map(|it| it.name.clone()).expect("a place");
        self.headings += 1;
        if !self.pending.contains(&name) {
            self.pending.push(name);
        }
        let level = usize::from(heading.level).clamp(1, 9);
        let plain =
            matches!(label, Label::None | Label::Text(_)) && level <= numbering.levels.len();
        let id = format!("Heading{level}{}", if plain { "Plain" } else { "" });
        let mut properties = vec![value("w:pStyle", id)];
        if place.left > 0 {
            properties.push(indent(place.left, 0));
        }
        if let Label::List { list, level } = label {
            before_indent(&mut properties, in_list(list, level));
        }
        self.paragraph(properties, |direct, children| {
            if let Label::Text(text) = &label {
                children.push(Look::heavy().text(&format!("{text} ")));
            }
            direct.inlines(&heading.content, &Look::heavy(), children);
        })
    }

    fn list(&mut self, list: &List, place: Place) -> Out {
        let mut out = Out::new();
        if list.items.is_empty() {
            return out;
        }
        let (style, number, level, by_style) = match list.marker {
            Marker::Bullet => {
                let level = place.lists % 9;
                (style::LIST_BULLET, BULLETS, level, level == 0)
            }
            Marker::Decimal => {
                let (number, level) = self.lists.numbered(self.story, place.lists);
                (style::LIST_NUMBER, number, level, false)
            }
        };
        for item in &list.items {
            let inner = Place {
                lists: place.lists + 1,
                ..place.set_in(STEP, style::LIST_TEXT)
            };
            let (content, rest) = match item.blocks.split_first() {
                Some((first, rest)) if let BlockKind::Paragraph(content) = &first.kind => {
                    self.open_source(first);
                    self.open(first.anchor.as_ref());
                    (content.clone(), rest)
                }
                _ => (Vec::new(), item.blocks.as_slice()),
            };
            let mut properties = vec![value("w:pStyle", style)];
            if !by_style {
                properties.push(in_list(number, level));
            }
            let usual = STEP * Twips::try_from(level + 1).expect("small");
            if inner.left != usual {
                properties.push(indent(inner.left, STEP.min(inner.left)));
            }
            out.push(self.paragraph(properties, |direct, children| {
                direct.inlines(&content, &Look::default(), children);
            }));
            out.extend(self.blocks(rest, inner));
        }
        out
    }

    pub(super) fn caption(
        &mut self,
        caption: &Caption,
        anchor: Option<&Anchor>,
        style: Style,
        place: Place,
    ) -> Element {
        let name = anchor
            .and_then(|it| self.places.name(it))
            .map(str::to_owned);
        self.paragraph(styled(style, place), |direct, children| {
            let name = name.filter(|it| !direct.placed.contains(it));
            let id = name.map(|name| {
                direct.placed.insert(name.clone());
                let id = direct.placed.len().to_string();
                children.push(
                    Element::new("w:bookmarkStart")
                        .with("w:id", &*id)
                        .with("w:name", name),
                );
                id
            });
            if !caption.label.is_empty() {
                children.push(Look::strong().text(&format!("{} ", caption.label)));
            }
            let counted = sequence_name(caption.label.as_str());
            let last = direct.sequences.insert(counted.clone(), caption.number);
            let restart = if last.unwrap_or(0).checked_add(1) == Some(caption.number) {
                String::new()
            } else {
                format!(" \\r {}", caption.number)
            };
            let code = format!("SEQ {counted} \\* ARABIC{restart}");
            let (begin, end) = field(&code, &Look::strong());
            children.extend(begin);
            children.push(Look::strong().text(&caption.number.to_string()));
            children.push(end);
            children.extend(id.map(|id| Element::new("w:bookmarkEnd").with("w:id", id)));
            children.push(Look::strong().text("."));
            if !caption.content.is_empty() {
                children.push(Look::default().text(" "));
            }
            direct.inlines(&caption.content, &Look::default(), children);
        })
    }

    fn code(&mut self, code: &Code, anchor: Option<&Anchor>, place: Place) -> Out {
        let mut out = Out::new();
        match &code.caption {
            Some(caption) => out.push(self.caption(caption, anchor, style::TABLE_CAPTION, place)),
            None => self.open(anchor),
        }
        if code.lines.is_empty() {
            return out;
        }
        let mut properties = styled(style::CODE, place);
        if code.lines.len() <= 15 {
            before_indent(&mut properties, Element::new("w:keepLines"));
        }
        out.push(self.paragraph(properties, |_, children| {
            for (index, line) in code.lines.iter().enumerate() {
                let mut run = Element::new("w:r");
                if index > 0 {
                    run.push(line_end());
                }
                children.push(run.child(words(line.as_str())));
            }
        }));
        out
    }

    fn figure(&mut self, figure: &Figure, anchor: Option<&Anchor>, place: Place) -> Out {
        if figure.caption.is_none() {
            self.open(anchor);
        }
        let (index, info) = self
            .media
            .add(&figure.source, self.assets)
            .expect("a picture");
        let size = (info.width, info.height);
        let size = page::picture_size(size, place.width, &self.design.page);
        self.drawings += 1;
        let picture = drawing(
            &self.relations().picture(index),
            size,
            self.drawings,
            &alternative(figure),
        );
        let mut properties = styled(style::FIGURE, place);
        if figure.caption.is_some() {
            before_indent(&mut properties, Element::new("w:keepNext"));
        }
        let mut out = vec![self.paragraph(properties, |_, children| {
            children.push(Element::new("w:r").child(picture));
        })];
        if let Some(caption) = &figure.caption {
            out.push(self.caption(caption, anchor, style::IMAGE_CAPTION, place));
        }
        out
    }

    fn contents(&mut self, place: Place) -> Out {
        let headings = self.places.headings().iter();
        let headings: Vec<_> = headings
            .filter(|it| it.level <= CONTENTS_LEVELS)
            .cloned()
            .collect();
        let Some(last) = headings.len().checked_sub(1) else {
            return Out::new();
        };
        let title = self.document.labels.contents.clone();
        let mut out =
            vec![
                self.paragraph(styled(style::CONTENTS_HEADING, place), |_, children| {
                    children.push(Look::default().text(title.as_str()));
                }),
            ];
        let code = format!(r#"TOC \o "1-{CONTENTS_LEVELS}" \n \h \z \u"#);
        let (begin, end) = field(&code, &Look::default());
        for (index, heading) in headings.iter().enumerate() {
            let number = heading.number;
            let label = number.and_then(|it| self.document.numbering.label(heading.level, it));
            let mut entry = Out::new();
            if let Some(label) = label {
                let run = Element::new("w:r").child(words(label.as_str()));
                entry.push(run.child(Element::new("w:tab")));
            }
            let look = Look {
                contents: true,
                ..Look::default()
            };
            self.inlines(&heading.content, &look, &mut entry);
            let id = if heading.level <= 1 { "TOC1" } else { "TOC2" };
            let mut properties = vec![value("w:pStyle", id)];
            if place.left > 0 {
                properties.push(indent(place.left, 0));
            }
            out.push(self.paragraph(properties, |_, children| {
                if index == 0 {
                    children.extend(begin.clone());
                }
                children.push(anchor_link(&heading.name, entry));
                if index == last {
                    children.push(end.clone());
                }
            }));
        }
        out
    }
}

fn drawing(relation: &str, size: (u32, u32), number: usize, text: &str) -> Element {
    let source = format!(
        concat!(
            r#"<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">"#,
            r#"<wp:extent cx="{w}" cy="{h}"/><wp:effectExtent b="0" l="0" r="0" t="0"/>"#,
            r#"<wp:docPr id="{n}" name="Picture {n}" descr="{text}"/>"#,
            r#"<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>"#,
            r#"</wp:cNvGraphicFramePr><a:graphic><a:graphicData "#,
            r#"uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>"#,
            r#"<pic:nvPicPr><pic:cNvPr id="{n}" name="Picture {n}" descr="{text}"/>"#,
            r#"<pic:cNvPicPr><a:picLocks noChangeAspect="1" noChangeArrowheads="1"/>"#,
            r#"</pic:cNvPicPr></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>"#,
            r#"<a:srcRect/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
            r#"<pic:spPr bwMode="auto"><a:xfrm rot="0"><a:off x="0" y="0"/>"#,
            r#"<a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>"#,
            r#"</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"#,
            r#"</w:drawing>"#
        ),
        w = size.0,
        h = size.1,
        n = number,
        text = crate::xml::escape(text),
        relation = relation,
    );
    crate::xml::parse(source.as_bytes()).expect("well-formed")
}
