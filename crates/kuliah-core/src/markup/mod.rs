//! Inline text: one paragraph in a subset of Markdown, with citations, words of other
//! languages, counts and footnotes.
//!
//! Three stages: `canonical` joins the lines; `scan` finds what is not CommonMark; `parse`
//! reads the rest with a CommonMark parser and puts both together.

mod canonical;
mod cite;
pub(crate) mod locator;
mod parse;
mod scan;

use std::fmt;
use std::ops::Range;

use kuliah_source::{Language, Span};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{CitationKey, LocatorLabel};
use crate::syntax::TextMap;

pub(crate) use canonical::{canonical, paragraphs};

/// Inline text as its author wrote it, and what it means.
///
/// Equality looks at the text alone: a course built in code equals the same course read
/// from a file.
#[derive(Clone)]
pub struct Markup {
    source: String,
    inlines: Vec<Inline>,
    problems: Vec<Problem>,
    map: TextMap,
    whole: Span,
    bare: bool,
}

/// A piece of inline text.
#[derive(Debug, Clone, PartialEq)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// Where it stands in [`Markup::source`], in bytes.
    pub range: Range<usize>,
}

/// The kinds of inline text.
#[derive(Debug, Clone, PartialEq)]
pub enum InlineKind {
    /// Text without markup, escapes resolved.
    Text(String),
    /// `*text*`
    Emphasis(Vec<Inline>),
    /// `**text**`
    Strong(Vec<Inline>),
    /// `` `text` ``
    Code(String),
    /// `[text]{lang=en}`
    Span {
        /// The language of the words.
        language: Language,
        /// The words.
        content: Vec<Inline>,
    },
    /// `[text](#id)`; empty text takes the title of the target.
    Reference {
        /// The id.
        target: String,
        /// The text.
        content: Vec<Inline>,
    },
    /// `[text](https://…)`
    Link {
        /// The address as written; not yet checked.
        address: String,
        /// The text.
        content: Vec<Inline>,
    },
    /// `[@key, hlm. 5; @other]`, `@key`, `[-@key]`
    Citation(CitationGroup),
    /// `{count}`, `{count:roles}`
    Count(Count),
    /// `^[text]`
    Footnote(Vec<Inline>),
    /// `\` before a line end.
    Break,
}

/// Citations that stand together.
#[derive(Debug, Clone, PartialEq)]
pub struct CitationGroup {
    /// How they are shown.
    pub form: CitationForm,
    /// At least one; just one unless the form is [`CitationForm::Parenthetical`].
    pub items: Vec<InlineCitation>,
}

/// How a citation is shown.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub enum CitationForm {
    /// `[@key]`: (Barker, 1978)
    Parenthetical,
    /// `@key`: Barker (1978)
    Narrative,
    /// `[-@key]`: (1978)
    Year,
}

/// One citation in running text.
#[derive(Debug, Clone, PartialEq)]
pub struct InlineCitation {
    /// Words before it: "lihat".
    pub prefix: String,
    /// The key of the reference.
    pub key: CitationKey,
    /// Where the key stands in [`Markup::source`], without the `@`.
    pub range: Range<usize>,
    /// The place in the source, such as `511-513`.
    pub locator: Option<String>,
    /// What the locator counts.
    pub label: LocatorLabel,
    /// Words behind it.
    pub suffix: String,
    /// The work it was read in: `@barker1978 dalam @suharto2014`. That one has none in turn.
    pub via: Option<Box<InlineCitation>>,
}

/// A number that the program counts and writes as a word.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub struct Count {
    /// What is counted.
    pub scope: CountScope,
    /// Whether the word begins with a capital letter.
    pub capital: bool,
}

/// What a count counts.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub enum CountScope {
    /// The items of the list whose title or lead it stands in.
    Items,
    /// The roles of its section, or of the course when the section has none.
    Roles,
}

/// Something in inline text that has no place in a course.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Problem {
    /// What it is.
    pub kind: ProblemKind,
    /// Where it stands in [`Markup::source`], in bytes.
    pub range: Range<usize>,
}

/// The kinds of problem.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// HTML; shown as text.
    Html,
    /// A formula between dollar signs; shown as text.
    Formula,
    /// `{#id}` or `{.class}` where it says nothing; shown as text.
    Attribute,
    /// `{count:…}` of something that is not counted; shown as text.
    UnknownCount,
    /// `{.class` or `{#id` without its `}`; shown as text.
    OpenAttribute,
    /// `{exercise}`: the name of a class without its dot; shown as text.
    BareClass,
    /// `[text]{name=value}` of a name other than `lang`; shown as text.
    SpanAttribute,
    /// `[@key` without its `]`; the bracket is shown as text.
    OpenCitation,
    /// A picture within running text.
    Image,
    /// A language tag that is none.
    Language,
    /// `[@…]` that cannot be read as a citation.
    Citation,
    /// A footnote within a footnote.
    NestedFootnote,
    /// An escape for a character that no format can hold.
    Forbidden,
    /// Marks nested too deeply to be read.
    Depth,
}

