//! The words before a locator, in Indonesian and English.

/// Words and the CSL label they stand for; the longest of equal beginnings first.
const WORDS: [(&str, &str); 65] = [
    ("halaman", "page"),
    ("hlm.", "page"),
    ("hlm", "page"),
    ("hal.", "page"),
    ("hal", "page"),
    ("pages", "page"),
    ("page", "page"),
    ("pp.", "page"),
    ("p.", "page"),
    ("chapters", "chapter"),
    ("chapter", "chapter"),
    ("chap.", "chapter"),
    ("ch.", "chapter"),
    ("bab", "chapter"),
    ("bagian", "section"),
    ("bag.", "section"),
    ("sections", "section"),
    ("section", "section"),
    ("sec.", "section"),
    ("§", "section"),
    ("pasal", "article-locator"),
    ("ps.", "article-locator"),
    ("articles", "article-locator"),
    ("article", "article-locator"),
    ("arts.", "article-locator"),
    ("art.", "article-locator"),
    ("paragraf", "paragraph"),
    ("par.", "paragraph"),
    ("paragraphs", "paragraph"),
    ("paragraph", "paragraph"),
    ("paras.", "paragraph"),
    ("para.", "paragraph"),
    ("¶", "paragraph"),
    ("verses", "verse"),
    ("verse", "verse"),
    ("ayat", "verse"),
    ("ay.", "verse"),
    ("vv.", "verse"),
    ("v.", "verse"),
    ("jilid", "volume"),
    ("jil.", "volume"),
    ("volume", "volume"),
    ("vols.", "volume"),
    ("vol.", "volume"),
    ("gambar", "figure"),
    ("gbr.", "figure"),
    ("figure", "figure"),
    ("fig.", "figure"),
    ("tabel", "table"),
    ("tab.", "table"),
    ("table", "table"),
    ("tbl.", "table"),
    ("baris", "line"),
    ("brs.", "line"),
    ("lines", "line"),
    ("line", "line"),
    ("catatan", "note"),
    ("ctt.", "note"),
    ("note", "note"),
    ("nn.", "note"),
    ("n.", "note"),
    ("lampiran", "appendix"),
    ("lamp.", "appendix"),
    ("appendix", "appendix"),
    ("app.", "appendix"),
];

/// Parts a locator's word from what it counts: `hlm. 5` is a `page` and `5`.
///
/// Case does not matter. Without such a word the label is `None` and the text whole.
pub(crate) fn split_locator(text: &str) -> (Option<&'static str>, &str) {
    let text = text.trim();
    for (word, label) in WORDS {
        let Some(head) = text.get(..word.len()) else {
            continue;
        };
        let rest = text.get(word.len()..).unwrap_or_default();
        // `bab5` is no word of ours, `hlm.5` and `hal. 5` are.
        let ends = word.ends_with(['.', '§', '¶']) || rest.starts_with(char::is_whitespace);
        if head.eq_ignore_ascii_case(word) && ends && !rest.trim().is_empty() {
            return (Some(label), rest.trim_start());
        }
    }
    (None, text)
}

/// Words for pages that lack their full stop, or that no citation has.
const LOOSE: [&str; 10] = [
    "halaman", "hlmn", "hlm", "hal", "h", "pages", "page", "pgs", "pg", "pp",
];

/// Reads a locator however it was typed: `hlm 97`, `hal. 5-7`, `p.12`, `511`.
///
/// The label is `None` where no word names it; the text behind it must be numbers alone.
pub(crate) fn loose_locator(text: &str) -> Option<(Option<&'static str>, &str)> {
    let (label, counted) = split_locator(text);
    let (label, counted) = match label {
        Some(label) => (Some(label), counted),
        None => match loose_page(counted) {
            Some(number) => (Some("page"), number),
            None => (None, counted),
        },
    };
    let counted = counted.trim();
    let is_counted = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | ',' | ' ');
    let fits = counted.starts_with(|c: char| c.is_ascii_digit())
        && counted.ends_with(|c: char| c.is_ascii_digit())
        && counted.chars().all(is_counted)
        && counted.len() <= 40;
    fits.then_some((label, counted))
}

fn loose_page(text: &str) -> Option<&str> {
    let letters = text
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(text.len());
    let word = text.get(..letters)?.to_ascii_lowercase();
    let is_page = word == "p" || LOOSE.contains(&word.as_str());
    let rest = text.get(letters..)?;
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    is_page.then(|| rest.trim_start())
}

/// Parts a locator from the words behind it: `5-7, catatan kaki` is `5-7` and `catatan kaki`.
///
/// A locator goes on over commas as long as numbers follow.
pub(crate) fn split_suffix(text: &str) -> (&str, &str) {
    let mut end = 0;
    for part in text.split_inclusive(',') {
        let word = part.trim_end_matches(',').trim();
        if end > 0 && !is_number(word) {
            break;
        }
        end += part.len();
    }
    let (locator, suffix) = text.split_at_checked(end).unwrap_or((text, ""));
    (
        locator.trim().trim_end_matches(',').trim_end(),
        suffix.trim(),
    )
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages_name_the_label() {
        assert_eq!(split_locator("hlm. 511-513"), (Some("page"), "511-513"));
        assert_eq!(split_locator("Bab 2"), (Some("chapter"), "2"));
        assert_eq!(split_locator("pp.5"), (Some("page"), "5"));
        assert_eq!(
            split_locator("pasal 28 ayat 1"),
            (Some("article-locator"), "28 ayat 1")
        );
        assert_eq!(split_locator("Art. 5"), (Some("article-locator"), "5"));
        assert_eq!(split_locator("par. 5"), (Some("paragraph"), "5"));
        assert_eq!(split_locator("511"), (None, "511"));
        assert_eq!(split_locator("babad 5"), (None, "babad 5"));
        assert_eq!(split_locator("hlm."), (None, "hlm."));
        assert_eq!(split_locator("hlm 5"), (Some("page"), "5"));
        assert_eq!(split_locator("jil. 2"), (Some("volume"), "2"));
        assert_eq!(split_locator("Vol. 2"), (Some("volume"), "2"));
        assert_eq!(split_locator("sec. 3"), (Some("section"), "3"));
        assert_eq!(split_locator("§3"), (Some("section"), "3"));
        assert_eq!(split_locator("ayat 3"), (Some("verse"), "3"));
    }

    #[test]
    fn locators_are_read_however_they_were_typed() {
        assert_eq!(loose_locator("hlm 97"), Some((Some("page"), "97")));
        assert_eq!(loose_locator("Hal. 5–7"), Some((Some("page"), "5–7")));
        assert_eq!(loose_locator("p12"), Some((Some("page"), "12")));
        assert_eq!(loose_locator("bab 2"), Some((Some("chapter"), "2")));
        assert_eq!(loose_locator("511"), Some((None, "511")));
        for text in ["cetakan 2", "hlm.", "", "5 dan 6 catatan", "5-"] {
            assert_eq!(loose_locator(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_belong_to_the_locator_and_words_do_not() {
        assert_eq!(split_suffix("5-7, catatan kaki"), ("5-7", "catatan kaki"));
        assert_eq!(split_suffix("5, 7, 9"), ("5, 7, 9", ""));
        assert_eq!(split_suffix("xii"), ("xii", ""));
    }
}
