//! Small pieces of running text.

use kuliah_doc::{Inline, SafeText};

/// Words without markup.
pub(crate) fn text(words: &str) -> Inline {
    Inline::Text(SafeText::lossy(words))
}

/// Inlines that show something; `None` when they are blank.
pub(crate) fn filled(inlines: Vec<Inline>) -> Option<Vec<Inline>> {
    (!inlines.iter().all(is_blank)).then_some(inlines)
}

/// The inlines, or a dash where there must be words and are none.
pub(crate) fn or_dash(inlines: Vec<Inline>) -> Vec<Inline> {
    filled(inlines).unwrap_or_else(|| vec![text("—")])
}

/// Whether an inline shows no words.
pub(crate) fn is_blank(inline: &Inline) -> bool {
    match inline {
        Inline::Text(words) => words.as_str().trim().is_empty(),
        Inline::Break => true,
        _ => false,
    }
}

/// Takes blanks off the end.
pub(crate) fn trim_end(inlines: &mut Vec<Inline>) {
    while let Some(last) = inlines.last_mut() {
        match last {
            Inline::Text(words) => {
                let trimmed = words.as_str().trim_end();
                if trimmed.len() < words.as_str().len() {
                    *words = SafeText::lossy(trimmed);
                }
                if !words.is_empty() {
                    return;
                }
            }
            Inline::Break => {}
            _ => return,
        }
        inlines.pop();
    }
}

/// The beginning of a text, cut at the end of a word: at most `longest` characters and a
/// sign that it goes on.
pub(crate) fn shortened(words: &str, longest: usize) -> String {
    let Some((end, _)) = words.char_indices().nth(longest) else {
        return words.to_owned();
    };
    let start = words.get(..end).unwrap_or_default();
    let whole = start
        .rsplit_once(char::is_whitespace)
        .map_or(start, |(whole, _)| whole);
    let whole = whole.trim_end_matches([' ', ',', ';', ':', '.', '-', '–', '—']);
    format!("{whole}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_end_with_a_word() {
        assert_eq!(shortened("satu dua", 8), "satu dua");
        assert_eq!(shortened("satu, dua tiga", 8), "satu…");
        assert_eq!(shortened(&"é".repeat(9), 4), "éééé…");
    }

    #[test]
    fn blanks_at_the_end_go() {
        let mut inlines = vec![text("a "), Inline::Break, text("  ")];
        trim_end(&mut inlines);
        assert_eq!(inlines, [text("a")]);
    }
}
