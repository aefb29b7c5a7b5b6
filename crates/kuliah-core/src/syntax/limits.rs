//! How much a file may hold.

use kuliah_source::{Diagnostic, Message, Span};

use super::{Data, Node, error};

/// The most a file may hold; what is beyond is refused with a place.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub struct Limits {
    /// Bytes of one file.
    pub file_bytes: usize,
    /// Values nested in one another, and blocks and inlines of Markdown.
    pub depth: usize,
    /// Values in one tree.
    pub nodes: usize,
}

impl Default for Limits {
    /// 8 MiB, 64 deep, 250 000 values.
    fn default() -> Self {
        Self {
            file_bytes: 8 * 1024 * 1024,
            depth: 64,
            nodes: 250_000,
        }
    }
}

/// A finding about a limit that was passed.
pub(crate) fn exceeded(what: &'static str, limit: usize, value: usize, span: Span) -> Diagnostic {
    let key = match what {
        "bytes" => "syntax/limit-exceeded.bytes",
        "depth" => "syntax/limit-exceeded.depth",
        _ => "syntax/limit-exceeded.nodes",
    };
    let message = Message::new(key).with("limit", limit).with("value", value);
    error("syntax/limit-exceeded", span, message).help(Message::new("syntax/limit-exceeded.help"))
}

/// Reports the first value that is one too many, and the first that lies too deep.
pub(crate) fn check(root: &Node, limits: &Limits, out: &mut Vec<Diagnostic>) {
    let mut count = 0;
    let mut too_deep = None;
    let mut stack = vec![(root, 1)];
    while let Some((node, depth)) = stack.pop() {
        count += 1;
        if count == limits.nodes + 1 {
            out.push(exceeded("nodes", limits.nodes, count, node.span));
            return;
        }
        if depth > limits.depth {
            too_deep.get_or_insert(node.span);
            continue;
        }
        match &node.data {
            Data::Seq(items) => stack.extend(items.iter().map(|it| (it, depth + 1))),
            Data::Map(entries) => stack.extend(entries.iter().map(|(_, it)| (it, depth + 1))),
            _ => {}
        }
    }
    if let Some(span) = too_deep {
        out.push(exceeded("depth", limits.depth, limits.depth + 1, span));
    }
}
