//! The plain text of a document, block by block, as every export must show it.

use crate::{Block, BlockKind, Caption, Document, Inline, Marker};

/// The text of each block in reading order, with generated labels and numbers.
///
/// One entry is a paragraph's, heading's, item's, cell's, caption's or code line's
/// text. A line break is a blank. The mark of a footnote is left out; the text of
/// the footnotes comes last, in order. The table of contents is not repeated.
pub fn block_texts(document: &Document) -> Vec<String> {
    let mut dump = Dump {
        document,
        out: Vec::new(),
        notes: Vec::new(),
    };
    dump.front();
    dump.blocks(&document.blocks);
    while !dump.notes.is_empty() {
        for note in std::mem::take(&mut dump.notes) {
            dump.blocks(&note);
        }
    }
    dump.out
}

/// The text of inlines; a line break is a blank, footnotes are left out.
pub fn inline_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_text(inlines, &mut out);
    out
}

fn push_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text.as_str()),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Span { content, .. }
            | Inline::Link { content, .. }
            | Inline::Reference { content, .. } => push_text(content, out),
            Inline::Break => out.push(' '),
            Inline::Footnote { .. } => {}
        }
    }
}

struct Dump<'a> {
    document: &'a Document,
    out: Vec<String>,
    notes: Vec<Vec<Block>>,
}

impl Dump<'_> {
    fn front(&mut self) {
        let front = &self.document.front;
        self.line("", &front.title);
        if let Some(subtitle) = &front.subtitle {
            self.line("", subtitle);
        }
        for author in &front.authors {
            self.line("", author);
        }
        for fact in &front.facts {
            self.out.push(fact.label.to_string());
            self.line("", &fact.value);
        }
    }

    fn line(&mut self, label: &str, inlines: &[Inline]) {
        let text = inline_text(inlines);
        let text = [label, text.trim()].join(" ");
        self.out.push(text.trim().to_owned());
        self.collect_notes(inlines);
    }

    fn collect_notes(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Footnote { content, .. } => self.notes.push(content.clone()),
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Span { content, .. }
                | Inline::Link { content, .. }
                | Inline::Reference { content, .. } => self.collect_notes(content),
                Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Section(section) => {
                let heading = &section.heading;
                let label = heading
                    .number
                    .and_then(|number| self.document.numbering.label(heading.level, number));
                let label = label.map(|it| it.to_string()).unwrap_or_default();
                self.line(&label, &heading.content);
                self.blocks(&section.blocks);
            }
            BlockKind::Paragraph(content) => self.line("", content),
            BlockKind::Quote(quote) => {
                let (last, before) = match quote.paragraphs.split_last() {
                    Some((last, before)) => (last.clone(), before),
                    None => (Vec::new(), &[][..]),
                };
                for paragraph in before {
                    self.line("", paragraph);
                }
                let mut last = last;
                if let Some(citation) = &quote.citation {
                    last.push(Inline::Text(crate::SafeText::lossy(" ")));
                    last.extend(citation.iter().cloned());
                }
                self.line("", &last);
            }
            BlockKind::List(list) => {
                for (index, item) in list.items.iter().enumerate() {
                    self.item(list.marker, index + 1, &item.blocks);
                }
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    self.line("", &definition.term);
                    self.blocks(&definition.blocks);
                }
            }
            BlockKind::Table(table) => {
                self.caption(table.caption.as_ref());
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
                        self.line("", cell);
                    }
                }
            }
            BlockKind::Figure(figure) => self.caption(figure.caption.as_ref()),
            BlockKind::Code(code) => {
                self.caption(code.caption.as_ref());
                let lines = code
                    .lines
                    .iter()
                    .map(|line| line.as_str().trim().to_owned());
                self.out.extend(lines.filter(|line| !line.is_empty()));
            }
            BlockKind::Callout(callout) => {
                self.line("", &callout.title);
                self.blocks(&callout.blocks);
            }
            BlockKind::Bibliography(entries) => {
                for entry in entries {
                    let label = entry.label.as_ref().map(ToString::to_string);
                    self.line(&label.unwrap_or_default(), &entry.content);
                }
            }
            BlockKind::WriteIn { .. } | BlockKind::Contents => {}
        }
    }

    fn item(&mut self, marker: Marker, number: usize, blocks: &[Block]) {
        let label = match marker {
            Marker::Bullet => String::new(),
            Marker::Decimal => format!("{number}."),
        };
        match blocks.split_first() {
            Some((first, rest)) if let BlockKind::Paragraph(content) = &first.kind => {
                self.line(&label, content);
                self.blocks(rest);
            }
            _ => self.blocks(blocks),
        }
    }

    fn caption(&mut self, caption: Option<&Caption>) {
        if let Some(caption) = caption {
            let label = format!("{} {}.", caption.label, caption.number);
            self.line(&label, &caption.content);
        }
    }
}
