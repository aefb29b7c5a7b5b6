//! What the format cannot show, said at the author's place.

use kuliah_source::{Diagnostic, Message, RuleId, Severity, Span};

const NOT_SHOWN: RuleId = RuleId::new("export/not-shown");

/// A footnote within a footnote: its text follows that of the outer one.
pub(crate) fn nested_footnote(span: Span) -> Diagnostic {
    warning(span, Message::new("export/not-shown.nested-footnote"))
        .help(Message::new("export/not-shown.nested-footnote.help"))
}

/// A reference to a place that the document does not have.
pub(crate) fn reference(span: Span, target: &str) -> Diagnostic {
    let message = Message::new("export/not-shown.reference").with("target", target);
    warning(span, message).help(Message::new("export/not-shown.reference.help"))
}

/// An address that Word takes for a fault in the file.
pub(crate) fn link(span: Span, address: &str) -> Diagnostic {
    let message = Message::new("export/not-shown.link").with("address", address);
    warning(span, message).help(Message::new("export/not-shown.link.help"))
}

/// A table with more columns than Word opens.
pub(crate) fn columns(span: Span, columns: usize, most: usize) -> Diagnostic {
    let message = Message::new("export/not-shown.columns")
        .with("columns", columns)
        .with("most", most);
    warning(span, message).help(Message::new("export/not-shown.columns.help"))
}

/// A callout within so many others that it gets no box of its own.
pub(crate) fn callout_box(span: Span) -> Diagnostic {
    warning(span, Message::new("export/not-shown.box"))
        .help(Message::new("export/not-shown.box.help"))
}

/// A photograph that is stored lying on its side, which Word does not know.
pub(crate) fn orientation(span: Span, path: &str) -> Diagnostic {
    let message = Message::new("export/not-shown.orientation").with("path", path);
    warning(span, message).help(Message::new("export/not-shown.orientation.help"))
}

fn warning(span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(NOT_SHOWN, Severity::Warning, span, message)
}
