//! `accessibility/undeclared-language`.

use kuliah_source::Message;

use crate::check::function_words::Tongue;
use crate::check::passage::{Part, Passage};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A course that is plainly English or Indonesian while its `lang` says another language. A
    /// course without `lang` counts as Indonesian.
    ///
    /// ## Why it matters
    ///
    /// Screen readers, hyphenation, the fixed words ("Table", "Tabel") and the style of citations
    /// all follow `lang`.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// ---
    /// format: 1
    /// title: Roles
    /// ---
    /// # Overview
    ///
    /// This is the text of a course about the roles of the people who work with a community. It
    /// is written for students, and they will read it before they go to the field and when they
    /// are there. It is not an easy text, but all that they need to know is in it, and what is
    /// more, they can use it as a guide.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ---
    /// format: 1
    /// title: Roles
    /// lang: en
    /// ---
    /// # Overview
    ///
    /// This is the text of a course about the roles of the people who work with a community. It
    /// is written for students, and they will read it before they go to the field and when they
    /// are there. It is not an easy text, but all that they need to know is in it, and what is
    /// more, they can use it as a guide.
    /// ```
    "accessibility/undeclared-language", Warning, since "0.1.0", origin Check, check check,
}

/// Words that hold sentences together, from which on a course shows its language.
const LEAST: usize = 25;

/// How many of a hundred such words must be of one language.
const PERCENT: usize = 85;

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let (mut english, mut indonesian) = (0, 0);
    for passage in cx.passages.iter().filter(|it| is_own(it)) {
        for word in passage.words.iter().filter(|it| !it.is_set_apart) {
            let is_declared = std::ptr::eq(word.language, &raw const cx.course.lang)
                || *word.language == cx.course.lang;
            if !is_declared {
                continue;
            }
            english += usize::from(word.tongue == Some(Tongue::English));
            indonesian += usize::from(word.tongue == Some(Tongue::Indonesian));
        }
    }
    let declared = cx.course.lang.primary();
    let shown = match plainly(english, indonesian) {
        Some("en") if declared != "en" => "en",
        Some("id") if !matches!(declared, "id" | "ms") => "id",
        _ => return,
    };
    let message = Message::new("accessibility/undeclared-language")
        .with("declared", cx.course.lang.as_str())
        .with("shown", shown);
    let finding = sink.report(cx.course.title.whole(), message);
    finding.help =
        Some(Message::new("accessibility/undeclared-language.help").with("shown", shown));
}

/// Whether a text is the author's own.
fn is_own(passage: &Passage<'_>) -> bool {
    !matches!(passage.part, Part::Quote | Part::Reference)
}

/// The language that most words are of.
fn plainly(english: usize, indonesian: usize) -> Option<&'static str> {
    let all = english + indonesian;
    let is_plain = |count: usize| all >= LEAST && count * 100 >= all * PERCENT;
    if is_plain(english) {
        Some("en")
    } else if is_plain(indonesian) {
        Some("id")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_many_words_of_one_language_are_plain() {
        assert_eq!(plainly(30, 2), Some("en"));
        assert_eq!(plainly(1, 40), Some("id"));
        assert_eq!(plainly(20, 20), None);
        assert_eq!(plainly(10, 0), None);
    }
}