impl Markup {
    /// Reads inline text that is in no file.
    ///
    /// Lines are joined by blanks, white space at the ends is dropped; what cannot be read
    /// is in [`problems`](Self::problems) and reported by the check.
    pub fn new(text: &str) -> Self {
        let (source, map) = canonical(text.to_owned(), TextMap::default());
        Self::placed(source, map, Span::DETACHED, false)
    }

    /// Makes inline text of words that are no markup: every sign stands for itself.
    pub fn words(text: &str) -> Self {
        Self::new(&escape(text))
    }

    /// Reads canonical text and remembers where it was written.
    pub(crate) fn placed(source: String, map: TextMap, whole: Span, bare: bool) -> Self {
        let (inlines, problems) = parse::parse(&source);
        Self {
            source,
            inlines,
            problems,
            map,
            whole,
            bare,
        }
    }

    /// The text as written, in one line but for forced line breaks.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What the text means.
    pub fn inlines(&self) -> &[Inline] {
        &self.inlines
    }

    /// What in it has no place in a course.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The place in the file of a part of the text; the whole where parts cannot be told apart.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.map.span(range, self.whole)
    }

    /// The place in the file of a part of the text; `None` where parts cannot be told apart, or
    /// the part ends with an escape.
    pub(crate) fn place(&self, range: Range<usize>) -> Option<Span> {
        if !self.map.ends_alike(&range) {
            return None;
        }
        let is_whole = range.start == 0 && range.end >= self.source.len();
        let span = self.span(range);
        let is_told = !self.map.pieces().is_empty() && (span != self.whole || is_whole);
        (is_told && !span.is_detached()).then_some(span)
    }

    /// The place in the file of the whole text; detached for text made in code.
    pub fn whole(&self) -> Span {
        self.whole
    }

    /// Whether the text stands in YAML without quotation marks, where signs such as `@` and
    /// `[` may mean something else at its beginning, or anywhere between brackets.
    pub(crate) fn is_bare(&self) -> bool {
        self.bare
    }

    /// The words alone: no marks, footnotes, citations or counts; breaks as blanks.
    pub fn plain_text(&self) -> String {
        let mut out = String::new();
        plain(&self.inlines, &mut out);
        out.trim().to_owned()
    }
}

/// Puts a backslash before every sign that could mean something.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>&@{}$^!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn plain(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Span { content, .. }
            | InlineKind::Reference { content, .. }
            | InlineKind::Link { content, .. } => plain(content, out),
            InlineKind::Break => out.push(' '),
            InlineKind::Citation(_) | InlineKind::Count(_) | InlineKind::Footnote(_) => {}
        }
    }
}

impl PartialEq for Markup {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Markup {}

impl fmt::Debug for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Markup").field(&self.source).finish()
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)
    }
}

impl From<&str> for Markup {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Markup {
    fn from(text: String) -> Self {
        Self::new(&text)
    }
}

impl Serialize for Markup {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.source)
    }
}

impl<'de> Deserialize<'de> for Markup {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::syntax::de::placed_text(deserializer).map(|placed| match placed.span {
            Span::DETACHED => Self::new(&placed.text),
            span => {
                let (source, map) = canonical(placed.text, placed.map);
                Self::placed(source, map, span, placed.bare)
            }
        })
    }
}

impl JsonSchema for Markup {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Markup".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "\\S" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_and_breaks_kept() {
        assert_eq!(
            Markup::new("  satu\n dua \\\n tiga  ").source(),
            "satu dua \\\ntiga"
        );
    }

    #[test]
    fn words_stand_for_themselves() {
        let text = r"a *b* [c](d) <e> &amp; @f {count} $g$ ^[h] `i` \j ![k](l)";
        let markup = Markup::words(text);
        assert_eq!(markup.plain_text(), text);
        assert_eq!(markup.problems(), []);
    }

    #[test]
    fn plain_text_has_words_only() {
        let markup = Markup::new("*a* [b]{lang=en} [c](#d) [@e2000] ^[f] `g`");
        assert_eq!(markup.plain_text(), "a b c   g");
    }

    #[test]
    fn texts_are_equal_when_their_words_and_marks_are() {
        assert_eq!(Markup::new("*a*"), Markup::new("*a*"));
        assert_ne!(Markup::new("*a*"), Markup::new("a"));
        let spanned = crate::Spanned::from;
        assert_eq!(spanned(1), spanned(1));
        assert_ne!(spanned(1), spanned(2));
    }
}
