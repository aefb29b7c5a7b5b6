//! What an author most likely meant, told from the text alone.

use kuliah_source::{Diagnostic, Message, Span};

use crate::syntax::{Data, Node, error};

/// The finding about Markdown that begins with its text, at its first line; `None` for any
/// other file.
pub(super) fn front_matter_absent(root: &Node, text: &str) -> Option<Diagnostic> {
    let Data::Map(entries) = &root.data else {
        return None;
    };
    // Sections that no key stands before are those of Markdown.
    let [(key, _)] = entries.as_slice() else {
        return None;
    };
    let file = root.span.file()?;
    let start = text.len() - text.trim_start().len();
    let first = text.get(start..).unwrap_or_default();
    let is_markdown = key.name == "sections" && key.span.range()?.is_empty();
    if !is_markdown || first.starts_with("---") {
        return None;
    }
    let length = first.find(['\n', '\r']).unwrap_or(first.len());
    let has_keys = ["format:", "title:"].iter().any(|it| first.starts_with(it));
    let (key, help) = if has_keys {
        (
            "schema/missing-key.front-matter-mark",
            "schema/missing-key.front-matter-mark.help",
        )
    } else {
        (
            "schema/missing-key.front-matter",
            "schema/missing-key.front-matter.help",
        )
    };
    let span = Span::new(file, start..start + length);
    Some(error("schema/missing-key", span, Message::new(key)).help(Message::new(help)))
}

/// `29-12-2018` and `29/12/2018` are most likely meant as `2018-12-29`.
pub(super) fn date_help(value: &str) -> Message {
    let parts: Vec<&str> = value.split(['-', '/', '.', ' ']).collect();
    if let [day, month, year] = parts.as_slice() {
        let iso = format!("{year}-{month:0>2}-{day:0>2}");
        if kuliah_source::Date::parse(&iso).is_some() {
            return Message::new("schema/bad-format.help-date-near").with("near", iso);
        }
    }
    Message::new("schema/bad-format.help-date")
}

/// The first words of a long text.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_short() {
        let text = "é".repeat(40);
        assert_eq!(shortened(&text), text);
        assert_eq!(shortened(&format!("{text}a")), format!("{text}…"));
    }
}
