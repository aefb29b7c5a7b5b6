//! The texts of a course as readers see them: plain words, each with its place in the file.
//!
//! Marks are gone, escapes resolved. What is no text (code, citations, counts, footnotes,
//! addresses) is one [`OBJECT`], so that words on its two sides are never taken for neighbours.

mod align;
mod gather;
mod word;

use std::ops::Range;

use kuliah_source::{Edit, Fix, Language, Message, Safety, Span};

use crate::Markup;
use crate::markup::{Inline, InlineKind};

pub(super) use gather::passages;
pub(crate) use word::{Word, is_address};

use align::{Piece, align};
use word::words;

/// Stands for what is no text.
pub(crate) const OBJECT: char = '\u{fffc}';

/// What a text is in its course.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) enum Part {
    /// A title, name or term; every word may begin with a capital letter.
    Title,
    /// A paragraph.
    Prose,
    /// Words of somebody else.
    Quote,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// What stands below a table, picture or code.
    Caption,
    /// A footnote.
    Footnote,
    /// A title in the reference list.
    Reference,
}

/// One text of a course.
pub(crate) struct Passage<'a> {
    /// What it is in its course.
    pub(crate) part: Part,
    /// What a reader reads.
    pub(crate) text: String,
    /// The language of what is not marked as another.
    pub(crate) language: &'a Language,
    /// Its words, addresses left out.
    pub(crate) words: Vec<Word<'a>>,
    markup: &'a Markup,
    pieces: Vec<Piece>,
}

/// A stretch of text that is marked.
struct Stretch<'a> {
    range: Range<usize>,
    language: Option<&'a Language>,
}

impl<'a> Passage<'a> {
    /// Reads inlines; gives the footnotes in them too.
    fn new(
        markup: &'a Markup,
        inlines: &'a [Inline],
        part: Part,
        language: &'a Language,
    ) -> (Self, Vec<&'a [Inline]>) {
        let mut reader = Reader {
            source: markup.source(),
            text: String::with_capacity(markup.source().len()),
            pieces: Vec::with_capacity(inlines.len()),
            stretches: Vec::new(),
            footnotes: Vec::new(),
        };
        reader.read(inlines);
        let words = words(&reader.text, &reader.stretches, language);
        let passage = Self {
            part,
            text: reader.text,
            language,
            words,
            markup,
            pieces: reader.pieces,
        };
        (passage, reader.footnotes)
    }

    /// The text as the author wrote it.
    pub(crate) fn markup(&self) -> &'a Markup {
        self.markup
    }

    /// The letters of a word.
    pub(crate) fn get(&self, word: &Word<'_>) -> &str {
        self.slice(word.range.clone())
    }

    /// A part of the text; empty when there is none.
    pub(crate) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// The text before an offset.
    pub(crate) fn before(&self, at: usize) -> &str {
        self.slice(0..at)
    }

    /// The text from an offset on.
    pub(crate) fn from(&self, at: usize) -> &str {
        self.slice(at..self.text.len())
    }

    /// Neighbours with nothing but blanks between them.
    pub(crate) fn neighbours(&self) -> impl Iterator<Item = (&Word<'a>, &Word<'a>)> {
        self.words.windows(2).filter_map(|pair| match pair {
            [first, second] => second.is_next.then_some((first, second)),
            _ => None,
        })
    }

    /// Whether a sentence begins with what stands at an offset.
    pub(crate) fn begins_sentence(&self, at: usize) -> bool {
        let before = self.before(at);
        let before = before.trim_end_matches(|c: char| c.is_whitespace() || "(\"“‘[".contains(c));
        before.is_empty() || before.ends_with(['.', '!', '?', ':', OBJECT])
    }

    /// Whether a text is Indonesian at large.
    pub(crate) fn is_indonesian(&self) -> bool {
        is_indonesian(self.language)
    }

    /// The place in the file of a part of the text.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        self.markup.span(self.source(range))
    }

    /// A change of a part of the text; `None` where the file does not hold it letter by letter.
    pub(crate) fn edit(&self, range: Range<usize>, text: impl Into<String>) -> Option<Edit> {
        let length = range.len();
        let source = self.source(range);
        let span = self.markup.place(source.clone())?;
        (length == source.len() && span.range()?.len() == length).then(|| Edit {
            span,
            text: text.into(),
        })
    }

    /// One change as a fix.
    pub(crate) fn fix(
        &self,
        range: Range<usize>,
        text: impl Into<String>,
        safety: Safety,
        title: Message,
    ) -> Option<Fix> {
        self.edit(range, text).map(|edit| Fix {
            title,
            edits: vec![edit],
            safety,
        })
    }

    /// The part of the markup that a part of the text was read from.
    fn source(&self, range: Range<usize>) -> Range<usize> {
        let piece = |at: usize| {
            let behind = self.pieces.partition_point(|piece| piece.at <= at);
            self.pieces.get(behind.checked_sub(1)?)
        };
        let last = range.end.saturating_sub(1).max(range.start);
        match (piece(range.start), piece(last)) {
            (Some(first), Some(end)) => first.start(range.start)..end.end(last),
            _ => 0..self.markup.source().len(),
        }
    }
}

