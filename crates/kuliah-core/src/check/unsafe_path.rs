//! What is said of paths that a course may not name.

use kuliah_source::{Message, UnsafePath};

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
