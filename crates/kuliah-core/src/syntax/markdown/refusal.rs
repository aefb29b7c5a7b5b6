//! Markdown that has no place in a course, each with what to write instead.

use kuliah_source::{Arg, Diagnostic, Message, Span};

use super::super::error;

/// Something that is reported as `syntax/unsupported-markup`.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    message: &'static str,
    help: &'static str,
    arg: Option<(&'static str, Arg)>,
}

impl Refusal {
    /// Names what it is about.
    pub(super) fn with(&self, name: &'static str, value: impl Into<Arg>) -> Self {
        Self {
            arg: Some((name, value.into())),
            ..*self
        }
    }

    /// Makes the finding.
    pub(super) fn at(&self, span: Span) -> Diagnostic {
        let mut message = Message::new(self.message);
        if let Some((name, value)) = &self.arg {
            message = message.with(name, value.clone());
        }
        error("syntax/unsupported-markup", span, message).help(Message::new(self.help))
    }
}

macro_rules! refusals {
    ($($name:ident = $key:literal;)*) => {
        $(pub(super) const $name: Refusal = Refusal {
            message: concat!("syntax/unsupported-markup.", $key),
            help: concat!("syntax/unsupported-markup.", $key, ".help"),
            arg: None,
        };)*
    };
}

refusals! {
    ANSWER = "answer";
    ATTRIBUTES = "attributes";
    CAPTION = "caption";
    FOOTNOTE_BLOCK = "footnote-block";
    FOOTNOTE_DUPLICATE = "footnote-duplicate";
    FOOTNOTE_NESTED = "nested-footnote";
    FOOTNOTE_TWICE = "footnote-twice";
    FOOTNOTE_UNKNOWN = "footnote-unknown";
    FOOTNOTE_UNUSED = "footnote-unused";
    HEADING = "heading";
    HEADING_IN_BLOCK = "heading-in-block";
    HEADING_LEVEL = "heading-level";
    HTML = "html";
    IMAGE = "image";
    ITEM = "item";
    LIST_START = "list-start";
    QUOTE = "quote";
    REFERENCE_LINK = "reference-link";
    SECTION_AFTER_ROLE = "section-after-role";
    TABLE_CELLS = "table-cells";
    TABLE_ROW = "table-row";
    TEXT_AFTER_COMMENT = "text-after-comment";
    THEMATIC_BREAK = "thematic-break";
    UNDERLINED_HEADING = "underlined-heading";
}
