//! `reference/unsafe-path`.

use kuliah_source::{AssetPath, Span};

use crate::check::{Context, Sink, declare_rule, unsafe_path};
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
    for block in &cx.blocks {
        if let Block::Figure(figure) = &***block {
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
