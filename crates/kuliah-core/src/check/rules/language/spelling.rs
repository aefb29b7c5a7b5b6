//! `language/spelling`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use kuliah_source::Message;

use crate::check::{Context, Sink, Speller, declare_rule};
use crate::markup::{Inline, InlineKind};
use crate::model::{Block, Course, Name, Quote, Visit, walk};
use crate::{Markup, Spanned};

declare_rule! {
    /// ## What it finds
    ///
    /// A word that the dictionary does not know.
    ///
    /// Code, addresses, words with digits, abbreviations in capitals, single letters, words of
    /// another language (`[enabler]{lang=en}`), the reference list, and the names of lecturers and
    /// of authors in the references are left out.
    ///
    /// ## Why it matters
    ///
    /// Students copy what a handout writes, into their papers and into what they search for.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Pekerja sosial mendampingi mahasiwa dan klien.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Pekerja sosial mendampingi mahasiswa dan klien.
    /// ```
    ///
    /// ## How to configure
    ///
    /// No dictionary is built in; without one, nothing is reported. `dictionaries` below `[spell]`
    /// in `kuliah.toml` names one, and `words` holds words that are right although the dictionary
    /// lacks them.
    "language/spelling", Warning, since "0.1.0", origin Check, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let language = cx.course.lang.primary();
    let Some(speller) = cx.options.speller.filter(|it| it.language() == language) else {
        return;
    };
    let mut spelling = Spelling {
        speller,
        right: &cx.options.words,
        names: names(cx.course),
        known: BTreeMap::new(),
    };
    let elsewhere = elsewhere(cx.course);
    for &(markup, _) in &cx.markups {
        if elsewhere.contains(&std::ptr::from_ref(markup)) {
            continue;
        }
        for (word, range) in words(markup, language) {
            if spelling.is_right(word) {
                continue;
            }
            let message = Message::new("language/spelling").with("word", word);
            let finding = sink.report(markup.span(range), message);
            let help = Message::new("language/spelling.help");
            finding.help = Some(help.with("word", word));
        }
    }
}

/// What is known of words.
struct Spelling<'a> {
    speller: &'a dyn Speller,
    right: &'a BTreeSet<String>,
    names: BTreeSet<String>,
    known: BTreeMap<String, bool>,
}

impl Spelling<'_> {
    fn is_right(&mut self, word: &str) -> bool {
        if let Some(&known) = self.known.get(word) {
            return known;
        }
        // A word is asked for as it stands; of a doubled one, each half may be known alone.
        let right =
            self.knows(word) || (word.contains('-') && word.split('-').all(|it| self.knows(it)));
        self.known.insert(word.to_owned(), right);
        right
    }

    fn knows(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        word.chars().nth(1).is_none()
            || self.names.contains(&small)
            || self.right.contains(&small)
            || self.speller.check(word)
    }
}

/// The names of people, word by word, in small letters.
fn names(course: &Course) -> BTreeSet<String> {
    let references = course.references.iter();
    let people = references.flat_map(|it| it.author.iter().chain(&it.editor).chain(&it.translator));
    let parts = |name: &Name| {
        let parts = [
            &name.family,
            &name.given,
            &name.non_dropping_particle,
            &name.literal,
        ];
        parts.into_iter().flatten().cloned().collect::<Vec<_>>()
    };
    let of_works = people.flat_map(parts);
    let of_course = course.authors.iter().map(|author| author.name.clone());
    let all: Vec<String> = of_works.chain(of_course).collect();
    let words = all
        .iter()
        .flat_map(|it| it.split(|c: char| !c.is_alphabetic()));
    words.map(str::to_lowercase).collect()
}

/// Texts in other languages: titles of works, which are in their own, and quotations that say so.
fn elsewhere(course: &Course) -> BTreeSet<*const Markup> {
    struct Quotes<'a> {
        language: &'a str,
        found: BTreeSet<*const Markup>,
    }

    impl<'a> Visit<'a> for Quotes<'_> {
        fn block(&mut self, block: &'a Spanned<Block>) {
            let Block::Quote(Quote {
                text,
                lang: Some(lang),
                ..
            }) = &**block
            else {
                return;
            };
            if lang.primary() != self.language {
                self.found.extend(text.iter().map(std::ptr::from_ref));
            }
        }
    }

    let mut quotes = Quotes {
        language: course.lang.primary(),
        found: BTreeSet::new(),
    };
    walk(course, &mut quotes);
    let mut found = quotes.found;
    for work in &course.references {
        let titles = [
            Some(&work.title),
            work.container_title.as_ref(),
            work.collection_title.as_ref(),
        ];
        found.extend(titles.into_iter().flatten().map(std::ptr::from_ref));
    }
    found
}

