//! `reference/unsafe-path`.

use kuliah_source::{AssetPath, Message, Span, UnsafePath};

use crate::check::{Context, Sink, declare_rule};
use crate::model::Block;

declare_rule! {
    /// ## What it finds
    ///
    /// The path of a picture or bibliography that leads, or could lead, out of the course's folder:
    /// an absolute path, `..`, a drive, an address, a backslash. So is a name that Windows takes for a
    /// device or cuts short: `aux.png`, `NUL`, a full stop or blank at the end.
    ///
    /// ## Why it matters
    ///
    /// A course must mean the same on every computer, and must not read files that are none of its own.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// ![Diagram peran](../../rahasia.png)
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Teks tanpa gambar.
    /// ```
    "reference/unsafe-path", Error, since "0.1.0", origin Check, proof true, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for file in &cx.course.bibliography {
        check_path(file, file.span(), sink);
    }
    for block in cx.course.blocks() {
        if let Block::Figure(figure) = &**block {
            check_path(&figure.src, figure.src.span(), sink);
        }
    }
}

fn check_path(path: &str, span: Span, sink: &mut Sink<'_>) {
    if let Err(why) = AssetPath::new(path) {
        let (message, help) = unsafe_path(path, why);
        sink.report(span, message).help = Some(help);
    }
}

/// What is wrong with a path that a course may not name, and what to do, as
/// `reference/unsafe-path` says it.
pub fn unsafe_path(path: &str, why: UnsafePath) -> (Message, Message) {
    let is_address = path.starts_with("https://") || path.starts_with("http://");
    let (message, help) = match why {
        UnsafePath::Reserved => (
            "reference/unsafe-path.reserved",
            "reference/unsafe-path.reserved-help",
        ),
        _ if is_address => (
            "reference/unsafe-path.web",
            "reference/unsafe-path.web-help",
        ),
        _ => ("reference/unsafe-path", "reference/unsafe-path.help"),
    };
    (Message::new(message).with("path", path), Message::new(help))
}
