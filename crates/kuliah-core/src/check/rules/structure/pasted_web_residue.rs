//! `structure/pasted-web-residue`.

use std::ops::Range;
use std::sync::LazyLock;

use kuliah_source::Message;

use crate::bytes::has_byte;
use crate::check::passage::{Part, Passage};
use crate::check::phrases::Phrases;
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// What surrounds the text of a web page and came along when it was copied: "0 komentar",
    /// "Diposting oleh", "Baca juga:", share buttons, advertisements, entities such as `&nbsp;`
    /// that show, ends of comments. Words in italics or between quotation marks are left alone.
    ///
    /// ## Why it matters
    ///
    /// It does not belong to the matter, and it tells every reader where the text was taken from.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Advokasi adalah keberpihakan.
    ///
    /// Diposting oleh Admin, 0 komentar
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Advokasi adalah keberpihakan.
    /// ```
    "structure/pasted-web-residue", Warning, since "0.1.0", origin Check, check check,
}

/// Words of web pages, wherever they stand.
const ANYWHERE: [&str; 29] = [
    "0 comments",
    "0 komentar",
    "accept all cookies",
    "advertise here",
    "bagikan ke facebook",
    "bagikan ke pinterest",
    "bagikan ke twitter",
    "bagikan ke x",
    "berbagi ke facebook",
    "berbagi ke pinterest",
    "berbagi ke twitter",
    "berbagi ke x",
    "berlangganan: posting",
    "blogthis!",
    "diberdayakan oleh blogger",
    "kirimkan ini lewat email",
    "langganan: posting komentar",
    "leave a comment",
    "link ke posting ini",
    "posting lama beranda",
    "powered by blogger",
    "share on facebook",
    "share on twitter",
    "share to facebook",
    "share to twitter",
    "skip to content",
    "skip to main content",
    "tidak ada komentar:",
    "tinggalkan balasan",
];

/// Words of web pages that mean it only at the beginning of a text.
const AT_START: [&str; 12] = [
    "artikel terkait:",
    "baca juga :",
    "baca juga:",
    "bagikan ini:",
    "diposkan oleh",
    "diposting oleh",
    "iklan:",
    "lihat juga artikel:",
    "posted by",
    "related posts:",
    "share this:",
    "sukai ini:",
];

/// Entities and links of web pages that are shown as they are written.
const SIGNS: [&str; 8] = [
    "&amp;",
    "&gt;",
    "&lt;",
    "&nbsp;",
    "&quot;",
    "[edit]",
    "[sunting | sunting sumber]",
    "[sunting]",
];

/// Looks for all of [`ANYWHERE`] at once.
static WORDS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&ANYWHERE));
/// Looks for all of [`SIGNS`] at once.
static SIGN: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&SIGNS));

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| it.part != Part::Reference) {
        for range in found(passage) {
            let words = passage.slice(range.clone());
            let message = Message::new("structure/pasted-web-residue").with("words", words);
            let finding = sink.report(passage.span(range), message);
            finding.help = Some(Message::new("structure/pasted-web-residue.help"));
        }
    }
}

fn found(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let text = passage.text.as_str();
    let mut out: Vec<_> = WORDS.whole_words(passage).collect();
    // One of these is in every sign.
    if has_byte(text, |b| matches!(b, b'&' | b'[')) {
        out.extend(SIGN.places(text));
    }
    let begins = AT_START.iter().find(|it| {
        let start = text.get(..it.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(it))
    });
    out.extend(begins.map(|it| 0..it.len()));
    out.extend(comment_end(text));
    out
}

/// The end of a comment at the start or end of a text; between words it is an arrow.
fn comment_end(text: &str) -> Option<Range<usize>> {
    const END: &str = "-->";
    let trimmed = text.trim_end();
    if text.starts_with(END) {
        return Some(0..END.len());
    }
    trimmed
        .ends_with(END)
        .then(|| trimmed.len() - END.len()..trimmed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_between_words_is_no_end_of_a_comment() {
        assert_eq!(comment_end("a --> b"), None);
        assert_eq!(comment_end("--> a"), Some(0..3));
        assert_eq!(comment_end("a --> "), Some(2..5));
    }
}