/// The words of a text in a language, with their places in its source.
fn words<'a>(markup: &'a Markup, language: &str) -> Vec<(&'a str, Range<usize>)> {
    let mut out = Vec::new();
    gather(markup, markup.inlines(), language, &mut out);
    out
}

fn gather<'a>(
    markup: &Markup,
    inlines: &'a [Inline],
    language: &str,
    out: &mut Vec<(&'a str, Range<usize>)>,
) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) => of_text(markup, text, &inline.range, out),
            InlineKind::Span {
                language: other, ..
            } if other.primary() != language => {}
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Span { content, .. }
            | InlineKind::Reference { content, .. }
            | InlineKind::Link { content, .. }
            | InlineKind::Footnote(content) => gather(markup, content, language, out),
            InlineKind::Code(_)
            | InlineKind::Citation(_)
            | InlineKind::Count(_)
            | InlineKind::Break => {}
        }
    }
}

/// The words of a plain text. With an escape in it, places within it cannot be told, so that a
/// word is then placed at the whole text.
fn of_text<'a>(
    markup: &Markup,
    text: &'a str,
    range: &Range<usize>,
    out: &mut Vec<(&'a str, Range<usize>)>,
) {
    let is_as_written = markup.source().get(range.clone()) == Some(text);
    let mut at = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let mut from = at;
        at += chunk.len();
        if is_no_word(chunk.trim()) {
            continue;
        }
        let is_part = |c: char| c.is_alphabetic() || c == '-' || c == '\'' || c == '’';
        for piece in chunk.split_inclusive(|c| !is_part(c)) {
            let end = piece.trim_end_matches(|c| !is_part(c)).len();
            let run = piece.get(..end).unwrap_or_default();
            let word = run.trim_matches(['-', '\'', '’']);
            let start = from + run.find(word).unwrap_or(0);
            from += piece.len();
            let is_abbreviation = word.chars().skip(1).any(char::is_uppercase);
            if word.is_empty() || is_abbreviation {
                continue;
            }
            let place = if is_as_written {
                range.start + start..range.start + start + word.len()
            } else {
                range.clone()
            };
            out.push((word, place));
        }
    }
}

/// Addresses, names of files, and whatever has digits in it.
fn is_no_word(chunk: &str) -> bool {
    let inner = chunk.trim_matches(|c: char| !c.is_alphanumeric());
    let dotted = inner.split('.').filter(|it| !it.is_empty()).count() > 1;
    let is_strange = |c: char| c.is_numeric() || matches!(c, '@' | '_' | '\\' | '=' | '~' | '#');
    dotted || inner.contains("://") || inner.contains(is_strange)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let markup = Markup::new(text);
        let words = words(&markup, "id");
        words.into_iter().map(|(word, _)| word.to_owned()).collect()
    }

    #[test]
    fn words_are_parted_at_signs_and_keep_their_hyphens() {
        assert_eq!(
            found("undang-undang, (buku) – dan/atau?"),
            ["undang-undang", "buku", "dan", "atau"]
        );
        assert_eq!(
            found("*satu* **dua** [tiga](#x) ‘empat’"),
            ["satu", "dua", "tiga", "empat"]
        );
    }

    #[test]
    fn what_is_no_word_is_left_out() {
        assert_eq!(
            found("`kode` [@a] SKS www.contoh.id nama@kampus.id berkas.md H2O ke-2"),
            Vec::<String>::new()
        );
        assert_eq!(
            found("[enabler]{lang=en} kata^[catatan]"),
            ["kata", "catatan"]
        );
    }

    #[test]
    fn a_word_knows_its_place() {
        let markup = Markup::new("Satu *dua* (tiga), -empat/'lima'.");
        let places: Vec<_> = words(&markup, "id")
            .into_iter()
            .map(|(word, range)| markup.source().get(range) == Some(word))
            .collect();
        assert_eq!(places, [true; 5]);
    }
}
