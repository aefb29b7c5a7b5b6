//! Inlines: runs, links, references and the marks of footnotes.

use docx_rs::{
    BreakType, FootnoteReference, Hyperlink, HyperlinkData, HyperlinkType, Paragraph,
    ParagraphChild, Run, RunChild,
};
use kuliah_doc::{Anchor, Block, ExportError, Inline, Language, LinkTarget, inline_text};

use super::block::run_child;
use super::{Children, Place, Writer};
use crate::story::Story;
use crate::{finding, language, link, marker, style};

/// How heavy the type of a run is.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
enum Weight {
    /// As the paragraph has it.
    Plain,
    /// Bold.
    Strong,
    /// The paragraph is bold itself, so nothing in it can be made bolder.
    Heavy,
}

/// What a run is part of.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
enum Within {
    /// The text.
    Text,
    /// A link of that style, so links in it are shown as their words alone.
    Link(&'static str),
    /// An entry of the table of contents: no links, no footnotes, no line ends.
    Contents,
}

/// How a run looks.
#[derive(Debug, Clone)]
pub(super) struct Look {
    weight: Weight,
    emphasis: bool,
    code: bool,
    within: Within,
    /// The language tag, where it is not the document's.
    language: Option<String>,
}

impl Look {
    /// As the paragraph has it.
    pub(super) const PLAIN: Self = Self {
        weight: Weight::Plain,
        emphasis: false,
        code: false,
        within: Within::Text,
        language: None,
    };
    /// Bold.
    pub(super) const STRONG: Self = Self {
        weight: Weight::Strong,
        ..Self::PLAIN
    };
    /// In a paragraph that is bold itself.
    pub(super) const HEAVY: Self = Self {
        weight: Weight::Heavy,
        ..Self::PLAIN
    };
    /// In the table of contents.
    pub(super) const REPEATED: Self = Self {
        within: Within::Contents,
        ..Self::PLAIN
    };

    /// The same in another language.
    pub(super) fn spoken(&self, language: Option<&Language>) -> Self {
        let mut look = self.clone();
        if let Some(language) = language {
            look.language = Some(language::tag(language));
        }
        look
    }

    /// A run of text.
    pub(super) fn text(&self, text: &str) -> ParagraphChild {
        self.run(Run::new().add_text(text))
    }

    /// A run that looks like that.
    pub(super) fn run(&self, run: Run) -> ParagraphChild {
        run_child(self.dress(run))
    }

    /// Gives a run its character style, and directly what the style does not say.
    ///
    /// A run has one style, so the strongest wins: code, link, strong, emphasis.
    fn dress(&self, run: Run) -> Run {
        let strong = self.weight == Weight::Strong;
        let name = match self.within {
            _ if self.code => Some(style::CODE_WORDS),
            Within::Link(style) => Some(style),
            _ if strong => Some(style::STRONG),
            _ if self.emphasis => Some(style::EMPHASIS),
            _ => None,
        };
        let mut run = run;
        if let Some(name) = name {
            run = run.style(name);
        }
        if strong && name != Some(style::STRONG) {
            run = run.bold();
        }
        if self.emphasis && name != Some(style::EMPHASIS) {
            run = run.italic();
        }
        match &self.language {
            Some(tag) => marker::set_language(run, tag),
            None => run,
        }
    }

    fn linked(&self, style: &'static str) -> Self {
        Self {
            within: Within::Link(style),
            ..self.clone()
        }
    }
}

impl Writer<'_> {
    /// Writes inlines one after the other.
    pub(super) fn inlines(
        &mut self,
        inlines: &[Inline],
        look: &Look,
        out: &mut Children,
    ) -> Result<(), ExportError> {
        inlines
            .iter()
            .try_for_each(|inline| self.inline(inline, look, out))
    }

