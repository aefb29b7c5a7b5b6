//! `accessibility/table-without-header`.

use kuliah_source::Message;
use kuliah_source::Span;

use crate::Markup;
use crate::check::{Context, Sink, declare_rule};
use crate::model::Block;

declare_rule! {
    /// ## What it finds
    ///
    /// A table whose head cells are all empty.
    ///
    /// ## Why it matters
    ///
    /// A screen reader announces the head of its column with each cell. Without one the student
    /// hears numbers and cannot tell of what.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// |         |               |
    /// |---------|---------------|
    /// | Broker  | penghubung    |
    /// | Pembela | advokat       |
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// | Peran   | Nama lain     |
    /// |---------|---------------|
    /// | Broker  | penghubung    |
    /// | Pembela | advokat       |
    /// ```
    "accessibility/table-without-header", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for block in &cx.blocks {
        if let Block::Table(table) = &***block
            && table.head.iter().all(|cell| cell.inlines().is_empty())
        {
            let span = first_line(block.span(), table.head.first());
            let message = Message::new("accessibility/table-without-header");
            let finding = sink.report(span, message);
            finding.help = Some(Message::new("accessibility/table-without-header.help"));
        }
    }
}

/// The place of the head, where it is written.
fn first_line(table: Span, first: Option<&Markup>) -> Span {
    match first.map(Markup::whole) {
        Some(cell) if !cell.is_detached() => cell,
        _ => table,
    }
}
