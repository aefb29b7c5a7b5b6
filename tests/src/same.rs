//! Whether a file says what the document tree says.

use kuliah::document::{Document, block_texts};

use crate::{docx, pdf};

/// A text without what exporters may add: blanks, hyphens at the end of a line, bullets.
pub fn squeezed(text: &str) -> String {
    let is_layout = |c: char| c.is_whitespace() || "-\u{ad}\u{2010}•◦▪–".contains(c);
    // A glyph shared by several characters comes back as one of them.
    let text = text.replace('ﬁ', "fi").replace('ﬂ', "fl");
    text.chars().filter(|c| !is_layout(*c)).collect()
}

/// Checks that a PDF says what the document says.
#[track_caller]
pub fn assert_pdf_says(document: &Document, bytes: &[u8], name: &str) {
    let expected = squeezed(&block_texts(document).concat());
    let found = squeezed(&pdf::text(bytes).whole());
    // The document tree has no heading above its table of contents.
    let contents = squeezed(document.labels.contents.as_str());
    let found = found.replacen(&contents, "", 1);
    assert_same(&found, &expected, name);
}

/// Shows where two long texts part.
#[track_caller]
fn assert_same(found: &str, expected: &str, name: &str) {
    let same = found
        .chars()
        .zip(expected.chars())
        .take_while(|(a, b)| a == b);
    let at = same.count();
    let around = |text: &str| {
        let part = text.chars().skip(at.saturating_sub(40)).take(120);
        part.collect::<String>()
    };
    let (here, there) = (around(found), around(expected));
    assert!(
        found == expected,
        "{name}:\n   found {here}\nexpected {there}"
    );
}

/// Checks that a DOCX says what the document says, paragraph by paragraph.
#[track_caller]
pub fn assert_docx_says(document: &Document, bytes: &[u8], name: &str) {
    let expected = block_texts(document);
    let expected: Vec<_> = expected.iter().filter(|it| !it.is_empty()).collect();
    let found = docx::texts(bytes);
    for (expected, found) in expected.iter().zip(&found) {
        assert!(
            is_labelled(expected, found),
            "{name}: {expected:?} is {found:?}"
        );
    }
    assert_eq!(found.len(), expected.len(), "{name}");
}

/// Whether the expected text is the found one, a label such as `A.` before it aside.
fn is_labelled(expected: &str, found: &str) -> bool {
    expected.strip_suffix(found).is_some_and(|label| {
        let label = label.trim_end();
        label.is_empty()
            || label
                .strip_suffix('.')
                .is_some_and(|it| !it.is_empty() && it.chars().all(char::is_alphanumeric))
    })
}