    fn inline(
        &mut self,
        inline: &Inline,
        look: &Look,
        out: &mut Children,
    ) -> Result<(), ExportError> {
        match inline {
            Inline::Text(text) => {
                out.push(look.text(text.as_str()));
                Ok(())
            }
            Inline::Code(text) => {
                let look = Look {
                    code: true,
                    ..look.clone()
                };
                out.push(look.text(text.as_str()));
                Ok(())
            }
            Inline::Emphasis(content) => {
                let look = Look {
                    emphasis: true,
                    ..look.clone()
                };
                self.inlines(content, &look, out)
            }
            Inline::Strong(content) => {
                let mut look = look.clone();
                if look.weight == Weight::Plain {
                    look.weight = Weight::Strong;
                }
                self.inlines(content, &look, out)
            }
            Inline::Span { language, content } => {
                self.inlines(content, &look.spoken(Some(language)), out)
            }
            Inline::Link { target, content } => self.link(target, content, look, out),
            Inline::Reference { target, content } => self.reference(target, content, look, out),
            Inline::Footnote { content, .. } => self.footnote(content, look, out),
            Inline::Break if look.within == Within::Contents => {
                out.push(look.text(" "));
                Ok(())
            }
            Inline::Break => {
                out.push(run_child(Run::new().add_break(BreakType::TextWrapping)));
                Ok(())
            }
        }
    }

    fn link(
        &mut self,
        target: &LinkTarget,
        content: &[Inline],
        look: &Look,
        out: &mut Children,
    ) -> Result<(), ExportError> {
        if look.within != Within::Text {
            return self.inlines(content, look, out);
        }
        let Some(address) = link::target(target.as_str()) else {
            let finding = finding::link(self.span, target.as_str());
            self.findings.push(finding);
            return self.inlines(content, look, out);
        };
        let rid = self.relations().link(&address);
        let mut children = Children::new();
        self.inlines(content, &look.linked(style::LINK), &mut children)?;
        out.push(ParagraphChild::Hyperlink(Hyperlink {
            link: HyperlinkData::External {
                rid,
                path: String::new(),
            },
            history: Some(1),
            children,
        }));
        Ok(())
    }

    /// A field where it repeats the number of a caption, else a link.
    fn reference(
        &mut self,
        target: &Anchor,
        content: &[Inline],
        look: &Look,
        out: &mut Children,
    ) -> Result<(), ExportError> {
        if look.within != Within::Text {
            return self.inlines(content, look, out);
        }
        let Some(name) = self.places.name(target).map(str::to_owned) else {
            let finding = finding::reference(self.span, target.key());
            self.findings.push(finding);
            return self.inlines(content, look, out);
        };
        let text = inline_text(content);
        let repeats = !text.is_empty() && self.places.caption(target) == Some(text.as_str());
        let mut children = Children::new();
        let look = look.linked(style::REFERENCE);
        self.inlines(content, &look, &mut children)?;
        if repeats {
            super::field::push(
                out,
                &format!("REF {name} \\h \\* MERGEFORMAT"),
                &look,
                children,
            );
        } else {
            out.push(anchor_link(&name, children));
        }
        Ok(())
    }

    fn footnote(
        &mut self,
        content: &[Block],
        look: &Look,
        out: &mut Children,
    ) -> Result<(), ExportError> {
        if look.within == Within::Contents {
            return Ok(());
        }
        let place = Place::new(self.design.page.text, style::FOOTNOTE);
        if self.story == Story::Notes {
            // Word has no notes on notes: the text follows at the end of the outer one.
            let finding = finding::nested_footnote(self.span);
            self.findings.push(finding);
            let mut pieces = Vec::new();
            self.blocks(content, place, &mut pieces)?;
            self.late.append(&mut pieces);
            return Ok(());
        }
        let index = self.notes.len();
        self.notes.push(Vec::new());
        let (span, pending) = (self.span, std::mem::take(&mut self.pending));
        self.story = Story::Notes;
        let mut pieces = Vec::new();
        self.blocks(content, place, &mut pieces)?;
        pieces.append(&mut self.late);
        self.story = Story::Body;
        self.span = span;
        self.pending.splice(..0, pending);
        if let Some(note) = self.notes.get_mut(index) {
            *note = pieces;
        }
        out.push(note_mark(index + 1));
        Ok(())
    }
}

/// A link to a bookmark.
pub(super) fn anchor_link(name: &str, children: Children) -> ParagraphChild {
    ParagraphChild::Hyperlink(Hyperlink {
        children,
        ..Hyperlink::new(name, HyperlinkType::Anchor)
    })
}

fn note_mark(number: usize) -> ParagraphChild {
    let mut mark = FootnoteReference::new(number);
    // The note itself is written elsewhere, but docx-rs warns about a mark without one.
    mark.footnote(Paragraph::new());
    let mut run = Run::new().style(style::NOTE_MARK);
    run.children.push(RunChild::FootnoteReference(mark));
    run_child(run)
}