/// Whether a language is Indonesian, or Malay in its spelling.
pub(crate) fn is_indonesian(language: &Language) -> bool {
    matches!(language.primary(), "id" | "ms")
}

/// Turns inlines into text.
struct Reader<'a> {
    source: &'a str,
    text: String,
    pieces: Vec<Piece>,
    stretches: Vec<Stretch<'a>>,
    footnotes: Vec<&'a [Inline]>,
}

impl<'a> Reader<'a> {
    fn read(&mut self, inlines: &'a [Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => self.words(text, inline),
                InlineKind::Strong(content) | InlineKind::Reference { content, .. } => {
                    if content.is_empty() {
                        self.sign(OBJECT, inline);
                    }
                    self.read(content);
                }
                InlineKind::Emphasis(content) => self.stretch(content, None),
                InlineKind::Span { language, content } => self.stretch(content, Some(language)),
                InlineKind::Link { content, address } => {
                    if is_autolink(content, address) {
                        self.sign(OBJECT, inline);
                    } else {
                        self.read(content);
                    }
                }
                InlineKind::Footnote(content) => {
                    self.footnotes.push(content);
                    self.sign(OBJECT, inline);
                }
                InlineKind::Break => self.sign('\n', inline),
                InlineKind::Code(_) | InlineKind::Citation(_) | InlineKind::Count(_) => {
                    self.sign(OBJECT, inline);
                }
            }
        }
    }

    fn words(&mut self, text: &str, inline: &Inline) {
        let source = self.source.get(inline.range.clone()).unwrap_or_default();
        align(
            text,
            source,
            self.text.len(),
            inline.range.start,
            &mut self.pieces,
        );
        self.text.push_str(text);
    }

    fn sign(&mut self, sign: char, inline: &Inline) {
        self.pieces.push(Piece {
            at: self.text.len(),
            length: sign.len_utf8(),
            source: inline.range.clone(),
        });
        self.text.push(sign);
    }

    fn stretch(&mut self, content: &'a [Inline], language: Option<&'a Language>) {
        let start = self.text.len();
        // Its place before what is in it, so that the inner one is found last.
        let at = self.stretches.len();
        self.stretches.push(Stretch {
            range: start..start,
            language,
        });
        self.read(content);
        if let Some(stretch) = self.stretches.get_mut(at) {
            stretch.range.end = self.text.len();
        }
    }
}

/// Whether a link shows its own address.
fn is_autolink(content: &[Inline], address: &str) -> bool {
    match content {
        [] => true,
        [inline] => match &inline.kind {
            InlineKind::Text(text) => {
                text == address || address.strip_prefix("mailto:") == Some(text)
            }
            _ => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage<'a>(markup: &'a Markup, language: &'a Language) -> Passage<'a> {
        Passage::new(markup, markup.inlines(), Part::Prose, language).0
    }

    #[test]
    fn marks_are_gone_and_objects_stand_for_what_is_no_text() {
        let markup = Markup::new("*a* [b]{lang=en} `c` [@d2000] <https://e.id> f^[g] {count}");
        let language = Language::indonesian();
        let passage = passage(&markup, &language);
        assert_eq!(
            passage.text,
            "a b \u{fffc} \u{fffc} \u{fffc} f\u{fffc} \u{fffc}"
        );
        let words: Vec<_> = passage.words.iter().map(|it| passage.get(it)).collect();
        assert_eq!(words, ["a", "b", "f"]);
    }

    #[test]
    fn a_part_of_the_text_is_found_in_its_source() {
        let text = "satu \\* **dua** &amp; tiga [empat](https://a.id) lima";
        let markup = Markup::new(text);
        let language = Language::indonesian();
        let passage = passage(&markup, &language);
        assert_eq!(passage.text, "satu * dua & tiga empat lima");
        for word in &passage.words {
            let source = passage.source(word.range.clone());
            assert_eq!(text.get(source), Some(passage.get(word)));
        }
        let star = passage.source(5..6);
        assert_eq!(text.get(star), Some("\\*"));
    }

    #[test]
    fn a_text_made_in_code_has_no_edits() {
        let markup = Markup::new("satu");
        let language = Language::indonesian();
        assert_eq!(passage(&markup, &language).edit(0..4, "dua"), None);
    }

    #[test]
    fn sentences_begin_behind_a_full_stop_or_at_the_start() {
        let markup = Markup::new("Satu dua. (Tiga) empat");
        let language = Language::indonesian();
        let passage = passage(&markup, &language);
        let begins: Vec<_> = passage
            .words
            .iter()
            .map(|it| passage.begins_sentence(it.range.start))
            .collect();
        assert_eq!(begins, [true, false, true, false]);
    }
}
